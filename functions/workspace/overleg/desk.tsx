/**
 * What every page of an overleg begins and ends with: find it, see whether this person may open it, decide, store, and go on. Whoever
 * comes second sees what the first did, and keeps what they typed.
 */

import type { Command } from '../../../forms/kit/lifecycle/asks.ts'
import { withAddress, withPhone } from '../../../forms/kit/lifecycle/corrected.ts'
import type { Act as Deciding, OverlegDecision, OverlegRefusal } from '../../../forms/kit/overleg/decision.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { MoveToStore } from '../../shared/store/dossiers.ts'
import { pickFields, readBody, textsIn } from '../../shared/web/body.ts'
import { type OverlegPage, overlegPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { OpenFile } from '../dossier/access.ts'
import { type AtDesk, createDesk } from '../dossier/desk.tsx'
import { openAnswers, openPhone } from '../open-answers.ts'
import type { AtTable } from './at-table.ts'
import { ChangedOverleg } from './changed.tsx'
import { nextOverleg, openOverleg } from './open.ts'
import { isOfAnother, numberShown } from './shown.tsx'
import { keepsTable } from './standing.ts'
import { storeDecision } from './store-decision.ts'

type Posted = { answer: Response } | { found: AtTable; typed: RawInput }

export interface Act {
  /** What was decided, on what the page was made from. */
  decide: (found: AtTable, at: Deciding) => OverlegDecision
  /** The page again, with why it cannot be. */
  again: (found: AtTable, reason: OverlegRefusal) => Response | Promise<Response>
  /** Where to go on, and the word that page says what was done by (`?klaar=`); `voor`: the participant whose page it is. */
  next: { page?: OverlegPage; done: string; voor?: string } | { path: string }
  /** What was typed, for whoever comes second. */
  typed: RawInput
  /** The same as texts to copy, where a field alone says too little. */
  texts?: readonly string[]
  /** What the dossier's move asks beside it, and its reason, sealed. */
  answers?: Pick<Command, 'date' | 'explained'>
  note?: MoveToStore['note']
}

export type OverlegDesk = ReturnType<typeof createOverlegDesk>

export function createOverlegDesk(deps: WorkspaceDeps) {
  const dossierDesk = createDesk(deps)

  /** The dossier may have gone to somebody else while this was typed: all of it is given back. */
  const notFound = (c: AtDesk, typed: RawInput = new Map()) => dossierDesk.notFound(c, typed, textsIn(typed))

  /**
   * The overleg of the address; `next`: the one after it, once it is over. Whoever opens it is noted. `shown`: number of the one that
   * a page was made from.
   */
  async function find(c: AtDesk, which: 'last' | 'next' = 'last', shown?: string): Promise<AtTable | undefined> {
    const file = await dossierDesk.find(c)
    const has = file?.service.form.overleg
    if (!file || !has) return undefined
    // What asks only whether the page is there has not read it.
    if (c.req.method !== 'HEAD') await dossierDesk.noteConsultation(c, file)
    const last = await openOverleg(deps, file)
    const asked = c.req.query('nieuw') === 'ja' || (shown !== undefined && shown !== last?.overleg.number)
    const goesOn = which === 'next' && last && (asked || !keepsTable(last))
    const found = goesOn ? ((await nextOverleg(last)) ?? last) : last
    if (!found) return undefined
    return { ...found, has, content: c.var.content, days: c.var.days, answers: await answersNow(file) }
  }

  /** What was answered, with the address that counts now; undefined once erased. */
  async function answersNow({ service, file: { sealed, dossier } }: OpenFile): Promise<AtTable['answers']> {
    if (sealed === undefined) return undefined
    const [answers, phone, address] = await Promise.all([
      openAnswers(deps, service, { reference: dossier.reference, sealed }),
      openPhone(deps, dossier),
      deps.addresses.read(dossier.reference, deps.now()),
    ])
    return withPhone(withAddress(answers, address), phone)
  }

  /** What was sent about the overleg of the address, of these fields; or what to answer when it cannot be taken. */
  async function sent(
    c: AtDesk,
    fieldsOf: (found: AtTable, body: RawInput) => ReadonlyMap<string, boolean>,
    which: 'last' | 'next' = 'last',
  ): Promise<Posted> {
    const body = await readBody(c)
    if (!body) return { answer: await dossierDesk.unreadable(c) }
    const found = await find(c, which, numberShown(body))
    if (!found) return { answer: await notFound(c, body) }
    const typed = pickFields(body, fieldsOf(found, body))
    if (typed && isOfAnother(found.overleg, body)) return { answer: await changed(c, typed) }
    return typed ? { found, typed } : { answer: await dossierDesk.unreadable(c) }
  }

  /** Whoever was first changed it, and their page still stands. */
  const changed = async (c: AtDesk, typed: RawInput, texts: readonly string[] = textsIn(typed)) => {
    const now = await find(c)
    if (!now) return notFound(c, typed)
    return c.html(<ChangedOverleg {...frameOf(c, deps)} found={now} texts={texts} now={deps.now()} />, 409)
  }

  return {
    /** The dossier alone, for who may open it. */
    file: dossierDesk.find,
    find,
    sent,
    notFound,
    changed,

    /** Decides and stores, on condition that the page was made from what there is now. */
    async act(c: AtDesk, found: AtTable, { decide, again, next, typed, texts, answers, note }: Act): Promise<Response> {
      if (Number(typed.get('revision')?.[0]) !== found.overleg.revision) return changed(c, typed, texts)
      const now = deps.now()
      const { person } = c.var
      const decision = decide(found, { by: person.id, now, days: found.days })
      if (decision.kind === 'refused') return again(found, decision.reason)
      const about = { ...(answers ? { answers } : {}), ...(note ? { note } : {}) }
      const stored = await storeDecision(deps, {
        found,
        content: found.content,
        decided: decision,
        person,
        now,
        ...about,
      })
      if (stored === 'refused' || stored === 'full') return again(found, 'not_now')
      if (stored === 'changed') return changed(c, typed, texts)
      if ('path' in next) return c.redirect(next.path, 303)
      const { page, done, voor } = next
      const query = new URLSearchParams({ klaar: done, ...(voor ? { voor } : {}) })
      return c.redirect(`${overlegPath(found.overleg.reference, page)}?${query}`, 303)
    },
  }
}

/** What every route of a dossier begins with: find it, see whether this person may open it, answer when not. */

import type { Context } from 'hono'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { dossierPath } from '../../shared/work-paths.ts'
import { actOn, frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { findInNetwork, mayOpen, type OpenFile } from './access.ts'
import type { AskPageProps } from './ask-page.tsx'
import { NotFoundPage, RefusedPage, type RefusedPageProps } from './messages.tsx'

/** What is wrong with what was typed, or what happened meanwhile. */
export type Again = Partial<Pick<AskPageProps, 'errors' | 'notice'>>

interface Asked extends Again, Pick<AskPageProps, 'page' | 'typed' | 'button' | 'intro'> {
  /** The revision, unless said otherwise. */
  hidden?: AskPageProps['hidden']
}

/** Why it cannot be, and what was typed of which page. */
type Refused = Pick<RefusedPageProps, 'reason' | 'page'> & Partial<Pick<RefusedPageProps, 'typed'>>

interface Taken {
  found: OpenFile
  typed: RawInput
}
type Posted = { answer: Response } | Taken

export type Desk = ReturnType<typeof createDesk>
export type AtDesk = Context<SignedIn>

export function createDesk(deps: WorkspaceDeps) {
  const { assets, dossierFiles, now } = deps
  const inNetwork = (c: AtDesk) => findInNetwork(dossierFiles, c.var.network, c.req.param('reference') ?? '', now())
  const { unreadable } = workRefusals(assets)

  async function find(c: AtDesk): Promise<OpenFile | undefined> {
    const found = await inNetwork(c)
    return found && mayOpen(c.var.person, found.file.dossier) ? found : undefined
  }

  /** Not there, or not for you. What was typed is given back: the dossier may have gone to somebody else meanwhile. */
  const notFound = (c: AtDesk, typed: RawInput = new Map(), texts: readonly string[] = writtenIn(typed)) =>
    c.html(<NotFoundPage {...frameOf(c, deps)} texts={texts} />, 404)

  return {
    /** The dossier of the address, also when this person may not open it (any more): ask `mayOpen` before showing it. */
    inNetwork,

    /** The same, for who may open it. */
    find,

    notFound,

    unreadable,

    /** What was sent about the dossier of the address, of these fields; or what to answer when it cannot be taken. */
    async sent(
      c: AtDesk,
      fieldsOf: (found: OpenFile, body: RawInput) => ReadonlyMap<string, boolean>,
    ): Promise<Posted> {
      const body = await readBody(c)
      if (!body) return { answer: await unreadable(c) }
      const found = await find(c)
      if (!found) return { answer: await notFound(c, body) }
      const typed = pickFields(body, fieldsOf(found, body))
      return typed ? { found, typed } : { answer: await unreadable(c) }
    },

    /** Written down before anything that was answered is opened. `printed`: what of it is for paper. */
    noteConsultation: (c: AtDesk, { file: { dossier } }: OpenFile, printed?: readonly string[]) =>
      dossierFiles.noteConsultation({
        ...{ ...actOn(c, deps, dossier), reference: dossier.reference, session: c.var.sessionId },
        ...(printed ? { printed } : {}),
      }),

    /** Asks one thing about a dossier, for the first time or again. The page of a dossier asks nothing, and does not load what does. */
    async ask(c: AtDesk, { file: { dossier } }: OpenFile, { errors = [], ...asked }: Asked) {
      const { AskPage } = await import('./ask-page.tsx')
      return c.html(
        <AskPage
          {...frameOf(c, deps)}
          {...{ content: c.var.content, dossier, errors }}
          hidden={{ revision: String(dossier.revision) }}
          {...asked}
        />,
        errors.length > 0 ? 422 : asked.notice ? 409 : 200,
      )
    },

    /** Says that it cannot be now, and gives back what was typed. */
    refuse: (c: AtDesk, { file: { dossier } }: OpenFile, refused: Refused, status: 403 | 409 | 422 = 409) =>
      c.html(
        <RefusedPage {...frameOf(c, deps)} reference={dossier.reference} typed={new Map()} {...refused} />,
        status,
      ),

    /** Looks again when somebody was first, between our reading and writing: then `take` gives nothing. */
    again(
      c: AtDesk,
      { found: first, typed }: Taken,
      take: (c: AtDesk, found: OpenFile, typed: RawInput) => Promise<Response | undefined>,
    ): Promise<Response> {
      let found: OpenFile | undefined = first
      return lookAgain(async () => {
        const response = found ? await take(c, found, typed) : notFound(c, typed)
        if (!response) found = await find(c)
        return response
      })
    },

    /** Back to the dossier, which says what was done; `part` is the section to go to. */
    done: (c: AtDesk, action: string, part = '') =>
      c.redirect(`${dossierPath(c.req.param('reference') ?? '')}?klaar=${action}${part && `#${part}`}`, 303),
  }
}

/** What is written of a dossier itself. */
const writtenIn = (typed: RawInput): string[] =>
  ['notitie', 'toelichting', 'taak'].flatMap((name) => typed.get(name) ?? [])

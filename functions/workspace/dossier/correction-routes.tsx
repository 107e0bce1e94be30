/** Corrects what was noted: another text for a note, or a call that was none. What stood there stays in the logbook. */
import { Hono } from 'hono'
import { mayCorrect, mostCorrections } from '../../../forms/kit/lifecycle/corrections.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import type { LogbookLine } from '../../shared/store/logbook.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { dossierPath, dossierRoute } from '../../shared/work-paths.ts'
import { actOn } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { noteContent } from '../sealed-note.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { caseRoles, type OpenFile } from './access.ts'
import type { Again, AtDesk, Desk } from './desk.tsx'
import { urgentCallAgain } from './note-urgent-call.ts'
import { openLine } from './open-line.ts'
import { note } from './small-pages.ts'
import { isWithdrawn, withdrawnReason } from './withdrawn.ts'

/** A note, as its text was when the page was made: how often it was corrected by then. */
const versionField = 'versie'
const fields = new Map([note.name, versionField].map((name) => [name, false]))
const changedNote = 'Iemand verbeterde deze notitie net. Kijk na wat er nu staat, en verstuur opnieuw.'

interface Correcting extends OpenFile {
  line: LogbookLine
}

export function correctionRoutes(deps: WorkspaceDeps, desk: Desk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const door = requirePerson(caseRoles)
  const { logbook, now } = deps
  const ofNote = `${dossierRoute}/notitie/:line/verbeter` as const
  const ofCall = `${dossierRoute}/contact/:line/terug` as const

  routes.get(ofNote, door, async (c) => {
    const found = lineIn(c, await desk.find(c))
    if (!found) return desk.notFound(c)
    // What asks only whether the page is there has not read it.
    if (c.req.method === 'HEAD') return c.body(null)
    await desk.noteConsultation(c, found)
    const { text = '' } = await openLine(deps, found.file.dossier.reference, found.line)
    return isWithdrawn(found)
      ? refuse(c, found, new Map(), withdrawnReason)
      : ask(c, found, new Map([[note.name, [text]]]))
  })

  routes.post(ofNote, door, async (c) => {
    const body = await readBody(c)
    const typed = body && pickFields(body, fields)
    const found = lineIn(c, await desk.find(c))
    if (!typed || !found) return typed ? desk.notFound(c, typed) : desk.unreadable(c)
    const reason = refusal(found)
    return reason ? refuse(c, found, typed, reason) : take(c, found, typed)
  })

  async function take(c: AtDesk, found: Correcting, typed: RawInput): Promise<Response> {
    const { answers, errors } = parsePage(pageOf(found), typed, {}, { criteria: [], now: now() })
    const text = answers[note.name]
    if (typeof text !== 'string') return ask(c, found, typed, { errors })
    const stands = await openLine(deps, found.file.dossier.reference, found.line)
    // The same words again: a second press, or nothing to correct.
    if (stands.text === text) return desk.done(c, 'verbeterd', 'tijdlijn')
    if (typed.get(versionField)?.[0] !== versionOf(found) || !(await store(c, found, text, stands.action)))
      return again(c, typed)
    return desk.done(c, 'verbeterd', 'tijdlijn')
  }

  async function store(c: AtDesk, { file: { dossier }, line }: Correcting, text: string, action: string | undefined) {
    const { reference, network } = dossier
    const sealed = await deps.seal(network, reference, noteContent(text, action))
    return logbook.correct(reference, line, sealed, actOn(c, deps, dossier))
  }

  /** With what stands there now beside what was typed: its page counts from there. */
  async function again(c: AtDesk, typed: RawInput): Promise<Response> {
    const later = lineIn(c, await desk.find(c))
    if (!later) return desk.notFound(c, typed)
    return ask(c, later, typed, { notice: changedNote })
  }

  routes.get(ofCall, door, (c) => c.redirect(dossierPath(c.req.param('reference')), 303))

  routes.post(ofCall, door, async (c) => {
    const found = lineIn(c, await desk.find(c), 'call')
    if (!found) return desk.notFound(c)
    if (isWithdrawn(found)) return refuse(c, found, new Map(), withdrawnReason)
    // A second press, or a colleague who was first, found it taken back already.
    const { dossier } = found.file
    const taken = await logbook.takeBack(dossier.reference, found.line, actOn(c, deps, dossier))
    const { endedCall } = found.line
    if (taken && endedCall !== undefined) await urgentCallAgain(c, deps, desk, endedCall)
    return desk.done(c, 'toch_niet', 'tijdlijn')
  })

  /** The line of the address, where this person may correct it. */
  function lineIn(c: AtDesk, found: OpenFile | undefined, kind: 'note' | 'call' = 'note'): Correcting | undefined {
    const line = found?.file.lines.find(({ id }) => id === c.req.param('line'))
    const fits = line && (kind === 'note') === (line.kind === 'notitie') && mayCorrect(line, c.var.person)
    return found && fits ? { ...found, line } : undefined
  }

  const ask = (c: AtDesk, found: Correcting, typed: RawInput, about: Again = {}) =>
    desk.ask(c, found, {
      ...{ page: pageOf(found), typed, ...about },
      hidden: { [versionField]: versionOf(found) },
      button: 'Bewaar de verbetering',
      intro: <p class="lead">Wat er stond, blijft te lezen bij het dossier, met wie het verbeterde en wanneer.</p>,
    })

  const refuse = (c: AtDesk, found: Correcting, typed: RawInput, reason: string) =>
    desk.refuse(c, found, { page: pageOf(found), typed, reason })

  return routes
}

const pageOf = ({ line }: Correcting): Page => ({
  slug: `notitie/${line.id}/verbeter`,
  title: 'Verbeter de notitie',
  questions: [note],
})

const versionOf = ({ line }: Correcting): string => String(line.earlier?.length ?? 0)

function refusal(found: Correcting): string | undefined {
  if (isWithdrawn(found)) return withdrawnReason
  return (found.line.earlier?.length ?? 0) >= mostCorrections
    ? `Deze notitie is al ${mostCorrections} keer verbeterd. Schrijf een nieuwe notitie.`
    : undefined
}

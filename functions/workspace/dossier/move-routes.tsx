/** Moves of a dossier: a small page when one asks something, and making it. */
import { Hono } from 'hono'
import { commandOf } from '../../../forms/kit/lifecycle/asks.ts'
import { shownRevision } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { movesIn, stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { type Decision, decide } from '../../../forms/kit/lifecycle/move.ts'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import { answersByTodaysNames } from '../../../forms/todays-names.ts'
import type { KeptLine } from '../../shared/store/audit.ts'
import { isHeldAsSuspect } from '../../shared/store/outbox-item.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { makeExplainedMove } from '../make-explained-move.ts'
import { dossierRoute, homePath } from '../paths.ts'
import { actOf, frameOf } from '../request.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { caseRoles, mayOpen, type OpenFile } from './access.ts'
import { changedMeanwhile, noRoomForReason } from './ask-page.tsx'
import { pageOf, peopleFor, reasonIn, withInvolved } from './asks.ts'
import type { Again, AtDesk, Desk } from './desk.tsx'
import { ChangedPage, OwnServicePage, RefusedPage } from './messages.tsx'
import { involvedServiceOf } from './own-service.ts'
import { introOf, nameOf, roleInWords } from './words.ts'

/** Hidden fields: what the page was made from, and "yes, although". */
const beside: readonly [string, boolean][] = ['revision', 'bij', 'toch'].map((name) => [name, false])

interface Asking extends OpenFile {
  move: Move
  page: Page
  typed: RawInput
}

export function moveRoutes(deps: WorkspaceDeps, desk: Desk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const path = `${dossierRoute}/:action` as const
  const door = requirePerson(caseRoles)
  const { now } = deps

  routes.get(path, door, async (c) => {
    const found = await desk.find(c)
    const move = found && moveNamed(found, c.req.param('action'))
    if (!move) return desk.notFound(c)
    const asking = await askingFor(found, move, new Map())
    // What asks only whether the page is there has not read it.
    return refusalAt(c, asking) ?? (c.req.method === 'HEAD' ? c.body(null) : ask(c, asking))
  })

  routes.post(path, door, async (c) => {
    const body = await readBody(c)
    const found = await desk.inNetwork(c)
    const move = found && moveNamed(found, c.req.param('action'))
    if (!body || !move) return body ? desk.notFound(c, body) : desk.unreadable(c)
    const { page } = await askingFor(found, move, body)
    const typed = pickFields(body, new Map([...fieldsOf(page, body), ...beside]))
    // Whoever may not open it hears nothing else than of a reference that does not exist.
    if (!typed) return mayOpen(c.var.person, found.file.dossier) ? desk.unreadable(c) : desk.notFound(c, body)
    return act(c, { ...found, move, page, typed }, body)
  })

  async function act(c: AtDesk, asking: Asking, body: RawInput): Promise<Response> {
    const { service, file, move, page, typed } = asking
    const { person, network } = c.var
    const { dossier, sealed } = file
    const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now: now() })
    const command = commandOf(move, person, answers)
    // A second press of the button: it is done, and not done twice. What a first press had no time for goes now.
    if (isRepeat(c, asking, answers)) {
      if (move.voorVerdacht) await release(c, dossier.reference)
      return finished(c, move, dossier)
    }
    if (!mayOpen(person, dossier)) return desk.notFound(c, body)
    if (shownRevision(dossier, typed.get('revision')?.[0]) !== dossier.revision) return stale(c, asking)
    const refused = refusalAt(c, asking)
    if (refused) return refused
    if (errors.length > 0) return ask(c, asking, { errors })

    const chosen = network.mensen.find(({ id }) => id === command.persoon)
    if (chosen && sealed !== undefined && typed.get('toch')?.[0] !== 'ja') {
      await desk.noteConsultation(c)
      const stored = await deps.unseal(dossier.reference, sealed)
      const involved = involvedServiceOf(chosen, service, answersByTodaysNames(service, stored))
      if (involved) {
        const about = { reference: dossier.reference, action: move.action, hidden: hiddenOf(asking) }
        return c.html(<OwnServicePage {...frameOf(c, deps)} {...about} chosen={chosen} involved={involved} />)
      }
    }

    const made = await makeExplainedMove(deps, { service, dossier, command, reason: reasonIn(answers) })
    switch (made.kind) {
      case 'moved':
        if (move.voorVerdacht) await release(c, dossier.reference)
        return finished(c, move, made.dossier)
      case 'changed': {
        // Somebody was first, between our reading and writing: look again, once.
        const again = await desk.inNetwork(c)
        if (!again) return desk.notFound(c, body)
        const later = { ...asking, ...again }
        if (isRepeat(c, later, answers)) return finished(c, move, again.file.dossier)
        return mayOpen(person, again.file.dossier) ? stale(c, later) : desk.notFound(c, body)
      }
      case 'full':
        return ask(c, asking, { errors: [noRoomForReason] })
      case 'refused':
        return ask(c, asking, { errors: errorsFor(page, made.reason) })
    }
  }

  /** Mails to somebody we took for a machine go after all. */
  async function release(c: AtDesk, reference: string) {
    const mails = await deps.dossierMails.list(reference, now())
    for (const mail of mails.filter(isHeldAsSuspect)) await deps.dossierMails.sendAgain(mail, actOf(c, deps))
  }

  /** Whoever gave the dossier away goes back to the list. */
  const finished = (c: AtDesk, { action }: Move, dossier: OpenFile['file']['dossier']) =>
    mayOpen(c.var.person, dossier) ? desk.done(c, action) : c.redirect(`${homePath}?klaar=${action}`, 303)

  async function askingFor(found: OpenFile, move: Move, typed: RawInput): Promise<Asking> {
    const people = move.asks?.includes('persoon') ? await peopleFor(deps, found.service, found.file.dossier) : []
    return { ...found, move, page: pageOf(move, found.service, people), typed }
  }

  async function ask(c: AtDesk, asking: Asking, again: Again = {}) {
    const { service, file, move, typed } = asking
    const intro = introOf(service, file.dossier, move)
    return desk.ask(c, asking, {
      ...{ page: await pageToShow(c, asking), typed, ...again },
      hidden: hiddenOf(asking),
      button: move.label,
      intro: intro && <p class="lead">{intro}</p>,
    })
  }

  /** Where somebody is chosen, the answers are read to compare, so that is noted like any other view. */
  async function pageToShow(c: AtDesk, { service, file: { dossier, sealed }, move, page }: Asking): Promise<Page> {
    if (sealed === undefined || !move.asks?.includes('persoon')) return page
    await desk.noteConsultation(c)
    return withInvolved(page, service, await deps.unseal(dossier.reference, sealed))
  }

  /** The dossier is not what the page was made from: say so, and keep what was typed. */
  function stale(c: AtDesk, asking: Asking) {
    const { service, file, move, page, typed } = asking
    const { reference, holder } = file.dossier
    const [before] = typed.get('bij') ?? []
    const taken = holder !== undefined && (before === undefined ? move.asks?.includes('persoon') : before !== holder)
    if (!taken && page.questions.length > 0 && !refusalOf(c, asking))
      return ask(c, asking, { notice: changedMeanwhile })
    const takenBy = taken ? nameOf(service.network, holder) : undefined
    return c.html(<ChangedPage {...frameOf(c, deps)} {...{ reference, takenBy, page, typed }} />, 409)
  }

  function refusalAt(c: AtDesk, asking: Asking) {
    const { file, page, typed } = asking
    const refusal = refusalOf(c, asking)
    return (
      refusal &&
      c.html(
        <RefusedPage
          {...frameOf(c, deps)}
          {...{ page, typed }}
          reference={file.dossier.reference}
          reason={refusal.text}
        />,
        refusal.status,
      )
    )
  }

  function refusalOf(c: AtDesk, { service, file, move }: Asking) {
    const decision = decide(service, file.dossier, { action: move.action, by: c.var.person }, now())
    return decision.kind === 'refused' ? inWords(service, file.dossier.state, move, decision.reason) : undefined
  }

  return routes
}

/** The move as the table has it for this state, or else for another: then it is refused in words. */
const moveNamed = ({ service, file }: OpenFile, action: string): Move | undefined => {
  const moves = movesIn(service.form.verloop, file.dossier.state).filter((move) => move.action === action)
  return moves.find(({ from }) => from.includes(file.dossier.state)) ?? moves[0]
}

const hiddenOf = ({ file: { dossier } }: OpenFile) => ({
  revision: String(dossier.revision),
  bij: dossier.holder ?? '',
})

/** The last thing that was done is this very move, by this person, from the page they look at. */
function isRepeat(c: AtDesk, { file, move, typed }: Asking, { datum, stand }: Answers): boolean {
  const { dossier, history } = file
  // Who sent a mail again changed nothing of the dossier.
  const latest = history.findLast(({ mail }) => mail === undefined)?.at
  // As typed: whoever holds the dossier by now is no longer somebody to choose.
  const [typedPerson, typedOffer] = ['persoon', 'aanbod'].map((name) => typed.get(name)?.[0])
  const isThis = ({ at, who, what, person, offer }: KeptLine) =>
    at === latest && who === c.var.person.id && what === move.action && person === typedPerson && offer === typedOffer
  return (
    shownRevision(dossier, typed.get('revision')?.[0]) === dossier.revision - 1 &&
    history.some(isThis) &&
    (datum === undefined || datum === dossier.nextOn) &&
    (stand === undefined || stand === dossier.state)
  )
}

type Reason = Extract<Decision, { kind: 'refused' }>['reason']

/** Only what the person cannot mend by filling in something. */
function inWords({ form }: OpenFile['service'], state: string, { label, by }: Move, reason: Reason) {
  if (reason === 'not-now') {
    const { naam } = stateOf(form.verloop, state)
    return { status: 409, text: `Dit dossier is nu “${naam}”. “${label}” kan dan niet.` } as const
  }
  if (reason !== 'not-you') return undefined
  const roles = by.flatMap((role) => (role === 'aanvrager' ? [] : [`de ${roleInWords[role]}`]))
  return { status: 403, text: `“${label}” kan alleen ${roles.join(' of ')}.` } as const
}

/** The table refuses what the page let through: the person left the network meanwhile, say. */
const errorsFor = ({ questions }: Page, reason: Reason): FieldError[] =>
  questions.filter(({ name }) => name === reason).map(({ name, error }) => ({ name, message: error }))

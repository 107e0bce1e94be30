/** Moves of a dossier: a small page when one asks something, and making it. */

import { Hono } from 'hono'
import { personOf, roleInWords } from '../../../forms/kit/content.ts'
import { type Refusal, refusalOf } from '../../../forms/kit/lifecycle/allowed.ts'
import type { Command } from '../../../forms/kit/lifecycle/asks.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { type Ask, type Move, stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { movesByHand } from '../../../forms/kit/lifecycle/move.ts'
import { type MoveStep, moveStep } from '../../../forms/kit/lifecycle/move-step.ts'
import { actsAtOnce } from '../../../forms/kit/lifecycle/undo.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { fieldsOf } from '../../../forms/kit/questions/parse.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { meantField } from '../../../forms/kit/unusual-day.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { isHeldAsSuspect } from '../../shared/store/outbox-item.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { dossierRoute, homePath } from '../../shared/work-paths.ts'
import { actOn, frameOf } from '../act.ts'
import { actsAtOnceWords } from '../at-once.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { peopleFor } from '../holders.ts'
import { makeExplainedMove } from '../make-explained-move.ts'
import { AlongNote, alongWords } from '../overleg/along-words.tsx'
import { KeptOpenNote, keptOpenBy } from '../plan/closing.tsx'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { caseRoles, mayOpen, type OpenFile } from './access.ts'
import { changedMeanwhile, noRoomForReason } from './ask-page.tsx'
import type { Again, AtDesk, Desk } from './desk.tsx'
import { ChangedPage, OwnServicePage } from './messages.tsx'
import { openServices, ownServiceAmong } from './own-service.ts'
import { pageOf, reasonIn, withOwnService } from './small-pages.ts'
import { stopsInWords } from './tasks-stop.ts'
import { introOf, nameOf } from './words.ts'

/** Hidden fields: what the page was made from, and "yes, although". */
const beside = ['revision', 'bij', 'toch', meantField]

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
    const asking = await askingFor(c, found, move, new Map([['beller', [c.var.person.id]]]))
    const refusal = refusalOf(move, found.file.dossier, c.var.person)
    if (refusal) return refused(c, asking, refusal)
    // What asks only whether the page is there has not read it.
    return c.req.method === 'HEAD' ? c.body(null) : ask(c, asking)
  })

  routes.post(path, door, async (c) => {
    const body = await readBody(c)
    const found = await desk.inNetwork(c)
    const move = found && moveNamed(found, c.req.param('action'))
    if (!body || !move) return body ? desk.notFound(c, body) : desk.unreadable(c)
    const { page } = await askingFor(c, found, move, body)
    const typed = pickFields(body, fieldsOf(page, body, ...beside))
    // Whoever may not open it hears nothing else than of a reference that does not exist.
    if (!typed) return mayOpen(c.var.person, found.file.dossier) ? desk.unreadable(c) : desk.notFound(c, body)
    return act(c, { ...found, move, page, typed }, body)
  })

  /** Again when somebody was first, between our reading and writing. */
  function act(c: AtDesk, asking: Asking, body: RawInput): Promise<Response> {
    let found: OpenFile | undefined = asking
    return lookAgain(async () => {
      if (!found) return desk.notFound(c, body)
      const response = await take(c, { ...asking, ...found }, body)
      if (!response) found = await desk.inNetwork(c)
      return response
    })
  }

  /** Undefined when somebody was first. */
  async function take(c: AtDesk, asking: Asking, body: RawInput): Promise<Response | undefined> {
    const { person, days } = c.var
    const { dossier, history } = asking.file
    const step = moveStep({ ...asking, dossier, history, person, mayOpen: mayOpen(person, dossier), days, now: now() })
    switch (step.kind) {
      case 'done':
        // What a first press had no time for goes now.
        if (asking.move.forSuspect) await release(c, dossier)
        return finished(c, asking.move, dossier)
      case 'hidden':
        return desk.notFound(c, body)
      case 'again':
        return ask(c, asking, { notice: changedMeanwhile })
      case 'changed':
        return changed(c, asking, step.takenBy)
      case 'refused':
        return refused(c, asking, step.refusal)
      case 'mend':
        return ask(c, meant(asking, step.unusual), { errors: step.errors })
      case 'make':
        return (await keptOpen(c, asking)) ?? (await involves(c, asking, step.command)) ?? make(c, asking, step)
    }
  }

  /** Its plan must be looked back on first. */
  async function keptOpen(c: AtDesk, asking: Asking): Promise<Response | undefined> {
    const message = await keptOpenBy(deps, asking, asking.move)
    const [first] = asking.page.questions
    return message === undefined
      ? undefined
      : ask(c, asking, { errors: [{ name: first?.name ?? asking.move.action, message }] })
  }

  /** The chosen person's own service is at the table: asked once whether that is meant. */
  async function involves(c: AtDesk, asking: Asking, { person }: Command): Promise<Response | undefined> {
    const { service, file, move, typed } = asking
    const { reference } = file.dossier
    const chosen = personOf(c.var.content, person)
    // Who only calls a service speaks for none of those at the table.
    const holds = move.asks?.includes('persoon') && !move.callsService
    if (!chosen || !holds || file.sealed === undefined || typed.get('toch')?.[0] === 'ja') return undefined
    await desk.noteConsultation(c, asking)
    const services = await openServices(deps, service, { reference, sealed: file.sealed })
    const involved = ownServiceAmong(chosen, services, c.var.content)
    const about = { reference, action: move.action, hidden: { ...typedIn(asking), ...hiddenOf(asking) }, chosen }
    return involved ? c.html(<OwnServicePage {...frameOf(c, deps)} {...about} involved={involved} />) : undefined
  }

  async function make(c: AtDesk, asking: Asking, { command, answers }: Extract<MoveStep, { kind: 'make' }>) {
    const { service, file, move, page } = asking
    const { content } = c.var
    const { dossier } = file
    const about = { service, content, dossier, command, reason: reasonIn(answers) }
    const made = await makeExplainedMove(deps, { ...about, undoable: !actsAtOnce(service, dossier, move) })
    switch (made.kind) {
      case 'moved':
        if (move.forSuspect) await release(c, dossier)
        return finished(c, move, made.dossier)
      case 'changed':
        return undefined
      case 'full':
        return ask(c, asking, { errors: [noRoomForReason] })
      case 'refused':
        return ask(c, asking, { errors: errorsFor(page, made.reason) })
    }
  }

  /** Mails to somebody we took for a machine go after all. */
  async function release(c: AtDesk, dossier: Asking['file']['dossier']) {
    const mails = await deps.dossierMails.list(dossier.reference, now())
    for (const mail of mails.filter(isHeldAsSuspect)) await deps.dossierMails.sendAgain(mail, actOn(c, deps, dossier))
  }

  /** Whoever gave the dossier away goes back to the list. */
  const finished = (c: AtDesk, { action }: Move, dossier: OpenFile['file']['dossier']) =>
    mayOpen(c.var.person, dossier)
      ? desk.done(c, action)
      : c.redirect(`${homePath}?klaar=${action}&dossier=${dossier.reference}`, 303)

  async function askingFor(c: AtDesk, found: OpenFile, move: Move, typed: RawInput): Promise<Asking> {
    const people = move.asks?.includes('persoon') ? await peopleFor(deps, c.var, found.file.dossier) : []
    return { ...found, move, page: pageOf(move, found.service, c.var.content, people), typed }
  }

  async function ask(c: AtDesk, asking: Asking, again: Again = {}) {
    const { service, file, move, typed } = asking
    const intro = introOf(service, file.dossier, move)
    const stops = stopsInWords(service, file.dossier, move)
    const [along, keptOpen] = await Promise.all([
      alongWords(deps, service, file.dossier, move),
      keptOpenBy(deps, asking, move),
    ])
    return desk.ask(c, asking, {
      ...{ page: await pageToShow(c, asking), typed, ...again },
      hidden: hiddenOf(asking),
      button: move.label,
      intro: (
        <>
          {intro && <p class="lead">{intro}</p>}
          {actsAtOnce(service, file.dossier, move) && <p>{actsAtOnceWords}</p>}
          {stops && <p data-taken-stoppen>{stops}</p>}
          <AlongNote along={along} />
          <KeptOpenNote reference={file.dossier.reference} reason={keptOpen} />
        </>
      ),
    })
  }

  /** Where somebody is chosen, the answers are read to compare, so that is noted like any other view. */
  async function pageToShow(c: AtDesk, asking: Asking): Promise<Page> {
    const { service, file, move, page } = asking
    const { dossier, sealed } = file
    if (sealed === undefined || !move.asks?.includes('persoon')) return page
    await desk.noteConsultation(c, asking)
    return withOwnService(
      page,
      'persoon',
      await openServices(deps, service, { reference: dossier.reference, sealed }),
      c.var.content,
    )
  }

  function changed(c: AtDesk, { file, page, typed }: Asking, holder: string | undefined) {
    const takenBy = holder === undefined ? undefined : nameOf(c.var.content, holder)
    const { reference } = file.dossier
    return c.html(<ChangedPage {...frameOf(c, deps)} {...{ reference, takenBy, page, typed }} />, 409)
  }

  function refused(c: AtDesk, asking: Asking, refusal: Refusal) {
    const { service, file, move, page, typed } = asking
    const { text, status } = inWords(service, file.dossier, move, refusal)
    return desk.refuse(c, asking, { page, typed, reason: text }, status)
  }

  return routes
}

/** The move as the table has it for this state, or else for another: then it is refused in words. What only the applicant does, is not here. */
const moveNamed = ({ service, file }: OpenFile, action: string): Move | undefined => {
  const moves = movesByHand(service.form, file.dossier).filter(
    (move) => move.action === action && move.by.some((who) => who !== 'aanvrager'),
  )
  return moves.find(({ from }) => from.includes(file.dossier.state)) ?? moves[0]
}

/** What goes along with a question in between. */
const typedIn = ({ page, typed }: Asking): Record<string, string> =>
  Object.fromEntries(
    page.questions.flatMap(({ name }): [string, string][] => {
      const text = typed.get(name)?.[0]
      return text === undefined ? [] : [[name, text]]
    }),
  )

const hiddenOf = ({ file: { dossier }, typed }: Pick<Asking, 'file' | 'typed'>) => ({
  revision: String(dossier.revision),
  bij: dossier.holder ?? '',
  ...(typed.has(meantField) ? { [meantField]: typed.get(meantField)?.[0] ?? '' } : {}),
})

/** The same page, which says by itself that this day is meant when it is sent again. */
const meant = (asking: Asking, day: string | undefined): Asking =>
  day === undefined ? asking : { ...asking, typed: new Map([...asking.typed, [meantField, [day]]]) }

/** What the person cannot mend by filling in something. */
function inWords({ form }: OpenFile['service'], { state, nextOn }: Dossier, { label, by }: Move, refusal: Refusal) {
  if (refusal === 'not-yet') {
    const day = nextOn === undefined ? 'de dag zelf' : dateInWords(nextOn)
    const text = `“${label}” kan pas vanaf ${day}. Is het op een andere dag? Geef dan eerst de nieuwe dag.`
    return { status: 409, text } as const
  }
  if (refusal === 'not-now') {
    const { label: stateLabel } = stateOf(form.lifecycle, state)
    return { status: 409, text: `Dit dossier is nu “${stateLabel}”. “${label}” kan dan niet.` } as const
  }
  const roles = by.flatMap((role) => (role === 'aanvrager' ? [] : [`de ${roleInWords[role]}`]))
  return { status: 403, text: `“${label}” kan alleen ${roles.join(' of ')}.` } as const
}

/** The table refuses what the page let through: the person left the network meanwhile, say. */
const errorsFor = ({ questions }: Page, reason: Refusal | Ask): FieldError[] =>
  questions.filter(({ name }) => name === reason).map(({ name, error }) => ({ name, message: error }))

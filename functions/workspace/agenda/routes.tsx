/** The agenda of a team's meeting: what is on it, and what the team decides, all in one pass. */
import { type Context, Hono } from 'hono'
import { networkForms, serviceOf } from '../../../forms/index.ts'
import { commandOf } from '../../../forms/kit/lifecycle/asks.ts'
import { type Dossier, shownRevision } from '../../../forms/kit/lifecycle/dossier.ts'
import { isLastDone } from '../../../forms/kit/lifecycle/move-step.ts'
import { actsAtOnce, undoMinutes } from '../../../forms/kit/lifecycle/undo.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import {
  discussedOn,
  isMeeting,
  type Meetings,
  meetingBefore,
  meetingFor,
  meetingFrom,
  meetingsHeld,
} from '../../../forms/kit/team-meeting/meetings.ts'
import { addDays, brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import { listsOf, placesOf } from '../../shared/places.ts'
import { readBody } from '../../shared/web/body.ts'
import { MessagePage } from '../../shared/web/message-page.tsx'
import { createRefusals } from '../../shared/web/refusals.tsx'
import { agendaPath, homePath, meetingRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { findInNetwork } from '../dossier/access.ts'
import { reasonIn, withOwnService } from '../dossier/small-pages.ts'
import { peopleFor } from '../holders.ts'
import { makeExplainedMove } from '../make-explained-move.ts'
import { readFilters } from '../queue/filters.ts'
import { rowsOf } from '../queue/rows.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { AgendaPage, agendaPageAt } from './agenda-page.tsx'
import { type Card, cardOf, type Decided, fieldOf } from './decisions.ts'
import {
  changedSince,
  errorsAbout,
  hasChanged,
  impossible,
  isGone,
  type ReadDecisions,
  readDecisions,
  type Sent,
} from './read-decisions.ts'

/** Cards on one page: what a team can discuss in a morning, and a form can send. */
const mostCards = 40

export function agendaRoutes({ deps, requirePerson }: PartDeps) {
  const { assets, queue, now } = deps
  const routes = new Hono<SignedIn>()
  const door = requirePerson(['coordinator'])
  const { unreadable } = createRefusals(assets)

  routes.get(agendaPath, door, (c) => {
    const { teamMeeting } = c.var.network
    return teamMeeting ? show(c, teamMeeting, meetingFrom(teamMeeting, brusselsDate(now()))) : noMeeting(c)
  })

  routes.get(meetingRoute, door, (c) => {
    const meetings = meetingsOn(c)
    return meetings ? show(c, meetings, c.req.param('date')) : noMeeting(c)
  })

  routes.post(meetingRoute, door, async (c) => {
    const meetings = meetingsOn(c)
    const date = c.req.param('date')
    if (!meetings) return noMeeting(c)
    const body = await readBody(c)
    const { cards } = await agendaOf(c, meetings, date)
    const read = body && readDecisions(cards, body, now())
    if (!read) return unreadable(c)
    return read.errors.length > 0 ? show(c, meetings, date, { ...read, status: 422 }) : store(c, meetings, date, read)
  })

  async function store(c: Context<SignedIn>, meetings: Meetings, date: string, read: ReadDecisions) {
    const { done, problems } = await saveAll(c, read)
    if (read.sent.every(({ reference }) => done.includes(reference)))
      return c.redirect(`${agendaPageAt(date, placeIn(c))}${placeIn(c) ? '&' : '?'}bewaard=${done.length}`, 303)
    // What somebody typed is on no other page than the one they get now.
    return show(c, meetings, date, { ...read, errors: problems, done, status: 409 })
  }

  /** Of the network's team, when it meets on the day of the address. */
  function meetingsOn(c: Context<SignedIn>): Meetings | undefined {
    const { teamMeeting } = c.var.network
    const date = c.req.param('date') ?? ''
    return teamMeeting && isDay(date) && isMeeting(teamMeeting, date) ? teamMeeting : undefined
  }

  /** References of what is stored now, or was by a first press of the button, and what is in the way of the rest. */
  async function saveAll(c: Context<SignedIn>, { typed, sent, decided, impossible: problems }: ReadDecisions) {
    const done: string[] = []
    for (const { card, ...decision } of decided) {
      const problem = changedSince(card, typed) ?? (await save(c, card, decision))
      if (problem) problems.push(problem)
      else done.push(card.dossier.reference)
    }
    const unsaved = sent.filter(({ reference }) => !done.includes(reference))
    for (const one of unsaved) if (await isRepeat(c, one)) done.push(one.reference)
    return { done, problems }
  }

  /** What is in the way of a decision; undefined once it is stored. */
  async function save(c: Context<SignedIn>, card: Card, { move, answers }: Decided): Promise<FieldError | undefined> {
    const { service, dossier, page } = card
    const { reference } = dossier
    const { person, content } = c.var
    const command = commandOf(move, person, answers)
    const about = { service, content, dossier, command, reason: reasonIn(answers) }
    const made = await makeExplainedMove(deps, { ...about, undoable: !actsAtOnce(service, dossier, move) })
    switch (made.kind) {
      case 'moved':
        return undefined
      case 'changed':
        return hasChanged(card)
      case 'full': {
        const message = 'Er is geen plaats meer voor notities in dit dossier. Bel de beheerder van Loket'
        return { name: fieldOf(reference, 'toelichting'), message }
      }
      case 'refused': {
        const asked = page.questions.find(({ name }) => name === fieldOf(reference, made.reason))
        return asked ? { name: asked.name, message: asked.error } : impossible(card)
      }
    }
  }

  /** A second press of the button: the last thing that was done is this very decision, by this person, from this page. */
  async function isRepeat(c: Context<SignedIn>, sent: Sent): Promise<boolean> {
    const { network, person } = c.var
    const { reference } = sent
    const file = (await findInNetwork(deps.dossierFiles, network, reference, now()))?.file
    if (!file || shownRevision(file.dossier, sent.revision) !== file.dossier.revision - 1) return false
    const done = { who: person.id, what: sent.besluit, person: sent.person, offer: sent.offer }
    if (!isLastDone(file.history, done)) return false
    // Another text is another advice: only what was stored word for word is.
    const { at: latest } = file.history.findLast(({ mail }) => mail === undefined) ?? {}
    const note = file.lines.findLast(({ at, sealed }) => at === latest && sealed !== undefined)
    const stored = note?.sealed === undefined ? undefined : (await deps.unseal(reference, note.sealed)).notitie
    return (stored ?? '') === (sent.text ?? '')
  }

  /** What is discussed at this meeting; on the coming one also what earlier ones left undecided. */
  async function agendaOf(c: Context<SignedIn>, meetings: Meetings, date: string) {
    const { network, content, person } = c.var
    const at = now()
    const today = brusselsDate(at)
    const rows = listsOf(placesOf(network).filter(({ standing }) => standing.onAgenda))
    const select = { of: 'rows', rows } as const
    const only = ({ nextOn }: Pick<Dossier, 'nextOn'>) =>
      nextOn !== undefined && discussedOn(meetings, nextOn, today) === date
    const wanted = { network: network.slug, select, only, until: date, after: placeIn(c), limit: mostCards, now: at }
    const { dossiers, next } = await queue.list(wanted)
    const people = dossiers.length > 0 ? await peopleFor(deps, c.var, {}) : []
    const cards = dossiers.flatMap((dossier): Card[] => {
      const service = serviceOf(dossier)
      return service ? [cardOf(service, dossier, { person, content, people })] : []
    })
    return { cards, next }
  }

  async function show(c: Context<SignedIn>, meetings: Meetings, date: string, about: Shown = nothingSent) {
    const { typed, done, status } = about
    const { network } = c.var
    const at = now()
    const { cards: found, next } = await agendaOf(c, meetings, date)
    // The list may lag a moment behind what was saved just now.
    const cards = found.filter(({ dossier }) => !done?.includes(dossier.reference))
    const shown = cards.map(({ dossier }) => dossier)
    const { rows, ...rest } = await rowsOf(deps, shown, { ...c.var, list: 'agenda', now: at })
    // Who asks is the only service that a list knows of.
    const askedOn = ({ page, dossier: { reference } }: Card, { organisatie }: (typeof rows)[number]) =>
      withOwnService(page, fieldOf(reference, 'persoon'), organisatie ? [organisatie] : [], c.var.content)
    const heldSince = (since: string) => meetingsHeld(meetings, meetingFor(meetings, new Date(since)), at)
    const items = cards.flatMap((card, index) => {
      const row = rows[index]
      return row ? [{ card: { ...card, page: askedOn(card, row) }, row, held: heldSince(card.dossier.stateSince) }] : []
    })
    const beside = besideCards(network, shown, about)
    const around = { before: meetingBefore(meetings, date), after: meetingFrom(meetings, addDays(date, 1)) }
    const notice = savedInWords(done?.length ?? Number(/^\d{1,2}$/.exec(c.req.query('bewaard') ?? '')?.[0] ?? 0))
    const page = { ...rest, ...beside, meetings, date, around, items, next, na: placeIn(c), typed, notice }
    return c.html(<AgendaPage {...frameOf(c, deps)} {...page} />, status)
  }

  const noMeeting = (c: Context<SignedIn>) => {
    const { network } = c.var
    const { teamMeeting } = network
    return c.html(
      <MessagePage assets={assets} network={network} title="Dan is er geen teamoverleg.">
        <p class="lead">
          {teamMeeting
            ? `Het volgende overleg is op ${dateInWords(meetingFrom(teamMeeting, brusselsDate(now())))}.`
            : 'Dit netwerk heeft geen teamoverleg.'}
        </p>
        <p>
          <a href={teamMeeting ? agendaPath : homePath}>{teamMeeting ? 'Open de agenda' : 'Naar de aanvragen'}</a>
        </p>
      </MessagePage>,
      404,
    )
  }

  return routes
}

/** Where the page before ended. */
const placeIn = (c: Context<SignedIn>) => readFilters(c.req.query(), c.var).na

const isDay = (text: string): boolean => !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text

const savedInWords = (count: number): string | undefined =>
  count === 0
    ? undefined
    : `${count === 1 ? '1 beslissing is bewaard.' : `${count} beslissingen zijn bewaard.`} De mails vertrekken over ${undoMinutes} minuten. Tot dan kunt u een beslissing ongedaan maken: open het dossier.`

/** What was sent and is on no card (any more), with what it is called; and what is wrong, of that and of the cards. */
function besideCards(network: Network, shown: readonly Dossier[], { sent, errors, done = [] }: Shown) {
  const there = shown.map(({ reference }) => reference)
  const gone = sent
    .filter(({ reference }) => ![...done, ...there].includes(reference))
    .map((one) => ({ ...one, label: labelOf(network, one) }))
  return { gone, errors: [...errorsAbout(there, errors), ...gone.map(isGone)] }
}

/** What a decision is called where it can be made. */
const labelOf = (network: Network, { besluit }: Sent): string | undefined =>
  networkForms(network)
    .flatMap(({ form }) => form.lifecycle.moves)
    .find(({ action, inTeamMeeting }) => inTeamMeeting && action === besluit)?.label

/** What the page shows beside the agenda itself: what was sent and not stored, why, and what was. */
interface Shown {
  typed: RawInput
  sent: readonly Sent[]
  errors: readonly FieldError[]
  /** References of what was stored. */
  done?: readonly string[]
  status: 200 | 409 | 422
}
const nothingSent: Shown = { typed: new Map(), sent: [], errors: [], status: 200 }

/** The agenda of a team's meeting: what is on it for the whole team, and what a coordinator writes down, all in one pass. */

import { type Context, Hono } from 'hono'
import { networkForms } from '../../../forms/index.ts'
import type { Role } from '../../../forms/kit/content-schema.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { undoMinutes } from '../../../forms/kit/lifecycle/undo.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import {
  isMeeting,
  type MeetingDays,
  meetingBefore,
  meetingFrom,
  nextMeeting,
} from '../../../forms/kit/team-meeting/meetings.ts'
import { addDays, brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import { createMeetingRecord } from '../../shared/store/meeting-record.ts'
import { readBody } from '../../shared/web/body.ts'
import { agendaPath, decidedRoute, homePath, meetingRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { readFilters } from '../queue/filters.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { WorkMessage, workRefusals } from '../work-message.tsx'
import { AgendaPage, agendaPageAt } from './agenda-page.tsx'
import { DecidedPage } from './decided-page.tsx'
import { cardsOf, itemsOf } from './items.ts'
import { errorsAbout, isGone, type ReadDecisions, readDecisions, type Sent } from './read-decisions.ts'
import { saveAll } from './save.ts'

/** Who sits at the meeting; what it decides, a coordinator writes down. */
const team: readonly Role[] = ['coordinator', 'bemiddelaar']

export function agendaRoutes({ deps, requirePerson }: PartDeps) {
  const { assets, now } = deps
  const meetingRecord = deps.open(createMeetingRecord)
  const routes = new Hono<SignedIn>()
  const { unreadable } = workRefusals(assets)

  routes.get(agendaPath, requirePerson(team), (c) => {
    const { meetings } = c.var.days
    return meetings ? show(c, meetings, meetingFrom(meetings, brusselsDate(now()))) : noMeeting(c)
  })

  routes.get(meetingRoute, requirePerson(team), (c) => {
    const meetings = meetingsOn(c)
    return meetings ? show(c, meetings, c.req.param('date')) : noMeeting(c)
  })

  routes.get(decidedRoute, requirePerson(team), async (c) => {
    const date = c.req.param('date')
    if (!meetingsOn(c)) return noMeeting(c)
    const decided = await meetingRecord.list(c.var.network.slug, date, now())
    return c.html(<DecidedPage {...frameOf(c, deps)} {...{ content: c.var.content, date, decided }} />)
  })

  routes.post(meetingRoute, requirePerson(['coordinator']), async (c) => {
    const meetings = meetingsOn(c)
    const date = c.req.param('date')
    if (!meetings) return noMeeting(c)
    const body = await readBody(c)
    const { cards } = await cardsOf(deps, lookingAt(c, meetings, date))
    const read = body && readDecisions(cards, body, now())
    return read ? store(c, meetings, date, read) : unreadable(c)
  })

  async function store(c: Context<SignedIn>, meetings: MeetingDays, date: string, read: ReadDecisions) {
    const { done, problems } = await saveAll(deps, { ...c.var, date }, read)
    if (read.sent.every(({ reference }) => done.includes(reference)))
      return c.redirect(`${agendaPageAt(date, placeIn(c))}${placeIn(c) ? '&' : '?'}bewaard=${done.length}`, 303)
    // What somebody typed is on no other page than the one they get now.
    const errors = [...read.errors, ...problems]
    return show(c, meetings, date, { ...read, errors, done, status: read.errors.length > 0 ? 422 : 409 })
  }

  /** Of the network's team, when it meets on the day of the address. */
  function meetingsOn(c: Context<SignedIn>): MeetingDays | undefined {
    const { meetings } = c.var.days
    const date = c.req.param('date') ?? ''
    return meetings && isDay(date) && isMeeting(meetings, date) ? meetings : undefined
  }

  const lookingAt = (c: Context<SignedIn>, meetings: MeetingDays, date: string) => ({
    ...{ by: c.var, meetings, date },
    ...{ after: placeIn(c), now: now() },
  })

  async function show(c: Context<SignedIn>, meetings: MeetingDays, date: string, about: Shown = nothingSent) {
    const { typed, done, status } = about
    const looking = lookingAt(c, meetings, date)
    const { cards: found, next } = await cardsOf(deps, looking)
    // The list may lag a moment behind what was saved just now.
    const cards = found.filter(({ dossier }) => !done?.includes(dossier.reference))
    const shown = await itemsOf(deps, cards, looking)
    const beside = besideCards(
      c.var.network,
      cards.map(({ dossier }) => dossier),
      about,
    )
    const around = { before: meetingBefore(meetings, date), after: nextMeeting(meetings, date) }
    const notice = savedInWords(done?.length ?? Number(/^\d{1,2}$/.exec(c.req.query('bewaard') ?? '')?.[0] ?? 0))
    const today = brusselsDate(looking.now)
    const place = { meetings, date, today, around, next, na: placeIn(c) }
    return c.html(<AgendaPage {...frameOf(c, deps)} {...shown} {...beside} {...place} {...{ typed, notice }} />, status)
  }

  const noMeeting = (c: Context<SignedIn>) => {
    const { meetings } = c.var.days
    return c.html(
      <WorkMessage {...frameOf(c, deps)} title="Dan is er geen teamoverleg.">
        <p class="lead">
          {meetings
            ? `Het volgende overleg is op ${dateInWords(meetingFrom(meetings, brusselsDate(now())))}.`
            : 'Dit netwerk heeft geen teamoverleg.'}
        </p>
        <p>
          <a href={meetings ? agendaPath : homePath}>{meetings ? 'Open de agenda' : 'Naar de aanvragen'}</a>
        </p>
      </WorkMessage>,
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
    : `${count === 1 ? '1 beslissing is bewaard.' : `${count} beslissingen zijn bewaard.`} De mails vertrekken over ${undoMinutes} minuten. Tot dan kunt u een beslissing ongedaan maken: open het dossier. Wat meteen gebeurde, kunt u niet terughalen.`

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

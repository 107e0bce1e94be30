/** On which days the team meets: one more, one that does not take place, and one that is put back. */
import { type Context, Hono } from 'hono'
import type { Wanted } from '../../../forms/kit/manage/entries.ts'
import { cancelPage, extraPage, insteadOf, meetingLines, meetingOn } from '../../../forms/kit/manage/meeting-page.ts'
import { daysOf } from '../../../forms/kit/network-days.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import { meetingsOf } from '../../../forms/kit/team-meeting/agenda.ts'
import { brusselsDate, isLocalMoment } from '../../../forms/kit/time.ts'
import { readBody } from '../../shared/web/body.ts'
import { homePath, meetingDayRoute, teamMeetingPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { WorkMessage, workRefusals } from '../work-message.tsx'
import { createDesk, typedOn } from './desk.ts'
import { MeetingDayPage, MeetingListPage } from './meeting-pages.tsx'
import { agendaMailsWith } from './meetings-follow.ts'
import { type Shown, statusOf } from './parts.tsx'

type Ctx = Context<SignedIn>
type Show = (c: Ctx, shown: Shown) => Response | Promise<Response>

/** A quarter, for a team that meets every week. */
const mostShown = 13

export function meetingRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const coordinator = requirePerson(['coordinator'])
  const desk = createDesk(deps)
  const { unreadable } = workRefusals(deps.assets)

  routes.get(teamMeetingPath, coordinator, (c) => showList(c, { typed: new Map() }))

  routes.post(teamMeetingPath, coordinator, async (c) => {
    if (!c.var.days.meetings) return noMeeting(c)
    const page = extraPage((await daysIn(c)).days)
    const read = await readOn(c, page)
    if (!read) return unreadable(c)
    const { typed, answers, errors } = read
    const wanted: Wanted = { of: 'meetings', key: String(answers.datum), to: { kind: 'extra' } }
    return save(c, errors.length > 0 ? [] : [wanted], { typed, errors }, showList)
  })

  routes.get(meetingDayRoute, coordinator, (c) => showDay(c, { typed: new Map() }))

  routes.post(meetingDayRoute, coordinator, async (c) => {
    const { line, days } = await daysIn(c)
    if (!line) return noMeeting(c)
    const read = await readOn(c, cancelPage(days))
    if (!read) return unreadable(c)
    const { typed, answers, errors } = read
    const wanted: Wanted = { of: 'meetings', key: line.date, to: { kind: 'none', ...insteadOf(answers) } }
    return save(c, errors.length > 0 ? [] : [wanted], { typed, errors }, showDay)
  })

  routes.post(`${meetingDayRoute}/terug`, coordinator, async (c) => {
    const typed = await readBody(c)
    if (!typed) return unreadable(c)
    const { line } = await daysIn(c)
    return line ? save(c, [{ of: 'meetings', key: line.date }], { typed }, showDay) : noMeeting(c)
  })

  /** What somebody else did of the same day comes before what is wrong with it by now. */
  async function save(c: Ctx, wanted: readonly Wanted[], shown: Shown, show: Show) {
    const { typed } = shown
    if (wanted.length === 0) {
      const [day = ''] = typed.get('datum') ?? []
      const since = await desk.since(c, [{ of: 'meetings', key: c.req.param('date') ?? day }], typed)
      return show(c, since.length > 0 ? { typed, since } : shown)
    }
    const { stored } = await desk.read(c)
    const put = await desk.save(c, wanted, typed, agendaMailsWith(c.var.network, stored, wanted, deps.now()))
    if (put.kind === 'changed') return show(c, { typed, since: put.since })
    if (put.kind !== 'stored') return show(c, { typed, errors: [tooMany] })
    return c.redirect(`${teamMeetingPath}?klaar=bewaard`, 303)
  }

  async function readOn(c: Ctx, page: Page) {
    const typed = await typedOn(c, page)
    return typed && { typed, ...parsePage(page, typed, {}, { criteria: [], now: deps.now() }) }
  }

  /** As it is this moment; `line`: the day of the address, as far as it can be changed. */
  async function daysIn(c: Ctx) {
    const read = await desk.read(c)
    const days = daysOf(c.var.network, read.content)
    const date = c.req.param('date') ?? ''
    const is = days.meetings && isLocalMoment(`${date}T00:00:00`)
    const line = is ? meetingOn(meetingsOf(days), read.content.meetings, date, deps.now()) : undefined
    return { ...read, days, line }
  }

  const historyOf = (c: Ctx) => desk.history(c, ({ of }) => of === 'meetings')

  async function showList(c: Ctx, shown: Shown) {
    if (!c.var.days.meetings) return noMeeting(c)
    const [{ content, revision, days }, history] = await Promise.all([daysIn(c), historyOf(c)])
    const lines = meetingLines(meetingsOf(days), content.meetings, brusselsDate(deps.now()), mostShown)
    const about = {
      content,
      revision,
      days,
      history,
      page: extraPage(days),
      lines,
      done: c.req.query('klaar') !== undefined,
    }
    return c.html(<MeetingListPage {...frameOf(c, deps)} {...about} {...shown} />, statusOf(shown))
  }

  async function showDay(c: Ctx, shown: Shown) {
    const [{ content, revision, days, line }, history] = await Promise.all([daysIn(c), historyOf(c)])
    if (!line) return shown.since?.length ? showList(c, { ...shown, typed: new Map() }) : noMeeting(c)
    const about = { content, revision, days, line, history, page: cancelPage(days) }
    return c.html(<MeetingDayPage {...frameOf(c, deps)} {...about} {...shown} />, statusOf(shown))
  }

  const noMeeting = (c: Ctx) => {
    const { meetings } = c.var.days
    return c.html(
      <WorkMessage {...frameOf(c, deps)} title="Dan is er geen teamoverleg.">
        <p class="lead">
          {meetings
            ? 'Die dag is voorbij, of het team komt dan niet samen. Kies een dag uit de lijst.'
            : 'Dit netwerk heeft geen teamoverleg.'}
        </p>
        <p>
          <a href={meetings ? teamMeetingPath : homePath}>{meetings ? 'Naar het teamoverleg' : 'Naar de aanvragen'}</a>
        </p>
      </WorkMessage>,
      404,
    )
  }

  return routes
}

const tooMany = { name: 'datum', message: 'Er past niet meer bij. Zet eerst dagen terug die niet meer nodig zijn' }

/** Days on which the network is closed: one more, one that is changed, one that goes away. */
import { type Context, Hono } from 'hono'
import {
  type Closing,
  closingFrom,
  closingOf,
  closingPage,
  hasBegun,
  overlapProblem,
  typedClosing,
} from '../../../forms/kit/manage/closing-page.ts'
import type { Wanted } from '../../../forms/kit/manage/entries.ts'
import { daysOf } from '../../../forms/kit/network-days.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { readBody } from '../../shared/web/body.ts'
import { closedDaysPath, closingPath, closingRoute } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { ClosingListPage, EditClosingPage, RemoveClosingPage } from './closing-pages.tsx'
import { createDesk, typedOn } from './desk.ts'
import { agendaMailsWith } from './meetings-follow.ts'
import { type Shown, statusOf } from './parts.tsx'

type Ctx = Context<SignedIn>
/** The page again, with what is wrong or what somebody else did. */
type Show = (c: Ctx, shown: Shown) => Response | Promise<Response>

export function closingRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const coordinator = requirePerson(['coordinator'])
  const desk = createDesk(deps)
  const { unreadable, brokenLink } = workRefusals(deps.assets)
  const today = () => brusselsDate(deps.now())

  routes.get(closedDaysPath, coordinator, (c) => showList(c, { typed: new Map() }))

  routes.post(closedDaysPath, coordinator, async (c) => {
    const typed = await typedOn(c, closingPage())
    return typed ? take(c, typed, undefined, showList) : unreadable(c)
  })

  routes.get(closingRoute, coordinator, async (c) => {
    const { closing } = await closingIn(c)
    return closing ? showOne(c, { typed: typedClosing(closing) }) : brokenLink(c, c.var.network)
  })

  routes.post(closingRoute, coordinator, async (c) => {
    const { closing } = await closingIn(c)
    if (!closing) return brokenLink(c, c.var.network)
    const typed = await typedOn(c, closingPage(closing))
    return typed ? take(c, typed, closing, showOne) : unreadable(c)
  })

  routes.get(`${closingRoute}/weg`, coordinator, (c) => showRemove(c, { typed: new Map() }))

  routes.post(`${closingRoute}/weg`, coordinator, async (c) => {
    const typed = await readBody(c)
    if (!typed) return unreadable(c)
    const { closing } = await closingIn(c)
    if (!closing || hasBegun(closing, today())) return showRemove(c, { typed })
    return save(c, [{ of: 'closedDays', key: closing.from }], typed, { show: showRemove, done: 'weg' })
  })

  /** As it was typed: wrong, or somebody was first, or kept. */
  async function take(c: Ctx, typed: RawInput, before: Closing | undefined, show: Show) {
    const { answers, errors } = parsePage(closingPage(before), typed, {}, { criteria: [], now: deps.now() })
    if (errors.length > 0) return show(c, { typed, errors })
    const { from, ...value } = closingOf(answers)
    const moved: Wanted[] = before && before.from !== from ? [{ of: 'closedDays', key: before.from }] : []
    const wanted: Wanted[] = [...moved, { of: 'closedDays', key: from, to: value }]
    const { content } = await desk.read(c)
    const overlap = overlapProblem(content, { from, ...value }, before?.from)
    if (overlap.length === 0) return save(c, wanted, typed, { show, done: 'bewaard' })
    // What somebody else did of the same days comes before what is wrong with it by now.
    const since = await desk.since(c, wanted, typed)
    return show(c, since.length > 0 ? { typed, since } : { typed, errors: overlap })
  }

  async function save(
    c: Ctx,
    wanted: readonly Wanted[],
    typed: RawInput,
    { show, done }: { show: Show; done: string },
  ) {
    const { stored } = await desk.read(c)
    const put = await desk.save(c, wanted, typed, agendaMailsWith(c.var.network, stored, wanted, deps.now()))
    if (put.kind === 'changed') return show(c, { typed, since: put.since })
    if (put.kind !== 'stored') return show(c, { typed, errors: [tooMany] })
    return c.redirect(`${closedDaysPath}?klaar=${done}`, 303)
  }

  /** What begins on the date of the address; what is over is not changed any more. */
  async function closingIn(c: Ctx) {
    const read = await desk.read(c)
    const closing = closingFrom(read.content, c.req.param('from') ?? '', today())
    return { ...read, closing, days: daysOf(c.var.network, read.content) }
  }

  const historyOf = (c: Ctx) => desk.history(c, ({ of }) => of === 'closedDays')

  async function showList(c: Ctx, shown: Shown) {
    const [{ content, revision, days }, history] = await Promise.all([closingIn(c), historyOf(c)])
    const about = { content, revision, days, history, page: closingPage(), today: today(), done: c.req.query('klaar') }
    return c.html(<ClosingListPage {...frameOf(c, deps)} {...about} {...shown} />, statusOf(shown))
  }

  async function showOne(c: Ctx, shown: Shown) {
    const [{ content, revision, days, closing }, history] = await Promise.all([closingIn(c), historyOf(c)])
    // Somebody took it away meanwhile: what was typed stands where another one is made.
    if (!closing) return showList(c, shown)
    const about = { content, revision, days, closing, history, page: closingPage(closing), today: today() }
    return c.html(<EditClosingPage {...frameOf(c, deps)} {...about} {...shown} />, statusOf(shown))
  }

  async function showRemove(c: Ctx, shown: Shown) {
    const { content, revision, closing } = await closingIn(c)
    if (!closing) return shown.since ? showList(c, { ...shown, typed: new Map() }) : brokenLink(c, c.var.network)
    if (hasBegun(closing, today())) return c.redirect(closingPath(closing.from), 303)
    const about = { content, revision, closing }
    return c.html(<RemoveClosingPage {...frameOf(c, deps)} {...about} since={shown.since} />, statusOf(shown))
  }

  return routes
}

const tooMany = { name: 'van', message: 'Er past niet meer bij. Haal eerst dagen weg die niet meer nodig zijn' }

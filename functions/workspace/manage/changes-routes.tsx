/** What was changed in Beheer, by whom and when; and one change put back, as long as nobody changed the same since. */
import { type Context, Hono } from 'hono'
import { type Changed, isStill } from '../../../forms/kit/manage/entries.ts'
import { offersPutBack } from '../../../forms/kit/manage/first-offers.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import type { ContentChange } from '../../shared/store/content-changes.ts'
import { readBody } from '../../shared/web/body.ts'
import { changePath, changeRoute, changesPath } from '../../shared/work-paths.ts'
import { frameOf, noteView } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { ChangePage, ChangesPage, type Standing } from './changes-pages.tsx'
import { asShown, createDesk, type Read } from './desk.ts'
import { agendaMailsWith } from './meetings-follow.ts'

/** So many on one page. */
const mostListed = 200

/** Who came leaves on a page of their own, and a mailbox counts once it is confirmed: neither is put back by a press. */
const notPutBack = (changed: readonly Changed[]): boolean =>
  changed.some(({ of, from }) => of === 'mailboxes' || of === 'awaited' || (of === 'people' && from === undefined))

/** Whose data stand in what was changed, by id. */
const peopleIn = (changes: readonly ContentChange[]): string[] => [
  ...new Set(changes.flatMap(({ changed }) => changed.flatMap(({ of, key }) => (of === 'people' ? [key] : [])))),
]

/** One change, and the network as it is this moment. */
type Found = Read & { standing: Standing }

export function changesRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const desk = createDesk(deps)
  const coordinator = requirePerson(['coordinator'])
  const { unreadable, brokenLink } = workRefusals(deps.assets)

  routes.get(changesPath, coordinator, async (c) => {
    const [{ content }, history] = await Promise.all([desk.read(c), desk.history(c, undefined, mostListed)])
    await noteView(c, deps, 'mensen', peopleIn(history.changes))
    return c.html(<ChangesPage {...frameOf(c, deps)} {...{ content, history }} />)
  })

  routes.get(changeRoute, coordinator, (c) => show(c, 200))

  routes.post(changeRoute, coordinator, async (c) => {
    const typed = await readBody(c)
    if (!typed) return unreadable(c)
    const found = await find(c)
    return found?.standing.kind === 'can-go-back' ? goBack(c, found, typed) : show(c, 409)
  })

  async function goBack(c: Context<SignedIn>, { standing: { change }, stored }: Found, typed: RawInput) {
    const { network } = c.var
    const wanted = offersPutBack(change.changed, network, brusselsDate(deps.now()))
    const put = await desk.save(c, wanted, typed, {
      ...{ what: 'teruggezet', undid: change.revision },
      ...agendaMailsWith(network, stored, wanted, deps.now()),
    })
    return put.kind === 'stored' ? c.redirect(`${changePath(change.revision)}?klaar=terug`, 303) : show(c, 409)
  }

  async function find(c: Context<SignedIn>): Promise<Found | undefined> {
    const [change, read] = await Promise.all([desk.change(c, Number(c.req.param('revision'))), desk.read(c)])
    if (!change) return undefined
    const standing: Standing =
      change.large || notPutBack(change.changed)
        ? { kind: 'not-here', change }
        : change.changed.every((one) => isStill(read.stored, one))
          ? { kind: 'can-go-back', change }
          : { kind: 'changed-since', change }
    return { standing, ...read }
  }

  async function show(c: Context<SignedIn>, status: 200 | 409) {
    const found = await find(c)
    if (!found) return brokenLink(c, c.var.network)
    const { content, revision } = found
    const standing = { ...found.standing, change: asShown(found.standing.change, c.var.network) }
    await noteView(c, deps, 'mensen', peopleIn([standing.change]))
    const about = { standing, content, revision, done: c.req.query('klaar') === 'terug' }
    return c.html(<ChangePage {...frameOf(c, deps)} {...about} />, status)
  }

  return routes
}

/** What was changed in Beheer, by whom and when; and one change put back, as long as nobody changed the same since. */
import { type Context, Hono } from 'hono'
import { type Changed, isStill, putBack } from '../../../forms/kit/manage/entries.ts'
import type { ContentChange } from '../../shared/store/content-changes.ts'
import { readBody } from '../../shared/web/body.ts'
import { changePath, changeRoute, changesPath } from '../../shared/work-paths.ts'
import { frameOf, noteView } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { ChangePage, ChangesPage, type Standing } from './changes-pages.tsx'
import { createDesk } from './desk.ts'

/** So many on one page. */
const mostListed = 200

/** Who came leaves on a page of their own, and a mailbox counts once it is confirmed: neither is put back by a press. */
const notPutBack = (changed: readonly Changed[]): boolean =>
  changed.some(({ of, from }) => of === 'mailboxes' || of === 'awaited' || (of === 'people' && from === undefined))

/** Whose data stand in what was changed, by id. */
const peopleIn = (changes: readonly ContentChange[]): string[] => [
  ...new Set(changes.flatMap(({ changed }) => changed.flatMap(({ of, key }) => (of === 'people' ? [key] : [])))),
]

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
    const { standing } = (await find(c)) ?? {}
    if (standing?.kind !== 'can-go-back') return show(c, 409)
    const { change } = standing
    const put = await desk.save(c, putBack(change.changed), typed, {
      ...{ what: 'teruggezet', undid: change.revision },
    })
    return put.kind === 'stored' ? c.redirect(`${changePath(change.revision)}?klaar=terug`, 303) : show(c, 409)
  })

  async function find(c: Context<SignedIn>) {
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
    const { standing, content, revision } = found
    await noteView(c, deps, 'mensen', peopleIn([standing.change]))
    const about = { standing, content, revision, done: c.req.query('klaar') === 'terug' }
    return c.html(<ChangePage {...frameOf(c, deps)} {...about} />, status)
  }

  return routes
}

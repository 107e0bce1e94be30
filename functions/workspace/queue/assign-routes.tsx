/** Several requests of the list to one person, in one press. */

import { type Context, Hono } from 'hono'
import { holdersOf } from '../../../forms/kit/content.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { readBody } from '../../shared/web/body.ts'
import { assignPath, homePath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { listField, listIn } from '../keep-list.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { assignAll, type ReadAssign, readAssign } from './assign.ts'
import { personField } from './assign-form.tsx'
import { AssignedNote, assignedQuery } from './assigned-note.tsx'
import { askedOf, queryOf } from './filters.ts'
import { ListPage } from './list-page.tsx'
import { viewList } from './list-view.ts'

export function assignRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const { unreadable } = workRefusals(deps.assets)
  const door = requirePerson(['coordinator'])

  routes.get(assignPath, door, (c) => c.redirect(homePath, 303))

  routes.post(assignPath, door, async (c) => {
    const body = await readBody(c)
    const read = body && readAssign(body)
    if (!read) return unreadable(c)
    const { ticked } = read
    const to = holdersOf(c.var.content).find(({ id }) => id === read.to)
    const wrong: FieldError[] = [
      ...(ticked.length > 0 ? [] : [{ name: personField, message: 'Vink minstens één aanvraag aan' }]),
      ...(to ? [] : [{ name: personField, message: 'Kies wie de aanvragen krijgt' }]),
    ]
    if (!to || wrong.length > 0) return again(c, read, wrong, 422)
    const { done, errors } = await assignAll(deps, c.var, ticked, to)
    if (errors.length > 0)
      return again(c, read, errors, 409, done.length > 0 && <AssignedNote references={done} name={to.name} />)
    return c.redirect(`${homePath}?${new URLSearchParams(assignedQuery(done, to.id))}`, 303)
  })

  /** The list as it is now, with what was ticked. */
  async function again(
    c: Context<SignedIn>,
    { typed }: ReadAssign,
    errors: readonly FieldError[],
    status: 409 | 422,
    done: ReturnType<typeof AssignedNote> | false = false,
  ) {
    const asked = Object.fromEntries(new URLSearchParams(listIn(c.req.query(listField))))
    const { filters } = askedOf(asked, c.var)
    c.set('list', queryOf(filters))
    const view = await viewList(deps, c.var, filters, deps.now())
    const { content } = c.var
    return c.html(
      <ListPage
        {...frameOf(c, deps)}
        {...view}
        {...{ content, typed }}
        errors={reachable(view.rows, errors)}
        done={done}
      />,
      status,
    )
  }

  return routes
}

/** Of a row that is not on the page (any more) the message leads to who was chosen. */
const reachable = (rows: readonly { reference: string; assign?: unknown }[], errors: readonly FieldError[]) =>
  errors.map((error) =>
    rows.some(({ reference, assign }) => assign && error.name.startsWith(`${reference}.`))
      ? error
      : { ...error, name: personField },
  )

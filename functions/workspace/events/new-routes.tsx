/** An organiser makes an event, from nothing or from another one. */
import type { Context, Hono } from 'hono'
import { copiedFields } from '../../../forms/event-fields.ts'
import { isReserved, readEvent, slugOf } from '../../../forms/event-form.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { readBody } from '../../shared/web/body.ts'
import { eventHome, eventsHome, newEventPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { CopyFrom } from './copy-from.tsx'
import { EventFormPage, type EventFormProps } from './event-form-page.tsx'
import { pressed, withPreview, withRow } from './form-buttons.ts'
import { eventsOf } from './look-up.ts'
import type { EventDeps } from './open-events.ts'
import type { Organised, OrganiserTools } from './tools.ts'

/** Events with the same title whose address ends in a number. */
const mostNumbered = 20

type Shown = Partial<Pick<EventFormProps, 'errors' | 'added' | 'preview' | 'children'>>

const promise = 'Nog niemand krijgt een mail. Uitnodigen doet u daarna.'

/** Before whatever takes the last part of the address for an event. */
export function newRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy }: OrganiserTools) {
  const { events, now } = deps
  const path = newEventPath
  const refusals = workRefusals(deps.assets)

  routes.get(path, async (c) => {
    const typed = new Map([
      ['vorm', ['fysiek']],
      ['uitnodiger', [c.var.person.name]],
    ])
    return showNew(c, deps, typed, { children: <CopyFrom events={await eventsOf(deps, c.var.network.slug)} /> })
  })

  routes.post(path, async (c) => {
    const typed = await readBody(c)
    if (!typed) return refusals.unreadable(c)
    const button = pressed(typed)
    return button === 'dag' || button === 'vraag' ? showNew(c, deps, ...withRow(typed, button)) : create(c, typed)
  })

  async function create(c: Context<Organised>, typed: RawInput) {
    const slug = slugOf(typed.get('titel')?.[0] ?? '')
    const read = readAs(c, typed, slug)
    if (read.kind === 'errors') return showNew(c, deps, typed, { errors: read.errors })
    if (pressed(typed) === 'bekijk') return showNew(c, deps, typed, withPreview(read))
    return c.redirect(eventHome(await make(c, typed, slug)), 303)
  }

  function readAs(c: Context<Organised>, typed: RawInput, slug: string) {
    const { network, person } = c.var
    return readEvent(typed, { network: network.slug, slug, organisator: person.employer, person, now: now() })
  }

  /** At the first address that nobody took. */
  async function make(c: Context<Organised>, typed: RawInput, base: string): Promise<LoketEvent> {
    for (const ending of endings()) {
      const slug = base + ending
      const read = isReserved(slug) ? undefined : readAs(c, typed, slug)
      if (read?.kind !== 'event') continue
      if ((await events.create(read.event, read.link, auditBy(c, 'gemaakt'))) === 'created') return read.event
    }
    throw new Error('Somebody took every address at this very moment')
  }

  /** What tells events with one title apart: a number, and when it was used that often, letters nobody else has. */
  const endings = () => [
    '',
    ...Array.from({ length: mostNumbered - 1 }, (_, index) => `-${index + 2}`),
    `-${Buffer.from(deps.random(6)).toString('hex')}`,
  ]
}

/** The form of a new event, filled with what another one says. */
export function copyRoute(routes: Hono<Organised>, deps: EventDeps) {
  routes.get(`${eventsHome}/:slug/kopie`, (c) => showNew(c, deps, copiedFields(c.var.event, c.var.person)))
}

function showNew(c: Context<Organised>, deps: EventDeps, typed: RawInput, shown: Shown = {}) {
  const { errors = [] } = shown
  return c.html(
    <EventFormPage
      {...frameOf(c, deps)}
      {...{ typed, promise }}
      {...shown}
      errors={errors}
      action={newEventPath}
      back={eventsHome}
      title="Nieuwe activiteit"
    />,
    errors.length > 0 ? 422 : 200,
  )
}

/** An organiser calls an event off: asked once, with how many people hear of it. */
import type { Hono } from 'hono'
import { counted } from '../../../forms/kit/counted.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import { ConfirmPage } from './form-page.tsx'
import { notNow } from './not-now.tsx'
import type { EventDeps } from './open-events.ts'
import type { Organised, OrganiserTools } from './tools.ts'
import { countTouched } from './touched.ts'

export function callOffRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy, until }: OrganiserTools) {
  const { events, lists, now } = deps
  const path = `${eventsHome}/:slug/annuleren`

  routes.get(path, async (c) => {
    const { event } = c.var
    const refused = notNow(c, deps, 'call-off')
    if (refused) return refused
    const { told } = await countTouched(deps, calledOff(event))
    return c.html(
      <ConfirmPage
        {...frameOf(c, deps)}
        event={event}
        title="Gelast u deze activiteit af?"
        text={`${whoHears(told)} Dit kan niet terug.`}
        action={`${eventHome(event)}/annuleren`}
        button="Gelast af"
      />,
    )
  })

  routes.post(path, async (c) => {
    const { event: before } = c.var
    const refused = notNow(c, deps, 'call-off')
    if (refused) return refused
    const after = calledOff(before)
    if ((await events.change(before, after, undefined, auditBy(c, 'afgelast'))) === 'stored')
      await lists.follow(after, now, until())
    return c.redirect(eventHome(before), 303)
  })
}

function calledOff(event: LoketEvent): LoketEvent {
  const revisie = event.revisie + 1
  return { ...event, geannuleerd: true, revisie, gemeld: revisie }
}

const whoHears = (told: number): string =>
  told === 0
    ? 'Niemand krijgt een mail: er is nog niemand die het moet weten.'
    : `${counted(told, 'mens krijgt', 'mensen krijgen')} een mail.`

/** What the routes of an organiser share. */
import type { Context, MiddlewareHandler } from 'hono'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { EventAudit } from '../../shared/store/events.ts'
import type { SignedIn } from '../sign-in/door.ts'

export interface Organised extends SignedIn {
  Variables: SignedIn['Variables'] & { event: LoketEvent }
}

/** What a route on one event is given: the event of the person's own network, and how to write down who did what. */
export interface OrganiserTools {
  findEvent: MiddlewareHandler<Organised>
  auditBy: (c: Pick<Context<Organised>, 'var'>, what: string) => EventAudit
  until: () => Date
}

/** What the routes of an organiser share. */
import type { Context } from 'hono'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { EventAudit } from '../../shared/store/events.ts'
import type { SignedIn } from '../sign-in/door.ts'

export interface Organised extends SignedIn {
  Variables: SignedIn['Variables'] & { event: LoketEvent }
}

/** What a route on one event is given: how to write down who did what, and until when a job on many works. */
export interface OrganiserTools {
  auditBy: (c: Pick<Context<Organised>, 'var'>, what: string) => EventAudit
  until: () => Date
}

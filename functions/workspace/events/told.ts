/** How many people a mail to many goes to: counted one by one, so that the number in a button is the number that leaves. */
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { Invitee, InviteeList } from '../../../forms/kit/events/rsvp.ts'
import { hasMail, isTold } from '../../../forms/kit/events/rsvp-mails.ts'
import type { EventDeps } from './open-events.ts'

type Of = Pick<EventDeps, 'lists' | 'now'>

const wantsMail = (invitee: Invitee): boolean => hasMail(invitee) && !invitee.afgemeld

async function countOf(
  { lists, now }: Of,
  slug: string,
  list: InviteeList | undefined,
  gets: (one: Invitee) => boolean,
) {
  let people = 0
  for await (const page of lists.everybody(slug, now(), list)) people += page.filter(gets).length
  return people
}

/** Of one list, who gets what is mailed to it. */
export const mailedOn = (deps: Of, slug: string, list: InviteeList): Promise<number> =>
  countOf(deps, slug, list, wantsMail)

/** Who hears that it moves, or that it is called off. */
export const toldOf = (deps: Of, event: LoketEvent): Promise<number> =>
  countOf(deps, event.slug, undefined, (one) => isTold(event, one))

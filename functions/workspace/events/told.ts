/** How many people a mail to many goes to: counted one by one, so that the number in a button is the number that leaves. */
import type { InviteeList } from '../../../forms/kit/events/rsvp.ts'
import { wantsMail } from '../../../forms/kit/events/rsvp-mails.ts'
import type { EventDeps } from './open-events.ts'

type Of = Pick<EventDeps, 'lists' | 'now'>

/** Of one list, who gets what is mailed to it. */
export async function mailedOn({ lists, now }: Of, slug: string, list: InviteeList): Promise<number> {
  let people = 0
  for await (const page of lists.everybody(slug, now(), list)) people += page.filter(wantsMail).length
  return people
}

/** Mail to everybody on a list, in fixed words: a test to oneself, and sending it. */
import type { Context, Hono } from 'hono'
import type { Invitee, InviteeList } from '../../../forms/kit/events/rsvp.ts'
import { aboutInvitee } from '../../../forms/kit/events/rsvp-mails.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { newInvitee } from '../../shared/answer-flow.ts'
import { newId } from '../../shared/new-id.ts'
import { eventsHome } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { MailingPage, mailingKinds } from './mailing-page.tsx'
import { notNow } from './not-now.tsx'
import type { EventDeps } from './open-events.ts'
import type { Organised, OrganiserTools } from './tools.ts'

const home = `${eventsHome}/:slug/bericht` as const

export function mailingRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy, until }: OrganiserTools): void {
  const { assets, events, invitees, lists, now } = deps
  const refusals = workRefusals(assets)

  routes.get(home, (c) => notNow(c, deps, 'mail-news') ?? showMailing(c, undefined))
  routes.post(`${home}/:soort/:wat{test|versturen}`, async (c) => {
    const { event, person } = c.var
    const { soort, wat }: Record<string, string> = c.req.param()
    const mailing = mailingKinds.find(({ id }) => id === soort)
    if (!mailing) return refusals.brokenLink(c, c.var.network)
    const refused = notNow(c, deps, mailing.action)
    if (refused) return refused
    const mailOf = (invitee: Invitee) => ({
      mailId: `${mailing.id}-${brusselsDate(now())}`,
      notification: aboutInvitee(invitee, `activiteit-${mailing.id}`),
    })
    if (wat === 'test') {
      // An invitee of nobody's list: the links in a test lead nowhere, the words are the same.
      const self = newInvitee({ id: newId(deps), event, adres: '', bron: 'namens', now: now() })
      await invitees.mailTo(person.email, self.id, { ...mailOf(self), mailId: 'test' }, now())
      return showMailing(c, `We mailden een test naar ${person.email}. De persoonlijke links erin werken niet.`)
    }
    const done = await lists.tell(event, mailing.list, mailOf, now, until())
    await events.note(event.slug, auditBy(c, `bericht ${mailing.id}`))
    return showMailing(
      c,
      done ? 'De mails vertrekken nu, een voor een.' : 'Nog niet iedereen. Druk nog eens om verder te gaan.',
    )
  })

  async function showMailing(c: Context<Organised>, done: string | undefined) {
    const { event } = c.var
    const { counts }: { counts: Record<InviteeList, number> } = await lists.count(event, now())
    return c.html(<MailingPage {...frameOf(c, deps)} {...{ event, counts, done }} now={now()} />)
  }
}

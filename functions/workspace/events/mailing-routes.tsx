/** Mail to everybody on a list, in fixed words, and the invitations: a proof to oneself, and sending it. */
import type { Context, Hono } from 'hono'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import { aboutInvitee } from '../../../forms/kit/events/rsvp-mails.ts'
import type { Mail } from '../../../forms/kit/post/mail.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { newInvitee } from '../../shared/answer-flow.ts'
import { newId } from '../../shared/new-id.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { InvitePage, MailingPage, mailingKinds } from './mailing-page.tsx'
import { notNow } from './not-now.tsx'
import type { EventDeps } from './open-events.ts'
import { mailedOn } from './told.ts'
import type { Organised, OrganiserTools } from './tools.ts'

const home = `${eventsHome}/:slug/bericht` as const
const invitations = `${eventsHome}/:slug/uitnodigen` as const

export function mailingRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy, until }: OrganiserTools): void {
  const { assets, events, invitees, lists, now } = deps
  const refusals = workRefusals(assets)

  routes.get(home, (c) => notNow(c, deps, 'mail-news') ?? showMailing(c, undefined))
  routes.post(`${home}/:soort/:wat{test|versturen}`, async (c) => {
    const { event } = c.var
    const { soort, wat }: Record<string, string> = c.req.param()
    const mailing = mailingKinds.find(({ id }) => id === soort)
    if (!mailing) return refusals.brokenLink(c, c.var.network)
    const refused = notNow(c, deps, mailing.action)
    if (refused) return refused
    const mailOf = (invitee: Invitee) => ({
      mailId: `${mailing.id}-${brusselsDate(now())}`,
      notification: aboutInvitee(invitee, `activiteit-${mailing.id}`),
    })
    if (wat === 'test') return showMailing(c, await proof(c, mailOf))
    const done = await lists.tell(event, mailing.list, mailOf, now, until())
    await events.note(event.slug, auditBy(c, `bericht ${mailing.id}`))
    return showMailing(
      c,
      done ? 'De mails vertrekken nu, een voor een.' : 'Nog niet iedereen. Druk nog eens om verder te gaan.',
    )
  })

  routes.get(invitations, (c) => notNow(c, deps, 'invite') ?? showInvite(c, undefined))
  routes.post(`${invitations}/test`, async (c) => {
    const refused = notNow(c, deps, 'invite')
    if (refused) return refused
    const mailOf = (invitee: Invitee) => ({
      mailId: 'test',
      notification: aboutInvitee(invitee, 'activiteit-uitnodiging'),
    })
    return showInvite(c, await proof(c, mailOf))
  })
  routes.post(invitations, async (c) => {
    const { event } = c.var
    const refused = notNow(c, deps, 'invite')
    if (refused) return refused
    await events.note(event.slug, auditBy(c, 'uitgenodigd'))
    const invited = await lists.invite(event, now, until())
    return c.redirect(`${eventHome(event)}?uitgenodigd=${invited}`, 303)
  })

  /** An invitee of nobody's list: the links in a proof lead nowhere, the words are the same. */
  async function proof(c: Context<Organised>, mailOf: (invitee: Invitee) => Mail): Promise<string> {
    const { event, person } = c.var
    const self = newInvitee({ id: newId(deps), event, adres: '', bron: 'namens', now: now() })
    await invitees.mailTo(person.email, self.id, { ...mailOf(self), mailId: 'test' }, now())
    return `We mailden een test naar ${person.email}. De persoonlijke links erin werken niet.`
  }

  async function showMailing(c: Context<Organised>, done: string | undefined) {
    const { event } = c.var
    const [ja, informed] = await Promise.all([
      mailedOn(deps, event.slug, 'ja'),
      mailedOn(deps, event.slug, 'op_de_hoogte'),
    ])
    const counts = { ja, op_de_hoogte: informed }
    return c.html(<MailingPage {...frameOf(c, deps)} {...{ event, counts, done }} now={now()} />)
  }

  async function showInvite(c: Context<Organised>, done: string | undefined) {
    const { event } = c.var
    const count = await mailedOn(deps, event.slug, 'nieuw')
    return c.html(<InvitePage {...frameOf(c, deps)} {...{ event, count, done }} />)
  }
}

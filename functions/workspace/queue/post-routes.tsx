/** Mails that need a person: the list, sending one again, and saying that it is dealt with. */
import { type Context, Hono } from 'hono'
import { findNetwork } from '../../../forms/index.ts'
import { isEventNotification } from '../../../forms/kit/event-notifications.ts'
import type { LoketEvent } from '../../../forms/kit/events.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import { readBody } from '../../shared/web/body.ts'
import { MessagePage } from '../../shared/web/message-page.tsx'
import type { PartDeps } from '../deps.ts'
import { postPath } from '../paths.ts'
import { actOf, frameOf, noteView } from '../request.ts'
import type { SignedIn } from '../sign-in/session.ts'
import { PostPage } from './post-page.tsx'

const mailsShown = 50

export function postRoutes({ deps, requirePerson }: PartDeps) {
  const { assets, queue, dossierMails, now } = deps
  const routes = new Hono<SignedIn>()
  const door = requirePerson(['coordinator'])

  routes.get(postPath, door, async (c) => {
    const { na, klaar } = c.req.query()
    const page = await queue.troubledMails(c.var.network.slug, mailsShown, now(), na?.slice(0, 200))
    const events = await eventsOf(page.mails)
    await noteView(c, deps, 'post', [...new Set(page.mails.map(({ subject }) => subject))])
    return c.html(
      <PostPage {...frameOf(c, deps)} {...page} events={events} further={na !== undefined} done={klaar} now={now()} />,
    )
  })

  // A second press finds it in line, or dealt with, already: the same answer.
  routes.post(`${postPath}/opnieuw`, door, async (c) => {
    const mail = await findMail(c)
    if (!mail) return gone(c)
    await dossierMails.sendAgain(mail, actOf(c, deps))
    return c.redirect(`${postPath}?klaar=opnieuw`, 303)
  })

  routes.post(`${postPath}/opgelost`, door, async (c) => {
    const mail = await findMail(c)
    if (!mail) return gone(c)
    await dossierMails.settle(mail, actOf(c, deps))
    return c.redirect(`${postPath}?klaar=opgelost`, 303)
  })

  /** What mails about events are about, by slug. */
  async function eventsOf(mails: readonly OutboxItem[]): Promise<ReadonlyMap<string, LoketEvent>> {
    const slugs = mails.flatMap(({ notification }) =>
      isEventNotification(notification) ? [notification.activiteit] : [],
    )
    const found = await Promise.all([...new Set(slugs)].map((slug) => deps.events.read(slug)))
    return new Map(found.flatMap((event) => (event ? [[event.slug, event]] : [])))
  }

  /** The mail a form names, when it is one of this network. */
  async function findMail(c: Context<SignedIn>): Promise<OutboxItem | undefined> {
    const body = await readBody(c)
    const [[subject] = [], [mailId] = []] = [body?.get('subject'), body?.get('mailId')]
    const mails = subject && subject.length <= 100 && mailId ? await dossierMails.list(subject, now()) : []
    return mails.find((mail) => mail.mailId === mailId && findNetwork(mail.notification.network) === c.var.network)
  }

  const gone = (c: Context<SignedIn>) =>
    c.html(
      <MessagePage assets={assets} network={c.var.network} title="Deze mail is er niet meer.">
        <p>
          <a href={postPath}>Terug naar de post</a>
        </p>
      </MessagePage>,
      404,
    )

  return routes
}

/** Mails that need a person: the list, sending one again, and saying that it is dealt with. */
import { type Context, Hono } from 'hono'
import { findNetwork } from '../../../forms/index.ts'
import { isEventNotification } from '../../../forms/kit/events/event-notifications.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { addSeconds } from '../../../forms/kit/time.ts'
import { createEvents } from '../../shared/store/events.ts'
import { type FoldedReason, foldedReasons, isFolded, type OutboxItem } from '../../shared/store/outbox-item.ts'
import { readBody } from '../../shared/web/body.ts'
import { inviteePath, postPath } from '../../shared/work-paths.ts'
import { actOf, frameOf, noteView } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { WorkMessage } from '../work-message.tsx'
import { answerToLetIn, mayGoTogether, PostPage } from './post-page.tsx'

const mailsShown = 50
/** Mails that are acted on together. */
const atOnce = 10
/** Well within the time the function has; whoever waits presses once more. */
const workSeconds = 12

export function postRoutes({ deps, requirePerson }: PartDeps) {
  const { queue, dossierMails, now } = deps
  const events = deps.open(createEvents)
  const routes = new Hono<SignedIn>()
  const door = requirePerson(['coordinator'])

  routes.get(postPath, door, async (c) => {
    const { na, klaar, soort } = c.req.query()
    const { slug } = c.var.network
    const at = now()
    const reason = isFolded(soort) ? soort : undefined
    const after = na?.slice(0, 200)
    const [page, held] = await Promise.all([
      queue.troubledMails(slug, mailsShown, at, after, reason ?? 'apart'),
      reason || after ? [] : heldTogether(slug, at),
    ])
    const mails = [...held.flatMap(({ mails, count }) => (count > 1 ? [] : mails)), ...page.mails]
    const floods = held.filter(({ count }) => count > 1)
    const { content } = c.var
    const shown = {
      ...page,
      content,
      mails,
      floods,
      reason,
      events: await eventsOf(mails),
      further: after !== undefined,
    }
    await noteView(c, deps, 'post', [...new Set(mails.map(({ subject }) => subject))])
    return c.html(<PostPage {...frameOf(c, deps)} {...shown} done={klaar} now={at} />)
  })

  /** What is held for one reason is one row, however much it is; a single mail is shown as itself. */
  const heldTogether = (slug: string, at: Date) =>
    Promise.all(
      foldedReasons.map(async (reason) => {
        const { mails, next } = await queue.troubledMails(slug, 1, at, undefined, reason)
        return { reason, mails, count: next ? await queue.countHeld(slug, reason, at) : mails.length }
      }),
    )

  // A second press finds it in line, or dealt with, already: the same answer.
  routes.post(`${postPath}/opnieuw`, door, async (c) => {
    const body = await readBody(c)
    const reason = reasonIn(body)
    if (reason && mayGoTogether(reason)) {
      const act = (mail: OutboxItem) => dossierMails.sendAgain(mail, actOf(c, deps), { bulk: true })
      return done(c, (await withAll(c, reason, act)) ? 'alle' : 'verder')
    }
    const mail = await findMail(c, body)
    if (!mail) return gone(c)
    const answer = answerToLetIn(mail)
    if (answer) return c.redirect(inviteePath({ slug: answer.activiteit }, answer.genodigde), 303)
    await dossierMails.sendAgain(mail, actOf(c, deps))
    return done(c, 'opnieuw')
  })

  routes.post(`${postPath}/opgelost`, door, async (c) => {
    const body = await readBody(c)
    const reason = reasonIn(body)
    if (reason) {
      const act = (mail: OutboxItem) => dossierMails.settle(mail, actOf(c, deps))
      return done(c, (await withAll(c, reason, act)) ? 'uit-de-lijst' : 'verder')
    }
    const mail = await findMail(c, body)
    if (!mail) return gone(c)
    await dossierMails.settle(mail, actOf(c, deps))
    return done(c, 'opgelost')
  })

  const done = (c: Context<SignedIn>, what: string) => c.redirect(`${postPath}?klaar=${what}`, 303)

  /** All mails held for one reason, a few at once; true when none is left, false when time was up. */
  async function withAll(c: Context<SignedIn>, reason: FoldedReason, act: (mail: OutboxItem) => Promise<unknown>) {
    const until = addSeconds(now(), workSeconds)
    let after: string | undefined
    do {
      const page = await queue.troubledMails(c.var.network.slug, atOnce, now(), after, reason)
      await Promise.all(page.mails.map(act))
      after = page.next
    } while (after && now() < until)
    return after === undefined
  }

  /** What mails about events are about, by slug. */
  async function eventsOf(mails: readonly OutboxItem[]): Promise<ReadonlyMap<string, LoketEvent>> {
    const slugs = mails.flatMap(({ notification }) =>
      isEventNotification(notification) ? [notification.activiteit] : [],
    )
    const found = await Promise.all([...new Set(slugs)].map((slug) => events.read(slug)))
    return new Map(found.flatMap((event) => (event ? [[event.slug, event]] : [])))
  }

  /** The mail a form names, when it is one of this network. */
  async function findMail(c: Context<SignedIn>, body: RawInput | undefined): Promise<OutboxItem | undefined> {
    const [[subject] = [], [mailId] = []] = [body?.get('subject'), body?.get('mailId')]
    const mails = subject && subject.length <= 100 && mailId ? await dossierMails.list(subject, now()) : []
    return mails.find((mail) => mail.mailId === mailId && findNetwork(mail.notification.network) === c.var.network)
  }

  const gone = (c: Context<SignedIn>) =>
    c.html(
      <WorkMessage {...frameOf(c, deps)} title="Deze mail is er niet meer.">
        <p>
          <a href={postPath}>Terug naar de post</a>
        </p>
      </WorkMessage>,
      404,
    )

  return routes
}

/** Of all mails held for one reason; absent when a form names one mail. */
function reasonIn(body: RawInput | undefined): FoldedReason | undefined {
  const reason = body?.get('soort')?.[0]
  return isFolded(reason) ? reason : undefined
}

/**
 * Takes mails from the outbox and sends them: claim → caps → words → MIME → SES → sent. Whatever goes wrong, the mail
 * stays in the outbox: due again, held or failed where a person sees it, never dropped.
 */
import { render } from '../../emails/render.ts'
import { nextAgendaMail } from '../../forms/kit/agenda.ts'
import { normalizeEmail } from '../../forms/kit/contact.ts'
import type { Form } from '../../forms/kit/form.ts'
import type { Network } from '../../forms/kit/network.ts'
import type { Notification } from '../../forms/kit/notifications.ts'
import { causeOf, type Log } from '../shared/log.ts'
import { mailTags } from '../shared/mail-tags.ts'
import type { ReadSecrets } from '../shared/secrets.ts'
import type { MailKey, Outbox } from '../shared/store/outbox.ts'
import type { HoldReason, OutboxItem } from '../shared/store/outbox-item.ts'
import { createCaps } from './caps.ts'
import { linkFor } from './link-for.ts'
import { composeMime } from './mime.ts'
import { nextTry } from './retry.ts'
import type { SendMail } from './ses.ts'

export interface DeliverDeps {
  outbox: Outbox
  send: SendMail
  secrets: ReadSecrets
  findNetwork: (slug: string) => Network | undefined
  findForm: (slug: string) => Form | undefined
  /** Where people reach Loket, without a slash at the end. */
  baseUrl: string
  /** The address all mail comes from. */
  from: string
  now: () => Date
  log: Log
}

/** Sends what may be sent of these mails, and returns the keys it could not handle at all (the store was down). */
export type Deliver = (keys: readonly MailKey[]) => Promise<MailKey[]>

export function createDeliver(deps: DeliverDeps): Deliver {
  const { outbox, send, now, log } = deps
  const caps = createCaps(deps)

  async function deliverOne(key: MailKey): Promise<void> {
    const mail = await outbox.claim(key, now())
    if (!mail) return
    let messageId: string
    try {
      const service = serviceOf(mail)
      const to = await recipientOf(mail, service.network)
      if (!to) return await hold(mail, 'geen-adres')
      const reason = await caps.reasonToHold(mail, to, now())
      if (reason) return await hold(mail, reason)
      const references = await agendaOf(mail, service.network)
      if (references && references.length === 0) return await cancel(mail)
      messageId = await send({ to, mime: await compose(mail, service, to, references), tags: mailTags(mail) })
    } catch (error) {
      return await postpone(mail, error)
    }
    const ours = await outbox.sent(mail, { now: now(), messageId })
    if (ours) log.info('Mail sent', about(mail))
    else log.warn('Mail sent after its lease: it may arrive twice', about(mail))
  }

  function serviceOf({ notification }: OutboxItem): About {
    const network = deps.findNetwork(notification.network)
    const form = 'form' in notification ? deps.findForm(notification.form) : undefined
    if (!network || ('form' in notification && !form)) throw new Error('A mail names an unknown network or form')
    return { network, form }
  }

  /** Exactly one address; checked again here, where it would otherwise become an envelope. */
  async function recipientOf({ notification, subject }: OutboxItem, network: Network): Promise<string | undefined> {
    const address =
      notification.to === 'aanvrager' ? await outbox.address(subject, now()) : staffAddress(notification, network)
    return address === undefined ? undefined : normalizeEmail(address)
  }

  function staffAddress(notification: Notification, network: Network): string | undefined {
    if (notification.to === 'triage') return network.triageEmail
    if (notification.to === 'plaatsvervanger') return network.plaatsvervangerEmail
    // Whoever left the network since leaves their mail to the coordinators.
    const person = network.mensen.find(({ id }) => 'person' in notification && id === notification.person)
    return person?.email ?? network.triageEmail
  }

  /**
   * What an agenda mail names; undefined for every other mail. The mail of the next meeting is put first: it names
   * what this meeting leaves undecided, and is cancelled when that is nothing.
   */
  async function agendaOf({ notification }: OutboxItem, network: Network): Promise<string[] | undefined> {
    if (notification.kind !== 'agenda') return undefined
    const references = await outbox.agenda(network.slug, notification.on)
    if (references.length > 0) await outbox.add({ ...nextAgendaMail(network, notification), now: now() })
    return references
  }

  async function cancel(mail: OutboxItem): Promise<void> {
    if (await outbox.cancel(mail)) log.info('Mail not needed', about(mail))
  }

  async function compose({ notification }: OutboxItem, service: About, to: string, references: string[] | undefined) {
    const { linkKeys } = await deps.secrets()
    const link = linkFor(notification, { baseUrl: deps.baseUrl, linkKeys })
    const digest = notification.kind === 'triage-overzicht'
    const held = digest ? await caps.heldSince(notification.network, new Date(notification.since)) : 0
    const words = await render(notification, { ...service, link, held, references })
    return composeMime({ ...words, to, replyTo: service.network.antwoordEmail, date: now() }, deps.from)
  }

  async function hold(mail: OutboxItem, reason: HoldReason): Promise<void> {
    const ours = await outbox.hold(mail, reason)
    if (ours) log.warn('Mail held', { ...about(mail), reason })
  }

  /** Every failed try ends here: a throttled or unreachable SES, a refused message, a template that throws. */
  async function postpone(mail: OutboxItem, error: unknown): Promise<void> {
    const again = nextTry(new Date(mail.plannedAt), now())
    const cause = { ...about(mail), ...causeOf(error) }
    if (again) {
      await outbox.retryAt(mail, again)
      log.warn('Mail postponed', { ...cause, again: again.toISOString() })
    } else if (await outbox.fail(mail, 'opgegeven')) {
      log.error('Mail given up after 72 hours', cause)
    }
  }

  return async (keys) => {
    const failed: MailKey[] = []
    for (const key of keys) {
      try {
        await deliverOne(key)
      } catch (error) {
        failed.push(key)
        log.error('Mail could not be handled', causeOf(error))
      }
    }
    return failed
  }
}

/** Whose mail it is, and of which form; a mail about no request has none. */
interface About {
  network: Network
  form: Form | undefined
}

/** What may be logged of a mail: a draft's id is left out, it is part of an address that opens it. */
const about = ({ mailId, attempts, notification }: OutboxItem) => ({
  mailId,
  attempts,
  kind: notification.kind,
  network: notification.network,
  ...('reference' in notification ? { reference: notification.reference } : {}),
})

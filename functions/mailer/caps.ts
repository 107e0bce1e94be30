/**
 * How much mail one person gets (domain.md §3.11, quality.md Limits). Above a cap a mail is held where a coordinator
 * sees it; a submit is never refused for it.
 */
import type { Notification } from '../../forms/kit/notifications.ts'
import { addSeconds, brusselsDate, epochSeconds, secondsPerDay } from '../../forms/kit/time.ts'
import { addressHmac, type ReadSecrets } from '../shared/secrets.ts'
import type { Outbox } from '../shared/store/outbox.ts'
import type { HoldReason, OutboxItem } from '../shared/store/outbox-item.ts'

/** To one typed address, per Brussels day: of mail about requests, of links to half-filled forms, and of mail about events. */
const addressesPerDay = 20
/** Mails about new requests to one network, per Brussels clock hour. */
const triagePerHour = 20

const counterDays = 2

interface Deps {
  outbox: Pick<Outbox, 'count' | 'counted' | 'add'>
  secrets: ReadSecrets
}

export function createCaps({ outbox, secrets }: Deps) {
  const count = (scope: string, period: string, now: Date) =>
    outbox.count(scope, period, epochSeconds(addSeconds(now, counterDays * secondsPerDay)))

  /** The digest is put before the mail is held: a crash between the two sends one mail too many, never one too few. */
  async function addDigest({ network, form }: Flooding, { requestId }: OutboxItem, hour: Date, now: Date) {
    await outbox.add({
      subject: `TRIAGE-${network}-${periodOf(hour)}`,
      mailId: 'overzicht',
      notification: { kind: 'triage-overzicht', to: 'triage', network, form, since: hour.toISOString() },
      now,
      dueAt: addSeconds(hour, 3600),
      requestId,
    })
  }

  return {
    /** Counts a mail that is about to go to `address`; the reason to hold it when that is one too many. */
    async reasonToHold(mail: OutboxItem, address: string, now: Date): Promise<HoldReason | undefined> {
      // Counted at the first try only: a retry is not one more mail, and what a person sends again is their decision.
      if (mail.attempts > 1 || mail.released) return undefined
      const { notification } = mail
      if (notification.to === 'aanvrager' || notification.to === 'genodigde') {
        const { addressKey } = await secrets()
        const amount = await count(scopeOf(notification, addressHmac(addressKey, address)), brusselsDate(now), now)
        return amount > addressesPerDay ? 'dagplafond' : undefined
      }
      if (!isFlooding(notification)) return undefined
      const hour = startOfHour(now)
      if ((await count(triageScope(notification.network), periodOf(hour), now)) <= triagePerHour) return undefined
      await addDigest(notification, mail, hour, now)
      return 'overzicht'
    },

    /** How many mails about new requests a network did not get in the hour that began at `since`. */
    async heldSince(network: string, since: Date): Promise<number> {
      return Math.max(0, (await outbox.counted(triageScope(network), periodOf(since))) - triagePerHour)
    },
  }
}

/** What a flood of requests, sent or withdrawn, fills a mailbox with. */
type Flooding = Extract<Notification, { kind: 'triage' | 'triage-ingetrokken' }>
const isFlooding = (notification: Notification): notification is Flooding =>
  notification.kind === 'triage' || notification.kind === 'triage-ingetrokken'

/** Counted apart: whoever types somebody's address under an event or a draft must not use up what a request may send them. */
function scopeOf(notification: Notification, hmac: string): string {
  if (notification.to === 'genodigde') return `genodigde-${hmac}`
  return 'draft' in notification ? `concept-${hmac}` : hmac
}

const triageScope = (network: string) => `triage-${network}`

/**
 * Belgium is a whole number of hours from UTC, so a Brussels clock hour is an hour in UTC; written in UTC, the hour
 * that occurs twice in autumn is two hours.
 */
function startOfHour(instant: Date): Date {
  const hour = new Date(instant)
  hour.setUTCMinutes(0, 0, 0)
  return hour
}
const periodOf = (hour: Date) => hour.toISOString().slice(0, 13)

/**
 * How much mail one person gets, and how much goes to people we never mailed (docs/domain.md §3.11,
 * docs/decisions/014-mail-to-strangers.md). Above a cap a mail is held where a coordinator sees it, and only a person
 * lets it go; the next hour or day others pass. A submit is never refused for it. What tells an invitee how their answer
 * stands is the exception: of that the last one leaves by itself the next day.
 */
import type { Notification } from '../../forms/kit/post/notifications.ts'
import {
  addDays,
  addSeconds,
  brusselsDate,
  brusselsInstant,
  epochSeconds,
  secondsPerDay,
} from '../../forms/kit/time.ts'
import { addressHmac, type ReadSecrets } from '../shared/secrets.ts'
import type { Outbox } from '../shared/store/outbox.ts'
import type { HoldReason, OutboxItem } from '../shared/store/outbox-item.ts'

/**
 * To one typed address, per Brussels day: of mail about requests, of links to half-filled forms, of mail about events, of mail about
 * overlegs, and of what confirms an answer about one.
 */
const addressesPerDay = 20
/** Mails about new requests to one network, and of each sort that follows from them, per Brussels clock hour. */
const triagePerHour = 20

/**
 * To addresses that got no mail from us before, per network and clock hour. Whoever types other people's addresses into
 * our forms makes us the sender of that mail: so much of it, and no more, before a person looks.
 */
const strangersPerHour = { concept: 12, bevestiging: 300, antwoord: 1500 } as const

/** Staff caused these: an address on an organiser's list, or at the table of an overleg, is no stranger's doing. */
const fromStaff = ({ kind, to }: Notification): boolean =>
  to === 'deelnemer' || kind === 'activiteit-uitnodiging' || kind === 'activiteit-herinnering'

/** These say how an answer stands: of several the last one is enough. */
const standing: readonly Notification['kind'][] = [
  'activiteit-ja',
  'activiteit-nee',
  'activiteit-op-de-hoogte',
  'activiteit-wachtlijst',
  'activiteit-te-laat',
  'activiteit-plaats',
  'activiteit-verplaatst',
  'activiteit-geannuleerd',
  'overleg-antwoord',
]

export const tellsStanding = ({ kind }: Notification): boolean => standing.includes(kind)

/** To an address that somebody typed. */
const typedTo: readonly Notification['to'][] = ['aanvrager', 'genodigde', 'deelnemer']

const counterDays = 2
/** So many days after the last mail an address still counts as one we mailed; only its HMAC is kept. */
const knownDays = 90

/** Held for a person, or sent by itself at a later instant. */
export type Restraint = { hold: HoldReason } | { later: Date }

interface Deps {
  outbox: Pick<Outbox, 'count' | 'counted' | 'add'>
  secrets: ReadSecrets
}

export type Caps = ReturnType<typeof createCaps>

export function createCaps({ outbox, secrets }: Deps) {
  const count = (scope: string, period: string, now: Date, days = counterDays) =>
    outbox.count(scope, period, epochSeconds(addSeconds(now, days * secondsPerDay)))

  /** Whether this is mail to somebody we never mailed, and more of it than may leave this hour; from now on we know them. */
  async function isFlood(notification: Notification, hmac: string, now: Date) {
    const sort = strangerClassOf(notification)
    const known = await outbox.counted(...knownCounter(hmac))
    if (!known && !fromStaff(notification)) {
      const amount = await count(`nieuw-${sort}-${notification.network}`, periodOf(startOfHour(now)), now)
      if (amount > strangersPerHour[sort]) return true
    }
    await count(...knownCounter(hmac), now, knownDays)
    return false
  }

  async function toTyped({ notification, released }: OutboxItem, address: string, now: Date) {
    const hmac = addressHmac((await secrets()).addressKey, asCounted(address))
    if (released) {
      // What a person sends is their decision; whoever gets it is known to us since.
      await count(...knownCounter(hmac), now, knownDays)
      return undefined
    }
    if ((await count(scopeOf(notification, hmac), brusselsDate(now), now)) > addressesPerDay)
      return tellsStanding(notification) ? { later: tomorrow(now) } : { hold: 'dagplafond' as const }
    return (await isFlood(notification, hmac, now)) ? { hold: 'onbekend' as const } : undefined
  }

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
    /** Counts a mail that is about to go to `address`; what is done instead when that is one too many. */
    async restraint(mail: OutboxItem, address: string, now: Date): Promise<Restraint | undefined> {
      // Counted at the first try only: a retry is not one more mail.
      if (mail.attempts > 1) return undefined
      const { notification } = mail
      if (typedTo.includes(notification.to)) return toTyped(mail, address, now)
      if (mail.released) return undefined
      const hour = startOfHour(now)
      const follows = followsFlood(notification)
      if (follows) {
        const told = await count(`${follows}-${notification.network}`, periodOf(hour), now)
        return told > triagePerHour ? { hold: 'overzicht' } : undefined
      }
      if (!isFlooding(notification)) return undefined
      if ((await count(triageScope(notification.network), periodOf(hour), now)) <= triagePerHour) return undefined
      await addDigest(notification, mail, hour, now)
      return { hold: 'overzicht' }
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

/**
 * What a flood of requests causes later, of which each sort is counted apart: applicants' mails that came back, what they added, and
 * requests that nobody opened, looked at, or did anything with in time. All of it stands in the lists of the werkruimte. Of mail to staff that came
 * back somebody always hears, and a coordinator of what stays undone: whoever asked reads that it was passed on.
 */
function followsFlood(notification: Notification): string | undefined {
  const { kind, to } = notification
  if (to !== 'triage' && to !== 'plaatsvervanger') return undefined
  if (kind === 'niet-aangekomen') return notification.aan === 'aanvrager' ? 'terug' : undefined
  if (kind === 'ongeopend') return kind
  return kind === 'taak' && planned.includes(notification.why) ? notification.why : undefined
}
const planned: readonly (Notification & { kind: 'taak' })['why'][] = [
  'voorbij',
  'nakijken',
  'stil',
  'wissen',
  'toegevoegd',
]

type StrangerClass = keyof typeof strangersPerHour

function strangerClassOf(notification: Notification): StrangerClass {
  if (notification.to === 'genodigde') return 'antwoord'
  return 'draft' in notification ? 'concept' : 'bevestiging'
}

/**
 * Counted apart: whoever types somebody's address under an event or a draft must not use up what a request may send them, and
 * whoever answers along somebody's link, over and over, not what tells them that an overleg is called off.
 */
function scopeOf(notification: Notification, hmac: string): string {
  if (notification.to !== 'deelnemer') return `${strangerClassOf(notification)}-${hmac}`
  return `${notification.kind === 'overleg-antwoord' ? 'tafelantwoord' : 'tafel'}-${hmac}`
}

/** Above zero once an address was mailed; scope and period of the counter. */
export const knownCounter = (hmac: string) => [`bekend-${hmac}`, 'ooit'] as const

/**
 * For counting only: `noor+1@` and `n.oor@` reach the mailbox of `noor@` at large providers, so they count as one.
 * Where they do not, two people share twenty mails a day.
 */
export function asCounted(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  return `${local.replace(/(?<=.)\+.*$/s, '').replaceAll('.', '')}${address.slice(at)}`
}

/** The next Brussels midnight. */
const tomorrow = (now: Date) => brusselsInstant(`${addDays(brusselsDate(now), 1)}T00:00`)

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

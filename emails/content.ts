/** A mail before it is drawn: HTML and text are made from this same data, so that no fact is in one of them only. */
import type { NetworkContent } from '../forms/kit/content.ts'
import type { EventNotificationKind } from '../forms/kit/events/event-notifications.ts'
import type { LoketEvent } from '../forms/kit/events/events.ts'
import type { Standing } from '../forms/kit/events/organiser-mails.ts'
import type { Form } from '../forms/kit/form.ts'
import type { Network } from '../forms/kit/network.ts'
import type { Overleg, Participant } from '../forms/kit/overleg/overleg.ts'
import type { Said } from '../forms/kit/overleg/said.ts'
import type { ActionPlan } from '../forms/kit/plan/action-plan.ts'
import type { PlanSaid } from '../forms/kit/plan/plan-said.ts'
import type {
  KnownNotification,
  MailedKind,
  MailedNotification,
  NotificationKind,
} from '../forms/kit/post/notifications.ts'

export interface MailContent {
  /** Constant words and at most a reference: a subject is read on locked screens and kept in logs. */
  subject: string
  /** What an inbox shows beside the subject. */
  preview: string
  heading: string
  /** One idea each. */
  paragraphs: readonly string[]
  /** Label and value, in the order a person needs them. */
  facts: readonly Fact[]
  /** What happens next, one step each; may be empty. */
  next: readonly string[]
  /** The only link of the mail, but for those below; absent where nothing is left to open. */
  button?: { label: string; href: string }
  /** Mail about a public event also leads to its page, and out of all mail; the overview of a day to the list of each count. */
  links?: readonly MailLink[]
  closing: readonly string[]
  /** The number in its words that somebody calls, where that is not the network's. */
  phone?: string
  /** Who writes: its name, phone and colours. */
  network: Network
}

interface MailLink {
  label: string
  href: string
  /** The way out: there for who looks for it. */
  quiet?: true
}

export type Fact = readonly [label: string, value: string]

export type Words = Omit<MailContent, 'network'>

/** What the words of every mail are made from, beside its notification. */
export interface AnyContext {
  network: Network
  /** Its people and its aanbod, by name. */
  content: NetworkContent
  /** The one URL of the mail, with its token. */
  link: string
  /** When it leaves: what it says is true then (moment.ts). */
  now: Date
  /** When it was decided. */
  decidedAt: Date
}
/** Of what a person asks for, or fills in. */
export type FormContext = AnyContext & { form: Form }
/** One mail in place of many. */
export type DigestContext = AnyContext & { held: number }
/** What the team discusses. */
export type AgendaContext = AnyContext & { references: readonly string[] }
/** One count of the overview of a day; of `most` there are that many or more. */
export interface DayCount {
  label: string
  count: number
  most: boolean
  /** What the link to its list says. */
  link: string
  href: string
}
/** What waits, and where the overview is switched off. */
export type OverviewContext = AnyContext & { counts: readonly DayCount[]; settings: string }
export type EventContext = AnyContext & { event: EventMail }

/** How an event stands, for who organises it. */
export type OrganiserContext = AnyContext & { about: { event: LoketEvent; standing: Standing } }

/** What mail about an event shows beside its notification. */
export interface EventMail {
  event: LoketEvent
  /** The event's public page. */
  page: string
  /** The way out of all mail about it. */
  unsubscribe: string
}

export type OverlegContext = FormContext & { about: OverlegMail }

/** An overleg as mail about it sees it when it leaves: its open part, and what the one participant said. */
export interface OverlegMail {
  /** Absent once it is erased: then nothing leaves. */
  overleg?: Overleg
  /** Whom the mail is to; absent in mail to staff. */
  who?: Participant
  said: Said
  now: Date
}

export type PlanContext = FormContext & { about: PlanMail }

/** A plan van aanpak as mail about it sees it when it leaves: its open part, that of its table, and what the one participant said. */
export interface PlanMail {
  /** Absent once it is erased: then nothing leaves. */
  plan?: ActionPlan
  /** The table at which the participant has or had their place; absent in mail to staff. */
  overleg?: Overleg
  who?: Participant
  said: PlanSaid
  now: Date
}

export type PlanMailKind = Extract<MailedKind, `plan-${string}`>
/** Every mail about one overleg; of the others some say where an overleg stands. */
export type OverlegMailKind = Exclude<Extract<MailedNotification, { overleg: string }>['kind'], PlanMailKind>

/** What is read for a kind when it leaves (functions/mailer/kinds.ts), and is there for its words. */
export type ContextOf<Kind extends NotificationKind> = Kind extends EventNotificationKind
  ? EventContext
  : Kind extends 'organisator'
    ? OrganiserContext
    : Kind extends 'agenda'
      ? AgendaContext
      : Kind extends 'dagoverzicht'
        ? OverviewContext
        : Kind extends 'triage-overzicht'
          ? DigestContext
          : Kind extends OverlegMailKind
            ? OverlegContext
            : Kind extends PlanMailKind
              ? PlanContext
              : NotificationOf<Kind> extends { form: string }
                ? FormContext
                : AnyContext

export type NotificationOf<Kind extends NotificationKind> = Extract<KnownNotification, { kind: Kind }>

export type WordsOf<Kinds extends MailedKind> = {
  [Kind in Kinds]: (notification: NotificationOf<Kind>, context: ContextOf<Kind>) => Words
}

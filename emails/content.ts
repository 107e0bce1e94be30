/** A mail before it is drawn: HTML and text are made from this same data, so that no fact is in one of them only. */
import type { LoketEvent } from '../forms/kit/events/events.ts'
import type { Form } from '../forms/kit/form.ts'
import type { Network } from '../forms/kit/network.ts'

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
  /** The only link of the mail, but for those below. */
  button: { label: string; href: string }
  /** Mail about a public event also leads to its page, and out of all mail. */
  links?: readonly { label: string; href: string }[]
  closing: readonly string[]
  /** Who writes: its name, phone and colours. */
  network: Network
}

export type Fact = readonly [label: string, value: string]

/** What the words of a mail are made from, beside its notification. */
export interface MailContext {
  network: Network
  /** What the mail is about; absent when it is about no request. */
  form: Form | undefined
  /** The one URL of the mail, with its token. */
  link: string
  /** How many mails a digest stands for; 0 for every other kind. */
  held: number
  /** What is on the agenda of a meeting; absent for every other kind. */
  references?: readonly string[] | undefined
  /** Only for mail about an event. */
  event?: EventMail
}

export type Words = Omit<MailContent, 'network'>

/** What mail about an event shows beside its notification. */
export interface EventMail {
  event: LoketEvent
  /** The event's public page. */
  page: string
  /** The way out of all mail about it. */
  unsubscribe: string
}

/** A mail before it is drawn: HTML and text are made from this same data, so that no fact is in one of them only. */
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

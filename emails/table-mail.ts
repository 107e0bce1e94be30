/** The frame of mail about an overleg or a plan: to who sits at the table, and to who holds it or stands in. */
import type { Form } from '../forms/kit/form.ts'
import type { Words } from './content.ts'
import { type Contact, isOfClient, type Moment, overlegFacts } from './overleg-facts.ts'

export interface Told {
  /** Without the reference; what the mail is headed too. */
  subject: string
  /** One idea each. */
  paragraphs: string[]
  /** Absent: the link in it would open nothing. */
  button?: string
}

interface ToGuest {
  reference: string
  contact: Contact
  form: Form
  link: string
  /** Only where the mail says the hour. */
  moment?: Moment | undefined
}

export const guestMail = (told: Told, { reference, contact, form, link, moment }: ToGuest): Words => ({
  ...headOf(told, reference),
  facts: overlegFacts(reference, contact, moment),
  ...buttonOf(told, link),
  closing: closingOf(contact, isOfClient(form), told.button !== undefined),
  phone: contact.phone,
})

/** `contact`: whom to call; absent where nobody else is needed. */
export const staffMail = (told: Told, reference: string, link: string, contact?: Contact): Words => ({
  ...headOf(told, reference),
  facts: overlegFacts(reference, contact),
  ...buttonOf(told, link),
  closing: ['Stuur geen gegevens over cliënten per mail.'],
  ...(contact ? { phone: contact.phone } : {}),
})

const headOf = ({ subject, paragraphs }: Told, reference: string) => ({
  subject: `${subject} · ${reference}`,
  preview: paragraphs[0] ?? subject,
  heading: subject,
  paragraphs,
  next: [],
})

const buttonOf = ({ button }: Told, link: string) => (button ? { button: { label: button, href: link } } : {})

/** Nobody asks by mail whom it is about: they are called back at the number of their service. */
const closingOf = (contact: Contact, ofClient: boolean, hasLink: boolean): string[] => [
  `Weet u niet ${ofClient ? 'over wie' : 'waarover'} het gaat? Bel ${contact.name}, ${contact.phone}. Vraag het niet per mail.`,
  ...(hasLink ? ['Deze link is van u alleen. Stuur hem niet door.'] : []),
]

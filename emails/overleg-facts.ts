/** What mails about an overleg have in common. */
import { type NetworkContent, personOf } from '../forms/kit/content.ts'
import type { Role } from '../forms/kit/content-schema.ts'
import type { Form } from '../forms/kit/form.ts'
import { hourInWords } from '../forms/kit/local-time.ts'
import type { Network } from '../forms/kit/network.ts'
import { itself, theOverleg } from '../forms/kit/overleg/noun.ts'
import { isClose } from '../forms/kit/overleg/overleg.ts'
import { capitalised } from '../forms/kit/text.ts'
import { brusselsLocal, dayInWords } from '../forms/kit/time.ts'
import type { Fact, OverlegMail } from './content.ts'

export interface Moment {
  start: string
  end: string
}

const clock = (instant: string): string => hourInWords(brusselsLocal(new Date(instant)).slice(11, 16))

/** "14 uur", Brussels. */
export const hourOf = ({ start }: Pick<Moment, 'start'>): string => `${clock(start)} uur`

/** "dinsdag 27 april 2021, van 14 tot 15.30 uur", Brussels. */
const whenInWords = ({ start, end }: Moment): string =>
  `${dayInWords(new Date(start))}, van ${clock(start)} tot ${clock(end)} uur`

export interface Contact {
  /** As what they stand in the facts. */
  label: string
  name: string
  phone: string
}

const labels: Partial<Record<Role, string>> = {
  casemanager: 'Casemanager',
  bemiddelaar: 'Bemiddelaar',
  coordinator: 'Coördinator',
}

/** As what somebody stands in the facts whose role says nothing, or must not be said. */
export const noRole = 'Contact'

/** Who to call: who holds it, or the network as long as nobody does. `who`: the reader, where that is no colleague. */
export function contactOf(
  { held, who }: { held: { holder?: string | undefined } | undefined; who?: OverlegMail['who'] },
  { name, phone }: Network,
  content: NetworkContent,
): Contact {
  const holder = personOf(content, held?.holder)
  if (!holder) return { label: noRole, name, phone }
  const label = isNeutral(who) ? undefined : labels[holder.role]
  return { label: label ?? noRole, name: holder.name, phone: holder.phone }
}

/** Words for somebody close to the client, with whom others may read along. */
export const isNeutral = (who: OverlegMail['who']): boolean => who !== undefined && isClose(who)

/** A client sits at the table of this form. */
export const isOfClient = ({ overleg }: Pick<Form, 'overleg'>): boolean => overleg?.withClient === true

/** `moment`: only where the mail says the hour. */
export const overlegFacts = (reference: string, contact?: Contact, moment?: Moment): Fact[] => [
  ['Referentie', reference],
  ...(moment ? [['Wanneer', whenInWords(moment)] as const] : []),
  ...(contact ? [[contact.label, `${contact.name}, ${contact.phone}`] as const] : []),
]

/** What it is called, in the places a sentence needs it: "het overleg", "de intervisie". */
export function called({ overleg }: OverlegMail) {
  const named = { noun: overleg?.noun ?? 'overleg' }
  const the = theOverleg(named)
  return { a: `een ${named.noun}`, the, The: capitalised(the), it: itself(named) }
}

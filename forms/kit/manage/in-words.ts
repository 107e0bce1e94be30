/** A change of a network's content as people read it: of what, and per field from what to what. */
import { type NetworkContent, nameIn, roleInWords } from '../content.ts'
import { levensdomeinOptions } from '../questions/levensdomeinen.ts'
import { dateInWords, momentInWords } from '../time.ts'
import type { Changed, Entry, Part, Values } from './entries.ts'

/** What an entry names that is not in it. */
export interface About {
  content: Pick<NetworkContent, 'people' | 'left' | 'aanbod'>
  /** A form by its slug, as people call it. */
  formName: (slug: string) => string
}

/** What each field of an entry is called, and what it says. */
type Fields = readonly (readonly [label: string, text: string | undefined])[]

export const mailboxInWords = {
  triage: 'Postbus voor nieuwe aanvragen',
  deputy: 'Plaatsvervanger van die postbus',
  reply: 'Postbus voor antwoorden',
} as const satisfies Record<string, string>
const mailboxName = (key: string): string => Object.entries(mailboxInWords).find(([name]) => name === key)?.[1] ?? key

const kinds = { traject: 'Traject', dienst: 'Dienst' } as const
const list = (texts: readonly string[] | undefined) => texts?.join('\n')
const day = (date: string | undefined) => date && dateInWords(date)

const fieldsOf: { [P in Part]: (value: Values[P], about: About) => Fields } = {
  people: (person, { content }) => [
    ['Naam', person.name],
    ['Rol', roleInWords[person.role]],
    ['Dienst', person.employer],
    ['E-mailadres', person.email],
    ['Telefoon', person.phone],
    ['Plaatsvervanger', person.standIn && nameIn(content, person.standIn)],
  ],
  mailboxes: (address) => [['Adres', address]],
  awaited: ({ address, confirmedAt }) => [
    ['Gevraagd adres', address],
    ['Bevestigd', confirmedAt && momentInWords(new Date(confirmedAt))],
  ],
  aanbod: (offer, { formName }) => [
    ['Naam', offer.name],
    ['Soort', kinds[offer.kind]],
    [
      'Levensdomeinen',
      levensdomeinOptions
        .filter(({ value }) => offer.levensdomeinen.some((one) => one === value))
        .map(({ label }) => label)
        .join(', '),
    ],
    ['Groep in de eigen gids', offer.heading],
    ['Wat het doet', offer.description],
    ['Voor wie', offer.audience],
    ['Doel', offer.goal],
    ['Aanpak', offer.approach],
    ['Duur', offer.timing],
    ['Instrumenten', list(offer.instruments)],
    ['Stappen', list(offer.steps)],
    ['Telefoon', offer.phone],
    ['Website', offer.website],
    ['Postcodes', offer.postcodes?.length === 0 ? undefined : offer.postcodes?.join(', ')],
    ['Formulier', offer.form ? formName(offer.form) : undefined],
    ['Nagekeken op', day(offer.checkedOn)],
    ['Uit het aanbod sinds', day(offer.archivedOn)],
  ],
  closedForms: ({ from, until, text }) => [
    ['Dicht van', day(from)],
    ['Dicht tot en met', day(until)],
    ['Boodschap', text],
  ],
  closedDays: ({ until, what }) => [
    ['Tot en met', day(until)],
    ['Waarom', what],
  ],
  meetings: (change) =>
    change.kind === 'extra'
      ? [['Overleg', 'extra']]
      : [
          ['Overleg', 'gaat niet door'],
          ['In de plaats', day(change.instead)],
        ],
}

/** Which entry it is: "Mensen: Jan", "Sluiting vanaf 24 december 2026". */
export function entryInWords({ of, key }: Entry, { content, formName }: About): string {
  switch (of) {
    case 'people':
      return `Mensen: ${nameIn(content, key)}`
    case 'mailboxes':
    case 'awaited':
      return mailboxName(key)
    case 'aanbod':
      return `Aanbod: ${content.aanbod[key]?.name ?? key}`
    case 'closedForms':
      return `Even dicht: ${formName(key)}`
    case 'closedDays':
      return `Sluiting vanaf ${dateInWords(key)}`
    case 'meetings':
      return `Teamoverleg op ${dateInWords(key)}`
  }
}

/** One field that is different; absent where it was, or is, empty. */
export interface FieldChange {
  label: string
  from?: string | undefined
  to?: string | undefined
}

/** Only what is different, in the order of its form. */
export function changeInWords(changed: Changed, about: About): FieldChange[] {
  const [was, is] = [textsOf(changed, changed.from, about), textsOf(changed, changed.to, about)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((label) => ({ label, from: was.get(label), to: is.get(label) }))
    .filter(({ from, to }) => from !== to)
}

function textsOf<P extends Part>({ of }: { of: P }, value: Values[P] | undefined, about: About) {
  // Which part it is, and so what its value is, a type does not follow through a record of functions.
  const fields = fieldsOf[of] as (value: Values[P], about: About) => Fields
  return new Map(value === undefined ? [] : fields(value, about))
}

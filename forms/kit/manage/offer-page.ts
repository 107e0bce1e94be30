/** An entry of the aanbod, as a coordinator types it: all that people read of it, for whom it is there, and by which form it is asked for. */
import { type NetworkContent, type Offer, type StoredOffer, withoutOfFile } from '../content.ts'
import type { Answers, RawInput } from '../questions/answers.ts'
import { choose, line, story } from '../questions/common-pages.ts'
import { type Levensdomein, levensdomeinOptions } from '../questions/levensdomeinen.ts'
import type { FieldError, Page } from '../questions/page.ts'
import type { Option, TextQuestion } from '../questions/questions.ts'
import { readLink } from '../read-link.ts'
import { capitalised } from '../text.ts'
import { listRule, postcodesOf, readOfferPhone, readPostcodes, thingsOf } from './offer-fields.ts'

/** Of the choice of a form. */
export const noForm = 'geen'
/** The tick that says that all of it was looked at. */
export const checkedField = 'nagekeken'

export const kindOptions = [
  { value: 'dienst', label: 'Dienst', about: 'iemand om te bellen' },
  { value: 'traject', label: 'Traject', about: 'een manier van werken, met stappen' },
] as const satisfies readonly Option[]

/** The fields of an offer, in the order of its form and of a file. */
export type OfferField =
  | 'naam'
  | 'soort'
  | 'levensdomeinen'
  | 'groep'
  | 'wat'
  | 'voor_wie'
  | 'doel'
  | 'aanpak'
  | 'duur'
  | 'instrumenten'
  | 'stappen'
  | 'telefoon'
  | 'website'
  | 'postcodes'
  | 'formulier'

interface OfferPageOf {
  content: Pick<NetworkContent, 'aanbod'>
  /** Of this network, by slug. */
  forms: readonly Option[]
  /** Key of the one it is about; absent for a new one. */
  self?: string | undefined
}

const shaped = (name: OfferField, label: string, more: Partial<TextQuestion> & { error: string }): TextQuestion => ({
  kind: 'text',
  name,
  label,
  optional: true,
  ...more,
})

const domainOptions: readonly Option[] = levensdomeinOptions.map((option) => ({
  ...option,
  label: capitalised(option.label),
}))

/** The form of Beheer: with the tick that says that all of it was looked at. */
export function editOfferPage(of: OfferPageOf): Page {
  const page = offerPage(of)
  return {
    ...page,
    questions: [
      ...page.questions,
      {
        kind: 'choices',
        name: checkedField,
        label: 'Nagekeken',
        error: 'Vink aan, of laat het leeg',
        optional: true,
        options: [{ value: 'ja', label: 'Ik keek dit vandaag helemaal na' }],
      },
    ],
  }
}

export function offerPage({ content, forms, self }: OfferPageOf): Page {
  return {
    slug: 'aanbod',
    title: 'Aanbod',
    questions: [
      line('naam', 'Naam', { error: 'Vul de naam in', max: 100, autocomplete: 'off' }),
      choose('soort', 'Soort', { error: 'Kies dienst of traject' }, kindOptions),
      {
        kind: 'choices',
        name: 'levensdomeinen',
        label: 'Levensdomeinen',
        hint: 'Daar zoeken mensen het.',
        error: 'Kies minstens één levensdomein',
        options: domainOptions,
      },
      line('groep', 'Groep in uw eigen gids', { hint: 'Bijvoorbeeld: schuldhulpverlening.', max: 80 }),
      story('wat', 'Wat doet het?', { hint: 'Een of twee zinnen.', error: 'Vul in wat het doet', max: 600 }),
      story('voor_wie', 'Voor wie?', { error: 'Vul in voor wie het is', max: 400 }),
      story('doel', 'Wat is het doel?', { max: 800 }),
      story('aanpak', 'Hoe werkt het?', { max: 1500 }),
      story('duur', 'Wanneer, en hoelang?', { max: 400 }),
      story('instrumenten', 'Wat wordt er gebruikt?', { hint: 'Eén per regel.', max: 3000 }),
      story('stappen', 'Hoe verloopt het?', { hint: 'Eén stap per regel, in volgorde.', max: 3000 }),
      shaped('telefoon', 'Telefoon', {
        hint: 'Leeg? Dan tonen we het nummer van het netwerk.',
        error: 'Vul een telefoonnummer in, of laat dit leeg',
        read: readOfferPhone,
      }),
      shaped('website', 'Website', {
        hint: 'Een adres dat met https begint.',
        error: 'Vul een webadres met https in, bijvoorbeeld https://www.dienst.be',
        max: 200,
        read: readLink,
      }),
      shaped('postcodes', 'Alleen voor wie woont in', {
        hint: 'Postcodes, bijvoorbeeld 9300, 9308. Leeg: voor iedereen.',
        error: 'Vul postcodes van 4 cijfers in, bijvoorbeeld 9300, 9308',
        max: 400,
        read: readPostcodes,
      }),
      choose(
        'formulier',
        'Met welk formulier wordt het gevraagd?',
        { error: 'Kies een formulier uit de lijst, of geen', optional: true },
        [...forms, { value: noForm, label: 'Geen' }],
      ),
    ],
    rules: [listRule('instrumenten'), listRule('stappen'), { about: 'naam', check: nameIsFree(content, self) }],
  }
}

/** Two of one name nobody can tell apart in a list. */
const nameIsFree =
  ({ aanbod }: Pick<NetworkContent, 'aanbod'>, self: string | undefined) =>
  ({ naam }: Answers): FieldError | undefined => {
    const same = Object.entries(aanbod).find(([key, { name }]) => key !== self && isSameName(name, String(naam)))
    if (!same) return undefined
    const [, { archivedOn }] = same
    const message = archivedOn
      ? 'Dit stond al in het aanbod. Zet het terug, onderaan in de lijst, of kies een andere naam'
      : 'Zo heet al iets in het aanbod. Kies een andere naam'
    return { name: 'naam', message }
  }

export const isSameName = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/** The same ones stay in their order: where it stands first, a list has it. */
function inOrder(chosen: readonly string[], before: Offer | undefined): readonly Levensdomein[] {
  const was: readonly Levensdomein[] = before?.levensdomeinen ?? []
  const isSame = chosen.length === was.length && was.every((one) => chosen.includes(one))
  return isSame ? was : chosen.filter(isDomain)
}

const isDomain = (value: string): value is Levensdomein => levensdomeinOptions.some((option) => option.value === value)

/** What a page that was understood says; `before`: what the page does not ask stays. */
export function offerOfAnswers(answers: Answers, before?: Offer): StoredOffer {
  const text = (name: OfferField): string => String(answers[name] ?? '')
  const filled = <Name extends string>(name: Name, field: OfferField) =>
    (text(field) ? { [name]: text(field) } : {}) as Partial<Record<Name, string>>
  const list = <Name extends string>(name: Name, field: OfferField) => {
    const things = thingsOf(text(field))
    return (things.length > 0 ? { [name]: things } : {}) as Partial<Record<Name, string[]>>
  }
  // At least one, which the page asked.
  const [first = 'persoon', ...others] = inOrder([answers.levensdomeinen ?? []].flat().map(String), before)
  const form = text('formulier')
  const { checkedOn, archivedOn } = before ?? {}
  return {
    name: text('naam'),
    kind: text('soort') === 'traject' ? 'traject' : 'dienst',
    levensdomeinen: [first, ...others],
    ...filled('heading', 'groep'),
    description: text('wat'),
    audience: text('voor_wie'),
    ...filled('goal', 'doel'),
    ...filled('approach', 'aanpak'),
    ...filled('timing', 'duur'),
    ...list('instruments', 'instrumenten'),
    ...list('steps', 'stappen'),
    ...filled('phone', 'telefoon'),
    ...filled('website', 'website'),
    // Empty says that there is none, also where the file has one.
    postcodes: postcodesOf(text('postcodes')),
    form: form === noForm ? '' : form,
    ...(checkedOn ? { checkedOn } : {}),
    ...(archivedOn ? { archivedOn } : {}),
  }
}

/** What the page says of an offer, field by field; levensdomeinen in the order of the page. */
export const fieldsOfOffer = (offer: Offer): Readonly<Record<OfferField, readonly string[]>> => ({
  naam: [offer.name],
  soort: [offer.kind],
  levensdomeinen: levensdomeinOptions.map(({ value }) => value).filter((one) => offer.levensdomeinen.includes(one)),
  groep: [offer.heading ?? ''],
  wat: [offer.description],
  voor_wie: [offer.audience],
  doel: [offer.goal ?? ''],
  aanpak: [offer.approach ?? ''],
  duur: [offer.timing ?? ''],
  instrumenten: [(offer.instruments ?? []).join('\n')],
  stappen: [(offer.steps ?? []).join('\n')],
  telefoon: [offer.phone ?? ''],
  website: [offer.website ?? ''],
  postcodes: [(offer.postcodes ?? []).join(', ')],
  formulier: [offer.form || noForm],
})

/** The same in another order or with other spaces: nothing to save. */
export const saysSame = (one: Offer, other: Offer): boolean =>
  JSON.stringify([fieldsOfOffer(one), one.checkedOn, one.archivedOn]) ===
  JSON.stringify([fieldsOfOffer(other), other.checkedOn, other.archivedOn])

/** As it is stored: an empty place or form says that there is none, also where the file has one. */
export const asStored = (offer: Offer): StoredOffer => ({
  ...withoutOfFile(offer),
  postcodes: offer.postcodes ?? [],
  form: offer.form ?? '',
})

/** Back in the aanbod. */
export function restored(offer: Offer): StoredOffer {
  const { archivedOn: _, ...current } = asStored(offer)
  return current
}

/** The page filled in with what is there. */
export const typedOffer = (offer: Offer): RawInput =>
  new Map(Object.entries(fieldsOfOffer(offer)).map(([name, values]) => [name, [...values]]))

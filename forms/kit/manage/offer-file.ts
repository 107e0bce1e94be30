/** The aanbod as a file for a spreadsheet: one row an offer, archived ones too, with the words of its form above the columns. */
import type { NetworkContent, Offer } from '../content.ts'
import { levensdomeinOptions } from '../questions/levensdomeinen.ts'
import type { Option } from '../questions/questions.ts'
import { capitalised } from '../text.ts'
import { fieldsOfOffer, kindOptions, noForm, type OfferField } from './offer-page.ts'

export type OfferColumn = 'sleutel' | OfferField | 'nagekeken_op' | 'weg_sinds'

/** In the order of the file. */
export const headings: Readonly<Record<OfferColumn, string>> = {
  sleutel: 'Sleutel',
  naam: 'Naam',
  soort: 'Soort',
  levensdomeinen: 'Levensdomeinen',
  groep: 'Groep in de eigen gids',
  wat: 'Wat het doet',
  voor_wie: 'Voor wie',
  doel: 'Doel',
  aanpak: 'Aanpak',
  duur: 'Duur',
  instrumenten: 'Instrumenten',
  stappen: 'Stappen',
  telefoon: 'Telefoon',
  website: 'Website',
  postcodes: 'Postcodes',
  formulier: 'Formulier',
  nagekeken_op: 'Nagekeken op',
  weg_sinds: 'Uit het aanbod sinds',
}
export const columns = Object.keys(headings) as readonly OfferColumn[]

export type OfferCells = Readonly<Record<OfferColumn, string>>

/** Options as a cell says them, one a line. */
const labelsOf = (values: readonly string[], options: readonly Option[]): string =>
  values.map((value) => options.find((option) => option.value === value)?.label ?? value).join('\n')

export const domainLabels: readonly Option[] = levensdomeinOptions.map(({ value, label }) => ({
  value,
  label: capitalised(label),
}))

/** What each cell says of an offer. `forms`: of the network, by slug. Dates as `2026-11-20`, which a spreadsheet knows. */
export function cellsOf(key: string, offer: Offer, forms: readonly Option[]): OfferCells {
  const { soort, levensdomeinen, formulier, ...others } = fieldsOfOffer(offer)
  const texts = Object.fromEntries(Object.entries(others).map(([name, [text = '']]) => [name, text]))
  return {
    // Every other field of the form has one text.
    ...(texts as Record<Exclude<OfferField, 'soort' | 'levensdomeinen' | 'formulier'>, string>),
    sleutel: key,
    soort: labelsOf(soort, kindOptions),
    levensdomeinen: labelsOf(levensdomeinen, domainLabels),
    formulier: formulier.includes(noForm) ? '' : labelsOf(formulier, forms),
    nagekeken_op: offer.checkedOn ?? '',
    weg_sinds: offer.archivedOn ?? '',
  }
}

/** Rows of the file, its headings first. */
export const rowsOfAanbod = ({ aanbod }: Pick<NetworkContent, 'aanbod'>, forms: readonly Option[]): string[][] => [
  columns.map((column) => headings[column]),
  ...Object.entries(aanbod).map(([key, offer]) => {
    const cells = cellsOf(key, offer, forms)
    return columns.map((column) => cells[column])
  }),
]

/** What stands in a cell of ours (functions/shared/to-csv.ts) without the sign that keeps a spreadsheet from reading a formula in it. */
export const withoutSign = (cell: string): string =>
  cell.replace(/(^|[,;\t\r\n])([ "]*)'(?=[=+\-@＝＋－＠\t\r])/g, '$1$2')

/** A mail about the work of somebody who is away, for who reads it in their place: it says so, and names nobody. */
import type { Words } from './content.ts'

export const inPlaceOfColleague = ({ paragraphs, ...mail }: Words): Words => ({
  ...mail,
  paragraphs: [...paragraphs, 'U krijgt deze mail in de plaats van een collega die nu afwezig is.'],
})

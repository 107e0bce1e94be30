/** What somebody said of an afspraak along their link, as staff reads it. */
import type { Stand } from './plan-said.ts'

export const standInWords: Readonly<Record<Stand, string>> = {
  gedaan: 'gedaan',
  lukt_niet: 'lukt niet',
  bel_mij: 'bel mij',
  niet_afgesproken: 'dit spraken wij niet af',
}

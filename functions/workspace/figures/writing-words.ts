/** What is said of a signaal or a casus: who wrote it, how it stands, what was done with it. */
import { type NetworkContent, nameIn } from '../../../forms/kit/content.ts'
import type { Writing, WritingKind } from '../../../forms/kit/figures/writing.ts'

export const stateInWords: Readonly<Record<Writing['state'], string>> = {
  wacht: 'wacht op een tweede lezer',
  teruggegeven: 'teruggegeven',
  nagelezen: 'nagelezen',
}

export const kindInWords: Readonly<Record<WritingKind, string>> = { signaal: 'Signaal', casus: 'Casus' }

/** In the address of the page after it. */
const doneWords = {
  geschreven: 'Bewaard. Een collega leest het nu na.',
  gewijzigd: 'Gewijzigd. Een collega leest het opnieuw na.',
  weggehaald: 'Weggehaald. De tekst is niet meer te lezen.',
  nagelezen: 'Dank u. De tekst is nagelezen.',
  teruggegeven: 'De tekst is terug bij wie ze schreef.',
} as const
export type WritingDone = keyof typeof doneWords

export const doneInWords = (word: string | undefined): string | undefined =>
  word !== undefined && Object.hasOwn(doneWords, word) ? doneWords[word as WritingDone] : undefined

/** What somebody else did with it, while a page of it was open. */
export const happenedInWords = (
  content: Pick<NetworkContent, 'people' | 'left'>,
  { state, reader, by }: Writing,
): string =>
  ({
    wacht: `${nameIn(content, by)} wijzigde deze tekst net. Hieronder staat wat er nu staat.`,
    teruggegeven: `${nameIn(content, reader)} gaf deze tekst net terug.`,
    nagelezen: `${nameIn(content, reader)} las deze tekst net na en vond ze goed.`,
  })[state]

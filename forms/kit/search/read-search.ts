/** What somebody types to find a dossier, understood. */
import { countCharacters } from '../text.ts'
import { type PartOfReference, readPart, searchWords } from './search-words.ts'

/** Characters: longer is no name, and no number. */
const longestSearch = 100

export type Search =
  | { kind: 'sought'; words: readonly string[]; part: PartOfReference | undefined }
  | { kind: 'unclear'; message: string }

export function readSearch(typed: string): Search {
  if (typed.length > longestSearch * 4 || countCharacters(typed.trim()) > longestSearch)
    return { kind: 'unclear', message: `Dit is te lang om te zoeken. Typ hoogstens ${longestSearch} tekens.` }
  const words = searchWords(typed)
  const part = readPart(typed)
  return words.length > 0 || part
    ? { kind: 'sought', words, part }
    : {
        kind: 'unclear',
        message:
          'Typ minstens 2 letters of cijfers van een naam, een organisatie, een aanduiding, een telefoonnummer of een e-mailadres, of 4 tekens van een referentie.',
      }
}

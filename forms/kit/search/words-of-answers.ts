/** The words a dossier is found by: who asked, for which organisation, how the client is designated, phone and e-mail. Nothing else. */
import type { Service } from '../form.ts'
import { withAddress } from '../lifecycle/corrected.ts'
import type { Answers } from '../questions/answers.ts'
import type { Question } from '../questions/questions.ts'
import { storedWords } from './search-words.ts'

/** Whether a dossier is found by what was answered here: what a list shows of it as it was typed, a name, or how to reach somebody. */
function isSearched({ kind, name, listed }: Question): boolean {
  if (kind === 'phone' || kind === 'email') return true
  return kind === 'text' && (name === 'naam' || listed === 'over' || listed === 'organisatie')
}

/** `address`: the applicant's, where it was corrected since. */
export function wordsOfAnswers(
  { form }: Pick<Service, 'form'>,
  answers: Answers,
  address: string | undefined,
): string[] {
  const known = withAddress(answers, address)
  const searched = new Set(form.pages.flatMap(({ questions }) => questions.filter(isSearched).map(({ name }) => name)))
  const texts = [...searched].flatMap((name) => (typeof known[name] === 'string' ? [known[name]] : []))
  // The shortest first: a long name of an organisation leaves room for how to reach somebody.
  const all = address === undefined ? texts : [...texts, address]
  return storedWords(all.toSorted((one, other) => one.length - other.length))
}

/** Texts with a `{word}` to fill in: each may use the words of its place, any other text none. */
import { explanationFills, promiseFills, reminderFills, statusFills } from '../lifecycle/lifecycle.ts'
import { overlegStandings } from '../overleg/of-form.ts'
import { templateFills } from '../templates.ts'
import { unknownWord } from './nearest.ts'

/** By the name of the field that holds the text; what is not here is shown as it is written. */
const fills: Readonly<Record<string, readonly string[]>> = {
  statusText: statusFills,
  mailText: statusFills,
  promise: promiseFills,
  reminder: reminderFills,
  explains: explanationFills,
  sentences: templateFills,
  // Who is not at the table reads that there is a day, and not which (docs/overleg.md §2).
  ...Object.fromEntries(
    overlegStandings.map((name) => [
      name,
      name.endsWith('_zonder') ? statusFills.filter((fill) => fill !== 'datum') : statusFills,
    ]),
  ),
}

/** Of every text in a form or a network, however deep. `field`: of a list, what it is called. */
export function textProblems(data: object, path = '', field?: string): string[] {
  const found: string[] = []
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === 'string') {
      if (value.includes('{') || value.includes('}'))
        found.push(...fillProblems(path + key, value, fills[field ?? key] ?? []))
    } else if (typeof value === 'object') {
      found.push(...textProblems(value, `${path}${nameOf(value) ?? key}.`, Array.isArray(value) ? key : undefined))
    }
  }
  return found
}

const fillProblems = (where: string, text: string, known: readonly string[]): string[] =>
  [...text.matchAll(/\{([^{}]*)\}|[{}]/g)].flatMap(([written, word]) =>
    word === undefined ? [`${where} has a loose \`${written}\`.`] : unknownWord(`${where} fills in`, word, known),
  )

/** What a thing in a list calls itself. */
const nameOf = ({ name, slug, action }: Partial<Record<string, string>>): string | undefined => name ?? slug ?? action

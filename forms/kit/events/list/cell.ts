/** One cell as a person sees it in their program: without what guards it against being a formula, and without spaces nobody sees. */
import { cleanText } from '../../clean.ts'

/** `="…"`, which keeps a spreadsheet from making a number of a text. */
const asFormula = /^="([\s\S]*)"$/
/** `'t Hof` and `'s-Gravenwezel` begin with an apostrophe of their own. */
const ownApostrophe = /^'[a-z]{1,2}[\s-]/

export function cellText(cell: string): string {
  const text = cleanText(cell)
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
  const [, inside] = asFormula.exec(text) ?? []
  if (inside !== undefined) return cleanText(inside.replaceAll('""', '"'))
  if (!text.startsWith("'") || ownApostrophe.test(text)) return text
  return text.slice(1).replace(/'$/, '').trim()
}

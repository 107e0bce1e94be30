/** How much fits in a field, told before somebody writes: in characters, and in what they look like. */

import { mostOfLongText } from './questions.ts'

/** Characters in a line of a field, and lines on a page that is typed. */
const [perLine, perPage] = [65, 2700]

/** "Tot 5.000 tekens, dat is bijna twee bladzijden"; undefined where a line is all that is asked. */
export function limitInWords(max: number): string | undefined {
  if (max <= 200) return undefined
  const told = `Tot ${max.toLocaleString('nl-BE')} tekens`
  return max < perPage
    ? `${told}, ongeveer ${Math.floor(max / perLine)} regels`
    : `${told}, dat is ${pagesInWords(max / perPage)}`
}

const counts = ['nul', 'één', 'twee', 'drie', 'vier', 'vijf']

function pagesInWords(pages: number): string {
  const whole = Math.round(pages)
  const almost = pages < whole ? 'bijna ' : pages > whole ? 'ruim ' : ''
  return `${almost}${counts[whole] ?? whole} ${whole === 1 ? 'bladzijde' : 'bladzijden'}`
}

/** Said once for a page, of its texts that have no limit of their own. */
export const usualLimitInWords = (): string =>
  `In een groot vak passen ${mostOfLongText.toLocaleString('nl-BE')} tekens, ${pagesInWords(mostOfLongText / perPage)}.`

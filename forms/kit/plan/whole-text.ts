/** All of a plan as a text file: what can be kept in any file, and read without Loket. */
import type { WholePart } from './whole-plan.ts'

/** Lines end as a text file ends them (POSIX 3.206). */
export const wholeText = (whole: WholePart): string => `${linesOf(whole, 0).join('\n')}\n`

const marks = ['=', '-']

function linesOf({ title, facts, parts }: WholePart, depth: number): string[] {
  const mark = marks[depth]
  return [
    ...(depth === 0 ? [] : ['']),
    title,
    ...(mark ? [mark.repeat([...title].length)] : []),
    // A typed line never looks like a title or a fact of ours.
    ...facts.map(([label, text]) => `${label}: ${text.replaceAll('\n', '\n    ')}`),
    ...parts.flatMap((part) => linesOf(part, depth + 1)),
  ]
}

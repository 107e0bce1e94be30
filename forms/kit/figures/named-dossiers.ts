/** The dossiers that somebody names behind a signaal: read as people write a list, and whether there are enough. */

import { readReference } from '../reference.ts'
import { inLine, isBlank } from '../text.ts'

/** As many as a number that is shown (docs/decisions/035): about fewer, a signaal is about somebody. */
export const fewestDossiers = 5
/** Each is opened to compare with: as many as a page can wait for. */
const mostDossiers = 30

export interface Named {
  /** Each once, in the order they are written. */
  references: readonly string[]
  twice: readonly string[]
  /** As somebody typed it. */
  unread: readonly string[]
}

/** Parts of one that is read out in groups: "LCO 7K3M 9QX2 4T". */
const mostParts = 4

/** One to a line, or with a comma, a semicolon, a space or "en" between. */
export function readNamed(typed: string): Named {
  const [references, twice, unread] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const line of typed.split(/[\n,;]+/)) {
    const parts = line.split(/\s+/).filter((part) => !isBlank(part))
    for (let at = 0; at < parts.length; ) {
      const { reference, length } = referenceAt(parts, at)
      const part = parts[at] ?? ''
      if (reference !== undefined) (references.has(reference) ? twice : references).add(reference)
      else if (part.toLowerCase() !== 'en') unread.add(part)
      at += length
    }
  }
  return { references: [...references], twice: [...twice], unread: [...unread] }
}

function referenceAt(parts: readonly string[], at: number): { reference?: string; length: number } {
  for (let length = 1; length <= mostParts && at + length <= parts.length; length += 1) {
    const reference = readReference(parts.slice(at, at + length).join(''))
    if (reference !== undefined) return { reference, length }
  }
  return { length: 1 }
}

/**
 * Why these cannot stand behind a signaal, and which do not count; undefined when they can. One that is not found is always asked
 * again, also where enough others are: what is typed in it was not compared with.
 */
export function namedProblem({ references, twice, unread }: Named, found: ReadonlySet<string>): string | undefined {
  const unknown = references.filter((one) => !found.has(one))
  const missing = [...unread.map((one) => one.slice(0, 40)), ...unknown]
  if (references.length > mostDossiers) return `Noem hoogstens ${mostDossiers} dossiers. Dat is genoeg.`
  const counting = references.length - unknown.length
  const few = counting < fewestDossiers
  if (!few && missing.length === 0) return undefined
  const say = [
    few &&
      `Noem minstens ${fewestDossiers} dossiers. Nu ${counting === 1 ? 'telt' : 'tellen'} er ${counting === 0 ? 'geen' : counting}.`,
    missing.length > 0 && `${missing.length === 1 ? 'Dit' : 'Deze'} vinden we niet in uw netwerk: ${inLine(missing)}.`,
    few && twice.length > 0 && `Dubbel genoemd, telt één keer: ${inLine(twice)}.`,
  ]
  return say.filter(Boolean).join(' ')
}

/** Whether a reference stands in a text: with its dashes, or run together with a digit in it, as no word has. */
export function referencesIn(text: string): string[] {
  const shapes = text.matchAll(
    /(?<![\p{L}\p{N}])[a-z]{3}(?:[\s\p{Pd}]?[0-9a-z]{4}){2}[\s\p{Pd}]?[0-9a-z]{2}(?![\p{L}\p{N}])/giu,
  )
  return [...shapes].map(([shape]) => shape).filter((shape) => /\d/.test(shape) && readReference(shape) !== undefined)
}

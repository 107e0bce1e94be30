/**
 * Finds a name or a phone number in what people typed (docs/domain.md §7): without accents, case and signs, and a number however it
 * was written. Where it stands, so that a person sees it in its sentence and judges who it is about.
 */
import { withoutAccents } from './text.ts'

/** Where a text has it; undefined where it does not. Code units. */
export type Finder = (text: string) => { at: number; length: number } | undefined

interface Word {
  /** Without accents and case. */
  plain: string
  at: number
  length: number
}

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}\p{DI}]+/gu)].map(({ 0: written, index: at }) => ({
    ...{ plain: plainOf(written), at },
    length: written.length,
  }))

const plainOf = (word: string): string =>
  withoutAccents(word)
    .replace(/\p{DI}/gu, '')
    .toLowerCase()

/** A word this long also finds the ones that begin with it: "Peeters" and "Peetersen", but not "Jan" and "januari". */
const fewestOfBeginning = 4
/** Words that are one name: "Van den Berghe" is "Vandenberghe" too. */
const mostJoined = 3

const fits = (sought: string, word: string): boolean =>
  word === sought || (sought.length >= fewestOfBeginning && word.startsWith(sought))

/** What is looked for, as words: none where a text has no letter or figure. */
export const soughtWords = (text: string): string[] => wordsIn(text).map(({ plain }) => plain)

/** Finds a text in which every word stands, in whatever order; and a name that is written together here and apart there. */
export function wordsFinder(sought: readonly string[]): Finder {
  const together = sought.join('')
  return (text) => {
    const words = wordsIn(text)
    const runs = words.flatMap((_, from) => runsFrom(words, from))
    const find = (one: string) => words.find(({ plain }) => fits(one, plain)) ?? runs.find(({ plain }) => plain === one)
    const found = sought.map(find)
    const first = found.every((one) => one !== undefined) ? found[0] : find(together)
    return first && { at: first.at, length: first.length }
  }
}

/** Two words and more that stand side by side, as one. */
function runsFrom(words: readonly Word[], from: number): Word[] {
  const runs: Word[] = []
  for (let count = 2; count <= mostJoined && from + count <= words.length; count += 1) {
    const run = words.slice(from, from + count)
    const [first, last] = [run[0], run.at(-1)]
    if (first && last)
      runs.push({
        ...{ plain: run.map(({ plain }) => plain).join(''), at: first.at },
        length: last.at + last.length - first.at,
      })
  }
  return runs
}

/** `e164`: as forms/kit/contact.ts makes it. A Belgian number is found with and without its country code. */
export function phoneFinder(e164: string): Finder {
  const [, national] = /^\+32(\d{8,9})$/.exec(e164) ?? []
  // Behind the zero, or the country code with or without "(0)".
  const sought = national === undefined ? new RegExp(e164.slice(1)) : new RegExp(`(?<=0|32)${national}`)
  return (text) => {
    for (const { 0: written, index: at } of text.matchAll(/[+(]?\d[\d\s./()\u00a0-]*/g))
      if (sought.test(written.replace(/\D/g, ''))) return { at, length: written.trimEnd().length }
    return undefined
  }
}

/** Characters before and after what was found. */
const around = { before: 60, after: 140 }

/** The sentence around it, in at most some 250 characters. */
export function excerpt(text: string, { at, length }: { at: number; length: number }): string {
  const from = at <= around.before ? 0 : at - around.before
  const to = at + length + around.after
  const piece = text.slice(from, to).toWellFormed().replaceAll('\ufffd', '').trim()
  return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`
}

/**
 * How close a client's sheet is set, so that all it says stays on two pages: reckoned before anybody prints, and measured against what
 * comes out of a printer (test/plan/sheet-print.test.ts). Letters stay as large in each; lines and parts come closer.
 */
import type { SheetAfspraak, SheetContent } from './sheet-content.ts'

/** At most two A4 (docs/overleg.md §9). */
const mostPages = 2
/** Points of one page between its margins, in its height; and characters of running text, and of what is indented and said loud, on a line. */
const page = { height: 770, characters: 75, loud: 64 }

/** In points, as the stylesheet has them: a line, and the room after a paragraph, an afspraak; a head with the room around it. */
interface Spacing {
  line: number
  paragraph: number
  afspraak: number
  head: number
  title: number
}

const spacings = {
  wide: { line: 20.3, paragraph: 10, afspraak: 8, head: 36, title: 58 },
  close: { line: 18.2, paragraph: 7, afspraak: 5, head: 31, title: 50 },
  closest: { line: 16.8, paragraph: 5, afspraak: 3, head: 28, title: 43 },
} as const satisfies Record<string, Spacing>

export interface Fitted {
  set: keyof typeof spacings
  /** It is longer than two pages however close it is set. */
  isLong: boolean
}

/** As wide as fits. What a little less room brings on one page, does not begin a second: a sheet stays together, a page gets lost. */
export function fitted(content: SheetContent): Fitted {
  if (pagesOf(content, spacings.wide) > 1 && pagesOf(content, spacings.close) === 1)
    return { set: 'close', isLong: false }
  const set = (['wide', 'close', 'closest'] as const).find((one) => pagesOf(content, spacings[one]) <= mostPages)
  return { set: set ?? 'closest', isLong: set === undefined }
}

function pagesOf(content: SheetContent, spacing: Spacing): number {
  let [pages, left] = [1, page.height]
  for (const block of blocksOf(content, spacing)) {
    // What is not parted by the end of a page begins the next one; what is higher than a page runs on.
    if (block > left && left < page.height) [pages, left] = [pages + 1, page.height]
    for (left -= block; left < 0; left += page.height) pages += 1
  }
  return pages
}

/** The height of each part that stays together. */
function blocksOf({ first, later, good, parts, caller, foot }: SheetContent, spacing: Spacing): number[] {
  const { line, paragraph, head, title } = spacing
  const running = (text: string) => linesOf(text, page.characters) * line
  const wishes = [
    [`U wilt eerst: ${quoted(first)}`, first],
    [`Later: ${quoted(later)}`, later],
  ] as const
  const wished = wishes.flatMap(([text, texts]) => (texts.length > 0 ? running(text) : []))
  return [
    2 * line + title,
    ...wished,
    ...(good ? [running(`Dit loopt al goed: ${good}`) + 2 * paragraph] : [paragraph]),
    ...parts.flatMap(({ afspraken, title: text }) => {
      const [one = 0, ...others] = afspraken.map((afspraak) => heightOf(afspraak, spacing))
      // A head keeps to what stands below it.
      return [head + (linesOf(text, page.loud) - 1) * line + one, ...others]
    }),
    head + 2 * line + 2 * paragraph,
    line + paragraph,
    running(`${lastWords} ${caller.name}, ${caller.phone}`) + paragraph,
    ...(foot ? [running(foot) + paragraph] : []),
  ]
}

/** As long as what is said to each client at the end. */
const lastWords =
  'Lukt iets niet? Of wilt u iets veranderen? Bel. U mag altijd stoppen. U hoeft niet te zeggen waarom. (in vet)'

const quoted = (texts: readonly string[]): string => texts.map((text) => `‘${text}’ en `).join('')

function heightOf({ what, toAsk, how, why, disagreed }: SheetAfspraak, { line, paragraph, afspraak }: Spacing): number {
  const asked = toAsk ? ' (nog te vragen)' : ''
  const reason = why ? ` Waarom? ‘${why}’` : ''
  const lines = linesOf(`${what}${asked}`, page.loud) + linesOf(`${how}${reason}`, page.characters - 5)
  const against = disagreed ? linesOf(`Hier bent u het niet mee eens: ‘${disagreed}’`, page.loud) * line + paragraph : 0
  return lines * line + against + afspraak
}

/** Lines of a text that is broken between words, and within one that is longer than a line. */
function linesOf(text: string, characters: number): number {
  return text.split('\n').reduce((lines, paragraph) => {
    let [count, used] = [1, 0]
    for (const word of paragraph.split(/\s+/)) {
      const width = widthOf(word)
      const begun = used === 0 ? width : used + 1 + width
      if (begun <= characters) used = begun
      else {
        count += (used === 0 ? 0 : 1) + Math.ceil(width / characters) - 1
        used = width % characters || characters
      }
    }
    return lines + count
  }, 0)
}

const wide = /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** In characters of running text: a capital is wider than most, and a sign of a script without letters as wide as two. */
const widthOf = (word: string): number =>
  [...word].reduce((width, sign) => width + (wide.test(sign) ? 2.2 : /\p{Lu}/u.test(sign) ? 1.4 : 1), 0)

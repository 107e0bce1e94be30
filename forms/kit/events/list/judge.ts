/** Who of a list can be put on it, and what is to be looked at: each line is one of the two, and none is both. */
import { cleanText } from '../../clean.ts'
import { readEmail } from '../../read-email.ts'
import { bytesIn } from '../../shorten.ts'
import { textProblem } from '../../text.ts'

/** What is kept of who is on a list. */
export const parts = ['email', 'naam', 'organisatie', 'functie'] as const
type Part = (typeof parts)[number]
type Cells = Readonly<Partial<Record<Part, string>>>

/** By place of a line, what was typed instead of what stood there. */
export type Mended = ReadonlyMap<string, Cells>

/** A line in which somebody may stand. */
export interface Candidate {
  /** Tells it from every other line of the same text: "12", or "1-3" for the third of line 1. */
  place: string
  /** "Regel 12" */
  where: string
  cells: Cells
  /** Something stands beyond the last column. */
  loose?: true
}

export interface ListedPerson {
  email: string
  naam?: string
  organisatie?: string
  functie?: string
}

/** A line that is not put on the list as it is. */
export interface Trouble {
  place: string
  where: string
  /** What is wrong, and whose line it is. */
  words: string
  /** What can be typed anew; absent where there is nothing to do. */
  part?: Part
  /** What stands there now. */
  typed: string
  /** Somebody mended it, and it still is not right. */
  stillWrong: boolean
}

export interface Judged {
  people: readonly ListedPerson[]
  troubles: readonly Trouble[]
}

/** Characters of a cell, like those of a line in a form. */
const longestCell = 200
/** Characters of a cell that are enough to find it by, and of one that is shown to be mended. */
const longestNamed = 80
const longestShown = 1_000

const shortened = (cell: string, most = longestNamed): string => (cell.length > most ? `${cell.slice(0, most)}…` : cell)

/** Reads every line; of two with the same address the first that can be put on the list is taken. */
export function judge(candidates: readonly Candidate[], mended: Mended, mostBytes: number): Judged {
  const people: ListedPerson[] = []
  const troubles: Trouble[] = []
  const seen = new Map<string, { where: string; naam: string }>()
  for (const candidate of candidates) {
    const { place, where } = candidate
    const anew = anewIn(candidate, mended.get(place))
    const cells = { ...candidate.cells, ...anew }
    const trouble = (words: string, part?: Part) =>
      troubles.push({
        ...{ place, where, words, typed: part ? shortened(cells[part] ?? '', longestShown) : '' },
        ...(part ? { part } : {}),
        stillWrong: part !== undefined && anew[part] !== undefined,
      })
    const read = readEmail(cells.email ?? '', 'twee')
    if ('problem' in read) {
      trouble(addressInWords(cells, read.problem), 'email')
      continue
    }
    const key = read.value.toLowerCase()
    const first = seen.get(key)
    const wrong = first ? undefined : wrongCell(cells, mostBytes)
    if (first)
      trouble(
        `Zelfde adres als ${first.where.toLowerCase()}${first.naam && `: ${shortened(first.naam)}`}. Dat is één uitnodiging.`,
      )
    else if (candidate.loose) trouble('Er staat meer op dan er kolommen zijn. Staat er een ; of een , te veel?')
    else if (wrong) trouble(wrong.words, wrong.part)
    else {
      seen.set(key, { where, naam: cells.naam ?? '' })
      people.push(personOf(read.value, cells))
    }
  }
  return { people, troubles }
}

/** What was typed anew, where that is something else. */
const anewIn = ({ cells }: Candidate, typed: Cells = {}): Cells =>
  Object.fromEntries(
    parts.flatMap((part) => {
      const text = cleanText(typed[part] ?? '')
      return text === '' || text === shortened(cells[part] ?? '', longestShown) ? [] : [[part, text]]
    }),
  )

const personOf = (email: string, { naam, organisatie, functie }: Cells): ListedPerson => ({
  email,
  ...(naam && { naam }),
  ...(organisatie && { organisatie }),
  ...(functie && { functie }),
})

function addressInWords({ email = '', naam = '' }: Cells, problem: string): string {
  const who = naam && `${shortened(naam)}: `
  if (email === '')
    return naam ? `${shortened(naam)} heeft geen e-mailadres.` : 'Er staat geen e-mailadres op deze regel.'
  if (problem === 'twee') return `${who}‘${shortened(email)}’ is meer dan één adres. Kies er één.`
  if (!email.includes('@')) return `${who}‘${shortened(email)}’ is geen e-mailadres.`
  return problem.includes('niet volledig')
    ? `${who}‘${shortened(email)}’ is niet volledig.`
    : `${who}‘${shortened(email)}’: ${problem}.`
}

const partNames: Record<Part, string> = {
  email: 'e-mailadres',
  naam: 'naam',
  organisatie: 'organisatie',
  functie: 'functie',
}

/** The first cell that cannot be kept. */
function wrongCell(cells: Cells, mostBytes: number): { part: Part; words: string } | undefined {
  for (const part of ['naam', 'organisatie', 'functie'] as const) {
    const cell = cells[part] ?? ''
    const problem =
      textProblem(cell, longestCell) ?? (bytesIn(cell) > mostBytes ? 'Deze tekst is te lang om te bewaren' : undefined)
    if (problem) return { part, words: `${partNames[part]}: ${problem}` }
  }
  return undefined
}

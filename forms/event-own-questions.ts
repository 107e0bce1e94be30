/** At most three questions of the organiser's own: those ticked from a list, and those they write themselves. */
import { ownQuestionFields } from './event-form-questions.ts'
import { cleanedIn } from './kit/clean.ts'
import type { OwnQuestion } from './kit/events/events.ts'
import type { Answers, RawInput } from './kit/questions/answers.ts'
import { rowNumbers } from './kit/questions/questions.ts'
import { countCharacters } from './kit/text.ts'

type Wrong = (name: string, message: string) => void
type Asked = Omit<OwnQuestion, 'id'>

export const mostOwnQuestions = 3
const mostChoices = 8
const mostOfChoice = 40

/** What many ask, by the value of its tick. */
const presets: Readonly<Record<string, Asked>> = {
  maaltijd: { soort: 'keuze', vraag: 'Wat eet u?', keuzes: ['Alles', 'Vegetarisch', 'Halal', 'Geen broodje'] },
  tolk: { soort: 'tekst', vraag: 'Hebt u een tolk nodig? Voor welke taal?', keuzes: [] },
}

/** What is asked of everybody: a form may tick it, and nothing comes of it. */
const alwaysAsked = 'toegankelijk'

/** Without the tick that changes nothing; `casussen` is the name of the tick for a case in forms of before. */
export function withTicks(raw: RawInput): RawInput {
  const ticks = [...(raw.get('vraag') ?? []).filter((value) => value !== alwaysAsked)]
  const casus = raw.get('casussen')?.includes('ja') ? ['casus'] : []
  return new Map([...raw, ['vraag', [...new Set([...ticks, ...casus])]]])
}

export const ticked = (answers: Answers, value: string): boolean =>
  Array.isArray(answers.vraag) && answers.vraag.some((one) => one === value)

const rows = { name: 'eigen', columns: [{ name: 'vraag' }, { name: 'soort' }, { name: 'keuzes' }] }

/** Numbers of the rows on the page, filled or not. */
export const questionRows = (raw: RawInput): number[] => rowNumbers(rows, raw)
export const questionRow = (index: number): string => `${rows.name}[${index}].`

/** What stands before the names of each row that is filled; one of which question and choices are emptied is left out. */
const filledQuestions = (raw: RawInput): string[] =>
  questionRows(raw)
    .map(questionRow)
    .filter((before) => cleanedIn(raw, `${before}vraag`) !== '' || cleanedIn(raw, `${before}keuzes`) !== '')

interface Wanted extends Asked {
  /** The id it says it has. */
  known?: string
}

/** In the order of the page; what was asked before keeps its id, and so its answers. */
export function readOwnQuestions(
  raw: RawInput,
  answers: Answers,
  before: readonly OwnQuestion[],
  wrong: Wrong,
): OwnQuestion[] {
  const chosen = Object.entries(presets).flatMap(([value, asked]) => (ticked(answers, value) ? [asked] : []))
  const written = filledQuestions(raw).map((row) => readRow(raw, answers, row, wrong))
  const wanted: Wanted[] = [...chosen, ...written]
  const twice = written.findIndex(
    ({ vraag }, index) => wanted.findIndex((one) => one.vraag === vraag) < chosen.length + index,
  )
  if (twice >= 0) wrong(`${filledQuestions(raw)[twice]}vraag`, 'Deze vraag staat er al')
  if (wanted.length > mostOwnQuestions) {
    const at = filledQuestions(raw).at(-1)
    wrong(at ? `${at}vraag` : 'vraag', 'Hoogstens drie eigen vragen. Laat er een weg.')
    return []
  }
  return withIds(wanted, before)
}

/** One row: without a kind, the choices tell. */
function readRow(raw: RawInput, answers: Answers, row: string, wrong: Wrong): Wanted {
  const keuzes = [
    ...new Set(
      String(answers[`${row}keuzes`] ?? '')
        .split('\n')
        .map((line) => line.trim().replace(/^[-•*] /, ''))
        .filter((line) => line !== ''),
    ),
  ]
  const soort = answers[`${row}soort`] as OwnQuestion['soort']
  if (soort === 'keuze') {
    const long = keuzes.find((one) => countCharacters(one) > mostOfChoice)
    if (keuzes.length < 2) wrong(`${row}keuzes`, 'Schrijf minstens twee keuzes, elk op een eigen regel')
    if (keuzes.length > mostChoices) wrong(`${row}keuzes`, `Schrijf hoogstens ${mostChoices} keuzes`)
    if (long) wrong(`${row}keuzes`, `De keuze “${long.slice(0, mostOfChoice)}…” is te lang. Maak ze korter.`)
  } else if (keuzes.length > 0) wrong(`${row}soort`, 'U schreef keuzes. Kies “Met één keuze”, of wis ze.')
  const known = cleanedIn(raw, `${row}id`)
  return { soort, vraag: String(answers[`${row}vraag`] ?? ''), keuzes, ...(known ? { known } : {}) }
}

const ids = ['eigen_1', 'eigen_2', 'eigen_3'] as const

function withIds(wanted: readonly Wanted[], before: readonly OwnQuestion[]): OwnQuestion[] {
  const taken = new Set<string>()
  const kept = wanted.map(({ known, ...asked }) => {
    const same = before.find(
      ({ id, vraag }) => !taken.has(id) && (known === undefined ? vraag === asked.vraag : id === known),
    )
    if (same) taken.add(same.id)
    return { id: same?.id, ...asked }
  })
  // An id that nobody answered under comes first: of a question that is gone, the answers still stand there.
  const free = [...ids].sort((a, b) => Number(isIn(before, a)) - Number(isIn(before, b)))
  return kept.map(({ id, ...asked }) => {
    const own = id ?? free.find((one) => !taken.has(one)) ?? ids[0]
    taken.add(own)
    return { id: own, ...asked }
  })
}

const isIn = (questions: readonly OwnQuestion[], id: string): boolean => questions.some((one) => one.id === id)

/** The fields of an event's own questions: the ticks, and a row of each that is no tick. */
export function ownQuestionsAsFields(asked: readonly OwnQuestion[]): { ticks: string[]; rows: [string, string][] } {
  const presetOf = ({ vraag }: OwnQuestion) => Object.keys(presets).find((value) => presets[value]?.vraag === vraag)
  const written = asked.filter((question) => presetOf(question) === undefined)
  return {
    ticks: asked.flatMap((question) => presetOf(question) ?? []),
    rows: written.flatMap(({ id, soort, vraag, keuzes }, index) => {
      const row = questionRow(index)
      return [
        [`${row}id`, id],
        [`${row}vraag`, vraag],
        [`${row}soort`, soort],
        [`${row}keuzes`, keuzes.join('\n')],
      ] as [string, string][]
    }),
  }
}

/** A row that says no kind answers with a sentence, or with a choice where it has choices. */
export function withKinds(raw: RawInput): RawInput {
  const missing = filledQuestions(raw).filter((row) => cleanedIn(raw, `${row}soort`) === '')
  return new Map([
    ...raw,
    ...missing.map((row): [string, string[]] => [
      `${row}soort`,
      [cleanedIn(raw, `${row}keuzes`) === '' ? 'tekst' : 'keuze'],
    ]),
  ])
}

/** Those of `filledQuestions`, as the page asks them. */
export const questionFields = (raw: RawInput) => filledQuestions(raw).flatMap(ownQuestionFields)

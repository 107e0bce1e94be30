/** What a signaal and a casus are asked on, and what is wrong with what somebody wrote there (docs/decisions/035). */
import { asTyped, type RawInput } from '../questions/answers.ts'
import type { FieldError, Page } from '../questions/page.ts'
import { parsePage } from '../questions/parse.ts'
import type { TextQuestion } from '../questions/questions.ts'
import { inLine } from '../text.ts'
import { fewestDossiers, type Named, namedProblem, readNamed, referencesIn } from './named-dossiers.ts'
import { quotedIn } from './quoted.ts'
import type { WritingKind, Written } from './writing.ts'

const title = (hint: string): TextQuestion => ({
  ...{ kind: 'text', name: 'titel', label: 'Titel', hint, max: 100 },
  error: 'Geef een korte titel',
})

const dossiers: TextQuestion = {
  ...{ kind: 'longText', name: 'dossiers', label: 'Over welke dossiers gaat het?', max: 1000 },
  hint: `Minstens ${fewestDossiers}. Schrijf elke referentie op een regel. We vergelijken uw tekst met die dossiers. Is uw tekst nagelezen, dan bewaren we alleen hoeveel het er waren.`,
  error: `Noem minstens ${fewestDossiers} dossiers`,
}

/** Asked again when a casus changes: it was not kept. */
const dossier: TextQuestion = {
  ...{ kind: 'text', name: 'dossier', label: 'Uit welk dossier komt dit?', max: 40 },
  hint: 'De referentie. We vergelijken uw tekst met dat dossier, en bewaren niet welk het was.',
  error: 'Vul de referentie van het dossier in',
}

const questions = {
  signaal: [
    title('Bijvoorbeeld: Wachten op een sociale woning'),
    {
      ...{ kind: 'longText', name: 'signaal', label: 'Wat hoort u telkens opnieuw?', max: 1000 },
      hint: 'In uw eigen woorden. Zonder namen, en zonder een zin van een cliënt. Tot 1.000 tekens.',
      error: 'Schrijf wat u telkens opnieuw hoort',
    },
    {
      ...{ kind: 'longText', name: 'vraag', label: 'Wat vraagt u?', max: 300, optional: true },
      hint: 'Aan wie, en wat moet er veranderen? Tot 300 tekens.',
      error: 'Schrijf wat u vraagt',
    },
  ],
  casus: [
    title('Waarover gaat het, in enkele woorden?'),
    {
      ...{ kind: 'longText', name: 'casus', label: 'Wat speelt er?', max: 3000 },
      hint: 'Zonder namen, plaatsen, data of zinnen van de cliënt. Tot 3.000 tekens.',
      error: 'Schrijf wat er speelt',
    },
    {
      ...{ kind: 'longText', name: 'vraag', label: 'Wat wilt u bespreken?', max: 500 },
      hint: 'Tot 500 tekens.',
      error: 'Schrijf wat u wilt bespreken',
    },
  ],
} as const satisfies Record<WritingKind, readonly TextQuestion[]>

export const signaalPage: Page = {
  slug: 'signaal',
  title: 'Schrijf een signaal',
  questions: [...questions.signaal, dossiers],
}
export const casusPage: Page = { slug: 'casus', title: 'Schrijf een casus', questions: questions.casus }
export const changedCasusPage: Page = { ...casusPage, questions: [...questions.casus, dossier] }

const remark: TextQuestion = {
  ...{ kind: 'longText', name: 'anders', label: 'Wat moet anders?', max: 500, optional: true },
  hint: 'Alleen als u de tekst teruggeeft. De schrijver leest dit. Tot 500 tekens.',
  error: 'Schrijf wat er anders moet',
}
export const readerPage: Page = { slug: 'nalezen', title: 'Lees na', questions: [remark] }

/** What stands in the fields of a page, for who writes on. */
export const typedOf = (
  kind: WritingKind,
  { title: titel, text, ask }: Written,
  references: readonly string[] = [],
): RawInput => asTyped({ titel, [kind]: text, vraag: ask, dossiers: references.join('\n') })

export interface ReadWriting {
  written: Written
  /** As they were typed; of a casus the one of its address or of its field. */
  named: Named
  errors: readonly FieldError[]
}

/** Understood as far as it can be, with all that is wrong with each field by itself. */
export function readWriting(kind: WritingKind, page: Page, typed: RawInput, now: Date): ReadWriting {
  const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now })
  const text = (name: string) => (typeof answers[name] === 'string' ? answers[name] : '')
  return {
    written: { title: text('titel'), text: text(kind), ask: text('vraag') },
    named: readNamed(text('dossiers') || text('dossier')),
    errors,
  }
}

interface Compared {
  /** Which of the dossiers that are named are there. */
  found: ReadonlySet<string>
  /** All that people typed in those. */
  sources: readonly string[]
  /** Of services that the network knows. */
  names: readonly string[]
}

interface Judged {
  kind: WritingKind
  page: Page
  read: ReadWriting
  compared: Compared
  /** Somebody else of the network can read it. */
  hasReader: boolean
}

const noReader =
  'In uw netwerk kan niemand anders dit nalezen. Zonder tweede lezer bewaren we het niet. Geef eerst een collega toegang.'
const notFound = 'We vinden geen dossier met deze referentie in uw netwerk'

/** All that is wrong with it, one thing a field, in the order of the page. */
export function writingErrors({ kind, page, read, compared, hasReader }: Judged): FieldError[] {
  const { written, named, errors } = read
  const asks = (name: string) => page.questions.some((question) => question.name === name)
  const few = asks('dossiers') ? namedProblem(named, compared.found) : undefined
  const isOther = asks('dossier') && compared.found.size !== 1
  const all: FieldError[] = [
    ...errors,
    ...(hasReader ? [] : [{ name: kind, message: noReader }]),
    ...quoteErrors(kind, written, compared),
    ...(few === undefined ? [] : [{ name: 'dossiers', message: few }]),
    ...(isOther ? [{ name: 'dossier', message: notFound }] : []),
  ]
  return page.questions.flatMap((question) => all.find(({ name }) => name === question.name) ?? [])
}

/** What stands in it that may not leave a dossier: said with the writer's own words, so that they find them. */
function quoteErrors(
  kind: WritingKind,
  { title, text, ask }: Written,
  { sources, names }: Pick<Compared, 'sources' | 'names'>,
): FieldError[] {
  return Object.entries({ titel: title, [kind]: text, vraag: ask }).flatMap(([name, own]): FieldError[] => {
    const references = referencesIn(own)
    if (references.length > 0)
      return [{ name, message: `Laat de referentie van een dossier weg: ${quoted(references)}` }]
    const pieces = quotedIn(own, sources, names)
    return pieces.length === 0
      ? []
      : [{ name, message: `Dit staat zo in een dossier: ${quoted(pieces)}. Schrijf het in uw eigen woorden.` }]
  })
}

/** So many pieces, and characters of each, are enough to find them. */
const [mostShown, longestShown] = [3, 160]

const quoted = (pieces: readonly string[]): string =>
  inLine(pieces.slice(0, mostShown).map((piece) => `“${shortened(piece.replace(/\s+/g, ' '))}”`)) +
  (pieces.length > mostShown ? ', en meer' : '')

/** Cut between words. */
const shortened = (piece: string): string =>
  piece.length <= longestShown ? piece : `${piece.slice(0, longestShown).replace(/\s\S*$/, '')} …`

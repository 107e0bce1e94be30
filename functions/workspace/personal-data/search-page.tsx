/** Where a coordinator looks up what is kept of somebody who asks for it. */
import type { FC } from 'hono/jsx'
import { cleanedIn, cleanNumber } from '../../../forms/kit/clean.ts'
import { type Finder, phoneFinder, soughtWords, wordsFinder } from '../../../forms/kit/find-in-text.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { readEmail } from '../../../forms/kit/read-email.ts'
import { readPhone } from '../../../forms/kit/read-phone.ts'
import { exampleReference, readReference } from '../../../forms/kit/reference.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { dataPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { addressField } from './address-field.ts'
import { progressFields } from './progress.ts'

const question = {
  kind: 'text',
  name: 'zoek',
  label: 'Referentie, e-mailadres, telefoonnummer of naam',
  hint: `Bijvoorbeeld ${exampleReference}, naam@dienst.be, 0478 12 34 56 of Noor Peeters.`,
  error: `Vul een referentie, één e-mailadres, een telefoonnummer of een naam in, bijvoorbeeld ${exampleReference} of naam@dienst.be`,
} as const

/** Characters: a name, no sentence. */
const longest = 100
/** Letters of the longest word: there are names of two. */
const fewestLetters = 2

export type Sought =
  | { kind: 'reference'; reference: string }
  | { kind: 'email'; email: string }
  /** Looked for in all dossiers. */
  | { kind: 'text'; find: Finder; text: string }
  | { kind: 'address'; applicant: string }
  | { kind: 'wrong'; errors: readonly FieldError[] }

const wrong = (message: string): Sought => ({ kind: 'wrong', errors: [{ name: question.name, message }] })

export function readSearch(typed: RawInput): Sought {
  const applicant = typed.get(addressField)?.[0]
  if (applicant !== undefined)
    return /^[A-Za-z0-9_-]{43}$/.test(applicant) ? { kind: 'address', applicant } : wrong(question.error)
  const text = cleanedIn(typed, question.name)
  if (text.length > longest) return wrong(`Vul hoogstens ${longest} tekens in: een naam, een nummer of een adres`)
  // An address of 13 letters and digits reads as a reference too.
  if (text.includes('@')) {
    const email = readEmail(text, question.error)
    return 'value' in email ? { kind: 'email', email: email.value } : wrong(email.problem)
  }
  const reference = readReference(text)
  if (reference) return { kind: 'reference', reference }
  return looksLikeReference(text) ? wrong(question.error) : inDossiers(text)
}

/** "ABC-7K3M…": whoever types that means no name. */
const looksLikeReference = (text: string): boolean => /^\p{L}{3}-(?=.*\d)/u.test(text)

function inDossiers(text: string): Sought {
  const number = readPhone(text, question.error)
  if ('value' in number) return { kind: 'text', find: phoneFinder(number.value), text }
  if (/^[+(]?\d[\d\s./()-]*$/.test(cleanNumber(text)))
    return wrong('Vul het hele telefoonnummer in, bijvoorbeeld 0478 12 34 56')
  const words = soughtWords(text)
  if (words.length === 0) return wrong(question.error)
  return words.some((word) => word.length >= fewestLetters)
    ? { kind: 'text', find: wordsFinder(words), text }
    : wrong(`Vul een naam van minstens ${fewestLetters} letters in`)
}

export const searchFields: ReadonlyMap<string, boolean> = new Map([
  [question.name, false],
  [addressField, false],
  ...progressFields,
])

/** As it goes along to the next press. */
export const soughtInField = (sought: Extract<Sought, { kind: 'text' | 'address' }>): [name: string, value: string] =>
  sought.kind === 'text' ? [question.name, sought.text] : [addressField, sought.applicant]

/** Somebody, or something on the way, changed what a page of ours sent along. */
export const tampered: readonly FieldError[] = [
  { name: question.name, message: 'Deze zoektocht kan niet verder. Zoek opnieuw.' },
]

export const SearchField: FC<{ typed: RawInput; errors: readonly FieldError[] }> = (context) => (
  <form class="sheet" method="post" action={dataPath} novalidate>
    <QuestionField question={question} context={context} />
    <button class="btn">Zoek</button>
  </form>
)

interface SearchPageProps extends WorkFrame {
  typed: RawInput
  errors: readonly FieldError[]
}

export const SearchPage: FC<SearchPageProps> = ({ typed, errors, ...frame }) => (
  <WorkPage {...frame} title="Persoonsgegevens" problem={errors.length > 0} here="gegevens">
    <ProblemSummary errors={errors} />
    <h1>Persoonsgegevens</h1>
    <p class="lead">Vraagt iemand wat we bewaren, of om alles te wissen? Zoek het hier op.</p>
    <SearchField typed={typed} errors={errors} />
    <h2>Goed om te weten</h2>
    <ul>
      <li>U vindt alleen wat van {frame.network.name} is.</li>
      <li>
        Een naam of een nummer zoeken we in elk dossier: in de antwoorden, de notities, het overleg en het plan. Dat
        gaat in stukken: druk op “Zoek verder” tot alles bekeken is.
      </li>
      <li>Wat u zoekt, bekijkt, meegeeft of wist, wordt genoteerd: wie, wanneer, welk dossier. Wat u typt, niet.</li>
      <li>
        Een formulier dat niet verstuurd is, vindt u alleen als er een link voor gemaild werd. De andere wissen zichzelf
        binnen 24 uur.
      </li>
      <li>Een antwoord op een uitnodiging voor een activiteit vindt u op het e-mailadres.</li>
    </ul>
  </WorkPage>
)

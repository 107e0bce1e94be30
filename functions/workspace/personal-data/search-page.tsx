/** Where a coordinator looks up what is kept of somebody who asks for it. */
import type { FC } from 'hono/jsx'
import { normalizeEmail } from '../../../forms/kit/contact.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { exampleReference, readReference } from '../../../forms/kit/reference.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { dataPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'

const question = {
  kind: 'text',
  name: 'zoek',
  label: 'Referentie of e-mailadres',
  hint: `Het adres van een aanvraag of van een antwoord op een uitnodiging, of bijvoorbeeld ${exampleReference}.`,
  error: `Vul een referentie of één e-mailadres in, bijvoorbeeld ${exampleReference} of naam@dienst.be`,
} as const

export type Sought =
  | { kind: 'reference'; reference: string }
  | { kind: 'email'; email: string }
  | { kind: 'wrong'; errors: readonly FieldError[] }

export function readSearch(typed: RawInput): Sought {
  const text = typed.get(question.name)?.[0]?.trim() ?? ''
  // An address of 13 letters and digits reads as a reference too.
  const isAddress = text.includes('@')
  const reference = isAddress ? undefined : readReference(text)
  if (reference) return { kind: 'reference', reference }
  const email = isAddress ? normalizeEmail(text) : undefined
  if (email) return { kind: 'email', email }
  return { kind: 'wrong', errors: [{ name: question.name, message: question.error }] }
}

export const searchFields: ReadonlyMap<string, boolean> = new Map([[question.name, false]])

interface SearchPageProps extends WorkFrame {
  typed: RawInput
  errors: readonly FieldError[]
}

export const SearchPage: FC<SearchPageProps> = ({ typed, errors, ...frame }) => (
  <WorkPage {...frame} title="Persoonsgegevens" problem={errors.length > 0} here="gegevens">
    <ProblemSummary errors={errors} />
    <h1>Persoonsgegevens</h1>
    <p class="lead">Vraagt iemand wat we bewaren, of om alles te wissen? Zoek het hier op.</p>
    <form class="sheet" method="post" action={dataPath} novalidate>
      <QuestionField question={question} context={{ typed, errors }} />
      <button class="btn">Zoek</button>
    </form>
    <h2>Goed om te weten</h2>
    <ul>
      <li>U vindt alleen wat van {frame.network.name} is.</li>
      <li>Wat u zoekt, bekijkt, meegeeft of wist, wordt genoteerd: wie, wanneer, welk dossier.</li>
      <li>
        Een formulier dat niet verstuurd is, vindt u alleen als er een link voor gemaild werd. De andere wissen zichzelf
        binnen 24 uur.
      </li>
      <li>Is de vraag van een cliënt? Vraag de hulpverlener dan om de referentie.</li>
    </ul>
  </WorkPage>
)

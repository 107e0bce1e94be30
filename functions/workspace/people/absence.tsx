/** From which day to which somebody is away: asked the same way by a coordinator and by the person. */
import type { FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import { brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import type { Absence } from '../../shared/store/absences.ts'
import { pickFields } from '../../shared/web/body.ts'
import { QuestionField } from '../../shared/web/fields.tsx'

const hint = 'Dag, maand en jaar, bijvoorbeeld 21/5/2027.'
const error = 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027'

const absencePage: Page = {
  slug: 'afwezig',
  title: 'Afwezig',
  questions: [
    { kind: 'date', name: 'van', label: 'Eerste dag afwezig', hint, error },
    { kind: 'date', name: 'tot', label: 'Laatste dag afwezig', hint, error },
  ],
  rules: [
    {
      about: 'tot',
      check: ({ van, tot }, { now }) =>
        typeof van === 'string' && typeof tot === 'string' && tot < van
          ? { name: 'tot', message: 'De laatste dag komt na de eerste. Kijk beide datums na' }
          : typeof tot === 'string' && tot < brusselsDate(now)
            ? { name: 'tot', message: 'Vul vandaag of een latere dag in' }
            : undefined,
    },
  ],
}

export type ReadAbsence =
  | { kind: 'read'; from: string; until: string }
  | { kind: 'wrong'; typed: RawInput; errors: readonly FieldError[] }

/** Undefined when the form cannot be ours. */
export function readAbsence(body: RawInput | undefined, now: Date): ReadAbsence | undefined {
  const typed = body && pickFields(body, fieldsOf(absencePage, body))
  if (!typed) return undefined
  const { answers, errors } = parsePage(absencePage, typed, {}, { criteria: [], now })
  if (errors.length > 0) return { kind: 'wrong', typed, errors }
  return { kind: 'read', from: String(answers.van), until: String(answers.tot) }
}

/** "Afwezig van 1 mei 2021 tot en met 3 mei 2021", or that somebody is just there. */
export const absenceInWords = (absence: Absence | undefined): string =>
  absence ? `Afwezig van ${dateInWords(absence.from)} tot en met ${dateInWords(absence.until)}` : 'Aanwezig'

interface AbsenceFormProps {
  absence: Absence | undefined
  /** Address of the page it stands on. */
  path: string
  typed: RawInput
  errors: readonly FieldError[]
}

export const AbsenceForm: FC<AbsenceFormProps> = ({ absence, path, typed, errors }) => (
  <>
    <h2>Afwezigheid</h2>
    <p>{`${absenceInWords(absence)}.`}</p>
    {absence && (
      <form class="field" method="post" action={`${path}/aanwezig`}>
        <button class="btn plain">Weer aanwezig</button>
      </form>
    )}
    <form class="sheet" method="post" action={`${path}/afwezig`} novalidate>
      <p class="hint">
        We bewaren alleen de datums. Wie een dossier toewijst, ziet ze. Een nieuwe periode komt in de plaats van de
        vorige.
      </p>
      {absencePage.questions.map((question) => (
        <QuestionField question={question} context={{ typed, errors }} />
      ))}
      <button class="btn">Bewaar de afwezigheid</button>
    </form>
  </>
)

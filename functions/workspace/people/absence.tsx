/** From which day to which somebody is away, and who stands in: asked the same way by a coordinator and by the person. */
import type { FC } from 'hono/jsx'
import type { Absence, StandInRefusal } from '../../../forms/kit/absence.ts'
import { type NetworkContent, type Person, personOf } from '../../../forms/kit/content.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import { type ChoiceQuestion, type Option, type Question, yearsAhead } from '../../../forms/kit/questions/questions.ts'
import { brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import { pickFields } from '../../shared/web/body.ts'
import { QuestionField } from '../../shared/web/fields.tsx'

const hint = 'Dag, maand en jaar, bijvoorbeeld 21/5/2027.'
const error = 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027'

const between = { years: yearsAhead }

export const standInField = 'vervanger'
/** In place of a person: nobody stands in. */
const nobody = 'niemand'

const standInQuestion = (people: readonly Option[], own: boolean): ChoiceQuestion => ({
  kind: 'choice',
  name: standInField,
  label: own ? 'Wie vervangt u?' : 'Wie vervangt deze persoon?',
  hint: `Die collega ziet in deze dagen ${own ? 'uw' : 'de'} dossiers, werkt eraan en krijgt de mails erover. Kiest u niemand? Dan gaan de mails naar de plaatsvervanger van het netwerk.`,
  error: 'Kies iemand uit de lijst, of niemand',
  optional: true,
  options: [...people, { value: nobody, label: 'Niemand' }],
})

const questionsOf = (people: readonly Option[], own = false): Question[] => [
  { kind: 'date', name: 'van', label: 'Eerste dag afwezig', hint, error, between },
  { kind: 'date', name: 'tot', label: 'Laatste dag afwezig', hint, error, between },
  ...(people.length > 0 ? [standInQuestion(people, own)] : []),
]

const absencePage = (people: readonly Option[]): Page => ({
  slug: 'afwezig',
  title: 'Afwezig',
  questions: questionsOf(people),
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
})

export type ReadAbsence =
  | { kind: 'read'; typed: RawInput; absence: Omit<Absence, 'person'> }
  | { kind: 'wrong'; typed: RawInput; errors: readonly FieldError[] }

/** Undefined when the form cannot be ours. `people`: who can stand in. */
export function readAbsence(body: RawInput | undefined, people: readonly Option[], now: Date): ReadAbsence | undefined {
  const page = absencePage(people)
  const typed = body && pickFields(body, fieldsOf(page, body))
  if (!typed) return undefined
  const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now })
  if (errors.length > 0) return { kind: 'wrong', typed, errors }
  const standIn = answers[standInField]
  const named = typeof standIn === 'string' && standIn !== nobody ? { standIn } : {}
  return { kind: 'read', typed, absence: { from: String(answers.van), until: String(answers.tot), ...named } }
}

/** Beside the field, in words that say what to do. */
export function standInError(refusal: StandInRefusal, content: NetworkContent): FieldError {
  const { absence } = refusal
  const name = (id: string) => personOf(content, id)?.name ?? 'Een collega'
  const days = `van ${dateInWords(absence.from)} tot en met ${dateInWords(absence.until)}`
  return {
    name: standInField,
    message:
      refusal.kind === 'is-away'
        ? `${name(absence.person)} is zelf afwezig ${days}. Kies iemand anders`
        : `${name(absence.standIn ?? '')} vervangt ${name(absence.person)} ${days}. Een vervanger kan zelf geen vervanger krijgen. Kies eerst een andere vervanger voor ${name(absence.person)}, of kies hier niemand`,
  }
}

/** "Afwezig van 1 mei 2021 tot en met 3 mei 2021, vervangen door …", or that somebody is just there. */
function absenceInWords(absence: Absence | undefined, content: NetworkContent): string {
  if (!absence) return 'Aanwezig'
  const standIn = personOf(content, absence.standIn)
  return `Afwezig van ${dateInWords(absence.from)} tot en met ${dateInWords(absence.until)}${standIn ? `, vervangen door ${standIn.name}` : ''}`
}

export interface AbsenceFormProps {
  content: NetworkContent
  member: Person
  /** It is the person who looks. */
  own: boolean
  /** Of everybody of the network, now or to come. */
  absences: readonly Absence[]
  /** Now, or to come; of this member. */
  absence: Absence | undefined
  /** Who can stand in. */
  standIns: readonly Option[]
  /** Address of the page it stands on. */
  path: string
  typed: RawInput
  errors: readonly FieldError[]
}

export const AbsenceForm: FC<AbsenceFormProps> = (props) => {
  const { content, absence, own, standIns, path, typed, errors } = props
  const [from, until, ...others] = questionsOf(standIns, own)
  const context = { typed, errors }
  return (
    <section class="lw-block">
      <h2>Afwezigheid</h2>
      <p>
        <span class={absence ? 'tag wait' : 'tag ok'}>{`${absenceInWords(absence, content)}.`}</span>
      </p>
      <StandsIn {...props} />
      {absence && (
        <form class="field" method="post" action={`${path}/aanwezig`}>
          <button class="btn plain slim">Weer aanwezig</button>
        </form>
      )}
      <form method="post" action={`${path}/afwezig`} novalidate>
        <p class="hint">
          We bewaren alleen de datums en wie vervangt. Wie een dossier toewijst, ziet ze. Een nieuwe periode komt in de
          plaats van de vorige.
        </p>
        <div class="cells">
          {from && <QuestionField question={from} context={context} />}
          {until && <QuestionField question={until} context={context} />}
        </div>
        {others.map((question) => (
          <QuestionField question={question} context={context} />
        ))}
        <button class="btn" data-next>
          Bewaar de afwezigheid
        </button>
      </form>
    </section>
  )
}

/** "Casemanager Aalst van maandag 23 november 2026 tot en met …": of whom somebody takes the place, and when. */
export const replacedInWords = ({ person, from, until }: Absence, content: NetworkContent): string =>
  `${personOf(content, person)?.name ?? 'een collega'} van ${dateInWords(from)} tot en met ${dateInWords(until)}`

/** Whom this person stands in for, now or later; in red where they are away themselves by then. */
const StandsIn: FC<AbsenceFormProps> = ({ content, member, absences, absence }) => (
  <>
    {absences
      .filter(({ standIn }) => standIn === member.id)
      .map((replaced) => {
        const { person, from, until } = replaced
        const colleague = personOf(content, person)?.name ?? 'een collega'
        const both = absence !== undefined && absence.from <= until && absence.until >= from
        return (
          <p>
            {`${member.name} vervangt ${replacedInWords(replaced, content)}. `}
            {both && <span class="tag late">{`Ook zelf afwezig: kies een andere vervanger voor ${colleague}`}</span>}
          </p>
        )
      })}
  </>
)

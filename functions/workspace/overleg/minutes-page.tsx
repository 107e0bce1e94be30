/** Who was there, and what was decided; with what the form asks when an overleg was held (docs/overleg.md §5). */

import type { FC } from 'hono/jsx'
import {
  keyPersonField,
  keyPersons,
  mostOfDecisions,
  presences,
  presentField,
} from '../../../forms/kit/overleg/minutes.ts'
import { isPast } from '../../../forms/kit/overleg/moments.ts'
import { theOverleg, thisOverleg } from '../../../forms/kit/overleg/noun.ts'
import { clients, seated } from '../../../forms/kit/overleg/overleg.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import type { TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { overlegPath } from '../../shared/work-paths.ts'
import type { WorkFrame } from '../frame.tsx'
import type { AtTable } from './at-table.ts'
import { OverlegFrame } from './frame.tsx'
import { InlineChoice } from './inline-choice.tsx'
import { dayAndStart, longMoment } from './moment-words.ts'
import { presenceInWords } from './over-part.tsx'
import { personInWords } from './person.tsx'
import { Shown } from './shown.tsx'

interface MinutesPageProps extends WorkFrame {
  found: AtTable
  /** What the form asks beside it. */
  asked: Page
  typed: RawInput
  errors?: readonly FieldError[]
  now: Date
}

/** "Het overleg is nog niet begonnen. Dit kan vanaf dinsdag 27 april 2021 om 14 uur" */
export const notBegunInWords = ({ overleg: { fixed, noun } }: AtTable): string =>
  `${capitalised(theOverleg({ noun }))} is nog niet begonnen.${fixed ? ` Dit kan vanaf ${dayAndStart(fixed)}` : ''}`

export const MinutesPage: FC<MinutesPageProps> = ({ found, asked, typed, errors = [], now, ...frame }) => {
  const { overleg } = found
  const { reference, fixed } = overleg
  const begun = fixed !== undefined && isPast(fixed, now)
  return (
    <OverlegFrame {...frame} {...{ found, errors }} title="Verslag" step="verslag">
      <p class="lead">Wie was er, en wat is beslist. Niet wat iedereen zei.</p>
      {fixed && <p>{longMoment(fixed)}</p>}
      {!begun && errors.length === 0 && (
        <>
          <p class="note">{`${notBegunInWords(found)}.`}</p>
          <p>
            <a href={overlegPath(reference)}>Terug</a>
          </p>
        </>
      )}
      {(begun || errors.length > 0) && <MinutesForm found={found} asked={asked} typed={typed} errors={errors} />}
    </OverlegFrame>
  )
}

type FormProps = Pick<MinutesPageProps, 'found' | 'asked' | 'typed'> & { errors: readonly FieldError[] }

const MinutesForm: FC<FormProps> = ({ found, asked, typed, errors }) => {
  const { overleg, details } = found
  const context = { typed, errors }
  const keys = keyPersons(overleg)
  return (
    <form class="lw-block" method="post" action={overlegPath(overleg.reference, 'verslag')} novalidate>
      <Shown overleg={overleg} />
      <h2 id="verslag" tabindex={-1}>
        Wie was er?
      </h2>
      {seated(overleg).length > 0 && <p>Kies bij iedereen iets.</p>}
      <div class="lo-antwoorden">
        {seated(overleg).map((who) => (
          <InlineChoice
            name={presentField(who.id)}
            legend={<bdi>{personInWords(details, who)}</bdi>}
            options={presences.map((value) => [value, presenceInWords[value]] as const)}
            context={context}
          />
        ))}
      </div>
      {found.service.form.plan && clients(overleg).length > 0 && !overleg.clientDeclines && (
        <p class="lo-let lo-onder">
          <b>Was de cliënt er niet?</b> Dan is er geen plan.{' '}
          <a href={`${overlegPath(overleg.reference, 'verzetten')}?client=kwam_niet`}>Zoek een nieuw moment</a>
        </p>
      )}
      {found.has.withClient && keys.length > 0 && (
        <InlineChoice
          name={keyPersonField}
          legend="Wie is vanaf nu spilfiguur?"
          options={keys.map((who) => [who.id, personInWords(details, who)] as const)}
          context={context}
        />
      )}
      <QuestionField question={decisions} context={context} />
      <p class="hint">Ongerust over een kind? Overleg met het Vertrouwenscentrum Kindermishandeling.</p>
      {asked.questions.map((question) => (
        <QuestionField question={question} context={context} />
      ))}
      <p class="hint">{`Daarna is ${thisOverleg(overleg)} voorbij. Dat kunt u niet terughalen.`}</p>
      <div class="row">
        <button class="btn" data-next="">
          {found.service.form.plan ? 'Bewaar en maak het plan' : 'Bewaar het verslag'}
        </button>
        {found.service.form.plan && (
          <button class="link" name="actie" value="bewaar">
            Bewaar, later verder
          </button>
        )}
        <a href={overlegPath(overleg.reference)}>Terug</a>
      </div>
    </form>
  )
}

const decisions: TextQuestion = {
  kind: 'longText',
  name: 'besluiten',
  label: 'Wat is beslist?',
  hint: 'Geen verslag woord voor woord. Schrijf wat is afgesproken. Hoogstens 5.000 tekens.',
  error: '',
  optional: true,
  max: mostOfDecisions,
}

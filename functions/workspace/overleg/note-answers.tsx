/** "Vul in wat iemand aan de telefoon zegt": the answers of everybody at the table, to be noted by the casemanager. */
import type { FC } from 'hono/jsx'
import { upcoming } from '../../../forms/kit/overleg/moments.ts'
import {
  answerField,
  comesField,
  isVetoed,
  knownAnswers,
  shownField,
  shownOf,
} from '../../../forms/kit/overleg/noted.ts'
import { type Moment, type Seated, seated } from '../../../forms/kit/overleg/overleg.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import type { AtTable } from './at-table.ts'
import { InlineChoice } from './inline-choice.tsx'
import { shortMoment } from './moment-words.ts'
import { personInWords } from './person.tsx'
import { calledOf } from './words.ts'

interface NoteAnswersProps {
  found: AtTable
  now: Date
  /** What was typed, when the page comes back. */
  typed: RawInput
  errors: readonly FieldError[]
  /** Participants whose answers are open to be filled in. */
  open: ReadonlySet<string>
  /** It is what goes on from this page. */
  next?: boolean
}

export const NoteAnswers: FC<NoteAnswersProps> = ({ found, now, typed, errors, open, next = false }) => {
  const { overleg } = found
  const known = knownAnswers(found)
  const filled = new Map([...[...known].map(([field, answer]) => [field, [answer]] as const), ...typed])
  const context = { typed: filled, errors }
  const moments = upcoming(overleg.moments, now)
  const isFixed = overleg.state === 'vastgelegd'
  return (
    <section>
      <h2 id="noteren" tabindex={-1}>
        Vul in wat iemand aan de telefoon zegt
      </h2>
      {seated(overleg).map((who) => (
        <>
          <input
            type="hidden"
            name={shownField(who.id)}
            value={typed.get(shownField(who.id))?.[0] ?? shownOf(known, who.id)}
          />
          {isFixed ? (
            <InlineChoice
              name={comesField(who.id)}
              legend={<bdi>{personInWords(found.details, who)}</bdi>}
              options={coming}
              context={context}
            />
          ) : (
            <Answers found={found} who={who} moments={moments} context={context} open={open.has(who.id)} />
          )}
        </>
      ))}
      <div class="row">
        <button class={next ? 'btn' : 'btn plain'} data-next={next ? '' : undefined}>
          Bewaar deze antwoorden
        </button>
      </div>
    </section>
  )
}

const coming = [
  ['ja', 'komt'],
  ['nee', 'komt niet'],
] as const

const answers = [
  ['kan', 'kan'],
  ['kan_niet', 'kan niet'],
  ['bel_mij', 'bel mij'],
] as const

interface AnswersProps {
  found: AtTable
  who: Seated
  moments: readonly Moment[]
  context: { typed: RawInput; errors: readonly FieldError[] }
  open: boolean
}

const Answers: FC<AnswersProps> = ({ found: { details }, who, moments, context, open }) => {
  const wrong = context.errors.some(({ name }) => name.startsWith(answerField(who.id, '')))
  return (
    <details class="lo-meer" open={open || wrong}>
      <summary>
        <bdi>{personInWords(details, who)}</bdi>
      </summary>
      <fieldset class="lo-kort">
        <legend class="hidden-visually">{calledOf(details, who)}</legend>
        {moments.map((moment) => {
          const name = answerField(who.id, moment.id)
          return isVetoed(who, moment) ? (
            <p id={fieldId(name)} tabindex={-1}>
              <b>{shortMoment(moment)}</b> past niet voor de cliënt
            </p>
          ) : (
            <InlineChoice name={name} legend={shortMoment(moment)} options={answers} context={context} />
          )
        })}
      </fieldset>
    </details>
  )
}

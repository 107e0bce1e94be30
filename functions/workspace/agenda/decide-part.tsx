/** What a team decides about one request: the decisions side by side, and below them only what the chosen one asks. */
import type { Child, FC } from 'hono/jsx'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { ChoiceQuestion, Question } from '../../../forms/kit/questions/questions.ts'
import { fieldId } from '../../shared/web/field-id.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { HintAndError } from '../../shared/web/text-field.tsx'
import { type Card, ownName } from './decisions.ts'

interface DecideProps {
  card: Card
  typed: RawInput
  errors: readonly FieldError[]
}

export const Decide: FC<DecideProps> = ({ card, typed, errors }) => {
  const [decision, ...asked] = card.page.questions
  if (decision?.kind !== 'choice') return null
  return (
    <>
      <Decision {...{ card, decision, typed, errors }} />
      <div class="lw-asks">
        {asked.map(({ when: _, ...question }) => (
          <div class={`asked-${ownName(card.dossier.reference, question.name)}`}>
            <AskedField {...{ card, question, typed, errors }} />
          </div>
        ))}
      </div>
    </>
  )
}

/** What each decision asks appears when it is chosen, by the style sheet alone. */
const Decision: FC<DecideProps & { decision: ChoiceQuestion }> = ({ card, decision, typed, errors }) => {
  const { name, label, options } = decision
  const asksOf = (value: string) => card.moves.find(({ action }) => action === value)?.asks?.join(' ')
  return (
    <ChoiceSet look="lw-four" question={decision} legend={<span class="hidden-visually">{label}</span>} errors={errors}>
      {options.map((option, index) => (
        <label>
          <input
            type="radio"
            id={idOf(name, index)}
            name={name}
            value={option.value}
            checked={typed.get(name)?.includes(option.value)}
            data-asks={asksOf(option.value)}
          />
          {` ${option.label}`}
        </label>
      ))}
    </ChoiceSet>
  )
}

/** One out of many; who calls a service is whoever decides, unless somebody else is chosen. */
const inAList: readonly string[] = ['aanbod', 'beller']

/** People and obstacles side by side, an offer and who calls it in a list; anything else as on its own page. */
const AskedField: FC<DecideProps & { question: Question }> = ({ card, question, typed, errors }) => {
  if (question.kind !== 'choice' && question.kind !== 'choices')
    return <QuestionField question={question} context={{ typed, errors }} />
  if (inAList.includes(ownName(card.dossier.reference, question.name)))
    return <ListField {...{ question, typed, errors }} />
  return (
    <ChoiceSet look="lw-who" question={question} legend={question.label} errors={errors}>
      {question.options.map(({ value, label, marks = [] }, index) => (
        <label>
          <input
            type={question.kind === 'choices' ? 'checkbox' : 'radio'}
            id={idOf(question.name, index)}
            name={question.name}
            value={value}
            checked={typed.get(question.name)?.includes(value)}
          />
          <span>
            {label}
            {marks.map((mark) => (
              <>
                {' '}
                <span class="tag wait">{mark}</span>
              </>
            ))}
          </span>
        </label>
      ))}
    </ChoiceSet>
  )
}

/** The first one carries the field's id, so that the error summary's link moves to it. */
const idOf = (name: string, index: number): string => (index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`)

interface ChoiceSetProps {
  look: 'lw-four' | 'lw-who'
  question: ChoiceQuestion
  legend: Child
  errors: readonly FieldError[]
  children?: Child
}

const ChoiceSet: FC<ChoiceSetProps> = ({ look, question, legend, errors, children }) => {
  const id = fieldId(question.name)
  const error = errors.find(({ name }) => name === question.name)
  return (
    <fieldset class={error ? 'wrong' : undefined} aria-describedby={error && `${id}-fout`}>
      <legend>{legend}</legend>
      <HintAndError id={id} error={error} />
      <div class={look}>{children}</div>
    </fieldset>
  )
}

interface ListProps {
  question: ChoiceQuestion
  typed: RawInput
  errors: readonly FieldError[]
}

const ListField: FC<ListProps> = ({ question: { name, label, options, optional }, typed, errors }) => {
  const id = fieldId(name)
  const error = errors.find((one) => one.name === name)
  return (
    <div class={error ? 'wrong' : undefined}>
      <label for={id}>{label}</label>
      <HintAndError id={id} error={error} />
      <select
        id={id}
        name={name}
        aria-describedby={error && `${id}-fout`}
        aria-invalid={error ? ('true' as const) : undefined}
      >
        <option value="">{optional ? 'Ikzelf' : 'Kies…'}</option>
        {options.map((option) => (
          <option value={option.value} selected={typed.get(name)?.includes(option.value)}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

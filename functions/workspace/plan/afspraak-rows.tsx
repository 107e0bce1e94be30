/** Who does what: each afspraak with who, why and by when, or it is none (docs/overleg.md §9). */
import type { FC } from 'hono/jsx'
import { nameAtTable } from '../../../forms/kit/overleg/details.ts'
import {
  afspraakField,
  afspraakRows,
  afsprakenQuestion,
  emptyAfspraken,
  mostAfspraken,
  type PlanChoices,
} from '../../../forms/kit/plan/plan-fields.ts'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import { type RowsQuestion, rowNumbers } from '../../../forms/kit/questions/questions.ts'
import { readDay } from '../../../forms/kit/read-day.ts'
import { capitalised, isBlank } from '../../../forms/kit/text.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import type { AtPlan } from './at-plan.ts'
import { Cell, type CellContext } from './cell.tsx'

interface AfspraakRowsProps {
  found: AtPlan
  choices: PlanChoices
  context: CellContext
  /** A row more was asked for. */
  more: boolean
}

const valueAt = (typed: RawInput, at: number, column: string): string => typed.get(afspraakField(at, column))?.[0] ?? ''

const isEmptyRow = (typed: RawInput, at: number): boolean =>
  ['wat', 'wie', 'tegen', 'met', 'afgesproken_op'].every((column) => isBlank(valueAt(typed, at, column)))

/** Every row that was sent, and always a few empty ones to go on with; `more` adds one. */
function afsprakenToShow(rows: RowsQuestion, typed: RawInput, more: boolean): number[] {
  const sent = rowNumbers(rows, typed)
  const filled = sent.filter((at) => !isEmptyRow(typed, at)).length
  const room = filled < mostAfspraken
  const least = Math.min(Math.max(filled + (room ? emptyAfspraken : 0), sent.length + (more ? 1 : 0)), 99)
  const shown = [...sent]
  for (let at = (sent.at(-1) ?? -1) + 1; shown.length < least && at < 100; at += 1) shown.push(at)
  return shown
}

export const AfspraakRows: FC<AfspraakRowsProps> = ({ found, choices, context, more }) => {
  const rows = afsprakenQuestion(choices)
  const shown = afsprakenToShow(rows, context.typed, more)
  const none = shown.every((at) => isEmptyRow(context.typed, at))
  return (
    <section class="lw-block" id={afspraakRows}>
      <h2>2. Wie doet wat?</h2>
      <p>Bij elke afspraak: wat, wie, waarom en tegen wanneer. Anders is het geen afspraak.</p>
      {none && choices.withClient && <p>Nog geen afspraken. Begin met wat de cliënt zelf wil doen.</p>}
      <Beside found={found} />
      {shown.map((at, place) => (
        <AfspraakRow {...{ found, choices, context, rows, at }} first={place === 0} />
      ))}
      <p>
        <button class="link" name="actie" value="rij">
          Nog een afspraak
        </button>
      </p>
    </section>
  )
}

interface RowProps extends Omit<AfspraakRowsProps, 'more'> {
  rows: RowsQuestion
  at: number
  first: boolean
}

const AfspraakRow: FC<RowProps> = ({ found, choices, context, rows, at, first }) => {
  const { typed } = context
  const empty = isEmptyRow(typed, at)
  const id = valueAt(typed, at, 'id')
  const cell = (column: string) => <Cell rows={rows} at={at} column={column} context={context} quiet={!first} />
  const open =
    asksWhen(found, typed, at) ||
    context.errors.some(({ name }) => besideColumns.some((one) => name === afspraakField(at, one)))
  const single = choices.has.domains.options.length === 1 ? choices.has.domains.options[0]?.value : undefined
  return (
    <fieldset class={empty ? 'lo-afspraak nieuw' : 'lo-afspraak'}>
      <legend>{empty ? `Nieuwe afspraak (${at + 1})` : `Afspraak ${at + 1}`}</legend>
      {id && <input type="hidden" name={afspraakField(at, 'id')} value={id} />}
      <div class="lo-cellen">
        {cell('wat')}
        {cell('wie')}
        {single === undefined ? (
          cell('waarom')
        ) : (
          <input type="hidden" name={afspraakField(at, 'waarom')} value={single} />
        )}
        {cell('tegen')}
      </div>
      <Notes found={found} typed={typed} at={at} />
      <details class="lo-meer" open={open}>
        <summary>
          <BesideInWords choices={choices} typed={typed} at={at} />
        </summary>
        <div class="lo-cellen lo-gelijk">
          {cell('met')}
          {choices.offers.length > 0 && cell('aanbod')}
          {cell('afgesproken_op')}
        </div>
        <p class="hint">‘Afgesproken op’: alleen als wie het doet niet op het overleg was.</p>
      </details>
    </fieldset>
  )
}

const besideColumns = ['met', 'aanbod', 'afgesproken_op'] as const

/** What is filled in beside it, so that it is read without being opened. */
const BesideInWords: FC<{ choices: PlanChoices; typed: RawInput; at: number }> = ({ choices, typed, at }) => {
  const [met, aanbod, asked] = besideColumns.map((column) => valueAt(typed, at, column))
  const labelOf = (options: PlanChoices['people'], value: string | undefined) =>
    options.find((one) => one.value === value)?.label
  const parts = [
    ['samen met', labelOf(choices.people, met)],
    ['aanbod:', labelOf(choices.offers, aanbod)],
    ['afgesproken op', asked],
  ].filter(([, label]) => label)
  if (parts.length === 0)
    return (
      <>{`Samen met iemand${choices.offers.length > 0 ? ', of met een aanbod' : ', of afgesproken op een andere dag'}`}</>
    )
  return (
    <>
      {parts.map(([words, label], place) => (
        <>
          {place === 0 ? capitalised(words ?? '') : `, ${words}`} <bdi>{label}</bdi>
        </>
      ))}
    </>
  )
}

/** What is to be asked or looked at again of one afspraak. */
const Notes: FC<{ found: AtPlan; typed: RawInput; at: number }> = ({ found, typed, at }) => {
  const { plan, overleg, details } = found
  const wie = valueAt(typed, at, 'wie')
  const kept = plan.afspraken.find(({ id }) => id === valueAt(typed, at, 'id'))?.wie
  const seat = overleg.participants[wie || (kept ?? '')]
  const name = seat && (nameAtTable(details, { id: wie || (kept ?? ''), wie: seat.wie }) || 'deze persoon')
  const { evaluationOn } = plan
  const day = readDay(valueAt(typed, at, 'tegen'))
  return (
    <>
      {seat?.leftAt !== undefined && (
        <p class="lo-waarschuw">
          <bdi>{name}</bdi> zit niet meer aan tafel. Kies iemand anders.
        </p>
      )}
      {asksWhen(found, typed, at) && (
        <p class="lo-waarschuw">
          Nog te vragen: <bdi>{name}</bdi> was niet op het overleg. Vul in wanneer u dit samen afsprak.
        </p>
      )}
      {day && evaluationOn && day > evaluationOn && (
        <p class="lo-waarschuw">{`${capitalised(dateInWords(day))} valt na de evaluatie van ${dateInWords(evaluationOn)}. Klopt dat?`}</p>
      )}
    </>
  )
}

/** Who does it was not at the overleg, and nobody said when they agreed to it. */
function asksWhen({ overleg: { participants, present, state } }: AtPlan, typed: RawInput, at: number): boolean {
  const wie = valueAt(typed, at, 'wie')
  const seat = participants[wie]
  if (!seat || seat.leftAt !== undefined || seat.wie === 'client' || state !== 'gehouden') return false
  return present?.[wie] !== 'aanwezig' && !valueAt(typed, at, 'afgesproken_op')
}

/** What the request said of who can do what, to read. */
const Beside: FC<{ found: AtPlan }> = ({ found: { hasPlan, service, answers } }) => {
  const questions = service.pages.flatMap((page) => page.questions)
  const said = hasPlan.beside.flatMap((name) => {
    const text = textIn(answers, name)
    const label = questions.find((one) => one.name === name)?.label
    return text && label ? [[label, text] as const] : []
  })
  if (said.length === 0) return null
  return (
    <details class="lo-meer">
      <summary>Wat de aanvraag zei: zelf, omgeving, ondersteuning</summary>
      <dl class="lo-feiten">
        {said.map(([label, text]) => (
          <div>
            <dt>{label}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

const textIn = (answers: Answers | undefined, name: string): string => {
  const value = answers?.[name]
  return typeof value === 'string' ? value : ''
}

/** One call to make: who, why, tried when, who calls now, and three things that can come of it. */
import type { FC } from 'hono/jsx'
import { currentAanbod, type NetworkContent, type Person } from '../../../forms/kit/content.ts'
import { mostOfNote } from '../../../forms/kit/lifecycle/asks.ts'
import { isLate } from '../../../forms/kit/lifecycle/listed-day.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import type { TextQuestion } from '../../../forms/kit/questions/questions.ts'
import { brusselsDate, dateInShort, timeInWords } from '../../../forms/kit/time.ts'
import { AnswerLines } from '../../shared/web/answer-lines.tsx'
import { fieldId } from '../../shared/web/field-id.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { HintAndError } from '../../shared/web/text-field.tsx'
import { dossierPath, phonePath } from '../../shared/work-paths.ts'
import { nameOf } from '../dossier/words.ts'
import { onceField } from '../once.ts'
import { relativeDay } from '../queue/relative-day.ts'
import { SafeContact } from '../safe-contact.tsx'
import type { Call } from './calls.ts'

/** What somebody sent about one call, and is not stored. */
export interface SentCall {
  reference: string
  /** What they wrote of what was advised. */
  text: string | undefined
  offer: string | undefined
}

/** Each card has its own id of a field. */
export const cardField = (reference: string, name: string): string => `${reference}.${name}`

/** What was said in the call; only colleagues read it. */
export const advice: TextQuestion = {
  kind: 'longText',
  name: 'advies',
  label: 'Wat gaf u mee?',
  error: 'Schrijf wat u meegaf',
  max: mostOfNote,
  optional: true,
}

/** Nothing is chosen beforehand: one press would send somebody anywhere. */
export const noOffer = (reference: string): FieldError => ({
  name: cardField(reference, 'aanbod'),
  message: `${reference}: kies naar welk aanbod u verwijst`,
})

interface CardProps {
  content: NetworkContent
  call: Call
  person: Person
  once: string
  now: Date
  errors: readonly FieldError[]
  /** What was sent about this one, to show again. */
  sent: SentCall | undefined
}

export const CallCard: FC<CardProps> = (props) => {
  const { call, now } = props
  const { dossier, asked, note } = call
  const { reference } = dossier
  const today = brusselsDate(now)
  const late = isLate(dossier, today)
  return (
    <section class={late || dossier.callBy ? 'lw-bel late' : 'lw-bel'} data-reference={reference}>
      <div>
        <Who call={call} />
        <p class="lw-flags">
          <When call={call} today={today} />
        </p>
        {asked && asked.safety.length > 0 && <SafeContact texts={asked.safety} />}
        {asked ? (
          <p class="lw-vraag">
            <bdi>{asked.essence ?? note ?? 'De vraag is niet ingevuld.'}</bdi>
          </p>
        ) : (
          <p class="note">We konden de gegevens niet openen. Probeer het straks opnieuw.</p>
        )}
        <Rest call={call} />
      </div>
      <Actions {...props} />
    </section>
  )
}

/** By when; an urgent one with its reason. */
const When: FC<{ call: Call; today: string }> = ({ call: { dossier, asked }, today }) => {
  const { callBy, nextOn } = dossier
  if (callBy !== undefined)
    return (
      <>
        <span class="tag late">{callBy < today ? 'te laat: bel nu' : `bel ${relativeDay(callBy, today)}`}</span>
        <span class="lw-flag red">
          <bdi>{asked?.urgent ? `dringend: ${asked.urgent}` : 'het is dringend'}</bdi>
        </span>
      </>
    )
  if (nextOn === undefined) return null
  return nextOn < today ? (
    <span class="tag late">te laat</span>
  ) : (
    <span class="tag">{`bel ten laatste ${relativeDay(nextOn, today)}`}</span>
  )
}

const Who: FC<{ call: Call }> = ({ call: { dossier, asked, mayOpen } }) => {
  const { reference } = dossier
  const [number] = asked?.phones.values() ?? []
  const [line] = asked?.lines.filter(({ name }) => asked.phones.has(name)) ?? []
  return (
    <h2 class="lw-line">
      <bdi>{asked && asked.who.length > 0 ? asked.who.join(', ') : 'Naam niet bekend'}</bdi>
      {number ? (
        <a class="lw-tel" href={`tel:${number}`}>
          {line?.text.join(' ')}
        </a>
      ) : (
        <span>geen nummer</span>
      )}
      {mayOpen ? (
        <a class="lw-ref" href={dossierPath(reference)}>
          {reference}
        </a>
      ) : (
        <span class="lw-ref">{reference}</span>
      )}
    </h2>
  )
}

/** A handful of answers is there at once, more are folded. */
const Rest: FC<{ call: Call }> = ({ call: { asked } }) => {
  const shown = new Set(['naam', 'organisatie', ...(asked?.phones.keys() ?? [])])
  const said = new Set([asked?.essence, ...(asked?.safety ?? [])])
  const lines = asked?.lines.filter(({ name, text }) => !shown.has(name) && !said.has(text.join(' '))) ?? []
  if (lines.length === 0) return null
  return (
    <details open={lines.length <= 3}>
      <summary>Wat we nog weten</summary>
      <div class="answers">
        <AnswerLines lines={lines} />
      </div>
    </details>
  )
}

const Actions: FC<CardProps> = (props) => {
  const { content, call, person, once, now } = props
  const { dossier, tried, calling } = call
  const { reference, revision } = dossier
  const others = calling && calling.who !== person.id
  const today = brusselsDate(now)
  const when = (at: string) => `${dateInShort(brusselsDate(new Date(at)), today)}, ${timeInWords(new Date(at))}`
  return (
    <form method="post" action={`${phonePath}/${reference}`} novalidate>
      <input type="hidden" name="revision" value={String(revision)} />
      <input type="hidden" name={onceField} value={once} />
      {tried.length > 0 && <p data-geprobeerd={tried.length}>{`Niet bereikt: ${tried.map(when).join(' · ')}`}</p>}
      {calling && (
        <p data-belt={calling.who}>
          <b>{`${others ? nameOf(content, calling.who) : 'U'} belt, sinds ${timeInWords(new Date(calling.since))}`}</b>
        </p>
      )}
      <div class="row">
        {!calling && <Button reference={reference} action="ik_bel" label="Ik bel" />}
        <Called {...props} own={calling !== undefined && !others} />
        <Button reference={reference} action="niet_bereikt" label="Niet bereikt" />
      </div>
    </form>
  )
}

const Button: FC<{ reference: string; action: string; label: string }> = ({ reference, action, label }) => (
  <button class="btn plain slim" name="actie" value={action}>
    {label}
    <span class="hidden-visually">{`: ${reference}`}</span>
  </button>
)

/** They were called: what was said, which may stay empty, and what that comes to. Open for who is calling them now. */
const Called: FC<CardProps & { own: boolean }> = ({ content, call, errors, sent, own }) => {
  const { dossier, moves } = call
  const { reference } = dossier
  const [field, offerField] = [cardField(reference, 'advies'), cardField(reference, 'aanbod')]
  const offerId = fieldId(offerField)
  const error = errors.find(({ name }) => name === offerField)
  const asking = moves.filter(({ asks }) => asks?.includes('aanbod'))
  const typed = new Map(sent?.text === undefined ? [] : [[field, [sent.text]]])
  return (
    <details open={own || sent !== undefined}>
      <summary class="btn plain slim">
        Gebeld<span class="hidden-visually">{`: ${reference}`}</span>
      </summary>
      <QuestionField question={{ ...advice, name: field }} context={{ typed, errors }} />
      <div class="row">
        {moves
          .filter((move) => !asking.includes(move))
          .map(({ action, label }) => (
            <Button {...{ reference, action, label }} />
          ))}
      </div>
      {asking.map(({ action, label }) => (
        <div class={error ? 'row wrong' : 'row'}>
          <label for={offerId}>Naar welk aanbod?</label>
          <HintAndError id={offerId} error={error} />
          <select
            id={offerId}
            name="aanbod"
            aria-describedby={error ? `${offerId}-fout` : undefined}
            aria-invalid={error ? 'true' : undefined}
          >
            <option value="">Kies…</option>
            {currentAanbod(content).map(([key, { name }]) => (
              <option value={key} selected={key === sent?.offer}>
                {name}
              </option>
            ))}
          </select>
          <Button {...{ reference, action, label }} />
        </div>
      ))}
    </details>
  )
}

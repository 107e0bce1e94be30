/** An event as its form shows it: to be changed, copied, or compared with what somebody else saved meanwhile. */
import { dayFields } from './event-days.ts'
import { completed, organisationField, questionsFor } from './event-form.ts'
import { ownQuestionsAsFields } from './event-own-questions.ts'
import { cleanText } from './kit/clean.ts'
import { formOf, type LoketEvent } from './kit/events/events.ts'
import type { RawInput } from './kit/questions/answers.ts'
import type { FieldError } from './kit/questions/page.ts'
import { dayTyped } from './kit/time.ts'

/** An event as its form shows it. */
export function eventFields(event: LoketEvent, link: string | undefined): RawInput {
  const own = ownQuestionsAsFields(event.vragen)
  const fields: [string, string | undefined][] = [
    ['titel', event.titel],
    ['ondertitel', event.ondertitel],
    ['soort', event.soort],
    ['omschrijving', event.omschrijving.join('\n\n')],
    ['voor_wie', event.voorWie],
    ...dayFields(event),
    ['per_sessie', event.perSessie ? 'ja' : undefined],
    ['vorm', formOf(event)],
    ['plaats', event.plaats],
    ['link', link],
    ['deadline', dayTyped(event.deadline)],
    ['capaciteit', event.capaciteit === undefined ? undefined : String(event.capaciteit)],
    ['toegang', event.toegang],
    ...own.rows,
    [organisationField, event.vraagtOrganisatie ? 'ja' : 'nee'],
    ['uitnodiger', event.invitedBy],
    ['reden', event.reason],
    ['extra_herinnering', event.extraHerinnering ? 'ja' : undefined],
  ]
  const ticks = [...own.ticks, ...(event.casussen ? ['casus'] : []), ...(event.metHoeveel ? ['aantal'] : [])]
  return new Map([
    ...fields.flatMap(([name, value]): [string, string[]][] => (value ? [[name, [value]]] : [])),
    ...(ticks.length > 0 ? [['vraag', ticks] as [string, string[]]] : []),
  ])
}

/** What a new event takes over of another: neither its days, its link, nor what anybody said. */
export function copiedFields(event: LoketEvent, person: { name: string }): RawInput {
  const left = /^(?:datum|dag_id|deadline|link|per_sessie|dagen\[.*|eigen\[\d+\]\.id)$/
  const fields = [...eventFields(event, undefined)].filter(([name]) => !left.test(name))
  return new Map([...fields, ['uitnodiger', [person.name]]])
}

/** What of a typed form is not as the event is now: for who saves after somebody else did. */
export function differences(sent: RawInput, event: LoketEvent, link: string | undefined): FieldError[] {
  const [typed, stored] = [completed(sent), eventFields(event, link)]
  const asked = new Map([...questionsFor(typed), ...questionsFor(stored)].map((question) => [question.name, question]))
  return [...asked.values()].flatMap(({ name, label, ...question }) => {
    const wordsIn = (raw: RawInput) => {
      const options = 'options' in question ? question.options : []
      const said = (raw.get(name) ?? []).map((one) => options.find(({ value }) => value === one)?.label ?? one)
      return said
        .map((one) => cleanText(one))
        .sort()
        .join(', ')
    }
    const [mine, theirs] = [wordsIn(typed), wordsIn(stored)]
    return mine === theirs ? [] : [{ name, message: `${label}: bewaard is nu ${theirs ? `“${theirs}”` : 'niets'}` }]
  })
}

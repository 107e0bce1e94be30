/** The buttons of the form of an event that keep nothing: they show it again, with a row more or with what people will see. */
import { dayRow, dayRows } from '../../../forms/event-days.ts'
import type { ReadEvent } from '../../../forms/event-form.ts'
import { questionRow, questionRows } from '../../../forms/event-own-questions.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { actionField, proof } from './event-form-page.tsx'

export const pressed = (typed: RawInput): string | undefined => typed.get(actionField)?.[0]

const next = (rows: readonly number[]): number => (rows.at(-1) ?? -1) + 1

/** With one more day, or question of their own; the row has the focus. */
export function withRow(typed: RawInput, button: 'dag' | 'vraag'): [RawInput, { added: string }] {
  const [added, first] =
    button === 'dag' ? [dayRow(next(dayRows(typed))), 'datum'] : [questionRow(next(questionRows(typed))), 'vraag']
  return [new Map([...typed, [added + first, ['']]]), { added }]
}

/** With what people will see of it. */
export const withPreview = ({ event, link }: Extract<ReadEvent, { kind: 'event' }>) => ({
  preview: { event, link: link ?? undefined },
  added: proof,
})

/** The page on which a plan is agreed, filled in beforehand: today, and what was agreed for the version before. */
import { clients } from '../overleg/overleg.ts'
import type { RawInput } from '../questions/answers.ts'
import { dayTyped } from '../time.ts'
import type { PlanNow } from './plan-decision.ts'
import { disagreedField, discussedField, howField, reasonsField, wholeField } from './read-agreement.ts'

/** `today`: in Brussels. */
export function agreedBefore({ plan, overleg, agreedTexts }: PlanNow, today: string): RawInput {
  const { running } = plan
  const family = clients(overleg)
  return new Map<string, string[]>([
    ...family.flatMap((client, at): [string, string[]][] => [
      [discussedField(client, at), [dayTyped(today)]],
      [howField(client, at), ['zelf']],
      ...plan.afspraken.flatMap(({ id }): [string, string[]][] => {
        const words = agreedTexts?.disagreed[id]?.[client.id]
        return words ? [[disagreedField(id, client, at), [words]]] : []
      }),
    ]),
    ...(running?.whole ?? []).map((id): [string, string[]] => [wholeField(id), ['ja']]),
    ...(running?.reasons ?? []).map((id): [string, string[]] => [reasonsField(id), ['ja']]),
  ])
}

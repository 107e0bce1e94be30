/** The page on which a plan is agreed, understood: when it was discussed with each client, and who may see what (docs/overleg.md §9). */

import { cleanedIn } from '../clean.ts'
import { clients, discussedHow, type Overleg, type Seated } from '../overleg/overleg.ts'
import type { RawInput } from '../questions/answers.ts'
import type { FieldError } from '../questions/page.ts'
import { readDay } from '../read-day.ts'
import { holdsNationalNumber, isBlank, nationalNumberMessage, textProblem } from '../text.ts'
import { dateInWords } from '../time.ts'
import type { ActionPlan } from './action-plan.ts'
import type { Agreement } from './freeze.ts'
import { canDo } from './who-sees.ts'

/** Characters of what a client does not agree with. */
const mostOfDisagreement = 2000

type Plan = Pick<ActionPlan, 'afspraken'>

/** Of the first client the fields have no more than their name; of every other one of the family also who it is. */
const forClient = (name: string, { id }: Seated, at: number): string => (at === 0 ? name : `${name}.${id}`)

export const discussedField = (client: Seated, at: number): string => forClient('besproken_op', client, at)
export const howField = (client: Seated, at: number): string => forClient('hoe_besproken', client, at)
export const disagreedField = (afspraak: string, client: Seated, at: number): string =>
  forClient(`oneens.${afspraak}`, client, at)
export const wholeField = (participant: string): string => `heel_plan.${participant}`
export const reasonsField = (participant: string): string => `waarom.${participant}`

/** Who can be allowed to read more than their own part. */
export const readers = (overleg: Pick<Overleg, 'participants'>): Seated[] =>
  canDo(overleg).filter(({ wie }) => wie !== 'client')

export const agreementFields = ({ afspraken }: Plan, overleg: Overleg): ReadonlyMap<string, boolean> =>
  new Map(
    [
      ...clients(overleg).flatMap((client, at) => [
        discussedField(client, at),
        howField(client, at),
        ...afspraken.map(({ id }) => disagreedField(id, client, at)),
      ]),
      ...readers(overleg).flatMap(({ id }) => [wholeField(id), reasonsField(id)]),
      'revision',
    ].map((name) => [name, false]),
  )

interface Context {
  plan: Plan
  overleg: Overleg
  /** Brussels dates between which it was discussed. */
  from: string
  today: string
}

export function readAgreement(
  raw: RawInput,
  { plan, overleg, from, today }: Context,
): { agreement: Agreement; errors: readonly FieldError[] } {
  const value = (name: string) => cleanedIn(raw, name)
  const errors: FieldError[] = []
  const agreed = clients(overleg).flatMap((client, at) => {
    const name = discussedField(client, at)
    const on = readDay(value(name), { until: today })
    if (on !== undefined && on >= from && on <= today) {
      const how = discussedHow.find((one) => one === value(howField(client, at))) ?? 'zelf'
      return [{ client: client.id, on, how }]
    }
    errors.push({ name, message: `Kies een dag vanaf het overleg (${dateInWords(from)}) tot vandaag` })
    return []
  })
  const disagreed = Object.fromEntries(
    plan.afspraken.flatMap(({ id }) => {
      const by = clients(overleg).flatMap((client, at): [string, string][] => {
        const name = disagreedField(id, client, at)
        const text = value(name)
        const problem = holdsNationalNumber(text) ? nationalNumberMessage : textProblem(text, mostOfDisagreement)
        if (problem) errors.push({ name, message: problem })
        return isBlank(text) ? [] : [[client.id, text]]
      })
      return by.length > 0 ? [[id, Object.fromEntries(by)] as const] : []
    }),
  )
  const ticked = (field: (id: string) => string) =>
    readers(overleg)
      .map(({ id }) => id)
      .filter((id) => value(field(id)) === 'ja')
  return { agreement: { agreed, disagreed, whole: ticked(wholeField), reasons: ticked(reasonsField) }, errors }
}

/** An evaluation in words: what the first of two people did, what keeps a plan from ending. */
import type { NextAfter } from '../../../forms/kit/plan/action-plan.ts'
import type { AtPlan } from './at-plan.ts'
import { whoWasFirst } from './changed-plan.tsx'

/** `number`: of the afspraak, by its place in the plan. */
export const notWithoutPerson = (number: number): string =>
  `Dat kan nog niet: afspraak ${number} heeft geen trekker. Geef ze aan iemand, of kies ‘niet meer nodig’`

const nextInWords: Readonly<Record<NextAfter, string>> = {
  overleg: 'er komt een nieuw overleg',
  verder: 'het plan loopt verder',
  afsluiten: 'het plan wordt afgesloten',
}

/** For who comes second: "Tom Verlinden, om 15.20 uur." and what came of an evaluation of today. */
export function firstInWords(found: AtPlan, today: string): string {
  const last = found.plan.evaluations.at(-1)
  return [
    `Iemand anders bewaarde intussen dit plan. ${whoWasFirst(found)}`,
    last?.on === today && `Vandaag is er al een evaluatie bewaard: ${nextInWords[last.next]}.`,
    'Uw evaluatie is niet bewaard. Wat u invulde, staat er nog. Kijk het na, en bewaar opnieuw als dat nog moet.',
  ]
    .filter(Boolean)
    .join(' ')
}

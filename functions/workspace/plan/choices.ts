/** Whom and what the page of a plan can name: who sits at the table, what the client wants, and what the network offers. */

import { currentAanbod } from '../../../forms/kit/content.ts'
import type { PlanChoices } from '../../../forms/kit/plan/plan-fields.ts'
import { domainName } from '../../../forms/kit/plan/plan-gaps.ts'
import { canDo } from '../../../forms/kit/plan/who-sees.ts'
import { shorten } from '../../../forms/kit/shorten.ts'
import { offerInWords } from '../dossier/words.ts'
import { personInWords } from '../overleg/person.tsx'
import type { AtPlan } from './at-plan.ts'

/** Bytes of a wish in a list to pick from. */
const mostOfWish = 60

export const choicesOf = (found: AtPlan): PlanChoices => {
  const { overleg, details, has, hasPlan } = found
  return {
    has: hasPlan,
    people: canDo(overleg).map((who) => ({ value: who.id, label: personInWords(details, who) })),
    reasons: reasonsOf(found),
    offers: offersOf(found),
    withClient: has.withClient,
  }
}

/** What people are pointed to now, and what the plan names already: that stays, also when it is gone. */
function offersOf({ plan, content }: AtPlan): PlanChoices['offers'] {
  const current = currentAanbod(content).map(([key]) => key)
  const named = plan.afspraken.flatMap(({ aanbod }) => (aanbod === undefined ? [] : [aanbod]))
  return [...new Set([...current, ...named])].map((key) => ({ value: key, label: offerInWords(content, key) }))
}

/** Those of the plan first, with what the client wants there; any other can be added on the same page. */
function reasonsOf({ plan, texts, hasPlan }: AtPlan): PlanChoices['reasons'] {
  const own = plan.goals.map(({ domein }) => domein)
  const others = hasPlan.domains.options.map(({ value }) => value).filter((value) => !own.includes(value))
  return [
    ...own.map((value) => {
      const doel = texts.goals[value]?.doel
      const name = domainName(hasPlan, value)
      return { value, label: doel ? `${name}: ${shorten(doel, mostOfWish)}` : name }
    }),
    ...others.map((value) => ({ value, label: `${domainName(hasPlan, value)}: nog geen doel` })),
  ]
}

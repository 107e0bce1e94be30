/** How long ago somebody checked that an offer is right: what a coordinator looks after, and when it becomes a task. */
import { currentAanbod, type NetworkContent, type Offer } from '../content.ts'
import { daysBetween } from '../time.ts'

/** Days: after so many the list says so, and after so many it is a task of *Mijn week* (docs/decisions/018). */
const agingAfter = 180
const oldAfter = 365

export type OfferAge = 'fresh' | 'aging' | 'old' | 'never'

/** `today`: in Brussels. A date that is still to come is as fresh as today. */
export function ageOf({ checkedOn }: Pick<Offer, 'checkedOn'>, today: string): OfferAge {
  if (checkedOn === undefined) return 'never'
  const days = daysBetween(checkedOn, today)
  return days > oldAfter ? 'old' : days > agingAfter ? 'aging' : 'fresh'
}

const longAgo = {
  aging: 'langer dan een half jaar niet nagekeken',
  old: 'langer dan een jaar niet nagekeken',
  never: 'nog nooit nagekeken',
} as const satisfies Partial<Record<OfferAge, string>>

/** In words, so that nobody has to see a colour. */
export function ageInWords(offer: Pick<Offer, 'checkedOn'>, today: string): string {
  const age = ageOf(offer, today)
  if (age !== 'fresh') return longAgo[age]
  const days = daysBetween(offer.checkedOn ?? today, today)
  if (days <= 0) return 'vandaag nagekeken'
  return days === 1 ? 'gisteren nagekeken' : `${days} dagen geleden nagekeken`
}

/** How many of the aanbod nobody checked for more than a year, or ever. */
export const countOld = (content: Pick<NetworkContent, 'aanbod'>, today: string): number =>
  currentAanbod(content).filter(([, offer]) => ['old', 'never'].includes(ageOf(offer, today))).length

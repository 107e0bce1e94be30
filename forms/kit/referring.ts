/**
 * Whom a refusal points to: of each criterion that is not met the first of its offers that still exists and is there for where the person
 * lives, and each offer once, with all it answers (docs/decisions/030). Where none is left, whoever asks calls the network.
 */
import { type NetworkContent, type Offer, offerOf } from './content.ts'
import { pagesOn, type Service } from './form.ts'
import type { Answers } from './questions/answers.ts'
import { type Criterion, holds } from './questions/criteria.ts'

/** One offer with every reason to point to it; without one, what remains is the network's own phone. */
export type PointedTo = { reasons: readonly Criterion[] } & (
  | { key: string; offer: Offer }
  | { key?: undefined; offer?: undefined }
)

export function pointedTo(
  service: Service,
  content: Pick<NetworkContent, 'aanbod'>,
  unmet: readonly Criterion[],
  answers: Answers,
): PointedTo[] {
  const place = placeOf(service, answers)
  const keyFor = ({ offer }: Criterion) =>
    [offer].flat().find((key) => isThereFor(offerOf(content, key), place, answers))
  return [...Map.groupBy(unmet, keyFor)].map(([key, reasons]) => {
    const offer = key === undefined ? undefined : offerOf(content, key)
    return key !== undefined && offer ? { key, offer, reasons } : { reasons }
  })
}

/** Where nobody is asked where they live, the network's own area is meant. */
const isThereFor = (offer: Offer | undefined, place: string | undefined, answers: Answers): boolean =>
  offer !== undefined &&
  offer.archivedOn === undefined &&
  (!offer.postcodes ||
    place === undefined ||
    offer.postcodes.includes(place) ||
    (offer.alsoFor !== undefined && holds(offer.alsoFor, answers)))

/** No postcode: a place that the form has no name for. */
const elsewhere = ''

/** The postcode of where the person lives; undefined where it is not asked. */
function placeOf(service: Service, answers: Answers): string | undefined {
  for (const question of pagesOn(service, answers).flatMap(({ questions }) => questions)) {
    const answer = answers[question.name]
    if (typeof answer !== 'string') continue
    if (question.kind === 'postcode') return answer
    if (question.kind === 'choice' && question.options.some(({ postcode }) => postcode))
      return question.options.find(({ value }) => value === answer)?.postcode ?? elsewhere
  }
  return undefined
}

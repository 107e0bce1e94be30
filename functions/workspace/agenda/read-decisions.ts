/** The decisions of a meeting as they were sent: what is decided, what is wrong with it, what is not possible (any more). */
import { cleanedIn } from '../../../forms/kit/clean.ts'
import { personIn } from '../../../forms/kit/lifecycle/asks.ts'
import { shownRevision } from '../../../forms/kit/lifecycle/dossier.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import { pickFields } from '../../shared/web/body.ts'
import { type Card, type Decided, decisionOf, fieldOf } from './decisions.ts'

export interface ReadDecisions {
  typed: RawInput
  sent: Sent[]
  /** What can be stored, as far as this page can tell: one that is wrong keeps no other waiting. */
  decided: (Decided & { card: Card })[]
  /** What is wrong with what was typed. */
  errors: FieldError[]
  /** What a card does not offer (any more) is not among what was decided. */
  impossible: FieldError[]
}

/** Undefined when it cannot come from one of our pages. */
export function readDecisions(cards: readonly Card[], body: RawInput, now: Date): ReadDecisions | undefined {
  const fields = cards.flatMap(({ page, dossier }): [string, boolean][] => [
    ...fieldsOf(page, body),
    [fieldOf(dossier.reference, 'revision'), false],
  ])
  const typed = pickFields(body, new Map(fields))
  if (!typed) return undefined
  const sent = sentIn(body)
  const parsed = cards.flatMap((card) => {
    const { answers, errors } = parsePage(card.page, typed, {}, { criteria: [], now })
    const decision = decisionOf(card, answers)
    return decision ? [{ card, ...decision, errors }] : []
  })
  return {
    typed,
    sent,
    decided: parsed.flatMap(({ errors, ...decided }) => (errors.length > 0 ? [] : [decided])),
    errors: parsed.flatMap(({ errors }) => errors),
    impossible: cards
      .filter(({ dossier }) => sent.some(({ reference }) => reference === dossier.reference))
      .filter((card) => !parsed.some((one) => one.card === card))
      .map(impossible),
  }
}

/** Somebody was first: the page shows it as it is now, with what was typed. */
export const hasChanged = ({ dossier: { reference } }: Card): FieldError => ({
  name: fieldOf(reference, 'besluit'),
  message: `${reference} is intussen veranderd. Kijk het na en bewaar opnieuw`,
})
export const changedSince = (card: Card, typed: RawInput): FieldError | undefined => {
  const { reference, revision } = card.dossier
  const shown = shownRevision(card.dossier, typed.get(fieldOf(reference, 'revision'))?.[0])
  return shown === revision ? undefined : hasChanged(card)
}
export const impossible = ({ dossier: { reference } }: Card): FieldError => ({
  name: fieldOf(reference, 'besluit'),
  message: `Deze beslissing kan niet meer voor ${reference}. Kies iets anders`,
})

/** It is on no card any more. */
export const isGone = ({ reference }: Pick<Sent, 'reference'>): FieldError => ({
  name: fieldOf(reference, 'besluit'),
  message: `${reference} staat niet meer op deze agenda`,
})
/** Of what is wrong, that which a card of the page can show. */
export const errorsAbout = (references: readonly string[], errors: readonly FieldError[]): FieldError[] =>
  errors.filter(({ name }) => references.some((reference) => name.startsWith(fieldOf(reference, ''))))

/** A decision as it was sent, also about what is not on the agenda any more. */
export interface Sent {
  reference: string
  besluit: string
  revision: string | undefined
  person: string | undefined
  offer: string | undefined
  text: string | undefined
}

function sentIn(body: RawInput): Sent[] {
  const end = fieldOf('', 'besluit')
  return [...body].flatMap(([name, [besluit = '']]) => {
    const reference = name.slice(0, -end.length)
    if (!name.endsWith(end) || besluit === '' || readReference(reference) !== reference) return []
    const field = (own: string) => cleanedIn(body, fieldOf(reference, own)) || undefined
    const [revision, offer, text] = [field('revision'), field('aanbod'), field('toelichting')]
    return [{ reference, besluit, revision, person: personIn(field), offer, text }]
  })
}

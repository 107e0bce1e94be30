/** What mails about a request have in common. */
import type { Form } from '../forms/kit/form.ts'
import { dateInWords, momentInWords, secondsPerDay } from '../forms/kit/time.ts'
import type { AnyContext, Fact, FormContext } from './content.ts'
import { hasPassed, isOver } from './moment.ts'

export const dossierFacts = (reference: string, form: Form): Fact[] => [
  ['Referentie', reference],
  ['Formulier', form.name],
]

export function receivedFacts(
  notification: { reference: string; receivedAt: string; answerBefore: string },
  context: FormContext,
): Fact[] {
  return [
    ...dossierFacts(notification.reference, context.form),
    ['Ontvangen', momentInWords(new Date(notification.receivedAt))],
    ['Antwoord', answerWords(notification.answerBefore, context)],
  ]
}

const answerWords = (answerBefore: string, context: AnyContext): string =>
  `${isOver(answerBefore, context) ? 'moest er zijn' : 'ten laatste'} op ${dateInWords(answerBefore)}`

/** Of a request that was stopped. */
export function erased(context: AnyContext): string {
  const { withdrawnAnswers } = context.network.retention
  if (hasPassed(withdrawnAnswers * secondsPerDay, context)) return 'De antwoorden zijn gewist.'
  return `We wissen de antwoorden binnen ${withdrawnAnswers * 24} uur.`
}

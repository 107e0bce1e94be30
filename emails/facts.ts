/** What mails about a request have in common. */
import type { Form } from '../forms/kit/form.ts'
import type { Network } from '../forms/kit/network.ts'
import { dateInWords, dayInWords, timeInWords } from '../forms/kit/time.ts'
import type { Fact } from './content.ts'

export function momentOf(instant: string) {
  const moment = new Date(instant)
  return { date: dayInWords(moment), hour: timeInWords(moment) }
}

export const dossierFacts = (reference: string, form: Form): Fact[] => [
  ['Referentie', reference],
  ['Formulier', form.name],
]

export function receivedFacts(
  notification: { reference: string; receivedAt: string; answerBefore: string },
  form: Form,
): Fact[] {
  const { date, hour } = momentOf(notification.receivedAt)
  return [
    ...dossierFacts(notification.reference, form),
    ['Ontvangen', `${date} om ${hour}`],
    ['Antwoord vóór', dateInWords(notification.answerBefore)],
  ]
}

export const erased = ({ retention }: Network) =>
  `We wissen de antwoorden binnen ${retention.withdrawnAnswers * 24} uur.`

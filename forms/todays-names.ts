/**
 * What is stored, by the names of today (kit/formerly.ts). A name nobody knows stays as it is: it is shown, never refused
 * (docs/decisions/016).
 */
import { serviceOf } from './index.ts'
import type { Answers, AnswerValue, Row } from './kit/answers.ts'
import type { Dossier } from './kit/dossier.ts'
import type { Service } from './kit/form.ts'
import { findNamed } from './kit/formerly.ts'
import { stateOf } from './kit/lifecycle.ts'
import { keyOf } from './kit/network.ts'
import type { Question } from './kit/questions.ts'

export function byTodaysNames(dossier: Dossier): Dossier {
  const service = serviceOf(dossier)
  if (!service) return dossier
  const { network, form } = service
  const today = (state: string) => stateOf(form.verloop, state).name
  const { paused, referral } = dossier
  return {
    ...dossier,
    ...{ network: network.slug, form: form.slug, state: today(dossier.state) },
    ...(paused ? { paused: { ...paused, from: today(paused.from) } } : {}),
    ...(referral ? { referral: { ...referral, aanbod: keyOf(network.aanbod, referral.aanbod) } } : {}),
  }
}

/** Answers by the names that questions and options have today. */
export function answersByTodaysNames({ form }: Pick<Service, 'form'>, answers: Answers): Answers {
  const questions = form.pages.flatMap((page) => page.questions)
  const names = new Map(questions.flatMap(renamedIn))
  return Object.fromEntries(
    Object.entries(answers).map(([stored, value]) => {
      const name = names.get(stored) ?? stored
      const question = questions.find((one) => one.name === name)
      return [name, question ? answerOf(question, value) : value]
    }),
  )
}

/** Old name and new one. */
function renamedIn(question: Question): [string, string][] {
  if (question.kind === 'perChoice')
    return question.fields.flatMap(({ name }) =>
      question.of.options.flatMap(({ value, voorheen = [] }) =>
        voorheen.map((old): [string, string] => [`${name}.${old}`, `${name}.${value}`]),
      ),
    )
  return (question.voorheen ?? []).map((old) => [old, question.name])
}

function answerOf(question: Question, value: AnswerValue): AnswerValue {
  if (question.kind === 'choice' || question.kind === 'choices') {
    const today = (chosen: string) => findNamed(question.options, (option) => option.value, chosen)?.value ?? chosen
    if (typeof value === 'string') return today(value)
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string').map(today) : value
  }
  if (question.kind !== 'rows' || !Array.isArray(value)) return value
  const columns = new Map(question.columns.flatMap(renamedIn))
  const today = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).map(([name, text]) => [columns.get(name) ?? name, text]))
  return value.filter((row) => typeof row === 'object').map(today)
}

/** What was answered, page by page as the form asked it on the road of these answers, and how each criterion came out. */
import type { FC } from 'hono/jsx'
import { criteriaOn, pagesRead } from '../../../forms/kit/form.ts'
import { correctedFrom } from '../../../forms/kit/lifecycle/corrected.ts'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import { type Criterion, judge, type Outcome, requirementOf } from '../../../forms/kit/questions/criteria.ts'
import { phonesOn } from '../../../forms/kit/questions/phones-on.ts'
import { answersBeside, summarize } from '../../../forms/kit/questions/summary.ts'
import { AnswerLines } from '../../shared/web/answer-lines.tsx'
import type { DossierView } from './view.ts'

export const AnswersPart: FC<{ view: DossierView }> = ({ view: { service, answers, address } }) => {
  const corrections = answers ? correctionsOf(answers, address) : undefined
  const beside = answers ? answersBeside(pagesRead(service, answers), answers) : []
  return answers ? (
    <>
      <p class="hint">{`Zo vulde de aanvrager deze ${service.form.noun} in.`}</p>
      {pagesRead(service, answers).map((page) => (
        <section class="answers">
          <div class="answers-head">
            <h2>{page.title}</h2>
          </div>
          <AnswerLines lines={summarize(page, answers)} phones={phonesOn(page, answers)} corrections={corrections} />
        </section>
      ))}
      {beside.length > 0 && (
        <section class="answers">
          <div class="answers-head">
            <h2>Verouderde vragen</h2>
          </div>
          <p class="hint">Deze vragen staan niet meer in het formulier. Dit antwoordde de aanvrager toen.</p>
          <AnswerLines lines={beside} phones={new Map()} />
        </section>
      )}
    </>
  ) : (
    <section class="answers">
      <div class="answers-head">
        <h2>Antwoorden</h2>
      </div>
      <p>De antwoorden zijn gewist. Wie wat deed, blijft nog staan.</p>
    </section>
  )
}

/** By what was typed: the address that counts since. */
function correctionsOf(answers: Answers, address: string | undefined): ReadonlyMap<string, string> {
  const typed = correctedFrom(answers, address)
  return new Map(typed !== undefined && address !== undefined ? [[typed, address]] : [])
}

const verdicts = {
  voldoet: { text: 'voldoet', look: 'tag ok' },
  twijfel: { text: 'twijfel', look: 'tag wait' },
  doorverwezen: { text: 'voldoet niet', look: 'tag late' },
} as const satisfies Record<Outcome, { text: string; look: string }>

export const CriteriaPart: FC<{ view: DossierView }> = ({ view: { service, dossier, answers } }) => {
  // What they come to says something of the client: it goes when the answers go, and who withdrew is told that they go.
  if (!answers || stateOf(service.form.lifecycle, dossier.state).withdrawn) return null
  const criteria = criteriaOn(service, answers)
  if (criteria.length === 0) return null
  const receivedAt = new Date(dossier.receivedAt)
  // As it was judged when it was sent: a criterion that changed since says nothing about this request.
  const outcomeOf = (criterion: Criterion): Outcome => {
    if (dossier.doubtful.includes(criterion.name)) return 'twijfel'
    return judge([criterion], answers, receivedAt).outcome
  }
  return (
    <section>
      <h2>Criteria</h2>
      <ul class="lines">
        {criteria.map((criterion) => {
          const { text, look } = verdicts[outcomeOf(criterion)]
          return (
            <li data-criterium={criterion.name}>
              <span class={look}>{text}</span> {requirementOf(criterion, receivedAt)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

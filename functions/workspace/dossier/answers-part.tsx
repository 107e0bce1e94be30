/** What was answered, page by page as the form asked it on the road of these answers: all of it, for who asks what is kept. */
import type { FC } from 'hono/jsx'
import { phonesOn } from '../../../forms/kit/calling.ts'
import { phoneInWords } from '../../../forms/kit/contact.ts'
import { pagesRead } from '../../../forms/kit/form.ts'
import { correctedFrom, formerPhone } from '../../../forms/kit/lifecycle/corrected.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import { answersBeside, summarize } from '../../../forms/kit/questions/summary.ts'
import { AnswerLines } from '../../shared/web/answer-lines.tsx'
import { ErasedAnswers } from './erased-answers.tsx'
import type { OpenedDossier } from './opened.ts'

export const AnswersPart: FC<{ view: OpenedDossier }> = ({ view }) => {
  const { service, answers } = view
  const corrections = answers ? correctionsOf(answers, view) : undefined
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
      <ErasedAnswers />
    </section>
  )
}

/** By what was typed, as a page shows it: the address and the number that count since. */
export function correctionsOf(
  answers: Answers,
  { address, phone }: Pick<OpenedDossier, 'address' | 'phone'>,
): ReadonlyMap<string, string> {
  const [typed, number] = [correctedFrom(answers, address), formerPhone(answers, phone)]
  return new Map([
    ...(typed !== undefined && address !== undefined ? [[typed, address] as const] : []),
    ...(number !== undefined && phone !== undefined ? [[phoneInWords(number), phoneInWords(phone)] as const] : []),
  ])
}

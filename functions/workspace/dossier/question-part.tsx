/** What is asked: the words of the client and the goal first and larger, how the criteria came out in a line, every other page folded. */
import type { FC } from 'hono/jsx'
import { type Fold, foldsOf, foremostOf } from '../../../forms/kit/at-a-glance.ts'
import { phonesOn } from '../../../forms/kit/calling.ts'
import { pagesRead } from '../../../forms/kit/form.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import type { Question, RowsQuestion } from '../../../forms/kit/questions/questions.ts'
import { answersBeside, summarize } from '../../../forms/kit/questions/summary.ts'
import { momentInWords } from '../../../forms/kit/time.ts'
import { AnswerLines, Corrected } from '../../shared/web/answer-lines.tsx'
import { correctionsOf } from './answers-part.tsx'
import { CriteriaLine, CriteriaList, criteriaCameTo } from './criteria-part.tsx'
import { ErasedAnswers } from './erased-answers.tsx'
import type { DossierView } from './view.ts'

export const QuestionPart: FC<{ view: DossierView }> = ({ view }) => {
  const { answers, dossier } = view
  const received = new Date(dossier.receivedAt)
  return (
    <section class="lw-block" id="antwoorden">
      <header>
        <h2>De vraag</h2>
        <span class="lw-soft">{`ontvangen ${momentInWords(received)}`}</span>
      </header>
      {answers ? (
        <>
          <Foremost view={view} answers={answers} />
          <Folds view={view} answers={answers} />
        </>
      ) : (
        <ErasedAnswers />
      )}
    </section>
  )
}

interface AnswersProps {
  view: DossierView
  answers: Answers
}

/** The first in large letters; a table as a table. Also on paper. */
const Foremost: FC<AnswersProps> = ({ view, answers }) => (
  <>
    {foremostOf(view.service, answers).map((question, place) =>
      question.kind === 'rows' && isTable(question, answers) ? (
        <Rows question={question} {...{ view, answers }} />
      ) : (
        <Told question={question} answers={answers} large={place === 0} />
      ),
    )}
  </>
)

const Told: FC<{ question: Question; answers: Answers; large: boolean }> = ({ question, answers, large }) => (
  <dl class="lw-qa">
    {summarize({ slug: '', title: '', questions: [question] }, answers).map(({ label, text }) => (
      <>
        <dt>{label}</dt>
        {text.map((line) => (
          <dd class={large ? 'lw-words' : undefined}>
            <bdi class="written">{line}</bdi>
          </dd>
        ))}
      </>
    ))}
  </dl>
)

/** What an older version asked in another way is shown as it is. */
const isTable = ({ name, columns }: RowsQuestion, answers: Answers): boolean => {
  const stored = answers[name]
  const names = new Set(columns.map((column) => column.name))
  return (
    Array.isArray(stored) &&
    stored.every((row) => typeof row === 'object' && Object.keys(row).every((column) => names.has(column)))
  )
}

/** Columns in which nobody wrote anything are left out. */
const Rows: FC<AnswersProps & { question: RowsQuestion }> = ({ question, answers, view }) => {
  const stored = answers[question.name]
  const rows = Array.isArray(stored) ? stored.filter((row) => typeof row === 'object') : []
  const columns = question.columns.filter(({ name }) => rows.some((row) => row[name]))
  const corrections = correctionsOf(answers, view)
  return (
    <table class="lw-mini two">
      <caption>{question.label}</caption>
      <thead>
        <tr>
          {columns.map(({ label }) => (
            <th scope="col">{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map(({ name }, place) => {
              const text = row[name] ?? ''
              const cell = (
                <>
                  <bdi>{text}</bdi>
                  <Corrected line={text} corrections={corrections} />
                </>
              )
              return place === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Folds: FC<AnswersProps> = ({ view, answers }) => {
  const { service } = view
  const folds = foldsOf(service, answers)
  const judged = criteriaCameTo(view)
  const beside = answersBeside(pagesRead(service, answers), answers)
  // How they came out stands with what they were judged by.
  const judging = folds.find(({ page }) => page.judges)
  return (
    <div class="lw-folds">
      {judged && (
        <details class="lw-fold" id="criteria">
          <summary>
            <CriteriaLine judged={judged} />
          </summary>
          <CriteriaList judged={judged} />
          {judging && <Lines fold={judging} {...{ view, answers }} />}
        </details>
      )}
      {folds
        .filter((fold) => !judged || fold !== judging)
        .map((fold) => (
          <details class="lw-fold">
            <summary>
              <b>{fold.page.title}</b>{' '}
              {fold.digest && (
                <span>
                  <bdi>{fold.digest}</bdi>
                </span>
              )}
            </summary>
            <Lines fold={fold} {...{ view, answers }} />
          </details>
        ))}
      {beside.length > 0 && (
        <details class="lw-fold">
          <summary>
            <b>Verouderde vragen</b>
          </summary>
          <p class="hint">Deze vragen staan niet meer in het formulier. Dit antwoordde de aanvrager toen.</p>
          <div class="answers">
            <AnswerLines lines={beside} phones={new Map()} />
          </div>
        </details>
      )}
    </div>
  )
}

const Lines: FC<AnswersProps & { fold: Fold }> = ({ fold: { page, lines }, view, answers }) => (
  <div class="answers">
    <AnswerLines lines={lines} phones={phonesOn(page, answers)} corrections={correctionsOf(answers, view)} />
  </div>
)

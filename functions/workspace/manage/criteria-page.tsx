/** The criteria of a form in words, with the days on which they change; and what the form says of answers that somebody tries. */
import type { FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import type { Judgement } from '../../../forms/kit/questions/criteria.ts'
import type { CriterionInTime } from '../../../forms/kit/questions/criteria-in-time.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { pointedTo } from '../../../forms/kit/referring.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { Phone } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { criteriaPath, managePath } from '../../shared/work-paths.ts'
import { offerInWords } from '../dossier/words.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'

/** What the form would say. */
export interface Tried {
  judgement: Judgement
  answers: Answers
  /** Brussels date. */
  on: string
}

interface CriteriaPageProps extends WorkFrame {
  /** The forms that judge, each with its own page. */
  services: readonly Service[]
  service: Service
  content: NetworkContent
  criteria: readonly CriterionInTime[]
  page: Page
  typed: RawInput
  errors: readonly FieldError[]
  tried?: Tried | undefined
}

export const CriteriaPage: FC<CriteriaPageProps> = (props) => {
  const { services, service, content, criteria, page, typed, errors, tried, ...frame } = props
  const { form } = service
  return (
    <WorkPage {...frame} title={`Criteria: ${form.name}`} problem={errors.length > 0} here="beheer">
      <ProblemSummary errors={errors} />
      <p>
        <a href={managePath}>Beheer</a>
      </p>
      <h1>{`Wie komt in aanmerking voor ${form.short}?`}</h1>
      {services.length > 1 && (
        <p class="row">
          {services.map(({ form: { slug, name } }) => (
            <a href={criteriaPath(slug)} aria-current={slug === form.slug ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </p>
      )}
      {tried && <Said service={service} content={content} tried={tried} />}
      <p class="hint">Criteria staan vast in Loket. Wilt u er een veranderen? Vraag het aan wie Loket voor u draait.</p>
      <ul>
        {criteria.map((one) => (
          <InTime of={one} content={content} />
        ))}
      </ul>
      <h2>{page.title}</h2>
      <p>Wat zou het formulier zeggen? Er wordt niets bewaard en niets verstuurd.</p>
      <form class="sheet" method="post" action={criteriaPath(form.slug)} novalidate>
        {page.questions.map((question) => (
          <QuestionField question={question} context={{ typed, errors }} />
        ))}
        <div class="row">
          <button class="btn" data-next>
            Wat zegt het formulier?
          </button>
        </div>
      </form>
    </WorkPage>
  )
}

const InTime: FC<{ of: CriterionInTime; content: NetworkContent }> = ({ of: { criterion, now, changes }, content }) => {
  const offers = [criterion.offer].flat().map((key) => offerInWords(content, key))
  return (
    <li>
      <b>{now}</b>
      {changes && (
        <>
          {' '}
          {changes.isComing ? 'Vanaf' : 'Voor'} {dateInWords(changes.from.slice(0, 10))}: {changes.text}
        </>
      )}{' '}
      <span class="hint">{`Wie er niet aan voldoet, wijzen we naar ${offers.join(', of ')}.`}</span>
    </li>
  )
}

const outcomeWords: Readonly<Record<Judgement['outcome'], string>> = {
  voldoet: 'Het formulier laat deze aanvraag door.',
  twijfel: 'Het formulier laat deze aanvraag door, en vraagt u om ze na te kijken.',
  doorverwezen: 'Het formulier verwijst door.',
}

const Said: FC<Pick<CriteriaPageProps, 'service' | 'content'> & { tried: Tried }> = ({ service, content, tried }) => {
  const { judgement, answers, on } = tried
  return (
    <div class="done" role="status" data-proef={judgement.outcome}>
      <p>
        <b>{outcomeWords[judgement.outcome]}</b> {`Op ${dateInWords(on)}.`}
      </p>
      {judgement.doubtful.map(({ requirement }) => (
        <p>{`Niet zeker: ${requirement}`}</p>
      ))}
      {pointedTo(service, content, judgement.unmet, answers).map(({ offer, reasons }) => (
        <p>
          {reasons.map(({ name, reason }) => (
            <span data-criterium={name}>{`${reason} `}</span>
          ))}
          {offer ? (
            <>
              Dit past wel: <b>{offer.name}</b>, <Phone number={offer.phone ?? service.network.phone} />.
            </>
          ) : (
            <>
              Geen aanbod dat past. Het formulier geeft het nummer van het netwerk:{' '}
              <Phone number={service.network.phone} />.
            </>
          )}
        </p>
      ))}
    </div>
  )
}

/** One page of a form: where you are, what is wrong, the questions, and the ways on, back and out. */
import type { FC } from 'hono/jsx'
import { isRoadKnown, pagesOn, type Service } from '../../../forms/kit/form.ts'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import { holds, questionsOf, type Rule } from '../../../forms/kit/questions/criteria.ts'
import { usualLimitInWords } from '../../../forms/kit/questions/limit-in-words.ts'
import type { FieldError, Page } from '../../../forms/kit/questions/page.ts'
import { servicePath } from '../../shared/public-paths.ts'
import { QuestionField } from '../../shared/web/fields.tsx'
import { CallFirst, type Frame, Layout } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import type { Reveals } from '../../shared/web/text-field.tsx'
import { TwoColumns } from '../../shared/web/two-columns.tsx'
import type { Saved } from '../draft-progress.ts'
import { FormBeside } from './form-beside.tsx'
import { withRows } from './rows-shown.ts'
import { Trap } from './trap.tsx'

interface FormPageProps extends Frame {
  service: Service
  page: Page
  typed: RawInput
  answers: Answers
  errors: readonly FieldError[]
  /** Address of the draft, without a slash at the end. */
  draftPath: string
  /** The draft replaces one that was erased while somebody was typing. */
  late: boolean
  saved: Saved
}

export const FormPage: FC<FormPageProps> = ({
  service,
  page: asked,
  typed,
  answers,
  errors,
  draftPath,
  late,
  saved,
  assets,
}) => {
  const { form, network } = service
  const pages = pagesOn(service, answers)
  const position = pages.indexOf(asked)
  const page = onThisRoad(asked, answers)
  const total = isRoadKnown(service, answers) ? pages.length + 1 : undefined
  const shown = withRows(page.questions, typed, answers)
  const context = { typed: shown, errors, answers, reveals: revealsIn(asked), counts: true as const }
  const here = `${draftPath}/${page.slug}`
  return (
    <Layout
      assets={assets}
      network={network}
      title={`${page.title} · ${form.name}`}
      problem={errors.length > 0}
      keepsTyping
    >
      <Steps current={position} total={total} label={form.start?.title ?? form.name} />
      <TwoColumns
        label="Bewaren, stoppen en hulp"
        stays
        beside={<FormBeside {...{ service, saved, draftPath }} form={formId} />}
      >
        <ProblemSummary errors={errors} />
        {late && (
          <div class="lp-let" role="status">
            <p>
              Uw formulier stond te lang open. We hebben de eerdere pagina’s gewist, om uw cliënt te beschermen. Wat u
              net typte, is bewaard. Vul de andere pagina’s opnieuw in.
            </p>
          </div>
        )}
        <h1>{page.title}</h1>
        {page.callFirst && <CallFirst network={network} />}
        {page.intro && <p class="lead">{page.intro}</p>}
        {/* Shown by the script alone: whoever has none is told by the browser itself. */}
        <div class="lp-let" role="status" data-offline hidden>
          <p>
            <b>U bent even niet verbonden.</b> Uw tekst staat nog op deze pagina. Laat ze open. We bewaren alles zodra
            er weer verbinding is.
          </p>
        </div>
        <form class="sheet" id={formId} method="post" action={here} novalidate data-keeps>
          <p class="hint">
            Alles is verplicht, tenzij er ‘niet verplicht’ bij staat.
            {page.questions.some(({ kind }) => kind === 'longText') && ` ${usualLimitInWords()}`}
          </p>
          {/* Enter in a field presses the first button of a form: that must not be "Nog een dienst". */}
          {page.questions.some(({ kind }) => kind === 'rows') && (
            // biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex -1 keeps it out of reach; people use the button below.
            <button class="hidden-visually" name="actie" value="volgende" tabindex={-1} aria-hidden="true" />
          )}
          {page.questions.map((question) => (
            <QuestionField question={question} context={context} />
          ))}
          <Trap />
          <div class="row">
            <button class="btn" name="actie" value="volgende" data-next>
              Volgende
            </button>
            {position > 0 ? (
              <button class="link" name="actie" value="vorige">
                Vorige
              </button>
            ) : (
              <a href={servicePath(service)}>Vorige</a>
            )}
          </div>
        </form>
      </TwoColumns>
    </Layout>
  )
}

/** The form of the page, for the buttons beside it. */
const formId = 'formulier'

/** Where you are: in words for everybody, as a bar for the eye. How far it is may depend on the first answer. */
export const Steps: FC<{ current: number; total: number | undefined; label: string }> = ({ current, total, label }) => (
  <>
    <p class="eyebrow">{`${label} · stap ${current + 1}${total ? ` van ${total}` : ''}`}</p>
    {total && (
      <ol class="steps" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <li class={index < current ? 'done' : index === current ? 'now' : ''} />
        ))}
      </ol>
    )}
  </>
)

/** Without the questions that an answer of an earlier page rules out; the others need not wait for it any more. */
const onThisRoad = (page: Page, answers: Answers): Page => ({
  ...page,
  questions: page.questions.filter(({ when }) => !when || !isSettled(when, page) || holds(when, answers)),
})

/** Whether everything a rule looks at was answered before this page. */
const isSettled = (when: Rule, page: Page): boolean =>
  !questionsOf(when).some((name) => page.questions.some((question) => question.name === name))

/** Which answers on this page make another question on it appear. */
function revealsIn(page: Page): Reveals {
  const waiting = page.questions.filter(({ when }) => when && !isSettled(when, page))
  return {
    names: new Set(waiting.map(({ name }) => name)),
    by: new Map(
      waiting.flatMap(({ when }) => (when && 'is' in when ? [[when.question, [when.is].flat()] as const] : [])),
    ),
  }
}

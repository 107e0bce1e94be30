/** Check your answers: a sheet as it will be sent, with a way back to each page; to be printed too. */
import type { FC } from 'hono/jsx'
import type { ClosedForm } from '../../../forms/kit/content-schema.ts'
import { pagesOn, readersInWords, type Service } from '../../../forms/kit/form.ts'
import { opensOn } from '../../../forms/kit/manage/closed-form.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import { looksLikeFullName } from '../../../forms/kit/questions/full-name.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { leftOpen, summarize } from '../../../forms/kit/questions/summary.ts'
import { dateInWords } from '../../../forms/kit/time.ts'
import { AnswerLines } from '../../shared/web/answer-lines.tsx'
import { type Frame, Layout } from '../../shared/web/layout.tsx'
import { TwoColumns } from '../../shared/web/two-columns.tsx'
import type { Saved } from '../draft-progress.ts'
import { FormBeside } from './form-beside.tsx'
import { Steps } from './form-page.tsx'
import { Trap } from './trap.tsx'

interface CheckPageProps extends Frame {
  service: Service
  answers: Answers
  /** Names of the questions whose answer the coordinator has to look at. */
  doubtful: ReadonlySet<string>
  /** Pages on which something was typed that "Volgende" did not take along. */
  unfinished: readonly Page[]
  draftPath: string
  saved: Saved
  /** When the page was made, in words: on paper. */
  printed: string
  /** It takes nothing in now. */
  closed: ClosedForm | undefined
}

const title = 'Controleer uw antwoorden'

export const CheckPage: FC<CheckPageProps> = (props) => {
  const { assets, service, answers, doubtful, unfinished, draftPath, saved, printed, closed } = props
  const { network, form } = service
  const pages = pagesOn(service, answers)
  const name = form.start?.title ?? form.name
  const isDoubtful = (page: Page) => page.questions.some((question) => doubtful.has(question.name))
  return (
    <Layout assets={assets} network={network} title={`${title} · ${form.name}`} printable>
      <Steps current={pages.length} total={pages.length + 1} label={name} />
      <TwoColumns
        label="Op deze pagina, afdrukken en hulp"
        stays
        beside={
          <>
            <section>
              <h2>Op deze pagina</h2>
              <ul class="contents">
                {pages.map((page) => (
                  <li>
                    <a href={`#${page.slug}`}>{page.title}</a>
                    {isDoubtful(page) && <span class="tag wait">twijfel</span>}
                  </li>
                ))}
              </ul>
            </section>
            <section>
              <h2>Voor uw eigen dossier</h2>
              <p>Er staan gegevens van een cliënt op. Laat het blad niet liggen.</p>
              <p>
                <button class="btn plain" type="button" data-print hidden>
                  Druk af
                </button>
              </p>
            </section>
            <FormBeside {...{ service, saved, draftPath }} />
          </>
        }
      >
        <h1>{title}</h1>
        <p class="lead no-print">Er is nog niets verstuurd. Klopt alles? Onderaan staat de knop om te verzenden.</p>
        <p class="on-paper">{`${name}. ${network.name}. Afgedrukt op ${printed}. Nog niet verstuurd.`}</p>
        {closed && (
          <p class="lp-let">
            {`Dit formulier is dicht tot en met ${dateInWords(closed.until)}. Verzenden kan vanaf ${dateInWords(opensOn(closed))}. Wat u invulde, blijft tot dan bewaard.`}
          </p>
        )}
        {unfinished.length > 0 && <Unfinished pages={unfinished} draftPath={draftPath} />}
        <div class="sheet checked">
          {pages.map((page) => (
            <PageAnswers {...{ page, answers, doubtful }} editPath={`${draftPath}/${page.slug}`} />
          ))}
          <form class="send" method="post" action={`${draftPath}/controle`}>
            <Trap />
            <p>{`${readersInWords(service)} lezen dit. We bewaren het versleuteld.`}</p>
            <div class="row">
              <button class="btn" data-next>
                Verzenden
              </button>
              <a href={`${draftPath}/${pages.at(-1)?.slug}`}>Vorige</a>
            </div>
          </form>
        </div>
      </TwoColumns>
    </Layout>
  )
}

const Unfinished: FC<{ pages: readonly Page[]; draftPath: string }> = ({ pages, draftPath }) => (
  <div class="lp-let" role="status">
    <p>
      U typte nog iets, en drukte daar niet op Volgende. Het staat hieronder niet bij, en gaat niet mee. Kijk het na:
    </p>
    <ul>
      {pages.map(({ slug, title: name }) => (
        <li>
          <a href={`${draftPath}/${slug}`}>{name}</a>
        </li>
      ))}
    </ul>
  </div>
)

/** Answers that say whom it is about, and name them in full by the look of it. */
const fullNamesOn = ({ questions }: Page, answers: Answers): ReadonlySet<string> =>
  new Set(
    questions
      .filter(({ name, designates }) => designates && looksLikeFullName(String(answers[name] ?? '')))
      .map(({ name }) => name),
  )

interface PageAnswersProps extends Pick<CheckPageProps, 'answers' | 'doubtful'> {
  page: Page
  editPath: string
}

const PageAnswers: FC<PageAnswersProps> = ({ page, answers, doubtful, editPath }) => {
  const left = leftOpen(page, answers)
  const names = fullNamesOn(page, answers)
  const isLong = page.questions.some(({ kind, name }) => kind === 'longText' && answers[name] !== undefined)
  return (
    <section class={isLong ? 'answers long' : 'answers'} id={page.slug}>
      <div class="answers-head">
        <h2>{page.title}</h2>
        <a href={editPath}>
          Wijzig<span class="hidden-visually">{`: ${page.title}`}</span>
        </a>
      </div>
      <AnswerLines
        lines={summarize(page, answers).filter(({ open }) => !open)}
        beside={(name) =>
          doubtful.has(name) ? (
            <p class="lp-let">Dit kijkt de coördinator met u na. U kunt gewoon verzenden.</p>
          ) : names.has(name) ? (
            <p class="lp-let">Is dit een volledige naam? Gebruik initialen.</p>
          ) : null
        }
      />
      {left.length > 0 && <p class="hint">{`Niet ingevuld, en niet verplicht: ${left.join(' · ')}`}</p>}
    </section>
  )
}

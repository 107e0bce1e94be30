/** Check your answers: everything as it will be sent, with a way back to each page. */
import type { FC } from 'hono/jsx'
import { pagesOn, readersInWords, type Service } from '../../../forms/kit/form.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import type { Judgement } from '../../../forms/kit/questions/criteria.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { summarize } from '../../../forms/kit/questions/summary.ts'
import { AnswerLines } from '../../shared/web/answer-lines.tsx'
import { type Frame, Layout } from '../../shared/web/layout.tsx'
import { Steps } from './form-page.tsx'
import { Trap } from './trap.tsx'

interface CheckPageProps extends Frame {
  service: Service
  answers: Answers
  judgement: Judgement
  draftPath: string
}

export const CheckPage: FC<CheckPageProps> = ({ assets, service, answers, judgement, draftPath }) => {
  const { network, form } = service
  const pages = pagesOn(service, answers)
  const title = 'Controleer uw antwoorden'
  return (
    <Layout assets={assets} network={network} title={`${title} · ${form.name}`}>
      <Steps current={pages.length} total={pages.length + 1} label={form.name} />
      <h1>{title}</h1>
      {judgement.outcome === 'twijfel' && (
        <div class="note">
          <p>Bij een of meer antwoorden weten we nog niet of dit past. Dat mag. We bekijken dit met u.</p>
        </div>
      )}
      {pages.map((page) => (
        <PageAnswers page={page} answers={answers} editPath={`${draftPath}/${page.slug}`} />
      ))}
      <form method="post" action={`${draftPath}/controle`}>
        <Trap />
        <p>{`Alleen ${readersInWords(service)} lezen deze antwoorden. We slaan ze versleuteld op.`}</p>
        <div class="row">
          <button class="btn" data-next>
            Verzenden
          </button>
          <a href={`${draftPath}/${pages.at(-1)?.slug}`}>Vorige</a>
          <a href={`${draftPath}/later`}>Mail me een link om later verder te gaan</a>
          <a href={`${draftPath}/wissen`}>Wis en stop</a>
        </div>
      </form>
    </Layout>
  )
}

const PageAnswers: FC<{ page: Page; answers: Answers; editPath: string }> = ({ page, answers, editPath }) => (
  <section class="answers">
    <div class="answers-head">
      <h2>{page.title}</h2>
      <a href={editPath}>
        Wijzig<span class="hidden-visually">{`: ${page.title}`}</span>
      </a>
    </div>
    <AnswerLines lines={summarize(page, answers)} />
  </section>
)

/** What somebody sent, to read and to print for their own file; and why it cannot be seen here (any more). */
import type { FC } from 'hono/jsx'
import { pagesOn, type Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import { summarize } from '../../../forms/kit/questions/summary.ts'
import { dayInWords, momentInWords, timeInWords } from '../../../forms/kit/time.ts'
import { AnswerLines } from '../../shared/web/answer-lines.tsx'
import { type Frame, Layout } from '../../shared/web/layout.tsx'
import { MessagePage } from '../../shared/web/message-page.tsx'
import { HelpBeside, TwoColumns } from '../../shared/web/two-columns.tsx'

interface OwnAnswersProps extends Frame {
  service: Service
  dossier: Dossier
  answers: Answers
  /** From then on nobody can open it. */
  until: Date
  receiptPath: string
  wipePath: string
}

export const OwnAnswersPage: FC<OwnAnswersProps> = (props) => {
  const { assets, service, dossier, answers, until, receiptPath, wipePath } = props
  const { network, form } = service
  const sent = new Date(dossier.receivedAt)
  return (
    <Layout assets={assets} network={network} title="Wat u schreef" printable>
      <TwoColumns label="Bewaren en hulp" beside={<Beside {...{ service, until, wipePath, receiptPath }} />}>
        <p class="eyebrow">
          {`${form.name} ${network.name} · `}
          <span class="reference" data-reference={dossier.reference}>
            {dossier.reference}
          </span>
        </p>
        <h1>Wat u schreef</h1>
        <p class="lead">{`Verstuurd op ${momentInWords(sent)}.`}</p>
        <div class="note">
          <p>Er staan gegevens van een cliënt op. Laat het blad niet liggen.</p>
        </div>
        <div class="sheet" data-own-copy>
          {pagesOn(service, answers).map((page) => {
            const lines = summarize(page, answers)
            return (
              <section class="answers">
                <h2>{page.title}</h2>
                <AnswerLines lines={lines} />
              </section>
            )
          })}
        </div>
      </TwoColumns>
    </Layout>
  )
}

const Beside: FC<Pick<OwnAnswersProps, 'service' | 'until' | 'receiptPath' | 'wipePath'>> = (props) => {
  const { service, until, receiptPath, wipePath } = props
  return (
    <>
      <section>
        <h2>Voor uw eigen dossier</h2>
        <p>{`Tot ${dayInWords(until)}, ${timeInWords(until)} kunt u dit in deze browser zien. Daarna niet meer: alleen de coördinator kan het dan lezen.`}</p>
        <p class="no-print">
          <button class="btn plain" type="button" data-print hidden>
            Druk af
          </button>
        </p>
        <p class="no-print">
          <a href={receiptPath}>Terug naar het ontvangstbewijs</a>
        </p>
      </section>
      <section class="no-print">
        <h2>Gebruiken anderen deze computer?</h2>
        <p>Wis dan deze kopie als u klaar bent.</p>
        <details>
          <summary>Wis deze kopie</summary>
          <p>{`U kunt ze niet terughalen. Uw ${service.form.noun} zelf blijft bewaard.`}</p>
          <form method="post" action={wipePath}>
            <button class="btn warn">Ja, wis deze kopie</button>
          </form>
        </details>
      </section>
      <HelpBeside network={service.network} />
    </>
  )
}

/** Never: there was none. Over: its day is. */
export type NoCopyReason = 'elsewhere' | 'over' | 'wiped' | 'never'

/** What was here and is not any more is gone; of the rest we say nothing of what there is. */
export const noCopyStatus = { elsewhere: 404, never: 404, over: 410, wiped: 410 } as const satisfies Record<
  NoCopyReason,
  number
>

const reasons: Record<NoCopyReason, { title: string; text: string }> = {
  elsewhere: {
    title: 'Dit kan alleen in de browser waarin u verstuurde.',
    text: 'Uw antwoorden zijn versleuteld. Alleen die browser heeft de sleutel. Ook wij kunnen ze hier niet openen.',
  },
  over: {
    title: 'De 24 uur zijn voorbij.',
    text: 'We hebben deze kopie gewist, om uw cliënt te beschermen. Wat u verstuurde, is bewaard bij de coördinator.',
  },
  wiped: {
    title: 'Deze kopie is gewist.',
    text: 'Wat u verstuurde, is bewaard bij de coördinator. Hier kunt u het niet meer lezen.',
  },
  never: {
    title: 'Hiervan is er geen kopie.',
    text: 'Wat u verstuurde, is bewaard bij de coördinator. Hier kunt u het niet meer lezen.',
  },
}

interface NoCopyProps extends Frame {
  service: Service
  reason: NoCopyReason
  receiptPath: string
}

export const NoCopyPage: FC<NoCopyProps> = ({ assets, service, reason, receiptPath }) => (
  <MessagePage assets={assets} network={service.network} title={reasons[reason].title}>
    <p class="lead">{reasons[reason].text}</p>
    <p>
      <a class="btn" href={receiptPath}>
        Bekijk uw ontvangstbewijs
      </a>
    </p>
  </MessagePage>
)

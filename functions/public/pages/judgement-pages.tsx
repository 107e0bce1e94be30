/** Pages that answer a request without an error: it does not fit here, or the client must agree first. */
import type { FC } from 'hono/jsx'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import { counted } from '../../../forms/kit/counted.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import type { Judgement } from '../../../forms/kit/questions/criteria.ts'
import type { Pause } from '../../../forms/kit/questions/page.ts'
import { pointedTo } from '../../../forms/kit/referring.ts'
import { aanbodPath, vraagPath } from '../../shared/public-paths.ts'
import { type Frame, Layout, Phone } from '../../shared/web/layout.tsx'

interface RefusalProps extends Frame {
  service: Service
  content: NetworkContent
  judgement: Judgement
  answers: Answers
  draftPath: string
}

export const RefusalPage: FC<RefusalProps> = ({ assets, service, content, judgement, answers, draftPath }) => {
  const { network, form } = service
  const judging = service.pages.find(({ judges }) => judges)
  const title = `Deze ${form.noun} komt niet in aanmerking voor ${form.short}`
  return (
    <Layout assets={assets} network={network} title={title}>
      <div data-outcome="doorverwezen">
        <h1>{title}</h1>
        <p class="lead">{`Dat is geen oordeel over u${form.about ? ` of ${form.about}` : ''}. U leest hier waarom, en wie wel kan helpen.`}</p>
        <ul class="reasons">
          {pointedTo(service, content, judgement.unmet, answers).map(({ key, offer, reasons }) => (
            <li>
              {reasons.map(({ name, reason }) => (
                <p class="reason" data-criterium={name}>
                  {reason}
                </p>
              ))}
              {offer ? (
                <p class="offer">
                  Dit past wel:{' '}
                  <strong>
                    <a href={aanbodPath(network, key)}>{offer.name}</a>
                  </strong>
                  , <Phone number={offer.phone ?? network.phone} />
                  <br />
                  {offer.description}
                </p>
              ) : (
                <p class="offer">
                  Bel <strong>{network.name}</strong>, <Phone number={network.phone} />. We zoeken met u wat wel past.
                </p>
              )}
            </li>
          ))}
        </ul>
        <p class="row">
          <a class="btn plain" href={`${draftPath}/${judging?.slug ?? ''}`}>
            Wijzig uw antwoorden
          </a>
          <a class="btn plain" href={vraagPath(service)}>
            Stel uw vraag toch aan de coördinator
          </a>
          <a href={aanbodPath()}>Zoek in het aanbod</a>
        </p>
        <p class="hint">De coördinator krijgt deze antwoorden niet. We wissen ze binnen 24 uur.</p>
      </div>
    </Layout>
  )
}

interface PauseProps extends Frame {
  service: Service
  pause: Pause
  days: number
  backTo: string
  draftPath: string
}

export const PausePage: FC<PauseProps> = ({ assets, service, pause, days, backTo, draftPath }) => (
  <Layout assets={assets} network={service.network} title={pause.title}>
    <h1>{pause.title}</h1>
    <p class="lead">{`${pause.text} Uw antwoorden blijven ${counted(days, 'dag', 'dagen')} bewaard.`}</p>
    <p>
      Laat u een link mailen. Zo gaat u verder zodra uw cliënt akkoord is, ook op een ander toestel. Zonder link kan het
      alleen in deze browser.
    </p>
    <p class="row">
      <a class="btn" href={`${draftPath}/later`}>
        Mail me een link
      </a>
      <a href={backTo}>Ga verder: mijn cliënt is akkoord</a>
      <a href={`${draftPath}/wissen`}>Wis en stop</a>
    </p>
    <p>
      Vragen over het akkoord? Bel <Phone number={service.network.phone} />.
    </p>
  </Layout>
)

/** The home page with its doors, and the start page of a form: what it is for, for whom, and what to have at hand. */
import type { FC } from 'hono/jsx'
import { services } from '../../../forms/index.ts'
import { readersInWords, type Service } from '../../../forms/kit/form.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { eventsPath, servicePath } from '../../shared/public-paths.ts'
import { CallUs } from '../../shared/web/call-us.tsx'
import { CallFirst, Danger, type Frame, Layout, Phone } from '../../shared/web/layout.tsx'
import { callBackPath } from '../question-paths.ts'

export const HomePage: FC<Frame> = ({ assets }) => (
  <Layout assets={assets} title="Eén loket voor wie anderen helpt">
    <h1>Eén loket voor wie anderen helpt</h1>
    <p class="lead">
      Vraag een overleg of ondersteuning aan, of antwoord op een uitnodiging. U weet meteen of u hier juist zit. Zo
      niet, dan wijzen we u de weg.
    </p>
    <ul class="doors">
      {services.map(({ network, form }) =>
        form.start ? (
          <li class={`door net-${network.slug}`}>
            <h2>{`${form.start.door.title} ${network.place}`}</h2>
            <p>{form.start.door.text}</p>
            <p class="hint">{`Voor hulpverleners · ${form.start.duration}`}</p>
            <a class="go" href={servicePath({ network, form })}>
              {form.start.door.go}
              <span class="hidden-visually">{` in ${network.place}`}</span>
            </a>
          </li>
        ) : null,
      )}
      <li class="door">
        <h2>Activiteiten</h2>
        <p>Vormingen, infosessies en overleg over gedeelde zorg.</p>
        <p class="hint">Voor hulpverleners · antwoorden duurt 2 minuten</p>
        <a class="go" href={eventsPath}>
          Laat weten of u komt
        </a>
      </li>
    </ul>
    <p>
      Weet u niet welke deur? <CallUs /> <Danger />
    </p>
  </Layout>
)

interface StartProps extends Frame {
  service: Service
  /** Who it is for, today. */
  requirements: readonly string[]
}

export const StartPage: FC<StartProps> = ({ assets, service, requirements }) => {
  const { network, form } = service
  const { start } = form
  if (!start) return null
  const path = servicePath(service)
  return (
    <Layout assets={assets} network={network} title={start.title}>
      <h1>{start.title}</h1>
      <p class="lead">{start.lead}</p>
      {start.callFirst && <CallFirst network={network} />}
      <dl class="facts">
        <div>
          <dt>Voor wie?</dt>
          <dd>
            <ul>
              {requirements.map((requirement) => (
                <li>{requirement}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>Hou klaar</dt>
          <dd>{start.atHand}</dd>
        </div>
        <div>
          <dt>Hoelang?</dt>
          <dd>{`${capitalised(start.duration)}. U kunt later verdergaan.`}</dd>
        </div>
        <div>
          <dt>Wie leest dit?</dt>
          <dd>{`${capitalised(readersInWords(service))}.`}</dd>
        </div>
      </dl>
      <ul class="mind">
        {start.mind.map((line) => (
          <li>{line}</li>
        ))}
        <li>
          Dit is geen crisishulp. <Danger />
        </li>
        <li>
          {start.self ?? 'Bent u zelf cliënt?'} Bel <Phone number={network.phone} />, of{' '}
          <a href={callBackPath(network)}>laat ons u bellen</a>.
        </li>
      </ul>
      <form method="post" action={path}>
        <button class="btn" data-next>
          Begin
        </button>
      </form>
    </Layout>
  )
}

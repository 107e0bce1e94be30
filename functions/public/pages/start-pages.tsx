/** The start page of a form: what it is for, for whom, and what to have at hand; beside it what decides whether somebody begins now. */
import type { FC } from 'hono/jsx'
import { readersInWords, type Service } from '../../../forms/kit/form.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { callBackPath, networkPath, servicePath } from '../../shared/public-paths.ts'
import { CallFirst, Danger, type Frame, Layout } from '../../shared/web/layout.tsx'
import { HelpBeside, TwoColumns } from '../../shared/web/two-columns.tsx'
import { OpenDraftsBeside } from './open-drafts-beside.tsx'

interface StartProps extends Frame {
  service: Service
  /** Who it is for, today. */
  requirements: readonly string[]
}

export const StartPage: FC<StartProps> = ({ assets, service, requirements }) => {
  const { network, form } = service
  const { start } = form
  if (!start) return null
  return (
    <Layout assets={assets} network={network} title={start.title} menu>
      <TwoColumns label="Goed om te weten" beside={<Beside service={service} duration={start.duration} />}>
        <p class="eyebrow">
          <a href={networkPath(network)}>{network.name}</a>
        </p>
        <h1>{start.title}</h1>
        <p class="lead">{start.lead}</p>
        {start.callFirst && <CallFirst network={network} />}
        <h2>Voor wie?</h2>
        <ul>
          {requirements.map((requirement) => (
            <li>{requirement}</li>
          ))}
        </ul>
        <h2>Hou klaar</h2>
        <p>{start.atHand}</p>
        <div class="lp-let">
          <p>
            {`${start.mind.join(' ')} Dit is geen crisishulp. `}
            <Danger />
          </p>
        </div>
        <p>
          {`${start.self} U hoeft niets in te vullen. `}
          <a href={callBackPath(network)}>Laat ons u bellen</a>.
        </p>
        <form method="post" action={servicePath(service)}>
          <button class="btn" data-next>
            Begin
          </button>
        </form>
      </TwoColumns>
    </Layout>
  )
}

const Beside: FC<{ service: Service; duration: string }> = ({ service, duration }) => (
  <>
    <section>
      <h2>Hoelang?</h2>
      <p>{`${capitalised(duration)}. U kunt later verdergaan.`}</p>
    </section>
    <OpenDraftsBeside />
    <section>
      <h2>Wie leest dit?</h2>
      <p>{`${readersInWords(service)}.`}</p>
    </section>
    <HelpBeside network={service.network}>
      <p>Liever samen invullen? Dat kan aan de telefoon.</p>
    </HelpBeside>
  </>
)

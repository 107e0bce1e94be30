/**
 * The counter of one network: what can be asked here, its aanbod, its activities; beside them whom to call. Kept with the start pages, so
 * made of the network's file only: how much there is of each levensdomein only a read could say.
 */
import type { Child, FC } from 'hono/jsx'
import { findService, networkServices, vraagService } from '../../../forms/index.ts'
import { counted } from '../../../forms/kit/counted.ts'
import { readersInWords, type Service } from '../../../forms/kit/form.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { capitalised, uncapitalised } from '../../../forms/kit/text.ts'
import { vraagDoor } from '../../../forms/vraag.ts'
import { aanbodPath, callBackPath, eventsPath, servicePath, vraagPath } from '../../shared/public-paths.ts'
import { Danger, type Frame, Layout } from '../../shared/web/layout.tsx'
import { HelpBeside, TwoColumns } from '../../shared/web/two-columns.tsx'
import { AanbodSearch } from './aanbod-search.tsx'
import { Domains } from './domain-list.tsx'
import { DoorArch } from './door-arch.tsx'
import { OpenDraftsBeside } from './open-drafts-beside.tsx'

interface NetworkProps extends Frame {
  network: Network
}

export const NetworkPage: FC<NetworkProps> = ({ assets, network }) => {
  const [main, ...others] = networkServices(network).filter(({ form }) => form.start)
  if (!main) return null
  return (
    <Layout assets={assets} network={network} title={`Loket ${network.place}`} menu>
      <TwoColumns label="Bellen en weten" beside={<Beside network={network} forms={[main, ...others]} />}>
        <p class="eyebrow">{network.name}</p>
        <h1>Wat hebt u nodig?</h1>
        <p class="lead">{`Voor wie in ${network.place} anderen helpt.`}</p>
        <MainDoor service={main} />
        <ul class="lp-paar">
          {others.map((service) => (
            <OtherForm service={service} />
          ))}
          <Question service={main} />
          <SideDoor behind="phone" path={callBackPath(network)} title="Het gaat over uzelf" hint="Ongeveer 1 minuut.">
            U hoeft geen formulier in te vullen. Laat uw nummer achter. Wij bellen u.
          </SideDoor>
        </ul>
        <Offered network={network} />
        <h2>Activiteiten</h2>
        <p>
          {network.activities?.text ?? 'Vormingen, infosessies en overleg.'}{' '}
          <a href={eventsPath}>Bekijk de activiteiten</a>
        </p>
      </TwoColumns>
    </Layout>
  )
}

const MainDoor: FC<{ service: Service }> = ({ service }) => {
  const { start } = service.form
  return start ? (
    <section class="lp-deur groot">
      <DoorArch behind={start.behind} />
      <div>
        <p class="eyebrow">{start.door.title}</p>
        <h2>{start.need}</h2>
        <p>{start.lead}</p>
        <p class="hint">{`${capitalised(start.duration)}. Hou klaar: ${uncapitalised(start.atHand)}`}</p>
        <p>
          <a class="btn" href={servicePath(service)}>
            {start.door.go}
          </a>
        </p>
      </div>
    </section>
  ) : null
}

const OtherForm: FC<{ service: Service }> = ({ service }) => {
  const { start } = service.form
  return start ? (
    <SideDoor
      behind={start.behind}
      path={servicePath(service)}
      title={start.need}
      hint={`${start.door.title}. ${capitalised(start.duration)}.`}
    >
      {start.lead}
    </SideDoor>
  ) : null
}

const Question: FC<{ service: Service }> = ({ service }) => {
  const { answerWithinWorkingDays: days } = vraagService(service).settings
  const within = `Antwoord ten laatste na ${counted(days, 'werkdag', 'werkdagen')}.`
  return (
    <SideDoor behind={vraagDoor.behind} path={vraagPath(service)} title={vraagDoor.title} hint={within}>
      {vraagDoor.text}
    </SideDoor>
  )
}

interface SideDoorProps {
  behind: Parameters<typeof DoorArch>[0]['behind']
  path: string
  title: string
  hint: string
  children?: Child
}

const SideDoor: FC<SideDoorProps> = ({ behind, path, title, hint, children }) => (
  <li class="lp-deur">
    <DoorArch behind={behind} />
    <div>
      <h2>
        <a href={path}>{title}</a>
      </h2>
      <p>{children}</p>
      <p class="hint">{hint}</p>
    </div>
  </li>
)

const Offered: FC<{ network: Network }> = ({ network }) => (
  <>
    <h2>Een dienst voor uw cliënt</h2>
    <AanbodSearch network={network} />
    <Domains network={network} />
    <p>
      <a href={aanbodPath(network)}>{`Het hele aanbod in ${network.place}`}</a>
    </p>
  </>
)

const Beside: FC<{ network: Network; forms: readonly Service[] }> = ({ network, forms }) => (
  <>
    <HelpBeside network={network} title="Liever bellen?">
      <p>
        Dit is geen crisishulp. <Danger />
      </p>
    </HelpBeside>
    <OpenDraftsBeside />
    <section>
      <h2>Wie leest uw aanvraag?</h2>
      {forms.map((service) => (
        <p>
          {forms.length > 1 && <b>{`${service.form.start?.door.title}. `}</b>}
          {`${readersInWords(service)}.`}
        </p>
      ))}
    </section>
    <Elsewhere network={network} />
  </>
)

/** Forms of other networks that its requests may be moved to: who is at the wrong counter sees the right one. */
const Elsewhere: FC<{ network: Network }> = ({ network }) => {
  const elsewhere = (network.destinations ?? [])
    .flatMap(({ network: slug, form }) => findService(slug, form) ?? [])
    .filter((service) => service.network !== network && service.form.start)
  return elsewhere.length > 0 ? (
    <section>
      <h2>Past dit misschien beter?</h2>
      {elsewhere.map((service) => (
        <p>
          <a href={servicePath(service)}>{service.form.start?.door.title}</a>
          {`, ${service.network.place}. ${service.form.start?.door.text}`}
        </p>
      ))}
    </section>
  ) : null
}

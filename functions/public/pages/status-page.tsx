/** Where the request stands, in words; and the way to where it is stopped, or left to the client. */
import type { FC } from 'hono/jsx'
import { aheadOf } from '../../../forms/ahead.ts'
import { type NetworkContent, type Person, personOf, roleInWords } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import { aboutClient } from '../../../forms/kit/leaflet.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { isClosed } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { requestRoad, type Step, withAdditions } from '../../../forms/kit/lifecycle/request-road.ts'
import { serviceStoppedInWords } from '../../../forms/kit/lifecycle/service-stops.ts'
import { wordsInTwo } from '../../../forms/kit/lifecycle/status.ts'
import { daysOf } from '../../../forms/kit/network-days.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { type Frame, Layout, Phone, PhoneLink } from '../../shared/web/layout.tsx'
import { HelpBeside, TwoColumns } from '../../shared/web/two-columns.tsx'
import { WayOut } from '../../shared/web/way-out.tsx'
import type { Adding } from '../adding.ts'
import { wayOut } from '../leaving.ts'
import { AddPart } from './add-part.tsx'
import { ReachedAt } from './reach-page.tsx'
import { ReferredPart } from './referred-part.tsx'
import { Road } from './road.tsx'
import { UrgentPart } from './urgent-part.tsx'

interface StatusProps extends Frame {
  service: Service
  dossier: Dossier
  path: string
}

type AtStatus = StatusProps & { content: NetworkContent; adding: Adding; now: Date }

export const StatusPage: FC<AtStatus> = (props) => {
  const { assets, service, content, dossier, adding, path, now } = props
  const { network, form } = service
  const title = `Volg uw ${form.noun}`
  const road = requestRoad(service, daysOf(service.network, content), aheadOf(form), dossier, now)
  return (
    <Layout assets={assets} network={network} title={title} printable leaves={form.forClients === true}>
      {form.forClients && <WayOut network={network} />}
      <TwoColumns label="Uw gegevens en hulp" beside={<Beside {...props} />}>
        <p class="eyebrow">
          {`${form.name} · `}
          <span class="reference" data-reference={dossier.reference}>
            {dossier.reference}
          </span>
        </p>
        <h1>{title}</h1>
        <Now {...props} step={road.find(({ stands }) => stands === 'now')} />
        <UrgentPart network={network} dossier={dossier} now={now} />
        {dossier.callClient && (
          <div class="lp-let" data-niet-meer-mee>
            <p>{serviceStoppedInWords(service, content, dossier)}</p>
          </div>
        )}
        {asksArrival(dossier, now) && (
          <form class="sheet no-print" method="post" action={`${path}/geraakt`}>
            <h2>{form.lifecycle.inquiry}</h2>
            <div class="lp-lukte ruim">
              {arrivals.map(([antwoord, words]) => (
                <button name="antwoord" value={antwoord}>
                  {words}
                </button>
              ))}
            </div>
          </form>
        )}
        <Road steps={withAdditions(road, adding.added)} />
        <AddPart {...{ service, dossier, path }} {...adding} />
      </TwoColumns>
    </Layout>
  )
}

const asksArrival = ({ referral }: Dossier, now: Date): boolean =>
  referral !== undefined && !referral.arrived && brusselsDate(now) >= referral.checkOn

const arrivals = [
  ['ja', 'Ja'],
  ['nog_niet', 'Nog niet'],
  ['nee', 'Nee, help me'],
] as const

/** What is so now: what matters most in large letters, then whom to call about it. */
const Now: FC<AtStatus & { step: Step | undefined }> = ({ service, content, dossier, now, step }) => {
  const { first, rest } = wordsInTwo(service, content, dossier, now)
  const { late, waits } = step ?? {}
  const holder = holderOf(service, content, dossier)
  return (
    <div class={['lp-nu', late && 'laat', waits && 'wacht'].filter(Boolean).join(' ')}>
      <div data-state={dossier.state}>
        <p class="wat">
          <Pieces pieces={first} phone={service.network.phone} />
        </p>
        {rest.length > 0 && (
          <>
            {' '}
            <p>
              <Pieces pieces={rest} phone={service.network.phone} />
            </p>
          </>
        )}
      </div>
      <ReferredPart network={service.network} content={content} dossier={dossier} />
      {holder && (
        <p>
          {`${holder.name}, ${roleInWords[holder.role]}: `}
          <PhoneLink number={holder.phone} />.
        </p>
      )}
    </div>
  )
}

/** Between two of them comes the number of the network. */
const Pieces: FC<{ pieces: readonly string[]; phone: string }> = ({ pieces, phone }) => (
  <>
    {pieces.map((piece, index) => (
      <>
        {index > 0 && <Phone number={phone} />}
        {piece}
      </>
    ))}
  </>
)

/** Who has it in hand, as long as it is open, and can be called. */
function holderOf({ form }: Service, content: NetworkContent, { state, holder }: Dossier): Person | undefined {
  const person = isClosed(form.lifecycle, state) ? undefined : personOf(content, holder)
  return person?.phone ? person : undefined
}

const Beside: FC<AtStatus> = (props) => {
  const { service, content, dossier, path } = props
  const { network, form } = service
  const holder = holderOf(service, content, dossier)
  return (
    <>
      <ReachedAt {...{ service, dossier, path }} />
      <HelpBeside network={network} own={holder?.phone}>
        {holder && (
          <p>
            {`${holder.name}. Of het secretariaat: `}
            <Phone number={network.phone} />
            {`, ${network.reachable}.`}
          </p>
        )}
        <p>{form.discretion}</p>
      </HelpBeside>
      <section>
        <h2>Deze pagina</h2>
        <p>
          Ze toont geen antwoorden. Bewaar de link.{' '}
          <button class="link" type="button" data-print hidden>
            Druk ze af
          </button>
        </p>
      </section>
      <StopPart {...props} />
    </>
  )
}

/** Who stops, and how: never in one press. */
const StopPart: FC<AtStatus> = ({ service, content, dossier, path }) => {
  const leave = wayOut(service, dossier)
  if (!leave) return null
  const about = aboutClient(aheadOf(service.form), dossier)
  const stops = leave.tail === 'stoppen'
  const person = holderOf(service, content, dossier)
  return (
    <section class="lp-stop">
      <h2>{about?.decides ? `${capitalised(about.the)} wil stoppen?` : 'Wilt u stoppen?'}</h2>
      <p>
        Dat mag altijd. Een reden is niet nodig.
        {!stops && ` Bel ${person?.name ?? 'ons'} vandaag.`}
      </p>
      <p>
        <a class="btn warn" href={`${path}/${leave.tail}`}>
          {stops ? `Stop deze ${service.form.noun}` : leave.label}
        </a>
      </p>
      {!stops && <p class="hint">{serviceStoppedInWords(service, content, dossier)}</p>}
    </section>
  )
}

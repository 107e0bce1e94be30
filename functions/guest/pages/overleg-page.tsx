/** The page behind the link of a participant, whatever the state of the overleg. `data-overleg`: that state (docs/local.md). */
import type { Child, FC } from 'hono/jsx'
import { isAskedByClient, withClient } from '../../../forms/kit/overleg/guest.ts'
import { Layout, Phone } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import type { OpenGuest } from '../open.ts'
import { AskedPart } from './asked-part.tsx'
import { FixedPart, fixedTitle } from './fixed-part.tsx'
import { NotKept } from './not-kept.tsx'
import { OverPart, overTitle } from './over-part.tsx'
import type { GuestPageProps } from './props.ts'
import { callerOf, headOf, serviceOf } from './words.tsx'

export const OverlegPage: FC<GuestPageProps> = (props) => {
  const { assets, guest, view, errors, refused } = props
  const title = titleOf(props)
  return (
    <Layout assets={assets} network={guest.network} title={title} problem={errors.length > 0} overleg>
      <div class="lo-gast" data-overleg={guest.overleg.state}>
        <ProblemSummary errors={errors} />
        {refused && <NotKept {...props} refused={refused} />}
        <p class="eyebrow">
          {headOf(guest)} · <span class="reference">{guest.overleg.reference}</span>
        </p>
        <h1>{title}</h1>
        {partOf(props)}
        {(view.kind === 'asked' || view.kind === 'fixed') && <AboutWhom guest={guest} />}
        <Foot guest={guest} />
      </div>
    </Layout>
  )
}

function titleOf({ guest, view, now }: GuestPageProps): string {
  switch (view.kind) {
    case 'asked':
      return 'Wanneer kunt u?'
    case 'fixed':
      return fixedTitle(guest, view, now)
    default:
      return overTitle(guest, view)
  }
}

function partOf(props: GuestPageProps): Child {
  const { view } = props
  switch (view.kind) {
    case 'asked':
      return <AskedPart {...props} moments={view.moments} />
    case 'fixed':
      return <FixedPart {...props} view={view} />
    default:
      return <OverPart guest={props.guest} view={view} />
  }
}

/** The page names nobody: who does not know about whom it is, calls. */
const AboutWhom: FC<{ guest: OpenGuest }> = ({ guest }) => {
  const { called, phone } = callerOf(guest)
  if (!withClient(guest.overleg) || isAskedByClient(guest.who)) return null
  return (
    <div class="note lo-onder">
      <p>
        <b>Weet u niet over wie het gaat?</b> Bel {called}, <Phone number={phone} />. We bellen u terug op het nummer
        van uw dienst. Vraag het niet per mail.
      </p>
    </div>
  )
}

const Foot: FC<{ guest: OpenGuest }> = ({ guest }) => {
  const { phone } = callerOf(guest)
  const service = serviceOf(guest)
  return (
    <>
      <p class="hint">
        {service ? (
          <>
            Deze pagina is voor <bdi>{service}</bdi>.
          </>
        ) : isAskedByClient(guest.who) ? (
          'Deze pagina is voor wie de cliënt zelf vroeg.'
        ) : (
          'Deze pagina is van u alleen.'
        )}{' '}
        Bent u iemand anders? Bel <Phone number={phone} />.
      </p>
      <p class="hint">
        {`We kregen uw gegevens van ${withClient(guest.overleg) ? 'de cliënt of van ' : ''}een dienst. `}
        <a href="/privacy">Privacy</a>
      </p>
    </>
  )
}

/** The page behind the link of a participant, whatever the state of the overleg. `data-overleg`: that state (docs/local.md). */
import type { Child, FC } from 'hono/jsx'
import { Layout } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { AskedPart } from './asked-part.tsx'
import { FixedPart, fixedTitle } from './fixed-part.tsx'
import { AboutWhom, Foot } from './foot.tsx'
import { NotKept } from './not-kept.tsx'
import { OverPart, overTitle } from './over-part.tsx'
import type { GuestPageProps } from './props.ts'
import { headOf } from './words.tsx'

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

/** A page with one thing to send about an event, beside whom to call. */
import type { Child, FC } from 'hono/jsx'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { type Frame, Layout } from '../../shared/web/layout.tsx'
import { ProblemSummary } from '../../shared/web/problem.tsx'
import { HelpBeside, TwoColumns } from '../../shared/web/two-columns.tsx'

interface SheetPageProps extends Frame {
  event: LoketEvent
  network: Network
  title: string
  lead: string
  errors: readonly FieldError[]
  /** The form. */
  children: Child
}

export const EventSheetPage: FC<SheetPageProps> = ({ assets, event, network, title, lead, errors, children }) => (
  <Layout
    assets={assets}
    network={network}
    title={`${title}: ${event.titel}`}
    problem={errors.length > 0}
    here="activiteiten"
  >
    <TwoColumns beside={<HelpBeside network={network} title="Liever bellen?" />} label="Hulp">
      <ProblemSummary errors={errors} />
      <p class="eyebrow">
        <bdi>{event.titel}</bdi>
      </p>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {children}
    </TwoColumns>
  </Layout>
)

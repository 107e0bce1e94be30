/** A page that says one thing to somebody of the network, in the frame of the werkruimte as long as we know who it is. */
import type { Child, FC } from 'hono/jsx'
import type { Assets } from '../shared/web/assets.ts'
import { Phone } from '../shared/web/layout.tsx'
import { MessagePage } from '../shared/web/message-page.tsx'
import { createRefusals, type RefusalPage } from '../shared/web/refusals.tsx'
import { type WorkFrame, WorkPage } from './frame.tsx'

interface WorkMessageProps extends WorkFrame {
  title: string
  children?: Child
}

export const WorkMessage: FC<WorkMessageProps> = ({ title, children, ...frame }) => (
  <WorkPage {...frame} title={title}>
    <h1>{title}</h1>
    {children}
    <p>
      Hulp nodig? Bel <Phone number={frame.network.phone} />.
    </p>
  </WorkPage>
)

const ForWhoAsks: RefusalPage = ({ c, ...props }) => {
  // Set at the door: whoever was refused before it is nobody yet.
  const { person, network }: Partial<WorkFrame> = c.var
  return person && network ? <WorkMessage {...props} person={person} network={network} /> : <MessagePage {...props} />
}

/** What any app of ours refuses, in the frame of the werkruimte. */
export const workRefusals = (assets: Assets) => createRefusals(assets, { Say: ForWhoAsks })

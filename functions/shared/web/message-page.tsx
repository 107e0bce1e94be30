/** A page that says one thing and what to do next. */
import type { Child, FC } from 'hono/jsx'
import { CallUs } from './call-us.tsx'
import { type Frame, Layout } from './layout.tsx'

interface MessageProps extends Frame {
  title: string
  children?: Child
}

export const MessagePage: FC<MessageProps> = ({ title, children, ...frame }) => (
  <Layout {...frame} title={title}>
    <h1>{title}</h1>
    {children}
    <p>
      Hulp nodig? <CallUs network={frame.network} />
    </p>
  </Layout>
)

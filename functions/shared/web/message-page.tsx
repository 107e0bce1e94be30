/** A page that says one thing and what to do next. */
import type { Child, FC } from 'hono/jsx'
import { frontDesk } from '../../../forms/index.ts'
import { type Frame, Layout, Phone } from './layout.tsx'

interface MessageProps extends Frame {
  title: string
  children?: Child
}

export const MessagePage: FC<MessageProps> = ({ title, children, ...frame }) => (
  <Layout {...frame} title={title}>
    <h1>{title}</h1>
    {children}
    <p>
      Hulp nodig? Bel <Phone number={(frame.network ?? frontDesk).phone} />.
    </p>
  </Layout>
)

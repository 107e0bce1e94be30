/** A page with, on a wide screen, a column beside it: what people look for when they hesitate. On a phone it comes after. */
import type { Child, FC } from 'hono/jsx'
import type { Network } from '../../../forms/kit/network.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { Danger, Phone, PhoneLink } from './layout.tsx'

interface TwoColumnsProps {
  beside: Child
  /** Names the column for who cannot see it. */
  label: string
  /** The page is long: the column stays in sight. */
  stays?: boolean
  children?: Child
}

export const TwoColumns: FC<TwoColumnsProps> = ({ beside, label, stays = false, children }) => (
  <div class="lp-twee">
    <div class="lp-hoofd">{children}</div>
    <aside class={stays ? 'lp-zij blijft' : 'lp-zij'} aria-label={label}>
      {beside}
    </aside>
  </div>
)

interface HelpProps {
  network: Pick<Network, 'phone' | 'reachable'>
  title?: string
  /** Of somebody who is called first, as it is stored; when the network answers is then for what comes after to say. */
  own?: string | undefined
  children?: Child
}

/** The phone number, large; and what to have at hand. */
export const HelpBeside: FC<HelpProps> = ({ network: { phone, reachable }, title = 'Hulp nodig?', own, children }) => (
  <section>
    <h2>{title}</h2>
    <p class="lp-bel">{own ? <PhoneLink number={own} /> : <Phone number={phone} />}</p>
    {!own && <p>{`${capitalised(reachable)}.`}</p>}
    {children ?? (
      <p>
        <Danger />
      </p>
    )}
  </section>
)

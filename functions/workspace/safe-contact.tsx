/** How to reach the client safely, in full and never cut off: beside whom to call, and on paper. */
import type { FC } from 'hono/jsx'

interface SafeContactProps {
  /** As it was typed. */
  text: string
  /** Of the one that the bar above it leads to. */
  id?: string
}

export const SafeContact: FC<SafeContactProps> = ({ text, id }) => (
  <p class="lw-safe" id={id} {...(id ? { 'data-veilig-contact': true } : {})}>
    <span>
      <b>Veilig contact met de cliënt:</b> <bdi>{text}</bdi>
    </span>
  </p>
)

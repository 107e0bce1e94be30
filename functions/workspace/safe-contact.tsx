/** How to reach the client safely, in full and never cut off: beside whom to call, and on paper. */
import type { FC } from 'hono/jsx'

interface SafeContactProps {
  /** As it was typed, or chosen in the words of the form; each apart, so that none can turn another around. */
  texts: readonly string[]
  /** Of the one that the bar above it leads to. */
  id?: string
}

export const SafeContact: FC<SafeContactProps> = ({ texts, id }) => (
  <p class="lw-safe" id={id} {...(id ? { 'data-veilig-contact': true } : {})}>
    <span>
      <b>Veilig contact met de cliënt:</b>
      {texts.map((text) => (
        <>
          {' '}
          <bdi>{text}</bdi>
        </>
      ))}
    </span>
  </p>
)

/** What stands above sheets of paper, and not on them: what to do, and the button to print. */
import type { Child, FC } from 'hono/jsx'

interface PrintProps {
  title: string
  back: string
  button: string
  children?: Child
}

export const PrintPart: FC<PrintProps> = ({ title, back, button, children }) => (
  <div class="no-print">
    <p class="eyebrow">
      <a href={back}>Terug</a>
    </p>
    <h1>{title}</h1>
    {children}
    <p class="row">
      <button class="btn plain" type="button" data-print hidden>
        {button}
      </button>
    </p>
    <noscript>
      <p class="hint">Druk deze pagina af met uw browser. Alleen de bladen komen op papier.</p>
    </noscript>
  </div>
)

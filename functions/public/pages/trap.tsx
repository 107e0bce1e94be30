/** Invisible to people, irresistible to machines (domain.md §3.11). */
import type { FC } from 'hono/jsx'

export const trapField = 'website'

export const Trap: FC = () => (
  <div class="trap" aria-hidden="true">
    <label for={trapField}>Laat dit veld leeg</label>
    <input type="text" id={trapField} name={trapField} tabindex={-1} autocomplete="off" />
  </div>
)

/** Tells when the form was handed out (links.ts), for a form that has no draft to tell. */
export const formTokenField = 'formulier'

export const FormToken: FC<{ token: string }> = ({ token }) => (
  <input type="hidden" name={formTokenField} value={token} />
)

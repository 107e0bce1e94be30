/**
 * Invisible to people; a machine that fills in every field fills in this one (docs/domain.md §3.11). Neither its name, its
 * label nor its kind is one that a browser or a password manager fills in for a person: test/public/trap.test.ts.
 */
import type { FC } from 'hono/jsx'

export const trapField = 'leeg_laten'

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

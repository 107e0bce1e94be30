/** What is wrong, where the eye and the screen reader begin. */
import type { Child, FC } from 'hono/jsx'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldId } from './field-id.ts'

/** The frame has the focus and the alert is inside it: of one element with both, a screen reader says everything twice. */
export const Problem: FC<{ children?: Child }> = ({ children }) => (
  <div class="problem" tabindex={-1} autofocus>
    <div role="alert">{children}</div>
  </div>
)

/** The error summary: each line moves to its field. */
export const ProblemSummary: FC<{ errors: readonly FieldError[] }> = ({ errors }) =>
  errors.length === 0 ? null : (
    <Problem>
      <h2>Er is een probleem</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li>
            <a href={`#${fieldId(name)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </Problem>
  )

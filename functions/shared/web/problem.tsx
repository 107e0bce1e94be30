/** The error summary: says what is wrong, and each line moves to its field. */
import type { FC } from 'hono/jsx'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldId } from './field-id.ts'

export const ProblemSummary: FC<{ errors: readonly FieldError[] }> = ({ errors }) =>
  errors.length === 0 ? null : (
    <div class="problem" role="alert" tabindex={-1} autofocus>
      <h2>Er is een probleem</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li>
            <a href={`#${fieldId(name)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )

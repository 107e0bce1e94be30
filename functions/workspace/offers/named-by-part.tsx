/** Which forms point people to an offer, and why. */
import type { FC } from 'hono/jsx'
import type { NamedBy } from '../../../forms/kit/manage/named-by.ts'
import { criteriaPath } from '../../shared/work-paths.ts'

export const NamedByPart: FC<{ named: readonly NamedBy[] }> = ({ named }) =>
  named.length === 0 ? null : (
    <section class="lw-block">
      <h2>Wie wijst hiernaar?</h2>
      <p>Deze formulieren verwijzen hiernaar wie niet voldoet aan:</p>
      <ul>
        {named.map(({ service: { form }, requirement }) => (
          <li>
            {`${requirement} `}
            <a href={criteriaPath(form.slug)}>{form.name}</a>
          </li>
        ))}
      </ul>
    </section>
  )

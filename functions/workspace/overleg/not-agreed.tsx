/** Why nothing can be proposed or fixed yet, and where to go first. */
import type { FC } from 'hono/jsx'
import { overlegPath } from '../../shared/work-paths.ts'
import type { AtTable } from './at-table.ts'

export const notAgreedInWords = ({ has }: Pick<AtTable, 'has'>): string =>
  has.withClient
    ? 'Bespreek de tafel eerst met de cliënt. Daarna kunt u dit.'
    : 'Zeg eerst wie meedoet. Daarna kunt u dit.'

export const NotAgreed: FC<{ found: AtTable }> = ({ found }) => (
  <section class="lo-vraag smal" id="tafel" tabindex={-1}>
    <h2>{notAgreedInWords(found)}</h2>
    <p class="row">
      <a class="btn" href={overlegPath(found.overleg.reference, 'tafel')} data-next="">
        {found.has.withClient ? 'Naar de tafel' : 'Wie doet mee?'}
      </a>
    </p>
  </section>
)

/** "Belt een van hen?": our question to who calls back, below the people we call. */
import type { FC } from 'hono/jsx'
import { dossierPath } from '../../shared/work-paths.ts'
import type { Waiting } from './waiting.ts'

export const WaitingPart: FC<{ waiting: readonly Waiting[] }> = ({ waiting }) =>
  waiting.length === 0 ? null : (
    <section data-onze-vragen>
      <h2>Belt een van hen? Dit wilden we weten</h2>
      <ul class="lines">
        {waiting.map(({ reference, question, holder, mayOpen }) => (
          <li>
            {mayOpen ? (
              <a class="reference" href={dossierPath(reference)}>
                {reference}
              </a>
            ) : (
              <span class="reference">{reference}</span>
            )}
            <p>
              <bdi class="written">{question ?? 'Er is geen vraag genoteerd.'}</bdi>
            </p>
            <span class="hint">{holder ? `Bij ${holder}` : 'Bij niemand'}</span>
          </li>
        ))}
      </ul>
    </section>
  )

/** "Belt een van hen?": our question to who calls back, below the people we call. */
import type { FC } from 'hono/jsx'
import { dossierPath } from '../../shared/work-paths.ts'
import type { Waiting } from './waiting.ts'

export const WaitingPart: FC<{ waiting: readonly Waiting[] }> = ({ waiting }) =>
  waiting.length === 0 ? null : (
    <section class="lw-band" data-onze-vragen>
      <h2>Belt een van hen? Dit wilden we weten</h2>
      <ul class="lw-plain">
        {waiting.map(({ reference, question, holder, mayOpen }) => (
          <li>
            <bdi class="grow written">{question ?? 'Er is geen vraag genoteerd.'}</bdi>
            <span class="by">{holder ? `bij ${holder}` : 'bij niemand'}</span>
            {mayOpen ? (
              <a class="lw-ref" href={dossierPath(reference)}>
                {reference}
              </a>
            ) : (
              <span class="lw-ref">{reference}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )

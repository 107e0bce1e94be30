/** Who did what to a dossier, last first. */
import type { FC } from 'hono/jsx'
import { moment } from '../mail-words.ts'
import type { DossierView } from './view.ts'
import { doerOf, historyInWords } from './words.ts'

export const HistoryPart: FC<{ view: DossierView }> = ({ view }) => (
  <section id="geschiedenis">
    <h2>Geschiedenis</h2>
    <ol class="lines">
      {[...view.history].reverse().map((line) => {
        const { text, states } = historyInWords(view.service, view.content, line)
        return (
          <li>
            <b>{text}</b>
            {states && <span class="states">{states}</span>}
            <span class="hint">{`${doerOf(view, line)}, ${moment(new Date(line.at))}`}</span>
          </li>
        )
      })}
    </ol>
    <p class="hint">Elke keer dat iemand dit dossier opent, wordt ook bewaard.</p>
  </section>
)

/** One request on an agenda: why it cannot wait, what is asked, and everything else folded behind who asks. */
import type { FC } from 'hono/jsx'
import { actsAtOnce } from '../../../forms/kit/lifecycle/undo.ts'
import { isOpenOverleg } from '../../../forms/kit/overleg/overleg.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { AnswerLines } from '../../shared/web/answer-lines.tsx'
import { dossierPath } from '../../shared/work-paths.ts'
import { actsAtOnceWords } from '../at-once.ts'
import { Decide } from './decide-part.tsx'
import { fieldOf } from './decisions.ts'
import { type AgendaItem, isUrgent } from './items.ts'

/** After so many meetings without a decision it is late (docs/domain.md §5). */
export const redAfter = 2

interface ItemProps {
  item: AgendaItem
  /** On the page, from 1. */
  number: number
  typed: RawInput
  errors: readonly FieldError[]
  /** Whether this person writes down what the team decides. */
  decides: boolean
}

export const ItemCard: FC<ItemProps> = ({ item, number, typed, errors, decides }) => {
  const { card, asked, held } = item
  const { reference, revision } = card.dossier
  return (
    <li class={held >= redAfter ? 'lw-punt late' : 'lw-punt'} data-reference={reference} data-nummer={number}>
      <div>
        <Flags item={item} />
        <p class="lw-vraag">
          <bdi>{asked?.essence ?? 'De leervraag is nu niet te lezen.'}</bdi>
        </p>
        <Rest item={item} />
      </div>
      {decides && (
        <div>
          <input type="hidden" name={fieldOf(reference, 'revision')} value={String(revision)} />
          <GoesAlong item={item} />
          <Decide {...{ card, typed, errors }} />
        </div>
      )}
    </li>
  )
}

/** What to know before it is discussed; always in words. */
const Flags: FC<{ item: AgendaItem }> = ({ item }) => {
  const { asked, held, row } = item
  if (!isUrgent(item) && held === 0 && !row.doubtful) return null
  return (
    <p class="lw-flags">
      {isUrgent(item) && (
        <span class="lw-flag red">
          <bdi>{asked?.urgent ? `dringend: ${asked.urgent}` : 'het is dringend'}</bdi>
        </span>
      )}
      {held >= redAfter ? (
        <span class="tag late">{`al ${held} keer niet beslist`}</span>
      ) : (
        held > 0 && <span class="tag wait">bleef liggen</span>
      )}
      {row.doubtful && <span class="lw-flag">twijfel</span>}
    </p>
  )
}

/** Who asks, what kind, since when; behind it all that was answered. */
const Rest: FC<{ item: AgendaItem }> = ({ item: { card, row, asked, since } }) => {
  const { reference } = card.dossier
  return (
    <details>
      <summary>
        <bdi>{[row.organisatie, row.gemeente].filter(Boolean).join(', ') || reference}</bdi>{' '}
        <span class="lw-soft">
          {'· '}
          <bdi>{[row.over, `sinds ${since}`].filter(Boolean).join(' · ')}</bdi>
        </span>
      </summary>
      <div class="answers">{asked && <AnswerLines lines={asked.lines} phones={asked.phones} />}</div>
      <p>
        <a class="reference" href={dossierPath(reference)}>
          {reference}
        </a>
      </p>
    </details>
  )
}

/** What goes along with a decision, and cannot be taken back. */
const GoesAlong: FC<{ item: AgendaItem }> = ({ item: { card } }) => {
  const { service, dossier, moves } = card
  const atOnce = moves.filter((move) => actsAtOnce(service, dossier, move))
  if (atOnce.length === 0) return null
  const open = dossier.overleg && isOpenOverleg(dossier.overleg)
  return (
    <p class="hint">
      {open &&
        'Er loopt een overleg. Sluit een beslissing dit dossier af, dan gaat het niet door en krijgt wie aan tafel zit een mail. '}
      {`${atOnce.map(({ short, label }) => short ?? label).join(', ')}: ${actsAtOnceWords}`}
    </p>
  )
}

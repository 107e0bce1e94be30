/** What became of a guest's afspraken since the version before, in numbers: what they are stands below. */
import type { FC } from 'hono/jsx'
import type { PlanChanges } from '../../../forms/kit/plan/guest-plan.ts'
import { dateInWords } from '../../../forms/kit/time.ts'

const counted = (count: number, one: string, more: string): string[] =>
  count === 0 ? [] : [count === 1 ? `Eén ${one}.` : `${count} ${more}.`]

function sentences({ added, changed, done, given, dropped, kept }: PlanChanges): string[] {
  const news = [
    ...counted(added, 'afspraak van u is nieuw', 'afspraken van u zijn nieuw'),
    ...counted(changed, 'is veranderd', 'zijn veranderd'),
    ...counted(done, 'is klaar', 'zijn klaar'),
    ...counted(given, 'doet iemand anders nu', 'doet iemand anders nu'),
    ...counted(dropped, 'is niet meer nodig', 'zijn niet meer nodig'),
  ]
  if (news.length === 0) return ['Voor u bleef alles hetzelfde.']
  return [...news, ...(kept > 0 ? ['De rest bleef.'] : [])]
}

export const ChangedPart: FC<{ changes: PlanChanges }> = ({ changes }) => (
  <div class="note">
    <p>
      <b>{`Het plan is veranderd op ${dateInWords(changes.on)}.`}</b> {sentences(changes).join(' ')}
    </p>
  </div>
)

/** What became of a guest's afspraken since the version before, in numbers: what they are stands below. */
import type { FC } from 'hono/jsx'
import type { PlanChanges } from '../../../forms/kit/plan/guest-plan.ts'
import { dateInWords } from '../../../forms/kit/time.ts'

/** "Eén afspraak van u is nieuw. 2 zijn niet meer nodig." The first sentence says what is counted. */
function sentences({ added, changed, done, given, dropped, kept }: PlanChanges): string[] {
  const news = (
    [
      [added, 'is nieuw', 'zijn nieuw'],
      [changed, 'is veranderd', 'zijn veranderd'],
      [done, 'is klaar', 'zijn klaar'],
      [given, 'doet iemand anders nu', 'doet iemand anders nu'],
      [dropped, 'is niet meer nodig', 'zijn niet meer nodig'],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, one, more], at) => {
      const what = at > 0 ? '' : count === 1 ? ' afspraak van u' : ' afspraken van u'
      return `${count === 1 ? 'Eén' : count}${what} ${count === 1 ? one : more}.`
    })
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

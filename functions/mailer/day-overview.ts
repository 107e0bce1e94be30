/** What the overview of a day says when it leaves: counts that stop at a hundred, each with the list it is of. */
import type { DayCount } from '../../emails/content.ts'
import { isAwayOn } from '../../forms/kit/absence.ts'
import { type Person, personOf } from '../../forms/kit/content.ts'
import type { Network } from '../../forms/kit/network.ts'
import { daysOf } from '../../forms/kit/network-days.ts'
import { isOverviewLate, nextOverview } from '../../forms/kit/post/day-overview.ts'
import { addDays } from '../../forms/kit/time.ts'
import { everythingToDo, heldAnew, listsOf, placesOf } from '../shared/places.ts'
import { dayEnds } from '../shared/store/list-places.ts'
import { mostCounted } from '../shared/store/queue.ts'
import { homePath, postPath, selfPath, weekPath } from '../shared/work-paths.ts'
import type { Due, Sources, Use } from './kind.ts'

interface Overview {
  counts: readonly DayCount[]
  /** Where it is switched off. */
  settings: string
}

/** The next one is put first, whatever becomes of this one. Who left, is away or wants none any more has nothing to count. */
export async function itsCounts({ notification, requestId }: Due<'dagoverzicht'>, sources: Sources): Promise<Overview> {
  const { outbox, overviews, absences, network, content, baseUrl, now } = sources
  const who = { network: network.slug, person: notification.person }
  const settings = baseUrl + selfPath
  const person = personOf(content, notification.person)
  const days = daysOf(network, content)
  const none = { counts: [], settings }
  if (!person || person.role === 'organisator' || !(await overviews.isWanted(who))) return none
  await outbox.add({ ...nextOverview(who, days, now), now, requestId })
  if (!days.has(notification.on) || isAwayOn(await absences.of(who), notification.on)) return none
  const counts = await countsOf(sources, network, person, notification.on)
  const shown = counts.filter(({ count }) => count > 0)
  return { counts: shown.map(({ path, ...one }) => ({ ...one, href: baseUrl + path })), settings }
}

export const ofUseToday = ({ notification }: Due<'dagoverzicht'>, { counts }: Overview, { now }: Sources): Use => {
  if (counts.length === 0) return 'needless'
  return isOverviewLate(notification, now) ? 'late' : 'yes'
}

type Counted = Omit<DayCount, 'href'> & { path: string }

/** A coordinator's are of the network, another's of what they hold; of own tasks everybody's are their own. */
async function countsOf(
  { queue, ownTasks, now }: Pick<Sources, 'queue' | 'ownTasks' | 'now'>,
  network: Network,
  person: Person,
  today: string,
): Promise<Counted[]> {
  const { slug } = network
  const all = person.role === 'coordinator'
  const yesterday = addDays(today, -1)
  const todo = everythingToDo(network, person)
  const begun = listsOf(placesOf(network).filter(({ standing }) => standing.promise && !standing.closed))
  const [fresh, due, late, back, tasks, lateTasks] = await Promise.all([
    all
      ? queue.count(slug, { of: 'rows', rows: begun }, { now })
      : queue.count(slug, todo, { only: { states: heldAnew(network) }, now }),
    queue.count(slug, todo, { after: dayEnds(yesterday), until: today, now }),
    queue.count(slug, todo, { until: yesterday, now }),
    all ? queue.countReturned(slug, now) : queue.count(slug, todo, { only: 'not-reached', now }),
    ownTasks.count(slug, person.id, { from: today, until: today }),
    ownTasks.count(slug, person.id, { until: yesterday }),
  ])
  const line = (label: string, link: string, count: number, path: string): Counted => ({
    ...{ label, link, path },
    count: Math.min(count, mostCounted),
    most: count >= mostCounted,
  })
  return [
    line('Nieuw', 'Bekijk wat nieuw is', fresh, all ? `${homePath}?wie=niemand` : homePath),
    line('Vandaag te doen', 'Bekijk wat vandaag moet', due + tasks, weekPath),
    line('Te laat', 'Bekijk wat te laat is', late, `${homePath}?toon=te-laat`),
    line('Eigen taken te laat', 'Bekijk uw taken die te laat zijn', lateTasks, weekPath),
    line('Niet aangekomen', 'Bekijk wat niet aankwam', back, all ? postPath : homePath),
  ]
}

/** What "Mijn week" shows, of this week or one to come. */
import type { Absence } from '../../../forms/kit/absence.ts'
import type { Person } from '../../../forms/kit/content.ts'
import { addDays, brusselsDate, sundayOf } from '../../../forms/kit/time.ts'
import { everythingToDo } from '../../shared/places.ts'
import { dayEnds } from '../../shared/store/list-places.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { choiceOf, inDays, isHeld, plansToKeep } from './filters.ts'
import type { Looking } from './list-view.ts'
import { type QueueRow, type Rows, rowsOf } from './rows.ts'
import { weekOf } from './week.ts'
import type { WeekLine } from './week-line.ts'
import { tasksOfWeek } from './week-tasks.ts'

/** A week is read as a whole; a very full one has a second page. Of a coordinator each is a read, beside that of new work. */
const weekSizeOf = ({ role }: Person): number => (role === 'coordinator' ? 36 : 46)
/**
 * So many dossiers after the week are looked at for what their overleg asks before: of a coordinator each is a read, of who holds
 * them all is in one; and each that has an overleg open is two more. Who holds a dossier sees it also when a coordinator has too many.
 */
const laterOf = ({ role }: Person): number => (role === 'coordinator' ? 12 : 50)
/** So many requests that nobody has stand above the days; the list has them all. */
const freshSize = 10
/** Further ahead nobody plans by the day. */
const mostWeeksAhead = 26

/** Days of a week, as Brussels dates. */
export interface Week {
  today: string
  monday: string
  sunday: string
  /** The one that today is in. */
  isThis: boolean
}

/** The week of this Monday, as an address says; this one for what is no Monday, is over, or is too far away. */
export function weekIn(asked: string | undefined, today: string): Week {
  const sunday = sundayOf(today)
  const monday = addDays(sunday, -6)
  const coming = Array.from({ length: mostWeeksAhead }, (_, index) => addDays(monday, 7 * (index + 1)))
  const chosen = coming.find((one) => one === asked)
  return chosen === undefined
    ? { today, monday, sunday, isThis: true }
    : { today, monday: chosen, sunday: addDays(chosen, 6), isThis: false }
}

export interface WeekView {
  /** Soonest first. */
  lines: readonly WeekLine[]
  /** Open, and nobody has it: for who hands it out. */
  fresh: readonly QueueRow[]
  /** There are more of those. */
  moreFresh: boolean
  /** Some answers could not be opened: the lines are there without them. */
  unreadable: boolean
  next?: string | undefined
  /** In whose place they are named, now or later. */
  replaces: readonly Absence[]
}

interface Asked {
  week: Week
  /** Where the page before ended. */
  na: string | undefined
  now: Date
}

export async function viewWeek(deps: WorkspaceDeps, looking: Looking, { week, na, now }: Asked): Promise<WeekView> {
  const { network, person } = looking
  const { today, monday, sunday, isThis } = week
  const all = person.role === 'coordinator'
  const wanted = { network: network.slug, select: everythingToDo(network, person), now }
  const start = isThis ? undefined : dayEnds(addDays(monday, -1))
  const only = all ? { only: inDays(network) } : {}
  const days = { ...(isThis ? {} : { from: monday }), until: sunday }
  const [{ dossiers: found, next }, later, closed, unheld, away, tasks] = await Promise.all([
    deps.queue.list({ ...wanted, ...only, after: na ?? start, until: sunday, limit: weekSizeOf(person) }),
    na ? undefined : deps.queue.list({ ...wanted, after: dayEnds(sunday), only: isHeld, limit: laterOf(person) }),
    na || !isThis ? undefined : deps.queue.list({ ...plansToKeep(network, person, { today, sunday }), now }),
    na || !isThis || !all ? undefined : freshOf(deps, looking, now),
    na ? [] : deps.absences.list(network.slug),
    na ? [] : tasksOfWeek(deps, network.slug, person, days, now),
  ])
  const lines = await weekOf(
    deps,
    { found, later: [...(later?.dossiers ?? []), ...(closed?.dossiers ?? [])], tasks },
    { ...looking, ...(isThis ? {} : { monday }), sunday, now },
  )
  return {
    lines: lines.lines,
    fresh: unheld?.rows ?? [],
    moreFresh: unheld?.more ?? false,
    unreadable: lines.unreadable || (unheld?.unreadable ?? false),
    next,
    replaces: away.filter(({ standIn, until }) => standIn === person.id && until >= today),
  }
}

async function freshOf(deps: WorkspaceDeps, looking: Looking, now: Date): Promise<Rows & { more: boolean }> {
  const { network, person } = looking
  const choice = choiceOf({ toon: 'te-verdelen' }, network, person, brusselsDate(now))
  const { dossiers, next } = await deps.queue.list({ network: network.slug, ...choice, limit: freshSize, now })
  return { ...(await rowsOf(deps, dossiers, { ...looking, list: 'week', now })), more: next !== undefined }
}

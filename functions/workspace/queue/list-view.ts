/** What the list of requests shows: read by its page, and by what is done from it. */
import type { Absence } from '../../../forms/kit/absence.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { addDays, brusselsDate } from '../../../forms/kit/time.ts'
import { countedLists, holdersSeenBy } from '../../shared/places.ts'
import { type AtAGlance, createGlance, tallied } from '../../shared/store/glance.ts'
import { mostTallied } from '../../shared/store/queue.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { choiceOf, type Filters, type Order } from './filters.ts'
import { type Rows, rowsOf } from './rows.ts'

/** Rows of a page, whose answers are opened one by one; so many can be sorted otherwise too, as all of them are read for it. */
export const pageSize = 25

/** Who looks, as the door found them. */
export type Looking = SignedIn['Variables']

export interface Counts extends AtAGlance {
  suspects: number
  /** Of the suspects: they are not among the others that are late. */
  lateSuspects: number
  /** Mails a person must look at. */
  mails: number
}

export interface ListView extends Rows {
  filters: Filters
  counts: Counts
  /** Brussels date. */
  today: string
  next: string | undefined
  /** There are too many to sort them otherwise. */
  unsorted: boolean
  /** Who is away, beside their name where somebody is chosen. */
  away: readonly Absence[]
}

export async function viewList(deps: WorkspaceDeps, looking: Looking, filters: Filters, now: Date): Promise<ListView> {
  const { network, person } = looking
  const today = brusselsDate(now)
  const [{ dossiers, next }, counts, away] = await Promise.all([
    deps.queue.list({
      network: network.slug,
      ...choiceOf(filters, network, person, today),
      after: filters.na,
      limit: pageSize,
      now,
    }),
    countsFor(deps, looking, now),
    person.role === 'coordinator' ? deps.absences.list(network.slug) : [],
  ])
  const whole = next === undefined && filters.na === undefined
  const sorted = filters.sorteer && whole ? inOrder(dossiers, filters.sorteer) : dossiers
  const rows = await rowsOf(deps, sorted, { ...looking, list: 'aanvragen', now })
  return { ...rows, filters, counts, today, next, unsorted: filters.sorteer !== undefined && !whole, away }
}

/** By how long it is in its state, or by when it came in. */
export function inOrder(dossiers: readonly Dossier[], order: Order): Dossier[] {
  const [first, second] = order === 'langst' ? [-1, 1] : [1, -1]
  const at = ({ stateSince, receivedAt }: Dossier) => (order === 'langst' ? stateSince : receivedAt)
  return dossiers.toSorted((one, other) => (at(one) < at(other) ? first : second))
}

async function countsFor(deps: WorkspaceDeps, { network, person }: Looking, now: Date): Promise<Counts> {
  const { slug } = network
  const today = brusselsDate(now)
  if (person.role !== 'coordinator') return countsOfOwn(deps, slug, holdersSeenBy(person), { today, now })
  const [glance, suspects, lateSuspects, mails] = await Promise.all([
    deps.open(createGlance).of({ ...countedLists(network), today, now }),
    deps.queue.count(slug, { of: 'suspects' }, { now }),
    deps.queue.count(slug, { of: 'suspects' }, { until: addDays(today, -1), now }),
    deps.queue.countTroubledMails(slug, now),
  ])
  return { ...glance, suspects, lateSuspects, mails }
}

/** Dossiers looked at to count those of several people: a colleague is away for a while, and each is read whole. */
const mostTogether = 70

/** Of who sees only what these people hold: all of it is in hand. */
async function countsOfOwn(
  deps: WorkspaceDeps,
  slug: string,
  people: readonly string[],
  at: { today: string; now: Date },
): Promise<Counts> {
  const most = people.length === 1 ? mostTallied : Math.floor(mostTogether / people.length)
  const loads = await Promise.all(people.map((one) => deps.queue.load(slug, one, { ...at, most })))
  const sum = (name: 'open' | 'late') =>
    tallied(
      loads.reduce((all, load) => all + load[name], 0),
      loads.some((load) => load[name] >= most),
    )
  return { late: sum('late'), unheld: tallied(0), held: sum('open'), suspects: 0, lateSuspects: 0, mails: 0 }
}

/** What a person asks of the list, in the address; anything it cannot mean is left out. */
import * as z from 'zod'
import { type AtWork, isHeldBy } from '../../../forms/kit/absence.ts'
import { holdersOf, type Person } from '../../../forms/kit/content.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { keepBefore } from '../../../forms/kit/plan/plan-tasks.ts'
import { addDays } from '../../../forms/kit/time.ts'
import { everythingToDo, holdersSeenBy, listsOf, type Place, placesOf } from '../../shared/places.ts'
import { closedOn, type Selection } from '../../shared/store/list-places.ts'
import { homePath, type listQuery } from '../../shared/work-paths.ts'
import type { SignedIn } from '../sign-in/door.ts'

export interface Filters {
  /** One of the glance line, or all that is closed. */
  toon?: Shown | undefined
  /** Slug of a form. */
  formulier?: string | undefined
  /** Name of a state. */
  stand?: string | undefined
  /** Id of a person, or `niemand`. */
  wie?: string | undefined
  /** Only what a machine seemed to send. */
  verdacht?: '1' | undefined
  /** Another order than what must happen first. */
  sorteer?: Order | undefined
  /** Where the page before ended. */
  na?: string | undefined
}

/** Late; open and nobody has it; open and somebody has it; closed. */
const shown = ['te-laat', 'te-verdelen', 'bij-iemand', 'gesloten'] as const
export type Shown = (typeof shown)[number]
/** Longest in its state first; what came in last first. */
export const orders = ['langst', 'nieuwst'] as const
export type Order = (typeof orders)[number]

/** In place of a person: nobody holds it. */
export const nobody = 'niemand'

const text = z.string().max(100).optional().catch(undefined)
const filtersSchema = z.object({
  toon: z.enum(shown).optional().catch(undefined),
  formulier: text,
  stand: text,
  wie: text,
  verdacht: z.literal('1').optional().catch(undefined),
  sorteer: z.enum(orders).optional().catch(undefined),
  na: z
    .string()
    .regex(/^x?\d{4}-\d\d-\d\d!?#[A-Z0-9-]{1,40}$/)
    .optional()
    .catch(undefined),
} satisfies Record<(typeof listQuery)[number], z.ZodType>)

/** States to choose from, by name: forms share most of theirs. Only a coordinator looks back at what is closed. */
export function statesOf(network: Network, { role }: Person): Map<string, string> {
  const states = placesOf(network).map(({ standing }) => standing)
  const sorted = [...states.filter(({ closed }) => !closed), ...states.filter(({ closed }) => closed)]
  return new Map(
    sorted
      .filter(({ closed }) => role === 'coordinator' || !closed)
      .map(({ name, label, verouderd }) => [name, verouderd ? `${label} (verouderd)` : label]),
  )
}

/** Forms to choose from, by slug; also one that is gone, as long as its dossiers may be there. */
export const formsOf = (network: Network): Map<string, string> =>
  new Map(
    placesOf(network).map(({ service: { form, verouderd } }) => [
      form.slug,
      verouderd ? `${form.name} (verouderd)` : form.name,
    ]),
  )

/** A role that sees its own dossiers only cannot ask for another's. */
export function readFilters(
  query: Record<string, string>,
  { network, content, person }: Pick<SignedIn['Variables'], 'network' | 'content' | 'person'>,
): Filters {
  const { toon, formulier, stand, wie, verdacht, sorteer, na } = filtersSchema.parse(query)
  const all = person.role === 'coordinator'
  return {
    // Who sees only their own has all of it in hand.
    toon: all || toon === 'te-laat' ? toon : undefined,
    formulier: formulier && formsOf(network).has(formulier) ? formulier : undefined,
    stand: stand && statesOf(network, person).has(stand) ? stand : undefined,
    wie: all && (wie === nobody || holdersOf(content).some(({ id }) => id === wie)) ? wie : undefined,
    verdacht: all ? verdacht : undefined,
    sorteer,
    na,
  }
}

const chosen = ['toon', 'formulier', 'stand', 'wie', 'verdacht'] as const

export const isFiltered = (filters: Filters): boolean => chosen.some((name) => filters[name] !== undefined)

/** Whether the address asks something that is not there (any more): a state that is gone, somebody who left, an order. */
const asksUnknown = (query: Record<string, string>, filters: Filters): boolean =>
  [...chosen, 'sorteer' as const].some((name) => query[name] && filters[name] === undefined)

/** What is left of an address with something unknown in it would be another question: then all is shown, and said. */
export function askedOf(query: Record<string, string>, looking: Parameters<typeof readFilters>[1]) {
  const filters = readFilters(query, looking)
  const unknown = asksUnknown(query, filters)
  return { filters: unknown ? {} : filters, unknown }
}

export const queryOf = (filters: Filters): string =>
  new URLSearchParams(Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()

export function pathWith(filters: Filters, path = homePath): string {
  const query = queryOf(filters)
  return query ? `${path}?${query}` : path
}

type Asked = (dossier: Pick<Dossier, 'form' | 'state' | 'holder'>) => boolean

interface Choice {
  select: Selection
  /** What the lists of the store cannot choose by. */
  only?: Asked
  /** Up to and including this Brussels date. */
  until?: string
  /** What was closed last is what people look for. */
  backwards?: true
}

/** The list that answers it with the least reading. `today`: Brussels date. */
export function choiceOf(filters: Filters, network: Network, person: AtWork, today: string): Choice {
  const { toon, formulier, stand, wie, verdacht } = filters
  const isOpen = placesOf(network).some(({ standing: { name, closed } }) => name === stand && !closed)
  const holders = person.role === 'coordinator' ? listOf(wie) : holdersSeenBy(person)
  const asksForm = formulier ? [isAt(network, ({ service }) => service.form.slug === formulier)] : []
  const asksState = stand ? [isAt(network, ({ standing }) => standing.name === stand)] : []
  const asksHolder = holders ? [({ holder }: Parameters<Asked>[0]) => holders.includes(holder ?? nobody)] : []
  const late = toon === 'te-laat' ? { until: addDays(today, -1) } : {}
  const inHand = toon === 'te-verdelen' ? [isUnheld] : toon === 'bij-iemand' ? [isHeld] : []
  // Of these lists some are closed, with a question left to ask.
  const asksOpen =
    toon === undefined || toon === 'te-laat'
      ? []
      : [isAt(network, ({ standing }) => (standing.closed === true) === (toon === 'gesloten'))]
  const asked = [...asksForm, ...asksState, ...inHand, ...asksOpen]
  if (verdacht) return { ...all({ of: 'suspects' }, [...asked, ...asksHolder]), ...late }
  if (holders && wie !== nobody && toon !== 'gesloten' && (isOpen || !stand))
    return { ...all({ of: 'holder', people: holders }, asked), ...late }
  if (toon === 'te-laat') return { ...all(everythingToDo(network, person), [...asked, ...asksHolder]), ...late }
  const select = { of: 'rows', rows: rowsOf(network, filters) } as const
  return { ...all(select, [...asksHolder, ...inHand]), ...(toon === 'gesloten' ? { backwards: true } : {}) }
}

export const isHeld: Asked = ({ holder }) => holder !== undefined
const isUnheld: Asked = ({ holder }) => holder === undefined

/** Whether it stands in such a place, by what that is called today. */
export const isAt =
  (network: Network, wanted: (place: Place) => boolean): Asked =>
  ({ form, state }) =>
    placesOf(network).some((place) => place.form === form && place.state === state && wanted(place))

/** What a week shows by its day: all but what is open and nobody has, which stands above it. */
export const inDays = (network: Network): Asked => {
  const isClosed = isAt(network, ({ standing }) => standing.closed === true)
  return (dossier) => isHeld(dossier) || isClosed(dossier)
}

const listOf = (value: string | undefined) => (value === undefined ? undefined : [value])

function all(select: Selection, asked: readonly Asked[]): Choice {
  return asked.length === 0 ? { select } : { select, only: (dossier) => asked.every((ask) => ask(dossier)) }
}

/** The chosen state of the chosen form; or every open one, or every closed one. */
const rowsOf = (network: Network, { toon, formulier, stand }: Filters) =>
  listsOf(
    placesOf(network)
      .filter(({ service }) => !formulier || service.form.slug === formulier)
      .filter(({ standing: { name, closed } }) =>
        stand ? name === stand : (closed === true) === (toon === 'gesloten'),
      )
      .filter(({ standing: { closed } }) => toon === undefined || (closed === true) === (toon === 'gesloten')),
  )

/** So many dossiers that were closed are looked at. */
const mostToKeep = 20

/** What was closed so long ago that it is erased soon, and may have a plan to keep before: nobody has it on a list any more. */
export function plansToKeep(network: Network, person: AtWork, { today, sunday }: { today: string; sunday: string }) {
  const { closed } = network.retention
  const places = placesOf(network).filter(
    ({ service: { form }, standing }) =>
      form.plan && standing.closed && !standing.withdrawn && !standing.movedAway && !standing.verouderd,
  )
  return {
    network: network.slug,
    select: { of: 'rows', rows: listsOf(places) },
    only: ({ holder }: { holder?: string | undefined }) =>
      person.role === 'coordinator' ? holder !== undefined : isHeldBy(person, holder),
    after: closedOn(addDays(today, -closed - 1)),
    until: closedOn(addDays(sunday, keepBefore - closed)),
    limit: mostToKeep,
  } as const
}

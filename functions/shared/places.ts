/**
 * Where the store keeps the dossiers of a network: a list per form and state, by the names they had when it was written.
 * Also those of every released form and state that the network does not have any more, so that no dossier is ever hidden.
 */
import { networkForms, serviceOf } from '../../forms/index.ts'
import type { AtWork } from '../../forms/kit/absence.ts'
import type { Service } from '../../forms/kit/form.ts'
import { type State, stateOf } from '../../forms/kit/lifecycle/lifecycle.ts'
import type { Network } from '../../forms/kit/network.ts'
import { states as releasedStates } from '../../forms/released.json'
import type { ListOfState, Selection } from './store/list-places.ts'

/** As it is stored, and what it is today. */
export interface Place extends ListOfState {
  service: Service
  standing: State
}

const released: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = releasedStates
const made = new WeakMap<Network, readonly Place[]>()

export function placesOf(network: Network): readonly Place[] {
  const known = made.get(network)
  if (known) return known
  const { slug, formerly = [] } = network
  const today = networkForms(network).flatMap(({ form }) =>
    form.lifecycle.states.map(({ name }) => ({ network: slug, form: form.slug, state: name })),
  )
  const before = [slug, ...formerly].flatMap((name) =>
    Object.entries(released[name] ?? {}).flatMap(([form, states]) =>
      states.map((state) => ({ network: name, form, state })),
    ),
  )
  const stored = new Map([...today, ...before].map((place) => [Object.values(place).join('#'), place]))
  const places = [...stored.values()].flatMap((place): Place[] => {
    const service = serviceOf(place)
    return service ? [{ ...place, service, standing: stateOf(service.form.lifecycle, place.state) }] : []
  })
  made.set(network, places)
  return places
}

/** The lists a selection reads. */
export const listsOf = (places: readonly Place[]): ListOfState[] =>
  places.map(({ network, form, state }) => ({ network, form, state }))

/** All that somebody still has to do something about: open, or closed with a question left to ask. */
export function everythingToDo(network: Network, person: AtWork): Selection {
  if (person.role !== 'coordinator') return { of: 'holder', people: holdersSeenBy(person) }
  return { of: 'rows', rows: listsOf(placesOf(network).filter(({ standing }) => standing.next)) }
}

/** What the glance line counts for who sees all: open, and closed with a question left to ask. */
export function countedLists(network: Network) {
  const places = placesOf(network).filter(({ standing }) => standing.next || !standing.closed)
  return {
    open: listsOf(places.filter(({ standing }) => !standing.closed)),
    closed: listsOf(places.filter(({ standing }) => standing.closed)),
  }
}

/** Whose dossiers somebody sees who does not see all: their own, and those of whom they take the place of today. */
export const holdersSeenBy = ({ id, standsInFor = [] }: AtWork): string[] => [
  id,
  ...standsInFor.map(({ person }) => person.id),
]

/** States, as they are stored, of what somebody was given and did nothing with yet. */
export const heldAnew = (network: Network): string[] => [
  ...new Set(
    placesOf(network)
      .filter(({ service, standing }) => standing.name === service.form.lifecycle.assigned)
      .map(({ state }) => state),
  ),
]

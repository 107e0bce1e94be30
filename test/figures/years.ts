/** Years of a form as they could have been: dossier by dossier, counted as tally.ts counts, from a seed. */
import { findService } from '../../forms/index.ts'
import type { Counts } from '../../forms/kit/figures/tally.ts'
import type { Service } from '../../forms/kit/form.ts'
import { type KnownTable, knowledgeOf } from './knowledge.ts'

export interface RandomYear {
  seed: number
  service: Service
  counts: Counts
  /** Requests that came in. */
  size: number
}

export type Random = () => number
type Sizes = readonly [least: number, most: number]

/** Mulberry32: from one seed always the same numbers, from 0 up to 1. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const wholeNumber = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))
export function oneOf<Of>(random: Random, all: readonly [Of, ...Of[]]): Of {
  return all[Math.floor(random() * all.length)] ?? all[0]
}

const asked: readonly [Service, ...Service[]] = (() => {
  const [first, ...others] = [
    ['aalst', 'lco-aanvraag'],
    ['limburg', 'lco-aanvraag'],
    ['ota', 'aanmelding'],
    ['zottegem', 'de-katrol'],
    ['zottegem', 'huisbezoek-80-plus'],
  ].map(([network = '', form = '']) => {
    const service = findService(network, form)
    if (!service) throw new Error(`No such form: ${network}/${form}`)
    return service
  })
  if (!first) throw new Error('No forms')
  return [first, ...others]
})()

const usualSizes: readonly [Sizes, ...Sizes[]] = [
  [3, 12],
  [8, 40],
  [30, 90],
  [60, 150],
]

/** Small ones more often: there is more to hide. */
export function randomYear(seed: number, sizes?: Sizes): RandomYear {
  const random = randomFrom(seed)
  const service = oneOf(random, asked)
  const [least, most] = sizes ?? oneOf(random, usualSizes)
  const size = wholeNumber(random, least, most)
  return { seed, service, size, counts: countsOf(service, size, random) }
}

/** Chooses one of these, as often as it goes in this year. */
type Habit = (values: readonly string[]) => string

/**
 * As likely each; or some far likelier than others; or one for nearly all, and of the others about one to six in a year, so that they
 * come just under and just over the threshold.
 */
function habitOf(values: readonly string[], size: number, random: Random): Habit {
  const weights = new Map(values.map((value) => [value, 1]))
  const style = oneOf(random, ['even', 'skewed', 'skewed', 'near', 'near'] as const)
  const steepness = random() * 2
  const order = [...values].sort(() => random() - 0.5)
  order.forEach((value, rank) => {
    if (style === 'skewed') weights.set(value, Math.exp(-steepness * rank))
    if (style === 'near')
      weights.set(value, rank === 0 ? Math.max(1, size - 4 * values.length) : wholeNumber(random, 0, 6))
  })
  return (from) => {
    const sum = from.reduce((all, value) => all + (weights.get(value) ?? 0), 0)
    let left = random() * sum
    const found = from.find((value) => {
      left -= weights.get(value) ?? 0
      return left < 0
    })
    return found ?? from.at(-1) ?? ''
  }
}

/** What one dossier adds, by counter. */
type Tally = Map<string, number>

function countsOf(service: Service, size: number, random: Random): Counts {
  const counts: Record<string, number> = {}
  const add = (tally: Tally) => {
    for (const [counter, amount] of tally) {
      counts[counter] = (counts[counter] ?? 0) + amount
      const isSeveral = ['overleg', 'client', 'afspraken'].some((variable) => counter.startsWith(`${variable}.`))
      if (isSeveral) counts[`${counter}#`] = (counts[`${counter}#`] ?? 0) + 1
    }
    // And how many dossiers are behind all of it.
    for (const variable of ['overleg', 'client', 'afspraken'])
      if ([...tally.keys()].some((counter) => counter.startsWith(`${variable}.`)))
        counts[`${variable}#`] = (counts[`${variable}#`] ?? 0) + 1
  }
  const simulation = simulationOf(service, size, random)
  for (let nth = 0; nth < size; nth++) add(simulation.request())
  // Of the year before: what is done with them in this one.
  const older = oneOf(random, [0, 0, wholeNumber(random, 1, 6), wholeNumber(random, 1, 25)])
  for (let nth = 0; nth < older; nth++) add(simulation.work())
  const refused = oneOf(random, [0, wholeNumber(random, 1, 8), wholeNumber(random, 5, 40)])
  for (let nth = 0; nth < refused; nth++) add(simulation.refusal())
  return counts
}

interface Simulation {
  request: () => Tally
  /** What is done with a request, wherever it came from. */
  work: () => Tally
  refusal: () => Tally
}

const notAsked = new Set([
  'weg',
  'overleg',
  'client',
  'dagen',
  'drempel',
  'drempels',
  'aangekomen',
  'afspraken',
  'geweigerd',
])

function simulationOf(service: Service, size: number, random: Random): Simulation {
  const { tables } = knowledgeOf(service)
  const habits = new Map(tables.map(({ id, rows }) => [id, habitOf(rows, size, random)] as const))
  const rowsOf = (id: string) => tables.find((table) => table.id === id)?.rows ?? []
  const pick = (id: string, from = rowsOf(id)) => habits.get(id)?.(from) ?? ''
  const chance = (likely: number) => random() < likely
  const several = (id: string, atLeast: number): string[] => {
    const chosen: string[] = []
    const stop = random()
    while (chosen.length < rowsOf(id).length && (chosen.length < atLeast || chance(0.3 * stop)))
      chosen.push(
        pick(
          id,
          rowsOf(id).filter((row) => !chosen.includes(row)),
        ),
      )
    return chosen
  }
  const one = (tally: Tally, counter: string) => tally.set(counter, (tally.get(counter) ?? 0) + 1)
  const stopped = oneOf(random, [0, 0.02, 0.08, 0.25])
  const meets = oneOf(random, [0.3, 0.7, 0.95])
  const meetsAgain = oneOf(random, [0, 0.1, 0.5])
  const evaluates = oneOf(random, [0.2, 0.9])
  const noDrempel = oneOf(random, [0.05, 0.4, 0.9])
  const answers = oneOf(random, [0.4, 1])

  const withOverleg = (tally: Tally, isFirst: boolean) => {
    if (rowsOf('overleg').length === 0) return
    const hold = (counter: string) => {
      one(tally, counter)
      if (rowsOf('client').length > 0) one(tally, pick('client'))
    }
    if (isFirst) {
      hold('overleg.eerste')
      one(tally, pick('dagen'))
    }
    while (chance(meetsAgain)) hold('overleg.vervolg')
    if (chance(evaluates)) for (let left = wholeNumber(random, 1, 5); left > 0; left--) one(tally, pick('afspraken'))
  }
  const withEnd = (tally: Tally) => {
    one(tally, 'drempels.samen')
    if (chance(noDrempel)) one(tally, 'drempels.geen')
    else for (const drempel of several('drempels', 1)) one(tally, drempel)
  }
  const asksFor = (tally: Tally, ...kinds: readonly string[]) => kinds.some((kind) => tally.has(`soort.${kind}`))
  const ofTeams = ['intervisie', 'teamcoaching', 'vorming']
  const isAsked = ({ id }: KnownTable, tally: Tally) => {
    if (id === 'aantal_deelnemers') return asksFor(tally, ...ofTeams)
    if (id === 'leeftijdsgroep') return asksFor(tally, 'traject')
    return id === 'sector' || id === 'provincie' ? asksFor(tally, 'traject', ...ofTeams) : true
  }

  return {
    request: () => {
      const tally: Tally = new Map()
      const ways = rowsOf('weg')
      if (chance(stopped)) return tally.set('weg.ingetrokken', 1)
      const way = pick(
        'weg',
        ways.filter((row) => row !== 'weg.ingetrokken'),
      )
      one(tally, way)
      for (const table of tables.filter(({ id }) => !notAsked.has(id))) {
        if (!isAsked(table, tally)) continue
        const chosen = table.kind === 'several' ? several(table.id, table.atLeast) : [pick(table.id)]
        for (const counter of chosen) one(tally, counter)
      }
      if (way === 'weg.toegewezen' && chance(meets)) withOverleg(tally, true)
      const isEnded = ['weg.afgesloten', 'weg.advies_gegeven', 'weg.doorverwezen'].includes(way)
      if (isEnded || (way === 'weg.toegewezen' && chance(0.3))) withEnd(tally)
      if (way === 'weg.doorverwezen' && chance(answers)) one(tally, pick('aangekomen'))
      return tally
    },
    work: () => {
      const tally: Tally = new Map()
      if (chance(0.7)) withOverleg(tally, chance(0.4))
      if (chance(0.4)) withEnd(tally)
      if (chance(0.1)) one(tally, pick('aangekomen'))
      return tally
    },
    refusal: () => {
      const tally: Tally = new Map([['geweigerd.samen', 1]])
      for (const reason of several('geweigerd', 1)) one(tally, reason)
      return tally
    },
  }
}

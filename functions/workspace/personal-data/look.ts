/**
 * Goes through all dossiers of a network for one person, some at each press: every text of each is opened, and only what is found is
 * shown (docs/domain.md §7). In the order of their references, so that one that moves meanwhile is not passed over.
 */
import { excerpt, type Finder } from '../../../forms/kit/find-in-text.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { newIncident } from '../../shared/new-id.ts'
import { listsOf, placesOf } from '../../shared/places.ts'
import type { FoundSeat } from '../../shared/store/find-person.ts'
import { createPersonalData } from '../../shared/store/personal-data.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { type OpenTexts, type TextDeps, textsOf } from './texts.ts'

/** Dossiers opened at one press, those that were found before not counted; and milliseconds after which it stops sooner. */
const mostAtOnce = 100
const longest = 5_000
/** At the same time: each asks the keys a few times. When none of so many can be opened, the keys are out of reach. */
const together = 10
/** Found in more dossiers than this, it is no search for one person. */
export const mostFound = 50
/** How far somebody is. */
export interface Progress {
  /** Reference that was opened last; empty before the first. */
  after: string
  /** References in which something was found. */
  found: readonly string[]
  /** References that could not be opened. */
  unread: readonly string[]
}

export const nothingLooked: Progress = { after: '', found: [], unread: [] }

interface Spot {
  where: string
  /** The sentence around it. */
  passage: string
  seat?: FoundSeat
}

export interface FoundIn {
  dossier: Dossier
  spots: readonly Spot[]
}

export interface Looked {
  found: readonly FoundIn[]
  unread: readonly string[]
  /** Opened at this press. */
  opened: number
  /** Of how many, opened by now. */
  done: number
  total: number
  /** There is more than is shown: the search went no further. */
  tooMany: boolean
  /** Where the next press goes on; absent when all were opened, or too much was found. */
  next?: Progress
}

interface Looking {
  network: Network
  find: Finder
  progress: Progress
  /** Milliseconds, of any beginning: `performance.now` but in tests. */
  elapsed: () => number
}

type Deps = TextDeps & Pick<WorkspaceDeps, 'open' | 'logFailure' | 'random'>

export async function look(deps: Deps, { network, find, progress, elapsed }: Looking): Promise<Looked> {
  const began = elapsed()
  const all = await deps.open(createPersonalData).references(network.slug, listsOf(placesOf(network)), deps.now())
  const from = all.filter((reference) => reference <= progress.after).length
  const unread = [...progress.unread]
  const openAll = (references: readonly string[]) => openEach(deps, network, references, unread)

  // As they are now: one that is erased meanwhile, or corrected, is found no more.
  const found = (await openAll(progress.found)).flatMap((open) => foundIn(open, find))
  let opened = 0
  while (opened < mostAtOnce && from + opened < all.length && found.length <= mostFound) {
    if (opened > 0 && elapsed() - began > longest) break
    const some = all.slice(from + opened, Math.min(from + opened + together, from + mostAtOnce))
    found.push(...(await openAll(some)).flatMap((open) => foundIn(open, find)))
    opened += some.length
  }
  const done = from + opened
  const shown = found.slice(0, mostFound)
  const tooMany = found.length > mostFound
  const references = shown.map(({ dossier }) => dossier.reference)
  return {
    ...{ found: shown, unread, opened, done, total: all.length, tooMany },
    ...(done < all.length && !tooMany ? { next: { after: all[done - 1] ?? '', found: references, unread } } : {}),
  }
}

/** One that cannot be opened is named, and looked at by hand. */
async function openEach(deps: Deps, network: Network, references: readonly string[], unread: string[]) {
  const problems: unknown[] = []
  const open = await Promise.all(
    references.map(async (reference) => {
      try {
        return await textsOf(deps, network, reference)
      } catch (error) {
        problems.push(error)
        if (!unread.includes(reference)) unread.push(reference)
        deps.logFailure(newIncident(deps), error)
        return undefined
      }
    }),
  )
  if (problems.length >= together) throw problems[0]
  return open.flatMap((one) => one ?? [])
}

function foundIn({ dossier, texts }: OpenTexts, find: Finder): FoundIn[] {
  const spots = texts.flatMap(({ where, text, seat }): Spot[] => {
    const match = find(text)
    return match ? [{ where, passage: excerpt(text, match), ...(seat ? { seat } : {}) }] : []
  })
  return spots.length > 0 ? [{ dossier, spots }] : []
}

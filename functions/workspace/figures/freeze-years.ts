/** What the clockwork asks: years that are over are frozen, each by itself (docs/decisions/035). */
import { findNetwork, networkForms } from '../../../forms/index.ts'
import { eventModel, eventVariables } from '../../../forms/kit/figures/event-tables.ts'
import { yearBefore, yearOf } from '../../../forms/kit/figures/facts.ts'
import { makeReport, type Report, type Subject } from '../../../forms/kit/figures/report.ts'
import { requestModel } from '../../../forms/kit/figures/request-model.ts'
import { activities, type Counts, counterOf, isCounted } from '../../../forms/kit/figures/tally.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import type { EventFiguresStore } from '../../shared/store/event-figures.ts'
import type { Events } from '../../shared/store/events.ts'
import type { ItemKey } from '../../shared/store/item-key.ts'
import { yearOfCounts } from '../../shared/store/keys.ts'
import type { Reports } from '../../shared/store/reports.ts'
import type { YearCountsStore } from '../../shared/store/year-counts.ts'

export interface FreezeDeps {
  reports: Pick<Reports, 'read' | 'freeze'>
  yearCounts: YearCountsStore
  events: Pick<Events, 'list'>
  figures: Pick<EventFiguresStore, 'read'>
  now: () => Date
  logFailure: (error: unknown) => void
}

export type FreezeYears = (counters: readonly ItemKey[]) => Promise<number>

/** Given the counters that wait; gives how many of those could not be done, which come again by themselves. */
export const createFreezeYears =
  (deps: FreezeDeps): FreezeYears =>
  async (counters) => {
    const years = Map.groupBy(counters, (key) => JSON.stringify(yearOfCounts(key) ?? {}))
    let failed = 0
    for (const keys of years.values())
      try {
        await freeze(deps, keys)
      } catch (error) {
        failed += keys.length
        deps.logFailure(error)
      }
    return failed
  }

/** A second time changes nothing; counters of a network that is gone wait for nothing. */
async function freeze(deps: FreezeDeps, keys: readonly ItemKey[]): Promise<void> {
  const of = keys[0] && yearOfCounts(keys[0])
  // Two clocks: whoever told of it was ahead. It waits on, or the year would never be frozen.
  if (of && isCounted(of.year, deps.now())) return
  const network = of && findNetwork(of.network)
  if (network) await deps.reports.freeze(await reportOf(deps, network, of.year))
  await deps.yearCounts.closed(keys)
}

async function reportOf(deps: FreezeDeps, network: Network, year: string): Promise<Report> {
  const last = await deps.reports.read(network.slug, yearBefore(year))
  const subjects: Subject[] = []
  for (const service of networkForms(network)) {
    const counts = await deps.yearCounts.read(network.slug, service.form.slug, year)
    subjects.push({ id: service.form.slug, title: service.form.name, model: requestModel(service, counts) })
  }
  const counts = {
    ...(await deps.yearCounts.read(network.slug, activities, year)),
    ...(await attendanceIn(deps, network, year)),
  }
  const events = { id: activities, title: 'Activiteiten', model: eventModel(counts) }
  return makeReport(network.slug, year, [...subjects, events], last?.report)
}

/** Who came, where somebody noted it: what stays of each activity is numbers already (forms/kit/events/figures.ts). */
async function attendanceIn({ events, figures }: FreezeDeps, network: Network, year: string): Promise<Counts> {
  let came = 0
  let stayedAway = 0
  for (const { slug, start, network: of } of await events.list()) {
    if (of !== network.slug || yearOf(brusselsDate(new Date(start))) !== year) continue
    const { present = 0, walkIns = 0, yes = 0 } = (await figures.read(slug)) ?? {}
    came += present
    stayedAway += present === 0 ? 0 : Math.max(0, yes - (present - walkIns))
  }
  const { aanwezig } = eventVariables
  return { [counterOf(aanwezig, 'ja')]: came, [counterOf(aanwezig, 'nee')]: stayedAway }
}

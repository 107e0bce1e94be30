/** What the figures of a network keep and read, on one connection. */
import type { Connection } from '../../shared/store/dynamo.ts'
import { createEventFigures } from '../../shared/store/event-figures.ts'
import { createEvents } from '../../shared/store/events.ts'
import { createReports } from '../../shared/store/reports.ts'
import { createYearCounts } from '../../shared/store/year-counts.ts'

export const openFigures = (connection: Connection) => ({
  reports: createReports(connection),
  yearCounts: createYearCounts(connection),
  events: createEvents(connection),
  figures: createEventFigures(connection),
})

/** The aanbod as its coordinators look after it: the list, what is new, changed, checked, archived, and as a file. */
import { Hono } from 'hono'
import { rowsOfAanbod } from '../../../forms/kit/manage/offer-file.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { toCsv } from '../../shared/to-csv.ts'
import { csvAnswer } from '../../shared/web/csv-answer.ts'
import { offersFilePath, offersPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { createDesk } from '../manage/desk.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { archiveRoutes } from './archive-routes.tsx'
import { editRoutes } from './edit-routes.tsx'
import { OffersPage } from './list-page.tsx'
import { formsOf } from './of-network.ts'
import { readRoutes } from './read-routes.tsx'

export function offerRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const coordinator = requirePerson(['coordinator'])
  const desk = createDesk(deps)
  const today = () => brusselsDate(deps.now())

  routes.get(offersPath, coordinator, async (c) => {
    const read = await desk.read(c)
    const about = { today: today(), done: c.req.query('klaar'), count: c.req.query('aantal') }
    return c.html(<OffersPage {...frameOf(c, deps)} {...read} {...about} />)
  })

  routes.get(offersFilePath, coordinator, async (c) => {
    const { content } = await desk.read(c)
    const { network } = c.var
    return csvAnswer(c, `aanbod-${network.slug}-${today()}`, toCsv(rowsOfAanbod(content, formsOf(network))))
  })

  // Before one offer, where their words would be keys.
  routes.route('/', readRoutes({ deps, requirePerson }))
  routes.route('/', editRoutes({ deps, requirePerson }))
  routes.route('/', archiveRoutes({ deps, requirePerson }))
  return routes
}

/** The overleg of a dossier: its table, its moments, the day itself; a file each (docs/overleg.md). */
import { Hono } from 'hono'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { createOverlegDesk } from './desk.tsx'
import { gridRoutes } from './grid-routes.tsx'
import { minutesRoutes } from './minutes-routes.tsx'
import { momentRoutes } from './moment-routes.tsx'
import { paperRoutes } from './paper-routes.tsx'
import { practicalRoutes } from './practical-routes.tsx'
import { tableRoutes } from './table-routes.tsx'

export function overlegRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const desk = createOverlegDesk(deps)
  for (const part of [gridRoutes, tableRoutes, momentRoutes, practicalRoutes, paperRoutes, minutesRoutes])
    routes.route('/', part(deps, desk, requirePerson))
  return routes
}

/** The plan van aanpak of a dossier: written, agreed, on paper, looked back on; a file each (docs/overleg.md §9, §10). */
import { Hono } from 'hono'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { agreementRoutes } from './agreement-routes.tsx'
import { createPlanDesk } from './desk.tsx'
import { evaluationRoutes } from './evaluation-routes.tsx'
import { planPaperRoutes } from './paper-routes.tsx'
import { writeRoutes } from './write-routes.tsx'

export function planRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const desk = createPlanDesk(deps)
  for (const part of [writeRoutes, agreementRoutes, planPaperRoutes, evaluationRoutes])
    routes.route('/', part(deps, desk, requirePerson))
  return routes
}

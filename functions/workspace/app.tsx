/** The werkruimte: where coordinators act on what arrives. Each part is a folder with its routes and its pages. */
import { createWebApp } from '../shared/web/web-app.ts'
import { agendaRoutes } from './agenda/routes.tsx'
import type { WorkspaceDeps } from './deps.ts'
import { dossierRoutes } from './dossier/routes.tsx'
import { eventRoutes } from './events/routes.tsx'
import { peopleRoutes } from './people/routes.tsx'
import { personalDataRoutes } from './personal-data/routes.tsx'
import { phoneRoutes } from './phone/routes.tsx'
import { postRoutes } from './queue/post-routes.tsx'
import { queueRoutes } from './queue/routes.tsx'
import { createSignIn } from './sign-in/routes.tsx'

export function createWorkspace(deps: WorkspaceDeps) {
  const app = createWebApp(deps, { bodiesAtDoor: true })
  const { routes, requirePerson } = createSignIn(deps, importSize)
  app.route('/', routes)
  app.route('/', eventRoutes({ deps, requirePerson }))
  const parts = [queueRoutes, postRoutes, agendaRoutes, phoneRoutes, dossierRoutes, peopleRoutes, personalDataRoutes]
  for (const part of parts) app.route('/', part({ deps, requirePerson }))
  return app
}

/** Ten thousand invitees, pasted; in bytes. */
const importSize = (path: string) => (path.endsWith('/importeren') ? 3 * 1024 * 1024 : undefined)

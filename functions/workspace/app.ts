/** The werkruimte: where coordinators act on what arrives. */
import { createWebApp } from '../shared/web/web-app.ts'
import type { WorkspaceDeps } from './deps.ts'
import { keepList } from './keep-list.ts'
import type { WorkspaceRoutes } from './parts.ts'
import { createDoor } from './sign-in/door.ts'

export function createWorkspace(deps: WorkspaceDeps, parts: readonly WorkspaceRoutes[]) {
  const app = createWebApp(deps, { bodiesAtDoor: true })
  app.use(keepList)
  const requirePerson = createDoor(deps, importSize)
  for (const part of parts) part(app, { deps, requirePerson })
  return app
}

/** Ten thousand invitees, pasted; in bytes. */
const importSize = (path: string) => (path.endsWith('/importeren') ? 3 * 1024 * 1024 : undefined)

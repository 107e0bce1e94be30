/** What can be done with a dossier. Apart from its page, which shows what there is and loads nothing that changes it. */
import { Hono } from 'hono'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { alikeRoutes } from './alike-routes.ts'
import { contactRoutes } from './contact-routes.tsx'
import { correctionRoutes } from './correction-routes.tsx'
import { createDesk } from './desk.tsx'
import { mailRoutes } from './mail-routes.tsx'
import { moveRoutes } from './move-routes.tsx'
import { relatedRoutes } from './related-routes.tsx'
import { relocateRoutes } from './relocate-routes.tsx'
import { templateRoutes } from './template-routes.tsx'
import { undoRoutes } from './undo-routes.tsx'

export function actRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const desk = createDesk(deps)
  // The moves come last: their address fits every action.
  for (const part of [
    ...[contactRoutes, correctionRoutes, mailRoutes, templateRoutes, relatedRoutes, relocateRoutes],
    ...[alikeRoutes, undoRoutes, moveRoutes],
  ])
    routes.route('/', part(deps, desk, requirePerson))
  return routes
}

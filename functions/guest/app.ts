/**
 * The pages of guests: whoever is asked for an overleg answers along a link of their own, without an account. An app of its own,
 * because it opens what is sealed and may see no dossier (docs/decisions/019).
 */
import type { Hono } from 'hono'
import { createWebApp } from '../shared/web/web-app.ts'
import type { GuestDeps } from './deps.ts'
import { failedPage } from './pages/plain-pages.tsx'

export type GuestRoutes = (deps: GuestDeps) => Hono

export function createGuestApp(deps: GuestDeps, parts: readonly GuestRoutes[]) {
  const app = createWebApp(deps, { failed: failedPage(deps.assets) })
  for (const part of parts) app.route('/', part(deps))
  return app
}

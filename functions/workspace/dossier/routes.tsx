/** One dossier: what was asked, what happened, what to do next. */
import { Hono } from 'hono'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/session.ts'

export function dossierRoutes(_: PartDeps) {
  return new Hono<SignedIn>()
}

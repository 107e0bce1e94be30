/** What is kept of one person: found, shown, exported, erased. */
import { Hono } from 'hono'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/session.ts'

export function personalDataRoutes(_: PartDeps) {
  return new Hono<SignedIn>()
}

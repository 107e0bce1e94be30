/** The people of the network: who may come in, who is away. */
import { Hono } from 'hono'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/session.ts'

export function peopleRoutes(_: PartDeps) {
  return new Hono<SignedIn>()
}

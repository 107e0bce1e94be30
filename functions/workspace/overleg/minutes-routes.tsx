import { Hono } from 'hono'
import type { WorkspaceDeps } from '../deps.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import type { OverlegDesk } from './desk.tsx'

export function minutesRoutes(_deps: WorkspaceDeps, _desk: OverlegDesk, _requirePerson: RequirePerson) {
  return new Hono<SignedIn>()
}

/** Organisers at the door of an event: who is there, and the attests of it. */
import { attendanceRoutes } from './attendance-routes.tsx'
import { attestRoutes } from './attest-routes.tsx'
import { eventPart } from './event-part.ts'

export const doorRoutes = eventPart('door', (routes, deps, tools) => {
  attendanceRoutes(routes, deps, tools)
  attestRoutes(routes, deps, tools)
})

/** Organisers and who is on the list of an event: all of them, one of them, and what is decided of their answer. */
import { decideRoutes } from './decide-routes.tsx'
import { eventPart } from './event-part.ts'
import { inviteeRoutes } from './invitee-routes.tsx'
import { onBehalfRoutes } from './on-behalf-routes.tsx'
import { personRoutes } from './person-routes.tsx'

export const peopleRoutes = eventPart('people', (routes, deps, tools) => {
  inviteeRoutes(routes, deps, tools)
  personRoutes(routes, deps, tools)
  onBehalfRoutes(routes, deps, tools)
  decideRoutes(routes, deps, tools)
})

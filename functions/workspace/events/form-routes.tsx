/** Organisers make, copy, change and call off events. */
import { callOffRoutes } from './call-off-routes.tsx'
import { editRoutes } from './edit-routes.tsx'
import { eventPart } from './event-part.ts'
import { linkRoutes } from './link-routes.tsx'
import { copyRoute, newRoutes } from './new-routes.tsx'

export const formRoutes = eventPart('form', (routes, deps, tools) => {
  newRoutes(routes, deps, tools)
  copyRoute(routes, deps)
  editRoutes(routes, deps, tools)
  linkRoutes(routes, deps, tools)
  callOffRoutes(routes, deps, tools)
})

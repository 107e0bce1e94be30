/** The parts of the public app. */
import { addRoute, beginsAs, eventsPath, ownAnswersRoute, reachRoute } from '../shared/public-paths.ts'
import type { Part } from '../shared/web/in-parts.ts'
import type { PublicRoutes } from './app.ts'

export const parts: readonly Part<readonly PublicRoutes[]>[] = [
  { at: ['/'], load: async () => (await import('./routes/forms.ts')).formRoutes },
  {
    at: [/^\/aanbod\/[^/]+/, '/privacy', '/toegankelijkheid'],
    load: async () => [(await import('./routes/content-pages.tsx')).contentRoutes],
  },
  {
    at: ['/ontvangen', '/status', '/verder'],
    load: async () => [(await import('./routes/personal.tsx')).personalRoutes],
  },
  {
    at: [beginsAs(addRoute)],
    load: async () => [(await import('./routes/additions.tsx')).additionRoutes],
  },
  {
    at: [beginsAs(reachRoute), '/adres'],
    load: async () => [(await import('./routes/reach.tsx')).reachRoutes],
  },
  {
    at: [beginsAs(ownAnswersRoute)],
    load: async () => [(await import('./routes/own-answers.tsx')).ownAnswerRoutes],
  },
  {
    at: [eventsPath, '/uitnodiging', '/afmelden'],
    load: async () => {
      const [{ eventRoutes }, { invitationRoutes }] = await Promise.all([
        import('./routes/events.tsx'),
        import('./routes/invitation.tsx'),
      ])
      return [eventRoutes, invitationRoutes]
    },
  },
]

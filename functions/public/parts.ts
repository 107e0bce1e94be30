/** The parts of the public app. */
import { callBackService, receivingNetworks } from '../../forms/index.ts'
import { eventsPath, formerPaths } from '../shared/public-paths.ts'
import type { Part } from '../shared/web/in-parts.ts'
import type { PublicRoutes } from './app.ts'
import { callBackPath } from './call-back-path.ts'

export const parts: readonly Part<readonly PublicRoutes[]>[] = [
  { at: ['/'], load: async () => (await import('./routes/forms.ts')).formRoutes },
  {
    at: [/^\/aanbod\/[^/]+/, '/privacy', '/toegankelijkheid'],
    load: async () => [(await import('./routes/content-pages.tsx')).contentRoutes],
  },
  {
    at: receivingNetworks.flatMap((network) => [callBackPath(network), ...formerPaths(callBackService(network))]),
    load: async () => [(await import('./routes/call-back.tsx')).callBackRoutes],
  },
  {
    at: ['/ontvangen', '/status', '/verder'],
    load: async () => [(await import('./routes/personal.tsx')).personalRoutes],
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

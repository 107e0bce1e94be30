/** The parts of the public app. */
import { services } from '../../forms/index.ts'
import { eventsPath, servicePath } from '../shared/public-paths.ts'
import type { Part } from '../shared/web/in-parts.ts'
import type { PublicRoutes } from './app.ts'
import { ofServices } from './routes/of-services.ts'

/** Addresses under each form, as a pattern. */
const inForms = (rest: string): RegExp[] => services.map((service) => new RegExp(`^${servicePath(service)}/${rest}$`))

export const parts: readonly Part<readonly PublicRoutes[]>[] = [
  { at: ['/'], load: async () => (await import('./routes/forms.ts')).formRoutes },
  {
    at: inForms('(?:d/[^/]+/(?:later|gemaild|wissen)|gewist)'),
    load: async () => [ofServices((await import('./routes/later.tsx')).laterRoutes)],
  },
  { at: inForms('vraag'), load: async () => [ofServices((await import('./routes/vraag.tsx')).vraagRoutes)] },
  {
    at: [/^\/aanbod\/[^/]+/, '/privacy', '/toegankelijkheid'],
    load: async () => [(await import('./routes/content-pages.tsx')).contentRoutes],
  },
  {
    at: ['/ontvangen', '/status', '/verder'],
    load: async () => {
      const [{ personalRoutes }, { openDraftsRoutes }] = await Promise.all([
        import('./routes/personal.tsx'),
        import('./routes/open-drafts.tsx'),
      ])
      return [personalRoutes, openDraftsRoutes]
    },
  },
  {
    at: [eventsPath],
    load: async () => [(await import('./routes/events.tsx')).eventRoutes],
  },
  {
    at: ['/uitnodiging', '/afmelden'],
    load: async () => [(await import('./routes/invitation.tsx')).invitationRoutes],
  },
]

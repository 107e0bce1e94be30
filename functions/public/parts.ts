/** The parts of the public app. */
import { callBackService, receivingNetworks, services } from '../../forms/index.ts'
import {
  aanbodPath,
  addRoute,
  beginsAs,
  callBackPath,
  eventsPath,
  formerPaths,
  leavePaths,
  ownAnswersRoute,
  reachRoute,
  servicePath,
} from '../shared/public-paths.ts'
import type { Part } from '../shared/web/in-parts.ts'
import type { PublicRoutes } from './app.ts'
import { ofServices } from './routes/of-services.ts'

/** Addresses under each form, as a pattern. */
const inForms = (rest: string): RegExp[] => services.map((service) => new RegExp(`^${servicePath(service)}/${rest}$`))

export const parts: readonly Part<readonly PublicRoutes[]>[] = [
  { at: ['/'], load: async () => (await import('./routes/forms.ts')).formRoutes },
  {
    at: inForms('d/[^/]+/controle'),
    load: async () => [ofServices((await import('./routes/submit.tsx')).submitRoutes)],
  },
  {
    at: inForms('(?:d/[^/]+/(?:later|gemaild|wissen)|gewist)'),
    load: async () => [ofServices((await import('./routes/later.tsx')).laterRoutes)],
  },
  {
    at: inForms('d/[^/]+/(?:uitkomst|wacht)'),
    load: async () => [ofServices((await import('./routes/outcome.tsx')).outcomeRoutes)],
  },
  { at: inForms('vraag'), load: async () => [ofServices((await import('./routes/vraag.tsx')).vraagRoutes)] },
  {
    at: receivingNetworks.flatMap((network) => [callBackPath(network), ...formerPaths(callBackService(network))]),
    load: async () => [(await import('./routes/call-back.tsx')).callBackRoutes],
  },
  {
    at: [aanbodPath(), '/privacy', '/toegankelijkheid'],
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
    at: [leavePaths],
    load: async () => [(await import('./routes/leaving.tsx')).leavingRoutes],
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
    at: [eventsPath],
    load: async () => [(await import('./routes/events.tsx')).eventRoutes],
  },
  {
    at: ['/cijfers'],
    load: async () => [(await import('./routes/figures.tsx')).figureRoutes],
  },
  {
    at: ['/uitnodiging', '/afmelden'],
    load: async () => [(await import('./routes/invitation.tsx')).invitationRoutes],
  },
]

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

/** The first two parts of an address: of a form, its network and its own. */
const ofTwo = /^\/[^/]+\/[^/]+/
const formPaths = new Set(services.map(servicePath))
const callBackPaths = new Set(
  receivingNetworks.flatMap((network) => [callBackPath(network), ...formerPaths(callBackService(network))]),
)

/** How much of an address is one of these, whatever comes behind it. */
const beginsWithin = (paths: ReadonlySet<string>) => (path: string) => {
  const begin = ofTwo.exec(path)?.[0] ?? ''
  return paths.has(begin) ? begin.length : 0
}

/** Addresses under each form. */
function inForms(rest: string) {
  const pattern = new RegExp(`^/${rest}$`)
  const begins = beginsWithin(formPaths)
  return [(path: string) => (begins(path) > 0 && pattern.test(path.slice(begins(path))) ? path.length : 0)]
}

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
    at: [beginsWithin(callBackPaths)],
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

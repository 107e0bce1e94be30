/** The public app: aanvragers fill in forms and follow their request. Two thin shells run it: a Lambda and the local server. */
import { services } from '../../forms/index.ts'
import { formerPaths, personalPath, servicePath } from '../shared/public-paths.ts'
import { createWebApp } from '../shared/web/web-app.ts'
import type { PublicDeps } from './deps.ts'
import { createPlainAnswers } from './plain-answers.tsx'
import { draftRoutes } from './routes/draft.tsx'
import { eventRoutes } from './routes/events.tsx'
import { invitationRoutes } from './routes/invitation.tsx'
import { laterRoutes } from './routes/later.tsx'
import { outcomeRoutes } from './routes/outcome.tsx'
import { personalRoutes } from './routes/personal.tsx'
import { publishedRoutes } from './routes/published.ts'
import { submitRoutes } from './routes/submit.tsx'
import { vraagRoutes } from './routes/vraag.tsx'

export function createApp(deps: PublicDeps) {
  const app = createWebApp(deps, { fromAnywhere: (path) => path.startsWith(personalPath('afmelden', '')) })
  const plain = createPlainAnswers(deps)
  app.route('/', publishedRoutes(deps))
  app.route('/', eventRoutes(deps, plain))
  app.route('/', invitationRoutes(deps, plain))
  app.route('/', personalRoutes(deps, plain))
  for (const service of services) {
    for (const old of formerPaths(service))
      app.all(`${old}/*`, (c) => c.redirect(`${servicePath(service)}${c.req.path.slice(old.length)}`, 308))
    for (const routes of [draftRoutes, outcomeRoutes, laterRoutes, submitRoutes, vraagRoutes]) {
      app.route(servicePath(service), routes(service, deps, plain))
    }
  }
  return app
}

/** The public app: aanvragers fill in forms and follow their request. Two thin shells run it: a Lambda and the local server. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { services } from '../../forms/index.ts'
import type { PublicDeps } from './deps.ts'
import { servicePath } from './draft-access.ts'
import { headers, limitBody, noStore, ownFormsOnly } from './guard.ts'
import { createPlainAnswers } from './plain-answers.tsx'
import { aanbodRoutes } from './routes/aanbod.tsx'
import { draftRoutes } from './routes/draft.tsx'
import { laterRoutes } from './routes/later.tsx'
import { personalRoutes } from './routes/personal.tsx'
import { startRoutes } from './routes/start.tsx'
import { submitRoutes } from './routes/submit.tsx'
import { vraagRoutes } from './routes/vraag.tsx'

export function createApp(deps: PublicDeps) {
  const app = new Hono()
  const plain = createPlainAnswers(deps)

  app.use(headers, noStore)
  app.use(methodNotAllowed({ app, onMethodNotAllowed: plain.wrongMethod }))
  app.use(ownFormsOnly(deps.url, plain), limitBody(plain.tooLarge))

  app.route('/', startRoutes(deps))
  app.route('/', aanbodRoutes(deps))
  app.route('/', personalRoutes(deps, plain))
  for (const service of services) {
    for (const routes of [draftRoutes, laterRoutes, submitRoutes, vraagRoutes]) {
      app.route(servicePath(service), routes(service, deps, plain))
    }
  }

  app.notFound((c) => plain.brokenLink(c))
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) return plain.unreadable(c)
    const incident = Buffer.from(deps.random(4)).toString('hex')
    deps.logFailure(incident, error)
    return plain.failed(c, incident)
  })
  return app
}

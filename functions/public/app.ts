/** The public app: aanvragers fill in forms and follow their request. Two thin shells run it: a Lambda and the local server. */
import { createWebApp } from '../shared/web/web-app.ts'
import type { PublicDeps } from './deps.ts'
import type { PublicRoutes } from './parts.ts'
import { createPlainAnswers } from './plain-answers.tsx'

export function createApp(deps: PublicDeps, parts: readonly PublicRoutes[]) {
  const app = createWebApp(deps, { fromAnywhere: (path) => path.startsWith('/afmelden/') })
  const plain = createPlainAnswers(deps)
  for (const part of parts) app.route('/', part(deps, plain))
  return app
}

/** The public app: aanvragers fill in forms and follow their request. Two thin shells run it: a Lambda and the local server. */
import type { Hono } from 'hono'
import { personalPath } from '../shared/public-paths.ts'
import { createWebApp } from '../shared/web/web-app.ts'
import type { PublicDeps } from './deps.ts'
import { createPlainAnswers, type PlainAnswers } from './plain-answers.tsx'

export type PublicRoutes = (deps: PublicDeps, plain: PlainAnswers) => Hono

export function createApp(deps: PublicDeps, parts: readonly PublicRoutes[]) {
  const app = createWebApp(deps, { fromAnywhere: (path) => path.startsWith(personalPath('afmelden', '')) })
  const plain = createPlainAnswers(deps)
  for (const part of parts) app.route('/', part(deps, plain))
  return app
}

/** Routes of every form, each under its own address. */
import { Hono } from 'hono'
import { services } from '../../../forms/index.ts'
import type { Service } from '../../../forms/kit/form.ts'
import { servicePath } from '../../shared/public-paths.ts'
import type { PublicRoutes } from '../app.ts'
import type { PublicDeps } from '../deps.ts'
import type { PlainAnswers } from '../plain-answers.tsx'

type ServiceRoutes = (service: Service, deps: PublicDeps, plain: PlainAnswers) => Hono

export const ofServices =
  (...all: readonly ServiceRoutes[]): PublicRoutes =>
  (deps, plain) => {
    const app = new Hono()
    for (const service of services)
      for (const routes of all) app.route(servicePath(service), routes(service, deps, plain))
    return app
  }

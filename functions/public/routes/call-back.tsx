/** The road of whoever asks for themselves: one page for each network that receives requests (docs/decisions/031). */
import { Hono } from 'hono'
import { callBackService, receivingNetworks } from '../../../forms/index.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { workingDaysOf } from '../../../forms/kit/working-days.ts'
import { callBackPath, formerPaths } from '../../shared/public-paths.ts'
import type { PublicRoutes } from '../app.ts'
import type { PublicDeps } from '../deps.ts'
import { CallBackPage } from '../pages/call-back-page.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'
import { onePageRoutes } from './one-page.tsx'

export const callBackRoutes: PublicRoutes = (deps, plain) => {
  const app = new Hono()
  for (const network of receivingNetworks) {
    for (const old of formerPaths(callBackService(network))) app.all(old, (c) => c.redirect(callBackPath(network), 308))
    app.route('/', ofNetwork(network, deps, plain))
  }
  return app
}

function ofNetwork(network: Network, deps: PublicDeps, plain: PlainAnswers): Hono {
  const service = callBackService(network)
  const path = callBackPath(network)
  return onePageRoutes(deps, plain, {
    ...{ service, path, at: path },
    draw: async (shown) => {
      const content = await deps.contents.of(network)
      const by = workingDaysOf(content).add(brusselsDate(deps.now()), service.settings.answerWithinWorkingDays)
      return <CallBackPage {...shown} people={content.people} by={by} />
    },
  })
}

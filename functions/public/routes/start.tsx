/** The home page, the start page of each form, the texts the law asks for, and the style sheet. */
import { Hono } from 'hono'
import { services } from '../../../forms/index.ts'
import { requirementOf } from '../../../forms/kit/criteria.ts'
import type { PublicDeps } from '../deps.ts'
import { servicePath } from '../draft-access.ts'
import { HomePage, StartPage } from '../pages/start-pages.tsx'
import { AccessibilityPage, PrivacyPage } from '../pages/text-pages.tsx'
import { publish } from '../static-page.ts'

export function startRoutes({ assets, now }: PublicDeps) {
  const routes = new Hono()
  publish(routes, '/', () => <HomePage assets={assets} />)
  publish(routes, '/privacy', () => <PrivacyPage assets={assets} />)
  publish(routes, '/toegankelijkheid', () => <AccessibilityPage assets={assets} />)
  for (const service of services) {
    const requirements = () => service.settings.criteria.map((criterion) => requirementOf(criterion, now()))
    publish(
      routes,
      servicePath(service),
      () => <StartPage assets={assets} service={service} requirements={requirements()} />,
      () => requirements().join('\n'),
    )
  }

  for (const { path, type, body } of Object.values(assets)) {
    routes.get(path, (c) =>
      c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }),
    )
  }
  return routes
}

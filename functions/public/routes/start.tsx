/** Pages that are the same for everybody: made once, kept, and cached by browsers and the edge. */
import { Hono } from 'hono'
import { services } from '../../../forms/index.ts'
import type { PublicDeps } from '../deps.ts'
import { servicePath } from '../draft-access.ts'
import { MessagePage } from '../pages/message-page.tsx'
import { HomePage, StartPage } from '../pages/start-pages.tsx'
import { AccessibilityPage, PrivacyPage } from '../pages/text-pages.tsx'

/** Seconds a browser may show a page that changes only with a new version. */
const fresh = 'public, max-age=300'

export function startRoutes({ assets }: PublicDeps) {
  const routes = new Hono()
  const publish = (path: string, page: { toString(): string }) => {
    let html: string | undefined
    routes.get(path, (c) => {
      html ??= page.toString()
      return c.html(html, 200, { 'Cache-Control': fresh })
    })
  }
  publish('/', <HomePage assets={assets} />)
  publish('/privacy', <PrivacyPage assets={assets} />)
  publish('/toegankelijkheid', <AccessibilityPage assets={assets} />)
  for (const service of services) publish(servicePath(service), <StartPage assets={assets} service={service} />)

  for (const { path, type, body } of Object.values(assets)) {
    routes.get(path, (c) =>
      c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }),
    )
  }

  // The triage mail links here; the werkruimte itself is the next room of the house.
  routes.get('/werkruimte/*', (c) =>
    c.html(
      <MessagePage assets={assets} title="De werkruimte opent binnenkort.">
        <p class="lead">Deze aanvraag staat veilig opgeslagen. U kunt ze lezen zodra de werkruimte open is.</p>
        <p>Is er haast bij? Bel de aanvrager terug via het netwerk.</p>
      </MessagePage>,
    ),
  )
  return routes
}

/** The pages that are the same for everybody, and the style sheet, font and script they use. */
import { Hono } from 'hono'
import { once } from '../../../forms/kit/once.ts'
import { aanbodPath } from '../../shared/public-paths.ts'
import type { PublicDeps } from '../deps.ts'
import { publishedPaths } from '../published-paths.ts'

export function publishedRoutes(deps: PublicDeps) {
  const routes = new Hono()
  const published = once(async () => (await import('../published.tsx')).createPublished(deps))
  // The aanbod is searched at the same address (content-pages.tsx).
  for (const path of publishedPaths.filter((one) => one !== aanbodPath())) {
    routes.get(path, async (c) => {
      const page = (await published()).at(path)
      return page ? c.body(page.html, 200, page.headers) : c.notFound()
    })
  }
  for (const { path, type, body } of Object.values(deps.assets)) {
    routes.get(path, (c) =>
      c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }),
    )
  }
  return routes
}

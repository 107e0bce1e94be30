/** The pages that are the same for everybody, and the style sheet, font and script they use. */
import { Hono } from 'hono'
import { aanbodPath } from '../../shared/public-paths.ts'
import type { PublicDeps } from '../deps.ts'
import { createPublished } from '../published.tsx'

export function publishedRoutes(deps: PublicDeps) {
  const routes = new Hono()
  const published = createPublished(deps)
  // The aanbod is searched at the same address (content-pages.tsx).
  for (const path of published.paths.filter((one) => one !== aanbodPath())) {
    routes.get(path, (c) => {
      const page = published.at(path)
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

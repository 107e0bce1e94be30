/** Pages that are the same for everybody: made at the first request, kept, and cached by browsers and the edge. */
import type { Hono } from 'hono'

/** Seconds a browser may show a page that changes only with a new version. */
const fresh = 'public, max-age=300'

export function publish(routes: Hono, path: string, page: () => { toString(): string }): void {
  let html: string | undefined
  routes.get(path, (c) => {
    html ??= page().toString()
    return c.html(html, 200, { 'Cache-Control': fresh })
  })
}

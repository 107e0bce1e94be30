/** Pages that are the same for everybody: made at the first request, kept, and cached by browsers and the edge. */
import type { Hono } from 'hono'

/** Seconds the edge may give, and a browser may show, a page that changes only with a new version. */
const fresh = 'public, max-age=300'

/** `edition` tells pages apart that change on a date; each is made once. */
export function publish(
  routes: Hono,
  path: string,
  page: () => { toString(): string },
  edition: () => string = () => '',
): void {
  const editions = new Map<string, string>()
  routes.get(path, (c) => {
    const html = editions.get(edition()) ?? page().toString()
    editions.set(edition(), html)
    return c.html(html, 200, { 'Cache-Control': fresh })
  })
}

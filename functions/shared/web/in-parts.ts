/** An app whose parts are loaded when one of their pages is asked for: a function reads the code it uses (docs/decisions/005). */
import { Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'

/** The last for one that each network has: asked at every request, so it looks up and goes through no list. */
type Beginning = string | RegExp | ((path: string) => number)

export interface Part<Routes> {
  /** Beginnings of its addresses: as they are, or as a pattern that begins with `^`; or what tells how much of one is such a beginning. */
  at: readonly Beginning[]
  load: () => Promise<Routes>
}

/** The part that answers an address: the one with the longest beginning of it; the first part answers what is no other's. */
export function partAt<Routes>(parts: readonly Part<Routes>[], path: string): Part<Routes> | undefined {
  let [found, most] = [parts[0], 0]
  for (const part of parts) {
    const length = Math.max(0, ...part.at.map((at) => lengthOf(at, path)))
    if (length > most) [found, most] = [part, length]
  }
  return found
}

function lengthOf(at: Beginning, path: string): number {
  if (typeof at === 'function') return at(path)
  if (typeof at === 'string') return path === at || path.startsWith(`${at}/`) ? at.length : 0
  return at.exec(path)?.[0].length ?? 0
}

/** Every part at once: for one's own machine and for tests. */
export const loadAll = async <Routes>(parts: readonly Part<readonly Routes[]>[]): Promise<readonly Routes[]> =>
  (await Promise.all(parts.map(({ load }) => load()))).flat()

/** Answers each request by an app with the routes of its part, made at the first. */
export function inParts<Routes>(parts: readonly Part<Routes>[], make: (routes: Routes) => Hono): Hono {
  const apps = new Map<unknown, Promise<Hono>>()
  const appAt = (path: string): Promise<Hono> => {
    const part = partAt(parts, path)
    if (!part) throw new Error('An app has no parts')
    const app = apps.get(part) ?? part.load().then(make)
    apps.set(part, app)
    return app
  }
  const front = new Hono({ router: new TrieRouter() })
  front.fetch = async (request, ...rest) => (await appAt(new URL(request.url).pathname)).fetch(request, ...rest)
  return front
}

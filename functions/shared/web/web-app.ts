/** What every app of ours begins with: guards before each request, and an answer in words when something goes wrong. */
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { TrieRouter } from 'hono/router/trie-router'
import { newIncident } from '../new-id.ts'
import { rightPath } from '../right-path.ts'
import type { Assets } from './assets.ts'
import { onlyFromEdge } from './edge.ts'
import { headers, limitBody, ownFormsOnly } from './guard.ts'
import { oneId, type Written } from './one-id.ts'
import { createRefusals } from './refusals.tsx'

export interface WebDeps {
  /** Where people reach Loket, without a slash at the end. */
  url: string
  assets: Assets
  random: (bytes: number) => Uint8Array
  /** Hashes of the secrets of CloudFront; absent where nothing is in front. */
  edgeKeys?: readonly string[]
  /** One line per failed request: an id a person can read to us on the phone, and where it failed. Never its text. */
  logFailure: (incident: string, error: unknown) => void
  /** One line per accepted write. */
  logWritten: (written: Written) => void
}

export interface WebOptions {
  /** Paths mail programs post to, without Origin and in any form type (RFC 8058). */
  fromAnywhere?: (path: string) => boolean
  /** A door of its own looks at bodies, once it knows who knocks: until then none is read. */
  bodiesAtDoor?: true
  /** Words of its own for when we failed. */
  failed?: (c: Context, incident: string) => Response | Promise<Response>
}

/**
 * No address of ours, a personal link included, has a part this long or a control character in it: nothing is looked up by
 * it (a key of the table has 2,048 bytes) and nobody is sent on to it (a header holds no such character).
 */
const neverOurs = /[^/]{256}|\p{Cc}/u

/**
 * Who typed or pasted an address a little otherwise is sent on to the right one, for good. Only what is looked at: a form is on
 * a page of ours, and that page has the right address.
 */
const toRightPath = createMiddleware(async (c, next) => {
  const right = c.req.method === 'GET' || c.req.method === 'HEAD' ? rightPath(c.req.path) : undefined
  return right === undefined ? next() : c.redirect(right + new URL(c.req.url).search, 308)
})

export function createWebApp(
  { url, assets, random, edgeKeys = [], logFailure, logWritten }: WebDeps,
  options: WebOptions = {},
): Hono {
  // Ready at once, where Hono's own choice first builds one large regular expression: most of our instances answer few requests.
  const app = new Hono({ router: new TrieRouter() })
  const refusals = createRefusals(assets, { blind: options.bodiesAtDoor === true })
  app.use(oneId({ random, logWritten }), headers, onlyFromEdge(edgeKeys))
  app.use(toRightPath)
  // What comes from elsewhere is shown on no page of ours, whatever else is wrong with it.
  app.use(ownFormsOnly(url, refusals, options.fromAnywhere))
  app.use((c, next) => (neverOurs.test(c.req.path) ? refusals.brokenLink(c) : next()))
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refusals.wrongMethod }))
  if (!options.bodiesAtDoor) app.use(limitBody(refusals.tooLarge))
  app.notFound((c) => refusals.brokenLink(c))
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) return refusals.unreadable(c)
    const incident = newIncident({ random })
    logFailure(incident, error)
    return (options.failed ?? refusals.failed)(c, incident)
  })
  return app
}

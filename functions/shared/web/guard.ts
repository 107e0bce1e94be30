/** What every request meets first: security headers, body limit, and proof that a form was posted from our own page. */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { securityHeaders } from './headers.ts'

/** Largest form, in characters (code units) as they were typed, with the names of its fields. */
const mostCharacters = 64 * 1024

/** Largest form on its way, in bytes, where it says no more in fewer: what nobody knows yet may bring no more. */
export const smallBody = 64 * 1024

/**
 * Largest form on its way, in bytes: all that a draft holds (88 KiB, functions/shared/store/drafts.ts), of which a browser sends each
 * byte as three. A line end or a quote is so, and every letter of Arabic, that has two bytes, is six.
 */
const wireBody = 3 * 88 * 1024

type Refuse = (c: Context) => Response | Promise<Response>

/**
 * Every answer carries the security headers, and is personal unless it says otherwise: nothing is kept by a shared computer
 * or a proxy. Set on the answer that is there: `c.header` would make it anew.
 */
export const headers: MiddlewareHandler = async (c, next) => {
  await next()
  const own = c.res.headers
  for (const [name, value] of Object.entries(securityHeaders)) own.set(name, value)
  if (!own.has('cache-control')) own.set('cache-control', 'no-store')
}

/**
 * No form is larger than people type: counted in characters, so that no language has less room than another. `larger`: bytes for a
 * path where people paste more than they type.
 */
export function limitBody(tooLarge: Refuse, larger: (path: string) => number | undefined = () => undefined) {
  return createMiddleware(async (c, next) => {
    const most = larger(c.req.path)
    return limitBytes(tooLarge, most ?? wireBody)(c, async () => {
      if (most !== undefined || (await isTyped(c))) return next()
      c.res = await tooLarge(c)
    })
  })
}

/** No more on its way than this, whatever it says. */
export function limitBytes(tooLarge: Refuse, maxSize: number) {
  return createMiddleware(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const told = sizeTold(c)
    // Hono's own counts what comes in, and for that takes the request apart.
    if (told === undefined) return bodyLimit({ maxSize, onError: tooLarge })(c, next)
    return Number(told) > maxSize ? tooLarge(c) : next()
  })
}

/** Set on a request once it is known to come from a page of ours. */
export const ownForm = 'ownForm'
/** Bytes that are to come, where a browser says how many. */
const sizeTold = (c: Context): string | undefined =>
  c.req.header('Transfer-Encoding') ? undefined : c.req.header('Content-Length')

/** Whether it is no more than people type; one that is small on its way is not looked into. */
async function isTyped(c: Context): Promise<boolean> {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return true
  if (Number(sizeTold(c) ?? Number.POSITIVE_INFINITY) <= smallBody) return true
  return charactersOf(await c.req.text()) <= mostCharacters
}

/** In code units: the first byte of a character counts, that of a pair twice; what follows in the same character does not. */
const charactersOf = (body: string): number =>
  body
    .replace(/%[89ab][0-9a-f]/gi, '')
    .replace(/%f[0-9a-f]/gi, 'xx')
    .replace(/%[0-9a-f]{2}/gi, 'x').length

export interface PostRefusals {
  foreign: Refuse
  wrongType: Refuse
}

/**
 * A POST comes from a page of ours (Origin equals the configured address, never the Host header; a browser that
 * leaves Origin out, or hides it as `null`, says `Sec-Fetch-Site: same-origin`, which no page can set) and is a plain HTML form. `fromAnywhere`: paths that mail programs
 * post to (RFC 8058), which may do nothing but unsubscribe.
 */
export const ownFormsOnly = (
  url: string,
  { foreign, wrongType }: PostRefusals,
  fromAnywhere: (path: string) => boolean = () => false,
): MiddlewareHandler =>
  createMiddleware(async (c, next) => {
    if (c.req.method !== 'POST') return next()
    // No browser packs a form, and nobody here unpacks one.
    if ((c.req.header('Content-Encoding') ?? 'identity').toLowerCase() !== 'identity') return wrongType(c)
    if (fromAnywhere(c.req.path)) return next()
    const origin = c.req.header('Origin') ?? 'null'
    const own = origin === 'null' ? c.req.header('Sec-Fetch-Site') === 'same-origin' : origin === new URL(url).origin
    if (!own) return foreign(c)
    c.set(ownForm, true)
    const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
    return type === 'application/x-www-form-urlencoded' ? next() : wrongType(c)
  })

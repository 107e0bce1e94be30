/** What every request meets first: security headers, body limit, and proof that a form was posted from our own page. */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { securityHeaders } from './headers.ts'

/** Largest form body, in bytes. */
const maxBody = 64 * 1024

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

/** `larger`: bytes for a path where people paste more than they type. */
export function limitBody(tooLarge: Refuse, larger: (path: string) => number | undefined = () => undefined) {
  return createMiddleware(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const maxSize = larger(c.req.path) ?? maxBody
    const told = c.req.header('Transfer-Encoding') ? undefined : c.req.header('Content-Length')
    // Hono's own counts what comes in, and for that takes the request apart.
    if (told === undefined) return bodyLimit({ maxSize, onError: tooLarge })(c, next)
    return Number(told) > maxSize ? tooLarge(c) : next()
  })
}

/** Set on a request once it is known to come from a page of ours. */
export const ownForm = 'ownForm'

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

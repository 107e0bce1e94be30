/** What every request meets first: security headers, body limit, and proof that a form was posted from our own page. */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'

/** Largest form body, in bytes. */
const maxBody = 64 * 1024

type Refuse = (c: Context) => Response | Promise<Response>

export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  // `no-referrer` would make browsers post `Origin: null` and lock real people out.
  referrerPolicy: 'same-origin',
  strictTransportSecurity: 'max-age=63072000; includeSubDomains',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  xFrameOptions: 'DENY',
})

/** Pages are personal unless they say otherwise: nothing is kept by a shared computer or a proxy. */
export const noStore: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}

/** `larger`: bytes for a path where people paste more than they type. */
export function limitBody(tooLarge: Refuse, larger: (path: string) => number | undefined = () => undefined) {
  const limit = (maxSize: number) => bodyLimit({ maxSize, onError: tooLarge })
  const usual = limit(maxBody)
  return createMiddleware((c, next) => {
    const size = larger(c.req.path)
    return size === undefined ? usual(c, next) : limit(size)(c, next)
  })
}

export interface PostRefusals {
  foreign: Refuse
  wrongType: Refuse
}

/**
 * A POST comes from a page of ours (Origin equals the configured address, never the Host header; a browser that
 * leaves Origin out says `Sec-Fetch-Site: same-origin`) and is a plain HTML form. `fromAnywhere`: paths that mail programs
 * post to (RFC 8058), which may do nothing but unsubscribe.
 */
export const ownFormsOnly = (
  url: string,
  { foreign, wrongType }: PostRefusals,
  fromAnywhere: (path: string) => boolean = () => false,
): MiddlewareHandler =>
  createMiddleware(async (c, next) => {
    if (c.req.method !== 'POST' || fromAnywhere(c.req.path)) return next()
    const origin = c.req.header('Origin')
    const own = origin === undefined ? c.req.header('Sec-Fetch-Site') === 'same-origin' : origin === new URL(url).origin
    if (!own) return foreign(c)
    const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
    return type === 'application/x-www-form-urlencoded' ? next() : wrongType(c)
  })

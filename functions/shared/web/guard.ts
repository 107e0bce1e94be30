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

export const limitBody = (tooLarge: Refuse): MiddlewareHandler => bodyLimit({ maxSize: maxBody, onError: tooLarge })

export interface PostRefusals {
  foreign: Refuse
  wrongType: Refuse
}

/**
 * A POST comes from a page of ours (Origin equals the configured address, never the Host header; a browser that
 * leaves Origin out says `Sec-Fetch-Site: same-origin`) and is a plain HTML form.
 */
export const ownFormsOnly = (url: string, { foreign, wrongType }: PostRefusals): MiddlewareHandler =>
  createMiddleware(async (c, next) => {
    if (c.req.method !== 'POST') return next()
    const origin = c.req.header('Origin')
    const own = origin === undefined ? c.req.header('Sec-Fetch-Site') === 'same-origin' : origin === new URL(url).origin
    if (!own) return foreign(c)
    const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
    return type === 'application/x-www-form-urlencoded' ? next() : wrongType(c)
  })

/** The browser's own secret: who holds the cookie may read the drafts it began, and nobody else. */
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { hashOf } from '../shared/hash.ts'

/** Seconds; as long as the longest draft. */
const maxAge = 14 * 86_400

const cookieName = (url: string): string => (url.startsWith('https:') ? '__Host-loket' : 'loket')

/** The secret itself: it opens what this browser sent (docs/decisions/033), and is kept nowhere. */
export function browserSecret(c: Context, url: string): string | undefined {
  const secret = getCookie(c, cookieName(url))
  return secret && /^[\w-]{43}$/.test(secret) ? secret : undefined
}

/** Hash of the browser's secret, or undefined when it has none. */
export function browserOf(c: Context, url: string): string | undefined {
  const secret = browserSecret(c, url)
  return secret && hashOf(secret)
}

/** Gives the browser its secret, kept when it has one (renewed, so that it lives as long as the new draft). */
export function rememberBrowser(c: Context, url: string, random: (bytes: number) => Uint8Array): string {
  const secret = browserSecret(c, url) ?? Buffer.from(random(32)).toString('base64url')
  setCookie(c, cookieName(url), secret, {
    path: '/',
    httpOnly: true,
    secure: url.startsWith('https:'),
    sameSite: 'Lax',
    maxAge,
  })
  return hashOf(secret)
}

/** What a browser of an applicant keeps: its own secret, and which drafts are open in it. Both are cookies that no script can read. */
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { hashOf } from '../shared/hash.ts'

/** Seconds; as long as the longest draft. */
const maxAge = 14 * 86_400

const nameOf = (url: string, name: string): string => (url.startsWith('https:') ? `__Host-${name}` : name)

const give = (c: Context, url: string, name: string, value: string): void =>
  setCookie(c, nameOf(url, name), value, {
    path: '/',
    httpOnly: true,
    secure: url.startsWith('https:'),
    sameSite: 'Lax',
    maxAge,
  })

/** The secret itself: it opens what this browser sent (docs/decisions/033), and is kept nowhere. */
export const browserSecret = (c: Context, url: string): string | undefined => {
  const secret = getCookie(c, nameOf(url, 'loket'))
  return secret && /^[\w-]{43}$/.test(secret) ? secret : undefined
}

/** Hash of the browser's secret, or undefined when it has none: who holds the cookie may read the drafts it began, and nobody else. */
export function browserOf(c: Context, url: string): string | undefined {
  const secret = browserSecret(c, url)
  return secret && hashOf(secret)
}

/** Gives the browser its secret, kept when it has one (renewed, so that it lives as long as the new draft). */
export function rememberBrowser(c: Context, url: string, random: (bytes: number) => Uint8Array): string {
  const secret = browserSecret(c, url) ?? Buffer.from(random(32)).toString('base64url')
  give(c, url, 'loket', secret)
  return hashOf(secret)
}

/** As many drafts as one person has open at a time; an older one is found by its address. */
const mostOpen = 5
const open = 'loket-open'

/** Ids of the drafts that are open in this browser, as it says itself: the last one first. Whether it may read them is for their store. */
export const openIn = (c: Context, url: string): string[] =>
  (getCookie(c, nameOf(url, open)) ?? '').split('.').filter((id) => /^[0-9a-f-]{36}$/.test(id))

/** A draft that this browser begins or goes on with. */
export const noteOpen = (c: Context, url: string, id: string): void =>
  give(c, url, open, [id, ...openIn(c, url).filter((other) => other !== id)].slice(0, mostOpen).join('.'))

/** One that is sent or wiped. */
export const forgetOpen = (c: Context, url: string, id: string): void =>
  give(
    c,
    url,
    open,
    openIn(c, url)
      .filter((other) => other !== id)
      .join('.'),
  )

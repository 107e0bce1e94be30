/**
 * The signed-in browser: its cookie, and the door every page of the werkruimte stands behind. Mount it after the guard
 * that proves where a form was posted from.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { findNetwork } from '../../../forms/index.ts'
import type { RawInput } from '../../../forms/kit/answers.ts'
import type { Network, Person, Role } from '../../../forms/kit/network.ts'
import { linkToken, readLinkToken } from '../../shared/links.ts'
import type { ReadSecrets } from '../../shared/secrets.ts'
import type { PersonRef } from '../../shared/store/identities.ts'
import type { Session, Sessions } from '../../shared/store/sessions.ts'
import type { Assets } from '../../shared/web/assets.ts'
import { readBody, textsIn } from '../../shared/web/body.ts'
import { limitBody } from '../../shared/web/guard.ts'
import { createRefusals } from '../../shared/web/refusals.tsx'
import type { Member, SignInPages } from './pages.tsx'
import { returnPath, signInPath } from './return-path.ts'

/** What a page behind the door knows of who opened it. */
export interface SignedIn {
  Variables: {
    person: Person
    network: Network
    /** Names the session in an audit line; opens nothing. */
    sessionId: string
  }
}

export interface SessionDeps {
  /** Where people reach Loket, without a slash at the end. */
  url: string
  sessions: Sessions
  /** For the keys of invitation links, and of the mark of a browser that had a session. */
  secrets: ReadSecrets
  assets: Assets
  /** Loket's clock. */
  now: () => Date
  random: (bytes: number) => Uint8Array
}

/** Opens a page to whoever is signed in, or to some roles only. */
export type RequirePerson = (roles?: readonly Role[]) => MiddlewareHandler<SignedIn>

/** 256 random bits as text. */
export const newSecret = ({ random }: Pick<SessionDeps, 'random'>): string =>
  Buffer.from(random(32)).toString('base64url')

/** A cookie that other sites and other hosts cannot set (RFC 6265bis §4.1.3); plain on local http. */
export function createSecretCookie(url: string, name: string, maxAge?: number, shape = /^[\w-]{43}$/) {
  const secure = url.startsWith('https:')
  const fullName = secure ? `__Host-${name}` : name
  // Lax: the way back from the provider comes from another site.
  const attributes = { path: '/', httpOnly: true, secure, sameSite: 'Lax' } as const
  return {
    read: (c: Context): string | undefined => {
      const secret = getCookie(c, fullName)
      return secret && shape.test(secret) ? secret : undefined
    },
    give: (c: Context, secret: string) =>
      setCookie(c, fullName, secret, { ...attributes, ...(maxAge === undefined ? {} : { maxAge }) }),
    take: (c: Context) => deleteCookie(c, fullName, attributes),
  }
}

/** Seconds a browser remembers that somebody signed out: longer than a provider stays signed in by itself on most computers. */
const signedOutSeconds = 90 * 86_400

/** The session of the browser behind a request. Without Max-Age, so that it ends with the browser at the latest. */
export function createBrowserSession(deps: SessionDeps) {
  const { sessions, now } = deps
  const cookie = createSecretCookie(deps.url, 'loket-werk')
  /** Opens nothing: it only says that whoever was here signed out. */
  const signedOut = createSecretCookie(deps.url, 'loket-afgemeld', signedOutSeconds)
  /**
   * Opens nothing: it only says that a session of ours was here, whatever became of it. Signed, so that nobody makes it
   * themselves and no table is asked.
   */
  const wasHere = createSecretCookie(deps.url, 'loket-was-hier', undefined, /^[\w.-]{1,200}$/)

  const endCurrent = async (c: Context): Promise<void> => {
    const secret = cookie.read(c)
    if (secret !== undefined) await sessions.end(secret)
  }

  return {
    /** The session, noted as in use. */
    async current(c: Context): Promise<Session | undefined> {
      const secret = cookie.read(c)
      const session = secret === undefined ? undefined : await sessions.use(secret, now())
      if (session && wasHere.read(c) === undefined) {
        const mark = { id: newSecret(deps), version: now().getTime() }
        wasHere.give(c, linkToken((await deps.secrets()).linkKeys, 'was-hier', mark))
      }
      return session
    },

    /** Whether this browser had a session of ours, so that what is typed in it is somebody's work. */
    async hadSession(c: Context): Promise<boolean> {
      const mark = wasHere.read(c)
      return mark !== undefined && readLinkToken((await deps.secrets()).linkKeys, 'was-hier', mark) !== undefined
    },

    /**
     * Whether somebody was here before whose session is over, by sign-out or by time. The provider may still know them, and would
     * let whoever sits here now straight in: then it must ask again.
     */
    async wasLeft(c: Context): Promise<boolean> {
      if (signedOut.read(c) !== undefined) return true
      const secret = cookie.read(c)
      return secret !== undefined && (await sessions.use(secret, now())) === undefined
    },

    /** A new session with a new secret; whatever this browser had before is over. */
    async begin(c: Context, identity: string, who: PersonRef | undefined): Promise<void> {
      await endCurrent(c)
      const secret = newSecret(deps)
      const started = await sessions.start({ secret, identity, who, now: now() })
      // Unbound a moment ago: an account that belongs to no network.
      if (started === 'unbound') await sessions.start({ secret, identity, now: now() })
      cookie.give(c, secret)
      if (signedOut.read(c) !== undefined) signedOut.take(c)
    },

    /** Signed out: over here, and for whoever copied the cookie. */
    async end(c: Context): Promise<void> {
      await endCurrent(c)
      cookie.take(c)
      signedOut.give(c, newSecret(deps))
    },
  }
}

type BrowserSession = ReturnType<typeof createBrowserSession>

/** Who a session is, as long as the network's data file names this person. */
export function memberOf(who: PersonRef | undefined): Member | undefined {
  const network = who && findNetwork(who.network)
  const person = network?.mensen.find(({ id }) => id === who?.person)
  return network && person ? { network, person } : undefined
}

interface Door {
  browser: BrowserSession
  pages: SignInPages
  largerBody: ((path: string) => number | undefined) | undefined
}

/** Who knocks is known before a byte of what they bring is read: first the session and the role, then the body. */
export function createDoor(
  { url, assets }: Pick<SessionDeps, 'url' | 'assets'>,
  { browser, pages, largerBody }: Door,
): RequirePerson {
  const limited = limitBody(createRefusals(assets).tooLarge, largerBody)

  /** What was typed is given back with the refusal; without it when it is more than a form holds. */
  const refuse = (c: Context, answer: (typed: RawInput | undefined) => Response | Promise<Response>) =>
    limitBody(() => answer(undefined))(c, async () => {
      c.res = await answer(await readBody(c))
    })

  /** A page comes back after signing in; a form is shown again with all that was typed, to be sent again. */
  async function askToSignIn(c: Context) {
    const { pathname, search } = new URL(c.req.url)
    if (c.req.method !== 'POST') return c.redirect(signInPath(returnPath(pathname + search, url)), 303)
    if (!(await browser.hadSession(c))) return pages.first(c)
    return refuse(c, (typed) => (typed ? pages.ended(c, pathname + search, typed) : pages.first(c)))
  }

  return (roles) =>
    createMiddleware<SignedIn>(async (c, next) => {
      const session = await browser.current(c)
      if (!session) return askToSignIn(c)
      const member = memberOf(session.who)
      if (!member) return refuse(c, (typed) => pages.outsider(c, textsIn(typed)))
      if (roles && !roles.includes(member.person.rol))
        return refuse(c, (typed) => pages.notForYou(c, member, textsIn(typed)))
      c.set('person', member.person)
      c.set('network', member.network)
      c.set('sessionId', session.id)
      return limited(c, next)
    })
}

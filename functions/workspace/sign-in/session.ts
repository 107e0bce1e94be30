/**
 * The signed-in browser: its cookie, and the door every page of the werkruimte stands behind. Mount it after the guard
 * that proves where a form was posted from.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { networks } from '../../../forms/index.ts'
import type { Account } from '../../../forms/kit/account.ts'
import { defaultRetention, type Network, type Person, type Role } from '../../../forms/kit/network.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import { newId } from '../../shared/new-id.ts'
import type { PersonRef } from '../../shared/store/identities.ts'
import { type Session, type Sessions, sessionIdOf } from '../../shared/store/sessions.ts'
import { type Trail, type TrailLine, trailOf } from '../../shared/store/trail.ts'
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

/** An account, and what its provider tells of it. */
type SignedInAs = Pick<Session, 'identity'> & { account?: Account | undefined }

export interface SessionDeps {
  /** Where people reach Loket, without a slash at the end. */
  url: string
  sessions: Sessions
  trail: Trail
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
export function createSecretCookie(url: string, name: string, maxAge?: number) {
  const secure = url.startsWith('https:')
  const fullName = secure ? `__Host-${name}` : name
  // Lax: the way back from the provider comes from another site.
  const attributes = { path: '/', httpOnly: true, secure, sameSite: 'Lax' } as const
  return {
    read: (c: Context): string | undefined => {
      const secret = getCookie(c, fullName)
      return secret && /^[\w-]{43}$/.test(secret) ? secret : undefined
    },
    give: (c: Context, secret: string) =>
      setCookie(c, fullName, secret, { ...attributes, ...(maxAge === undefined ? {} : { maxAge }) }),
    take: (c: Context) => deleteCookie(c, fullName, attributes),
  }
}

/** The session of the browser behind a request. Without Max-Age, so that it ends with the browser at the latest. */
export function createBrowserSession(deps: SessionDeps) {
  const { sessions, now } = deps
  const cookie = createSecretCookie(deps.url, 'loket-werk')

  /** A line about whoever is signed in, or would be. */
  const note = (of: Pick<Session, 'identity' | 'who'>, line: TrailLine): Promise<void> => {
    const auditDays = memberOf(of.who)?.network.bewaartermijnen.audit ?? defaultRetention.audit
    return deps.trail.note(trailOf(of), line, { auditId: newId(deps), now: now(), auditDays })
  }

  const endCurrent = async (c: Context, what: TrailLine['what']): Promise<void> => {
    const secret = cookie.read(c)
    const ended = secret === undefined ? undefined : await sessions.end(secret)
    if (ended) await note(ended, { what, session: ended.id })
  }

  return {
    note,

    /** The session, noted as in use. One that is found to be over is tidied up, so that its end leaves one line. */
    async current(c: Context): Promise<Session | undefined> {
      const secret = cookie.read(c)
      if (secret === undefined) return undefined
      const session = await sessions.use(secret, now())
      if (!session) await endCurrent(c, 'sessie voorbij')
      return session
    },

    /** A new session with a new secret; whatever this browser had before is over. */
    async begin(c: Context, { identity, account }: SignedInAs, who: PersonRef | undefined): Promise<void> {
      await endCurrent(c, 'sessie voorbij')
      const secret = newSecret(deps)
      const started = await sessions.start({ secret, identity, who, account, now: now() })
      // Unbound a moment ago: an account that belongs to no network.
      if (started === 'unbound') await sessions.start({ secret, identity, account, now: now() })
      const whose = who && started === 'started' ? { identity, who } : { identity }
      await note(whose, { what: 'aangemeld', session: sessionIdOf(secret) })
      cookie.give(c, secret)
    },

    /** Signed out: over here, and for whoever copied the cookie. */
    async end(c: Context): Promise<void> {
      await endCurrent(c, 'afgemeld')
      cookie.take(c)
    },
  }
}

export type BrowserSession = ReturnType<typeof createBrowserSession>

/**
 * Who a session is, as long as the network's data file names this person. By the name of today only: bindings stand under a
 * network's name, and one from before could not be taken away in the werkruimte. A renamed network invites its people anew.
 */
export function memberOf(who: PersonRef | undefined): Member | undefined {
  const network = networks.find(({ slug }) => slug === who?.network)
  const person = network?.mensen.find(({ id }) => id === who?.person)
  return network && person ? { network, person } : undefined
}

export const createDoor =
  ({ url }: Pick<SessionDeps, 'url'>, browser: BrowserSession, pages: SignInPages): RequirePerson =>
  (roles) =>
    createMiddleware<SignedIn>(async (c, next) => {
      const session = await browser.current(c)
      if (!session) return askToSignIn(c, url, pages)
      const member = memberOf(session.who)
      if (!member || (roles && !roles.includes(member.person.rol))) {
        await browser.note(session, refusalOf(c, session, 403))
        return member ? pages.notForYou(c, member) : pages.outsider(c)
      }
      c.set('person', member.person)
      c.set('network', member.network)
      c.set('sessionId', session.id)
      await next()
      // Another role's, another's dossier, another network's: whatever the page says, and before it is shown.
      if (isRefusal(c.res.status)) await browser.note(session, refusalOf(c, session, c.res.status))
      return undefined
    })

/** 404 is also the answer to what never was: from outside nobody can tell, and who tries many leaves many lines. */
const isRefusal = (status: number): boolean => status === 403 || status === 404

const refusalOf = (c: Context, { id }: Session, status: number): TrailLine => ({
  what: 'geweigerd',
  session: id,
  status,
  // The first that is no middleware answers; what fits less well comes after it.
  route: `${c.req.method} ${matchedRoutes(c).find(({ method }) => method !== 'ALL')?.path}`,
  reference: readReference(c.req.param('reference') ?? ''),
})

/** A page comes back after signing in; a form is shown again with all that was typed, to be sent again. */
async function askToSignIn(c: Context, url: string, pages: SignInPages) {
  const { pathname, search } = new URL(c.req.url)
  if (c.req.method !== 'POST') return c.redirect(signInPath(returnPath(pathname + search, url)), 303)
  return pages.ended(c, pathname + search, [...new URLSearchParams(await c.req.text())])
}

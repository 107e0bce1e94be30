/**
 * The signed-in browser: its cookie, and the door every page of the werkruimte stands behind. Mount it after the guard
 * that proves where a form was posted from.
 */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { networks } from '../../../forms/index.ts'
import type { Account } from '../../../forms/kit/account.ts'
import { type NetworkContent, type Person, personOf } from '../../../forms/kit/content.ts'
import { defaultRetention, type Network } from '../../../forms/kit/network.ts'
import { linkToken, readLinkToken } from '../../shared/links.ts'
import { newId } from '../../shared/new-id.ts'
import type { ReadSecrets } from '../../shared/secrets.ts'
import type { Absences } from '../../shared/store/absences.ts'
import type { Contents } from '../../shared/store/contents.ts'
import type { PersonRef } from '../../shared/store/keys.ts'
import { type Session, type Sessions, sessionIdOf } from '../../shared/store/sessions.ts'
import { type Trail, type TrailLine, trailOf } from '../../shared/store/trail.ts'
import type { Assets } from '../../shared/web/assets.ts'

/** Somebody of a network. */
export interface Member {
  person: Person
  network: Network
  content: NetworkContent
}

/** An account, and what its provider tells of it. */
type SignedInAs = Pick<Session, 'identity'> & { account?: Account | undefined }

export interface SessionDeps {
  /** Where people reach Loket, without a slash at the end. */
  url: string
  sessions: Sessions
  /** Who works for a network. */
  contents: Pick<Contents, 'of' | 'forget'>
  /** Whose place they take now. */
  absences: Pick<Absences, 'list'>
  trail: Trail
  /** For the keys of invitation links, and of the mark of a browser that had a session. */
  secrets: ReadSecrets
  assets: Assets
  /** Loket's clock. */
  now: () => Date
  random: (bytes: number) => Uint8Array
}

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

/** The session of the browser behind a request. Without Max-Age, so that it ends with the browser at the latest. */
export function createBrowserSession(deps: SessionDeps) {
  const { sessions, now } = deps
  const cookie = createSecretCookie(deps.url, 'loket-werk')
  /**
   * Opens nothing: it only says that a session of ours was here, whatever became of it. Signed, so that nobody makes it
   * themselves and no table is asked.
   */
  const wasHere = createSecretCookie(deps.url, 'loket-was-hier', undefined, /^[\w.-]{1,200}$/)

  /** A line about whoever is signed in, or would be. */
  const note = (of: Pick<Session, 'identity' | 'who'>, line: TrailLine): Promise<void> => {
    const auditDays = networkOf(of.who)?.retention.audit ?? defaultRetention.audit
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
      else if (wasHere.read(c) === undefined) {
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

/**
 * Who a session is, as long as the network's content names this person. By the name of today only: bindings stand under a
 * network's name, and one from before could not be taken away in the werkruimte. A renamed network invites its people anew.
 */
export async function memberOf(
  { contents }: Pick<SessionDeps, 'contents'>,
  who: PersonRef | undefined,
): Promise<Member | undefined> {
  const network = networkOf(who)
  if (!network) return undefined
  let content = await contents.of(network)
  if (!personOf(content, who?.person)) {
    // Let in a moment ago, by another process.
    contents.forget(network)
    content = await contents.of(network)
  }
  const person = personOf(content, who?.person)
  return person && { network, content, person }
}

const networkOf = (who: PersonRef | undefined): Network | undefined =>
  networks.find(({ slug }) => slug === who?.network)

/** Signing in and out, and accepting an invitation. A GET may start and finish a sign-in (docs/domain.md §3.4); nothing else. */
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { readLinkToken } from '../../shared/links.ts'
import { createIdentities, type Invitation } from '../../shared/store/identities.ts'
import type { Open } from '../../shared/store/open.ts'
import { createPendingSignIns, pendingSeconds, type Session } from '../../shared/store/sessions.ts'
import {
  callbackPath,
  homePath,
  invitedRoute,
  signedInPath,
  signedOutPath,
  signInHome,
  signOutPath,
} from '../../shared/work-paths.ts'
import type { RequirePerson } from './door.ts'
import { invitationPath } from './invitation-path.ts'
import type { Oidc, SignInResult } from './oidc.ts'
import { createSignInPages } from './pages.tsx'
import { returnPath } from './return-path.ts'
import {
  createBrowserSession,
  createSecretCookie,
  type Member,
  memberOf,
  newSecret,
  type SessionDeps,
} from './session.ts'

export interface SignInDeps extends SessionDeps {
  open: Open
  /** The organisation's provider; loaded when somebody signs in. */
  openOidc: () => Promise<Oidc>
  /** One line per sign-in that came to nothing: what kind, and the error's code. Never a token, never a name. */
  logTrouble: (kind: string, code: string) => void
}

export function signInRoutes({ deps, requirePerson }: { deps: SignInDeps; requirePerson: RequirePerson }): Hono {
  const { url, open, openOidc, secrets, now } = deps
  const [identities, pendingSignIns] = [open(createIdentities), open(createPendingSignIns)]
  const pages = createSignInPages(deps.assets)
  const browser = createBrowserSession(deps)
  /** Binds a sign-in to the browser that began it; two tabs share it. */
  const waiting = createSecretCookie(url, 'loket-aanmelden', pendingSeconds)
  const routes = new Hono()

  // A HEAD only asks whether the page is there: it begins nothing and uses nothing up.
  const notForHead = createMiddleware(async (c, next) => (c.req.method === 'HEAD' ? c.body(null, 200) : next()))

  routes.get(signInHome, notForHead, async (c) => {
    const { terug, toegang } = c.req.query()
    const invitation = toegang === undefined ? undefined : await readInvitationToken(toegang)
    if (toegang !== undefined && !invitation) return pages.brokenLink(c)
    const challenge = { state: newSecret(deps), nonce: newSecret(deps), verifier: newSecret(deps) }
    const begun = await (await openOidc()).begin(challenge)
    if (begun.kind !== 'go') return trouble(c, begun)
    const secret = waiting.read(c) ?? newSecret(deps)
    const { nonce, verifier } = challenge
    const { signedInSince } = begun
    const pending = { nonce, verifier, signedInSince, returnTo: returnPath(terug, url), invitation }
    await pendingSignIns.begin(challenge.state, secret, pending, now())
    waiting.give(c, secret)
    return c.redirect(begun.to.href, 303)
  })

  routes.get(callbackPath, notForHead, async (c) => {
    const { searchParams } = new URL(c.req.url)
    const [state, secret] = [searchParams.get('state'), waiting.read(c)]
    const pending = state && secret ? await pendingSignIns.take(state, secret, now()) : undefined
    if (!state || !pending) return trouble(c, { kind: 'invalid', code: 'state_unknown' })
    const result = await (await openOidc()).finish(searchParams, { state, ...pending })
    const who = 'identity' in result ? await identities.find(result.identity) : undefined
    if (result.kind === 'weak') {
      const { identity, code } = result
      await browser.note({ identity, ...(who ? { who } : {}) }, { what: 'niet binnengelaten', code })
    }
    if (result.kind !== 'signed-in') return trouble(c, result)
    await browser.begin(c, result, who)
    const { invitation, returnTo } = pending
    return c.redirect(invitation === undefined ? returnTo : await invitationPath(secrets, invitation), 303)
  })

  routes.post(signOutPath, async (c) => {
    await browser.end(c)
    return c.redirect(signedOutPath, 303)
  })
  routes.get(signedOutPath, (c) => pages.signedOut(c))
  routes.get(signedInPath, requirePerson(), (c) => pages.back(c))

  routes.get(invitedRoute, async (c) => {
    const found = await findInvitation(c)
    if ('answer' in found) return found.answer
    const session = await browser.current(c)
    const signIn = `${signInHome}?${new URLSearchParams({ toegang: found.token })}`
    if (!session) return pages.invited(c, found.member, signIn)
    return session.who ? pages.hasPlace(c, await memberOf(deps, session.who)) : pages.confirm(c, found.member)
  })

  routes.post(invitedRoute, async (c) => {
    const found = await findInvitation(c)
    if ('answer' in found) return found.answer
    const session = await browser.current(c)
    return session ? accept(c, found, session) : c.redirect(c.req.path, 303)
  })

  async function accept(c: Context, { id, invitation, member }: Invited, session: Session) {
    const { network, person } = member
    const outcome = await identities.accept({
      id,
      invitation,
      identity: session.identity,
      account: session.account,
      auditId: newSecret(deps),
      now: now(),
      auditDays: network.retention.audit,
    })
    switch (outcome) {
      case 'bound':
        // More is allowed from here on, so the old secret must not be the key to it.
        await browser.begin(c, session, { network: network.slug, person: person.id })
        return c.redirect(homePath, 303)
      case 'identity-bound':
        return pages.hasPlace(c, await memberOf(deps, session.who))
      case 'person-bound':
        return pages.placeTaken(c, member)
      case 'invitation-over':
        return pages.invitationOver(c)
    }
  }

  /** The invitation in the address, or the page that says why there is none. */
  async function findInvitation(c: Context): Promise<{ answer: Response } | Invited> {
    const token = c.req.param('token') ?? ''
    const id = await readInvitationToken(token)
    if (!id) return { answer: await pages.brokenLink(c) }
    const invitation = await identities.readInvitation(id, now())
    const member = await memberOf(deps, invitation)
    return invitation && member ? { token, id, invitation, member } : { answer: await pages.invitationOver(c) }
  }

  async function readInvitationToken(token: string): Promise<string | undefined> {
    return readLinkToken((await secrets()).linkKeys, 'toegang', token)?.id
  }

  function trouble(c: Context, { kind, code }: Exclude<SignInResult, { kind: 'signed-in' }>) {
    deps.logTrouble(kind, code)
    return pages[kind](c)
  }

  return routes
}

interface Invited {
  token: string
  id: string
  invitation: Invitation
  member: Member
}

/**
 * The organisation's OpenID provider, played on this machine: a real one (oidc-provider), whose sign-in page asks who
 * you are, and whether with a second factor: said in `amr`, and in `acrs` for who asks for a context, as Entra ID
 * does. It remembers nobody and lives on the system clock, whatever Loket's clock says.
 */
import { generateKeyPair, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { type ClaimsParameterMember, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { LocalAccount } from './accounts.ts'
import { createOidcMemory } from './oidc-memory.ts'
import { choosePage, personField, problemPage, weakField } from './oidc-pages.tsx'

export interface OidcProviderOptions {
  /** What it calls itself, and where it answers: `http://localhost:3000/_local/oidc`. */
  issuer: string
  /** Loket's address that people come back to. */
  redirectUri: string
  /** Whom one can sign in as now. */
  accounts(): Promise<readonly LocalAccount[]>
}

export interface LocalOidcProvider {
  issuer: string
  clientId: string
  clientSecret: string
  /** Answers the requests under the issuer's path. */
  handle: RequestListener
}

const clientId = 'loket'
const random = () => randomBytes(32).toString('base64url')

/** Styles are inline; nothing else loads, no script runs. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Seconds; nobody stays at the provider. */
const life = 600

export async function createOidcProvider(options: OidcProviderOptions): Promise<LocalOidcProvider> {
  const { issuer, redirectUri, accounts } = options
  const clientSecret = random()
  const prefix = new URL(issuer).pathname
  const accountOf = async (subject: string) => {
    const found = (await accounts()).find((account) => account.subject === subject)
    return found && { sub: subject, name: found.name, email: `${subject}@organisatie.example` }
  }
  const provider = new Provider(issuer, {
    adapter: createOidcMemory(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [await signingKey()] },
    cookies: { keys: [random()] },
    pkce: { required: () => true },
    findAccount: async (ctx, accountId) => {
      const account = await accountOf(accountId)
      return account && { accountId, claims: async (_, __, asked) => ({ ...account, acrs: satisfied(ctx, asked) }) }
    },
    claims: { openid: ['sub', 'name', 'email', 'amr'], acrs: null },
    // In the ID token, as those of Entra ID and Cognito are.
    conformIdTokenClaims: false,
    // There is one client, ours: nobody has to agree that it may know who they are.
    loadExistingGrant: agree,
    features: {
      claimsParameter: { enabled: true },
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { url: (_, { uid }) => `${prefix}/wie/${uid}` },
    renderError: (ctx) => {
      ctx.type = 'html'
      ctx.body = problemPage(new URL(redirectUri).origin)
    },
    ttl: { AccessToken: life, AuthorizationCode: 60, Grant: life, IdToken: life, Interaction: life, Session: life },
  })

  provider.use(async (ctx, next) => {
    const uid = /^\/wie\/([\w-]+)$/.exec(ctx.path)?.[1]
    if (!uid) return next()
    const asked = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined)
    if (asked?.uid !== uid) {
      ctx.status = 400
      ctx.body = problemPage(new URL(redirectUri).origin)
    } else if (ctx.method === 'POST') {
      const sent = new URLSearchParams(await text(ctx.req))
      const chosen = (await accounts()).find(({ label }) => label === sent.get(personField))
      const amr = sent.get(weakField) === 'ja' ? ['pwd'] : ['pwd', 'mfa']
      const result = chosen
        ? { login: { accountId: chosen.subject, amr } }
        : { error: 'access_denied', error_description: 'The person broke off' }
      ctx.status = 303
      ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result))
    } else {
      const people = (await accounts()).map(({ label }) => label)
      ctx.body = choosePage({ action: `${prefix}${ctx.path}`, people })
    }
  })

  const answer = provider.callback()
  return {
    issuer,
    clientId,
    clientSecret,
    handle: (request, response) => {
      response.setHeader('Content-Security-Policy', policy)
      response.setHeader('Cache-Control', 'no-store')
      response.setHeader('Referrer-Policy', 'same-origin')
      response.setHeader('X-Content-Type-Options', 'nosniff')
      // As a framework would hand over a request to an app that is mounted on a path.
      const url = request.url ?? prefix
      Object.assign(request, { originalUrl: url, url: url.slice(prefix.length) || '/' })
      forgetPerson(request.headers)
      answer(request, response)
    },
  }
}

/** Without its session cookie the provider asks every time who you are, so that one browser can be everybody in turn. */
function forgetPerson(headers: IncomingHttpHeaders): void {
  const cookies = headers.cookie?.split('; ').filter((cookie) => !cookie.startsWith('_session'))
  if (cookies) headers.cookie = cookies.join('; ')
}

async function agree({ oidc }: KoaContextWithOIDC) {
  const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId })
  grant.addOIDCScope('openid profile')
  grant.addOIDCClaims(['acrs'])
  await grant.save()
  return grant
}

/** The authentication contexts that were asked for: those of this directory all want a second factor. */
function satisfied({ oidc }: KoaContextWithOIDC, { acrs }: { acrs?: ClaimsParameterMember | null }): string[] {
  const strong = oidc.entities.AuthorizationCode?.amr?.includes('mfa')
  return strong && acrs?.value ? [acrs.value] : []
}

/** RS256, as Entra ID and Cognito sign. */
async function signingKey() {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }
}

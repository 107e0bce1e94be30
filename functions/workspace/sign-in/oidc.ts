/**
 * OpenID Connect with the organisation's own provider (Entra ID, Cognito, or the local one): authorization code with
 * PKCE, state and nonce (OpenID Connect Core 1.0 §3.1, RFC 7636, RFC 9700). The protocol runs on the system clock, also
 * when Loket's own clock is set; who somebody is to Loket is decided elsewhere (functions/shared/store/identities.ts).
 */
import { createHash } from 'node:crypto'
import type { Configuration } from 'openid-client'
import * as z from 'zod'
import type { Account } from '../../../forms/kit/account.ts'
import { epochSeconds } from '../../../forms/kit/time.ts'
import { identityId } from '../../shared/store/identities.ts'
import { pendingSeconds } from '../../shared/store/sessions.ts'

export interface OidcSettings {
  /** The one provider we believe, exactly as it names itself. */
  issuer: string
  clientId: string
  /** Read at each sign-in, so that it can be rotated; absent for a public client. */
  clientSecret: () => Promise<string | undefined>
  /** Entra ID: the one directory whose accounts may come in. */
  tenant?: string | undefined
  secondFactor: SecondFactor
  /** Our address the provider sends people back to, registered there letter by letter. */
  redirectUri: string
  /** The clock providers live by, whatever Loket's own says. */
  systemNow: () => Date
}

/**
 * How an ID token proves that somebody signed in with more than a password. `amr`: it says `mfa` (RFC 8176 §2). `c1` … `c99`: an
 * authentication context of Entra ID, asked for and given back in `acrs` (Microsoft, Conditional Access developer guide: the claims
 * challenge `{"id_token":{"acrs":…}}`); the one way there, as its v2.0 tokens have no `amr` (MicrosoftDocs/azure-docs#85021).
 * `provider`: it lets nobody in without one, and does not say so: our own Cognito pool (infra/sign-in-stack.ts).
 */
export type SecondFactor = 'provider' | 'amr' | AuthenticationContext
type AuthenticationContext = `c${number}`

interface Question {
  state: string
  nonce: string
  /** PKCE code verifier. */
  verifier: string
}

/** What must come back. */
interface Expected extends Question {
  /**
   * When it was asked, in seconds since 1970 on the system clock. Kept here and not in the address, where whoever sits at the
   * keyboard can take the question away.
   */
  signedInSince: number
}

/**
 * What a sign-in came to. `refused`: the person or the provider said no. `elsewhere`: an account of another
 * organisation. `weak`: with a password only. `invalid`: not the answer to our question. `unavailable`: the provider or our
 * settings fail.
 */
export type SignInResult =
  | { kind: 'signed-in'; identity: string; account: Account }
  | { kind: 'weak'; code: string; identity: string }
  | { kind: 'refused' | 'elsewhere' | 'invalid' | 'unavailable'; code: string }

export interface Oidc {
  /** The provider's page that this person goes to, or why there is none now. */
  begin(
    question: Question,
  ): Promise<({ kind: 'go'; to: URL } & Pick<Expected, 'signedInSince'>) | { kind: 'unavailable'; code: string }>
  /** Turns what the provider sent back with the browser into an account. */
  finish(answer: URLSearchParams, expected: Expected): Promise<SignInResult>
}

/** Seconds we wait for the provider; shorter than the function itself may take. */
const timeout = 5

/**
 * Everybody signs in afresh, each time: the provider remembers longer than we do, and no cookie of ours on a shared computer may
 * decide whether that lets the next person in. So `prompt=login`, and `max_age` beside it: then the ID token says when they did
 * (`auth_time`, OpenID Connect Core 1.0 §3.1.2.1). Cognito always says it, Entra ID once its optional claim is on
 * (docs/operate.md). As long as a sign-in may take, and not 0: Entra ID lets the token itself end so long after the password was typed
 * (AzureAD/microsoft-authentication-library-for-python#444). Whether it was afresh, we judge ourselves.
 */
const maxAge = pendingSeconds

/** Seconds the provider's clock may be behind ours, or ahead. */
const clockSkew = 30

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  /** Entra ID: directory and account, the same in every application. */
  tid: z.string().optional(),
  oid: z.string().optional(),
  /** When the person signed in at the provider, in seconds since 1970. */
  auth_time: z.number().optional(),
  /** What a coordinator sees of the account; nobody is known by it. Entra ID names an address in `preferred_username`. */
  name: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  /** How they did (RFC 8176), and which authentication contexts of Entra ID that satisfies; in another shape they prove nothing. */
  amr: z.array(z.string()).optional().catch(undefined),
  acrs: z.array(z.string()).optional().catch(undefined),
})
type IdClaims = z.infer<typeof claimsSchema>

/** The provider's refusals that are an answer, not a failure (OpenID Connect Core 1.0 §3.1.2.6). */
const refusals = ['access_denied', 'login_required', 'consent_required', 'interaction_required']

export function createOidc(settings: OidcSettings): Oidc {
  const { issuer, clientId, clientSecret, tenant, secondFactor, redirectUri, systemNow } = settings
  let known: { secret: string | undefined; configuration: Configuration } | undefined
  // Entra ID names directory and account only to who asks for the profile (Microsoft, ID token claims reference).
  const scope = tenant === undefined ? 'openid' : 'openid profile'

  /** The provider's own description of itself, read once per process and client secret. */
  async function configured(): Promise<Configuration> {
    const secret = await clientSecret()
    if (known && known.secret === secret) return known.configuration
    const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await import('./openid-client.ts')
    const configuration = await discovery(new URL(issuer), clientId, secret, undefined, {
      timeout,
      // The ID token comes straight from the provider over TLS; its signature is checked all the same.
      execute: [enableNonRepudiationChecks, ...(isThisMachine(issuer) ? [allowInsecureRequests] : [])],
    })
    // openid-client lets some providers answer for another issuer than was asked.
    if (configuration.serverMetadata().issuer !== issuer) throw new Error('The provider names itself otherwise')
    known = { secret, configuration }
    return configuration
  }

  return {
    async begin({ state, nonce, verifier }) {
      try {
        const { buildAuthorizationUrl } = await import('./openid-client.ts')
        const to = buildAuthorizationUrl(await configured(), {
          redirect_uri: redirectUri,
          scope,
          state,
          nonce,
          code_challenge: createHash('sha256').update(verifier).digest('base64url'),
          code_challenge_method: 'S256',
          prompt: 'login',
          max_age: String(maxAge),
          ...(isContext(secondFactor)
            ? { claims: JSON.stringify({ id_token: { acrs: { essential: true, value: secondFactor } } }) }
            : {}),
        })
        return { kind: 'go', to, signedInSince: epochSeconds(systemNow()) }
      } catch (error) {
        return { kind: 'unavailable', code: codeOf(error) }
      }
    },

    async finish(answer, { state, nonce, verifier, signedInSince }) {
      try {
        const { authorizationCodeGrant } = await import('./openid-client.ts')
        const tokens = await authorizationCodeGrant(await configured(), new URL(`${redirectUri}?${answer}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = claimsSchema.parse(tokens.claims())
        const result = staleness(claims, signedInSince, epochSeconds(systemNow())) ?? account(claims, tenant)
        if (result.kind !== 'signed-in' || isStrong(claims, secondFactor)) return result
        return { kind: 'weak', code: 'second_factor_missing', identity: result.identity }
      } catch (error) {
        return { kind: await kindOf(error), code: codeOf(error) }
      }
    },
  }
}

/** Who this is: issuer and subject; with Entra ID its directory and account, and no other directory than ours. */
function account({ iss, sub, tid, oid, ...told }: IdClaims, tenant: string | undefined): SignInResult {
  const about = { kind: 'signed-in', account: accountOf(iss, told) } as const
  if (tenant === undefined) return { ...about, identity: identityId(iss, sub) }
  if (tid !== tenant || !oid) return { kind: 'elsewhere', code: 'tid' }
  return { ...about, identity: identityId(iss, `${tid}/${oid}`) }
}

/** As the token gives it, on one line and no longer than a page can show: code units. */
const longestShown = 100
const shown = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, longestShown)
    .toWellFormed()

function accountOf(issuer: string, { name, email, preferred_username }: Partial<IdClaims>): Account {
  const address = email ?? preferred_username
  return { issuer, ...(name ? { name: shown(name) } : {}), ...(address ? { email: shown(address) } : {}) }
}

/** Undefined when the person signed in for this question, and not before it or in a time to come. */
function staleness({ auth_time: at }: IdClaims, since: number, now: number): SignInResult | undefined {
  if (at === undefined) return { kind: 'invalid', code: 'auth_time_missing' }
  if (at > now + clockSkew) return { kind: 'invalid', code: 'auth_time_future' }
  return at < since - clockSkew ? { kind: 'invalid', code: 'auth_time_old' } : undefined
}

const isContext = (factor: SecondFactor): factor is AuthenticationContext => /^c\d/.test(factor)

/** More than a password, by what the token says: nothing else is proof, whatever we asked for. */
function isStrong({ amr = [], acrs = [] }: IdClaims, factor: SecondFactor): boolean {
  if (isContext(factor)) return acrs.includes(factor)
  return factor === 'provider' || amr.includes('mfa')
}

async function kindOf(error: unknown): Promise<'refused' | 'invalid' | 'unavailable'> {
  const { AuthorizationResponseError, ClientError, ResponseBodyError } = await import('./openid-client.ts')
  if (error instanceof AuthorizationResponseError) return refusals.includes(error.error) ? 'refused' : 'unavailable'
  // A code that was used, is too old, or was given to somebody else (RFC 6749 §5.2).
  if (error instanceof ResponseBodyError) return error.error === 'invalid_grant' ? 'invalid' : 'unavailable'
  if (error instanceof ClientError) return invalidAnswers.includes(error.code ?? '') ? 'invalid' : 'unavailable'
  return 'unavailable'
}

/** Codes of openid-client for an answer that came through well and is not ours: state, issuer, nonce, audience, times. */
const invalidAnswers = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
]

const named = z.object({ error: z.string().optional(), code: z.string().optional(), name: z.string() })

/** Name of what went wrong, for the log: never a message, which may quote a token, nor anything typed in an address. */
function codeOf(error: unknown): string {
  const { data } = named.safeParse(error)
  const code = data?.error ?? data?.code ?? data?.name ?? ''
  return /^\w{1,60}$/.test(code) ? code : 'unknown'
}

/** The local provider speaks http; every other one is refused without TLS. */
const isThisMachine = (url: string): boolean => ['localhost', '127.0.0.1'].includes(new URL(url).hostname)

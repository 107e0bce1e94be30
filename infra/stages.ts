/** What differs between the places Loket runs in. Everything else is the same, so that dev proves prod. */

/** Loket's data stays in Ireland. */
export const region = 'eu-west-1'
/** Where CloudFront looks for its firewall and its certificate, wherever it works. */
export const edgeRegion = 'us-east-1'

/**
 * The organisation's OpenID provider. Register Loket there as a web application with the redirect address
 * `<url>/werkruimte/terug`; registered as a public client, with PKCE instead of a client secret. Entra ID: with the optional
 * claim `auth_time` in the ID token, or nobody comes in.
 */
export interface SignInProvider {
  /** As it names itself: https://login.microsoftonline.com/<directory id>/v2.0 for Entra ID, without slash at the end. */
  issuer: string
  /** What it calls Loket; Entra ID: "Application (client) ID". */
  clientId: string
  /** Entra ID only: the directory (tenant) id, so that no account of another directory comes in. */
  tenant?: string
  /**
   * How its ID token proves a second factor; without that proof nobody comes in. Entra ID: the authentication context, `c1` … `c99`,
   * of a Conditional Access policy that requires multifactor authentication (docs/operate.md). Another provider: `amr` when its
   * tokens say `mfa`. `provider`: it lets nobody in without one, and you checked that.
   */
  secondFactor: 'provider' | 'amr' | `c${number}`
}

export const edgeSlots = ['a', 'b'] as const
type EdgeSlot = (typeof edgeSlots)[number]

/** The same name in both regions. */
export const edgeSecretName = ({ name, edge }: Pick<Stage, 'name' | 'edge'>, slot: EdgeSlot): string =>
  `loket-${name}-edge-${slot}-${edge.generations[slot]}`

export interface Stage {
  name: string
  /** Where people reach Loket; links in mail start with it. */
  url: string
  /** Own subdomain for mail, so that trouble with it never touches the organisation's mail. */
  mailDomain: string
  /** The address all mail comes from. */
  mailFrom: string
  /**
   * Mails about events leave at this pace. SES allows the account 14 a second when new, 1 in its sandbox: what is left, four a
   * second, is for mail about requests, which waits for none of these.
   */
  mailsPerSecond: number
  /** Read by somebody every working day. */
  alarmEmail: string
  /** Where coordinators sign in: the organisation's own provider, or a Cognito user pool of Loket's at this prefix. */
  oidc: SignInProvider | { cognitoPrefix: string }
  /** Slugs of the networks that have a form: each has its own seal key. A test compares the two lists. */
  networks: readonly string[]
  /** Which of its two secrets CloudFront sends, and how often each was made anew (infra/constructs/edge-secrets.ts). */
  edge: { slot: EdgeSlot; generations: Readonly<Record<EdgeSlot, number>> }
  /**
   * Keeps a part of the account's concurrency for the mailer and the clockwork. A new account has 10 in all and AWS refuses
   * to set any apart: false until its limit is raised. Nothing is lost without; an outburst of mail is less even.
   */
  reserveConcurrency: boolean
  /** Deleting the stack that holds the data first takes a change of this setting, by a second pair of eyes. */
  protectStacks: boolean
}

/** For whoever sees only what the edge says: the numbers of the networks in forms/networks/; a test compares the two. */
export const regionPhones = [
  ['Aalst', '053 00 00 00'],
  ['Limburg', '011 00 00 00'],
  ['Zottegem', '09 000 01 00'],
  ['Oost- en West-Vlaanderen', '09 000 00 00'],
] as const

const networks = ['aalst', 'limburg', 'zottegem', 'ota'] as const

export const stages = {
  dev: {
    name: 'dev',
    url: 'https://loket-dev.example.be',
    mailDomain: 'mail.loket-dev.example.be',
    mailFrom: 'loket@mail.loket-dev.example.be',
    mailsPerSecond: 1,
    alarmEmail: 'alarm-dev@example.be',
    // Loket's own user pool. Another provider: { issuer, clientId, secondFactor }, and its tenant when it is Entra ID.
    oidc: { cognitoPrefix: 'loket-dev-example' },
    networks,
    edge: { slot: 'a', generations: { a: 1, b: 1 } },
    reserveConcurrency: false,
    protectStacks: false,
  },
  prod: {
    name: 'prod',
    url: 'https://loket.example.be',
    mailDomain: 'mail.loket.example.be',
    mailFrom: 'loket@mail.loket.example.be',
    mailsPerSecond: 10,
    alarmEmail: 'alarm@example.be',
    // Invented: fill in the organisation's directory id (twice) and the id of Loket's registration in it.
    oidc: {
      issuer: 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0',
      clientId: '00000000-0000-0000-0000-000000000000',
      tenant: '00000000-0000-0000-0000-000000000000',
      secondFactor: 'c1',
    },
    networks,
    edge: { slot: 'a', generations: { a: 1, b: 1 } },
    reserveConcurrency: true,
    protectStacks: true,
  },
} satisfies Record<string, Stage>

/** Name of the role of `workspace`, fixed so that the policy of a seal key can name it before the role is made. */
export const workspaceRole = ({ name }: Stage): string => `loket-${name}-workspace`

/** The same for `guest`. */
export const guestRole = ({ name }: Stage): string => `loket-${name}-guest`

/** SES: what is done with mail that comes in at `mailFrom`. */
export const receiptRuleSet = ({ name }: Pick<Stage, 'name'>): string => `loket-${name}-inbound`

/** The stage chosen with `-c stage=prod`; dev when nothing is said. */
export function readStage(name: unknown = 'dev'): Stage {
  if (name === 'dev' || name === 'prod') return stages[name]
  throw new Error(`Unknown stage ${JSON.stringify(name)}. Choose -c stage=${Object.keys(stages).join(' or -c stage=')}`)
}

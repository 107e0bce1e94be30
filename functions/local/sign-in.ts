/** Sign-in on this machine: the local OpenID provider, and the demo people who are bound to it from the start. */
import type { RequestListener } from 'node:http'
import type { Network } from '../../forms/kit/network.ts'
import type { Contents } from '../shared/store/contents.ts'
import type { Connection } from '../shared/store/dynamo.ts'
import { type Binding, bindingItems, createIdentities, identityId } from '../shared/store/identities.ts'
import { auditPrefix, type PersonRef, personPartition } from '../shared/store/keys.ts'
import { queryAll } from '../shared/store/query-all.ts'
import type { OidcSettings } from '../workspace/sign-in/oidc.ts'
import { accountsOf, membersOf, subjectOf } from './accounts.ts'
import { createOidcProvider } from './oidc-provider.ts'
import { oidcPath } from './server.ts'

export interface StartSignInOptions {
  /** Where people reach Loket, without a slash at the end. */
  url: string
  /** Path of Loket that people come back to after signing in. */
  callbackPath: string
  connection: Connection
  networks: readonly Network[]
  contents: Pick<Contents, 'of'>
  /** Names of the demo people: each has an account, and who is so named in the demo of a network is bound to it. */
  people: readonly string[]
}

export interface LocalSignIn {
  /** For createOidc (functions/workspace/sign-in/oidc.ts). */
  settings: OidcSettings
  /** The provider, for the server. */
  handle: RequestListener
  /** Whom one can sign in as now, as the buttons say it. */
  people(): Promise<readonly string[]>
}

/** Before every clock that a demo begins with: nine in the morning in Brussels. */
const demoBoundAt = '2020-11-02T08:00:00.000Z'

/** Given by a start, not by an invitation. */
export const isDemoBinding = ({ boundAt }: Pick<Binding, 'boundAt'>): boolean => boundAt === demoBoundAt

/** Makes the provider and binds the demo people; who was bound at an earlier start is bound again, to this port. */
export async function startSignIn(options: StartSignInOptions): Promise<LocalSignIn> {
  const { url, callbackPath, networks, contents, people } = options
  const redirectUri = `${url}${callbackPath}`
  const issuer = `${url}${oidcPath}`
  const accounts = async () => accountsOf(people, await membersOf(networks, contents))
  const { handle, clientId, clientSecret } = await createOidcProvider({ issuer, redirectUri, accounts })
  await bindDemo(options, issuer)
  const settings = {
    issuer,
    clientId,
    clientSecret: async () => clientSecret,
    secondFactor: 'amr',
    redirectUri,
    systemNow: () => new Date(),
  } as const
  return { settings, handle, people: async () => (await accounts()).map(({ label }) => label) }
}

async function bindDemo({ connection, networks, contents, people }: StartSignInOptions, issuer: string): Promise<void> {
  const { client, PutCommand } = await connection.dynamo()
  for (const { network, person, demo } of await membersOf(networks, contents)) {
    if (demo === undefined || !people.includes(demo) || !(await mayBeBound(connection, { network, person }))) continue
    const identity = identityId(issuer, subjectOf(demo))
    const account = { issuer, name: demo, email: `${subjectOf(demo)}@organisatie.example` }
    // The same binding at each start: another one would end the sessions of before.
    for (const Item of bindingItems({ network, person }, identity, demoBoundAt, account)) {
      await client.send(new PutCommand({ TableName: connection.tables.loket, Item }))
    }
  }
}

/** What somebody did about an account in the werkruimte stays: from then on only an invitation binds. */
async function mayBeBound(connection: Connection, who: PersonRef): Promise<boolean> {
  const binding = await createIdentities(connection).binding(who)
  if (binding) return isDemoBinding(binding)
  const lines = await queryAll(connection.dynamo, {
    TableName: connection.tables.loket,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :audit)',
    ExpressionAttributeValues: { ':pk': personPartition(who.network, who.person), ':audit': auditPrefix },
  })
  return !lines.some(({ what }) => what === 'ontkoppeld')
}

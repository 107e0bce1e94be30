/** Sign-in on this machine: the local OpenID provider, and the demo people who are bound to it from the start. */
import type { RequestListener } from 'node:http'
import type { Network } from '../../forms/kit/network.ts'
import type { Contents } from '../shared/store/contents.ts'
import type { Connection } from '../shared/store/dynamo.ts'
import { bindingItems, identityId } from '../shared/store/identities.ts'
import type { OidcSettings } from '../workspace/sign-in/oidc.ts'
import { createOidcProvider, subjectOf } from './oidc-provider.ts'
import { oidcPath } from './server.ts'

export interface StartSignInOptions {
  /** Where people reach Loket, without a slash at the end. */
  url: string
  /** Path of Loket that people come back to after signing in. */
  callbackPath: string
  connection: Connection
  networks: readonly Network[]
  contents: Pick<Contents, 'of'>
  /** Names of the demo people; who is named so among a network's people works there. */
  people: readonly string[]
}

export interface LocalSignIn {
  /** For createOidc (functions/workspace/sign-in/oidc.ts). */
  settings: OidcSettings
  /** The provider, for the server. */
  handle: RequestListener
}

/** Before every clock that a demo begins with: nine in the morning in Brussels. */
const demoBoundAt = '2020-11-02T08:00:00.000Z'

/** Makes the provider and binds the demo people; who was bound at an earlier start is bound again, to this port. */
export async function startSignIn(options: StartSignInOptions): Promise<LocalSignIn> {
  const { url, callbackPath, connection, networks, contents, people } = options
  const redirectUri = `${url}${callbackPath}`
  const issuer = `${url}${oidcPath}`
  const { handle, clientId, clientSecret } = await createOidcProvider({ issuer, redirectUri, people })

  const { client, PutCommand } = await connection.dynamo()
  const members = networks.map(async (network) => {
    const { people: staff } = await contents.of(network)
    return staff.map(({ id, name }) => ({ network: network.slug, id, name }))
  })
  for (const { network, id, name } of (await Promise.all(members)).flat().filter(({ name }) => people.includes(name))) {
    const identity = identityId(issuer, subjectOf(name))
    const account = { issuer, name, email: `${subjectOf(name)}@organisatie.example` }
    // The same binding at each start: another one would end the sessions of before.
    for (const Item of bindingItems({ network, person: id }, identity, demoBoundAt, account)) {
      await client.send(new PutCommand({ TableName: connection.tables.loket, Item }))
    }
  }
  const settings = {
    issuer,
    clientId,
    clientSecret: async () => clientSecret,
    secondFactor: 'amr',
    redirectUri,
    systemNow: () => new Date(),
  } as const
  return { settings, handle }
}

/**
 * `npm run first-coordinator -- -c stage=dev aalst coordinator-aalst`: invites the very first coordinator of a deployed network,
 * whom no coordinator can invite. Runs with the credentials of who deploys, is audited as `beheer`, and prints a link that
 * works once, for seven days. Give it to that person by another way than you give the account. With `again` behind it, the
 * account this person had is taken away first: for the only coordinator of a network, whom no colleague can unbind.
 */
import { randomBytes } from 'node:crypto'
import { findNetwork } from '../../forms/index.ts'
import { personOf } from '../../forms/kit/content.ts'
import { secretsFromManager } from '../../functions/shared/secrets.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import { connect } from '../../functions/shared/store/dynamo.ts'
import { createIdentities } from '../../functions/shared/store/identities.ts'
import { createSessions } from '../../functions/shared/store/sessions.ts'
import { createTrail } from '../../functions/shared/store/trail.ts'
import { invitationPath } from '../../functions/workspace/sign-in/invitation-path.ts'
import { region } from '../stages.ts'
import { openAccount, outputsOf } from './account.ts'
import { command, readCommandLine, say } from './command-line.ts'

await command(async () => {
  const { stage, words } = readCommandLine()
  const [slug = '', personId = '', again] = words
  const network = findNetwork(slug)
  if (!network || (again !== undefined && again !== 'again'))
    throw new Error('Usage: npm run first-coordinator -- -c stage=dev <network> <person id> [again]')
  const { LoketTable, SecretArn } = await outputsOf(openAccount(), stage, 'table', ['LoketTable', 'SecretArn'])

  process.env.AWS_REGION = region // Whatever the shell says: Loket lives there.
  const now = () => new Date()
  const newId = () => randomBytes(16).toString('base64url')
  const connection = connect({ loket: LoketTable })
  const { people } = await createContents(connection, now).of(network)
  const person = personOf({ people }, personId)
  if (!person) {
    const known = people.map(({ id, name }) => `  ${id}  ${name}`)
    throw new Error(
      known.length > 0
        ? `${network.name} has no person "${personId}". It has:\n${known.join('\n')}`
        : `${network.name} has nobody yet. Store its people first: npm run network-content -- -c stage=${stage.name} ${slug} (docs/operate.md, "The content of a network").`,
    )
  }
  const identities = createIdentities(connection)
  const who = { network: network.slug, person: person.id }
  const audited = () => ({ auditId: newId(), now: now(), auditDays: network.retention.audit })
  if (again) {
    await identities.unbind({ ...who, by: 'beheer', ...audited() })
    const trail = createTrail(connection)
    await createSessions(connection).endAll(who, (session) =>
      trail.note(who, { what: 'sessie voorbij', session, by: 'beheer' }, audited()),
    )
  }
  const id = newId()
  const outcome = await identities.invite({ id, ...who, invitedBy: 'beheer', ...audited() })
  if (outcome === 'person-bound')
    throw new Error(
      `${person.name} of ${network.name} is bound to an account already. Is that account lost? Add the word "again".`,
    )
  say(`For ${person.name} of ${network.name}, once, for seven days:`)
  say(`${stage.url}${await invitationPath(secretsFromManager(SecretArn, now), id)}`)
})

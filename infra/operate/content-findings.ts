/** What is missing of the content of each network that receives requests: without it, mail waits and nobody can come in. */
import { receivingNetworks } from '../../forms/index.ts'
import type { NetworkContent } from '../../forms/kit/content.ts'
import type { Network } from '../../forms/kit/network.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import { connect } from '../../functions/shared/store/dynamo.ts'
import { region, type Stage } from '../stages.ts'
import type { Account } from './account.ts'
import type { Finding } from './findings.ts'

/** Of a stage that is deployed; before that nothing can be stored. */
export async function examineContents({ name }: Stage, account: Account): Promise<Finding[]> {
  const table = (await account.outputs(`loket-${name}-table`))?.LoketTable
  if (table === undefined) return []
  process.env.AWS_REGION = region // Whatever the shell says: Loket lives there.
  const contents = createContents(connect({ loket: table }), () => new Date())
  const found = receivingNetworks.map(async (network) => contentFindings(name, network, await contents.of(network)))
  return (await Promise.all(found)).flat()
}

export function contentFindings(stage: string, { slug, name }: Network, content: NetworkContent): Finding[] {
  const { people, mailboxes } = content
  const missing = [
    ...(['triage', 'deputy', 'reply'] as const).filter((mailbox) => !mailboxes[mailbox]),
    ...(people.some(({ role }) => role === 'coordinator') ? [] : ['coordinator']),
  ]
  const addresses = [...Object.values(mailboxes), ...people.map(({ email }) => email)]
  const invented = addresses.filter((address) => address.endsWith('.example'))
  const todo = `npm run network-content -- -c stage=${stage} ${slug}   (docs/operate.md, "The content of a network")`
  const about = `content of ${slug}`
  const findings: Finding[] = []
  if (missing.length > 0)
    findings.push({ level: 'stop', about, what: `${name} has no ${missing.join(', no ')}: its mail waits.`, todo })
  if (invented.length > 0)
    findings.push({ level: 'stop', about, what: `${name} has ${invented.length} invented addresses (.example).`, todo })
  return findings.length > 0 ? findings : [{ level: 'fine', about, what: `${people.length} people, all mailboxes` }]
}

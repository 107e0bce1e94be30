/** What is missing of the content of each network: without it, mail waits and nobody can come in; and what is invented. */
import { networks } from '../../forms/index.ts'
import type { NetworkContent } from '../../forms/kit/content.ts'
import { mailboxNames } from '../../forms/kit/content-schema.ts'
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
  const found = networks.map(async (network) => contentFindings(name, network, await contents.of(network)))
  return (await Promise.all(found)).flat()
}

export function contentFindings(stage: string, { slug, name, forms }: Network, content: NetworkContent): Finding[] {
  const about = `content of ${slug}`
  const findings = [
    // Who only shows an aanbod gets no request: nothing of it waits.
    ...(Object.keys(forms).length > 0 ? missingIn(content) : []).map((missing) => ({
      what: `${name} has no ${missing.parts.join(', no ')}: its mail waits.`,
      todo: missing.nobody
        ? `npm run first-coordinator -- -c stage=${stage} ${slug} "<name>" <e-mail> <phone> "<service>"   (docs/operate.md, "The content of a network")`
        : 'A coordinator fills it in at /werkruimte/beheer/netwerk.',
    })),
    ...inventedIn(content).map((many) => ({
      what: `${name} has ${many} invented addresses (.example).`,
      todo: 'Nobody reads those. A coordinator changes them at /werkruimte/beheer/netwerk and /werkruimte/beheer/mensen.',
    })),
  ]
  return findings.length > 0
    ? findings.map((finding) => ({ level: 'stop', about, ...finding }))
    : [{ level: 'fine', about, what: `${content.people.length} people, all mailboxes` }]
}

/** One finding at most, so that a network with nothing is one line. */
function missingIn({ people, mailboxes }: NetworkContent) {
  const nobody = !people.some(({ role }) => role === 'coordinator')
  const parts = [...mailboxNames.filter((mailbox) => !mailboxes[mailbox]), ...(nobody ? ['coordinator'] : [])]
  return parts.length > 0 ? [{ parts, nobody }] : []
}

/** Wherever a mail would go: also where a new address of a mailbox is to be confirmed. */
function inventedIn({ people, mailboxes, awaited }: NetworkContent): number[] {
  const asked = Object.values(awaited).map(({ address }) => address)
  const addresses = [...Object.values(mailboxes), ...asked, ...people.map(({ email }) => email)]
  const many = addresses.filter((address) => address.toLowerCase().endsWith('.example')).length
  return many > 0 ? [many] : []
}

/** What the law asks a network to say of who answers for its data (forms/kit/network.ts), before people are asked for any. */
import { receivingNetworks } from '../../forms/index.ts'
import type { Controller, Network } from '../../forms/kit/network.ts'
import type { Finding } from './findings.ts'

/** Of every stage: it is in the file of the network, which is deployed with it. */
export const examineControllers = async (): Promise<Finding[]> => receivingNetworks.flatMap(controllerFindings)

const said = {
  runs: 'who runs Loket',
  officer: 'data-protection officer',
  agreement: 'agreement between the diensten',
  assessedOn: 'date of the impact assessment',
  destroys: 'rule for destroying records',
} as const satisfies Partial<Record<keyof Controller, string>>

export function controllerFindings({
  slug,
  name,
  controller,
}: Pick<Network, 'slug' | 'name' | 'controller'>): Finding[] {
  const all = Object.entries(said) as [keyof typeof said, string][]
  const missing = all.filter(([key]) => !controller[key]).map(([, what]) => what)
  const invented = all.filter(([key]) => /voorbeeld/i.test(controller[key] ?? '')).map(([, what]) => what)
  const about = `data of ${slug}`
  const todo = `Fill in controller in forms/networks/${slug}.ts: the privacy page is made of it (docs/add-a-network.md).`
  if (missing.length > 0) return [{ level: 'stop', about, what: `${name} does not say: ${missing.join(', ')}.`, todo }]
  if (invented.length > 0) return [{ level: 'later', about, what: `Still invented: ${invented.join(', ')}.`, todo }]
  return [{ level: 'fine', about, what: controller.name }]
}

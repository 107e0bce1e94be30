/** What `npm run deploy` synthesised: its stacks, in a folder of templates. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const manifestSchema = z.object({
  artifacts: z.record(z.string(), z.object({ type: z.string(), dependencies: z.array(z.string()).default([]) })),
})

/** The stacks of a synthesised app, those that others lean on first. */
export function stacksOf(app: string): string[] {
  const { artifacts } = manifestSchema.parse(JSON.parse(readFileSync(join(app, 'manifest.json'), 'utf8')))
  const order: string[] = []
  const visit = (name: string): void => {
    const artifact = artifacts[name]
    if (artifact?.type !== 'aws:cloudformation:stack' || order.includes(name)) return
    artifact.dependencies.forEach(visit)
    order.push(name)
  }
  Object.keys(artifacts).forEach(visit)
  return order
}

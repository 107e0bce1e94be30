/** The CDK's own command line against the emulator, as a person would run it. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { account, type Emulator, region } from './emulator.ts'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

/** By stack, by name. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>

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

export interface Deployed {
  outputs: Outputs
  /** All it printed. */
  text: string
}

export function createCdk({ env }: Emulator) {
  const cdk = async (args: readonly string[], cwd = root): Promise<string> => {
    const { stdout, stderr } = await run(join(root, 'node_modules/.bin/cdk'), args, {
      cwd,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
      maxBuffer: 64 * 1024 * 1024,
    }).catch((error: { stdout?: string; stderr?: string }) => {
      throw new Error(`cdk ${args.join(' ')} failed:\n${error.stdout}\n${error.stderr}`)
    })
    return stdout + stderr
  }

  return {
    /** Into a folder of its own; of this repository unless another is named. */
    synth: (output: string, repository = root) => cdk(['synth', '--quiet', '--output', output], repository),

    /** From an empty folder: beside a cdk.json it would synthesise the app first, without bundling. */
    async bootstrap(...regions: readonly string[]): Promise<void> {
      const empty = mkdtempSync(join(tmpdir(), 'loket-empty-'))
      for (const name of regions.length > 0 ? regions : [region])
        await cdk(['bootstrap', `aws://${account}/${name}`], empty)
      rmSync(empty, { recursive: true })
    },

    /** Deploys stacks that were synthesised before. `--method=direct`: the emulator has no change sets worth the name. */
    async deploy(app: string, stacks: readonly string[], parameters: readonly string[] = []): Promise<Deployed> {
      const outputsFile = join(app, 'outputs.json')
      const how = ['--method=direct', '--require-approval', 'never', '--progress', 'events', '--exclusively']
      const given = parameters.flatMap((pair) => ['--parameters', pair])
      const text = await cdk(['deploy', ...stacks, '--app', app, ...how, ...given, '--outputs-file', outputsFile])
      return { text, outputs: JSON.parse(readFileSync(outputsFile, 'utf8')) }
    },
  }
}

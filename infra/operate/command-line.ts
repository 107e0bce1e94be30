/** What every command of this folder reads from its command line: `-c stage=prod`, and words. */
import { parseArgs } from 'node:util'
import { readStage, type Stage } from '../stages.ts'

export function readCommandLine(args = process.argv.slice(2)): { stage: Stage; words: string[] } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { context: { type: 'string', short: 'c', multiple: true, default: [] } },
  })
  const context = new Map(values.context.map((pair) => pair.split('=', 2) as [string, string | undefined]))
  return { stage: readStage(context.get('stage')), words: positionals }
}

export const say = (line = ''): void => {
  process.stdout.write(`${line}\n`)
}

/** Runs a command; what goes wrong is one line for a person, without a stack. */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}

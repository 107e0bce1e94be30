/** What every command of this folder reads from its command line: `-c stage=prod`, words, and options of its own. */
import { parseArgs } from 'node:util'
import { readStage, type Stage } from '../stages.ts'

interface CommandLine<Option extends string> {
  stage: Stage
  words: string[]
  options: Partial<Record<Option, string>>
}

/** `own`: names of options with a value, `--drop 1`. */
export function readCommandLine<Option extends string = never>(
  own: readonly Option[] = [],
  args = process.argv.slice(2),
): CommandLine<Option> {
  const { stageName, ...line } = readWords(own, args)
  return { ...line, stage: readStage(stageName) }
}

/** The same for a command that knows more places than the stages: `local` is this machine. */
export function readWords<Option extends string = never>(
  own: readonly Option[] = [],
  args = process.argv.slice(2),
): Omit<CommandLine<Option>, 'stage'> & { stageName: string | undefined } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...Object.fromEntries(own.map((name) => [name, { type: 'string' as const }])),
      context: { type: 'string', short: 'c', multiple: true, default: [] },
    },
  })
  const { context, ...options } = values
  const chosen = new Map(context.map((pair) => pair.split('=', 2) as [string, string | undefined]))
  return {
    stageName: chosen.get('stage'),
    words: positionals,
    options: options as Partial<Record<Option, string>>,
  }
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

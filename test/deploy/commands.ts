/** The commands of docs/operate.md, run as a person runs them: in a shell whose credentials lead to the emulator. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Emulator } from './emulator.ts'

export const root = join(import.meta.dirname, '../..')

export interface Ran {
  code: number
  /** What the command itself told; the CDK tells how it goes beside that. */
  stdout: string
  /** All that was on the screen, though not in that order. */
  text: string
}

interface Failed {
  code: number
  stdout: string
  stderr: string
}

export type Commands = ReturnType<typeof createCommands>

export function createCommands({ env }: Emulator) {
  const shell = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ...env,
    // The emulator has no change sets worth the name, and nobody is here to say yes.
    CDK_METHOD: 'direct',
    CDK_REQUIRE_APPROVAL: 'never',
    CDK_PROGRESS: 'events',
  }
  const run = (file: string, args: readonly string[], cwd: string): Promise<Ran> =>
    promisify(execFile)(file, args, { cwd, env: shell, maxBuffer: 64 * 1024 * 1024 }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, text: stdout + stderr }),
      ({ code, stdout, stderr }: Failed) => ({ code, stdout, text: stdout + stderr }),
    )

  return {
    /** A script of package.json, for stage dev; of this repository unless another is named. */
    npm: (script: string, words: readonly string[] = [], repository = root) =>
      run('npm', ['run', '--silent', script, '--', '-c', 'stage=dev', ...words], repository),

    /** What doctor says to do. From an empty folder: beside a cdk.json it would synthesise the app first, without bundling. */
    async npx(line: string): Promise<Ran> {
      const [, program = '', ...args] = line.trim().split(/\s+/)
      const empty = mkdtempSync(join(tmpdir(), 'loket-empty-'))
      const ran = await run(join(root, 'node_modules/.bin', program), args, empty)
      rmSync(empty, { recursive: true })
      return ran
    },
  }
}

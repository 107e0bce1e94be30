/** `npm run check` tells all there is to mend at once (test/every.ts). */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const run = (...commands: string[]) => {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'test/every.ts', ...commands], {
    encoding: 'utf8',
  })
  return { status, told: stdout.trim().split('\n').at(-1) }
}

it('wat na een fout komt, wordt ook nagekeken, en op het einde staat wat fout is', () => {
  expect(run('exit 3', 'exit 0', 'exit 4')).toEqual({ status: 1, told: 'Failed: exit 3, exit 4' })
})

it('zonder fouten is het goed', () => {
  expect(run('exit 0', 'exit 0')).toEqual({ status: 0, told: 'All is well.' })
})

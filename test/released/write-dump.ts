/**
 * Writes the dump of this version, once, when it is released; a dump that is there stays as it is:
 * `npm test -- --config test/released/vitest.config.ts`.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { version } from '../../package.json'
import { startTestWorkspace } from '../support/workspace.ts'
import { dumpOf } from './dump.ts'
import { play } from './journeys.ts'

it(`writes test/released/${version}/dump.json`, async () => {
  const work = await startTestWorkspace()
  const told = await play(work)
  expect(work.failures).toEqual([])
  const folder = new URL(`${version}/`, import.meta.url)
  await mkdir(folder, { recursive: true })
  await writeFile(new URL('dump.json', folder), `${JSON.stringify(await dumpOf(work, told))}\n`, { flag: 'wx' })
})

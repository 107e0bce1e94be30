/** Who looked at a plan leaves a line of it, whatever page they looked at (docs/promises.md). */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { type Running, startRunning } from './running.ts'

let work: TestWorkspace
let running: Running
beforeAll(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-24T09:00:00Z') })
  running = await startRunning(work)
})
afterAll(() => work.stop())

const views = async () =>
  (await work.items('loket')).filter(
    ({ pk, sk }) => pk === `DOSSIER#${running.overleg.reference}` && String(sk).startsWith('RAADPLEGING#'),
  ).length

it.each(['', '/akkoord', '/client', '/heel', '/bestand', '/evaluatie'])('plan%s', async (page) => {
  const path = `${running.path}/plan${page}`
  work.clock.later(1)
  const before = await views()
  expect((await (await work.as('Bemiddelaar OTA')).get(path)).status).toBe(404)
  expect(await views()).toBe(before)
  expect((await (await work.as('Casemanager Aalst')).get(path)).status).toBe(200)
  expect(await views()).toBe(before + 1)
})

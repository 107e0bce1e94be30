/** A page of the overleg that was open for long: nothing it sends is taken for something else, and nothing typed is lost. */
import { beforeEach, expect, it } from 'vitest'
import { type OverlegPage, overlegPath } from '../../functions/shared/work-paths.ts'
import { place } from '../support/dossier.ts'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import { sendTable, tableOn } from '../support/table.ts'
import type { Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let overleg: TestOverleg
let casemanager: Visitor
beforeEach(async () => {
  work = await startTestWorkspace()
  overleg = await startOverleg(work)
  casemanager = await work.as('Casemanager Aalst')
})

const pathOf = (page?: OverlegPage) => overlegPath(overleg.reference, page)
const fieldsOn = async (path: string) => tableOn(await (await casemanager.get(path)).text())

/** The first one is over; the next one stands where that one stood, down to its revision. */
async function again() {
  await overleg.cancel()
  const path = pathOf().replace(/\/overleg$/, '')
  expect((await sendTable(casemanager, path, { besproken_op: '23/11/2026', vrij_spreken: 'nee' })).status).toBe(303)
  await overleg.moments()
}

it.each<[string, string, Record<string, string>]>([
  ['tafel', 'tafel', { actie: 'bewaar' }],
  ['momenten', 'momenten', { actie: 'verder' }],
  ['praktisch', 'praktisch?moment=m1', { plaats: 'Zaal 1', vorm: 'fysiek', tolk: 'niet_nodig' }],
  ['afgelasten', 'afgelasten', { reden: 'Iemand is ziek geworden' }],
  ['het overleg zelf', '', { actie: 'stel_voor' }],
])('%s van het vorige overleg verandert niets aan het volgende', async (_, page, typed) => {
  await overleg.moments()
  const path = page === '' ? pathOf() : `${pathOf()}/${page}`
  const open = await fieldsOn(path)
  expect(open.overleg).toBe('01')
  await again()
  const before = await overleg.now()
  expect([before.overleg.number, String(before.overleg.revision)]).toEqual(['02', open.revision])
  const response = await casemanager.post(path, { ...open, ...typed })
  expect(response.status).toBe(409)
  expect((await overleg.now()).overleg).toEqual(before.overleg)
  if (typed.reden) expect(await response.text()).toContain(typed.reden)
})

it('ging het dossier intussen naar een ander, dan komt terug wat getypt was', async () => {
  await overleg.moments()
  await overleg.fix()
  work.clock.now = new Date('2026-12-07T12:00:00Z')
  const casemanagerThen = await work.as('Casemanager Aalst')
  const path = pathOf('verslag')
  const open = tableOn(await (await casemanagerThen.get(path)).text())
  await place(work, overleg.reference, { holder: 'coordinator-aalst' })
  const besluiten = 'We zien elkaar terug op 12 januari. Noor belt de school.'
  const response = await casemanagerThen.post(path, { ...open, besluiten })
  expect(response.status).toBe(404)
  expect(await response.text()).toContain(besluiten)
})

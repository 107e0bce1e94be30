/** What the agenda and the phone list read is bounded, however much there is on them. */
import { expect, it } from 'vitest'
import { place, placeMany } from '../support/place-dossiers.ts'
import { startMeter } from '../support/read-cost.ts'
import { startTestWorkspace } from '../support/workspace.ts'

const cards = 40
/** Read units of a page with as many cards as it holds: a line, a dossier and its answers each, and the lines looked past. */
const ceilings = { '/werkruimte/agenda/2026-11-24': 5 * cards, '/werkruimte/telefoon': 5 * cards }

async function unitsAmong(count: number): Promise<Record<string, number>> {
  const loket = await startTestWorkspace()
  const about = { network: 'ota', form: 'aanmelding', nextOn: '2026-11-24' }
  const discussed = { ...about, state: 'geagendeerd', agenda: '2026-11-24', callBy: '2026-11-23' }
  for (const like of [discussed, { ...about, state: 'ingediend' }])
    await placeMany(loket, await place(loket, like), count)
  const coordinator = await loket.as('Coördinator OTA')
  await coordinator.get('/werkruimte/agenda')
  const meter = await startMeter(loket)
  const found: Record<string, number> = {}
  for (const path of Object.keys(ceilings)) {
    meter.reset()
    expect((await coordinator.get(path)).status).toBe(200)
    found[path] = meter.units()
  }
  return found
}

it('leest niet meer van duizend dan van een volle bladzijde', async () => {
  const [full, many] = [await unitsAmong(cards + 1), await unitsAmong(1000)]
  for (const [path, ceiling] of Object.entries(ceilings)) {
    expect(many[path]).toBeLessThanOrEqual(ceiling)
    expect(many[path]).toBeLessThanOrEqual((full[path] ?? 0) * 1.25)
  }
})

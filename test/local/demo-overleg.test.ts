/** The overleg to try Loket with, as `LOKET_FRESH=1` makes it (docs/local.md). */
import { describe, expect, it } from 'vitest'
import { nameOf } from '../../forms/kit/overleg/details.ts'
import { isPast } from '../../forms/kit/overleg/moments.ts'
import { isAgreed } from '../../forms/kit/overleg/overleg.ts'
import { grid } from '../../forms/kit/overleg/tally.ts'
import { seedOverleg } from '../../functions/local/demo-overleg.ts'
import { overlegOf } from '../support/overleg.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

async function seeded(now: string): Promise<TestWorkspace> {
  const work = await startTestWorkspace({ now: new Date(now) })
  await seedOverleg({ ...work.deps, addressKey: work.secrets.addressKey }, work.clock.now)
  return work
}

async function openDemo(work: TestWorkspace) {
  const html = await (await (await work.as('Casemanager Aalst')).get('/werkruimte')).text()
  const references = [...html.matchAll(/href="\/werkruimte\/dossier\/(LCO-[^"/]+)"/g)].map(
    ([, reference = '']) => reference,
  )
  expect(references).toHaveLength(1)
  return overlegOf(work, references[0] ?? '').now()
}

describe('het overleg om mee te proberen', () => {
  // In spring and autumn the clock changes between today and the moments; in December holidays lie between.
  it.each(['2021-03-22T09:00:00Z', '2021-10-25T09:00:00Z', '2026-12-18T21:00:00Z', '2026-11-30T09:00:00Z'])(
    'is op %s half: drie momenten gevraagd, sommige antwoorden binnen',
    async (now) => {
      const work = await seeded(now)
      const found = await openDemo(work)
      const { overleg, details } = found
      expect([overleg.state, overleg.moments.length, isAgreed(overleg)]).toEqual(['gepolst', 3, true])
      expect(overleg.moments.some((moment) => isPast(moment, work.clock.now))).toBe(false)
      const shown = grid(found, work.clock.now).map(({ cells }) =>
        Object.fromEntries([...cells].map(([id, cell]) => [nameOf(details, id), cell])),
      )
      expect(shown[0]).toEqual({ '': 'kan', 'CAW De Pont': 'kan', 'Wonen De Poort': 'kan', 'Thuiszorg De Linde': '' })
      await work.stop()
    },
  )

  it('gaat open als gewoon dossier, met de antwoorden van de aanvraag', async () => {
    const work = await seeded('2026-11-30T09:00:00Z')
    const { file } = await openDemo(work)
    const page = await (await work.as('Casemanager Aalst')).get(`/werkruimte/dossier/${file.dossier.reference}`)
    const html = await page.text()
    expect([page.status, html.includes('Schrijf niet naar huis.')]).toEqual([200, true])
    expect(html).not.toContain('Verouderde vragen')
    expect(html).toContain('kies een moment voor het overleg, tegen dinsdag 8 december 2026')
    await work.stop()
  })

  it('mailt niemand, nu niet en later niet', async () => {
    const work = await seeded('2026-11-30T09:00:00Z')
    // Only where mail would go: no mail, no plan of mails, no mark that any waits.
    const beside = ['ADRES', 'LEVENSTEKEN']
    const outbox = (await work.items('loket')).filter(({ pk }) => String(pk).startsWith('OUTBOX#'))
    expect(outbox.filter(({ sk }) => !beside.includes(String(sk)))).toEqual([])
    await work.stop()
  })
})

/** The plan to try Loket with, as `LOKET_FRESH=1` makes it (docs/local.md). */
import { describe, expect, it } from 'vitest'
import { fullNameOf } from '../../forms/kit/overleg/details.ts'
import { mailedAbout } from '../../forms/kit/plan/who-sees.ts'
import { addDays, brusselsDate } from '../../forms/kit/time.ts'
import { seedPlan } from '../../functions/local/demo-plan.ts'
import { overlegOf } from '../support/overleg.ts'
import { planOf } from '../support/plan.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

async function seeded(now: string): Promise<TestWorkspace> {
  const work = await startTestWorkspace({ now: new Date(now) })
  await seedPlan({ ...work.deps, addressKey: work.secrets.addressKey }, work.clock.now)
  return work
}

/** The one dossier on the casemanager's list. */
async function referenceIn(work: TestWorkspace): Promise<string> {
  const html = await (await (await work.as('Casemanager Aalst')).get('/werkruimte')).text()
  const found = [...html.matchAll(/href="\/werkruimte\/dossier\/(LCO-[^"/]+)"/g)].map(([, one = '']) => one)
  expect(found).toHaveLength(1)
  return found[0] ?? ''
}

describe('het plan om mee te proberen', () => {
  // In spring and autumn the clock changes between the overleg and the evaluation; in December holidays lie between.
  it.each(['2021-04-12T09:00:00Z', '2021-11-15T09:00:00Z', '2026-12-18T21:00:00Z', '2026-11-30T09:00:00Z'])(
    'loopt op %s: vijf afspraken, één te laat, één die niet lukt, en een evaluatie die nog komt',
    async (now) => {
      const work = await seeded(now)
      const today = brusselsDate(work.clock.now)
      const found = await planOf(work, overlegOf(work, await referenceIn(work))).now()
      const { plan, said, overleg, details, agreedTexts, file } = found
      expect([file.dossier.state, plan.state, plan.running?.number]).toEqual(['in_opvolging', 'loopt', '01'])
      const { running } = plan
      if (!running) throw new Error('Nothing runs')
      expect(running.afspraken).toHaveLength(5)
      expect(Object.keys(agreedTexts?.afspraken ?? {})).toHaveLength(5)
      const stands = Object.fromEntries([...said.values()].flatMap((one) => Object.entries(one.stands)))
      expect(Object.entries(stands).map(([id, { stand }]) => [id, stand])).toEqual([
        ['a2', 'lukt_niet'],
        ['a4', 'gedaan'],
      ])
      const late = running.afspraken.filter(({ id, tegen }) => tegen && tegen < today && !stands[id])
      expect(late.map(({ id }) => id)).toEqual(['a3'])
      expect([running.evaluationOn > today, running.evaluationOn <= addDays(today, 21)]).toEqual([true, true])
      expect(file.dossier.nextOn).toBe(running.evaluationOn)
      expect(mailedAbout(overleg, running).map(({ id }) => fullNameOf(details, id))).toEqual([
        'Amina Voorbeeld, OCMW Aalst',
        'Tom Claes, Wonen De Poort',
        'Rita Voorbeeld',
      ])
      await work.stop()
    },
  )

  it('gaat open als gewoon dossier, en is niet te laat', async () => {
    const work = await seeded('2026-11-30T09:00:00Z')
    const casemanager = await work.as('Casemanager Aalst')
    const page = await casemanager.get(`/werkruimte/dossier/${await referenceIn(work)}`)
    const html = await page.text()
    expect([page.status, html.includes('Bel op donderdag, tussen 10 en 12 uur.')]).toEqual([200, true])
    expect(html).not.toContain('Verouderde vragen')
    expect(await (await casemanager.get('/werkruimte')).text()).not.toContain('data-te-laat')
    await work.stop()
  })

  it('mailt niemand, nu niet en later niet', async () => {
    const work = await seeded('2026-11-30T09:00:00Z')
    const own = (await work.items('loket')).filter(({ pk }) => String(pk).startsWith('OUTBOX#'))
    const mails = own.filter(({ sk }) => sk !== 'ADRES' && sk !== 'LEVENSTEKEN')
    expect(mails).toEqual([])
    await work.stop()
  })
})

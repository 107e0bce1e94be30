/** No write grows with a plan: 22 people and 30 afspraken, every decision counted (docs/overleg.md §8, docs/decisions/020). */
import { beforeAll, describe, expect, it } from 'vitest'
import { seated } from '../../forms/kit/overleg/overleg.ts'
import { addDays } from '../../forms/kit/time.ts'
import { openStore } from '../../functions/workspace/open-store.ts'
import { atTheEdge } from '../public/sdk-edge.ts'
import { fileHeld } from '../support/dossier.ts'
import { itemSize } from '../support/item-size.ts'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import { fullTable, twoMoments } from '../support/overleg-tables.ts'
import { planOf, type TestPlan } from '../support/plan.ts'
import type { Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { act } from './running.ts'

/** Actions of one transaction (docs/overleg.md §8). */
const most = 25
/** Bytes of one item: none is larger. */
const mostBytes = 128 * 1024

let work: TestWorkspace
let overleg: TestOverleg
let plan: TestPlan
let coordinator: Visitor
/** Since it was emptied. */
const sizes: number[] = []

beforeAll(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
  const counted = atTheEdge(work.connection, ({ command, input }, send) => {
    if (command === 'TransactWriteCommand') sizes.push(input.TransactItems?.length ?? 0)
    return send()
  })
  Object.assign(
    work.deps,
    openStore(counted, () => work.clock.now),
  )
  overleg = await startOverleg(work, { at: await fileHeld(work, { fast: true }), table: fullTable })
  await overleg.asked(twoMoments)
  await overleg.fix()
  work.clock.now = new Date('2026-12-01T16:00:00Z')
  const people = seated((await overleg.now()).overleg).map(({ id }) => id)
  await overleg.hold({ present: Object.fromEntries(people.map((id) => [id, 'aanwezig'])) })
  plan = planOf(work, overleg)
  coordinator = await work.as('Coördinator Aalst')
})

/** As large as a text of an afspraak can be. */
const long = (text: string, length: number) => text.padEnd(length, ' en zo voort')

/** Thirty, each with a day of its own, over everybody at the table. */
async function thirty() {
  const people = seated((await overleg.now()).overleg).map(({ id }) => id)
  return Array.from({ length: 30 }, (_, at) => ({
    wat: long(`Afspraak ${at + 1}`, 200),
    wie: people[at % people.length] ?? '',
    met: people[(at + 7) % people.length] ?? '',
    tegen: addDays('2026-12-07', at),
  }))
}

const evaluationOn = '2027-03-01'
const goals = ['wonen_energie', 'inkomen_schulden', 'gezondheid'].map((domein) => ({
  domein,
  wanneer: 'eerst' as const,
  texts: { goed: long('Goed', 1000), minder_goed: long('Minder', 1000), doel: long('Doel', 1000) },
}))
const present = async () =>
  Object.fromEntries(seated((await overleg.now()).overleg).map(({ id }) => [id, 'aanwezig'] as const))

const afsprakenOf = async (called: string) => {
  const who = await overleg.idOf(called)
  return ((await plan.now()).plan.running?.afspraken ?? []).filter(({ wie }) => wie === who).map(({ id }) => id)
}

// In this order: each goes on with what the one before left.
describe('een plan van 30 afspraken, met 22 mensen aan tafel', () => {
  const path = () => `/werkruimte/dossier/${overleg.reference}`
  it.each<[string, () => Promise<unknown>, number]>([
    ['half bewaren', async () => plan.write({ goals, afspraken: (await thirty()).slice(0, 12), evaluationOn }), 3],
    ['nog eens half bewaren', async () => plan.write({ goals, afspraken: await thirty(), evaluationOn }), 3],
    [
      'vastleggen en delen',
      async () => plan.agree({ whole: Object.keys(await present()), reasons: Object.keys(await present()) }),
      most,
    ],
    ['iemand meldt iets', () => plan.says('p1', 'a2', 'lukt_niet'), 4],
    ['iemand gaat van tafel', () => overleg.leaves('p21'), most],
    ['iemand krijgt een ander adres', () => overleg.readdress('p20', 'nieuw@dienst.example'), most],
    [
      'evalueren en verder gaan',
      async () => {
        // Who left cannot do theirs any more: with those open, the plan could not be closed.
        const outcomes = Object.fromEntries((await afsprakenOf('p21')).map((id) => [id, 'niet_meer_nodig' as const]))
        await plan.evaluate('verder', { evaluationOn: '2027-04-01', gelukt: long('Gelukt', 2000), outcomes })
      },
      most,
    ],
    [
      'naar iemand anders',
      () => act(coordinator, path(), 'andere_casemanager', { persoon: 'casemanager-aalst-2', toch: 'ja' }),
      most,
    ],
    ['afsluiten', () => act(coordinator, path(), 'afsluiten', { drempels: 'geen' }), most],
    ['heropenen', () => act(coordinator, path(), 'heropenen'), most],
    ['de cliënt stopt', () => act(coordinator, path(), 'intrekken'), most],
    ['wissen', async () => coordinator.post(`/werkruimte/gegevens/dossier/${overleg.reference}/wissen`), most],
  ])('%s is een kleine schrijfbeurt', async (_, decide, limit) => {
    sizes.length = 0
    await decide()
    expect(sizes.length).toBeGreaterThan(0)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(limit)
    const items = (await work.items('loket')).filter(({ pk }) => String(pk).includes(overleg.reference))
    expect(Math.max(...items.map(itemSize))).toBeLessThanOrEqual(mostBytes)
  })
})

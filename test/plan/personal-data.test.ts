/** What is kept of a plan: sealed, shown, taken along, forgotten and erased (docs/overleg.md §8, docs/domain.md §7). */
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { addSeconds, epochSeconds, secondsPerDay } from '../../forms/kit/time.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { removeExpired } from '../../functions/shared/store/remove-expired.ts'
import { atTheEdge } from '../public/sdk-edge.ts'
import { dossierOf } from '../support/dossier.ts'
import { startOverleg } from '../support/overleg.ts'
import { mailsAbout } from '../support/overleg-mails.ts'
import { cells, rowNamed, tableOn } from '../support/table.ts'
import { locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import {
  act,
  addresses,
  canary,
  heldAt,
  ids,
  type Running,
  startEvaluated,
  tableCanaries,
  typedCanaries,
} from './running.ts'

const gegevens = '/werkruimte/gegevens'

let work: TestWorkspace
let running: Running
let reference: string
let coordinator: Visitor

beforeEach(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
  running = await startEvaluated(work)
  reference = running.overleg.reference
  coordinator = await work.as('Coördinator Aalst')
})

const dump = async () => JSON.stringify([await work.items('loket'), await work.items('drafts')])
const ofTables = async () =>
  (await work.items('loket')).filter(
    ({ pk }) => pk === `TAFEL#${reference}` || String(pk).startsWith(`OUTBOX#${reference}_`),
  )
const keptPage = `${gegevens}/dossier/`
const textOf = async (path: string) => wordsIn(await (await coordinator.get(path)).text())
const seatPage = (id: string) => `${gegevens}/tafel/${reference}_01_${id}`
const about = () => ({
  ...{ network: 'aalst', who: 'coordinator-aalst', auditId: 'a', auditDays: 365 },
  now: work.clock.now,
})

describe('wat van een plan bewaard is', () => {
  it('staat nergens open: wat getypt is, is verzegeld, en alleen de bladzijde van wie vraagt toont het', async () => {
    const all = await dump()
    for (const text of [...typedCanaries, ...tableCanaries]) expect(all).not.toContain(text)
    // The control: the ids stand open, and all of it is there.
    for (const id of Object.values(ids)) expect(all).toContain(id)
    const text = await textOf(keptPage + reference)
    for (const typed of [...typedCanaries, ...tableCanaries]) expect(text).toContain(typed)
    for (const words of ['Versie 01', 'Versie 02', 'over a2: lukt niet', 'over a3: gedaan', 'Bij de evaluatie: gelukt'])
      expect(text).toContain(words)
  })

  it('gaat mee in een bestand zoals een mens het kiest, per stuk; de rest staat er bij naam', async () => {
    const page = await (await coordinator.get(`${keptPage}${reference}/export`)).text()
    expect(page).toContain('value="plan.doelen"')
    expect(page).not.toMatch(/value="plan\.[^"]*" checked/)
    const copyOf = async (mee: readonly string[]) => {
      const answer = await coordinator.post(`${keptPage}${reference}/export`, { mee })
      const { dossiers } = (await answer.json()) as { dossiers: { plan: object; overige?: string[] }[] }
      return dossiers[0]
    }
    const none = await copyOf([])
    expect(none?.overige).toBeUndefined()
    expect(none?.plan).toMatchObject({
      stand: 'loopt',
      besproken: [{ versie: '01' }, { versie: '02' }],
      nietMeegegeven: ['doelen', 'afspraken', 'oneens', 'gelukt', 'meldingen', 'lezers'],
    })
    for (const typed of typedCanaries) expect(JSON.stringify(none)).not.toContain(typed)
    const passages = [
      ['plan.doelen', 'goed', 'minder-goed', 'doel', 'later'],
      ['plan.afspraken', 'brieven', 'verhuurder', 'tuin'],
      ['plan.oneens', 'oneens'],
      ['plan.gelukt', 'gelukt'],
    ] as const
    for (const [passage, ...fields] of passages) {
      const copy = JSON.stringify((await copyOf([passage]))?.plan)
      const inside = typedCanaries.filter((typed) => copy.includes(typed)).sort()
      expect([passage, ...inside]).toEqual([passage, ...fields.map(canary).sort()])
    }
    expect(JSON.stringify((await copyOf(['plan.meldingen']))?.plan)).toContain('lukt_niet')
    expect(JSON.stringify((await copyOf(['plan.lezers']))?.plan)).toContain(`"heelPlan":["${ids.keyPerson}"]`)
    // An address is asked for without anybody who chooses: nothing of others goes along.
    const path = locationOf(await coordinator.post(gegevens, { zoek: addresses.neighbour }))
    const many = await (await coordinator.post(`${path}/export`)).text()
    for (const typed of typedCanaries) expect(many).not.toContain(typed)
  })

  it('van iemand aan tafel: wat die doet en zei, zonder de woorden van de cliënt', async () => {
    const text = await textOf(seatPage(ids.keyPerson))
    expect(text).toContain('Afspraak a2, doet dit, tegen maandag 21 december 2026: lukt niet')
    expect(text).toContain('Mag het hele plan lezen.')
    expect(text).not.toContain('a3')
    const file = await (await coordinator.post(`${seatPage(ids.neighbour)}/export`)).text()
    expect(JSON.parse(file)).toMatchObject({
      overleggen: [
        {
          plan: {
            afspraken: [
              { id: 'a2', rol: 'helpt', melding: null },
              { id: 'a3', rol: 'doet dit', melding: 'gedaan' },
            ],
            leestHeelHetPlan: false,
          },
        },
      ],
    })
    for (const typed of typedCanaries) expect(text + file).not.toContain(typed)
  })
})

it('wie gezocht wordt, wordt ook in het plan gevonden: in wat geschreven is, en in wat afgesproken was', async () => {
  const search = async (zoek: string) => wordsIn(await (await coordinator.post(gegevens, { zoek })).text())
  const inPlan = typedCanaries.filter((typed) => !typed.includes('besluit'))
  for (const typed of inPlan) expect(await search(typed)).toContain(`in het plan van aanpak: ${typed}`)
  expect(await search(canary('besluit'))).toContain('in wat beslist is op overleg 01')
  for (const typed of tableCanaries) expect(await search(typed)).toContain(reference)
  expect(await search('Kanarie-nergens-zingt')).toContain('niets gevonden')
})

describe('een wissing van het dossier', () => {
  const erase = () => coordinator.post(`${keptPage}${reference}/wissen`)

  it('laat van het plan alleen de dag over: geen tekst, geen id van wie dan ook', async () => {
    expect(await textOf(`${keptPage}${reference}/wissen`)).toContain('leest nog een jaar dat het gewist is')
    expect((await erase()).status).toBe(303)
    const today = '2026-12-01'
    expect(await ofTables()).toEqual([
      {
        ...{ pk: `TAFEL#${reference}`, sk: 'GEWIST', on: today, network: 'aalst' },
        ttl: epochSeconds(addSeconds(heldAt, 365 * secondsPerDay)),
      },
    ])
    const all = await dump()
    for (const left of [...typedCanaries, ...tableCanaries, ...Object.values(ids), ...Object.values(addresses)])
      expect(all).not.toContain(left)
    const { actionPlans } = work.deps
    expect(await actionPlans.read(reference, work.clock.now)).toBeUndefined()
    expect(await actionPlans.erasedOn(reference, work.clock.now)).toEqual({ on: today, network: 'aalst' })
    expect(await actionPlans.erasedOn(reference, addSeconds(heldAt, 365 * secondsPerDay))).toBeUndefined()
  })

  it('neemt ook mee wat niemand van een plan kent', async () => {
    const { client } = await work.connection.dynamo()
    for (const sk of ['AANPAK#zz#9', 'VERSIE#zz', 'GEWIST#9'])
      await client.send(
        new PutCommand({
          TableName: work.connection.tables.loket,
          Item: { pk: `TAFEL#${reference}`, sk, geheim: 'van iemand' },
        }),
      )
    await erase()
    expect(await dump()).not.toContain('van iemand')
  })

  it.each<[string, () => Promise<unknown>, 'changed' | 'erased']>([
    [
      'het plan herschreef',
      () => running.plan.write({ afspraken: [{ wat: canary('nieuw'), wie: 'client' }] }),
      'changed',
    ],
    ['iets meldde', () => running.plan.says(ids.neighbour, 'a3', 'bel_mij'), 'erased'],
  ])('ook wat er bijkwam terwijl er gewist werd: wie %s', async (_, meanwhile, outcome) => {
    const dossier = await dossierOf(work, reference)
    let done = false
    const edge = atTheEdge(work.connection, async ({ command }, send) => {
      if (!done && command === 'TransactWriteCommand') {
        done = true
        await meanwhile()
      }
      return send()
    })
    expect(await createPersonalData(edge).eraseDossier(dossier, about())).toBe(outcome)
    if (outcome === 'changed') expect((await erase()).status).toBe(303)
    expect((await ofTables()).map(({ sk }) => sk)).toEqual(['GEWIST'])
  })

  it('valt het na de schrijfbeurt uit, dan is er niets meer te lezen en eindigt de rest binnen een dag', async () => {
    const dossier = await dossierOf(work, reference)
    const broken = atTheEdge(work.connection, async ({ command }, send) => {
      if (command === 'DeleteCommand') throw new Error('Out')
      return send()
    })
    await expect(createPersonalData(broken).eraseDossier(dossier, about())).rejects.toThrow('Out')
    expect(await work.deps.actionPlans.read(reference, work.clock.now)).toBeUndefined()
    expect(await work.deps.actionPlans.erasedOn(reference, work.clock.now)).toMatchObject({ on: '2026-12-01' })
    const rest = (await ofTables()).filter(({ sk }) => sk !== 'GEWIST')
    expect(rest.length).toBeGreaterThan(3)
    expect(new Set(rest.map(({ ttl }) => ttl))).toEqual(new Set([epochSeconds(addSeconds(heldAt, secondsPerDay))]))
  })
})

it('op de seconde na het einde opent niets meer, en een link zegt nog een jaar dat het gewist is', async () => {
  await act(coordinator, running.path, 'afsluiten', { drempels: 'geen' })
  const { ttl = 0 } = await dossierOf(work, reference)
  const kept = (await ofTables()).filter(({ pk, sk }) => String(pk).startsWith('TAFEL#') && sk !== 'GEWIST')
  expect(kept.length).toBeGreaterThan(5)
  expect(new Set(kept.map((item) => item.ttl))).toEqual(new Set([ttl]))
  const { actionPlans } = work.deps
  const last = new Date((ttl - 1) * 1000)
  expect((await actionPlans.read(reference, last))?.plan.state).toBe('afgesloten')
  expect(await actionPlans.version(reference, '01', last)).toBeDefined()
  const after = new Date((ttl + 1) * 1000)
  for (const read of [
    actionPlans.read(reference, after),
    actionPlans.readFor(reference, ids.keyPerson, after),
    actionPlans.version(reference, '01', after),
    actionPlans.version(reference, '02', after),
  ])
    expect(await read).toBeUndefined()
  expect(await actionPlans.erasedOn(reference, new Date((ttl - secondsPerDay) * 1000))).toBeUndefined()
  expect(await actionPlans.erasedOn(reference, after)).toEqual({ on: '2027-03-01', network: 'aalst' })
  work.clock.now = after
  expect((await (await work.as('Coördinator Aalst')).get(running.path)).status).toBe(404)
  await removeExpired(work.connection, 'loket', addSeconds(after, secondsPerDay))
  expect((await ofTables()).filter(({ pk }) => String(pk).startsWith('TAFEL#')).map(({ sk }) => sk)).toEqual(['GEWIST'])
  await removeExpired(work.connection, 'loket', new Date((ttl + 366 * secondsPerDay) * 1000))
  expect(await dump()).not.toContain(`TAFEL#${reference}`)
})

describe('iemand van de tafel vraagt om gewist te worden', () => {
  const itemsOfSeat = async (id: string) =>
    (await ofTables()).filter(({ pk, sk }) => String(pk).includes(`_${id}_`) || String(sk).includes(`#${id}`))

  it('meldingen, sporen, mails en naam zijn weg; de afspraak blijft, zonder trekker en zonder mail', async () => {
    expect((await itemsOfSeat(ids.keyPerson)).map(({ sk }) => String(sk).split('#')[0])).toEqual(
      expect.arrayContaining(['AANPAK', 'SPOOR', 'ADRES']),
    )
    const before = await work.deps.actionPlans.version(reference, '02', work.clock.now)
    const mails = (await mailsAbout(work, reference, 'plan')).filter(({ waits }) => !waits)
    expect(await textOf(`${seatPage(ids.keyPerson)}/wissen`)).toContain('Ze is dan zonder trekker')
    expect((await coordinator.post(`${seatPage(ids.keyPerson)}/wissen`)).status).toBe(200)
    expect(await itemsOfSeat(ids.keyPerson)).toEqual([])
    const { plan, details, said } = await running.plan.now()
    expect([details.names[ids.keyPerson], said.get(ids.keyPerson)]).toEqual([undefined, undefined])
    expect(said.get(ids.neighbour)).toBeDefined()
    expect(Object.keys(plan.told)).toEqual([ids.neighbour])
    expect(plan.running).toMatchObject({ whole: [], reasons: [ids.neighbour] })
    expect(plan.running?.afspraken.find(({ id }) => id === 'a2')).toMatchObject({ wie: ids.keyPerson })
    // What was agreed never changes: an id is all it holds of them.
    expect(await work.deps.actionPlans.version(reference, '02', work.clock.now)).toEqual(before)
    expect((await mailsAbout(work, reference, 'plan')).filter(({ waits }) => !waits)).toEqual(mails)
    const waiting = (await mailsAbout(work, reference, 'plan')).filter(({ waits }) => waits)
    expect(waiting.flatMap(({ to }) => to)).not.toContain(ids.keyPerson)
    expect(await dump()).not.toContain(addresses.keyPerson)
    const text = await textOf(keptPage + reference)
    for (const name of [canary('naam1'), canary('dienst1')]) expect(text).not.toContain(name)
  })

  /** After an evaluation: the table of the next overleg, agreed to today. */
  async function nextTable(change: (fields: Record<string, string>) => Record<string, string> = () => ({})) {
    const casemanager = await work.as('Casemanager Aalst')
    const fields = tableOn(await (await casemanager.get(`${running.path}/overleg/tafel`)).text())
    const sent = { ...fields, ...change(fields), besproken_op: '1/12/2026' }
    expect((await casemanager.post(`${running.path}/overleg/tafel`, sent)).status).toBe(303)
    expect((await running.plan.now()).plan.overleg).toBe('02')
  }

  it('ook wie al van tafel ging voor de volgende', async () => {
    await running.overleg.leaves(ids.keyPerson)
    await running.plan.evaluate('overleg')
    await nextTable()
    expect((await running.plan.now()).plan.told).toHaveProperty(ids.keyPerson)
    expect((await coordinator.post(`${seatPage(ids.keyPerson)}/wissen`)).status).toBe(200)
    expect(await itemsOfSeat(ids.keyPerson)).toEqual([])
    const { plan } = await running.plan.now()
    expect([Object.keys(plan.told), plan.running?.whole]).toEqual([[ids.neighbour], []])
  })

  it('een ander die nu op die plaats zit, leest nog wat de cliënt toestond', async () => {
    await running.plan.evaluate('overleg')
    await nextTable((fields) =>
      cells(rowNamed(fields, addresses.keyPerson), { naam: 'Iemand Anders', dienst: 'OCMW Voorbeeld' }),
    )
    expect((await coordinator.post(`${seatPage(ids.keyPerson)}/wissen`)).status).toBe(200)
    const { plan, details } = await running.plan.now()
    expect(plan.running?.whole).toEqual([ids.keyPerson])
    expect(details.names[ids.keyPerson]?.naam).toBe('Iemand Anders')
    expect(await textOf(keptPage + reference)).not.toContain(canary('naam1'))
  })
})

it('zonder plan laat een wissing niets over', async () => {
  const other = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
  const overleg = await startOverleg(other)
  const visitor = await other.as('Coördinator Aalst')
  expect((await visitor.post(`${gegevens}/dossier/${overleg.reference}/wissen`)).status).toBe(303)
  expect((await other.items('loket')).filter(({ sk }) => sk === 'GEWIST')).toEqual([])
})

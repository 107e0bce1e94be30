/** What a link to a plan opens, for whom, and what it costs (docs/overleg.md §9; docs/promises.md, "No one in"). */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { participantId } from '../../forms/kit/overleg/rounds.ts'
import { type LinkPurpose, linkToken } from '../../functions/shared/links.ts'
import type { StandToStore } from '../../functions/shared/store/action-plans.ts'
import { planSaidKey } from '../../functions/shared/store/keys.ts'
import { startHeld } from '../support/held.ts'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import { fullTable, type TestRow } from '../support/overleg-tables.ts'
import type { TestPlan } from '../support/plan.ts'
import { roundsOf } from '../support/rounds.ts'
import { sendTable } from '../support/table.ts'
import { mainOf, readPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let overleg: TestOverleg
let plan: TestPlan
let guest: Visitor
beforeEach(async () => {
  work = await startTestWorkspace()
  ;({ overleg, plan } = await startHeld(work, { start: startOverleg }))
  guest = work.visitor()
})

const afspraken = [
  { wat: 'De verhuurder schrijven', wie: 'CAW', met: 'OCMW' },
  { wat: 'Meegaan naar de bank', wie: 'Buur' },
]
const agreed = () => plan.agreed({ afspraken })
const saidOf = async (called: string) => (await plan.now()).said.get(await overleg.idOf(called))

describe('een link die niet (meer) geldt', () => {
  const dead = async (path: string, mayPost = true) => {
    expect([path, (await guest.get(path)).status]).toEqual([path, 404])
    expect([path, (await guest.get(`${path}/heel`)).status]).toEqual([path, 404])
    if (mayPost) expect([path, (await guest.post(path, { 'stand.a1': 'gedaan' })).status]).toEqual([path, 404])
  }

  it('zegt altijd hetzelfde, en noemt niemand', async () => {
    await agreed()
    const { words } = await readPage(guest, '/plan/x')
    const [says = ''] = words.split('het nummer van uw streek')
    expect(says).toContain('Deze link werkt niet Misschien is hij niet volledig')
    const path = await plan.link('CAW')
    await overleg.leaves('CAW')
    const left = await readPage(guest, path)
    // Whose link it was is known only of one that we signed: its number, then.
    expect([left.status, left.words]).toEqual([404, `${says}053 00 00 00 , ma–vr 9–12 en 13–16 uur. `])
  })

  it('zolang er niets is afgesproken, opent ze niets', async () => {
    const path = await plan.link('CAW')
    await dead(path)
    await plan.write({ afspraken })
    await dead(path)
    await plan.agree()
    expect((await guest.get(path)).status).toBe(200)
  })

  it('van tafel, een ander adres, een andere naam: dood bij de volgende GET, en niets wordt bewaard', async () => {
    await agreed()
    const [caw, ocmw, buur] = await Promise.all(['CAW', 'OCMW', 'Buur'].map((called) => plan.link(called)))
    const buurId = await overleg.idOf('Buur')
    await overleg.leaves('CAW')
    await overleg.readdress('OCMW', 'elders@ocmw.example')
    await overleg.changeTable(
      (rows) => rows.map((row): TestRow => (row.id === buurId ? { ...row, naam: 'Iemand Anders' } : row)),
      { agreed: false },
    )
    for (const path of [caw, ocmw, buur]) await dead(path ?? '')
    expect((await guest.get(await plan.link('OCMW'))).status).toBe(200)
    expect((await plan.now()).said.size).toBe(0)
    // The client agrees to the new name.
    await overleg.changeTable((rows) => rows)
    expect((await guest.get(buur ?? '')).status).toBe(200)
  })

  it('verzonnen, van een ander doel, van een ander dossier, van een versie die er niet is, of van de cliënt', async () => {
    await agreed()
    const id = await overleg.idOf('CAW')
    const { overleg: now } = await overleg.now()
    const token = (purpose: LinkPurpose, named: string, version = 1) =>
      linkToken(work.secrets.linkKeys, purpose, { id: named, version })
    const good = participantId(now, id)
    const right = token('plan', good)
    const other = await startHeld(work, { start: startOverleg })
    const paths = [
      right.slice(0, -1),
      `${right}A`,
      right.replace(/\.1\./, '.2.'),
      right.replace(good, participantId((await other.overleg.now()).overleg, id)),
      right.replace(good, participantId(now, await overleg.idOf('OCMW'))),
      token('overleg', good),
      token('uitnodiging', good),
      token('status', now.reference),
      token('plan', good, 2),
      token('plan', now.reference),
      token('plan', participantId(now, await overleg.idOf('client'))),
      token('plan', participantId({ ...now, reference: 'LCO-0000-0000-00' }, id)),
      token('plan', `${good}x`),
      '%00',
      'a/b',
    ].map((one) => `/plan/${one}`)
    for (const path of paths) await dead(path, !path.endsWith('a/b'))
    expect((await guest.get(`/plan/${right}`)).status).toBe(200)
    // And the other way round: this link is no key to anything else.
    for (const path of ['overleg', 'uitnodiging', 'status', 'ontvangen', 'verder'].map((first) => `/${first}/${right}`))
      expect([path, (await guest.get(path)).status]).toEqual([path, 404])
    expect((await plan.now()).said.size).toBe(0)
  })

  it('na een volgend overleg geldt de tafel van nu, met dezelfde link', async () => {
    await agreed()
    const [caw, buur] = await Promise.all(['CAW', 'Buur'].map((called) => plan.link(called)))
    await plan.evaluate('overleg')
    const casemanager = await work.as('Casemanager Aalst')
    const sent = await sendTable(casemanager, `/werkruimte/dossier/${plan.reference}`, { actie: 'bewaar' })
    expect(sent.status).toBe(303)
    const { plan: kept, overleg: table } = await plan.now()
    expect([kept.overleg, table.number, table.state]).toEqual(['02', '02', 'voorbereiden'])
    // Nobody was agreed to anew, and the plan runs.
    expect((await readPage(guest, caw ?? '')).words).toContain('De verhuurder schrijven')
    expect((await guest.post(caw ?? '', { 'stand.a1': 'gedaan' })).status).toBe(303)
    await overleg.leaves('Buur')
    await dead(buur ?? '')
    expect((await guest.get(caw ?? '')).status).toBe(200)
  })
})

describe('kijken verandert niets', () => {
  beforeEach(async () => {
    const buur = await overleg.idOf('Buur')
    await plan.agreed({ afspraken }, { whole: [buur] })
  })

  it('HEAD en GET, ook van het hele plan, schrijven geen letter', async () => {
    const paths = await Promise.all(['CAW', 'OCMW', 'Buur'].map((called) => plan.link(called)))
    const all = [...paths, ...paths.map((path) => `${path}?klaar=a1`), ...paths.map((path) => `${path}/heel`)]
    const before = await work.items('loket')
    for (let time = 0; time < roundsOf(5, 60); time += 1)
      for (const path of all) {
        expect((await guest.send(path, { method: 'HEAD' })).status).toBe(200)
        expect([200, 303]).toContain((await guest.get(path)).status)
        expect((await guest.get(`${path.split('?')[0]}?stand.a1=gedaan`)).status).toBeLessThan(400)
      }
    expect(await work.items('loket')).toEqual(before)
  })

  it('HEAD opent niets dat verzegeld is', async () => {
    const path = await plan.link('Buur')
    const { unseal } = work.guestDeps
    let opened = 0
    work.guestDeps.unseal = (...args) => {
      opened += 1
      return unseal(...args)
    }
    await guest.send(path, { method: 'HEAD' })
    await guest.send(`${path}/heel`, { method: 'HEAD' })
    await guest.post(path, { 'stand.a2': 'gedaan' })
    expect(opened).toBe(0)
    await guest.get(path)
    expect(opened).toBe(2)
  })
})

describe('elke bladzijde', () => {
  beforeEach(agreed)

  it('wordt nergens bewaard, en mag niets dan wat ze nodig heeft', async () => {
    const path = await plan.link('CAW')
    const answers = [
      await guest.get(path),
      await guest.send(path, { method: 'HEAD' }),
      await guest.get('/plan/x'),
      await guest.get(`${path}/heel`),
      await guest.post(path),
      await guest.post(path, { 'stand.a1': 'gedaan' }),
      await guest.post(path, { 'stand.a2': 'gedaan' }),
      await guest.post(path, { 'stand.a1': 'lukt_niet' }, { origin: 'https://evil.example' }),
      await guest.send(path, { method: 'DELETE' }),
      await guest.post(`${path}/heel`, { 'stand.a1': 'lukt_niet' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 303, 422, 303, 409, 403, 405, 405])
    for (const { headers, status } of answers) {
      expect([status, headers.get('cache-control')]).toEqual([status, 'no-store'])
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('set-cookie')).toBeNull()
    }
    expect((await saidOf('CAW'))?.stands).toMatchObject({ a1: { stand: 'gedaan' } })
  })

  it.each([
    ['te veel', 413, { 'stand.a1': 'x'.repeat(70_000) }],
    ['twee keer hetzelfde veld', 400, { 'stand.a1': ['gedaan', 'lukt_niet'] }],
    ['een antwoord dat er geen is', 422, { 'stand.a1': 'misschien' }],
    ['een teken dat niemand leest', 422, { 'stand.a1': '\u0000' }],
    [
      'velden die niemand kent, vallen weg',
      303,
      { 'stand.a1': 'gedaan', __proto__x: '1', 'constructor.prototype': 'x' },
    ],
    ['een naam die geen afspraak kan zijn', 422, { 'stand.__proto__': 'gedaan', 'stand.A1': 'gedaan' }],
  ] as const)('%s geeft %i, nooit een fout van ons', async (_, status, fields) => {
    expect((await guest.post(await plan.link('CAW'), fields)).status).toBe(status)
    expect(work.failures).toEqual([])
  })

  it('een ander soort formulier dan dat van ons: 415', async () => {
    const path = await plan.link('CAW')
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
      const headers = { origin: work.url, 'content-type': type }
      expect((await guest.send(path, { method: 'POST', headers, body: '{"stand.a1":"gedaan"}' })).status).toBe(415)
    }
    expect((await plan.now()).said.size).toBe(0)
  })

  it('te veel velden: 400', async () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`x${at}`, '1']))
    expect((await guest.post(await plan.link('CAW'), many)).status).toBe(400)
  })

  it('een storing: er wordt niets beweerd, en er staat een nummer', async () => {
    work.guestDeps.actionPlans = {
      ...work.guestDeps.actionPlans,
      answer: () => Promise.reject(new Error('down')),
    }
    const response = await guest.post(await plan.link('CAW'), { 'stand.a1': 'gedaan' })
    expect(response.status).toBe(503)
    expect(wordsIn(mainOf(await response.text()))).toContain('Uw antwoord is misschien niet bewaard.')
  })

  it('in geen adres, logboek of spoor staat iets van het plan of van een mens', async () => {
    for (const called of ['CAW', 'Buur'])
      await guest.post(await plan.link(called), { [called === 'CAW' ? 'stand.a1' : 'stand.a2']: 'lukt_niet' })
    const texts = [JSON.stringify(work.log), work.addresses.join()]
    for (const text of texts) expect(text).not.toMatch(/verhuurder|bank|droge|Noor|Buur|Voorbeeld/)
    // Not in a backup either; what networks say of their aanbod is nobody's.
    const kept = (await work.items('loket')).filter(({ pk }) => !/^(NETWERK|BEHEER)#/.test(String(pk)))
    expect(JSON.stringify(kept)).not.toMatch(/verhuurder|Meegaan|droge kamer/)
  })
})

describe('wat een druk kost', () => {
  it('vier regels in één keer, en wat gelezen wordt groeit niet met de tafel of het plan', async () => {
    const large = await startHeld(work, { start: startOverleg, table: fullTable })
    const words = (at: number) => createHash('sha256').update(String(at)).digest('base64').slice(0, 40)
    await large.plan.agreed(
      {
        afspraken: Array.from({ length: 30 }, (_, at) => ({
          wat: words(at),
          wie: `Medewerker ${String((at % 21) + 1).padStart(2, '0')}`,
        })),
      },
      { whole: [await large.overleg.idOf('Medewerker 07')] },
    )
    const path = await large.plan.link('Medewerker 07')
    for (const page of [path, `${path}/heel`]) {
      const html = await (await guest.get(page)).text()
      expect(gzipSync(html).length).toBeLessThanOrEqual(8 * 1024)
    }
    const { client } = await work.connection.dynamo()
    const asked: { name: string; items: number }[] = []
    const send = client.send.bind(client)
    client.send = ((command: { constructor: { name: string }; input: { TransactItems?: unknown[] } }) => {
      asked.push({ name: command.constructor.name, items: command.input.TransactItems?.length ?? 0 })
      return send(command as never)
    }) as never
    await guest.post(path, { 'stand.a7': 'gedaan' })
    await guest.get(path)
    client.send = send as never
    expect(asked.filter(({ name }) => name === 'TransactWriteCommand').map(({ items }) => items)).toEqual([4])
    // The plan and what they said; the overleg and what they said: for each request; and the version to show.
    expect(asked.filter(({ name }) => name === 'GetCommand')).toHaveLength(9)
    expect(asked.filter(({ name }) => name.includes('Query'))).toEqual([])
  })

  it('één spoor per link per uur', async () => {
    await agreed()
    const path = await plan.link('CAW')
    for (const as of ['gedaan', 'lukt_niet', 'gedaan']) await guest.post(path, { 'stand.a1': as })
    const trail = async () => (await work.items('loket')).filter(({ sk }) => String(sk).startsWith('SPOOR#plan'))
    expect(await trail()).toHaveLength(1)
    work.clock.later(3600)
    await guest.post(path, { 'stand.a1': 'bel_mij' })
    expect(await trail()).toHaveLength(2)
  })
})

describe('twee tegelijk', () => {
  beforeEach(agreed)

  /** Something happens once, after a press was read and before it is stored. */
  function meanwhile(happens: () => Promise<unknown>): void {
    const { overlegs } = work.guestDeps
    let first = true
    work.guestDeps.overlegs = {
      ...overlegs,
      readFor: async (...args) => {
        const found = await overlegs.readFor(...args)
        if (first) {
          first = false
          await happens()
        }
        return found
      },
    }
  }

  /** As if the store asked nothing: what was read is written, whatever happened meanwhile. */
  function withoutConditions(): void {
    work.guestDeps.actionPlans.answer = async ({ plan: { reference }, said }: StandToStore) => {
      const { client, PutCommand } = await work.connection.dynamo()
      const Item = { ...planSaidKey(reference, said.participant), ...said }
      await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
      return 'stored'
    }
  }

  const twice = async () => {
    await plan.agreed({ afspraken: [...afspraken, { wat: 'Een premie aanvragen', wie: 'CAW' }] })
    const path = await plan.link('CAW')
    meanwhile(() => work.visitor().post(path, { 'stand.a3': 'lukt_niet' }))
    expect((await guest.post(path, { 'stand.a1': 'gedaan' })).status).toBe(303)
    return Object.keys((await saidOf('CAW'))?.stands ?? {}).sort()
  }

  it('twee vensters van één genodigde: beide antwoorden blijven', async () => {
    expect(await twice()).toEqual(['a1', 'a3'])
  })

  it('controle: zonder voorwaarde ging er één verloren', async () => {
    withoutConditions()
    expect(await twice()).toEqual(['a1'])
  })

  it('honderd drukken van twee mensen tegelijk: niemand wacht op een ander, de laatste stand is er een van hen', async () => {
    const [caw, ocmw] = [await plan.link('CAW'), await plan.link('OCMW')]
    const as = ['gedaan', 'lukt_niet', 'bel_mij']
    const count = roundsOf(100, 500)
    const statuses: number[] = []
    // As a browser does: not more than a few at once from one person.
    for (let at = 0; at < count; at += 10)
      statuses.push(
        ...(await Promise.all(
          Array.from({ length: 10 }, (_, one) =>
            guest
              .post(one % 2 ? (caw ?? '') : (ocmw ?? ''), { 'stand.a1': as[(at + one) % 3] ?? '' })
              .then(({ status }) => status),
          ),
        )),
      )
    expect(statuses).toEqual(statuses.map(() => 303))
    for (const called of ['CAW', 'OCMW']) {
      const said = await saidOf(called)
      expect(as).toContain(said?.stands.a1?.stand)
      expect(said?.revision).toBeLessThanOrEqual(count / 2)
    }
    expect(work.failures).toEqual([])
  })

  it('een versie die net vastligt en de afspraak laat staan: de druk telt, op de nieuwe versie', async () => {
    const path = await plan.link('CAW')
    meanwhile(() => plan.agreed({ afspraken: [...afspraken, { wat: 'Een premie aanvragen', wie: 'CAW' }] }))
    expect((await guest.post(path, { 'stand.a1': 'gedaan' })).status).toBe(303)
    expect((await saidOf('CAW'))?.stands).toMatchObject({ a1: { stand: 'gedaan' } })
  })

  it.each([
    ['een versie zonder de afspraak', () => plan.agreed({ afspraken: afspraken.slice(1) }), 409],
    ['van tafel', () => overleg.leaves('CAW'), 404],
    ['een ander adres', () => overleg.readdress('CAW', 'elders@caw.example'), 404],
  ])('%s, terwijl de druk onderweg is: niets bewaard', async (_, happens, status) => {
    const path = await plan.link('CAW')
    meanwhile(happens)
    expect((await guest.post(path, { 'stand.a1': 'gedaan' })).status).toBe(status)
    expect(await saidOf('CAW')).toBeUndefined()
  })

  it('controle: zonder voorwaarde werd ze toch bewaard', async () => {
    withoutConditions()
    const path = await plan.link('CAW')
    meanwhile(() => overleg.leaves('CAW'))
    expect((await guest.post(path, { 'stand.a1': 'gedaan' })).status).toBe(303)
  })
})

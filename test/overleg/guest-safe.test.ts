/** What a link of an overleg opens, and for whom (docs/overleg.md §3, §4; docs/promises.md, "No one in"). */
import { beforeEach, describe, expect, it } from 'vitest'
import { participantId } from '../../forms/kit/overleg/rounds.ts'
import { type LinkPurpose, linkToken } from '../../functions/shared/links.ts'
import { mailsAmong, mailsOfKind } from '../support/mails.ts'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import type { TestRow } from '../support/overleg-tables.ts'
import { roundsOf } from '../support/rounds.ts'
import { mainOf, readPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let overleg: TestOverleg
let guest: Visitor
beforeEach(async () => {
  work = await startTestWorkspace()
  overleg = await startOverleg(work)
  await overleg.asked()
  guest = work.visitor()
})

const textOf = async (path: string) => (await readPage(guest, path)).words
const antwoordMails = async () => mailsOfKind(await work.items('loket'), 'overleg-antwoord')

describe('een link die niet (meer) geldt', () => {
  const unknown = '/overleg/x'

  it('zegt altijd hetzelfde, en noemt niemand', async () => {
    const words = await textOf(unknown)
    const says =
      ' Deze link werkt niet Misschien is hij niet volledig, of hoeft u niet meer te antwoorden. U hoeft niets te doen. Vragen? Bel '
    // Whose link it was is known only of one that we signed: its number, then. Of any other that of each region.
    expect(words).toBe(
      `${says}het nummer van uw streek: Aalst 053 00 00 00 , Limburg 011 00 00 00 , Zottegem 09 000 01 00 , Oost- en West-Vlaanderen 09 000 00 00 . `,
    )
    const path = await overleg.link('CAW')
    await overleg.leaves('CAW')
    expect([(await guest.get(path)).status, await textOf(path)]).toEqual([
      404,
      `${says}053 00 00 00 , ma–vr 9–12 en 13–16 uur. `,
    ])
  })

  it('wie van tafel gaat: bij de volgende GET dood, en er wordt niets meer bewaard of gemaild', async () => {
    const path = await overleg.link('CAW')
    expect((await guest.get(path)).status).toBe(200)
    await overleg.leaves('CAW')
    for (let look = 0; look < 100; look += 1) expect((await guest.get(path)).status).toBe(404)
    expect((await guest.post(path, { 'antwoord.m1': 'kan' })).status).toBe(404)
    expect(await antwoordMails()).toEqual([])
    // The link they would have had since opens nothing either.
    expect((await guest.get(await overleg.link('CAW'))).status).toBe(404)
  })

  it('een verbeterd adres: de oude link is dood, de nieuwe werkt', async () => {
    const old = await overleg.link('CAW')
    await overleg.readdress('CAW', 'noor.nieuw@caw.example')
    expect((await guest.get(old)).status).toBe(404)
    expect((await guest.get(await overleg.link('CAW'))).status).toBe(200)
  })

  it('een andere dienst onder dezelfde naam is niemand met wie de cliënt akkoord ging', async () => {
    const path = await overleg.link('CAW')
    const id = await overleg.idOf('CAW')
    const rename = (rows: TestRow[]) => rows.map((row) => (row.id === id ? { ...row, dienst: 'CAW Elders' } : row))
    await overleg.changeTable(rename, { agreed: false })
    expect((await guest.get(path)).status).toBe(404)
    await overleg.changeTable((rows) => rows)
    expect((await guest.get(path)).status).toBe(200)
  })

  it('wie de brief krijgt of nog niets gevraagd werd, heeft er geen', async () => {
    const { overleg: now } = await overleg.now()
    const tokenOf = (of: typeof now, id: string) =>
      `/overleg/${linkToken(work.secrets.linkKeys, 'overleg', { id: participantId(of, id), version: 1 })}`
    expect((await guest.get(tokenOf(now, await overleg.idOf('client')))).status).toBe(404)
    const early = await startOverleg(work)
    expect((await guest.get(await early.link('CAW'))).status).toBe(404)
  })

  it('verzonnen, van een ander doel, van een ander overleg, van een versie die er niet is', async () => {
    const id = await overleg.idOf('CAW')
    const { overleg: now } = await overleg.now()
    const other = await startOverleg(work)
    const token = (purpose: LinkPurpose, named: string, version = 1) =>
      linkToken(work.secrets.linkKeys, purpose, { id: named, version })
    const good = participantId(now, id)
    const right = token('overleg', good)
    const paths = [
      right.slice(0, -1),
      `${right}A`,
      right.replace(/\.1\./, '.2.'),
      right.replace(good, participantId((await other.now()).overleg, id)),
      token('uitnodiging', good),
      token('status', now.reference),
      token('overleg', good, 2),
      token('overleg', now.reference),
      token('overleg', participantId({ ...now, number: '02' }, id)),
      token('overleg', participantId({ ...now, reference: 'LCO-0000-0000-00' }, id)),
      token('overleg', `${good}x`),
      '%00',
      'a/b',
    ].map((one) => `/overleg/${one}`)
    for (const path of paths) {
      expect([path, (await guest.get(path)).status]).toEqual([path, 404])
      expect([path, (await guest.post(path, { 'antwoord.m1': 'kan' })).status]).toEqual([path, 404])
      expect([path, (await guest.get(`${path}/agenda`)).status]).toEqual([path, 404])
    }
    expect((await guest.get(`/overleg/${right}`)).status).toBe(200)
    // And the other way round: this link is no key to anything else.
    for (const path of [`/uitnodiging/${right}`, `/status/${right}`, `/ontvangen/${right}`, `/verder/${right}`])
      expect([path, (await guest.get(path)).status]).toEqual([path, 404])
    expect(await antwoordMails()).toEqual([])
  })

  it('een overleg dat gewist is, kent niemand meer', async () => {
    const path = await overleg.link('CAW')
    const { client, DeleteCommand } = await work.connection.dynamo()
    for (const { pk, sk } of await work.items('loket'))
      if (String(pk).startsWith('TAFEL#'))
        await client.send(new DeleteCommand({ TableName: work.connection.tables.loket, Key: { pk, sk } }))
    expect((await guest.get(path)).status).toBe(404)
  })
})

describe('kijken verandert niets', () => {
  it('HEAD, GET en het agendabestand schrijven geen letter', async () => {
    await overleg.fix()
    const paths = await Promise.all(['CAW', 'OCMW', 'Buur'].map((called) => overleg.link(called)))
    const before = await work.items('loket')
    for (let time = 0; time < roundsOf(5, 60); time += 1)
      for (const path of paths) {
        expect((await guest.send(path, { method: 'HEAD' })).status).toBe(200)
        expect((await guest.get(path)).status).toBe(200)
        expect((await guest.get(`${path}/agenda`)).status).toBe(200)
      }
    expect(await work.items('loket')).toEqual(before)
  })

  it('HEAD opent niets dat verzegeld is', async () => {
    const path = await overleg.link('CAW')
    const { unseal } = work.guestDeps
    let opened = 0
    work.guestDeps.unseal = (...args) => {
      opened += 1
      return unseal(...args)
    }
    await guest.send(path, { method: 'HEAD' })
    expect(opened).toBe(0)
    await guest.get(path)
    expect(opened).toBe(1)
  })
})

describe('elke bladzijde', () => {
  it('wordt nergens bewaard, en mag niets dan wat ze nodig heeft', async () => {
    const path = await overleg.link('CAW')
    const answers = [
      await guest.get(path),
      await guest.send(path, { method: 'HEAD' }),
      await guest.get('/overleg/x'),
      await guest.post(path),
      await guest.post(path, { 'antwoord.m1': 'kan' }),
      await guest.post(path, { 'antwoord.m1': 'kan' }, { origin: 'https://evil.example' }),
      await guest.send(path, { method: 'DELETE' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 422, 303, 403, 405])
    await overleg.fix()
    answers.push(await guest.get(`${path}/agenda`), await guest.post(path, { 'antwoord.m2': 'kan' }))
    expect(answers.slice(-2).map(({ status }) => status)).toEqual([200, 409])
    for (const { headers, status } of answers) {
      expect([status, headers.get('cache-control')]).toEqual([status, 'no-store'])
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  it.each([
    ['te veel', 413, { eigen_nummer: 'x'.repeat(70_000) }],
    ['twee keer hetzelfde veld', 400, { 'antwoord.m1': ['kan', 'kan_niet'] }],
    ['een antwoord dat er geen is', 422, { 'antwoord.m1': 'misschien' }],
    ['een teken dat niemand leest', 422, { 'antwoord.m1': 'kan', eigen_nummer: '\u0000' }],
  ] as const)('%s geeft %i, nooit een fout van ons', async (_, status, fields) => {
    expect((await guest.post(await overleg.link('CAW'), fields)).status).toBe(status)
    expect(work.failures).toEqual([])
  })

  it('een storing: er wordt niets beweerd, en er staat een nummer', async () => {
    const path = await overleg.link('CAW')
    work.guestDeps.overlegs = { ...work.guestDeps.overlegs, answer: () => Promise.reject(new Error('down')) }
    const response = await guest.post(path, { 'antwoord.m1': 'kan' })
    expect(response.status).toBe(503)
    const words = wordsIn(mainOf(await response.text()))
    expect(words).toContain('Uw antwoord is misschien niet bewaard. Probeer opnieuw, of bel ons.')
    expect(words).toContain('Aalst 053 00 00 00')
  })
})

describe('ieder ziet alleen wat van hem is', () => {
  /** Each value that somebody else may not read, in every field there is. */
  const canary = (field: string, at: number) => `Kanarie-${field}-${at}`
  const people: readonly TestRow[] = Array.from(
    { length: 5 },
    (_, at): TestRow => ({
      wie: at === 4 ? 'vertrouwensfiguur' : 'dienst',
      naam: canary('naam', at),
      dienst: at === 4 ? '' : canary('dienst', at),
      email: `${canary('mail', at)}@x.example`.toLowerCase(),
      telefoon: `+3247811220${at}`,
      beroepsgeheim: at === 0 ? 'ja' : at === 1 ? 'nee' : 'weet_niet',
    }),
  )

  it('in elke stand, op elke bladzijde: geen naam, adres, nummer of antwoord van een ander', async () => {
    const seen = await startOverleg(work, {
      table: [{ wie: 'client', naam: 'Kanarie-cliënt', bereik: 'brief' }, ...people],
    })
    await seen.asked()
    const called = (at: number) => `Kanarie-naam-${at}`
    const own = (at: number) => `Kanarie-eigen-${at}`
    const links = await Promise.all(people.map((_, at) => seen.link(called(at))))
    const sweep = async (bound: boolean) => {
      for (const [at, path] of links.entries()) {
        const html = await (await guest.get(path)).text()
        for (const other of people.keys()) {
          if (other === at) continue
          const secrets = [called(other), own(other), `kanarie-mail-${other}`, `7811220${other}`, `78 11 22 0${other}`]
          for (const secret of secrets) expect([at, html.includes(secret)]).toEqual([at, false])
          // Services stand at the table for who is bound, once there is a moment.
          if (other !== 4)
            expect([at, other, html.includes(canary('dienst', other))]).toEqual([at, other, bound && at === 0])
        }
        expect(html).not.toMatch(/Kanarie-cliënt|Kanarie-reden|Kanarie-besluit/)
      }
    }
    await sweep(false)
    for (const [at, path] of links.entries())
      await guest.post(path, { 'antwoord.m1': at % 2 ? 'kan' : 'kan_niet', eigen_nummer: own(at) })
    await sweep(false)
    await seen.fix()
    await sweep(true)
    for (const [at, path] of links.entries()) await guest.post(path, { komt: at % 2 ? 'nee' : 'ja' })
    // Who does not come needs no list of who does.
    await sweep(true)
    await seen.cancel('Kanarie-reden')
    await sweep(false)
    // Not in an address, a log or a mail either.
    const mails = JSON.stringify(mailsAmong(await work.items('loket')))
    for (const text of [mails, JSON.stringify(work.log), work.addresses.join()])
      expect(text).not.toMatch(/Kanarie|7811220/)
  })
})

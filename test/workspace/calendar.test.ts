/** The address of one's own calendar: made once, read without a session, ended at once, and never more than references and days. */
import ICAL from 'ical.js'
import { beforeEach, describe, expect, it } from 'vitest'
import type { NetworkContent } from '../../forms/kit/content.ts'
import { bindingItems } from '../../functions/shared/store/identities.ts'
import { loadAll } from '../../functions/shared/web/in-parts.ts'
import { createWorkspace } from '../../functions/workspace/app.ts'
import { parts } from '../../functions/workspace/parts.ts'
import { demoContents } from '../support/content.ts'
import { fileHeld } from '../support/dossier.ts'
import { holdEverything, overlegOf } from '../support/overleg.ts'
import { given } from '../support/own-tasks.ts'
import { place } from '../support/place-dossiers.ts'
import { fieldsIn, mainOf, readPage, type Visitor } from '../support/visitor.ts'
import { refOf, startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const self = '/werkruimte/ik'
const own = `${self}/kalender`

let work: TestWorkspace
let casemanager: Visitor
beforeEach(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
  casemanager = await work.as('Casemanager Aalst')
})

/** What the page of the self has of the form. */
const fieldsOf = async (visitor = casemanager) => {
  const { sinds = [] } = fieldsIn(mainOf(await (await visitor.get(self)).text()))
  return { sinds }
}
async function make(visitor = casemanager, fields?: { sinds: string[] }) {
  const response = await visitor.post(own, { ...(fields ?? (await fieldsOf(visitor))), actie: 'maak' })
  const html = await response.text()
  const [address = ''] = /https?:\/\/[^\s<]+\.ics/.exec(mainOf(html)) ?? []
  return { status: response.status, html, path: address && new URL(address).pathname }
}
/** As a calendar program: no cookie. */
const read = (path: string) => work.app.fetch(new Request(`${work.url}${path}`))
const entriesOf = async (path: string) =>
  new ICAL.Component(ICAL.parse(await (await read(path)).text()))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))
    .map(({ summary, startDate }) => `${summary} ${startDate}`)
    .sort()

const held = { state: 'toegewezen', holder: 'casemanager-aalst' } as const

describe('wat erin staat', () => {
  it('wat vastligt op zijn uur, volgende stappen op hun dag; van wie de dossiers heeft en van niemand anders', async () => {
    const filed = await fileHeld(work, { fast: true })
    await holdEverything(overlegOf(work, filed.reference))
    const mine = await place(work, { ...held, nextOn: '2026-12-03' })
    const plan = { state: 'loopt', version: '01', evaluationOn: '2027-03-02' } as const
    const evaluated = await place(work, { ...held, nextOn: '2027-03-02', actionPlan: plan })
    await place(work, { ...held, holder: 'casemanager-aalst-2', nextOn: '2026-12-04' })
    await given(work, casemanager, filed, { taak: 'Bel de kanarie', tegen: '10/12/2026' })
    await given(work, casemanager, filed, { taak: 'Van een ander', tegen: '11/12/2026', wie: 'coordinator-aalst' })
    const { path } = await make()
    const entries = await entriesOf(path)
    expect(entries).toContain(`Volgende stap ${mine.reference} 2026-12-03`)
    expect(entries).toContain(`Taak ${filed.reference} 2026-12-10`)
    expect(entries.join()).not.toMatch(/kanarie|2026-12-11/)
    expect(entries).toContain(`Evaluatie ${evaluated.reference} 2027-03-02`)
    expect(entries).toContain(`Overleg ${filed.reference} 2026-12-01T13:00:00Z`)
    expect(entries.join()).not.toContain('2026-12-04')
  })

  it('geen naam, geen plaats, geen woord van wat getypt is', async () => {
    const filed = await fileHeld(work, { fast: true })
    await holdEverything(overlegOf(work, filed.reference))
    const text = await (await read((await make()).path)).text()
    for (const word of [
      'Voorbeeld',
      'Zaal',
      'D-2041',
      'Noor',
      'Sam',
      'casemanager',
      'LOCATION',
      'ATTENDEE',
      'DESCRIPTION',
    ])
      expect(text).not.toContain(word)
  })

  it('leeg is ook een agenda; zonder koekje, en nergens bewaard', async () => {
    const response = await read((await make()).path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.getSetCookie()).toEqual([])
    expect(ICAL.parse(await response.text())[0]).toBe('vcalendar')
  })
})

describe('het adres', () => {
  it('staat één keer op het scherm, en verder nergens: ook niet in wat bewaard of gelogd is', async () => {
    const { status, path } = await make()
    expect(status).toBe(200)
    expect(path).toMatch(/^\/werkruimte\/kalender\/[\w-]{43}\.ics$/)
    await read(path)
    const [, secret = ''] = /([\w-]{43})\.ics/.exec(path) ?? []
    const { html } = await readPage(casemanager, self)
    for (const where of [html, JSON.stringify(await work.items('loket')), JSON.stringify([work.log, work.failures])])
      expect(where).not.toContain(secret)
    expect(path).not.toMatch(/casemanager|aalst/i)
  })

  it('faalt er iets, dan zegt het logboek niet welk adres', async () => {
    const { path } = await make()
    Object.assign(work.deps, { queue: { ...work.deps.queue, list: () => Promise.reject(new Error('out of reach')) } })
    expect((await read(path)).status).toBe(503)
    expect(work.failures).toHaveLength(1)
    expect(work.failures.join()).not.toContain(path.slice(-20))
    work.failures.length = 0
  })

  it('lezen verandert niets, hoe vaak ook, en HEAD evenmin', async () => {
    const { path } = await make()
    const before = JSON.stringify(await work.items('loket'))
    for (const method of ['HEAD', 'GET', 'GET', 'GET'])
      expect((await work.app.fetch(new Request(`${work.url}${path}`, { method }))).status).toBe(200)
    expect(JSON.stringify(await work.items('loket'))).toBe(before)
  })

  it('een nieuw adres: het oude opent meteen niets meer; er is er één', async () => {
    const first = await make()
    work.clock.later(60)
    const second = await make()
    expect(second.path).not.toBe(first.path)
    expect([(await read(first.path)).status, (await read(second.path)).status]).toEqual([404, 200])
    const keys = (await work.items('loket')).filter(({ pk }) => String(pk).startsWith('KALENDER#'))
    expect(keys).toHaveLength(1)
  })

  it('gestopt: opent meteen niets meer, ook als twee keer gedrukt is', async () => {
    const { path } = await make()
    for (const _ of [1, 2]) expect((await casemanager.post(own, { actie: 'stop' })).status).toBe(303)
    expect((await read(path)).status).toBe(404)
    const { words } = await readPage(casemanager, `${self}?klaar=kalender`)
    expect(words).toContain('Uw agenda-adres werkt niet meer.')
    expect((await work.items('loket')).filter(({ pk }) => String(pk).startsWith('KALENDER#'))).toEqual([])
    const lines = (await work.items('loket')).filter(({ what }) => String(what).startsWith('agenda-adres'))
    expect(lines.map(({ what, who }) => `${who} ${what}`).sort()).toEqual([
      'casemanager-aalst agenda-adres gemaakt',
      'casemanager-aalst agenda-adres gestopt',
    ])
  })

  it.each(['x', 'A'.repeat(43), `${'A'.repeat(43)}.ics`, `${'A'.repeat(44)}.ics`, '../ik', '%00.ics'])(
    '%s opent niets',
    async (secret) => {
      await make()
      const response = await read(`/werkruimte/kalender/${secret}`)
      expect([303, 404]).toContain(response.status)
      expect(response.headers.get('content-type') ?? '').not.toContain('calendar')
    },
  )
})

describe('wie er niet meer is', () => {
  it('losgekoppeld: opent niets; een nieuw account opent het oude adres niet', async () => {
    const { path } = await make()
    await (await work.as('Coördinator Aalst')).post('/werkruimte/beheer/mensen/casemanager-aalst/ontkoppelen')
    expect((await read(path)).status).toBe(404)
    work.clock.later(3_600)
    const { client, PutCommand } = await work.connection.dynamo()
    for (const Item of bindingItems(refOf('Casemanager Aalst'), 'another', work.clock.now.toISOString()))
      await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
    expect((await read(path)).status).toBe(404)
  })

  it('niet meer bij het netwerk: opent niets', async () => {
    const { path } = await make()
    expect((await read(path)).status).toBe(200)
    const without = (content: NetworkContent) => ({
      ...content,
      people: content.people.filter(({ id }) => id !== 'casemanager-aalst'),
    })
    const left = await startedWithout(without)
    expect((await left.fetch(new Request(`${work.url}${path}`))).status).toBe(404)
  })

  /** The same tables, after the content of the network changed. */
  async function startedWithout(change: (content: NetworkContent) => NetworkContent) {
    const of: typeof demoContents.of = async (network) => change(await demoContents.of(network))
    return createWorkspace({ ...work.deps, contents: { ...demoContents, of } }, await loadAll(parts))
  }
})

describe('twee tegelijk', () => {
  it('één adres, en wie tweede is hoort het; de proef kan mislukken', async () => {
    const fields = await fieldsOf()
    const answers = await Promise.all(Array.from({ length: 10 }, () => make(casemanager, fields)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const losers = answers.filter(({ status }) => status === 409)
    expect(losers).toHaveLength(9)
    expect(losers[0]?.html).toContain('Uw agenda-adres veranderde net')
    const [winner] = answers.filter(({ status }) => status === 200)
    expect((await read(winner?.path ?? '')).status).toBe(200)
    // Without what the page showed, each takes the place of the one before.
    for (const _ of [1, 2]) expect((await make()).status).toBe(200)
  })

  it.each([{}, { actie: 'iets' }, { actie: ['maak', 'stop'] }])('%j leest niemand', async (fields) => {
    expect((await casemanager.post(own, fields)).status).toBe(400)
  })

  it('een organisator heeft geen dossiers, en dus geen agenda-adres', async () => {
    const organiser = await work.as('Organisator')
    expect((await organiser.post(own, { actie: 'maak' })).status).toBe(403)
    expect((await readPage(organiser, self)).words).not.toContain('agenda-adres')
  })
})

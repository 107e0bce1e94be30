/** The days of a team, changed by its coordinator: nothing on an agenda gets lost, nothing is mailed for a meeting that falls away. */
import { beforeEach, describe, expect, it } from 'vitest'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import { openPostOffice, type PostOffice } from '../mailer/post-office.ts'
import { dossierOf } from '../support/dossier.ts'
import { fillForm, ota, otaStart } from '../support/forms.ts'
import { errorsIn, referenceIn } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, readPage, sendPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const path = '/werkruimte/beheer/teamoverleg'
const closings = '/werkruimte/beheer/sluitingsdagen'
/** Monday, Tuesday, the Tuesday after it. */
const [maandag, dinsdag, erna] = ['2026-11-23', '2026-11-24', '2026-12-01']
const triage = 'aanmeldingen@ota.example'

let work: TestWorkspace
let office: PostOffice
let coordinator: Visitor
beforeEach(async () => {
  office?.ses.restore()
  work = await startTestWorkspace({ now: new Date('2026-11-18T09:00:00Z'), content: 'stored' })
  office = openPostOffice(work.connection, { contents: createContents(work.connection, () => office.now()) })
  coordinator = await work.as('Coördinator OTA')
})

const cancel = (date: string, fields: Fields = {}) => sendPage(coordinator, `${path}/${date}`, fields)
const add = (datum: string) => sendPage(coordinator, path, { datum })
const words = async (at = path) => wordsIn((await readPage(coordinator, at)).html).replaceAll(' :', ':')
const at = async (iso: string) => {
  work.clock.now = new Date(iso)
  coordinator = await work.as('Coördinator OTA')
}
/** Whatever a process kept of the content is read again. */
const later = () => at(new Date(work.clock.now.getTime() + 60_000).toISOString())
async function file(): Promise<string> {
  const visitor = work.visitor()
  const check = await fillForm(visitor, otaStart, ota.vorming)
  work.clock.later(60)
  const receipt = await (await visitor.get(locationOf(await visitor.post(check)))).text()
  return referenceIn(receipt) ?? ''
}
const agenda = async (date = '') => {
  const response = await coordinator.get(`/werkruimte/agenda${date && `/${date}`}`)
  const html = await response.text()
  return response.status === 200
    ? [...html.matchAll(/data-reference="([^"]+)"/g)].map(([, one]) => one)
    : response.status
}
/** What the clockwork and the mailer do from now until then. */
async function post(until: string) {
  const wake = async (keys: Parameters<PostOffice['deliver']>[0]) => void (await office.deliver(keys))
  const sweep = createSweep({ outbox: office.outbox, wake, now: office.now })
  const [from, to, step] = [work.clock.now.getTime(), Date.parse(until), 3 * 3_600_000]
  for (let now = from; now < to + step; now += step) {
    office.setClock(new Date(Math.min(now, to)))
    await sweep()
    await sweep()
  }
  await at(until)
}
/** Each mail of an agenda to triage: for which meeting, and what it names. */
const mailed = async () =>
  (await office.received())
    .filter(({ email, destinations }) => email.subject === 'Agenda van het team' && destinations.includes(triage))
    .map(({ email }) => [
      /agenda\/(\d{4}-\d\d-\d\d)/.exec(email.text ?? '')?.[1],
      ...(email.text ?? '').matchAll(/OTA-[A-Z0-9-]{12}/g),
    ])
    .map(([date, ...named]) => [date, ...named.map(String)])

describe('een overleg dat niet doorgaat', () => {
  it('alles van die agenda komt op de volgende; er vertrekt geen mail voor een overleg dat er niet is', async () => {
    const reference = await file()
    expect((await dossierOf(work, reference)).agenda).toBe(dinsdag)
    expect((await cancel(dinsdag)).status).toBe(303)
    await later()
    expect(await words()).toContain('Dinsdag 24 november 2026: gaat niet door')
    expect([await agenda(dinsdag), await agenda(erna), await agenda()]).toEqual([404, [reference], [reference]])
    const next = await file()
    expect((await dossierOf(work, next)).agenda).toBe(erna)
    await post(`${dinsdag}T18:00:00Z`)
    expect(await mailed()).toEqual([])
    expect(((await agenda()) as string[]).sort()).toEqual([reference, next].sort())
    await post('2026-11-30T16:30:00Z')
    const [[date, ...named] = []] = await mailed()
    expect([(await mailed()).length, date, named.sort()]).toEqual([1, erna, [reference, next].sort()])
  })

  it.each([
    ['later', 'donderdag 26 november 2026', '2026-11-26', '2026-11-25T16:30:00Z'],
    ['vroeger', 'vrijdag 20 november 2026', '2026-11-20', '2026-11-19T16:30:00Z'],
  ])(
    'een andere dag in de plaats, %s: daar staat alles op, en daar is de mail van',
    async (_, said, instead, until) => {
      const reference = await file()
      expect((await cancel(dinsdag, { in_de_plaats: instead })).status).toBe(303)
      await later()
      expect(await words()).toContain(`gaat niet door, wel op ${said}`)
      expect([await agenda(dinsdag), await agenda(instead), await agenda(erna)]).toEqual([404, [reference], []])
      await post(until)
      expect(await mailed()).toEqual([[instead, reference]])
      await post('2026-11-30T18:00:00Z')
      // Nobody decided it: it is on the next one too, as of any meeting.
      expect(await mailed()).toEqual([
        [instead, reference],
        [erna, reference],
      ])
    },
  )

  it('terugzetten: het gaat weer door, met zijn agenda en zijn mail', async () => {
    const reference = await file()
    await cancel(dinsdag)
    expect(await words(`${path}/${dinsdag}`)).toContain('Dit overleg gaat niet door')
    expect((await coordinator.post(`${path}/${dinsdag}/terug`, { revisie: '9' })).status).toBe(303)
    await later()
    expect(await agenda(dinsdag)).toEqual([reference])
    await post(`${maandag}T16:30:00Z`)
    expect(await mailed()).toEqual([[dinsdag, reference]])
  })

  it('telt niet mee voor wat twee keer niet beslist is', async () => {
    await file()
    await cancel(erna)
    await at('2026-12-02T09:00:00Z')
    expect(await words('/werkruimte/agenda')).not.toContain('niet beslist')
    await at('2026-12-08T12:00:00Z')
    expect(await words('/werkruimte/agenda')).toContain('1 al 2 keer of meer niet beslist')
  })
})

describe('een extra overleg', () => {
  it('krijgt wat van dan af binnenkomt, en wat vorige keer bleef liggen', async () => {
    const left = await file()
    await post(`${dinsdag}T18:00:00Z`)
    expect(await mailed()).toEqual([[dinsdag, left]])
    await at('2026-11-25T09:00:00Z')
    expect((await add('27/11/2026')).status).toBe(303)
    await later()
    expect(await words()).toContain('Vrijdag 27 november 2026: beslist voor deze keer')
    const fresh = await file()
    expect((await dossierOf(work, fresh)).agenda).toBe('2026-11-27')
    expect(((await agenda('2026-11-27')) as string[]).sort()).toEqual([left, fresh].sort())
    await post('2026-11-26T16:30:00Z')
    const [, [date, ...named] = []] = await mailed()
    expect([date, named.sort()]).toEqual(['2026-11-27', [left, fresh].sort()])
  })

  it('weer weg: wat erop stond, komt op de volgende', async () => {
    await add('20/11/2026')
    await later()
    const reference = await file()
    expect((await dossierOf(work, reference)).agenda).toBe('2026-11-20')
    expect((await coordinator.post(`${path}/2026-11-20/terug`, { revisie: '9' })).status).toBe(303)
    await later()
    expect([await agenda('2026-11-20'), await agenda(dinsdag)]).toEqual([404, [reference]])
    await post(`${maandag}T16:30:00Z`)
    expect(await mailed()).toEqual([[dinsdag, reference]])
  })
})

describe('een sluitingsdag', () => {
  it('dan is er geen overleg: beide pagina’s zeggen het, en de agenda gaat naar de volgende', async () => {
    const reference = await file()
    await sendPage(coordinator, closings, { van: '24/11/2026', waarom: 'Brugdag' })
    await later()
    expect(await words(closings)).toMatch(/Ook het teamoverleg van dinsdag 24 november 2026 valt weg/)
    expect(await words()).toContain('Dinsdag 24 november 2026: gaat niet door, want gesloten (Brugdag)')
    expect([await agenda(dinsdag), await agenda(erna)]).toEqual([404, [reference]])
    await post('2026-11-30T16:30:00Z')
    expect(await mailed()).toEqual([[erna, reference]])
  })

  it('het team kan een andere dag kiezen', async () => {
    const reference = await file()
    await sendPage(coordinator, closings, { van: '24/11/2026', waarom: 'Brugdag' })
    expect((await cancel(dinsdag, { in_de_plaats: '25/11/2026' })).status).toBe(303)
    await later()
    expect(await agenda('2026-11-25')).toEqual([reference])
  })
})

describe('wat niet kan', () => {
  it.each([
    ['een dag waarop het team al samenkomt', '24/11/2026', 'Dan komt het team al samen. Kies een andere dag'],
    ['gisteren', '17/11/2026', 'Die dag is al voorbij. Vul vandaag of een latere dag in'],
    ['vandaag: de agenda is al weg', '18/11/2026', 'De agenda vertrekt de dag ervoor. Kies een latere dag'],
    ['een dag die niet bestaat', '31/11/2026', 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027'],
    ['over tien jaar', '1/12/2036', 'Kies een datum binnen 2 jaar'],
    ['een sluitingsdag', '26/11/2026', 'Die dag is uw netwerk gesloten (Brugdag). Kies een andere dag'],
  ])('%s, als extra dag en in de plaats', async (_, day, message) => {
    await sendPage(coordinator, closings, { van: '26/11/2026', waarom: 'Brugdag' })
    for (const [refused, field] of [
      [await add(day), 'datum'],
      [await cancel(erna, { in_de_plaats: day }), 'in_de_plaats'],
    ] as const) {
      const html = await refused.text()
      expect([refused.status, errorsIn(html), fieldsIn(html)[field]]).toEqual([422, [message], [day]])
    }
  })

  it('een dag zonder overleg, een die voorbij is, en een netwerk zonder team', async () => {
    for (const date of ['2026-11-25', '2026-11-17', '2026-13-45'])
      expect([date, (await coordinator.get(`${path}/${date}`)).status]).toEqual([date, 404])
    expect((await coordinator.post(`${path}/2026-11-25`, {})).status).toBe(404)
    const aalst = await work.as('Coördinator Aalst')
    expect((await aalst.get(path)).status).toBe(404)
    expect((await aalst.post(path, { datum: '27/11/2026' })).status).toBe(404)
    expect(wordsIn(await (await aalst.get('/werkruimte/beheer')).text())).not.toContain('een extra dag')
  })

  it('twee tegelijk: de tweede ziet wat de eerste deed', async () => {
    const form = fieldsIn((await readPage(coordinator, `${path}/${dinsdag}`)).html)
    await cancel(dinsdag)
    const second = await coordinator.post(`${path}/${dinsdag}`, { ...form, in_de_plaats: '26/11/2026' })
    expect([second.status, wordsIn(await second.text())]).toEqual([409, expect.stringContaining('gaat niet door')])
  })

  it('ook zestig keer na elkaar afgelast komt er nog een overleg', async () => {
    for (let week = 0; week < 60; week += 10) {
      const from = new Date(Date.parse(`${dinsdag}T00:00:00Z`) + week * 7 * 86_400_000).toISOString().slice(0, 10)
      const until = new Date(Date.parse(from) + 59 * 86_400_000).toISOString().slice(0, 10)
      expect((await sendPage(coordinator, closings, { van: from, tot: until, waarom: `Dicht ${week}` })).status).toBe(
        303,
      )
    }
    await later()
    expect((await dossierOf(work, await file())).agenda).toMatch(/^202[67]-/)
  })
})

/**
 * The overview of a working day: at half past eight to who asked for it, counts and links only. By the clock, across the switches of
 * summer time, weekends, holidays, absence and a change of mind.
 */
import { beforeEach, describe, expect, it } from 'vitest'
import { overviewAt } from '../../forms/kit/post/day-overview.ts'
import { linesOf } from '../overleg/mail-table.ts'
import { fileHeld } from '../support/dossier.ts'
import { finish, given } from '../support/own-tasks.ts'
import { place } from '../support/place-dossiers.ts'
import { type Visitor, wordsIn } from '../support/visitor.ts'
import { openWorkPost, type WorkPost } from '../support/work-post.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const coordinatorAt = 'coordinator@lco-aalst.example'
const casemanagerAt = 'casemanager@lco-aalst.example'
const subject = 'Uw overzicht van vandaag'

let work: TestWorkspace
let post: WorkPost
let visitors: Map<string, Visitor>

/** A werkruimte whose clock shows this Brussels morning. */
async function openAt(date: string, at = new Date(overviewAt(date).getTime() - 3_600_000)) {
  work = await startTestWorkspace({ now: at })
  post = openWorkPost(work)
  post.office.forget()
  visitors = new Map()
}
const choose = async (name: string, wanted: boolean) => {
  const visitor = await work.as(name)
  visitors.set(name, visitor)
  return visitor.post('/werkruimte/ik/overzicht', wanted ? { overzicht: 'ja' } : {})
}
/** Who got an overview since the last time, in the order they left. */
async function overviews(until: string | Date) {
  await post.passTo(until)
  const mails = (await post.office.received()).filter(({ email }) => email.subject === subject)
  post.office.forget()
  return mails.map(({ destinations, email }) => ({ to: destinations.join(), email, lines: linesOf(email) }))
}
const sentTo = async (until: string | Date) => (await overviews(until)).map(({ to }) => to)
const late = { nextOn: '2026-11-20', state: 'toegewezen', holder: 'casemanager-aalst' }

describe('om half negen', () => {
  beforeEach(() => openAt('2026-11-23'))

  it('telt eigen taken mee van wie ze zijn, ook te laat; een die klaar is niet', async () => {
    const filed = await fileHeld(work, { fast: true, nextOn: '2026-12-10' })
    const casemanager = await work.as('Casemanager Aalst')
    for (const tegen of ['23/11/2026', '24/11/2026', '24/11/2026', '25/11/2026'])
      await given(work, casemanager, filed, { taak: 'Bel de school', tegen })
    await finish(casemanager, filed, '02')
    await choose('Casemanager Aalst', true)
    const [mail] = await overviews('2026-11-24T12:00:00Z').then((mails) => mails.slice(-1))
    expect(mail?.lines).toEqual(expect.arrayContaining(['Vandaag te doen: 1', 'Eigen taken te laat: 1']))
    expect(mail?.lines.join()).not.toContain('school')
  })

  it('wie het vroeg, krijgt aantallen en links; wie niets vroeg, niets', async () => {
    await place(work, { nextOn: '2026-11-25' })
    await place(work, { nextOn: '2026-11-23' })
    await place(work, late)
    const marked = await place(work, { ...late, nextOn: '2026-11-23' })
    await place(work, { ...marked, notReached: ['aanvrager'] })
    await choose('Coördinator Aalst', true)
    await choose('Casemanager Aalst', true)
    const mails = await overviews('2026-11-23T12:00:00Z')
    expect(mails.map(({ to }) => to).sort()).toEqual([casemanagerAt, coordinatorAt])
    const linesTo = (address: string) => mails.find(({ to }) => to === address)?.lines
    expect(linesTo(coordinatorAt)).toEqual([
      'Uw overzicht van maandag 23 november 2026',
      'Dit wacht vandaag bij LCO Aalst.',
      ...['Nieuw: 2', 'Vandaag te doen: 2', 'Te laat: 1'],
      'Open de werkruimte:',
      'Stuur geen gegevens over cliënten per mail.',
      ...['Bekijk wat nieuw is:', 'Bekijk wat vandaag moet:', 'Bekijk wat te laat is:'],
      'Zet dit overzicht af:',
    ])
    expect(linesTo(casemanagerAt)?.filter((line) => /\d$/.test(line) && !line.includes('2026'))).toEqual([
      'Nieuw: 2',
      'Vandaag te doen: 1',
      'Te laat: 1',
      'Niet aangekomen: 1',
    ])
    const written = JSON.stringify(mails.map(({ email }) => [email.text, email.html, email.subject]))
    expect(written).not.toMatch(/LCO-[0-9A-Z]{4}|D-2041|CAW/)
  })

  it('elke link leidt naar een lijst die er is', async () => {
    await place(work, late)
    await choose('Coördinator Aalst', true)
    const [mail] = await overviews('2026-11-23T12:00:00Z')
    const links = mail?.email.text?.match(/https:\/\/loket\.example\/werkruimte\S*/g) ?? []
    expect(links.length).toBeGreaterThan(2)
    const coordinator = await work.as('Coördinator Aalst')
    for (const link of links)
      expect((await coordinator.get(link.replace('https://loket.example', ''))).status).toBe(200)
  })

  it('is er niets, dan komt er niets, en de volgende dag wel weer', async () => {
    await choose('Casemanager Aalst', true)
    expect(await sentTo('2026-11-23T23:00:00Z')).toEqual([])
    await place(work, { ...late, nextOn: '2026-11-30' })
    expect(await sentTo('2026-11-24T23:00:00Z')).toEqual([casemanagerAt])
  })

  it('meer dan honderd is “100 of meer”', async () => {
    for (let index = 0; index < 103; index += 1) await place(work, late)
    await choose('Casemanager Aalst', true)
    const [mail] = await overviews('2026-11-23T12:00:00Z')
    expect(mail?.lines).toContain('Te laat: 100 of meer')
  })

  it('van een ander netwerk, of van een ander persoon, telt niets mee', async () => {
    await place(work, {
      network: 'ota',
      form: 'ota-aanmelding',
      nextOn: '2026-11-20',
      state: 'toegewezen',
      holder: 'casemanager-aalst',
    })
    await place(work, { ...late, holder: 'casemanager-aalst-2' })
    await choose('Casemanager Aalst', true)
    expect(await sentTo('2026-11-23T23:00:00Z')).toEqual([])
  })
})

describe('welke dagen', () => {
  it.each([
    ['een weekend', '2026-11-27', ['2026-11-27', '2026-11-30']],
    ['een feestdag', '2026-12-24', ['2026-12-24', '2026-12-28']],
    ['zomertijd begint', '2027-03-26', ['2027-03-26', '2027-03-30']],
    ['wintertijd begint', '2026-10-23', ['2026-10-23', '2026-10-26']],
  ])('%s', async (_, from, days) => {
    await openAt(from)
    await place(work, late)
    await choose('Casemanager Aalst', true)
    const until = new Date(overviewAt(days.at(-1) ?? '').getTime() + 3_600_000)
    const mails = await overviews(until)
    expect(mails.map(({ lines }) => lines[0])).toHaveLength(days.length)
    const sent = (await work.items('loket'))
      .filter(({ subject: of, status }) => of === 'OVERZICHT-aalst-casemanager-aalst' && status === 'verstuurd')
      .map(({ sentAt }) => String(sentAt))
    expect(sent.sort()).toEqual(days.map((date) => overviewAt(date).toISOString()))
  })

  it('is half negen op de klok, in winter en zomer', () => {
    expect(['2027-01-04', '2027-07-05'].map((date) => overviewAt(date).toISOString())).toEqual([
      '2027-01-04T07:30:00.000Z',
      '2027-07-05T06:30:00.000Z',
    ])
  })

  it('wie afwezig is, krijgt er geen; terug is terug', async () => {
    await openAt('2026-11-23')
    await place(work, late)
    await choose('Casemanager Aalst', true)
    await visitors.get('Casemanager Aalst')?.post('/werkruimte/ik/afwezig', { van: '2026-11-23', tot: '2026-11-24' })
    expect(await sentTo('2026-11-24T23:00:00Z')).toEqual([])
    expect(await sentTo('2026-11-25T23:00:00Z')).toEqual([casemanagerAt])
  })

  it('staat het verzenden stil tot na de middag, dan komt het die dag niet meer; de volgende dag wel', async () => {
    await openAt('2026-11-23')
    await place(work, late)
    await choose('Casemanager Aalst', true)
    post.office.letSes(() => false)
    await post.passTo('2026-11-23T10:59:00Z')
    post.office.letSes(() => true)
    post.office.forget()
    expect(await sentTo('2026-11-23T23:00:00Z')).toEqual([])
    expect(await sentTo('2026-11-24T23:00:00Z')).toEqual([casemanagerAt])
  })
})

describe('de keuze', () => {
  beforeEach(async () => {
    await openAt('2026-11-23')
    await place(work, late)
  })

  it('staat op de eigen bladzijde, uit tot iemand ze aanzet, en wordt bewaard', async () => {
    const casemanager = await work.as('Casemanager Aalst')
    const page = async () => (await casemanager.get('/werkruimte/ik')).text()
    expect(wordsIn(await page())).toContain('Elke werkdag om 8.30 uur een overzicht per mail')
    expect(await page()).toMatch(/<input id="overzicht"[^>]*>/)
    expect(await page()).not.toMatch(/<input id="overzicht"[^>]* checked/)
    const response = await choose('Casemanager Aalst', true)
    expect([response.status, response.headers.get('location')]).toEqual([303, '/werkruimte/ik?klaar=overzicht'])
    expect(await page()).toMatch(/<input id="overzicht"[^>]* checked/)
    expect((await casemanager.post('/werkruimte/ik/overzicht', { overzicht: ['ja', 'ja'] })).status).toBe(400)
  })

  it('aan, uit en weer aan, hoe vaak ook: één mail op een dag', async () => {
    for (const wanted of [true, true, false, true]) await choose('Casemanager Aalst', wanted)
    await Promise.all([choose('Casemanager Aalst', true), choose('Casemanager Aalst', true)])
    expect(await sentTo('2026-11-23T23:00:00Z')).toEqual([casemanagerAt])
  })

  it('uit: er komt niets meer, en er wacht niets meer', async () => {
    await choose('Casemanager Aalst', true)
    expect(await sentTo('2026-11-23T23:00:00Z')).toEqual([casemanagerAt])
    await choose('Casemanager Aalst', false)
    expect(await sentTo('2026-11-27T23:00:00Z')).toEqual([])
    const waits = (await work.items('loket')).filter(
      ({ pk, dueAt }) => String(pk).startsWith('OUTBOX#OVERZICHT') && dueAt !== undefined,
    )
    expect(waits).toEqual([])
  })

  it('wie het vlak voor half negen vraagt, krijgt het de volgende werkdag', async () => {
    await openAt('2026-11-23', new Date('2026-11-23T07:28:00Z'))
    await place(work, late)
    await choose('Casemanager Aalst', true)
    expect(await sentTo('2026-11-23T23:00:00Z')).toEqual([])
    expect(await sentTo('2026-11-24T23:00:00Z')).toEqual([casemanagerAt])
  })

  it('twee postbodes tegelijk, en een die sterft: elk één keer', async () => {
    await choose('Casemanager Aalst', true)
    await choose('Coördinator Aalst', true)
    const dying = post.office.worker({
      ...post.office.outbox,
      sent: () => Promise.reject(new Error('killed')),
      retryAt: () => Promise.reject(new Error('killed')),
    })
    const at = overviewAt('2026-11-23')
    await post.passTo(new Date(at.getTime() - 1))
    post.office.setClock(at)
    const keys = await post.office.outbox.due(at, 10)
    // It dies before SES is asked: another one takes the mail again once its lease is over.
    post.office.letSes(() => false)
    await dying(keys)
    post.office.letSes(() => true)
    post.office.forget()
    work.clock.now = at
    post.office.setClock(new Date(at.getTime() + 61_000))
    await Promise.all([post.office.deliver(keys), post.office.deliver(keys)])
    expect((await sentTo('2026-11-23T23:00:00Z')).sort()).toEqual([casemanagerAt, coordinatorAt])
  })

  it('een organisator heeft niets om te tellen', async () => {
    const organiser = await work.as('Organisator')
    expect(await (await organiser.get('/werkruimte/ik')).text()).not.toContain('overzicht per mail')
    expect((await organiser.post('/werkruimte/ik/overzicht', { overzicht: 'ja' })).status).toBe(403)
  })
})

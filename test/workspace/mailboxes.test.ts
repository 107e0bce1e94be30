/** The mailboxes of a network: a new one counts once somebody who reads it says so; the old one stays until then, and is told. */
import { beforeEach, describe, expect, it } from 'vitest'
import { createContents } from '../../functions/shared/store/contents.ts'
import { openPostOffice, type PostOffice, secrets } from '../mailer/post-office.ts'
import { fileRequest } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { createVisitor, type Fields, locationOf, readPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const path = '/werkruimte/beheer/netwerk'
const old = 'aanvragen@lco-aalst.example'
const triage = 'onthaal@welzijn-aalst.example'
let work: TestWorkspace
let aalst: Visitor
let office: PostOffice
beforeEach(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z'), content: 'stored' })
  work.secrets.linkKeys = secrets.linkKeys
  aalst = await work.as('Coördinator Aalst')
  const contents = createContents(work.connection, () => work.clock.now)
  office = openPostOffice(work.connection, { clock: work.clock, contents })
})

/** Only the form of the mailboxes is sent. */
async function change(fields: Fields, visitor = aalst): Promise<Response> {
  const { html } = await readPage(visitor, path)
  const revisie = /name="revisie" value="(\d+)"/.exec(html)?.[1] ?? ''
  const shown = { triage: old, deputy: 'plaatsvervanger@lco-aalst.example', reply: 'lco@lco-aalst.example' }
  return visitor.post(path, { ...shown, revisie, ...fields })
}
async function sent(): Promise<Map<string, string>> {
  await office.passTo(work.clock.now)
  await office.sweep()
  const all = (await office.received()).map(
    ({ destinations, email }) => [destinations.join(), email.text ?? ''] as const,
  )
  office.forget()
  return new Map(all)
}
const linkIn = (text = '') => /https:\/\/loket\.example(\/werkruimte\/postbus\/\S+)/.exec(text)?.[1] ?? ''
const stranger = () => createVisitor(work.url, async (request) => work.app.fetch(request))
const mailbox = async () => (await (await work.deps.openContentChanges()).stored(networkOf())).content.mailboxes.triage
const networkOf = () => ({ slug: 'aalst', aanbod: {} })

describe('een nieuwe postbus', () => {
  it('telt pas als ze daar bevestigd is; het oude adres krijgt ook een mail', async () => {
    expect(locationOf(await change({ triage }))).toBe(`${path}?klaar=mailboxes`)
    const mails = await sent()
    expect([...mails.keys()].sort()).toEqual([old, triage].sort())
    expect(mails.get(old)).toContain('Deze postbus wordt vervangen')
    expect(await mailbox()).toBe(old)
    const link = linkIn(mails.get(triage))
    // A scanner opens it, more than once: nothing changes.
    for (let n = 0; n < 3; n += 1) expect((await stranger().get(link)).status).toBe(200)
    expect(await mailbox()).toBe(old)
    const pressed = await stranger().post(link)
    expect([pressed.status, wordsIn(await pressed.text())]).toEqual([200, expect.stringContaining('is bevestigd')])
    expect(await mailbox()).toBe(triage)
    expect((await stranger().post(link)).status).toBe(200)
  })

  it('krijgt daarna de mails over nieuwe aanvragen, en tot dan de oude', async () => {
    await change({ triage })
    const mails = await sent()
    await fileRequest(work)
    expect([...(await sent()).keys()]).toContain(old)
    await stranger().post(linkIn(mails.get(triage)))
    work.clock.later(60)
    await fileRequest(work)
    const after = [...(await sent()).keys()]
    expect([after.includes(triage), after.includes(old)]).toEqual([true, false])
  })

  it('die niet aankomt, laat de oude staan: wie ze vroeg, leest het op de pagina en krijgt een mail', async () => {
    await change({ triage })
    await office.sweep()
    for (const event of office.told('bounce', triage)) await office.feedback(event)
    office.forget()
    expect((await readPage(aalst, path)).words).toContain('niet aangekomen')
    expect(await mailbox()).toBe(old)
    const [to] = [...(await sent()).keys()]
    expect(to).toBe('coordinator@lco-aalst.example')
  })

  it('wordt niet bevestigd door de link van een vorige vraag, ook niet door een te oude', async () => {
    await change({ triage })
    const first = linkIn((await sent()).get(triage))
    work.clock.later(60)
    await change({ triage: 'anders@welzijn-aalst.example' })
    expect([(await stranger().get(first)).status, (await stranger().post(first)).status]).toEqual([410, 410])
    const second = linkIn((await sent()).get('anders@welzijn-aalst.example'))
    work.clock.later(14 * 86_400)
    expect((await stranger().post(second)).status).toBe(410)
    expect(await mailbox()).toBe(old)
  })

  it('een veranderde link opent niets', async () => {
    await change({ triage })
    const link = linkIn((await sent()).get(triage))
    for (const odd of [
      `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`,
      link.replace('aalst_triage', 'aalst_reply'),
    ])
      expect((await stranger().post(odd)).status).toBe(404)
    expect(await mailbox()).toBe(old)
  })

  it('twee keer hetzelfde gevraagd, mailt één keer; het oude terug, laat de vraag vallen', async () => {
    await change({ triage })
    const link = linkIn((await sent()).get(triage))
    work.clock.later(60)
    await change({ triage })
    expect((await sent()).size).toBe(0)
    await change({})
    expect((await stranger().post(link)).status).toBe(410)
  })
})

describe('wat niet kan', () => {
  it.each<[string, Fields, string]>([
    ['leeg', { triage: '' }, 'Vul één e-mailadres in'],
    ['geen adres', { triage: 'onthaal' }, 'Dit adres is niet volledig'],
    ['twee adressen', { triage: 'a@b.be, c@d.be' }, 'één'],
    ['dezelfde als de plaatsvervanger', { triage: 'plaatsvervanger@lco-aalst.example' }, 'Kies een andere postbus'],
  ])('%s: 422, en wat er stond blijft staan', async (_, fields, message) => {
    const response = await change(fields)
    const html = await response.text()
    expect([response.status, errorsIn(html).length > 0]).toEqual([422, true])
    expect(wordsIn(html)).toContain(message)
    expect(html).toContain(String(fields.triage).replaceAll('"', '&quot;'))
    expect((await sent()).size).toBe(0)
  })

  it('wie iets anders doet dan een coördinator, komt er niet', async () => {
    for (const name of ['Casemanager Aalst', 'Organisator'])
      expect((await (await work.as(name)).get(path)).status).toBe(403)
  })

  it('van twee tegelijk hoort de tweede wat de eerste vroeg, en houdt wat hij typte', async () => {
    const { html } = await readPage(aalst, path)
    const revisie = /name="revisie" value="(\d+)"/.exec(html)?.[1] ?? ''
    const rest = { deputy: 'plaatsvervanger@lco-aalst.example', reply: 'lco@lco-aalst.example', revisie }
    await change({ triage })
    const response = await aalst.post(path, { triage: 'tweede@welzijn-aalst.example', ...rest })
    const words = wordsIn(await response.text())
    expect(response.status).toBe(409)
    expect(words).toContain('Iemand veranderde dit intussen')
    expect(words).toContain(triage)
    expect((await sent()).has('tweede@welzijn-aalst.example')).toBe(false)
  })
})

it('de geschiedenis zegt wie het vroeg, en dat het bevestigd is', async () => {
  await change({ triage })
  await stranger().post(linkIn((await sent()).get(triage)))
  const { words } = await readPage(aalst, '/werkruimte/beheer/wijzigingen')
  expect(words).toMatch(/Coördinator Aalst bevestigde.*Coördinator Aalst wijzigde/)
})

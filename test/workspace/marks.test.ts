/**
 * Whom our mail does not reach: a mark in the list and in the head of the dossier, until somebody mends it. Corrected once, it is
 * corrected everywhere, and one mail goes (docs/promises.md, "Nothing lost").
 */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Act, OverlegDecision } from '../../forms/kit/overleg/decision.ts'
import { readdressAtTable } from '../../forms/kit/overleg/readdress.ts'
import type { MailEvent } from '../../functions/local/mail-events.ts'
import { createMarks } from '../../functions/shared/store/marks.ts'
import type { OpenOverleg } from '../../functions/workspace/overleg/open.ts'
import { dossierOf, type Filed, fileHeld, fileRequest, hiddenOn, mailsOf, place } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { overlegOf } from '../support/overleg.ts'
import { spanAt } from '../support/overleg-tables.ts'
import { passUndo } from '../support/undo.ts'
import { mainOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { openWorkPost, type WorkPost } from '../support/work-post.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const old = 'noor@caw.example'
const better = 'nora@caw.example'

let work: TestWorkspace
let post: WorkPost
let coordinator: Visitor
beforeAll(async () => {
  work = await startTestWorkspace()
})
beforeEach(async () => {
  work.clock.later(3600)
  post = openWorkPost(work)
  coordinator = await work.as('Coördinator Aalst')
  await post.left()
})

const read = async (path: string, visitor = coordinator) => mainOf(await (await visitor.get(path)).text())
/** The marks in the head of a dossier. */
const head = async ({ path }: Filed, visitor = coordinator): Promise<string[]> =>
  [...(await read(path, visitor)).matchAll(/data-niet-aangekomen="(\w+)"/g)].map(([, who = '']) => who)
/** The line of a dossier in the list. */
async function line({ reference }: Filed, visitor = coordinator): Promise<string> {
  const html = await read('/werkruimte?formulier=lco-aanvraag', visitor)
  // What the list was asked goes along; a row is looked at for what its own links say.
  const row = html.split('<tr').find((part) => part.includes(`/dossier/${reference}?`)) ?? ''
  return row.replace(/\?lijst=[^"]*/g, '')
}
const correct = async ({ path }: Filed, email: string, visitor = coordinator) =>
  visitor.post(`${path}/adres`, { ...(await hiddenOn(visitor, `${path}/adres`)), email })
const inPost = async ({ reference }: Filed) => (await read('/werkruimte/post')).includes(reference)

describe('een mail aan de aanvrager komt terug', () => {
  let filed: Filed
  let events: MailEvent[]
  beforeEach(async () => {
    filed = await fileRequest(work)
    events = await post.bounces(old)
    await post.left()
  })

  it('staat in de lijst en bovenaan het dossier, met de knop die het herstelt en het nummer', async () => {
    const row = await line(filed)
    expect(wordsIn(row)).toContain('niet aangekomen')
    expect(row).toContain(`href="${filed.path}/adres"`)
    expect(await head(filed)).toEqual(['aanvrager'])
    const html = await read(filed.path)
    const [, mark = ''] = /data-niet-aangekomen="aanvrager">([\s\S]*?)<\/div>/.exec(html) ?? []
    expect(wordsIn(mark).trim()).toMatch(/^Niet aangekomen Bel [\d ]+ of verbeter het adres\. Verbeter het adres$/)
    expect(mark).toContain('href="tel:+32')
    expect(html.indexOf('data-niet-aangekomen')).toBeLessThan(html.indexOf('id="doen"'))
  })

  it('is één teken, hoe vaak en in welke volgorde SES het ook vertelt; en niemands bladzijde veroudert erdoor', async () => {
    const { revision } = await dossierOf(work, filed.reference)
    await Promise.all([...events, ...events, ...events].reverse().map((event) => post.feedback(event)))
    expect(await dossierOf(work, filed.reference)).toMatchObject({ revision, notReached: ['aanvrager'] })
  })

  it('blijft staan tot iemand het herstelt, wat er ondertussen ook gebeurt', async () => {
    const hidden = await hiddenOn(coordinator, `${filed.path}/verlengen`)
    expect((await coordinator.post(`${filed.path}/verlengen`, hidden)).status).toBe(303)
    expect(await head(filed)).toEqual(['aanvrager'])
    expect(wordsIn(await line(filed))).toContain('niet aangekomen')
  })

  it('één keer verbeterd: dossier, antwoorden en Post, en er vertrekt één mail', async () => {
    expect(await inPost(filed)).toBe(true)
    work.clock.later(60)
    expect((await correct(filed, better)).status).toBe(303)
    expect(await post.left()).toEqual([`${better} Nieuws over uw aanvraag · ${filed.reference}`])
    expect([await head(filed), wordsIn(await line(filed)).includes('niet aangekomen')]).toEqual([[], false])
    expect(await inPost(filed)).toBe(false)
    const html = await read(filed.path)
    expect(wordsIn(html)).toContain(`${old} Verbeterd: ${better}`)
    expect(html).not.toContain('Verstuur opnieuw')
    expect(html).not.toContain('class="error"')
    await post.passTo(new Date(work.clock.now.getTime() + 60_000))
    expect(await post.left()).toEqual([])
  })

  it('twee keer gedrukt, en te laat nog eens verteld: nog altijd één mail, en geen teken meer', async () => {
    const hidden = await hiddenOn(coordinator, `${filed.path}/adres`)
    const press = () => coordinator.post(`${filed.path}/adres`, { ...hidden, email: better })
    await Promise.all([press(), press()])
    await press()
    for (const event of [...events, ...events]) await post.feedback(event)
    expect(await post.left()).toEqual([`${better} Nieuws over uw aanvraag · ${filed.reference}`])
    expect([await head(filed), await inPost(filed)]).toEqual([[], false])
  })

  it('hetzelfde adres is geen verbetering: dat zegt de pagina, met wat er getypt is', async () => {
    const response = await correct(filed, old)
    expect([response.status, errorsIn(await response.text())]).toEqual([
      422,
      ['Op dit adres kwam de mail niet aan. Vul het adres in dat wel werkt, of verstuur de mail opnieuw'],
    ])
    expect(await head(filed)).toEqual(['aanvrager'])
  })

  it('kwam er meer dan één terug, dan gaat er toch maar één: hoe het nu staat', async () => {
    const at = await dossierOf(work, filed.reference)
    await coordinator.post(`${filed.path}/wachten`, {
      revision: String(at.revision),
      bij: '',
      toelichting: 'Welke school?',
    })
    await post.bounces(old)
    await post.left()
    await correct(filed, better)
    const [only, ...more] = await post.left()
    expect([only, more]).toEqual([`${better} Nieuws over uw aanvraag · ${filed.reference}`, []])
    expect(await inPost(filed)).toBe(false)
  })

  it('komt ook het nieuwe adres terug, dan staat het er weer', async () => {
    await correct(filed, better)
    await post.bounces(better)
    expect([await head(filed), await inPost(filed)]).toEqual([['aanvrager'], true])
  })

  it('wie opnieuw verstuurt of zegt dat het opgelost is, herstelt het ook', async () => {
    const mail = (await mailsOf(work, filed.reference)).find(({ fate }) => fate === 'niet_aangekomen')
    await coordinator.post('/werkruimte/post/opgelost', { subject: filed.reference, mailId: mail?.mailId ?? '' })
    expect(await head(filed)).toEqual([])
    expect(await createMarks(work.connection).notReached(mail?.notification as never)).toBe(true)
    await coordinator.post(`${filed.path}/mail/${mail?.mailId}/opnieuw`)
    expect(await head(filed)).toEqual([])
  })

  it('een stap die op hetzelfde moment gezet wordt, schrijft het teken niet weg', async () => {
    const before = await dossierOf(work, filed.reference)
    const { notReached: _, ...asRead } = before
    const mail = (await mailsOf(work, filed.reference)).find(({ fate }) => fate === 'niet_aangekomen')
    expect(mail && (await createMarks(work.connection).notReached(mail.notification))).toBe(true)
    const move = (from: typeof before) =>
      work.deps.dossiers.move({
        before: from,
        after: { ...from, revision: from.revision + 1 },
        mails: { put: [], takeBack: {} },
        counts: [],
        audit: { who: 'coordinator-aalst', what: 'verlengen' },
        ...{ auditId: `x${from.notReached}`, now: work.clock.now, auditDays: 1 },
      })
    // As read before the mail came back: refused, so that whoever moves looks again.
    expect(await move(asRead)).toBe('changed')
    expect(await move(before)).toBe('moved')
    expect((await dossierOf(work, filed.reference)).notReached).toEqual(['aanvrager'])
  })
})

/** Sam is reached elsewhere, as the page of the table decides it. */
function atNewAddress({ overleg, details, reach }: OpenOverleg, act: Act): OverlegDecision {
  const addresses = new Map([...reach].map(([id, { email }]) => [id, email]))
  const to = { from: 'sam@ocmw.example', to: 'samira@ocmw.example' }
  return (
    readdressAtTable({ overleg, details, addresses, declined: [] }, { ...act, ...to }) ?? {
      kind: 'refused',
      reason: 'not_now',
    }
  )
}

describe('iemand aan tafel', () => {
  async function atTable() {
    const filed = await fileHeld(work)
    const overleg = overlegOf(work, filed.reference)
    await overleg.table([
      { wie: 'client', bereik: 'brief' },
      { dienst: 'CAW Voorbeeld', naam: 'Noor Voorbeeld', email: old },
      { dienst: 'OCMW Voorbeeld', naam: 'Sam Voorbeeld', email: 'sam@ocmw.example' },
    ])
    await post.left()
    const day = new Date(work.clock.now.getTime() + 20 * 86_400_000).toISOString().slice(0, 10)
    await overleg.asked([spanAt(`${day}T14:00`)])
    return { filed, overleg, casemanager: await work.as('Casemanager Aalst') }
  }

  it('een teken met de tafel als knop; het adres daar verbeterd, en het is weg uit lijst, dossier en Post', async () => {
    const { filed, overleg, casemanager } = await atTable()
    await post.bounces('sam@ocmw.example')
    await post.left()
    expect(await head(filed, casemanager)).toEqual(['deelnemer'])
    expect(await line(filed, casemanager)).toContain(`href="${filed.path}/overleg/tafel"`)
    expect(await inPost(filed)).toBe(true)
    const page = `${filed.path}/overleg/tafel`
    const shown = await hiddenOn(casemanager, page)
    const [name = ''] = Object.entries(shown).find(([, [value]]) => value === 'sam@ocmw.example') ?? []
    const sent = await casemanager.post(page, { ...shown, [name]: 'samira@ocmw.example', actie: 'bewaar' })
    expect(sent.status).toBe(303)
    expect((await post.left()).map((mail) => mail.split(' ')[0])).toEqual(['samira@ocmw.example'])
    expect([await head(filed, casemanager), await inPost(filed)]).toEqual([[], false])
    expect(wordsIn(await line(filed, casemanager))).not.toContain('niet aangekomen')
    expect((await overleg.now()).file.dossier.notReached).toBeUndefined()
  })

  it('een mail langs een link van voor de verbetering tekent niemand meer', async () => {
    const { filed, overleg } = await atTable()
    await post.passTo(work.clock.now)
    const late = post.told('sam@ocmw.example')
    await overleg.act((found, act) => atNewAddress(found, act))
    expect(late).not.toEqual([])
    for (const event of late) await post.feedback(event)
    expect(await head(filed)).toEqual([])
  })

  it('zit de aanvrager met dat adres aan tafel, dan is het daar mee verbeterd, en gaat er één mail: de vraag van de tafel', async () => {
    const { filed, overleg, casemanager } = await atTable()
    await post.bounces(old)
    await post.left()
    expect(await head(filed, casemanager)).toContain('deelnemer')
    const marked = await createMarks(work.connection).notReached({
      ...{ kind: 'ingetrokken', to: 'aanvrager', network: 'aalst', form: 'lco-aanvraag' },
      ...{ reference: filed.reference, linkVersion: 1 },
    } as never)
    expect(marked).toBe(true)
    work.clock.later(60)
    expect((await correct(filed, better, casemanager)).status).toBe(303)
    expect(await post.left()).toEqual([`${better} Wanneer kunt u? · ${filed.reference}`])
    const { reach } = await overleg.now()
    expect([...reach.values()].map(({ email, cameBackAt }) => [email, cameBackAt]).sort()).toEqual([
      [better, undefined],
      ['sam@ocmw.example', undefined],
    ])
    expect([await head(filed, casemanager), await inPost(filed)]).toEqual([[], false])
    expect(await read(`${filed.path}/overleg/tafel`, casemanager)).toContain(`value="${better}"`)
  })

  it('en andersom: aan de tafel verbeterd, is het ook op de aanvraag verbeterd, met één mail', async () => {
    const { filed, casemanager } = await atTable()
    await post.bounces(old)
    await post.left()
    const page = `${filed.path}/overleg/tafel`
    const shown = await hiddenOn(casemanager, page)
    const [name = ''] = Object.entries(shown).find(([, [value]]) => value === old) ?? []
    await casemanager.post(page, { ...shown, [name]: better, actie: 'bewaar' })
    expect(await post.left()).toEqual([`${better} Wanneer kunt u? · ${filed.reference}`])
    expect(await work.deps.addresses.read(filed.reference, work.clock.now)).toBe(better)
    expect([await head(filed, casemanager), await inPost(filed)]).toEqual([[], false])
    // An address that works is at the table what somebody wants it to be, and nothing else changes.
    const again = await hiddenOn(casemanager, page)
    const [cell = ''] = Object.entries(again).find(([, [value]]) => value === better) ?? []
    await casemanager.post(page, { ...again, [cell]: 'thuis@mail.example', actie: 'bewaar' })
    expect(await work.deps.addresses.read(filed.reference, work.clock.now)).toBe(better)
  })

  it('een tafel die daarna gemaakt wordt, begint met het verbeterde adres', async () => {
    const filed = await fileHeld(work)
    const casemanager = await work.as('Casemanager Aalst')
    await correct(filed, better, casemanager)
    const table = await read(`${filed.path}/overleg/tafel`, casemanager)
    expect([table.includes(better), table.includes(old)]).toEqual([true, false])
  })
})

describe('wie het dossier heeft', () => {
  it('is getekend tot iemand hen sprak; heeft een ander het dossier, dan is het voorbij', async () => {
    const filed = await fileRequest(work)
    const { revision = [] } = await hiddenOn(coordinator, `${filed.path}/toewijzen`)
    await coordinator.post(`${filed.path}/toewijzen`, { revision, bij: '', persoon: 'casemanager-aalst', toch: 'ja' })
    passUndo(work)
    await post.bounces('casemanager@lco-aalst.example')
    expect(await head(filed)).toEqual(['medewerker'])
    expect(wordsIn(await read(filed.path))).toContain(
      'Casemanager Aalst kreeg een mail over dit dossier niet. Bel 053 00 00 02',
    )
    const held = await dossierOf(work, filed.reference)
    await place(work, filed.reference, { ...held, holder: 'casemanager-aalst-2' })
    expect(await head(filed)).toEqual([])
    await place(work, filed.reference, { ...(await dossierOf(work, filed.reference)), holder: 'casemanager-aalst' })
    const wie = 'medewerker#casemanager-aalst'
    for (const _ of [1, 2])
      expect((await coordinator.post(`${filed.path}/bereikt`, { wie })).headers.get('location')).toBe(
        `${filed.path}?klaar=bereikt`,
      )
    expect([await head(filed), await inPost(filed)]).toEqual([[], false])
    expect((await coordinator.post(`${filed.path}/bereikt`, {})).status).toBe(400)
  })
})

describe('een verdachte aanvraag', () => {
  it('zegt het bovenaan, met de ene knop; één druk, en de mail die wachtte vertrekt één keer', async () => {
    const filed = await fileRequest(work, { fast: true })
    await post.left()
    const html = await read(filed.path)
    const [, mark = ''] = /data-suspect="[^"]*">([\s\S]*?)<\/div>/.exec(html) ?? []
    expect(wordsIn(mark)).toContain('Dit is echt')
    expect(html.match(/data-next/g)).toHaveLength(1)
    expect(mark).toContain('data-next')
    const [, action = ''] = /action="([^"]+)"/.exec(mark) ?? []
    const [, revision = ''] = /name="revision" value="(\d+)"/.exec(mark) ?? []
    const press = () => coordinator.post(action, { revision, bij: '' })
    await Promise.all([press(), press()])
    expect(await post.left()).toEqual([`${old} Uw aanvraag is ontvangen · ${filed.reference}`])
    expect(await read(filed.path)).not.toContain('data-suspect')
  })
})

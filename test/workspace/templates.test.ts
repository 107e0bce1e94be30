/** Mail to the applicant in fixed words: one press, one mail, in the history; and what stands in its place when nothing can go. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { linesOf } from '../overleg/mail-table.ts'
import { demoContent } from '../support/content.ts'
import {
  dossierOf,
  type Filed,
  fileHeld,
  fileRequest,
  fileVraag,
  hiddenOn,
  mailsOf,
  place,
} from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { mainOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { openWorkPost, type WorkPost } from '../support/work-post.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const applicant = 'noor@caw.example'
/** Never in a mail. */
const canary = 'kanarie-7319'

let work: TestWorkspace
let post: WorkPost
let coordinator: Visitor
let casemanager: Visitor
let filed: Filed
beforeAll(async () => {
  work = await startTestWorkspace()
})
beforeEach(async () => {
  work.clock.later(3600)
  post = openWorkPost(work)
  coordinator = await work.as('Coördinator Aalst')
  casemanager = await work.as('Casemanager Aalst')
  filed = await fileHeld(work, { changes: { situatie: { vraag_client: canary } } })
  await post.left()
})

const read = async (path: string, visitor = casemanager) => mainOf(await (await visitor.get(path)).text())
const part = async (visitor = casemanager) => {
  const [, html = ''] =
    /<section class="lw-block" id="bericht">([\s\S]*?)<\/section>/.exec(await read(filed.path, visitor)) ?? []
  return html
}
const revisionOf = async () => String((await dossierOf(work, filed.reference)).revision)
const press = async (key: string, fields: Record<string, string> = {}, visitor = casemanager) =>
  visitor.post(`${filed.path}/bericht/${key}`, { revision: await revisionOf(), ...fields })
const subject = () => `Bericht over uw aanvraag · ${filed.reference}`
async function mailed() {
  await post.passTo(work.clock.now)
  const mails = (await post.office.received()).map(({ destinations, email }) => ({ to: destinations.join(), email }))
  post.office.forget()
  return mails
}

describe('één druk', () => {
  it.each([
    [
      'bel-mij',
      {},
      ['Dag,', 'We spreken u graag even.', 'Wilt u Casemanager Aalst bellen? Dat kan op 053 00 00 02.'],
      'Bericht gemaild “Bel mij”',
    ],
    [
      'papier',
      {},
      [
        'Dag,',
        'Er ontbreekt nog een papier.',
        'Bel Casemanager Aalst, 053 00 00 02. Dan hoort u welk. Stuur het niet per mail.',
      ],
      'Bericht gemaild “Een papier ontbreekt”',
    ],
    [
      'overleg-voor',
      { datum: '15/3/2027' },
      [
        'Dag,',
        'We willen het overleg laten doorgaan ten laatste op maandag 15 maart 2027.',
        'Bel Casemanager Aalst, 053 00 00 02, om samen een moment te kiezen.',
      ],
      'Bericht gemaild “Overleg nodig ten laatste op …” (maandag 15 maart 2027)',
    ],
  ])('%s: woord voor woord, en in de geschiedenis', async (key, fields, sentences, told) => {
    const { label = '' } = demoContent('aalst').templates.find((one) => one.key === key) ?? {}
    expect(wordsIn(await part())).toContain(label)
    const response = await press(key, fields)
    expect([response.status, response.headers.get('location')]).toEqual([303, `${filed.path}?klaar=bericht#tijdlijn`])
    const [mail, ...more] = await mailed()
    expect([mail?.to, mail?.email.subject, more]).toEqual([applicant, subject(), []])
    const lines = linesOf(mail?.email as never)
    expect(lines.slice(0, sentences.length + 1)).toEqual(['Bericht over uw aanvraag', ...sentences])
    expect(`${mail?.email.text}${mail?.email.html}`).not.toMatch(new RegExp(`${canary}|D-2041|Noor`))
    const page = wordsIn(await read(filed.path))
    expect(page).toContain(`${told} Casemanager Aalst`)
    expect(page).toContain('Bericht in vaste woorden aan de aanvrager')
  })

  it('twee keer gedrukt, of tegelijk: één mail', async () => {
    const revision = await revisionOf()
    const both = () => casemanager.post(`${filed.path}/bericht/bel-mij`, { revision })
    const answers = [...(await Promise.all([both(), both(), both()])), await both()]
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect(await post.left()).toEqual([`${applicant} ${subject()}`])
  })

  it('twee mensen tegelijk: de tweede ziet dat er iets veranderde, met wat ze invulde', async () => {
    const revision = await revisionOf()
    await casemanager.post(`${filed.path}/bericht/bel-mij`, { revision })
    const late = await coordinator.post(`${filed.path}/bericht/overleg-voor`, { revision, datum: '15 maart 2027' })
    const html = await late.text()
    expect([late.status, html.includes('value="15 maart 2027"')]).toEqual([409, true])
    expect(wordsIn(html)).toContain('Dit dossier is intussen veranderd')
    expect(await post.left()).toEqual([`${applicant} ${subject()}`])
  })

  it('telt als leven: wat wacht op stilte, wacht van hier af', async () => {
    const silent = async () =>
      (await mailsOf(work, filed.reference)).filter(
        ({ mailId, cancelled }) => /^blijft-liggen-/.test(mailId) && !cancelled,
      )
    await press('bel-mij')
    const [before] = await silent()
    // The same day of the week, so that as many weekends lie in between.
    work.clock.later(7 * 86_400)
    casemanager = await work.as('Casemanager Aalst')
    await press('papier')
    const [after, ...more] = await silent()
    expect(more).toEqual([])
    expect(Date.parse(after?.plannedAt ?? '') - Date.parse(before?.plannedAt ?? '')).toBe(7 * 86_400_000)
  })
})

describe('wat niet kan, zegt waarom', () => {
  it.each([
    ['', 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027'],
    ['30 februari 2027', 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027'],
    ['1/11/2026', 'Kies een dag die nog komt'],
  ])('een datum %j', async (datum, error) => {
    const response = await press('overleg-voor', { datum })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, [error]])
    expect(html).toContain(`value="${datum}"`)
    expect(await post.left()).toEqual([])
  })

  it('een adres dat niet werkt: het nummer, en geen mail', async () => {
    await press('bel-mij')
    await post.bounces(applicant)
    await post.left()
    expect(wordsIn(await part())).toMatch(
      /Onze mail komt niet aan bij de aanvrager, dus er is niets verstuurd\. Bel [\d ]+\./,
    )
    expect(await part()).not.toContain('<button')
    const response = await press('papier')
    const html = await response.text()
    expect([response.status, wordsIn(html).includes('Onze mail komt niet aan bij de aanvrager')]).toEqual([409, true])
    expect(await post.left()).toEqual([])
    // Mended, it goes again: the newest that was missed, and nothing beside it.
    const hidden = await hiddenOn(casemanager, `${filed.path}/adres`)
    await casemanager.post(`${filed.path}/adres`, { ...hidden, email: 'nora@caw.example' })
    expect(await post.left()).toEqual([`nora@caw.example ${subject()}`])
  })

  it('verbeterd binnen tien minuten na een nieuwe stap: de ene mail is het nieuws van die stap', async () => {
    await press('bel-mij')
    await post.bounces(applicant)
    await post.left()
    const asked = { ...(await hiddenOn(casemanager, `${filed.path}/wachten`)), toelichting: 'Welke school?' }
    expect((await casemanager.post(`${filed.path}/wachten`, asked)).status).toBe(303)
    const hidden = await hiddenOn(casemanager, `${filed.path}/adres`)
    await casemanager.post(`${filed.path}/adres`, { ...hidden, email: 'nora@caw.example' })
    work.clock.later(600)
    const told = (await mailed()).filter(({ to }) => to === 'nora@caw.example')
    expect(told.map(({ email }) => email.text?.includes('We hebben een vraag voor u'))).toEqual([true])
  })

  it('zonder e-mailadres: bel', async () => {
    filed = await fileVraag(work, { email: '' })
    await post.left()
    expect(wordsIn(await part(coordinator))).toMatch(/De aanvrager gaf geen e-mailadres\. Bel [\d ]+\./)
    expect((await press('bel-mij', {}, coordinator)).status).toBe(409)
    expect(await post.left()).toEqual([])
  })

  it('een verdachte: eerst zeggen dat het echt is', async () => {
    filed = await fileRequest(work, { fast: true })
    await post.left()
    expect(wordsIn(await part(coordinator))).toContain('Zeg eerst bovenaan dat dit echt is')
    expect((await press('bel-mij', {}, coordinator)).status).toBe(409)
    expect(await post.left()).toEqual([])
  })

  it('een afgesloten dossier heeft er geen; een bericht van een ander formulier of dat niemand kent, is er niet', async () => {
    expect((await press('onbekend')).status).toBe(404)
    await place(work, filed.reference, { state: 'afgesloten', holder: 'casemanager-aalst', ttl: 4_000_000_000 })
    expect(await part()).toBe('')
    expect((await press('bel-mij')).status).toBe(409)
    filed = await fileVraag(work)
    expect(wordsIn(await part(coordinator))).not.toContain('Overleg nodig ten laatste op')
    expect((await press('overleg-voor', { datum: '15/3/2027' }, coordinator)).status).toBe(404)
  })

  it('wie het dossier niet heeft, mailt niemand', async () => {
    const other = await work.as('Tweede casemanager Aalst')
    expect((await press('bel-mij', {}, other)).status).toBe(404)
    expect((await (await work.as('Coördinator OTA')).post(`${filed.path}/bericht/bel-mij`)).status).toBe(404)
    expect(await post.left()).toEqual([])
  })
})

it('inhoud van voor er berichten waren, blijft leesbaar: er staat niets', async () => {
  const without = { of: async (network: never) => ({ ...(await work.deps.contents.of(network)), templates: [] }) }
  const old = await startTestWorkspace({ changes: { contents: without as never } })
  const there = await fileRequest(old)
  const html = await (await (await old.as('Coördinator Aalst')).get(there.path)).text()
  expect(html).not.toContain('id="bericht"')
})

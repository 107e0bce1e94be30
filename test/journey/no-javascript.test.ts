/** Everything without script: the request, one more row, and the way of somebody who is refused (docs/promises.md, "Pages"). */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import { aanvraag, file } from '../support/lco.ts'
import { linkIn, mailsTo, nextMailTo, triage } from './mail.ts'
import { type OpenLoket, startOpenLoket } from './open-loket.ts'
import { createPerson } from './person.ts'
import { begin, monday, next, passTime, pathOf, press, referenceOn, typedOn, walk } from './walk.ts'

let loket: OpenLoket
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startOpenLoket({ now: monday }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

const newPage = (): Promise<Page> => browser.newPage({ javaScriptEnabled: false })
const answersOf = async (reference: string): Promise<Record<string, unknown>> => {
  const { loket: items } = await loket.stored()
  const item = items.find(({ pk, sk }) => pk === `DOSSIER#${reference}` && sk === 'ANTWOORDEN')
  return loket.unseal('aalst', item?.sealed)
}

it('draait in deze browser echt geen script', async () => {
  const page = await newPage()
  await page.setContent('<p>zonder</p><script>document.body.textContent = "met"</script>')
  expect(await page.locator('body').innerText()).toBe('zonder')
})

describe('een aanvraag', () => {
  it('loopt van begin tot einde, met een dienst meer dan er rijen waren', async () => {
    const page = await newPage()
    await begin(page, loket)
    await walk(page, { until: 'tafel' })

    await fillPage(page, aanvraag.tafel)
    await press(page, page.getByRole('button', { name: 'Nog een dienst' }))
    expect(pathOf(page)).toMatch(/\/tafel$/)
    const kept = await typedOn(page)
    expect(kept).toMatchObject({
      'betrokkenen[1].contactpersoon': ['Sam Voorbeeld'],
      'betrokkenen[2].dienst': ['Wijkgezondheidscentrum Voorbeeld'],
      'betrokkenen[3].dienst': [''],
      vertrouwensfiguur: ['brengt_mee'],
      spilfiguur: ['1'],
    })
    // An empty row changes nothing of who is at the table.
    expect(kept).toHaveProperty('toestemming_tafel', ['ja'])
    expect(await page.getByLabel('OCMW Voorbeeld').getAttribute('name')).toBe('spilfiguur')
    await fillPage(page, { 'betrokkenen[3].dienst': 'Thuiszorg Voorbeeld', spilfiguur: '3', toestemming_tafel: 'ja' })
    await next(page)

    await walk(page)
    expect(await page.locator('main').innerText()).toContain('Thuiszorg Voorbeeld')
    await passTime(loket, 10)
    await next(page)
    const ref = await referenceOn(page)
    expect(await answersOf(ref)).toMatchObject({
      naam: 'Noor Voorbeeld',
      spilfiguur: '3',
      betrokkenen: [{}, {}, {}, { dienst: 'Thuiszorg Voorbeeld' }],
    })

    await press(page, page.getByRole('link', { name: 'Volg uw aanvraag' }))
    expect(await page.locator('[data-state]').getAttribute('data-state')).toBe('ingediend')
    const mails = await loket.waitForMails(2)
    expect(mails.flatMap(({ to }) => to).sort()).toEqual([triage, 'noor@caw.example'])
    await page.goto(loket.url + linkIn(await nextMailTo(loket, 'noor@caw.example')))
    await press(page, page.getByRole('link', { name: 'Stop deze aanvraag' }))
    await press(page, page.getByRole('button', { name: 'Ja, stop deze aanvraag' }))
    expect(await page.locator('[data-state]').getAttribute('data-state')).toBe('ingetrokken')
    await loket.waitForMails(4)
  })

  it('toont op het ontvangstbewijs en de statuspagina geen knop die zonder script niets doet', async () => {
    const person = createPerson(loket)
    const page = await newPage()
    await page.goto(loket.url + (await file(person.visitor)))
    // Each sends a form.
    expect(await page.getByRole('button').allInnerTexts()).toEqual(['vlot', 'gaat zo', 'moeilijk'])
    await press(page, page.getByRole('link', { name: 'Volg uw aanvraag' }))
    expect(await page.getByRole('button').allInnerTexts()).toEqual(['Voeg toe'])
  })

  it('kan even blijven liggen: link per mail, verder, en alles wissen', async () => {
    const page = await newPage()
    await begin(page, loket)
    await walk(page, { until: 'client' })
    await fillPage(page, { client_aanduiding: 'D-7' })
    await press(page, page.getByRole('button', { name: 'Mail me een link' }))
    await fillPage(page, { email: 'later@caw.example' })
    await passTime(loket, 10)
    await press(page, page.getByRole('button', { name: 'Mail me de link' }))
    const elsewhere = await newPage()
    await elsewhere.goto(loket.url + linkIn(await nextMailTo(loket, 'later@caw.example')))
    await next(elsewhere)
    expect(await typedOn(elsewhere)).toMatchObject({ client_aanduiding: ['D-7'] })
    await press(elsewhere, elsewhere.getByText('Wis en stop', { exact: true }))
    await press(elsewhere, elsewhere.getByRole('button', { name: 'Wis alles en stop' }))
    expect(await elsewhere.locator('h1').innerText()).toBe('Alles is gewist.')
  })

  it('toont fouten bovenaan, met elk een link naar het veld, en houdt wat u typte', async () => {
    const page = await newPage()
    await begin(page, loket)
    await fillPage(page, { ...aanvraag.criteria, postcode: '93', aantal_diensten: 'drie' })
    await next(page)
    expect(await page.title()).toBe('Fout: Komt deze cliënt of dit gezin in aanmerking? · LCO aanvraag – Loket')
    expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'Vul een postcode van 4 cijfers in, bijvoorbeeld 9300',
      'Vul een heel getal in, bijvoorbeeld 3',
    ])
    expect(await typedOn(page)).toMatchObject({
      postcode: ['93'],
      aantal_diensten: ['drie'],
      levensdomeinen: ['inkomen_schulden', 'gezondheid', 'wonen_energie'],
    })
  })
})

describe('wie niet in aanmerking komt', () => {
  const refused = { ...aanvraag.criteria, meerderjarig: 'nee', aantal_diensten: '7' }
  const question = {
    vraag: 'Wie helpt ons verder?',
    naam: 'Mo Voorbeeld',
    organisatie: 'CLB Voorbeeld',
    email: 'mo@clb.example',
    telefoon: '053 00 00 99',
  }

  it('leest waarom en wie wel helpt, en stelt de vraag toch, zonder de geweigerde antwoorden', async () => {
    const page = await newPage()
    await begin(page, loket)
    await fillPage(page, refused)
    await next(page)
    expect(await page.locator('[data-outcome]').getAttribute('data-outcome')).toBe('doorverwezen')
    const criteria = await page.locator('[data-criterium]').all()
    expect(await Promise.all(criteria.map((one) => one.getAttribute('data-criterium')))).toEqual(['meerderjarig'])
    expect(await page.locator('main').innerText()).toContain('JAC Aalst, 053 00 00 11')
    expect(await page.locator('[data-next]').count()).toBe(0)

    await press(page, page.getByRole('link', { name: 'Stel uw vraag toch aan de coördinator' }))
    expect(pathOf(page)).toBe('/aalst/lco-aanvraag/vraag')
    // Nothing of the form travels along, not even out of sight.
    expect(Object.keys(await typedOn(page)).sort()).toEqual([...Object.keys(question), 'formulier', trapField].sort())
    await fillPage(page, question)
    await passTime(loket, 10)
    const before = (await loket.mails()).length
    await next(page)
    const ref = await referenceOn(page)
    expect(ref).toMatch(/^VRG-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/)
    expect(await page.locator('h1').innerText()).toBe('Uw vraag is ontvangen')

    const mails = (await loket.waitForMails(before + 2)).slice(before)
    expect(mails.map(({ to, subject }) => [...to, subject]).sort()).toEqual([
      [triage, `Nieuwe vraag · ${ref}`],
      ['mo@clb.example', `Uw vraag is ontvangen · ${ref}`],
    ])
    expect(await answersOf(ref)).toEqual({ ...question, telefoon: '+3253000099' })
    // Around the sealed question nothing of the refused answers is kept either; the one count names nobody.
    const { loket: items } = await loket.stored()
    const about = items.filter(({ pk }) => String(pk).endsWith(ref))
    expect(about.find(({ sk }) => sk === 'DOSSIER')).toMatchObject({ outcome: 'voldoet', trend: {} })
    for (const trace of ['meerderjarig', '9300', 'inkomen_schulden'])
      expect(JSON.stringify([about, mails])).not.toContain(trace)
    const refusals = items.filter(({ sk, ...item }) => /^2021#/.test(String(sk)) && 'geweigerd.samen' in item)
    expect(refusals).toMatchObject([{ 'geweigerd.samen': 1, 'geweigerd.meerderjarig': 1 }])

    await press(page, page.getByRole('link', { name: 'Volg uw vraag' }))
    expect(await page.locator('[data-state]').innerText()).toContain('De coördinator leest uw vraag.')
  })

  it('of zelf cliënt is, hoeft het formulier niet in te vullen: een nummer en een naam volstaan', async () => {
    const page = await newPage()
    await begin(page, loket)
    await fillPage(page, { aanvrager: 'client' })
    await next(page)
    expect(pathOf(page)).toBe('/aalst/bel-mij')
    expect(await page.locator('main').innerText()).toContain('Laat uw nummer achter. Wij bellen u.')
    const heard = (await mailsTo(loket, triage)).length
    const before = (await loket.mails()).length
    await fillPage(page, { naam: 'Ik', telefoon: '0478 12 34 56' })
    await passTime(loket, 10)
    await next(page)
    expect(await referenceOn(page)).toMatch(/^VRG-/)
    await nextMailTo(loket, triage, heard + 1)
    await passTime(loket, 3600)
    expect((await loket.mails()).slice(before)).toHaveLength(1)
  })
})

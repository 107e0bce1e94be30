/**
 * What an overleg ends in, as docs/overleg.md §5, §9 and §10 promise it: the demo's request that is half-way its overleg gets its verslag
 * and its plan, five afspraken, one of the client, one of a neighbour, one the client disagrees with; one does not work out; on the day of
 * the evaluation three are reached, and the next overleg begins with the two that are left. In a real browser without JavaScript.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { pagesIn, printed } from '../support/paper.ts'
import { mailsTo, nextMailTo } from './mail.ts'
import { chooseAll, fill, follow, signIn, wordsOn } from './table.ts'
import { monday, next, press } from './walk.ts'

let loket: RunningLoket
let browser: TestBrowser
let desk: Page
let guest: Page
let ref: string
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: monday, env: { LOKET_FRESH: '1' } }), startBrowser()])
  guest = await browser.newPage({ javaScriptEnabled: false })
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

const guests = {
  keyPerson: 'noor@caw-depont.example',
  landlord: 'jan@wonen-depoort.example',
  neighbour: 'rita@buren.example',
}
const mine = 'casemanager@lco-aalst.example'

const dossier = (part = '') => `${loket.url}/werkruimte/dossier/${ref}${part}`
const subjects = async (address: string) =>
  (await mailsTo(loket, address)).map(({ subject }) => subject.replace(` · ${ref}`, ''))

/** Ids of participants, by what stands beside their name on the page of the plan. */
async function idsOnPlan(): Promise<(called: string) => string> {
  const options = await desk
    .locator('[name="afspraken[0].wie"] option')
    .evaluateAll((all) => all.map((one) => [one.textContent ?? '', one.getAttribute('value') ?? '']))
  return (called) => {
    const found = options.find(([text]) => text?.toLowerCase().includes(called.toLowerCase()))?.[1]
    if (!found) throw new Error(`${called} is not among ${options.map(([text]) => text).join(' | ')}`)
    return found
  }
}

const wat = {
  letters: 'De brieven van de deurwaarder samen leggen',
  budget: 'Samen een budget maken',
  damp: 'Komen kijken naar het vocht',
  school: 'De kinderen op dinsdag van school halen',
  help: 'Een poetshulp zoeken',
}
const afspraakOnPage = async (page: Page) =>
  page.locator('[data-afspraak]').evaluateAll((all) => all.map((one) => one.getAttribute('data-afspraak')))

describe('een plan van aanpak, van het overleg tot het volgende', () => {
  it('een buurvrouw komt bij aan tafel, en één moment ligt vast', async () => {
    desk = await signIn(browser, loket, 'Casemanager Aalst')
    await desk.goto(`${loket.url}/werkruimte`)
    const row = desk.locator('main').getByRole('link', { name: /LCO-/ })
    for (const link of await row.all()) {
      const path = (await link.getAttribute('href')) ?? ''
      const page = await desk.context().newPage()
      await page.goto(loket.url + path)
      if ((await wordsOn(page)).includes('A.B.')) ref = path.split('/')[3] ?? ''
      await page.close()
    }
    expect(ref).toMatch(/^LCO-/)
    await desk.goto(dossier('/overleg/tafel'))
    const empty = (await desk.locator('input[name$=".naam"]').count()) - 1
    await fill(desk, {
      [`deelnemers[${empty}].wie`]: 'naaste',
      [`deelnemers[${empty}].naam`]: 'Rita Buurman',
      [`deelnemers[${empty}].bereik`]: 'mail',
      [`deelnemers[${empty}].email`]: guests.neighbour,
      [`deelnemers[${empty}].beroepsgeheim`]: 'nee',
      besproken_op: '1/3/2021',
    })
    await next(desk)
    await desk.goto(dossier('/overleg'))
    await press(desk, desk.locator('button[name=kies][value=m2]'))
    await fill(desk, { vorm: 'fysiek', plaats: 'Welzijnshuis, lokaal 2', tolk: 'niet_nodig' })
    await next(desk)
    await nextMailTo(loket, guests.neighbour)
  })

  it('het verslag leidt naar het plan, en dat naar het akkoord', async () => {
    await loket.setClock('2021-03-11T12:00:00Z')
    await desk.context().close()
    desk = await signIn(browser, loket, 'Casemanager Aalst')
    await desk.goto(dossier('/overleg/verslag'))
    await chooseAll(desk, 'aanwezig', 'aanwezig')
    await fill(desk, { besluiten: 'De schulden gaan voor. De rest komt later.' })
    await next(desk)
    expect(new URL(desk.url()).pathname).toMatch(/\/plan$/)

    // What was asked for stands there already.
    expect(await desk.locator('[name="doelen[0].domein"]').inputValue()).toBe('inkomen_schulden')
    const id = await idsOnPlan()
    const money = 'inkomen_schulden'
    const rows = [
      { wat: wat.letters, wie: id('de cliënt'), waarom: money },
      { wat: wat.budget, wie: id('Noor'), waarom: money, met: id('Rita') },
      { wat: wat.damp, wie: id('Jan'), waarom: 'wonen_energie', tegen: '25/3/2021' },
      { wat: wat.school, wie: id('Rita'), waarom: 'wonen_energie' },
      { wat: wat.help, wie: id('Els'), waarom: money, tegen: '1/4/2021' },
    ]
    await fill(desk, {
      'doelen[0].doel': 'Weten wie wat doet met de brieven.',
      'doelen[0].wanneer': 'eerst',
      'doelen[1].doel': 'Een droge kamer.',
      'doelen[1].wanneer': 'later',
      evaluatie_op: '12/4/2021',
    })
    for (const [at, row] of rows.entries()) {
      if ((await desk.locator(`[name="afspraken[${at}].wat"]`).count()) === 0)
        await press(desk, desk.locator('button[name=actie][value=rij]'))
      await fill(
        desk,
        Object.fromEntries(Object.entries(row).map(([name, value]) => [`afspraken[${at}].${name}`, value])),
      )
    }
    const before = (await loket.mails()).length
    await next(desk)
    expect(await desk.locator('[role=alert]').allTextContents()).toEqual([])
    expect(new URL(desk.url()).pathname).toMatch(/\/plan\/akkoord$/)
    expect(await loket.mails()).toHaveLength(before)
  })

  it('de cliënt is het met één afspraak niet eens, en de spilfiguur mag alles lezen', async () => {
    await fill(desk, {
      besproken_op: '11/3/2021',
      hoe_besproken: 'zelf',
      'oneens.a3': 'Niet tijdens de schooluren.',
    })
    await desk
      .getByRole('checkbox', { name: /Noor Voorbeeld/ })
      .first()
      .check()
    await next(desk)
    expect(await wordsOn(desk)).toContain('Versie 01 ligt vast')
    // Who has no mail is called.
    expect(await wordsOn(desk)).toContain('bel Thuiszorg De Linde')
    for (const address of Object.values(guests))
      await expect.poll(() => subjects(address)).toContain('Het plan staat klaar')
    await desk.goto(dossier())
    expect(await desk.locator('[data-fase]').first().getAttribute('data-fase')).toBeTruthy()
  })

  it('elk ziet alleen wat van hen is, en wat niet mag, wordt niet gedaan', async () => {
    await follow(guest, loket, guests.keyPerson)
    await press(guest, guest.getByRole('link', { name: /Lees het plan/ }))
    expect(await guest.locator('[data-heel-plan]').count()).toBe(1)
    await follow(guest, loket, guests.landlord)
    expect(await afspraakOnPage(guest)).toEqual(['a3'])
    expect(await wordsOn(guest)).toContain(wat.damp)
    for (const other of [wat.letters, wat.budget, wat.school, wat.help, 'deurwaarder'])
      expect(await wordsOn(guest), other).not.toContain(other)
    expect(await guest.locator('[data-heel-plan]').count()).toBe(0)
    await follow(guest, loket, guests.neighbour)
    expect((await afspraakOnPage(guest)).sort()).toEqual(['a2', 'a4'])
    for (const other of [wat.letters, wat.damp, wat.help, 'deurwaarder'])
      expect(await wordsOn(guest), other).not.toContain(other)
  })

  it('het blad van de cliënt: hoogstens twee A4, in gewone woorden', async () => {
    await desk.goto(dossier('/plan/client'))
    const sheet = await wordsOn(desk)
    for (const text of [...Object.values(wat), 'Niet tijdens de schooluren.', '12 april']) expect(sheet).toContain(text)
    expect(pagesIn(await printed(desk))).toBeLessThanOrEqual(2)
  })

  it('"Dit lukt niet" komt bij de casemanager', async () => {
    await follow(guest, loket, guests.neighbour)
    await press(guest, guest.locator('button[name="stand.a4"][value=lukt_niet]'))
    await desk.goto(`${loket.url}/werkruimte/week`)
    expect(await wordsOn(desk)).toMatch(/Bel Rita Buurman: een afspraak lukt niet/)
  })

  it('op de dag van de evaluatie zijn er drie gelukt, en begint het volgende overleg', async () => {
    await loket.setClock('2021-04-12T09:00:00Z')
    expect(await subjects(mine)).toContain('Evaluatie vandaag')
    await desk.context().close()
    desk = await signIn(browser, loket, 'Casemanager Aalst')
    await desk.goto(dossier('/plan/evaluatie'))
    await fill(desk, {
      gelukt: 'De brieven liggen in één map.',
      'uitkomst.a1': 'gelukt',
      'uitkomst.a2': 'gelukt',
      'uitkomst.a3': 'deels',
      'uitkomst.a4': 'niet',
      'uitkomst.a5': 'gelukt',
      besproken_op: '12/4/2021',
      vervolg: 'overleg',
    })
    await next(desk)
    expect(new URL(desk.url()).pathname).toMatch(/\/overleg\/tafel/)
    const table = await wordsOn(desk)
    expect(table).toContain('Wonen De Poort')
    // The client is asked again: what was said before does not count.
    expect(await desk.locator('[name=besproken_op]').inputValue()).toBe('')
    await next(desk)
    expect(await desk.locator('[role=alert]').textContent()).toContain('Er is een probleem')
    await fill(desk, { besproken_op: '12/4/2021' })
    await next(desk)
    await desk.goto(dossier('/plan'))
    expect(
      await desk
        .locator('[name$=".wat"]')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).filter(Boolean)),
    ).toEqual([wat.damp, wat.school])
  })
})

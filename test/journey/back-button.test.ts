/** What people really do: go back, use two tabs, leave a page open overnight. Nothing typed is lost, nothing is sent twice. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import { aanvraag, type Slug } from '../support/lco.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import type { Fields } from '../support/visitor.ts'
import { openDraft as openDraftOf } from './person.ts'
import { begin, day, monday, next, passTime, pathOf, press, referenceOn, typedOn, walk } from './walk.ts'

let loket: RunningLoket
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: monday }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

const openDraft = (until?: Slug) => openDraftOf(loket, browser, until)

const asTyped = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]))

/** Another tab of the same browser. */
const newTab = (page: Page): Promise<Page> => page.context().newPage()

describe('de knop Terug', () => {
  it('vindt na een doorverwijzing de antwoorden terug, en die zijn te verbeteren', async () => {
    const page = await browser.newPage()
    await begin(page, loket)
    await fillPage(page, { ...aanvraag.criteria, aantal_diensten: '1' })
    await next(page)
    expect(await page.locator('[data-criterium]').getAttribute('data-criterium')).toBe('diensten')
    await page.goBack()
    expect(pathOf(page)).toMatch(/\/criteria$/)
    expect(await typedOn(page)).toMatchObject({ aantal_diensten: ['1'], postcode: ['9300'] })
    await page.goForward()
    expect(await page.locator('[data-outcome]').count()).toBe(1)
    await press(page, page.getByRole('link', { name: 'Wijzig uw antwoorden' }))
    await fillPage(page, { aantal_diensten: '2' })
    await next(page)
    expect(pathOf(page)).toMatch(/\/gegevens$/)
  })

  it('vindt na een fout die verbeterd is de bladzijde terug, en vraagt niets opnieuw te versturen', async () => {
    const page = await browser.newPage()
    await begin(page, loket)
    await fillPage(page, { ...aanvraag.criteria, postcode: '93' })
    await next(page)
    expect(await page.title()).toMatch(/^Fout: /)
    await fillPage(page, { postcode: '9300' })
    await next(page)
    expect(pathOf(page)).toMatch(/\/gegevens$/)
    await page.goBack()
    expect([pathOf(page), await page.title()]).toEqual([
      expect.stringMatching(/\/criteria$/),
      expect.not.stringContaining('Fout'),
    ])
    expect(await typedOn(page)).toMatchObject({ postcode: ['9300'] })
  })

  it('zegt na het verzenden: Al verzonden. Nieuwe aanvraag starten?', async () => {
    const { page, draft } = await openDraft()
    const open = await newTab(page)
    await open.goto(`${loket.url}${draft}/gegevens`)
    const twin = await newTab(page)
    await twin.goto(`${loket.url}${draft}/controle`)
    await passTime(loket, 10)
    await next(page)
    const [ref, receipt] = [await referenceOn(page), pathOf(page)]

    await page.goBack()
    expect(await page.locator('h1').textContent()).toBe('Al verzonden. Nieuwe aanvraag starten?')
    // A page that still stood open: editing and sending it again changes nothing.
    await fillPage(open, { naam: 'Iemand anders' })
    const [answer] = await Promise.all([open.waitForResponse((response) => response.status() === 409), next(open)])
    expect(answer.request().method()).toBe('POST')
    const words = await open.locator('main').textContent()
    expect(words).toContain('Al verzonden. Nieuwe aanvraag starten?')
    expect(words).toContain('Wat u daarna nog wijzigde, is niet opgeslagen.')
    await press(open, open.getByRole('link', { name: 'Bekijk uw ontvangstbewijs' }))
    expect(await referenceOn(open)).toBe(ref)
    // Pressing Verzenden once more in the other tab: the same receipt, no second request, no second mail.
    await next(twin)
    expect(pathOf(twin)).toBe(receipt)
    expect(await referenceOn(twin)).toBe(ref)
    await passTime(loket, 3600)
    const mails = (await loket.mails()).filter(({ subject }) => subject.includes('LCO-'))
    expect(new Set(mails.map(({ subject }) => subject.split(' · ')[1]))).toEqual(new Set([ref]))
    expect(mails).toHaveLength(2)

    await page.goto(`${loket.url}${draft}/controle`)
    await press(page, page.getByRole('link', { name: 'Start een nieuwe aanvraag' }))
    await next(page)
    expect(await page.locator('[name="postcode"]').inputValue()).toBe('')
  })
})

describe('twee tabbladen van één browser', () => {
  it('met elk een aanvraag raken nooit door elkaar', async () => {
    const left = await browser.newPage()
    const right = await newTab(left)
    const [leftDraft, rightDraft] = [await begin(left, loket), await begin(right, loket)]
    expect(leftDraft).not.toBe(rightDraft)
    const rightCriteria = { ...aanvraag.criteria, levensdomeinen: ['persoon', 'netwerk'] }
    await fillPage(left, aanvraag.criteria)
    await fillPage(right, rightCriteria)
    await next(right)
    await next(left)
    await fillPage(left, { ...aanvraag.gegevens, naam: 'Links' })
    await fillPage(right, { ...aanvraag.gegevens, naam: 'Rechts', email: 'rechts@caw.example' })
    await next(left)
    await next(right)
    await walk(left, { until: 'tafel' })
    await walk(right, { until: 'situatie', changes: { client: { client_aanduiding: 'RECHTS-1' } } })
    // Each is asked about the life domains it chose itself.
    expect(await right.locator('[name="loopt_goed.gezondheid"]').count()).toBe(0)
    expect(await right.locator('[name="loopt_goed.netwerk"]').count()).toBe(1)
    await right.goto(`${loket.url}${rightDraft}/gegevens`)
    expect(await right.locator('[name="naam"]').inputValue()).toBe('Rechts')
    await left.goto(`${loket.url}${leftDraft}/client`)
    expect(await left.locator('[name="client_aanduiding"]').inputValue()).toBe('D-2041')

    // Wiping one leaves the other alone.
    await press(right, right.getByText('Wis en stop', { exact: true }))
    await press(right, right.getByRole('button', { name: 'Wis alles en stop' }))
    await left.goto(`${loket.url}${leftDraft}/tafel`)
    await walk(left)
    const summary = await left.locator('main').textContent()
    expect(summary).toContain('Links')
    expect(summary).not.toContain('Rechts')
    expect(summary).not.toContain('RECHTS-1')
  })
})

describe('wat u typte, blijft', () => {
  it('na 24 uur: wie dan op Volgende drukt, begint opnieuw met die pagina al ingevuld', async () => {
    const { page, draft } = await openDraft('situatie')
    await fillPage(page, aanvraag.situatie)
    await passTime(loket, day + 1)
    await next(page)
    expect(pathOf(page)).not.toContain(draft)
    expect(pathOf(page)).toMatch(/\/criteria$/)
    expect(await page.getByRole('status').textContent()).toContain('Wat u net typte, is bewaard.')
    await walk(page, { until: 'situatie' })
    expect(pathOf(page)).toMatch(/\/situatie$/)
    expect(await typedOn(page)).toMatchObject(asTyped(aanvraag.situatie))
    await walk(page)
    await passTime(loket, 10)
    await next(page)
    expect(await referenceOn(page)).toMatch(/^LCO-/)
  })

  it('na een vraag die een dag open stond: de vraag staat er nog, en vertrekt bij de tweede keer', async () => {
    const page = await browser.newPage()
    await page.goto(`${loket.url}/aalst/lco-aanvraag/vraag`)
    const vraag = { vraag: 'Wie helpt ons?', naam: 'Mo', email: 'open@clb.example', telefoon: '053000099' }
    await fillPage(page, vraag)
    await passTime(loket, day + 1)
    await next(page)
    expect(await page.getByRole('alert').textContent()).toContain('Het formulier stond lang open.')
    expect(await page.locator('[name="vraag"]').inputValue()).toBe('Wie helpt ons?')
    await passTime(loket, 10)
    await next(page)
    expect(await referenceOn(page)).toMatch(/^VRG-/)
  })

  it.each(['situatie', 'tafel'] as const)('op pagina %s, als u met Vorige even terugkijkt', async (slug) => {
    const { page } = await openDraft(slug)
    const { toestemming_tafel: _askedEachTime, ...typed } = { toestemming_tafel: '', ...aanvraag[slug] }
    await fillPage(page, typed)
    await press(page, page.getByText('Vorige', { exact: true }))
    await next(page)
    expect(pathOf(page)).toMatch(new RegExp(`/${slug}$`))
    expect(await typedOn(page)).toMatchObject(asTyped(typed))
  })

  it('als u bij Wis en stop toch kiest voor: Nee, ga verder', async () => {
    const { page } = await openDraft('situatie')
    await fillPage(page, { vraag_client: aanvraag.situatie.vraag_client })
    await press(page, page.getByText('Wis en stop', { exact: true }))
    await press(page, page.getByRole('link', { name: 'Nee, ga verder' }))
    expect(await typedOn(page)).toMatchObject(asTyped({ vraag_client: aanvraag.situatie.vraag_client }))
  })

  it('na te veel tekst in één keer, of die pagina belooft het niet', async () => {
    const { page } = await openDraft('situatie')
    await fillPage(page, { ...aanvraag.situatie, ondersteuning: 'é '.repeat(20_000) })
    await next(page)
    const promised = (await page.locator('main').textContent())?.includes('uw tekst staat er nog')
    await page.goBack()
    const kept = (await page.locator('[name="vraag_client"]').inputValue()) === aanvraag.situatie.vraag_client
    expect({ promised, kept }).not.toEqual({ promised: true, kept: false })
  })

  it('op elke pagina met een fout, ook het akkoord van de cliënt over de tafel', async () => {
    const { page } = await openDraft('tafel')
    await fillPage(page, { ...aanvraag.tafel, 'betrokkenen[1].email': 'sam@' })
    await next(page)
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(1)
    expect(await typedOn(page)).toMatchObject({
      'betrokkenen[1].email': ['sam@'],
      spilfiguur: ['1'],
      toestemming_tafel: ['ja'],
    })
  })
})

/**
 * A Monday and a Tuesday of the OTA team, with the clock: from forms to assignments (docs/domain.md §5). Requests of every
 * kind come in around the cut-off, the agenda is mailed, the team decides on a phone, and a call is ended with one press.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { demoPeople } from '../../functions/local/demo-people.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fillPage } from '../support/fill-page.ts'
import { fillForm, ota, otaStart, type Soort } from '../support/forms.ts'
import { referenceIn } from '../support/lco.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { linkIn, mailsTo, nextMailTo } from './mail.ts'
import { createPerson } from './person.ts'
import { next, passTime, press, referenceOn } from './walk.ts'

const triage = 'aanmeldingen@ota.example'

let loket: RunningLoket
let browser: TestBrowser
beforeAll(async () => {
  // Monday 23 November 2026, nine in the morning in Brussels.
  ;[loket, browser] = await Promise.all([startLoket({ now: '2026-11-23T08:00:00Z' }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

interface Filed {
  reference: string
  visitor: Visitor
  status: string
}

/** Filled in and waiting for the last press of the button. */
async function fill(soort: Soort, email = 'noor@clb.example') {
  const { visitor } = createPerson(loket)
  const pages: Record<string, object> = ota[soort]
  const own = pages.gegevens ? { gegevens: { ...pages.gegevens, email } } : {}
  return { visitor, check: await fillForm(visitor, otaStart, { ...ota[soort], ...own }) }
}
async function send({ visitor, check }: Awaited<ReturnType<typeof fill>>): Promise<Filed> {
  const html = await (await visitor.get(locationOf(await visitor.post(check)))).text()
  return { visitor, reference: referenceIn(html) ?? '', status: /href="(\/status\/[^"]+)"/.exec(html)?.[1] ?? '' }
}
const statusOf = async ({ visitor, status }: Filed): Promise<string> => {
  const html = await (await visitor.get(status)).text()
  return wordsIn(/data-state="[^"]*".*?<\/div>/s.exec(html)?.[0] ?? '')
}
/** Every agenda that was mailed, oldest first. */
const agendas = async () => (await mailsTo(loket, triage)).filter(({ subject }) => subject === 'Agenda van het team')
const at = (iso: string) => loket.setClock(iso)

/** A phone without JavaScript, signed in as one of the demo people. */
async function signIn(person: (typeof demoPeople)[number], path: string): Promise<Page> {
  const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await page.goto(loket.url + path)
  await press(page, page.getByRole('button', { name: `Meld aan als ${person}` }))
  return page
}

let [traject, vorming, call, late]: Filed[] = []
const known = (filed: Filed | undefined): Filed => {
  if (!filed) throw new Error('An earlier test failed')
  return filed
}

describe('maandag', () => {
  it('een hulpverlener meldt een traject aan, in een browser, en leest wanneer het team het bespreekt', async () => {
    const page = await browser.newPage()
    await page.goto(loket.url + otaStart)
    await next(page)
    for (const fields of Object.values(ota.traject)) {
      await fillPage(page, fields)
      await next(page)
    }
    await passTime(loket, 60)
    await next(page)
    const reference = await referenceOn(page)
    expect(reference).toMatch(/^OTA-/)
    expect(await page.locator('main').innerText()).toMatch(/Het team bespreekt uw vraag\s+dinsdag 24 november 2026/)
    expect(await page.locator('[data-dringend]').innerText()).toMatch(
      /We bellen u ten laatste op maandag 23 november 2026/,
    )
    const status = (await page.getByRole('link', { name: 'Volg uw aanmelding' }).getAttribute('href')) ?? ''
    traject = { reference, status, visitor: createPerson(loket).visitor }
    expect(await statusOf(traject)).toContain('Het team bespreekt uw vraag op dinsdag 24 november 2026.')
    const mail = await nextMailTo(loket, 'noor@clb.example')
    expect(mail.text).toContain(
      'Het team bespreekt uw vraag op dinsdag 24 november 2026. U hoort van ons ten laatste op',
    )
    expect((await nextMailTo(loket, triage)).subject).toBe(`Nieuwe aanmelding · ${reference}`)
    expect(await loket.mails()).toHaveLength(2)
  })

  it('de helpdesk vraagt drie dingen en staat niet op de agenda', async () => {
    const filling = await fill('helpdesk')
    await passTime(loket, 60)
    call = await send(filling)
    expect(await statusOf(call)).toContain('Wij bellen u terug ten laatste op')
  })

  it('een milliseconde voor 17 uur is voor morgen, om 17 uur voor volgende week', async () => {
    const [early, after] = [
      await fill('vorming', 'vorming@clb.example'),
      await fill('teamcoaching', 'laat@clb.example'),
    ]
    // The clock runs on while we send: half a minute is left.
    await at('2026-11-23T15:59:30.000Z')
    vorming = await send(early)
    await at('2026-11-23T16:00:00.000Z')
    late = await send(after)
    expect(await statusOf(vorming)).toContain('dinsdag 24 november 2026')
    expect(await statusOf(late)).toContain('dinsdag 1 december 2026')
  })

  it('om 17.15 uur krijgt het team de agenda: alleen referenties', async () => {
    await at('2026-11-23T16:14:59.000Z')
    expect(await agendas()).toEqual([])
    await at('2026-11-23T16:15:00.000Z')
    const [mail] = await agendas()
    if (!mail) throw new Error('No agenda')
    for (const { reference } of [known(traject), known(vorming)]) expect(mail.text).toContain(reference)
    for (const { reference } of [known(call), known(late)]) expect(mail.text).not.toContain(reference)
    expect(mail.text).not.toMatch(/Gent|CLB|leervraag|traject/)
    expect(linkIn(mail)).toBe('/werkruimte/agenda/2026-11-24')
  })
})

describe('dinsdag', () => {
  it('het team beslist op een telefoon, zonder JavaScript, in één keer', async () => {
    await at('2026-11-24T08:30:00.000Z')
    const page = await signIn('Coördinator OTA', '/werkruimte/agenda/2026-11-24')
    const [one, two] = [known(traject).reference, known(vorming).reference]
    await fillPage(page, { [`${one}.besluit`]: 'toewijzen', [`${one}.persoon`]: 'bemiddelaar-ota' })
    await fillPage(page, {
      ...{ [`${two}.besluit`]: 'advies_vragen', [`${two}.persoon`]: 'bemiddelaar-ota' },
      [`${two}.toelichting`]: 'Volg het open aanbod.',
    })
    await press(page, page.getByRole('button', { name: 'Bewaar alle beslissingen' }))
    expect(await page.locator('main').textContent()).toContain('2 beslissingen zijn bewaard.')
    expect(await statusOf(known(traject))).toContain('Bemiddelaar OTA begeleidt uw vraag')
    expect(await statusOf(known(vorming))).toContain('Bemiddelaar OTA belt u met advies.')
    await at('2026-11-24T08:45:00.000Z') // Until then it can be taken back.
    expect((await nextMailTo(loket, 'vorming@clb.example', 2)).text).toContain('Bemiddelaar OTA belt u met advies.')
    // After the agenda of the evening before, which the whole team got.
    const subjects = await Promise.all(
      [2, 3].map(async (nth) => (await nextMailTo(loket, 'bemiddelaar@ota.example', nth)).subject),
    )
    expect(subjects.sort()).toEqual([one, two].sort().map((reference) => `Een dossier voor u · ${reference}`))
  })

  it('de bemiddelaar belt de helpdesk terug, en begint aan het start-overleg', async () => {
    const page = await signIn('Bemiddelaar OTA', '/werkruimte/telefoon')
    expect(await page.locator('main').textContent()).toContain('0478 12 34 56')
    await page.locator('summary', { hasText: 'Gebeld' }).click()
    await press(page, page.getByRole('button', { name: 'Informatie gegeven' }))
    expect(await statusOf(known(call))).toContain('U kreeg advies of informatie.')

    // The advice of the meeting, given by phone: only now it is said.
    await page.goto(`${loket.url}/werkruimte/dossier/${known(vorming).reference}`)
    await press(page, page.getByRole('link', { name: 'Ik gaf het advies' }))
    await page.getByLabel('Geen drempel').check()
    await press(page, page.getByRole('button', { name: 'Ik gaf het advies' }))
    expect(await statusOf(known(vorming))).toContain('U kreeg advies of informatie.')
    await at('2026-11-24T09:00:00.000Z')
    expect((await nextMailTo(loket, 'vorming@clb.example', 3)).text).toContain('U kreeg advies of informatie.')

    await page.goto(`${loket.url}/werkruimte/dossier/${known(traject).reference}`)
    await press(page, page.getByRole('link', { name: 'Maak de tafel' }).first())
    await press(page, page.getByRole('button', { name: 'Bewaar, en kies momenten' }))
    expect(await page.locator('h1').textContent()).toBe('Wanneer past het?')
    expect(await statusOf(known(traject))).toContain('Bemiddelaar OTA zoekt met u een moment.')
  })

  it('de volgende agenda noemt alleen wie nog wacht', async () => {
    await at('2026-11-30T16:15:00.000Z')
    const [, mail] = await agendas()
    expect(mail?.text).toContain(known(late).reference)
    expect(mail?.text).not.toContain(known(traject).reference)
  })

  it('wat niet beslist wordt, staat er een week later weer op; als niets meer wacht, komt er geen mail', async () => {
    await at('2026-12-07T16:15:00.000Z')
    expect((await agendas()).map(({ text }) => text.includes(known(late).reference))).toEqual([false, true, true])
    await at('2026-12-08T11:00:00.000Z')
    const page = await signIn('Coördinator OTA', '/werkruimte/agenda')
    expect(await page.locator('main').textContent()).toContain('al 2 keer niet beslist')
    await fillPage(page, {
      [`${known(late).reference}.besluit`]: 'toewijzen',
      [`${known(late).reference}.persoon`]: 'bemiddelaar-ota-2',
    })
    await press(page, page.getByRole('button', { name: 'Bewaar alle beslissingen' }))
    await at('2026-12-21T16:15:00.000Z')
    expect(await agendas()).toHaveLength(3)
  })
})

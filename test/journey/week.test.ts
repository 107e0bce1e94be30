/**
 * A week in the werkruimte, as issue by issue it was promised: twelve requests of every outcome, and everybody of the
 * network does their part in a real browser without JavaScript (docs/domain.md §1, §4, §7).
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { demoPeople } from '../../functions/local/demo-people.ts'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { aanvraag, begin, fillIn, openVraag, referenceIn, vraagPath } from '../support/lco.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { type Fields, locationOf, type Visitor } from '../support/visitor.ts'
import { linkIn, mailsTo, nextMailTo } from './mail.ts'
import { createPerson } from './person.ts'
import { type Changes, day, monday, passTime, pathOf, press } from './walk.ts'

type DemoPerson = (typeof demoPeople)[number]

let loket: RunningLoket
let browser: TestBrowser
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startLoket({ now: monday }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})

interface Filed {
  reference: string
  status: string
  visitor: Visitor
}

async function receiptOf(visitor: Visitor, receipt: string): Promise<Filed> {
  const html = await (await visitor.get(receipt)).text()
  return { visitor, reference: referenceIn(html) ?? '', status: /href="(\/status\/[^"]+)"/.exec(html)?.[1] ?? '' }
}

/** Several people fill in the form side by side, and send it a minute later. */
async function fileAll(changes: readonly Changes[]): Promise<Filed[]> {
  const drafts = []
  for (const change of changes) {
    const { visitor } = createPerson(loket)
    const draft = await begin(visitor)
    await fillIn(visitor, draft, { changes: change })
    drafts.push({ visitor, draft })
  }
  await passTime(loket, 60)
  const filed = []
  for (const { visitor, draft } of drafts)
    filed.push(await receiptOf(visitor, locationOf(await visitor.post(`${draft}/controle`))))
  return filed
}

const by = (email: string, about: string, rest: Changes = {}): Changes => ({
  gegevens: { ...aanvraag.gegevens, email },
  client: { ...aanvraag.client, client_aanduiding: about },
  ...rest,
})

/** A browser without JavaScript, signed in as one of the demo people. */
async function signIn(person: DemoPerson, path = '/werkruimte'): Promise<Page> {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(loket.url + path)
  await press(page, page.getByRole('button', { name: `Meld aan als ${person}` }))
  return page
}

const open = (page: Page, { reference }: Filed) => page.goto(`${loket.url}/werkruimte/dossier/${reference}`)
/** How a client is named in a list; a reference, in capitals, may hold the same letters by chance. */
const asLabel = (about: string): RegExp => new RegExp(`(?<![0-9A-Z])${about}`)

const wordsOn = async (page: Page): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ')
const statusOf = async ({ visitor, status }: Filed): Promise<string> =>
  ((await (await visitor.get(status)).text()).match(/data-state="[^"]*".*?<\/div>/s)?.[0] ?? '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

/** One of the buttons of a dossier, and what its page asks. */
async function act(page: Page, dossier: Filed, label: string, fields: Record<string, string> = {}): Promise<void> {
  await open(page, dossier)
  const button = page.locator('.lw-do').getByText(label, { exact: true })
  if (!(await button.isVisible())) await page.locator('.lw-meer > summary').click()
  await press(page, button)
  if (Object.keys(fields).length === 0) return
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`)
    const kind = await field.first().getAttribute('type')
    if (kind === 'radio' || kind === 'checkbox') await page.locator(`[name="${name}"][value="${value}"]`).check()
    else await field.fill(value)
  }
  await press(page, page.locator('main form button.btn').first())
}

describe('een week', () => {
  const requests: Record<string, Filed> = {}
  const the = (name: string): Filed => {
    const found = requests[name]
    if (!found) throw new Error(name)
    return found
  }
  let coordinator: Page

  it('maandag: twaalf aanvragen komen binnen, van elke soort', async () => {
    const twijfel: Fields = { ...aanvraag.criteria, verblijf: 'weet_niet' }
    const [first, second, third, fourth, doubtful, bounced, withdrawn, referred] = await fileAll([
      by('een@caw.example', 'A-1'),
      by('twee@caw.example', 'A-2'),
      by('drie@caw.example', 'A-3'),
      by('vier@caw.example', 'A-4'),
      by('vijf@caw.example', 'A-5', { criteria: twijfel }),
      by('bounce@dienst.example', 'A-6'),
      by('zeven@caw.example', 'A-7'),
      by('acht@caw.example', 'A-8'),
    ])
    Object.assign(requests, { first, second, third, fourth, doubtful, bounced, withdrawn, referred })

    // One that does not fit, and the question asked in its place.
    const refused = createPerson(loket).visitor
    const draft = await begin(refused)
    const outcome = locationOf(
      await refused.post(`${draft}/criteria`, {
        ...aanvraag.criteria,
        meerderjarig: 'nee',
        postcode: '9000',
        ocmw_client: 'nee',
      }),
    )
    const page = await (await refused.get(outcome)).text()
    expect([...page.matchAll(/data-criterium="(\w+)"/g)].map(([, name]) => name)).toEqual([
      'meerderjarig',
      'werkgebied',
    ])
    const question = await openVraag(refused, { email: 'negen@caw.example', naam: 'Vrager Negen' })
    await passTime(loket, 60)
    requests.question = await receiptOf(refused, locationOf(await refused.post(vraagPath, question)))

    // Two that a machine seems to send: in a second, without a pause.
    for (const name of ['machine', 'person']) {
      const { visitor } = createPerson(loket)
      const quick = await begin(visitor)
      await fillIn(visitor, quick, { changes: by(`${name}@snel.example`, `S-${name}`) })
      const trapped = { [trapField]: 'https://spam.example' }
      requests[name] = await receiptOf(visitor, locationOf(await visitor.post(`${quick}/controle`, trapped)))
    }
    await the('withdrawn').visitor.post(`${the('withdrawn').status}/stoppen`)
    expect(Object.values(requests).map(({ reference }) => /^(LCO|VRG)-/.test(reference))).toEqual(Array(11).fill(true))
    await passTime(loket, 120)
  })

  it('de coördinator opent de link in de mail, meldt aan en is waar het gevraagd wordt', async () => {
    const triage = (await mailsTo(loket, 'aanvragen@lco-aalst.example')).find(({ subject }) =>
      subject.endsWith(the('first').reference),
    )
    if (!triage) throw new Error('No triage mail')
    coordinator = await signIn('Coördinator Aalst', linkIn(triage))
    expect(pathOf(coordinator)).toBe(`/werkruimte/dossier/${the('first').reference}`)
    expect(await wordsOn(coordinator)).toContain('A-1')
  })

  it('de lijst toont wat wacht, de verdachte apart, en de mail die terugkwam', async () => {
    await coordinator.goto(`${loket.url}/werkruimte`)
    const words = await wordsOn(coordinator)
    for (const about of ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-8', 'Vrager Negen'])
      expect(words).toContain(about)
    for (const hidden of ['A-7', 'S-machine', 'S-person']) expect(words).not.toMatch(asLabel(hidden))
    expect(words).toContain('2 verdacht')
    expect(words).toMatch(/mails? vraagt? aandacht|mails vragen aandacht/)
  })

  it('een verdachte die echt is, wordt vrijgegeven en krijgt alsnog haar mail; de andere gaat dicht', async () => {
    expect(await mailsTo(loket, 'person@snel.example')).toEqual([])
    await open(coordinator, the('person'))
    await press(coordinator, coordinator.getByRole('button', { name: 'Dit is echt' }))
    await passTime(loket, 120)
    expect((await nextMailTo(loket, 'person@snel.example')).subject).toContain(the('person').reference)
    await act(coordinator, the('machine'), 'Sluit af', { drempels: 'geen' })
    await coordinator.goto(`${loket.url}/werkruimte`)
    expect(await wordsOn(coordinator)).not.toMatch(/\d verdacht/)
  })

  it('de mail die terugkwam staat in het rood; het adres wordt verbeterd en de mail vertrekt opnieuw', async () => {
    await coordinator.goto(`${loket.url}/werkruimte/post`)
    expect(await wordsOn(coordinator)).toContain('Niet aangekomen')
    await open(coordinator, the('bounced'))
    await press(coordinator, coordinator.getByRole('link', { name: 'Verbeter het adres' }).first())
    await coordinator.locator('[name="email"]').fill('zes@caw.example')
    await press(coordinator, coordinator.locator('main form button.btn').first())
    await coordinator.goto(`${loket.url}/werkruimte/post`)
    for (;;) {
      const again = coordinator.getByRole('button', { name: 'Verstuur opnieuw' })
      if ((await again.count()) === 0) break
      await press(coordinator, again.first())
    }
    await passTime(loket, 120)
    expect((await nextMailTo(loket, 'zes@caw.example')).subject).toContain(the('bounced').reference)
  })

  it('wijst toe; de aanvrager en de casemanager horen het', async () => {
    for (const name of ['first', 'second', 'doubtful'])
      await act(coordinator, the(name), 'Wijs een casemanager toe', { persoon: 'casemanager-aalst' })
    expect(await statusOf(the('first'))).toContain('Casemanager Aalst volgt uw aanvraag op en belt u.')
    await passTime(loket, 11 * 60) // Until then it can be taken back.
    const told = await mailsTo(loket, 'casemanager@lco-aalst.example')
    expect(told.map(({ subject }) => subject)).toContain(`Een dossier voor u · ${the('first').reference}`)
  })

  it('verwijst door, beantwoordt de vraag, en een ander wacht op de aanvrager', async () => {
    await act(coordinator, the('referred'), 'Verwijs door', {
      aanbod: 'caw',
      toelichting: 'De vraag gaat alleen over wonen.',
      drempels: 'aanbod_past_niet',
    })
    expect(await statusOf(the('referred'))).toContain('Dit past beter: CAW Oost-Vlaanderen, onthaal Aalst.')
    await act(coordinator, the('question'), 'De vraag is beantwoord', { toelichting: 'Uitgelegd aan de telefoon.' })
    expect(await statusOf(the('question'))).toContain('Uw vraag is beantwoord.')
    await act(coordinator, the('third'), 'Wacht op de aanvrager', { toelichting: 'Wanneer past het?' })
    expect(await statusOf(the('third'))).toContain('We hebben een vraag voor u. Bel 053 00 00 00')
  })

  it('dinsdag: de casemanager ziet alleen de eigen dossiers, belt, schrijft en begint aan de tafel', async () => {
    await passTime(loket, day)
    const casemanager = await signIn('Casemanager Aalst')
    const list = await wordsOn(casemanager)
    for (const about of ['A-1', 'A-2', 'A-5']) expect(list).toContain(about)
    for (const about of ['A-3', 'A-4', 'A-8']) expect(list).not.toMatch(asLabel(about))
    expect((await open(casemanager, the('fourth')))?.status()).toBe(404)

    await open(casemanager, the('first'))
    await press(casemanager, casemanager.getByRole('button', { name: 'Niet bereikt' }))
    await press(casemanager, casemanager.getByRole('button', { name: 'Gebeld', exact: true }))
    await casemanager.locator('[name="notitie"]').fill('Spreken af in de bibliotheek.')
    await press(casemanager, casemanager.getByRole('button', { name: 'Bewaar de notitie' }))
    expect(await wordsOn(casemanager)).toContain('Spreken af in de bibliotheek.')
    await press(casemanager, casemanager.getByRole('link', { name: 'Maak de tafel' }).first())
    await press(casemanager, casemanager.getByRole('button', { name: 'Bewaar de tafel' }))
    expect(await wordsOn(casemanager)).toContain('De tafel is bewaard.')
    expect(await statusOf(the('first'))).toContain('Casemanager Aalst bespreekt met de cliënt wie aan tafel zit')
    await casemanager.goto(`${loket.url}/werkruimte/week`)
    expect(await wordsOn(casemanager)).toContain('Mijn week')
  })

  it('woensdag: de casemanager is ziek; de coördinator draagt alles over', async () => {
    await passTime(loket, day)
    coordinator = await signIn('Coördinator Aalst', '/werkruimte/beheer/mensen')
    await press(coordinator, coordinator.getByRole('link', { name: 'Casemanager Aalst', exact: true }))
    await coordinator.locator('[name="van"]').fill('3/3/2021')
    await coordinator.locator('[name="tot"]').fill('12/3/2021')
    await press(coordinator, coordinator.getByRole('button', { name: /afwezig/i }))
    await coordinator.locator('[name="naar"][value="casemanager-aalst-2"]').check()
    await press(coordinator, coordinator.getByRole('button', { name: 'Draag alles over' }))
    expect(await wordsOn(coordinator)).toContain('3 dossiers zijn overgedragen.')
    expect(await statusOf(the('second'))).toContain('Tweede casemanager Aalst volgt uw aanvraag op')
  })

  it('twee weken later: de doorverwijzing lukte niet, en komt terug', async () => {
    await passTime(loket, 12 * day)
    const asked = (await mailsTo(loket, 'acht@caw.example')).filter(({ subject }) => subject.startsWith('Is uw cliënt'))
    expect(asked).toHaveLength(1)
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.goto(loket.url + linkIn(asked[0] ?? ({ text: '', html: '' } as never)))
    await press(page, page.getByRole('button', { name: 'Nee, help me' }))
    expect(await wordsOn(page)).toContain('De coördinator leest uw aanvraag.')
    coordinator = await signIn('Coördinator Aalst')
    expect(await wordsOn(coordinator)).toContain('A-8')
  })

  it('wat niemand opende, hoorde de plaatsvervanger; wat te laat is, staat in het rood', async () => {
    const deputy = (await mailsTo(loket, 'plaatsvervanger@lco-aalst.example')).map(({ subject }) => subject)
    expect(deputy).toContain(`Nog niet geopend · ${the('fourth').reference}`)
    expect(deputy).not.toContain(`Nog niet geopend · ${the('first').reference}`)
    expect(await wordsOn(coordinator)).toMatch(/\d+ te laat/)
    expect(await statusOf(the('fourth'))).toContain('Dit duurt langer dan beloofd. Het spijt ons.')
  })

  it.each<[DemoPerson, number]>([
    ['Coördinator OTA', 404],
    ['Bemiddelaar OTA', 404],
    ['Organisator', 403],
    ['Buitenstaander', 403],
  ])('%s ziet er niets van', async (person, status) => {
    const page = await signIn(person)
    const seen = await wordsOn(page)
    for (const { reference } of Object.values(requests)) {
      expect(seen).not.toContain(reference)
      expect((await page.goto(`${loket.url}/werkruimte/dossier/${reference}`))?.status()).toBe(status)
      expect(await wordsOn(page)).not.toMatch(/A-\d|Tigrinya|@caw/)
    }
  })
})

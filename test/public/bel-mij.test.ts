/** The road of whoever asks for themselves, over HTTP: nothing kept before it is sent, and nothing of it anywhere afterwards (docs/decisions/031). */
import { beforeAll, describe, expect, it } from 'vitest'
import { receivingNetworks } from '../../forms/index.ts'
import { addSeconds, secondsPerDay } from '../../forms/kit/time.ts'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { loketOn, startTestLoket, type TestLoket } from '../support/app.ts'
import { belMijPath, openBelMij } from '../support/bel-mij.ts'
import { errorsIn, lcoStart, referenceIn } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, mainOf, readPage, type Visitor, wordsIn } from '../support/visitor.ts'

const now = new Date('2026-11-23T09:00:00Z')
let loket: TestLoket
let visitor: Visitor
beforeAll(async () => {
  loket = await startTestLoket(now)
  visitor = loket.visitor()
})

/** Opened, and sent so many seconds later. */
async function sendAfter(seconds: number, changes: Fields = {}): Promise<Response> {
  const fields = await openBelMij(visitor, changes)
  return visitor.tabAt(loketOn(loket.connection, addSeconds(now, seconds))).post(belMijPath, fields)
}
const itemsOf = async (reference: string) =>
  (await loket.items('loket')).filter(({ pk }) => String(pk).endsWith(reference))
async function sent(changes: Fields = {}) {
  const receipt = locationOf(await sendAfter(60, changes))
  const page = await readPage(visitor, receipt)
  const reference = referenceIn(page.html) ?? ''
  const status = /href="(\/status\/[^"]+)"/.exec(page.html)?.[1] ?? ''
  const items = await itemsOf(reference)
  return { receipt, page, reference, status, items, dossier: items.find(({ sk }) => sk === 'DOSSIER') }
}
const everything = async () => [await loket.items('loket'), await loket.items('drafts')]

describe('voor het verzonden is', () => {
  it('is er niets bewaard, geen cookie gegeven, en bewaart of vertelt de browser het nergens', async () => {
    const before = await everything()
    const page = await visitor.get(belMijPath)
    const wrong = await visitor.post(belMijPath, await openBelMij(visitor, { telefoon: '12' }))
    for (const answer of [page, wrong]) {
      expect(answer.headers.getSetCookie()).toEqual([])
      expect(answer.headers.get('cache-control')).toBe('no-store')
      // To our own pages only; to where one leaves to, nothing.
      expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    }
    const html = await page.text()
    expect(html).toMatch(/<a class="btn warn" href="https:\/\/www\.meteo\.be\/nl" rel="noreferrer"/)
    expect(html).not.toMatch(/data-keeps|actie|autocomplete="(?!off)/)
    expect([page.status, wrong.status, await everything()]).toEqual([200, 422, before])
  })

  it('staat er wie belt, wanneer ten laatste, en dat het toestel de pagina onthoudt; geen woord van het vak', async () => {
    const { words } = await readPage(visitor, belMijPath)
    expect(words).toContain('Coördinator Aalst van LCO Aalst, of wie hen vervangt. Ten laatste op woensdag 25 november')
    expect(words).toContain('De knop bovenaan brengt u naar het weerbericht.')
    expect(words).toContain('Deze pagina blijft wel in de geschiedenis van uw toestel staan.')
    expect(words).not.toMatch(/cliënten|uw cliënt|aanvraag|niet verplicht|hulpverlener/)
  })

  it('komt alles terug wat getypt is, met wat eraan te doen is', async () => {
    const typed = { ...(await openBelMij(visitor)), telefoon: '12', naam: ' ', vraag: 'é'.repeat(5001) }
    const answer = await visitor.post(belMijPath, typed)
    const html = await answer.text()
    expect([answer.status, html.includes('role="alert"')]).toEqual([422, true])
    expect(errorsIn(html)).toHaveLength(3)
    const { [trapField]: _, ...shown } = fieldsIn(mainOf(html))
    expect(shown).toEqual(Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value].flat()])))
  })

  it('is een nummer en een naam genoeg', async () => {
    const { formulier = [] } = await openBelMij(visitor)
    const answer = await visitor.post(belMijPath, { formulier, telefoon: '0478 12 34 66', naam: 'Nadia' })
    expect(answer.status).toBe(303)
  })

  it.each([
    ['een rijksregisternummer in de vraag', { vraag: 'Ik ben 85.07.30-033.28' }, 'Vul geen rijksregisternummer in'],
    ['een keuze die niet aangeboden is', { inspreken: 'soms' }, 'Kies een van deze antwoorden'],
    ['een uur dat niet aangeboden is', { wanneer: ['nacht'] }, 'Kies een van deze antwoorden'],
  ])('%s: 422', async (_, changes, error) => {
    const answer = await visitor.post(belMijPath, await openBelMij(visitor, changes))
    expect([answer.status, errorsIn(await answer.text())]).toEqual([422, [error]])
  })
})

describe('verzonden', () => {
  it('is het één vraag, binnen twee werkdagen, met één mail: aan wie leest wat binnenkomt', async () => {
    const { reference, dossier, items, receipt } = await sent()
    expect(reference).toMatch(/^VRG-/)
    expect(dossier).toMatchObject({
      ...{ network: 'aalst', form: 'bel-mij', state: 'ingediend', answerBefore: '2026-11-25' },
      ...{ outcome: 'voldoet', suspect: false, trend: {} },
    })
    expect(dossier).not.toHaveProperty('applicant')
    expect(items.filter(({ sk }) => sk === 'ADRES')).toEqual([])
    const mails = (await loket.items('loket')).filter(({ pk }) => String(pk) === `OUTBOX#${reference}`)
    const kinds = mails.flatMap(({ notification }) => (notification as { kind?: string } | undefined)?.kind ?? [])
    expect(kinds).toContain('triage')
    expect(kinds).not.toContain('ontvangen')
    expect((await visitor.get(receipt)).headers.getSetCookie()).toEqual([])
  })

  it('staat wat gekozen werd verzegeld, en van wat open bleef het voorzichtigste', async () => {
    const { items } = await sent({ wanneer: [], wanneer_anders: '', inspreken: [], ander: [], vraag: '', taal: '' })
    const sealed = items.find(({ sk }) => sk === 'ANTWOORDEN')?.sealed
    expect((await loket.unseal(sealed)).answers).toEqual({
      ...{ telefoon: '+32478123466', naam: 'Nadia', wanneer: [], inspreken: 'nee', ander: 'nee' },
    })
  })

  it('zegt het ontvangstbewijs wanneer, wat intussen kan en hoe het stopt; niet wie of welk nummer', async () => {
    const { page } = await sent()
    expect(page.words).toContain('We bellen u')
    expect(page.words).toContain('Ten laatste op woensdag 25 november 2026')
    for (const words of ['Tele-Onthaal: 106', 'Bel 1712', 'Bel 112', 'U krijgt geen mail en geen sms.'])
      expect(page.words).toContain(words)
    expect(page.html).not.toMatch(/Nadia|478|Arabisch|beginnen/)
    expect(page.html).toMatch(/rel="noreferrer"[^>]*data-leave/)
  })

  it('vertelt de statuspagina het in gewone woorden, ook te laat, en stopt het er', async () => {
    const { status, reference } = await sent()
    const read = async (at = now) =>
      readPage(visitor.tabAt(loketOn(loket.connection, at)), status).then(({ words, html }) => {
        expect(html).toContain('data-leave')
        expect(words).not.toMatch(/cli[eë]nt|aanvra|co[oö]rdinator/i)
        return words
      })
    expect(await read()).toContain('We bellen u ten laatste op woensdag 25 november 2026.')
    expect(await read(new Date('2026-11-26T09:00:00Z'))).toContain('Dit duurt langer dan beloofd. Het spijt ons.')
    expect((await readPage(visitor, `${status}/stoppen`)).words).toContain('Dan bellen we u niet.')
    expect((await visitor.post(`${status}/stoppen`)).status).toBe(303)
    expect(await read()).toContain('Uw vraag is gestopt: we bellen u niet. We wissen binnen 24 uur wat u invulde.')
    expect((await itemsOf(reference)).find(({ sk }) => sk === 'DOSSIER')).toMatchObject({ state: 'ingetrokken' })
  })

  it('en daarna gestopt: het ontvangstbewijs belooft niets meer', async () => {
    const { status, receipt } = await sent()
    await visitor.post(`${status}/stoppen`)
    const { words } = await readPage(visitor, receipt)
    expect(words).toContain('Er veranderde iets sinds u dit las.')
    expect(words).not.toMatch(/We bellen|Ten laatste/)
  })

  it('nog eens hetzelfde geeft hetzelfde ontvangstbewijs; iets anders is niet verzonden, en dat staat er', async () => {
    const fields = await openBelMij(visitor)
    const receipt = locationOf(await visitor.post(belMijPath, fields))
    expect(locationOf(await visitor.post(belMijPath, fields))).toBe(receipt)
    const changed = await visitor.post(belMijPath, { ...fields, telefoon: '0499 11 22 33' })
    expect(changed.status).toBe(409)
    expect(await changed.text()).toContain('Al verzonden. Nieuwe vraag starten?')
  })

  it('een formulier van gisteren wordt eerst nagekeken, met alles erin', async () => {
    const answer = await sendAfter(secondsPerDay + 1)
    const html = await answer.text()
    expect([answer.status, errorsIn(html)]).toEqual([
      422,
      ['Het formulier stond lang open. Kijk uw antwoorden na en verzend ze opnieuw.'],
    ])
    expect(html).toContain('href="#telefoon"')
    expect(fieldsIn(mainOf(html))).toMatchObject({ naam: ['Nadia'], wanneer: ['voormiddag'] })
  })

  it.each<[string, boolean, number, Fields]>([
    ['na 2,999 seconden', true, 2.999, {}],
    ['na 3 seconden', false, 3, {}],
    ['met het verborgen veld', true, 600, { [trapField]: 'https://x.example' }],
  ])('%s: verdacht %s, hetzelfde ontvangstbewijs', async (_, suspect, seconds, changes) => {
    const plain = (html: string) => html.replace(/VRG-[\w-]+|\/status\/[^"]+/g, 'X')
    const ordinary = plain((await sent()).page.html)
    const page = await readPage(visitor, locationOf(await sendAfter(seconds, changes)))
    expect(plain(page.html)).toBe(ordinary)
    const items = await itemsOf(referenceIn(page.html) ?? '')
    expect(items.find(({ sk }) => sk === 'DOSSIER')).toMatchObject({ suspect })
  })

  it('staat er van het nummer, de naam of de vraag niets buiten wat verzegeld is, en niets in een adres', async () => {
    const told = ['Roodborstje', '499887766', '0499 88 77 66', 'Winterkoninkje', 'Goudvink', 'Putter']
    const [naam = '', , telefoon = '', vraag = '', taal = '', wanneer_anders = ''] = told
    const { reference } = await sent({ naam, telefoon, vraag, taal, wanneer_anders })
    const found = (where: unknown) => told.filter((one) => JSON.stringify(where).includes(one))
    const items = await itemsOf(reference)
    const sealed = items.find(({ sk }) => sk === 'ANTWOORDEN')?.sealed
    // It can find them: they are inside what is sealed.
    expect(found(await loket.unseal(sealed))).toEqual(told.filter((one) => one !== telefoon))
    expect(found([items, await loket.items('drafts'), loket.addresses, loket.log, loket.failures])).toEqual([])
  })
})

describe('de weg ernaartoe', () => {
  it('elk netwerk dat vragen krijgt heeft er een, op hetzelfde adres; een ander niet', async () => {
    for (const { slug, name, phone } of receivingNetworks) {
      const { status, words } = await readPage(visitor, `/${slug}/bel-mij`)
      expect([slug, status, words.includes(`van ${name}`), words.includes(phone)]).toEqual([slug, 200, true, true])
    }
    expect((await visitor.get('/bierbeek/bel-mij')).status).toBe(404)
    expect((await visitor.send(belMijPath, { method: 'PUT' })).status).toBe(405)
  })

  it.each([
    ['/aalst/lco-aanvraag', 'Bent u zelf cliënt?', '/aalst/bel-mij'],
    ['/limburg/lco-aanvraag', 'Bent u zelf cliënt?', '/limburg/bel-mij'],
    ['/zottegem/de-katrol', 'Bent u zelf ouder?', '/zottegem/bel-mij'],
    ['/zottegem/huisbezoek-80-plus', 'Gaat het over uzelf?', '/zottegem/bel-mij'],
    ['/ota/aanmelding', 'Zoekt u hulp voor uzelf?', '/ota/bel-mij'],
  ])('van %s, met de vraag die daar past', async (start, question, path) => {
    const { html, words } = await readPage(visitor, start)
    expect([words.includes(question), html.includes(`href="${path}"`)]).toEqual([true, true])
  })

  it('van het formulier, wie zegt cliënt te zijn; en van de vraag van een hulpverlener', async () => {
    const draft = locationOf(await visitor.post(lcoStart))
    expect(locationOf(await visitor.post(draft, { aanvrager: 'client' }))).toBe(belMijPath)
    const question = await readPage(visitor, `${lcoStart}/vraag`)
    expect(question.html).toContain(`href="${belMijPath}"`)
    expect(wordsIn(question.html)).toContain('Gaat het over uzelf?')
  })
})

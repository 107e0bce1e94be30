/** The page behind the link of a participant, once a moment is fixed, moved, called off or held (docs/overleg.md §4). */
import { beforeEach, describe, expect, it } from 'vitest'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import { spanAt, usualTable } from '../support/overleg-tables.ts'
import { fieldsIn, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { visitAsGuest } from './guest-visit.ts'

let work: TestWorkspace
let overleg: TestOverleg
let guest: Visitor
let visit: ReturnType<typeof visitAsGuest>
beforeEach(async () => {
  work = await startTestWorkspace()
  overleg = await startOverleg(work)
  visit = visitAsGuest(work, overleg)
  guest = visit.guest
})

const asked = () => overleg.asked()
async function fixed(practical: Parameters<TestOverleg['fix']>[1] = {}) {
  await asked()
  await overleg.fix('m1', practical)
}

describe('vastgelegd', () => {
  it('zegt wanneer en waar, en vraagt of iemand komt', async () => {
    await fixed()
    const { html, words, state } = await visit.pageOf('CAW')
    expect(state).toBe('vastgelegd')
    expect(words).toContain('Komt u naar het overleg?')
    expect(words).toContain('Maandag 7 december 2026 van 9.30 tot 11 uur')
    expect(words).toContain('Welzijnshuis, lokaal 2 Voorbeeldlaan 10, 9300 Aalst')
    expect(words).toContain('Dat kan ook. De link staat hier vanaf zondag 6 december 2026, als u zegt dat u komt.')
    expect(words).toContain('Antwoorden kan tot het overleg begint.')
    expect(html).toMatch(/<button class="btn" name="komt" value="ja" data-next[^>]*>/)
    expect(html).not.toContain('beeld.example')
  })

  it('wie er aan tafel zit, leest alleen wie gebonden is door beroepsgeheim', async () => {
    await fixed()
    const { words } = await visit.pageOf('CAW')
    expect(words).toContain('De cliënt, OCMW Voorbeeld, CAW Voorbeeld')
    expect(words).toContain('Niet iedereen aan tafel is gebonden door beroepsgeheim.')
    expect(words).not.toContain('Buur')
    expect((await visit.pageOf('Buur')).words).not.toMatch(/Aan tafel|OCMW|CAW|beroepsgeheim/)
  })

  it.each([
    ['nee', false],
    ['weet_niet', false],
    ['ja', true],
  ] as const)('beroepsgeheim %s: de tafel is te zien: %s', async (beroepsgeheim, shown) => {
    await overleg.table([{ dienst: 'School Voorbeeld', email: 'school@mail.example', beroepsgeheim }])
    await fixed()
    expect((await visit.pageOf('School')).words.includes('OCMW Voorbeeld')).toBe(shown)
  })

  it.each([
    ['2026-12-05T22:59:00Z', 'ja', false],
    ['2026-12-05T23:00:00Z', 'ja', true],
    ['2026-12-05T23:00:00Z', 'nee', false],
    ['2026-12-05T23:00:00Z', undefined, false],
    ['2026-12-07T09:59:00Z', 'ja', true],
    ['2026-12-07T10:00:00Z', 'ja', false],
  ] as const)('de link om mee te doen, op %s, wie %s zei: %s', async (at, komt, shown) => {
    await fixed()
    if (komt) await visit.send('CAW', { komt })
    work.clock.now = new Date(at)
    expect((await visit.pageOf('CAW')).html.includes('https://beeld.example/zaal')).toBe(shown)
  })

  it('wie komt, hoort dat; de dag ervoor staat er tot morgen', async () => {
    await fixed()
    const { path, status } = await visit.send('CAW', { komt: 'ja', nummer: '1' })
    expect(status).toBe(303)
    expect((await visit.read(path)).words).toContain('U komt')
    work.clock.now = new Date('2026-12-06T09:00:00Z')
    const { words } = await visit.read(path)
    expect(words).toContain('Tot morgen om 9.30 uur')
    expect(words).toContain('Doe mee met beeld . Lukt het niet? Bel 053 00 00 02 .')
    expect(words).toContain('Zet in mijn agenda')
    expect(words).toContain('Ik kan toch niet komen')
  })

  it('wie niet komt, kan nog van gedacht veranderen; de casemanager hoort het meteen', async () => {
    await fixed()
    const { path } = await visit.send('CAW', { komt: 'nee', nummer: '1' })
    const { words } = await visit.read(path)
    expect(words).toContain('U kunt er niet bij zijn We gaven het door aan Casemanager Aalst.')
    expect(words).toContain('Ik kom toch')
    const tasks = await visit.mailsOf('overleg-taak')
    expect(tasks.filter(({ notification }) => (notification as { why: string }).why === 'komt_niet')).toHaveLength(1)
    await guest.post(path, { komt: 'ja', nummer: '1' })
    expect((await visit.read(path)).words).toContain('U komt')
  })

  it('bewaart een eigen dossiernummer, ook als dat moment al bezig is', async () => {
    await fixed()
    work.clock.now = new Date('2026-12-07T09:00:00Z')
    const { path, status } = await visit.send('CAW', { eigen_nummer: 'D-77' })
    expect(status).toBe(303)
    expect(fieldsIn((await visit.read(path)).html).eigen_nummer).toEqual(['D-77'])
  })

  it.each([
    ['2026-12-07T08:29:59.999Z', 303],
    ['2026-12-07T08:30:00.000Z', 409],
    ['2026-12-07T10:00:00.000Z', 409],
  ])('antwoorden kan tot het begint: %s geeft %i', async (at, status) => {
    await fixed()
    work.clock.now = new Date(at)
    const sent = await visit.send('CAW', { komt: 'ja', nummer: '1' })
    expect(sent.status).toBe(status)
    if (status === 409) expect(sent.words).toContain('Uw antwoord is niet bewaard:')
  })

  it('wie te laat zegt wanneer het kan, leest welk moment vastligt, en wat er getypt was', async () => {
    await fixed()
    const sent = await visit.send('CAW', { 'antwoord.m2': 'kan', telefoon: '0478 99 88 77', eigen_nummer: 'D-77' })
    expect(sent.status).toBe(409)
    expect(sent.words).toContain('Uw antwoord is niet bewaard: er ligt intussen een moment vast. Hieronder staat welk.')
    expect(sent.words).toContain('dinsdag 8 december 2026, van 13 tot 14.30 uur: ik kan')
    expect(sent.words).toContain('0478 99 88 77')
    expect(sent.words).toContain('Maandag 7 december 2026')
    expect(await visit.mailsOf('overleg-antwoord')).toEqual([])
  })

  it('een antwoord dat er geen is, is geen fout van ons', async () => {
    await fixed()
    const link = await overleg.link('CAW')
    for (const komt of ['__proto__', 'constructor', 'toString', 'misschien']) {
      const response = await guest.post(link, { komt, 'antwoord.m1': 'kan' })
      expect([komt, response.status]).toEqual([komt, 409])
      expect(wordsIn(await response.text())).toContain('Uw antwoord is niet bewaard')
    }
  })

  it('zonder plaats zegt de pagina dat die nog komt; online heeft geen plaats', async () => {
    await fixed({ place: '', vorm: 'fysiek' })
    expect((await visit.pageOf('CAW')).words).toContain('Waar Dat laten we nog weten. Het komt op deze pagina.')
  })

  it('een link die geen https is, wordt geen link', async () => {
    await fixed({ onlineLink: 'javascript:alert(1)', vorm: 'online' })
    await visit.send('CAW', { komt: 'ja' })
    work.clock.now = new Date('2026-12-06T09:00:00Z')
    const { html, words } = await visit.pageOf('CAW')
    expect(html).not.toContain('javascript:')
    expect(words).toContain('De link laten we nog weten.')
  })

  it('na het uur, tot het verslag er is, valt er niets meer te doen', async () => {
    await fixed()
    work.clock.now = new Date('2026-12-07T10:00:00Z')
    const { words, state } = await visit.pageOf('CAW')
    expect(state).toBe('vastgelegd')
    expect(words).toContain('Dit overleg is voorbij Het was op maandag 7 december 2026, van 9.30 tot 11 uur.')
  })
})

describe('verplaatst', () => {
  const span = spanAt('2026-12-14T10:00')

  it('dezelfde link toont de nieuwe dag, en wat iemand zei telt niet meer', async () => {
    await fixed()
    const { path } = await visit.send('CAW', { komt: 'ja', nummer: '1' })
    await overleg.moveTo(span)
    const { words, state } = await visit.read(path)
    expect(state).toBe('vastgelegd')
    expect(words).toContain('Het overleg is verplaatst')
    expect(words).toContain('Het was: maandag 7 december 2026, van 9.30 tot 11 uur')
    expect(words).toContain('Het is nu: Maandag 14 december 2026 van 10 tot 11.30 uur')
    expect(words).toContain('Dat laten we nog weten. Het komt op deze pagina.')
    expect(words).toContain('Komt u op de nieuwe dag? Uw vorige antwoord telt niet meer.')
  })

  it('een antwoord op de vorige dag wordt er geen op de nieuwe', async () => {
    await fixed()
    await overleg.moveTo(span)
    const sent = await visit.send('CAW', { komt: 'ja', nummer: '1' })
    expect(sent.status).toBe(409)
    expect(sent.words).toContain('Uw antwoord is niet bewaard: dit overleg is intussen verplaatst.')
    expect(await visit.saidOf('CAW')).toBeUndefined()
    expect((await visit.send('CAW', { komt: 'ja', nummer: '2' })).status).toBe(303)
  })
})

describe('voorbij', () => {
  it('afgelast: niets te doen', async () => {
    await fixed()
    await overleg.cancel('Iets dat niemand aan tafel leest')
    const { words, state } = await visit.pageOf('CAW')
    expect(state).toBe('afgelast')
    expect(words).toContain('Het overleg gaat niet door U hoeft niets te doen. Staat het in uw agenda?')
    expect(words).toContain('Komt er een nieuw overleg, dan krijgt u een nieuwe uitnodiging.')
    expect(words).not.toContain('niemand aan tafel')
    expect((await visit.send('CAW', { komt: 'ja', nummer: '1' })).status).toBe(409)
  })

  it('afgelast voor er een moment was: in geen agenda stond iets', async () => {
    await asked()
    await overleg.cancel()
    expect((await visit.pageOf('CAW')).words).not.toContain('agenda')
  })

  it('gehouden: dank u, en wat nog komt', async () => {
    await fixed()
    work.clock.now = new Date('2026-12-07T11:00:00Z')
    await overleg.hold()
    const { words, state } = await visit.pageOf('CAW')
    expect(state).toBe('gehouden')
    expect(words).toContain('Dit overleg is voorbij Dank u.')
    expect(words).toContain('Hebt u een afspraak in het plan? Dan krijgt u een mail met een nieuwe link.')
  })
})

describe('in de agenda', () => {
  it('staat alleen dag en uur: geen plaats, geen woord waarover het gaat', async () => {
    await fixed()
    const response = await guest.get(`${await overleg.link('CAW')}/agenda`)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="overleg-LCO-[\w-]+\.ics"$/)
    const file = await response.text()
    expect(file).toContain(`SUMMARY:Overleg ${overleg.reference}\r\n`)
    expect(file).toContain('DTSTART:20261207T083000Z\r\nDTEND:20261207T100000Z\r\n')
    expect(file).toContain('CLASS:PRIVATE')
    expect(file).not.toMatch(/DESCRIPTION|LOCATION|URL|ATTENDEE|cliënt|Voorbeeld/i)
  })

  it('valt niets te zetten zolang er niets vastligt, of als het niet doorgaat', async () => {
    await asked()
    const path = `${await overleg.link('CAW')}/agenda`
    expect((await guest.get(path)).status).toBe(404)
    await overleg.fix()
    expect((await guest.get(path)).status).toBe(200)
    await overleg.cancel()
    expect((await guest.get(path)).status).toBe(404)
  })
})

it('zonder cliënt aan tafel heet het zoals het heet, en staat er niets van een cliënt', async () => {
  const ota = await startOverleg(work, {
    by: 'Bemiddelaar OTA',
    dossier: { network: 'ota', form: 'aanmelding', trend: { soort: 'intervisie' } },
    table: usualTable.filter(({ wie }) => wie === undefined),
  })
  await ota.asked()
  const path = await ota.link('CAW')
  expect((await visit.read(path)).words).toContain('CAW Voorbeeld is gevraagd voor een intervisie.')
  await ota.fix()
  const pages = [await visit.read(path)]
  expect(pages[0]?.words).toContain('Komt u naar de intervisie?')
  work.clock.now = new Date('2026-12-07T10:00:00Z')
  pages.push(await visit.read(path))
  for (const { words } of pages) {
    expect(words).toMatch(/^ Intervisie · /)
    expect(words).not.toMatch(/cliënt|beroepsgeheim/)
  }
})

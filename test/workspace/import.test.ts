/** An organiser puts people on the list: what was read is shown first, can be corrected, and only then is anything kept. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { createInviteeLists } from '../../functions/shared/store/invitee-lists.ts'
import { importList, inviteeOf, putEvent } from '../support/events.ts'
import { errorsIn } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-26T08:00:00Z')
let loket: TestWorkspace
let organiser: Visitor
let event: LoketEvent
beforeAll(async () => {
  loket = await startTestWorkspace({ now: april })
  organiser = await loket.as('Organisator')
})
beforeEach(async () => {
  loket.clock.now = april
  event = await putEvent(loket.connection)
})

const path = () => `/werkruimte/activiteiten/${event.slug}/importeren`
const stored = async () => (await createInviteeLists(loket.connection).count(event, april)).counts.nieuw
async function send(fields: Fields) {
  const response = await organiser.post(path(), fields)
  const html = await response.text()
  return { status: response.status, html, words: wordsIn(html), fields: fieldsIn(html) }
}
const read = (csv: string) => send({ csv })
/** The words of who was stored, as the list shows them. */
const namesStored = async () => {
  const people: string[] = []
  for await (const page of createInviteeLists(loket.connection).everybody(event.slug, april))
    people.push(...page.map(({ naam = '–' }) => naam))
  return people.sort()
}
/** Sends bytes as they are, percent-encoded: a file in another encoding. */
async function sendBytes(bytes: Uint8Array, name = 'csv') {
  const body = `${name}=${[...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`
  const headers = { origin: loket.url, 'content-type': 'application/x-www-form-urlencoded' }
  const response = await organiser.send(path(), { method: 'POST', headers, body })
  const html = await response.text()
  return { status: response.status, words: wordsIn(html), fields: fieldsIn(html) }
}

describe('lezen', () => {
  it('toont wat we lazen en bewaart niets; de tweede druk bewaart', async () => {
    const shown = await read(
      'Naam;Voornaam;Adres;E-mail\nPeeters;Jan;Kerkstraat 1;jan@x.example\nMia;;;\nSmet;An;;an@x.example\nAls;Els;;JAN@x.example',
    )
    expect([shown.status, await stored()]).toEqual([200, 0])
    for (const words of [
      '2 goed, 2 om na te kijken',
      'Gelezen als Excel, België, in UTF-8.',
      'Regel 3 Mia heeft geen e-mailadres.',
      'Regel 5 Zelfde adres als regel 2: Jan Peeters. Dat is één uitnodiging. overgeslagen',
      'Voeg de 2 toe',
      '2 overgeslagen. U kunt ze later nog toevoegen. Er vertrekt nog geen mail.',
    ])
      expect(shown.words).toContain(words)
    expect(shown.html.match(/data-next/g)).toHaveLength(1)
    expect(shown.fields).toMatchObject({ 'kolom[0]': ['familienaam'], 'kolom[2]': ['niets'], 'regel[3].email': [''] })
    const added = await organiser.post(path(), shown.fields)
    expect(locationOf(added)).toBe(`/werkruimte/activiteiten/${event.slug}?toegevoegd=2`)
    expect(await namesStored()).toEqual(['An Smet', 'Jan Peeters'])
  })

  it('ook een lijst zonder fouten vraagt die ene druk', async () => {
    const { status, words } = await read('e-mail\njan@x.example')
    expect([status, words.includes('1 goed, 0 om na te kijken'), await stored()]).toEqual([200, true, 0])
  })

  it('het veld `lijst` is hetzelfde als `csv`', async () => {
    const { words } = await send({ lijst: 'Jan Peeters <jan@x.example>; An <an@x.example>; Mia' })
    expect(words).toContain('2 goed, 1 om na te kijken')
    expect(words).toContain('Regel 1, nummer 3 Mia heeft geen e-mailadres.')
  })

  it('wie al in de lijst staat wordt gezegd, en komt er niet dubbel in', async () => {
    await importList(organiser, event, 'jan@x.example\nan@x.example')
    const shown = await read('E-mail\nJAN@x.example\nan@x.example\nmia@x.example')
    expect(shown.words).toContain('2 staan al in de lijst. Wie er al in staat, blijft zoals hij is.')
    expect(shown.words).toContain('Voeg de 1 toe')
    const added = await organiser.post(path(), shown.fields)
    expect(wordsIn(await (await organiser.get(locationOf(added))).text())).toContain(
      '1 persoon toegevoegd. 2 stonden al in de lijst.',
    )
    const again = await read('jan@x.example\nan@x.example')
    expect([again.status, again.words.includes('Naar de activiteit'), await stored()]).toEqual([200, true, 3])
  })

  it('5.000 regels waarvan 4.000 fout: de eerste 50, hoeveel er nog zijn, en de 1.000 goede', async () => {
    const lines = Array.from({ length: 5_000 }, (_, at) => (at % 5 === 0 ? `Jan;j${at}@x.example` : `Mia ${at};mia`))
    const shown = await read(`naam;e-mail\n${lines.join('\n')}`)
    expect(shown.words).toContain('1.000 goed, 4.000 om na te kijken')
    expect(shown.words).toContain('En nog 3.950 andere. Verbeter ze in uw eigen lijst, en plak die opnieuw.')
    expect(shown.html.match(/name="regel\[/g)).toHaveLength(50)
    expect([shown.status, await stored()]).toEqual([200, 0])
  })

  it.each([
    ['leeg', '', 422, 'Plak een lijst, of kies een bestand'],
    ['alleen wat niemand ziet', '\u200b\n\u00a0', 422, 'Plak een lijst'],
    ['geen adres', 'hallo', 422, 'We vinden geen e-mailadres in uw lijst.'],
    ['een regel, en die is fout', 'naam;e-mail\nSam;sam', 422, 'Er is niemand die we kunnen toevoegen.'],
    [
      'meer dan 70 KB',
      `e-mail\n${Array.from({ length: 4_000 }, (_, at) => `genodigde-${at}@dienst.example`).join('\n')}`,
      200,
      '4.000 goed',
    ],
    [
      'een aanhalingsteken dat niet sluit',
      'naam;e-mail\n"Jan;jan@x.example\nAn;an@x.example',
      200,
      'Regel 2: een aanhalingsteken sluit niet.',
    ],
    [
      'een titel erboven',
      'Genodigden\n\nnaam;e-mail\nAn;an@x.example',
      200,
      'Regel 1 staat boven de namen van de kolommen.',
    ],
    ['formules', 'naam;e-mail\n"=HYPERLINK(""https://x.example"")";an@x.example', 200, '1 goed'],
  ])('%s', async (_, csv, status, words) => {
    const shown = await read(csv)
    expect([shown.status, shown.words.includes(words), await stored()]).toEqual([status, true, 0])
    expect(loket.failures).toEqual([])
  })

  it('wat we niet lezen, komt terug om te verbeteren', async () => {
    expect((await read('hallo\ndaar')).fields.csv).toEqual(['hallo\ndaar'])
  })
})

describe('verbeteren', () => {
  const csv = 'Naam;Dienst;E-mail\nMia;CAW;mia@clb\nNel;OCMW;\nJan;CLB;jan@x.example'

  it('een regel: hij gaat mee met de andere', async () => {
    const { fields } = await read(csv)
    const added = await organiser.post(path(), { ...fields, 'regel[2].email': 'mia@clb.example' })
    expect(locationOf(added)).toMatch(/toegevoegd=2$/)
    expect(await namesStored()).toEqual(['Jan', 'Mia'])
  })

  it('een regel die nog fout is: niets bewaard, en de fout staat bovenaan', async () => {
    const { fields } = await read(csv)
    const still = await send({ ...fields, 'regel[2].email': 'mia@clb.example', 'regel[3].email': 'nel@ocmw' })
    expect([still.status, errorsIn(still.html), await stored()]).toEqual([
      422,
      ['Regel 3: Nel: ‘nel@ocmw’ is niet volledig.'],
      0,
    ])
    expect(still.words).toContain('2 goed, 1 om na te kijken')
    const added = await organiser.post(path(), { ...still.fields, 'regel[3].email': 'nel@ocmw.example' })
    expect(locationOf(added)).toMatch(/toegevoegd=3$/)
  })

  it('een kolom: eerst getoond met “Lees opnieuw zo”, of vanzelf, en dan pas bewaard', async () => {
    const { fields } = await read(csv)
    const changed = { ...fields, 'kolom[0]': 'organisatie', 'kolom[1]': 'naam' }
    const unseen = await send(changed)
    expect([unseen.status, await stored()]).toEqual([200, 0])
    expect(unseen.words).toContain('U koos andere kolommen of tekens.')
    const shown = await send({ ...changed, actie: 'lees' })
    expect([shown.status, await stored()]).toEqual([200, 0])
    await organiser.post(path(), shown.fields)
    expect(await inviteeOf(loket, event, 'jan@x.example')).toMatchObject({ naam: 'CLB', organisatie: 'Jan' })
  })

  it('geen kolom met adressen: niemand goed, en niets bewaard', async () => {
    const { fields } = await read(csv)
    const none = await send({ ...fields, 'kolom[2]': 'niets', actie: 'lees' })
    expect([none.status, none.words.includes('0 goed, 3 om na te kijken'), await stored()]).toEqual([422, true, 0])
  })

  it.each([
    ['een kolom die niet bestaat', { 'kolom[99]': 'email' }],
    ['een gebruik dat niet bestaat', { 'kolom[0]': '__proto__' }],
    ['een regel die niet bestaat', { 'regel[99].email': 'x@x.example' }],
    ['een deel dat niet bestaat', { 'regel[2].constructor': 'x@x.example' }],
  ])('%s: doet niets', async (_, odd) => {
    const { fields } = await read(csv)
    expect(locationOf(await organiser.post(path(), { ...fields, ...odd }))).toMatch(/toegevoegd=1$/)
  })
})

describe('tekens', () => {
  const text = 'naam;e-mail\r\nZoë;zoe@x.example'
  it.each([
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 met een merkteken', Buffer.from(`\ufeff${text}`), 'UTF-8'],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), 'UTF-16'],
    ['UTF-16, omgekeerd', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'UTF-16 (omgekeerd)'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'Windows-1252'],
  ])('%s: gezegd, en goed bewaard', async (_, bytes, name) => {
    const shown = await sendBytes(bytes)
    expect([shown.status, shown.words.includes(`in ${name}.`)]).toEqual([200, true])
    const file = await send({ bestand: bytes.toString('base64'), bestandsnaam: 'genodigden.csv' })
    expect(file.words).toContain('Uit ‘ genodigden.csv ’, 1 regel.')
    for (const { fields } of [shown, file]) await organiser.post(path(), fields)
    expect(await namesStored()).toEqual(['Zoë'])
  })

  it('verkeerd geraden: “Lees anders”', async () => {
    const { fields } = await send({ bestand: Buffer.from(text).toString('base64') })
    const other = await send({ ...fields, tekens: 'windows-1252', actie: 'lees' })
    expect(other.words).toContain('in Windows-1252.')
    expect(other.words).toContain('ZoÃ«')
    const back = await send({ ...other.fields, tekens: 'utf-8', actie: 'lees' })
    expect(back.words).toContain('Zoë')
  })

  it('ZoÃ« in geplakte tekst: hersteld en gezegd, tenzij het er zo moet staan', async () => {
    const shown = await read('naam;e-mail\nZoÃ«;zoe@x.example')
    expect(shown.words).toContain('We herstelden 1 vreemd teken')
    const literal = await send({ ...shown.fields, tekens: 'letterlijk', actie: 'lees' })
    expect([literal.words.includes('herstelden'), literal.words.includes('ZoÃ«')]).toEqual([false, true])
    await organiser.post(path(), shown.fields)
    expect(await namesStored()).toEqual(['Zoë'])
  })

  it.each([
    ['een werkmap van Excel', Buffer.from([0x50, 0x4b, 3, 4, 1, 2]), 'Dit bestand is een werkmap van Excel'],
    ['een leeg bestand', Buffer.from('\n'), 'Plak een lijst, of kies een bestand'],
    ['een foto', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]), 'We vinden geen e-mailadres'],
  ])('%s', async (_, bytes, words) => {
    const shown = await send({ bestand: bytes.toString('base64') })
    expect([shown.status, shown.words.includes(words)]).toEqual([422, true])
  })
})

describe('wie niet meer uitgenodigd kan worden', () => {
  const csv = 'e-mail\njan@x.example'
  it.each([
    ['afgelast', { geannuleerd: true }, april.toISOString(), 'Deze activiteit gaat niet door'],
    ['na de deadline', {}, '2021-05-25T08:00:00.000Z', 'De inschrijving is afgesloten'],
    ['bezig', {}, '2021-06-08T07:30:00.000Z', 'Deze activiteit is begonnen'],
    ['voorbij', {}, '2021-07-01T08:00:00.000Z', 'Deze activiteit is voorbij'],
  ])('%s: geweigerd met woorden, ook na het lezen, en de lijst komt terug', async (_, changes, now, words) => {
    const { fields } = await read(csv)
    const { slug } = event
    event = await putEvent(loket.connection, changes)
    loket.clock.now = new Date(now)
    organiser = await loket.as('Organisator')
    for (const posted of [fields, { csv }]) {
      const refused = await send(posted)
      expect([refused.status, refused.words.includes(words), refused.fields.csv]).toEqual([422, true, [csv]])
    }
    expect([slug === event.slug, await stored()]).toEqual([false, 0])
    loket.clock.now = april
    organiser = await loket.as('Organisator')
  })
})

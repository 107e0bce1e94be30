/**
 * What people type that looks odd and is fine: accepted, shown as plain text, never active (docs/promises.md, "Bad input": T and
 * X).
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import { aanvraag, begin, fillIn, openVraag, refusedCriteria, type Slug, vraagPath } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'

let loket: TestLoket
let visitor: Visitor
let draft: string
beforeAll(async () => {
  loket = await startTestLoket()
  visitor = loket.visitor()
  draft = await begin(visitor)
  await fillIn(visitor, draft)
})

const read = async (path: string) => (await visitor.get(path)).text()

/** Changes one page and gives it back, with the check page. */
async function write(slug: Slug, changes: Fields): Promise<{ page: string; check: string }> {
  const send = () => visitor.post(`${draft}/${slug}`, { ...aanvraag[slug], ...changes })
  // A changed table asks once more whether the client agrees.
  const first = await send()
  const response = slug === 'tafel' && first.status === 422 ? await send() : first
  expect([response.status, locationOf(response)]).toEqual([303, `${draft}/controle`])
  return { page: await read(`${draft}/${slug}`), check: await read(`${draft}/controle`) }
}

/** Every mark of a page, without what is typed in it. */
const marksOf = (html: string): string[] => html.replace(/ value="[^"]*"/g, '').match(/<[^>]*>/g) ?? []

describe('wordt aangenomen en getoond zoals het bedoeld is', () => {
  const family = '👨‍👩‍👧‍👦'
  it.each<[what: string, slug: Slug, name: string, typed: string, read: string]>([
    ['een naam met trema en krul', 'gegevens', 'naam', 'Zoë D’Hondt', 'Zoë D’Hondt'],
    ['een é uit twee tekens', 'gegevens', 'naam', 'Andre\u0301', 'Andr\u00e9'],
    ['200 gezinnen: elk is één teken', 'client', 'gezinssamenstelling', family.repeat(200), family.repeat(200)],
    ['precies 5.000 tekens', 'situatie', 'zelf', 'é'.repeat(5000), 'é'.repeat(5000)],
    ['regels van een Windows-computer', 'situatie', 'doel', `${'x\r\n'.repeat(2499)}yz`, `${'x '.repeat(2499)}yz`],
    ['tekens die al vertaald lijken', 'gegevens', 'functie', '&lt;b&gt; &amp;lt;', '&lt;b&gt; &amp;lt;'],
    ['een procentteken', 'gegevens', 'functie', '100% %41 %zz', '100% %41 %zz'],
    ['een plusteken', 'gegevens', 'organisatie', 'CAW + OCMW', 'CAW + OCMW'],
    ['een kopregel in een naam', 'gegevens', 'naam', 'Noor\r\nBcc: sam@ocmw.example', 'Noor Bcc: sam@ocmw.example'],
    ['een e-mailadres met apostrof en plus', 'gegevens', 'email', "o'neil+x@dienst.be", "o'neil+x@dienst.be"],
    ['een domein met umlaut', 'gegevens', 'email', 'a@bücher.be', 'a@xn--bcher-kva.be'],
    ['spaties rond een adres', 'gegevens', 'email', '  noor@caw.example\t ', 'noor@caw.example'],
    ['een nummer met schuine streep', 'gegevens', 'telefoon', '0478/12.34.56', '0478 12 34 56'],
    ['een nummer met (0)', 'gegevens', 'telefoon', '+32 (0)478 12 34 56', '0478 12 34 56'],
    ['een Nederlands nummer', 'gegevens', 'telefoon', '+31 6 12345678', '+31612345678'],
    ['een schrikkeldag die bestaat', 'praktisch', 'voor_datum', '29-02-2028', 'dinsdag 29 februari 2028'],
    [
      'een e-mailadres uit Outlook',
      'gegevens',
      'email',
      'Noor D’Hondt <mailto:o’brien@caw.example>;',
      "o'brien@caw.example",
    ],
    [
      'een nummer uit een adresboek',
      'gegevens',
      'telefoon',
      'Tel: \u202a+32 478\u201112\u201134\u201156\u202c',
      '0478 12 34 56',
    ],
    ['een gemeente bij de postcode', 'criteria', 'postcode', '9308 Moorsel', '9308'],
    ['een datum zoals wij ze schrijven', 'praktisch', 'voor_datum', 'dinsdag 8 juni 2027', 'dinsdag 8 juni 2027'],
    ['een jaar met twee cijfers', 'praktisch', 'voor_datum', '8.6.27', 'dinsdag 8 juni 2027'],
    ['een dag zonder jaar', 'praktisch', 'voor_datum', '1e juni', 'dinsdag 1 juni 2027'],
    [
      'wat Word tussen de letters zet',
      'situatie',
      'doel',
      'Samen\u001fwerking\u000ben e\u001email',
      'Samenwerking en e-mail',
    ],
    ['een getal met een voorloopnul', 'criteria', 'aantal_diensten', ' 03 ', '3'],
    ['een telefoonnummer in een tekst', 'praktisch', 'opmerkingen', 'Bel +85 07 30 033 28', 'Bel +85 07 30 033 28'],
    ['bijna een rijksregisternummer', 'praktisch', 'opmerkingen', '85.07.30-033.29', '85.07.30-033.29'],
    ['een nul als antwoord', 'client', 'veilig_contact', '0', '0'],
  ])('%s', async (_, slug, name, typed, words) => {
    const { page, check } = await write(slug, { [name]: typed })
    expect(fieldsIn(page)[name]).toEqual([typed.replaceAll('\r\n', '\n')])
    expect(wordsIn(check)).toContain(` ${words} `)
  })

  it('tekst van rechts naar links staat apart: ze draait de bladzijde niet om', async () => {
    const { check } = await write('gegevens', { naam: '\u202eedlam\u2066', organisatie: 'مركز الرعاية' })
    expect(check).toContain('<bdi>\u202eedlam\u2066</bdi>')
    expect(check).toContain('<bdi>مركز الرعاية</bdi>')
  })

  it('een postcode buiten het werkgebied is een criterium, geen fout', async () => {
    const elsewhere = { ...aanvraag.criteria, postcode: '1000', ocmw_client: 'nee' }
    const to = locationOf(await visitor.post(`${draft}/criteria`, elsewhere))
    expect(refusedCriteria(await read(to))).toEqual(['werkgebied'])
    await write('criteria', {})
  })
})

describe('wordt nooit actief', () => {
  const traps = [
    '<b>vet</b>',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    '</textarea><script>alert(1)</script>',
    '</bdi></dd><a href="https://evil.example">Klik</a>',
    'https://evil.example javascript:alert(1)',
    '<!-- --><svg/onload=alert(1)>',
    '{{constructor.constructor("alert(1)")()}}',
  ]
  it('op geen enkele pagina', async () => {
    const free: [Slug, string][] = [
      ['gegevens', 'naam'],
      ['situatie', 'loopt_goed.gezondheid'],
      ['tafel', 'betrokkenen[0].dienst'],
    ]
    for (const [slug, name] of free) {
      const plain = await write(slug, { [name]: 'gewone tekst' })
      const missing = { functie: '', doel: '', vertrouwensfiguur: '' }
      const wrong = async (typed: string) =>
        (await visitor.post(`${draft}/${slug}`, { ...aanvraag[slug], ...missing, [name]: typed })).text()
      const plainWrong = await wrong('gewone tekst')
      for (const trap of traps) {
        const { page, check } = await write(slug, { [name]: trap })
        expect(fieldsIn(page)[name]).toEqual([trap])
        expect(wordsIn(check)).toContain(trap)
        expect(marksOf(page)).toEqual(marksOf(plain.page))
        expect(marksOf(check)).toEqual(marksOf(plain.check))
        // And in the page that comes back with a problem.
        const back = await wrong(trap)
        expect(fieldsIn(back)[name]).toEqual([trap])
        expect(marksOf(back)).toEqual(marksOf(plainWrong))
      }
      await write(slug, {})
    }
  })

  it.each(traps)('in een vraag: %s', async (trap) => {
    const back = async (typed: string) =>
      (await visitor.post(vraagPath, await openVraag(visitor, { vraag: typed, naam: '' }))).text()
    const page = await back(trap)
    expect(fieldsIn(page).vraag).toEqual([trap])
    expect(marksOf(page)).toEqual(marksOf(await back('gewone tekst')))
  })
})

describe('wat niet gevraagd is', () => {
  const strange: Fields = {
    ['__proto__']: 'besmet',
    'constructor.prototype.x': 'besmet',
    constructor: 'besmet',
    toString: 'besmet',
    beheerder: 'ja',
    revision: '99',
    sent: 'LCO-0000-0000-00',
    'pages.gegevens': 'besmet',
    'naam[]': 'besmet',
    ' naam': 'besmet',
    NAAM: 'besmet',
    'betrokkenen[0].__proto__': 'besmet',
    'betrokkenen[0].geheim': 'besmet',
    'betrokkenen[-1].dienst': 'besmet',
    'betrokkenen[100].dienst': 'besmet',
    'betrokkenen[1e1].dienst': 'besmet',
    'loopt_goed.__proto__': 'besmet',
    'loopt_goed.constructor': 'besmet',
    '': 'besmet',
  }

  it('valt weg, op elke pagina en bij het verzenden', async () => {
    for (const slug of Object.keys(aanvraag) as Slug[]) await write(slug, strange)
    const [item] = (await loket.items('drafts')).filter(({ id }) => draft.endsWith(String(id)))
    const pages = item?.pages as Record<string, object>
    for (const [slug, fields] of Object.entries(aanvraag))
      expect(Object.keys(pages[slug] ?? {}).sort()).toEqual(Object.keys(fields).sort())

    await visitor.post(`${draft}/controle`, strange)
    await visitor.post(vraagPath, await openVraag(visitor, strange))
    const sealed = (await loket.items('loket')).filter(({ sk }) => sk === 'ANTWOORDEN')
    const opened = await Promise.all(sealed.map(({ sealed }) => loket.unseal(sealed)))
    expect(opened).toHaveLength(2)
    expect(JSON.stringify([await loket.items('loket'), await loket.items('drafts'), opened])).not.toContain('besmet')
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

it('niets van dit alles was een storing', () => {
  expect(loket.failures).toEqual([])
})

/** What people type that we cannot use: told in words, kept in the page, stored nowhere (docs/promises.md, "Bad input": V). */
import { beforeAll, expect, it } from 'vitest'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import { aanvraag, begin, errorsIn, fillIn, openVraag, type Slug, vraagPath } from '../support/lco.ts'
import { type Fields, fieldsIn, type Visitor } from '../support/visitor.ts'

let loket: TestLoket
let visitor: Visitor
let draft: string
beforeAll(async () => {
  loket = await startTestLoket()
  visitor = loket.visitor()
  draft = await begin(visitor)
  await fillIn(visitor, draft)
  before = await stored()
})

type Place = Slug | 'vraag' | 'later'
type Field = [place: Place, name: string]

const stored = async () => JSON.stringify([await loket.items('drafts'), await loket.items('loket')])
/** What the tables held at the last look. */
let before: string
async function expectNothingStored(): Promise<void> {
  const then = before
  before = await stored()
  expect(before).toBe(then)
}

/** Sends a page of the form, the question, or the address for a link, with something changed. */
async function type(place: Place, changes: Fields): Promise<{ response: Response; typed: Fields }> {
  const fields =
    place === 'vraag' ? await openVraag(visitor) : place === 'later' ? { email: 'noor@caw.example' } : aanvraag[place]
  const typed: Fields = { ...fields, ...changes }
  return { response: await visitor.post(place === 'vraag' ? vraagPath : `${draft}/${place}`, typed), typed }
}

const unreadable = (place: string) => `${place} kunnen we niet lezen. Wis het en typ het opnieuw.`
const oneEmail = 'Vul één e-mailadres in, bijvoorbeeld naam@dienst.be'
const email = (problem: string) => `${problem}, bijvoorbeeld naam@dienst.be`
const incomplete = email('Dit adres is niet volledig. Kijk het na')
const onePhone = 'Vul een telefoonnummer in waarop we u bereiken'
const phone = (problem: string) => `${problem}, bijvoorbeeld 0478 12 34 56`
const postcode = 'Vul een postcode van 4 cijfers in, bijvoorbeeld 9300'
const wholeNumber = 'Vul een heel getal in, bijvoorbeeld 3'
const noNationalNumber = 'Vul geen rijksregisternummer in'
const tooManyMarks = 'Teken 1 (“e”) heeft te veel accenten of delen. Typ het opnieuw, zonder.'
const tooMany = (many: string, max: string) => `${many} te veel. U kunt hier hoogstens ${max} tekens schrijven.`

const family = '👨‍👩‍👧‍👦'
const nothingToSee = [
  '\u3164',
  '\u2800',
  '\ufe0f',
  '\u200b\u200d\ufeff',
  '\u2060 \u00ad',
  '\u202e\u202c',
  ' \u00a0\r\n\t',
]
const twoEmails = [
  'noor@caw.example, sam@ocmw.example',
  'noor@caw.example;sam@ocmw.example',
  'noor@caw.example sam@ocmw.example',
  'noor@caw.example\r\nBcc: sam@ocmw.example',
  'noor@caw.example%0ABcc:sam@ocmw.example',
  '"noor@caw.example, sam"@ocmw.example',
  'Noor <noor@caw.example>, Sam <sam@ocmw.example>',
]
const writtenNumbers = [
  'Nummer 85.07.30-033.28, graag',
  '85 07 30 033 28',
  '85073003328',
  '85.07.30 - 033.28',
  '85.07.30–033.28',
  '85.07.30\u2011033.28',
  '85.07.30-\u200b033.28',
  '８５０７３００３３２８',
  'Bel +32 478 12 34 56\n85.07.30-033.28',
  'bis 85.27.30-033.71',
]
const texts: Field[] = [
  ['gegevens', 'naam'],
  ['client', 'client_aanduiding'],
  ['client', 'taal'],
  ['situatie', 'vraag_client'],
  ['situatie', 'loopt_goed.gezondheid'],
  ['tafel', 'betrokkenen[1].contactpersoon'],
  ['praktisch', 'opmerkingen'],
  ['vraag', 'vraag'],
  ['vraag', 'organisatie'],
]
const anyText: Field[] = [['praktisch', 'momenten']]
const addresses: Field[] = [
  ['gegevens', 'email'],
  ['tafel', 'betrokkenen[1].email'],
  ['vraag', 'email'],
  ['later', 'email'],
]

const rows: [message: string, fields: Field[], typed: readonly (string | readonly string[])[]][] = [
  ['Vul uw naam in', [['gegevens', 'naam']], nothingToSee],
  ['Vul in wat de cliënt zelf verbeterd wil zien', [['situatie', 'vraag_client']], nothingToSee],
  ['Vul de naam van de dienst in', [['tafel', 'betrokkenen[1].dienst']], nothingToSee],
  ['Vul uw vraag in', [['vraag', 'vraag']], nothingToSee],
  [unreadable('Teken 2 (na “a”)'), texts, ['a\u0000b']],
  [unreadable('Teken 1'), anyText, ['\u0000', '\ufffd', '\u001b\u0000rood']],
  [unreadable('Teken 5 (na “noor”)'), addresses, ['noor\u0000@caw.example']],
  [unreadable('Teken 4 (na “047”)'), [['gegevens', 'telefoon']], ['047\u00008']],
  [oneEmail, addresses, twoEmails],
  [incomplete, addresses, ['noor@caw', 'noor', 'Noor <noor@caw>', 'mailto:noor@caw', 'noor\u200b@caw']],
  [
    email('Dit adres is te lang. Kijk het na'),
    addresses.slice(0, 1),
    [`${'a'.repeat(65)}@caw.example`, `noor@${'A'.repeat(16_385)}.example`],
  ],
  [
    email('Er staat een komma in dit adres waar een punt hoort. Kijk het na'),
    addresses.slice(0, 1),
    ['noor@caw,example'],
  ],
  [
    email('Vul alleen het adres in, zonder spaties of andere woorden'),
    addresses.slice(0, 1),
    ['noor@caw .example', 'bel noor@caw.example'],
  ],
  [onePhone, [['gegevens', 'telefoon']], ['bel mij', '+', '()', ...nothingToSee]],
  [onePhone, [['vraag', 'telefoon']], ['bel mij']],
  [
    phone('Dit nummer is te kort. Vul het hele nummer in'),
    [
      ['gegevens', 'telefoon'],
      ['vraag', 'telefoon'],
    ],
    ['12', '112', '0478 12 34', '+32 (0)478 12 34 5'],
  ],
  [phone('Dit nummer is te lang. Kijk het na'), [['gegevens', 'telefoon']], ['0478 12 34 56 78']],
  [
    phone('Er staan letters in dit nummer. Vul alleen het nummer in'),
    [['gegevens', 'telefoon']],
    ['0478 12 34 56 of 053'],
  ],
  [phone('Vul één telefoonnummer in'), [['gegevens', 'telefoon']], ['0478 12 34 56 of 053 00 00 00']],
  [tooManyMarks, texts, [`e${'\u0301'.repeat(600)}`]],
  [tooManyMarks, anyText, [`e${'\u0301'.repeat(9)}`, `e${'\u0489\u200d'.repeat(30)}`, `e${'\u0316'.repeat(9000)}`]],
  [
    'Dit antwoord heeft te veel samengestelde tekens, zoals emoji. Laat er een aantal weg.',
    texts.slice(0, 1),
    ['👩🏽‍❤️‍💋‍👨🏿'.repeat(200)],
  ],
  [noNationalNumber, texts, writtenNumbers.slice(0, 1)],
  [noNationalNumber, anyText, writtenNumbers],
  [noNationalNumber, addresses, ['85073003328@caw.example', '85.07.30-033.28@caw.example']],
  [tooMany('1 teken', '5.000'), [['situatie', 'vraag_client']], ['x'.repeat(5001), 'é'.repeat(5001)]],
  [tooMany('1 teken', '5.000'), [['vraag', 'vraag']], ['x'.repeat(5001), `${'x\r\n'.repeat(2500)}x`]],
  [tooMany('1 teken', '1.000'), [['situatie', 'loopt_goed.gezondheid']], [`${'x\r\n'.repeat(500)}x`]],
  [tooMany('1 teken', '200'), [['gegevens', 'naam']], ['e\u0301'.repeat(201), family.repeat(201)]],
  [tooMany('3 tekens', '200'), [['tafel', 'betrokkenen[2].contactpersoon']], ['x'.repeat(203)]],
  [postcode, [['criteria', 'postcode']], ['930', '09300', '0930', '-930', '1e3', '1234 AB', '9300 of 9310']],
  [wholeNumber, [['criteria', 'aantal_diensten']], ['drie', '-1', '2,5', '2.0', '1e1', '3²', '100', '0x3', 'NaN']],
  [
    'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027',
    [['praktisch', 'voor_datum']],
    ['29-02-2027', '31/4/2027', '0/1/2027', '1/13/2027', '2027-02-29', 'morgen', '2027-06-30T10:00', '1//2027'],
  ],
  [
    'Deze datum is voorbij. Vul vandaag of een latere dag in',
    [['praktisch', 'voor_datum']],
    ['15.3.21', '1 maart 2021'],
  ],
  ['Kies een datum binnen 10 jaar', [['praktisch', 'voor_datum']], ['1/1/2072', '8 juni 2207', '1/1/99']],
  ['8 juni 2027 is een dinsdag. Kijk de datum na', [['praktisch', 'voor_datum']], ['maandag 8 juni 2027']],
  ['Kies of de cliënt meerderjarig is', [['criteria', 'meerderjarig']], ['misschien', 'JA', 'constructor', '']],
  ['Kies minstens één levensdomein', [['criteria', 'levensdomeinen']], [['gezondheid', 'geluk'], ['__proto__'], []]],
  ['Kies een ingevulde dienst, of nog niemand', [['tafel', 'spilfiguur']], ['7', '-1', '1.0', 'toString', '']],
]

const cases = rows.flatMap(([message, fields, values]) =>
  fields.flatMap(([place, name]) =>
    values.map((value) => ({ message, place, name, value, label: JSON.stringify(value).slice(0, 40) })),
  ),
)

/** What a browser shows of it: line ends are one character, and only what is offered can be chosen. */
const shownOf = (name: string, value: string | readonly string[]) =>
  ['meerderjarig', 'spilfiguur'].includes(name)
    ? []
    : [value].flat().filter((one) => name !== 'levensdomeinen' || one === 'gezondheid')
const asShown = (value: string | readonly string[]) => [value].flat().map((text) => text.replace(/\r\n?/g, '\n'))

it.each(cases)('$place, $name, $label: $message', async ({ message, place, name, value }) => {
  const { response, typed } = await type(place, { [name]: value })
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toMatch(/role="alert"[^>]*><h2>Er is een probleem<\/h2>/)
  expect(page).toContain('<title>Fout: ')
  expect(errorsIn(page)).toEqual([message])
  const shown = fieldsIn(page)
  expect(shown[name] ?? []).toEqual(asShown(shownOf(name, value)))
  for (const [other, kept] of Object.entries(typed))
    if (other !== name) expect([other, shown[other]]).toEqual([other, asShown(kept)])
  await expectNothingStored()
})

it.each<[Place, string[]]>([
  [
    'criteria',
    [
      'Kies in welke rol u aanvraagt',
      'Kies of de cliënt meerderjarig is',
      postcode,
      'Kies of de cliënt gekend is bij OCMW Aalst',
      'Kies of de cliënt een geldige verblijfsvergunning of de Belgische nationaliteit heeft',
      wholeNumber,
      'Kies minstens één levensdomein',
    ],
  ],
  ['gegevens', ['Vul uw naam in', 'Vul uw functie in', 'Vul uw organisatie in', oneEmail, onePhone]],
  [
    'client',
    [
      'Vul initialen of uw eigen dossiernummer in',
      'Kies of er een tolk nodig is',
      'Kies of de cliënt zelf deelneemt',
      'Kies of de cliënt akkoord is met deze aanvraag',
    ],
  ],
  [
    'situatie',
    [
      'Vul in wat de cliënt zelf verbeterd wil zien',
      'Vul bij minstens één levensdomein in wat goed of minder goed loopt',
      'Vul in wat het overleg moet opleveren',
    ],
  ],
  [
    'tafel',
    [
      'Noem minstens 2 diensten',
      'Kies of er een vertrouwensfiguur meekomt',
      'Kies een ingevulde dienst, of nog niemand',
      'Kies of de cliënt akkoord is met wie aan tafel zit',
    ],
  ],
  ['praktisch', ['Kies hoe het overleg samenkomt']],
  ['later', [oneEmail]],
  ['vraag', ['Vul uw vraag in', 'Vul uw naam in', onePhone]],
])('een lege pagina %s: alles wat ontbreekt, in één keer', async (place, messages) => {
  const { formulier = [] } = await openVraag(visitor)
  const response = await visitor.post(place === 'vraag' ? vraagPath : `${draft}/${place}`, { formulier })
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(errorsIn(page)).toEqual(messages)
  // Each line of the summary moves to a field that is there.
  for (const [, id] of page.matchAll(/<li><a href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`)
  await expectNothingStored()
})

it('twintig fouten op één pagina worden alle twintig gezegd, en al de rest blijft staan', async () => {
  const rows = Array.from({ length: 20 }, (_, index) => index)
  const { response, typed } = await type('tafel', {
    ...Object.fromEntries(rows.map((index) => [`betrokkenen[${index}].dienst`, `Dienst ${index}`])),
    ...Object.fromEntries(rows.map((index) => [`betrokkenen[${index}].email`, `adres ${index}`])),
  })
  const page = await response.text()
  expect(errorsIn(page)).toEqual(Array(20).fill(incomplete))
  expect(fieldsIn(page)).toMatchObject(Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, [text]])))
})

it('niets van dit alles was een storing', () => {
  expect(loket.failures).toEqual([])
})

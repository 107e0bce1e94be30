/** When two dossiers are suggested as of one family (docs/decisions/024): a table of pairs. */
import { describe, expect, it } from 'vitest'
import { findService, serviceOf, services } from '../../forms/index.ts'
import { familyFactsOf } from '../../forms/kit/search/family-facts.ts'
import { familyLikeness } from '../../forms/kit/search/same-family.ts'

interface Request {
  aanduiding: string
  organisatie?: string
  telefoon?: string
  email?: string
  naam?: string
}

const abbreviations = { SVK: 'Sociaal Verhuurkantoor' }
const lco = findService('aalst', 'lco-aanvraag')
const factsOf = ({ aanduiding, ...answers }: Request) =>
  lco &&
  familyFactsOf(lco, { answers: { client_aanduiding: aanduiding, ...answers }, address: undefined, abbreviations })
const likeness = (one: Request, other: Request) => {
  const [left, right] = [factsOf(one), factsOf(other)]
  return left && right && familyLikeness(left, right)
}

const of = (aanduiding: string, organisatie = '', telefoon = '', email = ''): Request => ({
  ...{ aanduiding, organisatie, telefoon, email },
})
const no = undefined

describe('zelfde gezin?', () => {
  it.each<[why: string, one: Request, other: Request, string[] | undefined]>([
    ['initialen alleen', of('A.B.'), of('AB'), no],
    ['drie initialen alleen', of('J.D.V.'), of('jdv'), no],
    ['vier tekens', of('AB12'), of('AB12'), no],
    ['vijf tekens', of('AB123'), of('ab-123'), ['designation']],
    ['een eigen dossiernummer', of('2027-0431'), of('2027 0431'), ['designation']],
    ['een ander dossiernummer', of('2027-0431'), of('2027-0432'), no],
    ['initialen met een aanspreking', of('gezin A.B.'), of('Mevr. A.B.'), no],
    [
      'initialen en zelfde organisatie',
      of('A.B.', 'OCMW Aalst'),
      of('AB', 'O.C.M.W. Aalst'),
      ['designation', 'organisation'],
    ],
    ['een school met dezelfde naam', of('A.B.', 'Sint-Jozef'), of('AB', 'St.-Jozefsschool'), no],
    [
      'anders geschreven',
      of('A.B.', 'St. Jozef Aalst'),
      of('AB', 'Sint-Jozef, Aalst'),
      ['designation', 'organisation'],
    ],
    [
      'het een is korter',
      of('A.B.', 'CAW Oost-Vlaanderen'),
      of('AB', 'CAW Oost-Vlaanderen, team Aalst'),
      ['designation', 'organisation'],
    ],
    [
      'voluit en afgekort',
      of('A.B.', 'SVK Dender'),
      of('AB', 'Sociaal Verhuurkantoor Dender'),
      ['designation', 'organisation'],
    ],
    ['alleen “OCMW”', of('A.B.', 'OCMW'), of('AB', 'OCMW'), no],
    ['alleen “school”', of('A.B.', 'De school'), of('AB', 'school'), no],
    ['“OCMW” en “OCMW Aalst”', of('A.B.', 'OCMW'), of('AB', 'OCMW Aalst'), no],
    ['zelfde stad, andere dienst', of('A.B.', 'OCMW Aalst'), of('AB', 'CLB Aalst'), no],
    [
      'zelfde nummer, anders geschreven',
      of('A.B.', '', '0478 12 34 56'),
      of('AB', '', '+32 478/12.34.56'),
      ['designation', 'phone'],
    ],
    [
      'zelfde e-mailadres',
      of('A.B.', '', '', 'Noor@CAW.example'),
      of('AB', '', '', 'noor@caw.example'),
      ['designation', 'email'],
    ],
    [
      'nummer en organisatie',
      of('2027-0431', 'OCMW Aalst'),
      of('2027-0431', 'OCMW Aalst'),
      ['designation', 'organisation'],
    ],
    [
      'zelfde aanvrager, ander gezin',
      { ...of('A.B.', 'OCMW Aalst', '0478123456', 'n@caw.example'), naam: 'Noor' },
      { ...of('C.D.', 'OCMW Aalst', '0478123456', 'n@caw.example'), naam: 'Noor' },
      no,
    ],
    ['één letter', of('A', 'OCMW Aalst'), of('A.', 'OCMW Aalst'), no],
    ['“onbekend”', of('onbekend', 'OCMW Aalst'), of('Onbekend', 'OCMW Aalst'), no],
    ['“nvt”', of('n.v.t.', 'OCMW Aalst'), of('nvt', 'OCMW Aalst'), no],
    ['een vulling', of('xxxxxx', 'OCMW Aalst'), of('XXXXXX', 'OCMW Aalst'), no],
    ['alleen aansprekingen', of('de cliënt', 'OCMW Aalst'), of('Cliënt', 'OCMW Aalst'), no],
    ['een volgnummer', of('kind 1', 'OCMW Aalst'), of('kind1', 'OCMW Aalst'), no],
    [
      'initialen die ook een woord zijn',
      of('DE', 'OCMW Aalst'),
      of('De', 'OCMW Aalst'),
      ['designation', 'organisation'],
    ],
    ['leeg', of('', 'OCMW Aalst'), of('', 'OCMW Aalst'), no],
    ['alleen leestekens', of('...', 'OCMW Aalst'), of('---', 'OCMW Aalst'), no],
  ])('%s', (_, one, other, expected) => {
    expect([likeness(one, other), likeness(other, one)]).toEqual([expected, expected])
  })

  it('het verbeterde adres telt, niet wat er getypt was', () => {
    const typed = { client_aanduiding: 'A.B.', email: 'oud@caw.example' }
    const corrected = lco && familyFactsOf(lco, { answers: typed, address: 'nieuw@caw.example', abbreviations: {} })
    expect(corrected).toEqual(factsOf(of('AB', '', '', 'nieuw@caw.example')))
  })
})

describe('waar een cliënt aangeduid wordt', () => {
  it('alleen een tekst die zegt over wie het gaat: geen naam van wie vraagt, geen vorming, geen team', () => {
    const designating = services.flatMap(({ form }) =>
      form.pages
        .flatMap(({ questions }) => questions.filter(({ designates }) => designates))
        .map(({ name }) => `${form.slug} ${name}`),
    )
    expect([...new Set(designating)].sort()).toEqual([
      'de-katrol kind_aanduiding',
      'huisbezoek-80-plus oudere_aanduiding',
      'lco-aanvraag client_aanduiding',
    ])
  })

  it.each([
    ['aalst', 'vraag', { naam: 'Noor Voorbeeld', organisatie: 'OCMW Aalst', vraag: 'Over 2027-0431' }],
    ['ota', 'aanmelding', { soort: 'vorming', organisatie: 'OCMW Aalst', telefoon: '0478123456' }],
  ])('%s %s: nooit een voorstel', (network, form, answers) => {
    const service = serviceOf({ network, form })
    expect(service && familyFactsOf(service, { answers, address: undefined, abbreviations: {} })).toBeUndefined()
    expect(service).toBeDefined()
  })
})

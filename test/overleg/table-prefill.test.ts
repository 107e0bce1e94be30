/** What the page of a table shows before anybody typed (docs/overleg.md §2). */
import { describe, expect, it } from 'vitest'
import { looksLikePolice } from '../../forms/kit/overleg/duty.ts'
import { suggestedRows, typedRows } from '../../forms/kit/overleg/prefill.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { lcoOverleg } from '../../forms/lco-overleg.ts'
import { otaOverleg } from '../../forms/ota-overleg.ts'

const asker: Answers = {
  naam: 'Noor Voorbeeld',
  organisatie: 'CAW Voorbeeld',
  email: 'noor@caw.example',
  telefoon: '+32478123456',
}
const services = [
  { dienst: 'CAW Voorbeeld', contactpersoon: 'Noor Voorbeeld', email: 'noor@caw.example', rol: 'Begeleiding' },
  { dienst: 'OCMW Voorbeeld', contactpersoon: 'Sam Voorbeeld' },
  { dienst: 'Wijkgezondheidscentrum Voorbeeld', email: 'onthaal@wgc.example' },
]
const whole: Answers = { ...asker, betrokkenen: services, tolk: 'nee', vertrouwensfiguur: 'geen', spilfiguur: '1' }
const shortly = (answers: Answers, has = lcoOverleg) =>
  suggestedRows(has, answers).map(({ wie, naam, dienst, bereik, email, telefoon }) =>
    [wie, naam, dienst, bereik, email, telefoon].join('|'),
  )

describe('de aanvraag vult de tafel in', () => {
  it('de cliënt eerst, dan de spilfiguur, dan de andere diensten; de eigen dienst is er een van', () => {
    expect(shortly(whole)).toEqual([
      'client|||brief||',
      'spilfiguur|Sam Voorbeeld|OCMW Voorbeeld|telefoon||',
      'dienst|Noor Voorbeeld|CAW Voorbeeld|mail|noor@caw.example|+32478123456',
      'dienst||Wijkgezondheidscentrum Voorbeeld|mail|onthaal@wgc.example|',
    ])
  })

  it('niemand is gebonden door beroepsgeheim voor iemand het vroeg', () => {
    expect(new Set(suggestedRows(lcoOverleg, whole).map(({ beroepsgeheim }) => beroepsgeheim))).toEqual(
      new Set(['weet_niet']),
    )
  })

  it.each<[string, Answers, string[]]>([
    ['geen', { vertrouwensfiguur: 'geen' }, []],
    ['niet gevraagd', {}, []],
    ['komt niet, ook met een naam', { vertrouwensfiguur: 'geen', vertrouwensfiguur_naam: 'An' }, []],
    ['brengt iemand mee', { vertrouwensfiguur: 'brengt_mee' }, ['||Iemand die de cliënt meebrengt|brief||']],
    ['met een naam', { vertrouwensfiguur: 'genodigd', vertrouwensfiguur_naam: 'An' }, ['|An||brief||']],
    [
      'met een adres',
      { vertrouwensfiguur: 'genodigd', vertrouwensfiguur_naam: 'An', vertrouwensfiguur_email: 'an@thuis.example' },
      ['|An||mail|an@thuis.example|'],
    ],
  ])('vertrouwensfiguur: %s', (_, answers, expected) => {
    const found = shortly({ ...whole, vertrouwensfiguur: '', ...answers }).filter((row) =>
      row.startsWith('vertrouwens'),
    )
    expect(found).toEqual(expected.map((rest) => `vertrouwensfiguur${rest}`))
  })

  it.each<[string, Answers, string[]]>([
    ['met een taal', { tolk: 'ja', taal: 'Tigrinya' }, ['tolk||Tolk Tigrinya|telefoon||']],
    ['zonder taal', { tolk: 'ja' }, ['tolk||Tolk|telefoon||']],
    ['niet nodig', { tolk: 'nee', taal: 'Tigrinya' }, []],
  ])('tolk: %s', (_, answers, expected) => {
    expect(shortly({ ...whole, ...answers }).filter((row) => row.startsWith('tolk'))).toEqual(expected)
  })

  it.each([
    ['de eerste', '0', 'CAW Voorbeeld'],
    ['de laatste', '2', 'Wijkgezondheidscentrum Voorbeeld'],
    ['nog niemand', 'nog_niemand', undefined],
    ['een rij die er niet is', '3', undefined],
    ['niet gevraagd', '', undefined],
  ])('spilfiguur: %s', (_, spilfiguur, dienst) => {
    const found = suggestedRows(lcoOverleg, { ...whole, spilfiguur }).filter(({ wie }) => wie === 'spilfiguur')
    expect(found.map((row) => row.dienst)).toEqual(dienst === undefined ? [] : [dienst])
    expect(suggestedRows(lcoOverleg, { ...whole, spilfiguur })).toHaveLength(4)
  })

  it('de eigen dienst zonder adres: op het nummer van de aanvrager', () => {
    const [own, other] = [{ dienst: 'CAW Voorbeeld' }, { dienst: 'CAW Voorbeeld', email: 'ander@caw.example' }]
    expect(shortly({ ...whole, betrokkenen: [own, other], spilfiguur: 'nog_niemand' }).slice(1)).toEqual([
      'dienst||CAW Voorbeeld|telefoon||+32478123456',
      'dienst||CAW Voorbeeld|mail|ander@caw.example|',
    ])
  })

  it('zonder antwoorden, of gewist: alleen de cliënt', () => {
    expect(shortly({})).toEqual(['client|||brief||'])
    expect(suggestedRows(lcoOverleg)).toHaveLength(1)
  })

  it('een formulier zonder cliënt: wie vroeg, als eerste dienst', () => {
    expect(shortly(asker, otaOverleg)).toEqual([
      'dienst|Noor Voorbeeld|CAW Voorbeeld|mail|noor@caw.example|+32478123456',
    ])
    expect(shortly({}, otaOverleg)).toEqual([])
  })

  it('in de velden van de bladzijde: een nummer zoals een Belg het leest', () => {
    const typed = typedRows(suggestedRows(lcoOverleg, whole))
    expect(typed.get('deelnemers[2].telefoon')).toEqual(['0478 12 34 56'])
    expect(typed.get('deelnemers[1].wie')).toEqual(['spilfiguur'])
    expect(typed.has('deelnemers[4].wie')).toBe(false)
  })
})

describe('een dienst die misdrijven moet melden', () => {
  it.each([
    'Politie Aalst',
    'politiezone Erpe-Mere/Lede',
    'Lokale POLITIE',
    'Wijkinspecteur Peeters',
    'Jan, wijkagent',
    'Parket Dendermonde',
    'Jeugdparket',
    'Federale recherche',
    'Procureur des Konings',
    'Arbeidsauditoraat Gent',
    'Auditoraat',
  ])('%s', (name) => expect(looksLikePolice(name)).toBe(true))
  it.each([
    'OCMW Aalst',
    'Politieke vluchtelingenwerking',
    'Parketvloeren De Plank',
    'Sociaal huis',
    'Zorginspectie',
    'Opvoedingswinkel',
    '',
  ])('niet: %s', (name) => expect(looksLikePolice(name)).toBe(false))
})

/** Whom a refusal points to: what is there for where the person lives, and each offer once (docs/decisions/030). */
import { describe, expect, it } from 'vitest'
import { findService, networks, services } from '../../forms/index.ts'
import { contentOf } from '../../forms/kit/content.ts'
import { judgeService } from '../../forms/kit/form.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { pointedTo } from '../../forms/kit/referring.ts'
import { bierbeek } from '../../forms/networks/bierbeek.ts'
import { demoContent } from '../support/content.ts'

const now = new Date('2027-03-02T10:00:00Z')

/** Offers by name, each with the criteria it answers. */
function told(network: string, form: string, answers: Answers): [string | undefined, ...string[]][] {
  const service = findService(network, form)
  if (!service) throw new Error(`${network} has no ${form}`)
  const { unmet } = judgeService(service, answers, now)
  return pointedTo(service, demoContent(network), unmet, answers).map(({ offer, reasons }) => [
    offer?.name,
    ...reasons.map(({ name }) => name),
  ])
}

const gezin: Answers = {
  ...{ aanvrager: 'hulpverlener', meerderjarig: 'ja', postcode: '9300', ocmw_client: 'nee', verblijf: 'ja' },
  ...{ aantal_diensten: 3, levensdomeinen: ['gezondheid', 'persoon'] },
}
const eenDomein = { aantal_diensten: 1, levensdomeinen: ['gezondheid'] }
const jacElders = 'Het JAC in de buurt van de jongere'
const cawElders = 'Het CAW in de buurt van uw cliënt'
const [onthaalAalst, sociaal] = ['Team onthaal van OCMW Aalst', 'Sociale dienst van OCMW Aalst']

describe('LCO Aalst', () => {
  it.each<[string, Answers, ReturnType<typeof told>]>([
    ['een minderjarige in Aalst', { meerderjarig: 'nee' }, [['JAC Aalst', 'meerderjarig']]],
    [
      'een minderjarige in Hasselt wordt nooit naar Aalst gestuurd',
      { meerderjarig: 'nee', postcode: '3500' },
      [
        [jacElders, 'meerderjarig'],
        [onthaalAalst, 'werkgebied'],
      ],
    ],
    ['zonder verblijf, in Aalst', { verblijf: 'nee' }, [['CAW Oost-Vlaanderen, onthaal Aalst', 'verblijf']]],
    [
      'zonder verblijf, elders',
      { verblijf: 'nee', postcode: '3500' },
      [
        [onthaalAalst, 'werkgebied'],
        [cawElders, 'verblijf'],
      ],
    ],
    ['één aanbod voor twee redenen staat er één keer', eenDomein, [[sociaal, 'diensten', 'levensdomeinen']]],
    [
      'en ook voor drie, als iemand elders woont',
      { ...eenDomein, postcode: '3500' },
      [[onthaalAalst, 'werkgebied', 'diensten', 'levensdomeinen']],
    ],
    [
      'wie elders woont en cliënt is van OCMW Aalst, helpt OCMW Aalst',
      { ...eenDomein, postcode: '9400', ocmw_client: 'ja' },
      [[sociaal, 'diensten', 'levensdomeinen']],
    ],
    [
      'dat niet weten is geen ja',
      { ...eenDomein, postcode: '9400', ocmw_client: 'weet_niet' },
      [[onthaalAalst, 'diensten', 'levensdomeinen']],
    ],
    ['9320 is nog Aalst', { meerderjarig: 'nee', postcode: '9320' }, [['JAC Aalst', 'meerderjarig']]],
    ['9321 niet meer', { meerderjarig: 'nee', postcode: '9321', ocmw_client: 'ja' }, [[jacElders, 'meerderjarig']]],
  ])('%s', (_, changes, expected) => expect(told('aalst', 'lco-aanvraag', { ...gezin, ...changes })).toEqual(expected))

  it('houdt de regel van de plaats als iemand de woorden van het aanbod verandert', () => {
    const { aanbod } = demoContent('aalst')
    expect(aanbod.jac).toMatchObject({ phone: expect.any(String), postcodes: ['9300', '9308', '9310', '9320'] })
  })
})

describe('Zottegem', () => {
  const oudere: Answers = { tachtig: 'ja', alleenstaand: 'ja', deelgemeente: 'elene', akkoord: 'ja' }
  const onthaal = 'Onthaal van het Sociaal Huis'
  it.each<[string, Answers, ReturnType<typeof told>]>([
    [
      'wie niet alleen woont en geen 80 is, leest één aanbod, en geen Mantelzorgdag',
      { alleenstaand: 'nee', tachtig: 'nee' },
      [[onthaal, 'leeftijd', 'alleenstaand']],
    ],
    ['in de stad zelf', { deelgemeente: 'zottegem' }, [[onthaal, 'deelgemeente']]],
    [
      'elders',
      { deelgemeente: 'elders', alleenstaand: 'nee' },
      [['Het OCMW van de gemeente waar de persoon woont', 'alleenstaand', 'deelgemeente']],
    ],
  ])('%s', (_, changes, expected) =>
    expect(told('zottegem', 'huisbezoek-80-plus', { ...oudere, ...changes })).toEqual(expected),
  )

  it('De Katrol vraagt bij de voorwaarden geen plaats: dan geldt het eigen onthaal', () => {
    const answers = { toeleider: 'school', klas: 'een_andere_klas', akkoord_gezin: 'nee' }
    expect(told('zottegem', 'de-katrol', answers)).toEqual([[onthaal, 'klas', 'akkoord']])
  })
})

it('wijst bij elk formulier, voor elk criterium en voor elke plaats naar iemand met een naam, en nooit naar Bierbeek', () => {
  const own = new Set(Object.values(bierbeek.aanbod).map(({ name }) => name))
  for (const service of services) {
    const { criteria } = service.settings
    for (const postcode of ['1000', '3360', '3500', '9300', '9620']) {
      const found = pointedTo(service, contentOf(service.network), criteria, { postcode, soort: 'traject' })
      expect(found.flatMap(({ reasons }) => reasons)).toHaveLength(criteria.length)
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length)
      for (const { offer } of found) {
        expect(offer?.name).toBeTruthy()
        expect(own.has(offer?.name ?? '')).toBe(false)
      }
    }
  }
  expect(networks).toContain(bierbeek)
})

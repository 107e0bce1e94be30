import { describe, expect, it } from 'vitest'
import { findService, services } from '../../forms/index.ts'
import { doubtfulQuestions, judgeService } from '../../forms/kit/form.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { judge, type Outcome, takenIn } from '../../forms/kit/questions/criteria.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { limburg } from '../../forms/networks/limburg.ts'
import { demoContent, demoNetworks } from '../support/content.ts'

const in2021 = new Date('2021-03-01T09:00:00Z')
const criteriaOf = (network: typeof aalst) => network.forms['lco-aanvraag']?.criteria ?? []

/** A family in Aalst that qualifies, as in the seed. */
const gezin: Answers = {
  aanvrager: 'hulpverlener',
  meerderjarig: 'ja',
  postcode: '9300',
  ocmw_client: 'nee',
  verblijf: 'ja',
  aantal_diensten: 3,
  levensdomeinen: ['inkomen_schulden', 'wonen_energie', 'gezondheid'],
}

describe('LCO Aalst', () => {
  interface Verdict {
    outcome: Outcome
    unmet: string[]
    doubtful: string[]
  }
  const outcome = (changes: Answers, now = in2021): Verdict => {
    const { outcome, unmet, doubtful } = judge(criteriaOf(aalst), { ...gezin, ...changes }, now)
    return { outcome, unmet: unmet.map(({ name }) => name), doubtful: doubtful.map(({ name }) => name) }
  }
  const voldoet: Verdict = { outcome: 'voldoet', unmet: [], doubtful: [] }
  const verwezen = (...unmet: string[]): Verdict => ({ outcome: 'doorverwezen', unmet, doubtful: [] })
  const twijfel = (...doubtful: string[]): Verdict => ({ outcome: 'twijfel', unmet: [], doubtful })

  it.each<[string, Answers, Verdict]>([
    ['neemt een gezin in Aalst met drie diensten en drie levensdomeinen aan', {}, voldoet],
    ['verwijst door als de cliënt minderjarig is', { meerderjarig: 'nee' }, verwezen('meerderjarig')],
    ['9300 hoort bij het werkgebied', { postcode: '9300' }, voldoet],
    ['9308 hoort bij het werkgebied', { postcode: '9308' }, voldoet],
    ['9310 hoort bij het werkgebied', { postcode: '9310' }, voldoet],
    ['9320 hoort bij het werkgebied', { postcode: '9320' }, voldoet],
    ['9299 hoort er niet bij', { postcode: '9299' }, verwezen('werkgebied')],
    ['9301 hoort er niet bij', { postcode: '9301' }, verwezen('werkgebied')],
    ['9309 hoort er niet bij', { postcode: '9309' }, verwezen('werkgebied')],
    ['9321 hoort er niet bij', { postcode: '9321' }, verwezen('werkgebied')],
    ['een cliënt van OCMW Aalst mag elders wonen', { postcode: '1000', ocmw_client: 'ja' }, voldoet],
    [
      'elders wonen en niet weten of het OCMW de cliënt kent: twijfel',
      { postcode: '1000', ocmw_client: 'weet_niet' },
      twijfel('werkgebied'),
    ],
    ['in Aalst wonen maakt niet weten onbelangrijk', { ocmw_client: 'weet_niet' }, voldoet],
    ['nul diensten is te weinig', { aantal_diensten: 0 }, verwezen('diensten')],
    ['één dienst is te weinig', { aantal_diensten: 1 }, verwezen('diensten')],
    ['twee diensten is genoeg', { aantal_diensten: 2 }, voldoet],
    ['geen geldig verblijf', { verblijf: 'nee' }, verwezen('verblijf')],
    ['verblijf niet geweten: twijfel', { verblijf: 'weet_niet' }, twijfel('verblijf')],
    ['één levensdomein is te weinig', { levensdomeinen: ['wonen_energie'] }, verwezen('levensdomeinen')],
    ['twee levensdomeinen is genoeg', { levensdomeinen: ['wonen_energie', 'netwerk'] }, voldoet],
    [
      'alle redenen in één keer',
      { meerderjarig: 'nee', postcode: '1000', aantal_diensten: 1, verblijf: 'nee', levensdomeinen: ['netwerk'] },
      verwezen('meerderjarig', 'werkgebied', 'diensten', 'verblijf', 'levensdomeinen'),
    ],
    [
      'een reden weegt zwaarder dan twijfel',
      { meerderjarig: 'nee', verblijf: 'weet_niet' },
      { outcome: 'doorverwezen', unmet: ['meerderjarig'], doubtful: ['verblijf'] },
    ],
  ])('%s', (_, changes, expected) => expect(outcome(changes)).toEqual(expected))

  describe('fase: voor 2021 alleen maatschappelijk werkers van OCMW Aalst', () => {
    // Midnight in Brussels on 1 January is 23:00 UTC on 31 December.
    const lastMoment = new Date('2020-12-31T22:59:59.999Z')
    const firstMoment = new Date('2020-12-31T23:00:00.000Z')
    it.each<[string, Answers, Date, string[]]>([
      ['een hulpverlener, één milliseconde voor 2021', { aanvrager: 'hulpverlener' }, lastMoment, ['fase']],
      ['een hulpverlener, om middernacht', { aanvrager: 'hulpverlener' }, firstMoment, []],
      ['OCMW Aalst, één milliseconde voor 2021', { aanvrager: 'ocmw_aalst' }, lastMoment, []],
      ['OCMW Aalst, om middernacht', { aanvrager: 'ocmw_aalst' }, firstMoment, []],
    ])('%s', (_, changes, now, unmet) => expect(outcome(changes, now).unmet).toEqual(unmet))
  })
})

describe('LCO Limburg', () => {
  const domeinen = ['inkomen_schulden', 'wonen_energie', 'gezondheid', 'netwerk']
  it.each<[string, number, number, string, string[]]>([
    ['drie levensdomeinen volstaan', 3, 1, 'ja', []],
    ['drie diensten volstaan', 1, 3, 'ja', []],
    ['twee en twee is te weinig', 2, 2, 'ja', ['meervoudig']],
    ['zonder akkoord van de cliënt niet', 4, 4, 'nee', ['akkoord']],
    ['te weinig en geen akkoord: beide redenen', 2, 2, 'nee', ['meervoudig', 'akkoord']],
  ])('%s', (_, levensdomeinen, diensten, akkoord, unmet) => {
    const answers = {
      levensdomeinen: domeinen.slice(0, levensdomeinen),
      aantal_diensten: diensten,
      akkoord_client: akkoord,
    }
    expect(judge(criteriaOf(limburg), answers, in2021).unmet.map(({ name }) => name)).toEqual(unmet)
  })

  it('vraagt geen leeftijd, geen postcode en geen verblijf', () => {
    const service = services.find(({ network }) => network === limburg)
    expect(service?.pages[0]?.questions.map(({ name }) => name)).toEqual([
      'aantal_diensten',
      'levensdomeinen',
      'akkoord_client',
    ])
  })
})

describe('de vragen waarvan het antwoord twijfel geeft', () => {
  const doubted = (network: string, form: string, answers: Answers, taken = false): string[] => {
    const service = findService(network, form)
    if (!service) throw new Error(`${network} has no ${form}`)
    const judgement = judgeService(service, answers, in2021)
    return [...doubtfulQuestions(taken ? takenIn(judgement) : judgement, service, answers)]
  }

  it.each<[string, Answers, string[]]>([
    ['geen twijfel, geen vraag', {}, []],
    ['weet ik niet', { verblijf: 'weet_niet' }, ['verblijf']],
    [
      'van twee antwoorden alleen dat wat niemand weet',
      { postcode: '1000', ocmw_client: 'weet_niet' },
      ['ocmw_client'],
    ],
    ['wat een ander antwoord al beslist, is geen twijfel', { postcode: '9300', ocmw_client: 'weet_niet' }, []],
    [
      'alle twijfel',
      { verblijf: 'weet_niet', postcode: '1000', ocmw_client: 'weet_niet' },
      ['ocmw_client', 'verblijf'],
    ],
  ])('LCO Aalst: %s', (_, changes, expected) => {
    expect(doubted('aalst', 'lco-aanvraag', { ...gezin, ...changes })).toEqual(expected)
  })

  const traject = { soort: 'traject', is_hulpverlener: 'ja', sector: 'clb', provincie: 'west_vlaanderen' }
  const about = { migratieachtergrond: 'ja', leeftijdsgroep: '12_17' }
  it.each<[string, Answers, string[]]>([
    ['een antwoord dat geen regel kan beoordelen', { ...traject, ...about, sector: 'andere' }, ['sector']],
    ['een vraag van deze weg', { ...traject, ...about, leeftijdsgroep: 'ouder' }, ['leeftijdsgroep']],
    ['een vraag die hier niet gesteld is, telt niet', { ...traject, soort: 'intervisie' }, []],
  ])('OTA: %s', (_, answers, expected) => expect(doubted('ota', 'aanmelding', answers)).toEqual(expected))

  it('van wat iemand toch aannam: de antwoorden die er niet aan voldoen', () => {
    expect(doubted('aalst', 'lco-aanvraag', { ...gezin, meerderjarig: 'nee' }, true)).toEqual(['meerderjarig'])
  })
})

describe('elk netwerk', () => {
  it.each(demoNetworks.map((network) => [network.slug, network] as const))(
    '%s noemt bij elk criterium een aanbod met telefoon',
    (_, network) => {
      for (const { criteria } of Object.values(network.forms)) {
        for (const key of criteria.flatMap(({ offer }) => offer))
          expect(demoContent(network.slug).aanbod[key]?.phone).toMatch(/^0\d[\d ]+$/)
      }
    },
  )
})

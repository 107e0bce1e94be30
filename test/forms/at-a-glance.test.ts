/** What of a request is read first, whom to call, and what the rest comes to in one line. */
import { describe, expect, it } from 'vitest'
import { findService, services } from '../../forms/index.ts'
import { foldsOf, foremostOf, headOf } from '../../forms/kit/at-a-glance.ts'

const lco = findService('aalst', 'lco-aanvraag')
if (!lco) throw new Error('No service')
const answers = {
  ...{ naam: 'Noor Voorbeeld', functie: 'Werker', organisatie: 'CAW', telefoon: '+32478123456', postcode: '9300' },
  ...{ client_aanduiding: 'D-2041', veilig_contact: 'Niet bellen na 18 uur', tolk: 'nee', deelname_client: 'ja' },
  ...{ vraag_client: 'Rust in huis', zelf: 'Papieren sorteren', doel: 'Eén plan' },
  betrokkenen: [{ dienst: 'CAW' }, { dienst: 'OCMW' }],
}

describe('bovenaan', () => {
  it('over wie het gaat, wie te bellen, en hoe dat veilig is', () => {
    expect(headOf(lco, answers)).toMatchObject({
      ...{ called: 'D-2041', name: 'Noor Voorbeeld', function: 'Werker', organisation: 'CAW', place: '9300' },
      ...{ phone: '+32478123456', safety: ['Niet bellen na 18 uur'] },
    })
  })

  it('wat niet ingevuld is, staat er niet', () => {
    expect(Object.values(headOf(lco, {})).flat().filter(Boolean)).toEqual([])
  })

  it('een lange naam blijft een titel', () => {
    const { called = '' } = headOf(lco, { client_aanduiding: 'W'.repeat(200) })
    expect(called.length).toBeLessThanOrEqual(120)
  })
})

describe('eerst en later', () => {
  it('de woorden van de cliënt, dan het doel, dan de tafel; niets ervan twee keer', () => {
    const first = foremostOf(lco, answers).map(({ name }) => name)
    expect(first.slice(0, 3)).toEqual(['vraag_client', 'doel', 'betrokkenen'])
    const later = foldsOf(lco, answers).flatMap(({ lines }) => lines.map(({ name }) => name))
    expect(later.filter((name) => first.includes(name))).toEqual([])
  })

  it('een regel zegt wat zonder vraag te begrijpen is: geen ja, geen getal', () => {
    const digests = foldsOf(lco, { ...answers, aantal_diensten: 3 }).map(({ digest }) => digest)
    expect(digests.join(' ')).toContain('Papieren sorteren')
    for (const alone of digests.flatMap((digest) => digest.split(' · ')))
      expect(['Ja', 'Nee', '3']).not.toContain(alone)
  })
})

it('geen enkel formulier spreekt wie de antwoorden leest aan als wie ze gaf', () => {
  const spoken = services.flatMap((service) =>
    foldsOf(service, {}).flatMap(({ page, lines }) =>
      [page.title, ...lines.map(({ label }) => label)].filter((text) =>
        /\buw (naam|gegevens|vraag|team)\b/i.test(text),
      ),
    ),
  )
  expect(spoken).toEqual([])
})

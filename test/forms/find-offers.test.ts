/** The search in the aanbod: what somebody types, and what is found by it (forms/kit/search/find-offers.ts). */
import { describe, expect, it } from 'vitest'
import { networks } from '../../forms/index.ts'
import type { FirstOffer } from '../../forms/kit/content.ts'
import { findOffers, longestSearch, type OffersOf, wordsSought } from '../../forms/kit/search/find-offers.ts'

const offer = (name: string, more: Partial<FirstOffer> = {}): FirstOffer => ({
  name,
  kind: 'dienst',
  levensdomeinen: ['samenleving'],
  description: 'Luistert.',
  audience: 'Iedereen.',
  ...more,
})
const network = (slug: string, place: string, aanbod: OffersOf['aanbod']): OffersOf => ({
  network: { slug, place, name: `Netwerk ${place}` },
  aanbod,
})
const everywhere = [
  network('een', 'Eén-aan-Zee', {
    zorg: offer('Thuiszorg', { levensdomeinen: ['gezondheid'], audience: 'Wie ziek is.' }),
    cafe: offer('Café Ontmoeting', { levensdomeinen: ['netwerk'], description: 'Koffie, en een babbel over wonen.' }),
    huur: offer('Huurdienst', { levensdomeinen: ['wonen_energie'], audience: 'Huurders.' }),
  }),
  network('twee', 'Tweedorp', {
    budget: offer('Budgetbeheer', {
      kind: 'traject',
      heading: 'schuldhulpverlening',
      levensdomeinen: ['inkomen_schulden'],
    }),
    wonen: offer('Wonen met zorg', { goal: 'Ouderen wonen zoals ze willen.' }),
  }),
]
const found = (typed: string, first?: string): string[] =>
  findOffers(wordsSought(typed), everywhere, first).flatMap(
    ({
      in: {
        network: { slug },
      },
      offers,
    }) => offers.map(([key]) => `${slug}/${key}`),
  )

describe('wat iemand zoekt', () => {
  it.each<[what: string, typed: string, keys: string[]]>([
    ['een woord van de naam', 'budgetbeheer', ['twee/budget']],
    ['het begin van een woord', 'bud', ['twee/budget']],
    ['zonder accent', 'cafe', ['een/cafe']],
    ['met een accent te veel, en hoofdletters', 'CÁFÉ', ['een/cafe']],
    ['van een levensdomein', 'schulden', ['twee/budget']],
    ['van een kop uit de gids', 'schuldhulp', ['twee/budget']],
    ['van voor wie het is', 'huurders', ['een/huur']],
    ['van het doel', 'ouderen', ['twee/wonen']],
    ['een plaats', 'tweedorp', ['twee/budget', 'twee/wonen']],
    ['een plaats met streepjes', 'één aan zee', ['een/zorg', 'een/cafe', 'een/huur']],
    ['twee woorden: allebei', 'zorg tweedorp', ['twee/wonen']],
    ['twee woorden die nergens samen staan', 'koffie tweedorp', []],
    ['in het midden van een woord, vanaf vier letters', 'beheer', ['twee/budget']],
    ['met drie letters alleen het begin', 'org', []],
    ['de naam eerst, dan het levensdomein, dan de tekst', 'wonen', ['een/huur', 'een/cafe', 'twee/wonen']],
    ['in een zin', 'Ik zoek hulp voor mijn cliënt met schulden', ['twee/budget']],
    ['alleen kleine woorden: dan toch die', 'iedereen', ['een/cafe', 'twee/budget', 'twee/wonen']],
    ['leestekens ertussen', '“schulden”, budget?', ['twee/budget']],
    ['niets', '', []],
    ['alleen spaties', '   ', []],
    ['één letter', 'z', []],
    ['alleen leestekens', '<>&"\'', []],
    ['wat er niet is', 'zwembad', []],
    ['een naam van de taal', 'constructor __proto__', []],
    ['een teken dat niet te lezen is', 'zorg\u0000', []],
    ['een onzichtbaar streepje erin', 'thuis\u00adzorg', ['een/zorg']],
  ])('%s: %j', (_, typed, keys) => {
    expect(found(typed)).toEqual(keys)
  })

  it('van het netwerk waar iemand vandaan komt eerst, en een onbekend verandert niets', () => {
    expect(found('wonen', 'twee')).toEqual(['twee/wonen', 'een/huur', 'een/cafe'])
    expect(found('wonen', 'nergens')).toEqual(found('wonen'))
  })

  it('tot en met de grens; daarboven niets, ook niet traag', () => {
    const words = 'zorg '.repeat(longestSearch).slice(0, longestSearch)
    expect(found(words).length).toBeGreaterThan(0)
    expect(found(`${words}g`)).toEqual([])
    expect(found('\u0301'.repeat(longestSearch))).toEqual([])
  })

  it('van het echte aanbod: elke dienst wordt gevonden bij haar eigen naam', () => {
    for (const one of networks)
      for (const [key, { name }] of Object.entries(one.aanbod)) {
        const offers = findOffers(wordsSought(name), [{ network: one, aanbod: one.aanbod }]).flatMap((of) => of.offers)
        expect([name, offers.map(([known]) => known)]).toEqual([name, expect.arrayContaining([key])])
      }
  })
})

import { describe, expect, it } from 'vitest'
import { networks, receivingNetworks, services } from '../../forms/index.ts'
import type { FirstOffer } from '../../forms/kit/content.ts'
import { levensdomeinOptions } from '../../forms/kit/questions/levensdomeinen.ts'
import { bierbeek } from '../../forms/networks/bierbeek.ts'
import { demoContent, demoNetworks } from '../support/content.ts'

const domeinen: readonly string[] = levensdomeinOptions.map(({ value }) => value)
const entries = demoNetworks.flatMap(({ slug }) =>
  Object.entries(demoContent(slug).aanbod).map(([key, offer]) => [`${slug}/${key}`, key, offer] as const),
)
const namesOf = (aanbod: Readonly<Record<string, FirstOffer>>) => Object.values(aanbod).map(({ name }) => name)

it.each(entries)('%s zegt wat het doet, voor wie, wie u belt, en wanneer het is nagekeken', (_, key, offer) => {
  expect(offer.levensdomeinen.length).toBeGreaterThan(0)
  expect(new Set(offer.levensdomeinen).size, 'each levensdomein once').toBe(offer.levensdomeinen.length)
  expect(offer.description).toMatch(/[.”]$/)
  expect(offer.audience).toMatch(/\.$/)
  expect(offer.phone).toMatch(/^0\d[\d ]+$/)
  expect(offer.website ?? 'https://geen.example').toMatch(/^https:\/\/[a-z.-]+\.example$/)
  expect(new Date(`${offer.checkedOn}T00:00:00Z`).toISOString().slice(0, 10), 'a date that exists').toBe(
    offer.checkedOn,
  )
  expect(key, 'part of an address').toMatch(/^[A-Za-z0-9-]+$/)
  expect(domeinen, 'the address of a levensdomein is taken').not.toContain(key)
  expect(JSON.stringify(offer)).not.toMatch(/\b(gelieve|indien|dien(t|en) te|inzake|teneinde|conform)\b/i)
})

it('elk criterium verwijst naar aanbod van het eigen netwerk', () => {
  const named = services.flatMap(({ network, settings }) =>
    settings.criteria.flatMap(({ offer }) => [offer].flat().map((key) => Object.hasOwn(network.aanbod, key))),
  )
  expect(named.length).toBeGreaterThan(5)
  expect(named).not.toContain(false)
})

describe('de trajectengids van Bierbeek', () => {
  it('telt de veertien trajecten van het document, in vier domeinen', () => {
    expect(Object.values(bierbeek.aanbod).map(({ heading, name, kind }) => [heading, name, kind])).toEqual([
      ['zorg', 'Traject thuiszorg', 'traject'],
      ['schuldhulpverlening', 'Traject schuldbemiddeling', 'traject'],
      ['schuldhulpverlening', 'Traject budgetbegeleiding', 'traject'],
      ['schuldhulpverlening', 'Traject budgetbeheer', 'traject'],
      ['schuldhulpverlening', 'Traject collectieve schuldenregeling met budgetbeheer', 'traject'],
      ['arbeidsintegratie', 'Traject korte termijn', 'traject'],
      ['arbeidsintegratie', 'Traject lange termijn', 'traject'],
      ['arbeidsintegratie', 'Traject studenten', 'traject'],
      ['arbeidsintegratie', 'Traject tewerkstelling art. 60 § 7', 'traject'],
      ['sociale integratie', 'Traject administratie', 'traject'],
      ['sociale integratie', 'Traject welzijn', 'traject'],
      ['sociale integratie', 'Traject LOI', 'traject'],
      ['sociale integratie', 'Traject medische zorg voor mensen zonder wettig verblijf', 'traject'],
      ['sociale integratie', 'Traject betalingsverbintenis', 'traject'],
    ])
  })

  it('beschrijft elk traject met het schema van het document', () => {
    for (const { steps, goal, approach, timing, instruments } of Object.values(bierbeek.aanbod)) {
      expect(steps?.map((step) => step.split(' ')[0])).toEqual([
        'Onderzoek',
        'Diagnose',
        'Opmaak',
        'Uitvoering',
        'Opvolging',
      ])
      for (const part of [goal, approach, timing, instruments]) expect(part).toBeTruthy()
    }
  })

  it('wordt in geen enkel ander netwerk aangeboden', () => {
    const elsewhere = networks.filter((network) => network !== bierbeek)
    const own = namesOf(bierbeek.aanbod)
    expect(elsewhere.flatMap(({ aanbod }) => namesOf(aanbod)).filter((naam) => own.includes(naam))).toEqual([])
    const keys = Object.keys(bierbeek.aanbod)
    expect(elsewhere.flatMap(({ aanbod }) => Object.keys(aanbod)).filter((key) => keys.includes(key))).toEqual([])
  })
})

it.each(networks)(
  '$naam krijgt aanvragen als het een formulier heeft; anders heeft het een aanbod en een coördinator',
  (network) => {
    const receives = Object.keys(network.forms).length > 0
    expect(receivingNetworks.includes(network)).toBe(receives)
    if (receives) return
    expect(demoContent(network.slug).people.map(({ role }) => role)).toEqual(['coordinator'])
    expect(Object.keys(network.aanbod).length).toBeGreaterThan(0)
  },
)

import { describe, expect, it } from 'vitest'
import { canBeSameService } from '../../forms/kit/same-service.ts'

/** As a network lists them. */
const abbreviations = {
  SVK: 'Sociaal Verhuurkantoor',
  'Oost-Vl': 'Oost-Vlaanderen',
  'O-Vl': 'Oost-Vlaanderen',
  'OCMW Zottegem': 'Sociaal Huis Zottegem',
  WGC: 'Wijkgezondheidscentrum',
}

const both = (one: string, other: string) => [
  canBeSameService(one, other, abbreviations),
  canBeSameService(other, one, abbreviations),
]

/** As somebody types it, and as the network has it of a colleague. */
const same: readonly (readonly [string, string])[] = [
  ['OCMW Aalst', 'OCMW Aalst'],
  ['ocmw aalst', 'OCMW Aalst'],
  ['OCMW van Aalst', 'OCMW Aalst'],
  ['OCMW te Aalst', 'OCMW Aalst'],
  ['O.C.M.W. Aalst', 'OCMW Aalst'],
  ['o c m w aalst', 'OCMW Aalst'],
  ['OC\u00adMW Aal\u00adst', 'OCMW Aalst'],
  ['OCMW\u200b \u2060Aalst\ufeff', 'OCMW Aalst'],
  ['OC\u034fMW Aalst', 'OCMW Aalst'],
  ['ＯＣＭＷ　Ａａｌｓｔ', 'OCMW Aalst'],
  ['ÖCMW Áalst', 'OCMW Aalst'],
  ['Aalst, OCMW', 'OCMW Aalst'],
  ['OCMW / Aalst (sociale dienst)', 'OCMW Aalst'],
  ['Sociale dienst van het O.C.M.W. van de stad Aalst', 'OCMW Aalst'],
  ['Openbaar Centrum voor Maatschappelijk Welzijn Aalst', 'O.C.M.W. Aalst'],
  ['OCMW', 'OCMW Aalst'],
  ['CAW v.z.w.', 'CAW Oost-Vlaanderen'],
  ['vzw CAW Oostvlaanderen', 'CAW Oost-Vlaanderen'],
  ['C.A.W. Oost-Vlaanderen V.Z.W.', 'CAW Oost-Vlaanderen'],
  ['CAW Oost Vl.', 'CAW Oost-Vlaanderen'],
  ['CAW O.-Vl.', 'CAW Oost-Vlaanderen'],
  ['C.A.W. O.-Vl. v.z.w.', 'CAW Oost-Vlaanderen'],
  ['Dienst CAW Oostvlaanderen', 'Oost-Vlaanderen: C.A.W.'],
  ['Centrum Algemeen Welzijnswerk Oost-Vlaanderen', 'CAW Oost-Vlaanderen'],
  ['katrol v.z.w.', 'De Katrol'],
  ['De Katrol asbl', 'Katrol'],
  ['’t Sociaal huis van Zottegem', 'Sociaal Huis Zottegem'],
  ['OCMW Zottegem', 'Sociaal Huis Zottegem'],
  ['O.C.M.W.-Zottegem', 'Sociaal Huis Zottegem'],
  ['svk', 'Sociaal Verhuurkantoor Aalst'],
  ['S.V.K. Aalst', 'Sociaal Verhuur Kantoor vzw Aalst'],
  ['WGC De Brug', 'Wijkgezondheidscentrum De Brug'],
  ['Ondersteunings-team', 'OndersteuningsTeam'],
  ['CLB 2', 'C.L.B. 2 Aalst'],
  ['St.-Vincentius', 'Sint-Vincentius vzw'],
  ['Zorg & Welzijn', 'Zorg en Welzijn'],
]

const different: readonly (readonly [string, string])[] = [
  ['OCMW Gent', 'OCMW Aalst'],
  ['CAW Aalst', 'OCMW Aalst'],
  ['CPAS Aalst', 'OCMW Aalst'],
  ['OCMW Aalster', 'OCMW Aalst'],
  ['OCM Aalst', 'OCMW Aalst'],
  ['OCMW Oost-Vlaanderen', 'CAW Oost-Vlaanderen'],
  ['CAW West-Vl.', 'CAW Oost-Vlaanderen'],
  ['Thuiszorg Aalst', 'Thuisverpleging Aalst'],
  ['CLB 1', 'CLB 2'],
  ['OCMW Aalst', 'Sociaal Huis Zottegem'],
  ['SVK Gent', 'Sociaal Verhuurkantoor Aalst'],
  // The same initials are not the same words.
  ['Centrum Algemeen Welzijnswerk', 'Coach Aan Werk'],
  // Two letters are not enough.
  ['Sociaal Huis', 'SH'],
  // What every name has says nothing.
  ['van de', 'De Katrol'],
  ['vzw', 'vzw De Katrol'],
  ['v.z.w.', 'vzw De Katrol'],
  ['', 'OCMW Aalst'],
  ['\u00ad – \u200b', 'OCMW Aalst'],
]

it('kent minstens veertig paren', () => expect(same.length + different.length).toBeGreaterThanOrEqual(40))

describe('kan dezelfde dienst zijn', () => {
  it.each(same)('%s en %s', (one, other) => expect(both(one, other)).toEqual([true, true]))
})

describe('is een andere dienst', () => {
  it.each(different)('%s en %s', (one, other) => expect(both(one, other)).toEqual([false, false]))
})

it('kent een afkorting alleen in het netwerk dat ze noemt', () => {
  for (const [one, other] of [
    ['OCMW Zottegem', 'Sociaal Huis Zottegem'],
    ['WGC De Brug', 'Wijkgezondheidscentrum De Brug'],
    ['SVK', 'Sociaal Verhuurkantoor'],
  ] as const) {
    expect(canBeSameService(one, other)).toBe(false)
    expect(canBeSameService(one, other, abbreviations)).toBe(true)
  }
})

it('is klaar met de langste namen die een veld aanneemt', () => {
  const long = Array.from({ length: 66 }, () => 'aa').join(' ')
  const letters = Array.from({ length: 99 }, () => 'a').join(' ')
  const begin = performance.now()
  for (const one of [long, letters]) expect(both(`${one} bb`, `${one} cc`)).toEqual([false, false])
  expect(performance.now() - begin).toBeLessThan(1000)
})

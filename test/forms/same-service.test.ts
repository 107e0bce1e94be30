import { describe, expect, it } from 'vitest'
import { canBeSameService } from '../../forms/kit/same-service.ts'

const both = (one: string, other: string) => [canBeSameService(one, other), canBeSameService(other, one)]

describe('kan dezelfde dienst zijn', () => {
  it.each([
    ['OCMW Aalst', 'OCMW Aalst'],
    ['OCMW van Aalst', 'OCMW Aalst'],
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
    ['CAW Oostvlaanderen', 'CAW Oost-Vlaanderen'],
    ['Dienst CAW Oostvlaanderen', 'Oost-Vlaanderen: C.A.W.'],
    ['katrol v.z.w.', 'De Katrol'],
    ['’t Sociaal huis van Zottegem', 'Sociaal Huis Zottegem'],
    ['Ondersteunings-team', 'OndersteuningsTeam'],
    ['CLB 2', 'C.L.B. 2 Aalst'],
  ])('%s en %s', (one, other) => expect(both(one, other)).toEqual([true, true]))
})

describe('is een andere dienst', () => {
  it.each([
    ['OCMW Gent', 'OCMW Aalst'],
    ['CAW Aalst', 'OCMW Aalst'],
    ['CPAS Aalst', 'OCMW Aalst'],
    ['OCMW Aalster', 'OCMW Aalst'],
    ['OCM Aalst', 'OCMW Aalst'],
    ['OCMW Oost-Vlaanderen', 'CAW Oost-Vlaanderen'],
    ['Thuiszorg Aalst', 'Thuisverpleging Aalst'],
    ['CLB 1', 'CLB 2'],
    // The same initials are not the same words.
    ['Centrum Algemeen Welzijnswerk', 'Coach Aan Werk'],
    // Two letters are not enough.
    ['Sociaal Huis', 'SH'],
    // What every name has says nothing.
    ['van de', 'De Katrol'],
    ['vzw', 'vzw De Katrol'],
    ['', 'OCMW Aalst'],
    ['\u00ad – \u200b', 'OCMW Aalst'],
  ])('%s en %s', (one, other) => expect(both(one, other)).toEqual([false, false]))
})

it('is klaar met de langste namen die een veld aanneemt', () => {
  const long = Array.from({ length: 99 }, () => 'a').join(' ')
  const begin = performance.now()
  expect(both(`${long} b`, `${long} c`)).toEqual([false, false])
  expect(performance.now() - begin).toBeLessThan(1000)
})

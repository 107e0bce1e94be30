/** Whose each piece of a request is, and what of it goes along with a copy (docs/domain.md §7). */
import { describe, expect, it } from 'vitest'
import { findService, vraagService } from '../../forms/index.ts'
import type { Service } from '../../forms/kit/form.ts'
import { type Asker, answerPassages, answersAlong, leftOut } from '../../forms/kit/passages.ts'

const service = (found: Service | undefined): Service => {
  if (!found) throw new Error('No service')
  return found
}
const lco = service(findService('aalst', 'lco-aanvraag'))
const vraag = vraagService(lco)
const answers = {
  ...{
    naam: 'Noor Voorbeeld',
    email: 'noor@caw.example',
    telefoon: '+32478123456',
    meerderjarig: 'ja',
    postcode: '9300',
  },
  ...{ levensdomeinen: ['gezondheid'], 'loopt_goed.gezondheid': 'De huisarts kent hen.', doel: 'Eén plan.' },
  betrokkenen: [
    { dienst: 'CAW', contactpersoon: 'Noor Voorbeeld' },
    { dienst: 'OCMW', contactpersoon: 'Sam Voorbeeld' },
  ],
  ouderwets: 'wat niemand meer vraagt',
}
const whose = new Map(answerPassages(lco, answers).map(({ key, of }) => [key, of]))

describe('van wie een stuk is', () => {
  it.each<[key: string, of: Asker | 'anderen' | undefined]>([
    ['a.naam', 'aanvrager'],
    ['a.email', 'aanvrager'],
    ['a.telefoon', 'aanvrager'],
    ['a.doel', 'client'],
    ['a.loopt_goed.gezondheid', 'client'],
    ['a.betrokkenen.0', 'aanvrager'],
    ['a.betrokkenen.1', 'anderen'],
    ['a.ouderwets', 'anderen'],
    // Words of the form, and nobody's.
    ['a.meerderjarig', undefined],
    ['a.postcode', undefined],
    ['a.levensdomeinen', undefined],
  ])('%s: %s', (key, of) => {
    expect(whose.get(key)).toBe(of)
  })

  it('heet zoals wie het leest het noemt, niet zoals wie het invulde', () => {
    const [name] = answerPassages(vraag, { naam: 'Kim' })
    expect(name?.where).toBe('bij “Naam”')
  })
})

describe('wat meegaat', () => {
  it('alleen wat gekozen is, en wat in het formulier zelf gekozen werd; van de rest dat er iets was', () => {
    expect(answersAlong(lco, answers, new Set(['a.naam', 'a.betrokkenen.0']))).toEqual({
      ...answers,
      ...{ email: leftOut, telefoon: leftOut, doel: leftOut, ouderwets: leftOut },
      'loopt_goed.gezondheid': leftOut,
      betrokkenen: [answers.betrokkenen[0], leftOut],
    })
  })

  it('niets, als niets gekozen is: geen woord dat iemand typte', () => {
    const text = JSON.stringify(answersAlong(lco, answers, new Set()))
    for (const typed of ['Noor', 'noor@', '0478', '+32478', 'huisarts', 'Eén plan', 'Sam', 'niemand meer vraagt'])
      expect(text).not.toContain(typed)
  })
})

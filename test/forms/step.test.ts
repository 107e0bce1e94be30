/** What happens after a page is posted, decided without HTTP. */
import { describe, expect, it } from 'vitest'
import { findService } from '../../forms/index.ts'
import type { RawInput } from '../../forms/kit/questions/answers.ts'
import { type Step, stepOf } from '../../forms/kit/questions/step.ts'
import { aanvraag, type Slug } from '../support/lco.ts'
import type { Fields } from '../support/visitor.ts'

const now = new Date('2027-03-02T10:00:00Z')

function lco() {
  const service = findService('aalst', 'lco-aanvraag')
  if (!service) throw new Error('Aalst has no LCO')
  return service
}

const raw = (fields: Fields): RawInput =>
  new Map(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? [value] : [...value]]))

interface Given {
  /** Pages posted before, as the request of the seed has them; later ones replace. */
  typed: Partial<Record<Slug, Fields>>
  page: Slug
  fields?: Fields
  action?: string
}

function step({ typed, page: slug, fields = aanvraag[slug], action }: Given): Step {
  const service = lco()
  const page = service.pages.find((one) => one.slug === slug)
  if (!page) throw new Error(`No page ${slug}`)
  return stepOf(service, { page, typed: raw(fields), action }, (name) => raw(typed[name as Slug] ?? {}), now)
}

const upTo = (slug: Slug): Partial<Record<Slug, Fields>> => {
  const slugs = Object.keys(aanvraag)
  return Object.fromEntries(Object.entries(aanvraag).slice(0, slugs.indexOf(slug)))
}

const { criteria, client, tafel, gegevens } = aanvraag
const rijksregisternummer = '85.07.30-033.28'

describe('na een pagina', () => {
  it.each<[string, Given, object]>([
    ['gaat verder met de volgende', { typed: {}, page: 'criteria' }, { kind: 'next', to: 'gegevens' }],
    [
      'en na de laatste naar de controle',
      { typed: upTo('praktisch'), page: 'praktisch' },
      { kind: 'next', to: 'controle' },
    ],
    [
      'wie achteraf één antwoord wijzigt, gaat meteen terug naar de controle',
      { typed: aanvraag, page: 'gegevens' },
      { kind: 'next', to: 'controle' },
    ],
    [
      'of naar wat door de wijziging nog nodig is',
      { typed: { ...aanvraag, tafel: { ...tafel, spilfiguur: '' } }, page: 'gegevens' },
      { kind: 'next', to: 'tafel', mend: true },
    ],
    [
      'verwijst door, met elk criterium dat niet klopt',
      { typed: {}, page: 'criteria', fields: { ...criteria, meerderjarig: 'nee', aantal_diensten: '1' } },
      { kind: 'refuse', unmet: ['meerderjarig', 'diensten'] },
    ],
    [
      'wacht tot de cliënt akkoord gaat',
      { typed: upTo('client'), page: 'client', fields: { ...client, toestemming_gegevens: 'nog_niet' } },
      { kind: 'pause' },
    ],
    [
      'gaat naar de vraag voor wie zelf cliënt is, en bewaart niets',
      { typed: {}, page: 'criteria', fields: { aanvrager: 'client' } },
      { kind: 'leave' },
    ],
    [
      'bewaart wat getypt is als een ander tabblad een vroegere pagina openzette',
      { typed: {}, page: 'gegevens' },
      { kind: 'keep', to: 'criteria' },
    ],
    [
      'bewaart bij “Vorige” ook wat niet af is',
      { typed: upTo('client'), page: 'client', fields: {}, action: 'vorige' },
      { kind: 'keep', to: 'gegevens' },
    ],
    [
      'en bij “Later”',
      { typed: upTo('client'), page: 'client', fields: {}, action: 'later' },
      { kind: 'keep', to: 'later' },
    ],
    [
      'zet bij “Nog een dienst” een lege rij klaar, en vraagt het akkoord opnieuw',
      { typed: upTo('tafel'), page: 'tafel', action: 'rij' },
      { kind: 'keep', to: 'tafel', field: 'betrokkenen[3].dienst' },
    ],
    [
      'bewaart nooit een rijksregisternummer, ook niet bij “Vorige”',
      { typed: upTo('gegevens'), page: 'gegevens', fields: { naam: rijksregisternummer }, action: 'vorige' },
      { kind: 'show' },
    ],
    [
      'maar houdt wie wist niet tegen',
      { typed: upTo('gegevens'), page: 'gegevens', fields: { naam: rijksregisternummer }, action: 'wissen' },
      { kind: 'keep', to: 'wissen' },
    ],
  ])('%s', (_, given, expected) => {
    expect(step(given)).toMatchObject(expected)
  })

  it('toont dezelfde pagina met wat er mis is, en bewaart ze niet', () => {
    const shown = step({ typed: upTo('gegevens'), page: 'gegevens', fields: { ...gegevens, email: 'noor@caw' } })
    expect(shown).toMatchObject({ kind: 'show', errors: [{ name: 'email' }] })
    expect(shown).not.toHaveProperty('keep')
  })

  it('vraagt het akkoord opnieuw als de tafel veranderde, en bewaart de rest', () => {
    const typed = { ...upTo('tafel'), tafel }
    const changed = step({ typed, page: 'tafel', fields: { ...tafel, 'betrokkenen[1].dienst': 'CLB Voorbeeld' } })
    expect(changed).toMatchObject({ kind: 'show', errors: [{ name: 'toestemming_tafel' }] })
    const kept = 'keep' in changed ? changed.keep : undefined
    expect(kept?.get('betrokkenen[1].dienst')).toEqual(['CLB Voorbeeld'])
    expect(kept?.has('toestemming_tafel')).toBe(false)
  })

  it('houdt bij “wissen” geen rijksregisternummer over', () => {
    const wiped = step({
      typed: upTo('gegevens'),
      page: 'gegevens',
      fields: { naam: rijksregisternummer },
      action: 'wissen',
    })
    expect('keep' in wiped && wiped.keep?.has('naam')).toBe(false)
  })
})

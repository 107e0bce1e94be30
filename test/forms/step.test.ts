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
      'zet bij “Nog een dienst” een lege rij klaar',
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

describe('het akkoord met wie aan tafel zit', () => {
  const again = 'U veranderde wie aan tafel zit. Gaat de cliënt ook hiermee akkoord?'
  const changed = { ...tafel, 'betrokkenen[1].dienst': 'CLB Voorbeeld' }
  const { toestemming_tafel: _given, ...unanswered } = changed
  const at = (earlier: Fields, fields: Fields, action?: string) =>
    step({ typed: { ...upTo('tafel'), tafel: earlier }, page: 'tafel', fields, ...(action ? { action } : {}) })
  const kept = (taken: Step) => ('keep' in taken ? taken.keep?.get('toestemming_tafel') : undefined)

  it('wordt opnieuw gevraagd als de tafel veranderde, met waarom, en de rest blijft', () => {
    const taken = at(tafel, changed)
    expect(taken).toMatchObject({ kind: 'show', errors: [{ name: 'toestemming_tafel', message: again }] })
    expect('keep' in taken && taken.keep?.get('betrokkenen[1].dienst')).toEqual(['CLB Voorbeeld'])
    expect(kept(taken)).toEqual([''])
  })

  it.each<[string, Fields, Fields, string | undefined]>([
    ['een lege rij erbij verandert niets', tafel, tafel, 'rij'],
    ['een rij waarin alleen spaties staan, is leeg', tafel, { ...tafel, 'betrokkenen[3].dienst': '  ' }, undefined],
    [
      'wie nu anders antwoordt dan tevoren, antwoordt opnieuw',
      { ...tafel, toestemming_tafel: 'nog_niet' },
      changed,
      undefined,
    ],
    ['wie opnieuw antwoordde, is klaar', { ...changed, toestemming_tafel: '' }, changed, undefined],
  ])('%s: het blijft', (_, earlier, fields, action) => {
    const taken = at(earlier, fields, action)
    expect(taken.kind).toBe(action ? 'keep' : 'next')
    expect(kept(taken)).toEqual(['ja'])
  })

  it.each(['rij', 'vorige', 'later'])('valt weg bij “%s” met een andere tafel, en straks staat er waarom', (action) => {
    const taken = at(tafel, changed, action)
    expect([taken.kind, kept(taken)]).toEqual(['keep', ['']])
    const later = at({ ...unanswered, toestemming_tafel: '' }, unanswered)
    expect(later).toMatchObject({ kind: 'show', errors: [{ message: again }] })
    expect(kept(at({ ...unanswered, toestemming_tafel: '' }, unanswered, 'rij'))).toEqual([''])
  })

  it('wie de pagina nog aan het invullen is en er een rij bij zet, houdt het, en wordt het niet opnieuw gevraagd', () => {
    const first = at({}, tafel, 'rij')
    if (!('keep' in first) || !first.keep) throw new Error('Nothing is kept')
    expect(kept(first)?.[0]).toBe('ja')
    const again = at(Object.fromEntries(first.keep), { ...changed, 'betrokkenen[3].dienst': 'Thuiszorg' }, 'rij')
    expect(kept(again)?.[0]).toBe('ja')
    if (!('keep' in again) || !again.keep) throw new Error('Nothing is kept')
    const done = at(Object.fromEntries(again.keep), changed)
    expect([done.kind, kept(done)]).toEqual(['next', ['ja']])
    // From then on it is an agreement to that list.
    expect(at(changed, tafel)).toMatchObject({ kind: 'show', errors: [{ name: 'toestemming_tafel' }] })
  })

  it('wordt aan wie nog nooit antwoordde, gewoon gevraagd', () => {
    const taken = at({}, unanswered)
    expect(taken).toMatchObject({ errors: [{ message: 'Kies of de cliënt akkoord is met wie aan tafel zit' }] })
  })

  it('wie “nog niet” laat staan bij een andere tafel, wacht op de cliënt', () => {
    const waiting = { toestemming_tafel: 'nog_niet' }
    expect(at({ ...tafel, ...waiting }, { ...changed, ...waiting })).toMatchObject({ kind: 'pause' })
  })
})

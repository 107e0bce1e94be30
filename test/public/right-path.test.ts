/** An address that somebody typed or pasted a little otherwise leads home; a token is kept letter by letter. */
import { beforeAll, describe, expect, it } from 'vitest'
import { networks } from '../../forms/index.ts'
import { rightPath } from '../../functions/shared/right-path.ts'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import { file, lcoStart } from '../support/lco.ts'
import { numbersFrom } from '../support/numbers.ts'
import type { Visitor } from '../support/visitor.ts'
import { startTestWorkspace } from '../support/workspace.ts'

const token = 'AbC-d_e.1.k2.MaC_-x'
const reference = 'LCO-7K3M-9QX2-4T'

describe('the right path', () => {
  it.each<readonly [string, string]>([
    ['/aalst/LCO-aanvraag', '/aalst/lco-aanvraag'],
    ['/AALST/lco-AANVRAAG', '/aalst/lco-aanvraag'],
    ['/aAlSt/lCo-aAnvraag', '/aalst/lco-aanvraag'],
    ['/aalst/lco-aanvraag/', '/aalst/lco-aanvraag'],
    ['/aalst//lco-aanvraag//', '/aalst/lco-aanvraag'],
    ...[
      '.',
      ',',
      ')',
      '>',
      ';',
      ':',
      '!',
      '?',
      '’',
      '”',
      '»',
      '…',
      '*',
      ' ',
      '\u00a0',
      ').',
      '>,',
      '%3B',
      '%2C',
      '%3a',
      ' ).',
    ].map((behind) => [`/aalst/lco-aanvraag${behind}`, '/aalst/lco-aanvraag'] as const),
    ['/Toegankelijkheid/', '/toegankelijkheid'],
    ['/Aanbod/Aalst', '/aanbod/aalst'],
    ['/Cijfers/Aalst/2020.csv', '/cijfers/aalst/2020.csv'],
    ['/Activiteiten/Verkennend-Overleg', '/activiteiten/verkennend-overleg'],
    [`/activiteiten/x/Genoteerd/${token}.`, `/activiteiten/x/genoteerd/${token}`],
    [`/Status/${token}`, `/status/${token}`],
    [`/adres/${token}.`, `/adres/${token}`],
    [`/status/${token}/Stoppen/`, `/status/${token}/stoppen`],
    [`/UITNODIGING/${token}).`, `/uitnodiging/${token}`],
    [`/Overleg/${token}/`, `/overleg/${token}`],
    ['/Werkruimte', '/werkruimte'],
    ['/werkruimte/', '/werkruimte'],
    [`/werkruimte/dossier/${reference.toLowerCase()}`, `/werkruimte/dossier/${reference}`],
    ['/werkruimte/dossier/lco7k3m9qx24t', `/werkruimte/dossier/${reference}`],
    [`/Werkruimte/Dossier/${reference}/Overleg/Tafel.`, `/werkruimte/dossier/${reference}/overleg/tafel`],
    [`/werkruimte/gegevens/dossier/${reference.toLowerCase()}/`, `/werkruimte/gegevens/dossier/${reference}`],
    [`/werkruimte/Toegang/${token}`, `/werkruimte/toegang/${token}`],
    ['//', '/'],
    ['/)', '/'],
  ])('%s → %s, and there it ends', (path, right) =>
    expect([rightPath(path), rightPath(right)]).toEqual([right, undefined]),
  )

  it.each([
    ...[
      '/',
      lcoStart,
      `/status/${token}`,
      `/werkruimte/dossier/${reference}`,
      '/werkruimte/lijst.csv',
      '/aanbod/aalst',
    ],
    ...[
      '/Foo',
      '/foo/',
      '//evil.example',
      '//evil.example/aalst',
      '/\\evil.example',
      '/aalst/%2F%2Fevil',
      '/aalst/@evil',
      '/assets/loket-AbC.css',
    ],
    ...['/_local/', '/.well-known/X', '/status/%E0', '/aalst/\u0000', '/aalst/é', `/aalst/${'A'.repeat(700)}`],
    ...[`/werkruimte/toegang/${token}`, '/werkruimte/kalender/AbC.ics', '/werkruimte/dossier/LCO-1'],
  ])('%s stays', (path) => expect(rightPath(path)).toBeUndefined())

  it('never leads away from here, never in a circle, and changes no random id', () => {
    const { below, pick, text } = numbersFrom(20)
    const signs = [...'aALOz09-_.~/\\%@:;?#)> \u00a0é', '//', 'aalst', 'Werkruimte', 'dossier', 'lco-7k3m-9qx2-4t']
    const idSigns = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
    for (let round = 0; round < 5_000; round += 1) {
      const right = rightPath(`/${text(signs, below(12))}`)
      if (right !== undefined)
        expect([right, rightPath(right)]).toEqual([expect.stringMatching(/^\/(?!\/)[\w./~-]*$/), undefined])
      const id = text(idSigns, 22)
      // A word in capitals is no id; as long as one, it may be.
      expect(rightPath(`/werkruimte/gegevens/persoon/${'A'.repeat(22 + below(30))}`)).toBeUndefined()
      const path = pick([
        `/status/${id}`,
        `/werkruimte/dossier/${reference}/taak/${id}`,
        `/werkruimte/beheer/mensen/${id}`,
        `/werkruimte/gegevens/tafel/${id}`,
      ])
      expect([path, rightPath(path)]).toEqual([path, undefined])
    }
  })

  it('every network, form and offer is right as it is', () => {
    for (const { slug, forms, aanbod } of networks) {
      for (const key of Object.keys(aanbod)) {
        expect(rightPath(`/aanbod/${slug}/${key}`)).toBeUndefined()
        expect(rightPath(`/Aanbod/${slug}/${key.toUpperCase()}/`)).toBe(`/aanbod/${slug}/${key}`)
      }
      expect(rightPath(`/aanbod/${slug}`)).toBeUndefined()
      for (const form of Object.keys(forms)) expect(rightPath(`/${slug}/${form}`)).toBeUndefined()
    }
  })
})

describe('in the apps', () => {
  let loket: TestLoket
  let visitor: Visitor
  beforeAll(async () => {
    loket = await startTestLoket()
    visitor = loket.visitor()
  })
  const moved = async (path: string, method = 'GET') => {
    const response = await visitor.send(path, { method })
    return [response.status, response.headers.get('location')]
  }

  it.each(['GET', 'HEAD'])('%s is sent on, with what stood behind the question mark', async (method) => {
    expect(await moved('/Aalst/LCO-aanvraag/?bron=Mail%20x', method)).toEqual([308, `${lcoStart}?bron=Mail%20x`])
    expect(await moved('/Werkruimte/', method)).toEqual([308, '/werkruimte'])
    expect(await moved('/aalst/lco-aanvraag%20', method)).toEqual([308, lcoStart])
    expect(await moved('/aalst/lco-aanvraag%0A', method)).toEqual([308, lcoStart])
    expect(await moved(lcoStart, method)).toEqual([200, null])
    expect(await moved('/Nergens/', method)).toEqual([404, null])
  })

  it('a receipt and a status page, from the end of a sentence', async () => {
    const receipt = await file(visitor)
    expect(await moved(`${receipt.replace('/ontvangen', '/Ontvangen')}).`)).toEqual([308, receipt])
    expect((await visitor.get(receipt)).status).toBe(200)
  })

  it('a form is never sent on: nothing is stored twice or elsewhere', async () => {
    const before = await loket.items('drafts')
    for (const path of ['/Aalst/lco-aanvraag', `${lcoStart}/`, '/aalst//lco-aanvraag'])
      expect((await visitor.post(path)).status).toBe(404)
    expect(await loket.items('drafts')).toEqual(before)
  })

  it('the werkruimte and the pages of guests do the same', async () => {
    const work = await startTestWorkspace()
    const coordinator = await work.as('Coördinator Aalst')
    const asked = await coordinator.get(`/werkruimte/Dossier/${reference.toLowerCase()}/?klaar=x`)
    expect([asked.status, asked.headers.get('location')]).toEqual([308, `/werkruimte/dossier/${reference}?klaar=x`])
    expect(await moved(`/overleg/${token}.`)).toEqual([308, `/overleg/${token}`])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import { aanvraag, begin, errorsIn, file, fillIn, referenceIn, refusedCriteria } from '../support/lco.ts'
import { mailsAmong } from '../support/mails.ts'
import { fieldsIn, locationOf } from '../support/visitor.ts'

let loket: TestLoket
beforeAll(async () => {
  loket = await startTestLoket()
})

const reference = /^LCO-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/
const of = (subject: string, items: Record<string, unknown>[]) =>
  items.filter(({ pk }) => String(pk).endsWith(`#${subject}`))

describe('een aanvraag', () => {
  it('wordt bewaard met alles wat moet volgen, en geeft een ontvangstbewijs', async () => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft)
    loket.clock.later(600)
    const receipt = locationOf(await visitor.post(`${draft}/controle`))

    // The receipt needs no cookie and shows no answers.
    const page = await (await loket.visitor().get(receipt)).text()
    expect(referenceIn(page)).toMatch(reference)
    expect(page).toContain('maandag 30 november 2026')
    expect(page).not.toContain('Tigrinya')
    expect(page).not.toContain('noor@caw.example')

    const ref = referenceIn(page) ?? ''
    const items = of(ref, await loket.items('loket'))
    expect(items.map(({ sk }) => String(sk).split('#')[0]).sort()).toEqual([
      'ADRES',
      'ANTWOORDEN',
      'AUDIT',
      'DOSSIER',
      'MAIL',
      'MAIL',
      'PLAN',
    ])
    expect(items.find(({ sk }) => sk === 'DOSSIER')).toMatchObject({
      network: 'aalst',
      form: 'lco-aanvraag',
      state: 'ingediend',
      outcome: 'voldoet',
      suspect: false,
      answerBefore: '2026-11-30',
      trend: { aantal_diensten: 3, levensdomeinen: ['inkomen_schulden', 'gezondheid', 'wonen_energie'] },
    })
    // The confirmation and triage mails; and what waits: unopened, its day passed, passed on to a coordinator.
    const mails = mailsAmong(items)
    expect(mails.map(({ dueAt }) => dueAt).sort()).toEqual([
      '2026-11-23T09:10:00.000Z',
      '2026-11-23T09:10:00.000Z',
      '2026-11-25T08:00:00.000Z',
      '2026-12-01T08:00:00.000Z',
      '2026-12-04T08:00:00.000Z',
    ])
  })

  it('wordt verzegeld: alleen wie de sleutel van het netwerk heeft, leest de antwoorden', async () => {
    const visitor = loket.visitor()
    const ref = referenceIn(await (await visitor.get(await file(visitor))).text()) ?? ''
    const { sealed } = of(ref, await loket.items('loket')).find(({ sk }) => sk === 'ANTWOORDEN') ?? {}
    const { header, answers } = await loket.unseal(sealed)
    expect(header).toMatchObject({ alg: 'RSA-OAEP-256', enc: 'A256GCM', ref })
    expect(answers).toMatchObject({
      naam: 'Noor Voorbeeld',
      telefoon: '+32478123456',
      taal: 'Tigrinya',
      voor_datum: '2027-06-30',
      'loopt_minder_goed.wonen_energie': 'Dreigende uithuiszetting.',
      betrokkenen: [
        { dienst: 'CAW Voorbeeld', contactpersoon: 'Noor Voorbeeld', email: 'noor@caw.example', rol: 'Begeleiding' },
        { dienst: 'OCMW Voorbeeld', contactpersoon: 'Sam Voorbeeld' },
        { dienst: 'Wijkgezondheidscentrum Voorbeeld' },
      ],
      spilfiguur: '1',
    })
    // A changed letter is noticed: the seal also proves that nobody touched it.
    const [head, key, iv, cipher = '', tag] = String(sealed).split('.')
    const touched = (cipher.startsWith('A') ? 'B' : 'A') + cipher.slice(1)
    await expect(loket.unseal([head, key, iv, touched, tag].join('.'))).rejects.toThrow()
  })

  it('laat van het formulier alleen een grafsteen achter', async () => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft)
    await visitor.post(`${draft}/controle`)
    const left = (await loket.items('drafts')).find(({ id }) => draft.endsWith(String(id)))
    expect(Object.keys(left ?? {}).sort()).toEqual(['browser', 'form', 'id', 'linkVersion', 'network', 'sent', 'ttl'])
  })

  it('geeft bij een tweede klik hetzelfde ontvangstbewijs, en verandert niets meer', async () => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft)
    const first = locationOf(await visitor.post(`${draft}/controle`))
    expect(locationOf(await visitor.post(`${draft}/controle`))).toBe(first)
    const edit = await visitor.post(`${draft}/gegevens`, aanvraag.gegevens)
    expect(edit.status).toBe(409)
    expect(await edit.text()).toContain('Al verzonden. Nieuwe aanvraag starten?')
    expect(await (await visitor.get(`${draft}/controle`)).text()).toContain('Al verzonden')
  })

  it('toont op de controlepagina alle antwoorden, in woorden', async () => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft)
    const page = await (await visitor.get(`${draft}/controle`)).text()
    for (const words of [
      '0478 12 34 56',
      'woensdag 30 juni 2027',
      'Ja, met steun van iemand',
      'inkomen &amp; schulden',
      'OCMW Voorbeeld, Sam Voorbeeld',
    ])
      expect(page).toContain(words)
  })

  it('laat niemand een pagina overslaan', async () => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    expect(locationOf(await visitor.get(`${draft}/situatie`))).toBe(`${draft}/criteria`)
    expect(locationOf(await visitor.post(`${draft}/situatie`, aanvraag.situatie))).toBe(`${draft}/criteria`)
    expect(locationOf(await visitor.post(`${draft}/controle`))).toBe(`${draft}/criteria?nog=1`)
  })

  it('gaat na één wijziging terug naar de controlepagina', async () => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft)
    expect(locationOf(await visitor.post(`${draft}/gegevens`, { ...aanvraag.gegevens, naam: 'Noor Anders' }))).toBe(
      `${draft}/controle`,
    )
    // Other life domains: what was written about them no longer counts, and something must be said again.
    const changed = { ...aanvraag.criteria, levensdomeinen: ['persoon', 'netwerk'] }
    const back = locationOf(await visitor.post(`${draft}/criteria`, changed))
    expect(back).toBe(`${draft}/situatie?nog=1`)
    expect(errorsIn(await (await visitor.get(back)).text())).toEqual([
      'Vul bij minstens één levensdomein in wat goed of minder goed loopt',
    ])
  })
})

describe('een twijfel', () => {
  it('wordt aangenomen en gemerkt voor de coördinator', async () => {
    const visitor = loket.visitor()
    const receipt = await file(visitor, { criteria: { ...aanvraag.criteria, verblijf: 'weet_niet' } })
    const ref = referenceIn(await (await visitor.get(receipt)).text()) ?? ''
    const items = of(ref, await loket.items('loket'))
    expect(items.find(({ sk }) => sk === 'DOSSIER')).toMatchObject({ outcome: 'twijfel', doubtful: ['verblijf'] })
  })
})

it.each([
  ['Jan Peeters', true],
  ['J. P.', false],
])(
  'op de controlepagina: of %j een volledige naam is, wordt gevraagd: %s; verzenden kan gewoon',
  async (name, asks) => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft)
    await visitor.post(`${draft}/client`, { ...aanvraag.client, client_aanduiding: name })
    const page = await (await visitor.get(`${draft}/controle`)).text()
    expect(page.includes('Is dit een volledige naam? Gebruik initialen.')).toBe(asks)
    loket.clock.later(600)
    expect((await visitor.post(`${draft}/controle`)).status).toBe(303)
  },
)

describe('een doorverwijzing', () => {
  const minderjarig = { ...aanvraag.criteria, meerderjarig: 'nee', postcode: '1000', ocmw_client: 'nee' }

  it('noemt alle redenen en per reden een aanbod, en bewaart alleen een anonieme telling', async () => {
    // Its own: a counter is one of eight, in which a request of before may stand already.
    const own = await startTestLoket()
    const visitor = own.visitor()
    const draft = await begin(visitor)
    const before = await own.items('loket')
    const response = await visitor.get(locationOf(await visitor.post(`${draft}/criteria`, minderjarig)))
    expect(response.status).toBe(200)
    const page = await response.text()
    expect(page).toContain('data-outcome="doorverwezen"')
    expect(refusedCriteria(page)).toEqual(['meerderjarig', 'werkgebied'])
    // Who lives elsewhere is not sent to Aalst.
    expect(page).toContain('Het JAC in de buurt van de jongere')
    expect(page).not.toContain('JAC Aalst')
    expect(page).not.toContain('data-next')
    await visitor.post(`${draft}/criteria`, minderjarig)

    const added = (await own.items('loket')).filter(
      ({ pk, sk }) => !before.some((item) => item.pk === pk && item.sk === sk),
    )
    expect(added).toEqual([
      {
        ...{ pk: 'TELLING#aalst#lco-aanvraag', sk: expect.stringMatching(/^2026#[0-7]$/) },
        // Only until when it waits to be frozen, and each reason by itself.
        ...{ due: 'jaar', dueAt: '2027-01-31T23:00:00.000Z' },
        ...{ 'geweigerd.samen': 1, 'geweigerd.meerderjarig': 1, 'geweigerd.werkgebied': 1 },
      },
    ])
  })

  it('geldt ook bij het verzenden: een regel die intussen geldt, telt', async () => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await visitor.post(`${draft}/criteria`, minderjarig)
    const page = await (await visitor.get(locationOf(await visitor.post(`${draft}/controle`)))).text()
    expect(refusedCriteria(page)).toEqual(['meerderjarig', 'werkgebied'])
    expect(locationOf(await visitor.post(`${draft}/gegevens`, aanvraag.gegevens))).toBe(`${draft}/criteria`)
  })
})

describe('een cliënt', () => {
  it('gaat naar de vraag: die hoeft geen formulier in te vullen', async () => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    expect(locationOf(await visitor.post(`${draft}/criteria`, { aanvrager: 'client' }))).toBe('/aalst/bel-mij')
  })
})

describe('zonder akkoord van de cliënt', () => {
  it.each([
    ['client', { ...aanvraag.client, toestemming_gegevens: 'nog_niet' }],
    ['tafel', { ...aanvraag.tafel, toestemming_tafel: 'nog_niet' }],
  ] as const)('wacht pagina %s, 14 dagen lang', async (slug, fields) => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft, { until: slug })
    const page = await visitor.get(locationOf(await visitor.post(`${draft}/${slug}`, fields)))
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Uw antwoorden blijven 14 dagen bewaard.')
    expect(locationOf(await visitor.get(`${draft}/controle`))).toBe(`${draft}/${slug}?nog=1`)
    loket.clock.later(13 * 86_400)
    expect((await visitor.get(`${draft}/${slug}`)).status).toBe(200)
  })

  it('vraagt het akkoord opnieuw als de lijst verandert, en anders niet', async () => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft, { until: 'praktisch' })
    const agreed = /name="toestemming_tafel" value="ja"[^>]* checked/
    expect(await (await visitor.get(`${draft}/tafel`)).text()).toMatch(agreed)
    expect((await visitor.post(`${draft}/tafel`, aanvraag.tafel)).status).toBe(303)

    const changed = { ...aanvraag.tafel, 'betrokkenen[3].dienst': 'CLB Voorbeeld' }
    const asked = await visitor.post(`${draft}/tafel`, changed)
    expect(asked.status).toBe(422)
    const page = await asked.text()
    expect(errorsIn(page)).toEqual(['U veranderde wie aan tafel zit. Gaat de cliënt ook hiermee akkoord?'])
    expect(page).not.toMatch(agreed)
    expect(page).toContain('value="CLB Voorbeeld"')
    // Nobody gets past it, and the new answer counts.
    expect(locationOf(await visitor.get(`${draft}/controle`))).toBe(`${draft}/tafel?nog=1`)
    expect((await visitor.post(`${draft}/tafel`, changed)).status).toBe(303)
  })
})

describe('de tafel', () => {
  it('vult de eigen dienst al in en geeft een rij bij, zonder script', async () => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft, { until: 'tafel' })
    const page = await (await visitor.get(`${draft}/tafel`)).text()
    expect(fieldsIn(page)['betrokkenen[0].dienst']).toEqual(['CAW Voorbeeld'])
    expect(page).not.toContain('betrokkenen[3].dienst')
    await visitor.post(`${draft}/tafel`, { ...aanvraag.tafel, actie: 'rij' })
    const more = await (await visitor.get(`${draft}/tafel`)).text()
    expect(more).toContain('name="betrokkenen[3].dienst"')
    expect(more).toContain('value="Wijkgezondheidscentrum Voorbeeld"')
  })

  it.each([
    [
      'één dienst is te weinig',
      {
        'betrokkenen[1].dienst': '',
        'betrokkenen[1].contactpersoon': '',
        'betrokkenen[2].dienst': '',
        spilfiguur: '0',
      },
      'Noem minstens 2 diensten',
    ],
    [
      'een rij zonder dienst',
      { 'betrokkenen[2].dienst': ' ', 'betrokkenen[2].rol': 'Dokter' },
      'Vul de naam van de dienst in',
    ],
    [
      'een lege rij als spilfiguur',
      { 'betrokkenen[1].dienst': '', 'betrokkenen[1].contactpersoon': '' },
      'Kies een ingevulde dienst, of nog niemand',
    ],
    ['een genodigde zonder naam', { vertrouwensfiguur: 'genodigd' }, 'Vul de naam van de vertrouwensfiguur in'],
  ])('%s wordt teruggevraagd', async (_, changes, message) => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft, { until: 'tafel' })
    const response = await visitor.post(`${draft}/tafel`, { ...aanvraag.tafel, ...changes })
    expect(response.status).toBe(422)
    expect(errorsIn(await response.text())).toEqual([message])
  })

  it('twintig diensten kan, eenentwintig niet', async () => {
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft, { until: 'tafel' })
    const rows = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`betrokkenen[${index}].dienst`, `Dienst ${index}`]),
      )
    const rest = { vertrouwensfiguur: 'geen', spilfiguur: 'nog_niemand', toestemming_tafel: 'ja' }
    expect((await visitor.post(`${draft}/tafel`, { ...rows(21), ...rest })).status).toBe(422)
    expect((await visitor.post(`${draft}/tafel`, { ...rows(20), ...rest })).status).toBe(303)
  })
})

describe('Limburg', () => {
  it('vraagt andere criteria, en minstens drie diensten als er maar twee levensdomeinen zijn', async () => {
    const visitor = loket.visitor()
    const draft = await begin(visitor, '/limburg/lco-aanvraag')
    const criteria = { aantal_diensten: '3', levensdomeinen: ['wonen_energie', 'gezondheid'], akkoord_client: 'ja' }
    expect((await visitor.post(`${draft}/criteria`, criteria)).status).toBe(303)
    await visitor.post(`${draft}/gegevens`, aanvraag.gegevens)
    await visitor.post(`${draft}/client`, aanvraag.client)
    await visitor.post(`${draft}/situatie`, aanvraag.situatie)
    const two = { ...aanvraag.tafel, 'betrokkenen[2].dienst': '' }
    expect(errorsIn(await (await visitor.post(`${draft}/tafel`, two)).text())).toEqual(['Noem minstens 3 diensten'])
    expect((await visitor.post(`${draft}/tafel`, aanvraag.tafel)).status).toBe(303)
  })
})

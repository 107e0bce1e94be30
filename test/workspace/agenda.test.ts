/** The agenda of the team and the list of who answers the phone, on real tables (docs/domain.md §5). */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { dossierOf } from '../support/dossier.ts'
import { fillForm, ota, otaStart, type Soort } from '../support/forms.ts'
import { errorsIn, referenceIn } from '../support/lco.ts'
import { startOverleg } from '../support/overleg.ts'
import { type Fields, fieldsIn, locationOf, sendPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

/** A Monday, ten in the morning in Brussels. */
const maandag = new Date('2026-11-23T09:00:00Z')

let work: TestWorkspace
let coordinator: Visitor
beforeEach(async () => {
  work = await startTestWorkspace({ now: maandag })
  coordinator = await work.as('Coördinator OTA')
})

async function file(soort: Soort, { fast = false } = {}): Promise<string> {
  const visitor = work.visitor()
  const check = await fillForm(visitor, otaStart, ota[soort])
  if (!fast) work.clock.later(60)
  const receipt = locationOf(await visitor.post(check))
  return referenceIn(await (await visitor.get(receipt)).text()) ?? ''
}
const at = (iso: string) => {
  work.clock.now = new Date(iso)
}
const agenda = async (path = '/werkruimte/agenda') => (await coordinator.get(path)).text()
const onAgenda = (html: string): string[] => [...html.matchAll(/data-reference="([^"]+)"/g)].map(([, one = '']) => one)
/** The form as it stands, with what the team decides about some. */
const decide = async (decisions: Record<string, Fields>, html?: string): Promise<Fields> => ({
  ...fieldsIn((html ?? (await agenda())).replaceAll('<fieldset', '\n<fieldset')),
  ...Object.fromEntries(
    Object.entries(decisions).flatMap(([reference, fields]) =>
      Object.entries(fields).map(([name, value]) => [`${reference}.${name}`, value]),
    ),
  ),
})
const dinsdag = '/werkruimte/agenda/2026-11-24'
const lang = 'Bel samen met het gezin. '.repeat(80).trim()
const advies = { besluit: 'advies_vragen', persoon: 'bemiddelaar-ota', toelichting: 'Lees de brochure.' }
const verwijs = { besluit: 'doorverwijzen', aanbod: 'vormingsaanbod', toelichting: 'Past', drempels: ['wachtlijst'] }
/** What was typed with the last decision, opened. */
async function noteOf(reference: string): Promise<unknown> {
  const file = await work.deps.dossierFiles.read(reference, work.clock.now)
  return (await work.deps.unseal(reference, file?.lines.at(-1)?.sealed ?? '')).notitie
}

describe('de agenda', () => {
  it('toont wat voor het volgende overleg is ingediend, en niet de helpdesk', async () => {
    const [traject, vorming, call] = [await file('traject'), await file('vorming'), await file('helpdesk')]
    const html = await agenda()
    expect(onAgenda(html).sort()).toEqual([traject, vorming].sort())
    expect(wordsIn(html)).toContain('Agenda van dinsdag 24 november 2026')
    expect(html).not.toContain(call)
  })

  it('een milliseconde voor 17 uur is nog voor morgen, om 17 uur voor volgende week', async () => {
    at('2026-11-23T15:58:59.999Z')
    const early = await file('traject')
    const late = await file('vorming')
    expect([(await dossierOf(work, early)).agenda, (await dossierOf(work, late)).agenda]).toEqual([
      ...['2026-11-24', '2026-12-01'],
    ])
    coordinator = await work.as('Coördinator OTA')
    expect(onAgenda(await agenda(dinsdag))).toEqual([early])
    expect(onAgenda(await agenda('/werkruimte/agenda/2026-12-01'))).toEqual([late])
  })

  it('geeft elke vraag in één keer een bemiddelaar, een advies of een doorverwijzing', async () => {
    const [one, two, three] = [await file('traject'), await file('intervisie'), await file('vorming')]
    const four = await file('teamcoaching')
    const fields = await decide({
      [one]: { besluit: 'toewijzen', persoon: 'bemiddelaar-ota' },
      [two]: advies,
      [three]: verwijs,
    })
    const to = locationOf(await coordinator.post(dinsdag, fields))
    expect(wordsIn(await agenda(to))).toContain('3 beslissingen zijn bewaard.')
    const states = await Promise.all([one, two, three, four].map(async (ref) => (await dossierOf(work, ref)).state))
    expect(states).toEqual(['toegewezen', 'advies_te_geven', 'doorverwezen', 'geagendeerd'])
    expect((await dossierOf(work, one)).holder).toBe('bemiddelaar-ota')
    expect(onAgenda(await agenda())).toEqual([four])
    // The bemiddelaar finds it among their own.
    expect(await (await (await work.as('Bemiddelaar OTA')).get('/werkruimte')).text()).toContain(one)
  })

  it('zegt bij een vraag die terugkwam met een overleg, dat afsluiten dat overleg doet stoppen', async () => {
    const reference = await file('traject')
    const note = 'Er loopt een overleg. Sluit een beslissing dit dossier af, dan gaat het niet door'
    expect(wordsIn(await agenda())).not.toContain(note)
    await coordinator.post(dinsdag, await decide({ [reference]: { besluit: 'toewijzen', persoon: 'bemiddelaar-ota' } }))
    await startOverleg(work, { at: { reference } })
    const path = `/werkruimte/dossier/${reference}/teruggeven`
    await sendPage(coordinator, path, { toelichting: 'Zo is het.' })
    expect(onAgenda(await agenda())).toEqual([reference])
    expect(wordsIn(await agenda())).toContain(note)
    // What it says is so.
    const referred = await coordinator.post(dinsdag, await decide({ [reference]: verwijs }))
    expect(locationOf(referred)).toContain('bewaard=1')
    expect((await dossierOf(work, reference)).overleg?.state).toBe('afgelast')
  })

  it('zegt bij elke vraag wat ontbreekt, bewaart niets, en houdt wat getypt is', async () => {
    const [one, two] = [await file('traject'), await file('vorming')]
    const fields = await decide({ [one]: { besluit: 'toewijzen' }, [two]: { ...advies, toelichting: '' } })
    const response = await coordinator.post(dinsdag, fields)
    const html = await response.text()
    expect(response.status).toBe(422)
    // On the page in the order of their references, which are drawn by lot.
    expect(errorsIn(html).sort()).toEqual(['Kies wie dit dossier krijgt, of belt', 'Schrijf welk advies, of waarom'])
    expect(html).toMatch(/value="advies_vragen" checked/)
    expect((await dossierOf(work, two)).state).toBe('geagendeerd')
  })

  it('een tweede coördinator die later bewaart, hoort dat het al beslist is, en houdt wat getypt is', async () => {
    const [one, two] = [await file('traject'), await file('vorming')]
    const before = await agenda()
    await coordinator.post(dinsdag, await decide({ [one]: advies }))
    const toelichting = lang
    const response = await coordinator.post(
      dinsdag,
      await decide({ [one]: { ...advies, toelichting }, [two]: advies }, before),
    )
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([409, [`${one} staat niet meer op deze agenda`]])
    for (const said of ['1 beslissing is bewaard.', 'niet bewaard. Kopieer het', toelichting])
      expect(wordsIn(html)).toContain(said)
    expect([(await dossierOf(work, one)).revision, (await dossierOf(work, two)).state]).toEqual([2, 'advies_te_geven'])
    expect(onAgenda(html)).toEqual([])
  })

  it('wie het dossier voor het eerst opent terwijl de agenda open staat, verliest geen beslissing', async () => {
    const one = await file('traject')
    const fields = await decide({ [one]: { ...advies, toelichting: lang } })
    await coordinator.get(`/werkruimte/dossier/${one}`)
    expect(locationOf(await coordinator.post(dinsdag, fields))).toBe(`${dinsdag}?bewaard=1`)
    expect((await dossierOf(work, one)).state).toBe('advies_te_geven')
    expect(await noteOf(one)).toBe(lang)
    // A second press of the button is no other decision.
    expect(locationOf(await coordinator.post(dinsdag, fields))).toBe(`${dinsdag}?bewaard=1`)
  })

  it('een dossier dat intussen veranderde, komt terug met alles wat getypt is, en kan dan wel', async () => {
    const [one, two] = [await file('traject'), await file('vorming')]
    const fields = await decide({ [one]: { ...advies, toelichting: lang }, [two]: advies })
    await coordinator.post(`/werkruimte/dossier/${one}/adres`, { email: 'nieuw@dienst.be', revision: '1' })
    const response = await coordinator.post(dinsdag, fields)
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([
      ...[409, [`${one} is intussen veranderd. Kijk het na en bewaar opnieuw`]],
    ])
    expect(wordsIn(html)).toContain('1 beslissing is bewaard.')
    expect(onAgenda(html)).toEqual([one])
    const again = await decide({}, html)
    expect(again).toMatchObject({ [`${one}.toelichting`]: [lang], [`${one}.besluit`]: ['advies_vragen'] })
    expect(locationOf(await coordinator.post(dinsdag, again))).toBe(`${dinsdag}?bewaard=1`)
    expect(await noteOf(one)).toBe(lang)
  })

  it('ontbreekt er iets, dan hoort men ook wat intussen veranderde of weg is', async () => {
    const [one, two, three] = [await file('traject'), await file('vorming'), await file('intervisie')]
    const fields = await decide({
      [one]: { ...advies, toelichting: '' },
      [two]: { ...advies, toelichting: lang },
      [three]: advies,
    })
    await coordinator.post(`/werkruimte/dossier/${three}/adres`, { email: 'nieuw@dienst.be', revision: '1' })
    await coordinator.post(dinsdag, await decide({ [two]: advies }))
    const response = await coordinator.post(dinsdag, fields)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(errorsIn(html).sort()).toEqual(
      [
        'Schrijf welk advies, of waarom',
        `${two} staat niet meer op deze agenda`,
        `${three} is intussen veranderd. Kijk het na en bewaar opnieuw`,
      ].sort(),
    )
    expect(wordsIn(html)).toContain(lang)
    expect((await dossierOf(work, three)).state).toBe('geagendeerd')
  })

  it('is er geen plaats meer voor het advies, dan staat het er nog', async () => {
    const one = await file('traject')
    const { dossiers } = work.deps
    const move = vi.spyOn(dossiers, 'move').mockResolvedValueOnce('full')
    const response = await coordinator.post(dinsdag, await decide({ [one]: { ...advies, toelichting: lang } }))
    move.mockRestore()
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([
      ...[409, ['Er is geen plaats meer voor notities in dit dossier. Bel de beheerder van Loket']],
    ])
    expect(wordsIn(html)).toContain(lang)
  })

  it('een beslissing die de agenda niet heeft, wordt niet stil vergeten', async () => {
    const one = await file('traject')
    const response = await coordinator.post(dinsdag, await decide({ [one]: { ...advies, besluit: 'afsluiten' } }))
    expect([response.status, errorsIn(await response.text())]).toEqual([
      ...[409, [`Deze beslissing kan niet meer voor ${one}. Kies iets anders`]],
    ])
  })

  it('wat bleef liggen, staat op het volgende overleg; na twee is het rood', async () => {
    const one = await file('traject')
    at('2026-11-24T10:59:59.999Z')
    expect(await agenda()).not.toContain('bleef liggen')
    at('2026-11-25T09:00:00Z')
    coordinator = await work.as('Coördinator OTA')
    const next = await agenda('/werkruimte/agenda/2026-12-01')
    expect([onAgenda(next), next.includes('bleef liggen')]).toEqual([[one], true])
    expect(onAgenda(await agenda(dinsdag))).toEqual([])
    at('2026-12-01T10:59:59.999Z')
    coordinator = await work.as('Coördinator OTA')
    expect(await agenda()).not.toContain('keer niet beslist')
    at('2026-12-01T11:00:00.000Z')
    expect(await agenda()).toContain('al 2 keer niet beslist')
  })

  it('een verdachte staat er niet op', async () => {
    await file('traject', { fast: true })
    expect(onAgenda(await agenda())).toEqual([])
  })

  it.each([
    ['geen dinsdag', 'Coördinator OTA', '/werkruimte/agenda/2026-11-25', 404],
    ['geen datum', 'Coördinator OTA', '/werkruimte/agenda/2026-02-31', 404],
    ['een netwerk zonder overleg', 'Coördinator Aalst', '/werkruimte/agenda', 404],
    ['wie niet in het team zit', 'Organisator', '/werkruimte/agenda', 403],
  ])('%s: geen agenda', async (_, name, path, status) => {
    expect((await (await work.as(name)).get(path)).status).toBe(status)
  })

  it('elke blik op de agenda staat in het logboek van wie keek', async () => {
    const one = await file('traject')
    await agenda()
    const views = (await work.items('loket')).filter(({ list }) => list === 'agenda')
    expect(views.map(({ references }) => references)).toEqual([[one]])
  })
})

describe('de telefoon', () => {
  const list = async (visitor: Visitor) => (await visitor.get('/werkruimte/telefoon')).text()

  it.each(['Coördinator OTA', 'Bemiddelaar OTA'])(
    'toont %s wie gebeld wil worden, met nummer en vraag',
    async (name) => {
      const [call, vorming] = [await file('helpdesk'), await file('vorming')]
      const html = await list(await work.as(name))
      expect(onAgenda(html)).toEqual([call])
      expect(html).toContain('href="tel:+32478123456"')
      expect(wordsIn(html)).toContain('Wie tolkt in het Dari?')
      expect(html).not.toContain(vorming)
    },
  )

  it.each([
    ['informatie', 'informatie_gegeven'],
    ['advies_telefoon', 'advies_gegeven'],
    ['verwijzen', 'doorverwezen'],
  ])('sluit met één druk: %s', async (actie, state) => {
    const bemiddelaar = await work.as('Bemiddelaar OTA')
    const call = await file('helpdesk')
    const path = `/werkruimte/telefoon/${call}`
    const to = locationOf(await bemiddelaar.post(path, { revision: '1', actie, aanbod: 'jac' }))
    expect(to).toBe(`/werkruimte/telefoon?klaar=1&dossier=${call}`)
    expect((await dossierOf(work, call)).state).toBe(state)
    expect(onAgenda(await list(bemiddelaar))).toEqual([])
    // A second press of the same button is the same; a colleague's came too late.
    expect(locationOf(await bemiddelaar.post(path, { revision: '1', actie, aanbod: 'jac' }))).toBe(to)
    const late = await (await work.as('Coördinator OTA')).post(path, { revision: '1', actie, aanbod: 'jac' })
    expect(locationOf(late)).toContain('veranderd')
  })

  it.each(['', 'onbekend'])('verwijst nergens heen zolang er niets gekozen is (%j), en zegt dat', async (aanbod) => {
    const call = await file('helpdesk')
    const before = await list(coordinator)
    expect(before).toContain('<option value="">Kies…</option>')
    expect(wordsIn(before)).toContain('bel ten laatste wo 25 nov')
    const fields = { revision: '1', actie: 'verwijzen', aanbod }
    const response = await coordinator.post(`/werkruimte/telefoon/${call}`, fields)
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, [`${call}: kies naar welk aanbod u verwijst`]])
    const [, field] = /<a href="#([^"]+)">OTA-/.exec(html) ?? []
    expect(html).toContain(`<select id="${field}"`)
    expect((await dossierOf(work, call)).state).toBe('ingediend')
  })

  it('is er alleen voor wie de telefoon opneemt', async () => {
    expect((await (await work.as('Organisator')).get('/werkruimte/telefoon')).status).toBe(403)
    const call = await file('helpdesk')
    const aalst = await work.as('Coördinator Aalst')
    expect((await aalst.post(`/werkruimte/telefoon/${call}`, { revision: '1', actie: 'informatie' })).status).toBe(404)
  })
})

it('een dossier toont alleen de pagina’s en de criteria van de gekozen weg', async () => {
  const read = async (soort: Soort) => (await coordinator.get(`/werkruimte/dossier/${await file(soort)}`)).text()
  const [call, traject] = [await read('helpdesk'), await read('traject')]
  expect(wordsIn(call)).toContain('Wie tolkt in het Dari?')
  expect(call).not.toContain('Niet ingevuld')
  expect(call).not.toContain('data-criterium')
  expect(wordsIn(traject)).toContain('Hoe praat ik met ouders over school?')
  expect(wordsIn(traject)).not.toContain('Wij bellen u')
  expect(traject).toContain('data-criterium')
})

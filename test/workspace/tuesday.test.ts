/** A Tuesday of a team: what is asked, all decided in one pass, read by the whole team, and kept (docs/domain.md §5). */
import { beforeEach, describe, expect, it } from 'vitest'
import { dossierOf, mailsOf, place } from '../support/dossier.ts'
import { fillForm, ota, otaStart, type Soort } from '../support/forms.ts'
import { errorsIn, referenceIn } from '../support/lco.ts'
import { mailingFor } from '../support/staff-mail.ts'
import { undoNoteOn } from '../support/undo.ts'
import { type Fields, fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

/** A Monday, ten in the morning in Brussels; the team meets the next day. */
const maandag = new Date('2026-11-23T09:00:00Z')
const dinsdag = '/werkruimte/agenda/2026-11-24'
const volgende = '/werkruimte/agenda/2026-12-01'
const advies = { besluit: 'advies_vragen', persoon: 'bemiddelaar-ota-2', toelichting: 'Lees de brochure.' }

let work: TestWorkspace
let coordinator: Visitor
let bemiddelaar: Visitor
beforeEach(async () => {
  work = await startTestWorkspace({ now: maandag })
  coordinator = await work.as('Coördinator OTA')
  bemiddelaar = await work.as('Bemiddelaar OTA')
})

async function file(soort: Soort, answers: Fields = {}): Promise<string> {
  const visitor = work.visitor()
  const pages: Record<string, object> = ota[soort]
  const slug = 'leervraag' in pages ? 'leervraag' : 'team'
  const own = slug in pages ? { ...pages, [slug]: { ...pages[slug], ...answers } } : pages
  const check = await fillForm(visitor, otaStart, own as typeof ota.traject)
  work.clock.later(60)
  const receipt = locationOf(await visitor.post(check))
  return referenceIn(await (await visitor.get(receipt)).text()) ?? ''
}
const at = async (iso: string) => {
  work.clock.now = new Date(iso)
  coordinator = await work.as('Coördinator OTA')
  bemiddelaar = await work.as('Bemiddelaar OTA')
}
const read = async (who: Visitor, path: string) => (await who.get(path)).text()
const listed = (html: string): string[] => [...html.matchAll(/data-reference="([^"]+)"/g)].map(([, one = '']) => one)
const state = async (reference: string) => (await dossierOf(work, reference)).state

/** The page as it is, with these decisions. */
async function decide(decisions: Record<string, Fields>, path = dinsdag): Promise<Fields> {
  const fields = fieldsIn((await read(coordinator, path)).replaceAll('<fieldset', '\n<fieldset'))
  const chosen = Object.entries(decisions).flatMap(([reference, own]) =>
    Object.entries(own).map(([name, value]) => [`${reference}.${name}`, value]),
  )
  return { ...fields, ...Object.fromEntries(chosen) }
}

describe('wat op de agenda staat', () => {
  it('toont elke leervraag, dringend eerst met de reden, dan wat het eerst kwam', async () => {
    const calm = { dringend: 'nee', waarom: '' }
    const [first, second] = [await file('vorming'), await file('traject', { ...calm, leervraag: 'Hoe luister ik?' })]
    const urgent = await file('traject', { waarom: 'Donderdag is er een gesprek.' })
    const html = await read(coordinator, dinsdag)
    expect(listed(html)).toEqual([urgent, first, second])
    const words = wordsIn(html)
    for (const said of ['Hoe luister ik?', 'Hoe praat ik met ouders over school?', 'Hoe bouwen we vertrouwen op?'])
      expect(words).toContain(said)
    expect(words).toContain('dringend: Donderdag is er een gesprek.')
    expect(words).toContain('3 vragen, 1 dringend.')
    expect(words).toContain('CLB Voorbeeld, Gent')
    expect(words).toContain('sinds ma 23 nov')
  })

  it('kiest niets op voorhand, en vraagt de drempel alleen bij wat het dossier sluit', async () => {
    const one = await file('vorming')
    const html = await read(coordinator, dinsdag)
    expect(html).not.toContain('checked')
    const asks = (value: string) => new RegExp(`value="${value}"[^>]*data-asks="([^"]*)"`).exec(html)?.[1]
    expect(asks('toewijzen')).toBe('persoon')
    // Advice closes nothing yet: somebody calls with it first.
    expect(asks('advies_vragen')).toBe('persoon toelichting')
    expect(asks('doorverwijzen')).toBe('aanbod beller toelichting drempels')
    const fields = await decide({ [one]: { besluit: 'toewijzen', persoon: 'bemiddelaar-ota' } })
    expect(locationOf(await coordinator.post(dinsdag, fields))).toBe(`${dinsdag}?bewaard=1`)
  })

  it('zonder sleutel blijft de agenda er, zonder de leervraag', async () => {
    const broken = await startTestWorkspace({
      now: maandag,
      changes: { unseal: () => Promise.reject(new Error('no key')) },
    })
    const visitor = broken.visitor()
    const check = await fillForm(visitor, otaStart, ota.traject)
    broken.clock.later(60)
    await visitor.post(check)
    const html = await read(await broken.as('Coördinator OTA'), dinsdag)
    expect(listed(html)).toHaveLength(1)
    expect(wordsIn(html)).toContain('De leervraag is nu niet te lezen.')
  })
})

describe('beslissen', () => {
  it('één keer bewaren beslist over zes vragen', async () => {
    const all = await Promise.all(
      (['traject', 'intervisie', 'vorming', 'teamcoaching', 'vorming', 'traject'] as const).map((soort) => file(soort)),
    )
    const [a = '', b = '', c = '', d = '', e = '', f = ''] = all
    const fields = await decide({
      [a]: { besluit: 'toewijzen', persoon: 'bemiddelaar-ota' },
      [b]: { besluit: 'toewijzen', persoon: 'bemiddelaar-ota-2' },
      [c]: advies,
      [d]: { besluit: 'doorverwijzen', aanbod: 'jac', toelichting: 'Past beter.', drempels: ['wachtlijst'] },
      [e]: { besluit: 'volgende_keer' },
      [f]: { besluit: 'toewijzen', persoon: 'bemiddelaar-ota' },
    })
    expect(locationOf(await coordinator.post(dinsdag, fields))).toBe(`${dinsdag}?bewaard=6`)
    expect(await Promise.all(all.map(state))).toEqual([
      'toegewezen',
      'toegewezen',
      'advies_te_geven',
      'doorverwezen',
      'geagendeerd',
      'toegewezen',
    ])
    expect(listed(await read(coordinator, dinsdag))).toEqual([])
    expect(listed(await read(coordinator, volgende))).toEqual([e])
  })

  it('wat uitgesteld is, telt als een overleg zonder beslissing, en de geschiedenis zegt het', async () => {
    const one = await file('vorming')
    await coordinator.post(dinsdag, await decide({ [one]: { besluit: 'volgende_keer' } }))
    expect((await dossierOf(work, one)).nextOn).toBe('2026-12-01')
    await at('2026-11-25T09:00:00Z')
    expect(wordsIn(await read(coordinator, volgende))).toContain('bleef liggen')
    const history = wordsIn(await read(coordinator, `/werkruimte/dossier/${one}`))
    expect(history).toContain('Besproken, en naar het volgende overleg')
    // Who asked reads the new day, and gets no mail for it.
    expect((await mailsOf(work, one)).filter(({ notification }) => notification.kind === 'stand')).toEqual([])
  })

  it('ontbreekt bij één vraag iets, dan is de rest bewaard en staat die ene er nog met wat gekozen is', async () => {
    const [one, two] = [await file('vorming'), await file('intervisie')]
    const response = await coordinator.post(
      dinsdag,
      await decide({ [one]: { besluit: 'toewijzen' }, [two]: { ...advies, toelichting: 'Bespreek het samen.' } }),
    )
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, ['Kies wie dit dossier krijgt, of belt']])
    expect(html).toContain('role="alert"')
    expect(wordsIn(html)).toContain('1 beslissing is bewaard.')
    expect(listed(html)).toEqual([one])
    expect(fieldsIn(html.replaceAll('<fieldset', '\n<fieldset'))[`${one}.besluit`]).toEqual(['toewijzen'])
    expect([await state(one), await state(two)]).toEqual(['geagendeerd', 'advies_te_geven'])
  })

  it('twee coördinatoren tegelijk: elke vraag krijgt één beslissing, en wie te laat was leest dat', async () => {
    const all = [await file('vorming'), await file('intervisie'), await file('traject')]
    const other = await work.as('Coördinator OTA')
    const to = (persoon: string) =>
      decide(Object.fromEntries(all.map((one) => [one, { besluit: 'toewijzen', persoon }])))
    const [mine, theirs] = [await to('bemiddelaar-ota'), await to('bemiddelaar-ota-2')]
    const [a, b] = await Promise.all([coordinator.post(dinsdag, mine), other.post(dinsdag, theirs)])
    const dossiers = await Promise.all(all.map((one) => dossierOf(work, one)))
    // Two writes on one revision: the third one would be a second decision (control: revision 3).
    expect(dossiers.map(({ revision }) => revision)).toEqual([2, 2, 2])
    const lines = (await work.items('loket')).filter(({ sk }) => String(sk).startsWith('BESLIST#'))
    expect(lines.map(({ reference, person }) => [reference, person]).sort()).toEqual(
      dossiers.map(({ reference, holder }) => [reference, holder]).sort(),
    )
    const saved = async (response: Response) =>
      response.status === 303
        ? Number(/bewaard=(\d)/.exec(locationOf(response))?.[1])
        : Number(/(\d) beslissing/.exec(wordsIn(await response.clone().text()))?.[1] ?? 0)
    expect((await saved(a)) + (await saved(b))).toBe(3)
    const late = [a, b].filter(({ status }) => status === 409)
    for (const response of late) expect(errorsIn(await response.text()).join()).toMatch(/staat niet meer|intussen/)
    expect(late.length).toBeGreaterThan(0)
  })
})

describe('wat beslist is', () => {
  it('blijft per overleg staan: referentie, beslissing, voor wie, door wie, en niets van wat getypt is', async () => {
    const [one, two, three] = [await file('traject'), await file('vorming'), await file('intervisie')]
    await at('2026-11-24T09:30:00Z')
    await coordinator.post(
      dinsdag,
      await decide({
        [one]: { besluit: 'toewijzen', persoon: 'bemiddelaar-ota' },
        [two]: {
          ...{ besluit: 'doorverwijzen', aanbod: 'jac', beller: 'bemiddelaar-ota-2' },
          ...{ toelichting: 'Kanarie', drempels: ['geen'] },
        },
        [three]: { besluit: 'volgende_keer' },
      }),
    )
    await at('2027-03-01T09:00:00Z')
    expect(await read(coordinator, dinsdag)).toContain(`href="${dinsdag}/beslist"`)
    for (const who of [coordinator, bemiddelaar]) {
      const html = await read(who, `${dinsdag}/beslist`)
      const words = wordsIn(html)
      expect(listed(html).sort()).toEqual([one, two, three].sort())
      for (const said of [
        'Wat is beslist op dinsdag 24 november 2026',
        'Toegewezen aan Bemiddelaar OTA',
        // Whoever calls did not get it.
        'Doorverwezen naar JAC, Tweede bemiddelaar OTA belt',
        'Besproken, en naar het volgende overleg',
        'Coördinator OTA, 10.30 uur',
      ])
        expect(words).toContain(said)
      expect(html).not.toMatch(/Kanarie|CLB|Noor/)
    }
    expect(await read(coordinator, `${volgende}/beslist`)).toContain('Er is niets genoteerd.')
    // As long as an audit line.
    await at('2027-11-25T09:30:00Z')
    expect(listed(await read(coordinator, `${dinsdag}/beslist`))).toEqual([])
  })

  it('een beslissing die niet bewaard werd, staat er niet', async () => {
    const one = await file('vorming')
    const stale = await decide({ [one]: { besluit: 'toewijzen', persoon: 'bemiddelaar-ota' } })
    await coordinator.post(`/werkruimte/dossier/${one}/adres`, { email: 'nieuw@dienst.be', revision: '1' })
    expect((await coordinator.post(dinsdag, stale)).status).toBe(409)
    expect(listed(await read(coordinator, `${dinsdag}/beslist`))).toEqual([])
  })

  it('wat binnen tien minuten teruggenomen wordt, staat er niet meer, en is weer te beslissen en te bellen', async () => {
    const one = await file('traject')
    const mailing = mailingFor(work)
    // Nobody of the staff is mailed about the agenda any more.
    await mailing.passTo('2026-11-24T09:30:00Z')
    await at('2026-11-24T09:30:00Z')
    const before = await dossierOf(work, one)
    await coordinator.post(dinsdag, await decide({ [one]: { besluit: 'toewijzen', persoon: 'bemiddelaar-ota' } }))
    expect(listed(await read(coordinator, `${dinsdag}/beslist`))).toEqual([one])
    const note = await undoNoteOn(coordinator, `/werkruimte/dossier/${one}`)
    expect((await coordinator.post(`/werkruimte/dossier/${one}/ongedaan`, note?.fields)).status).toBe(303)
    expect(listed(await read(coordinator, `${dinsdag}/beslist`))).toEqual([])
    expect(listed(await read(coordinator, dinsdag))).toEqual([one])
    const { state, agenda, callBy, holder } = await dossierOf(work, one)
    expect({ state, agenda, callBy, holder }).toEqual({
      ...{ state: before.state, agenda: before.agenda },
      ...{ callBy: before.callBy, holder: undefined },
    })
    // The mail of a meeting left: it is not due for ever.
    const mails = (await work.items('loket')).filter(({ pk }) => String(pk).startsWith('OUTBOX#'))
    const due = mails.filter(({ dueAt }) => String(dueAt ?? '9') <= work.clock.now.toISOString())
    expect(due).toEqual([])
  })
})

describe('een bemiddelaar', () => {
  const may = async (reference: string) => (await bemiddelaar.get(`/werkruimte/dossier/${reference}`)).status

  it('leest de agenda en de dossiers van het komende overleg, en geen ander; elke blik staat op', async () => {
    const [now, call] = [await file('traject'), await file('helpdesk')]
    await at('2026-11-23T16:30:00Z')
    const later = await file('vorming')
    expect(listed(await read(bemiddelaar, '/werkruimte/agenda'))).toEqual([now])
    expect(listed(await read(bemiddelaar, volgende))).toEqual([])
    expect(await Promise.all([now, later, call].map(may))).toEqual([200, 404, 404])
    const items = await work.items('loket')
    const looked = items.filter(({ pk, sk }) => pk === `DOSSIER#${now}` && String(sk).startsWith('RAADPLEGING#'))
    expect(looked.map(({ who }) => who)).toEqual(['bemiddelaar-ota'])
    expect(items.filter(({ list, references }) => list === 'agenda' && String(references) === now)).toHaveLength(1)
    // After this meeting the next one is the coming one.
    await at('2026-11-25T08:00:00Z')
    expect(await Promise.all([now, later].map(may))).toEqual([200, 200])
  })

  it('leest mee tot het beslist is en die dag zelf; wat van hen is blijft, wat stopt is meteen weg', async () => {
    const [mine, other, stopped] = [await file('traject'), await file('vorming'), await file('intervisie')]
    await at('2026-11-24T09:30:00Z')
    await coordinator.post(
      dinsdag,
      await decide({
        [mine]: { besluit: 'toewijzen', persoon: 'bemiddelaar-ota' },
        [other]: { besluit: 'toewijzen', persoon: 'bemiddelaar-ota-2' },
        [stopped]: advies,
      }),
    )
    expect(await Promise.all([mine, other, stopped].map(may))).toEqual([200, 200, 200])
    await at('2026-11-24T22:59:59.999Z')
    expect(await Promise.all([other, stopped].map(may))).toEqual([200, 200])
    await coordinator.post(`/werkruimte/dossier/${other}/intrekken`, { revision: '2', bij: 'bemiddelaar-ota-2' })
    expect(await state(other)).toBe('ingetrokken')
    expect(await may(other)).toBe(404)
    await at('2026-11-24T23:00:00.000Z')
    expect(await Promise.all([mine, other, stopped].map(may))).toEqual([200, 404, 404])
  })

  it('leest niets van wat op geen agenda stond, ook niet op de dag dat een collega het doorverwijst', async () => {
    const one = await file('vorming')
    await place(work, one, { state: 'lopend', holder: 'bemiddelaar-ota-2', agenda: undefined })
    const refers = { aanbod: 'jac', beller: 'bemiddelaar-ota-2', toelichting: 'Past beter.', drempels: 'geen' }
    const path = `/werkruimte/dossier/${one}/doorverwijzen`
    const { revision = [], bij = [] } = fieldsIn(await read(coordinator, path))
    const sent = { revision: revision[0] ?? '', bij: bij[0] ?? '', ...refers }
    expect((await coordinator.post(path, sent)).status).toBe(303)
    expect(await may(one)).toBe(404)
  })

  it('doet er niets mee: geen knop, en geen enkele POST', async () => {
    const one = await file('traject')
    const html = await read(bemiddelaar, `/werkruimte/dossier/${one}`)
    expect(wordsIn(html)).toContain('Hoe praat ik met ouders over school?')
    expect(html.slice(html.indexOf('<main'))).not.toMatch(
      /<form method="post" action="\/werkruimte\/dossier|name="notitie"/,
    )
    const path = `/werkruimte/dossier/${one}`
    const once = 'A'.repeat(22)
    const tries: [string, Fields][] = [
      ['notitie', { notitie: 'Kanarie', eenmalig: once }],
      ['contact', { contact: 'gebeld', eenmalig: once }],
      ['adres', { email: 'kanarie@caw.example', revision: '1' }],
      ['toewijzen', { persoon: 'bemiddelaar-ota', revision: '1', bij: '' }],
      ['afsluiten', { toelichting: 'Kanarie', drempels: ['geen'], revision: '1', bij: '' }],
    ]
    for (const [page, fields] of tries)
      expect([page, (await bemiddelaar.post(`${path}/${page}`, fields)).status]).toEqual([page, 404])
    for (const page of ['notitie', 'adres', 'overleg', 'plan', 'verwant'])
      expect([page, (await bemiddelaar.get(`${path}/${page}`)).status]).toEqual([page, 404])
    expect((await bemiddelaar.post(dinsdag, await decide({ [one]: advies }))).status).toBe(403)
    expect((await dossierOf(work, one)).revision).toBe(1)
    // Nobody else gets in by it.
    for (const name of ['Casemanager Aalst', 'Coördinator Aalst', 'Organisator'])
      expect([403, 404]).toContain((await (await work.as(name)).get(path)).status)
  })
})

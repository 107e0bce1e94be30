/** The phone list: who must be called, why, tried when, who calls now, and what was said (docs/domain.md §5). */
import { beforeEach, describe, expect, it } from 'vitest'
import { createCalling } from '../../functions/shared/store/calling.ts'
import { dossierOf, fileRequest, hiddenOn, mailsOf } from '../support/dossier.ts'
import { fillForm, ota, otaStart, type Soort } from '../support/forms.ts'
import { errorsIn, referenceIn } from '../support/lco.ts'
import { place } from '../support/place-dossiers.ts'
import { type Fields, fieldsIn, locationOf, mainOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const path = '/werkruimte/telefoon'
/** A Tuesday, ten in the morning in Brussels, during the meeting: what is urgent is on the agenda of next week. */
const dinsdag = new Date('2026-11-24T09:00:00Z')

let work: TestWorkspace
let coordinator: Visitor
let bemiddelaar: Visitor
const at = async (iso: string) => {
  work.clock.now = new Date(iso)
  coordinator = await work.as('Coördinator OTA')
  bemiddelaar = await work.as('Bemiddelaar OTA')
}
beforeEach(async () => {
  work = await startTestWorkspace({ now: dinsdag })
  await at(dinsdag.toISOString())
})

async function file(soort: Soort, { fast = false } = {}): Promise<string> {
  const visitor = work.visitor()
  const check = await fillForm(visitor, otaStart, ota[soort])
  if (!fast) work.clock.later(60)
  const receipt = locationOf(await visitor.post(check))
  return referenceIn(await (await visitor.get(receipt)).text()) ?? ''
}
const list = async (who: Visitor, at = path) => (await who.get(at)).text()
const listed = (html: string): string[] => [...html.matchAll(/data-reference="([^"]+)"/g)].map(([, one = '']) => one)
const cardOf = (html: string, reference: string): string =>
  html.split('<section class="lw-bel').find((card) => card.includes(`data-reference="${reference}"`)) ?? ''

/** Presses a button of a card of the page as it is now. */
async function press(who: Visitor, reference: string, actie: string, fields: Fields = {}, html?: string) {
  const card = cardOf(html ?? (await list(who)), reference)
  const { revision = [], eenmalig = [] } = fieldsIn(card)
  return who.post(`${path}/${reference}`, { revision, eenmalig, actie, ...fields })
}
const advies = (reference: string, text: string): Fields => ({ [`${reference}.advies`]: text })
const noteOf = async (reference: string) => {
  const file = await work.deps.dossierFiles.read(reference, work.clock.now)
  const sealed = file?.lines.findLast((line) => line.sealed)?.sealed ?? ''
  return (await work.deps.unseal(reference, sealed)).notitie
}

describe('wie op de lijst staat', () => {
  it('wie, waarom en hoe te bereiken, op één regel', async () => {
    const call = await file('helpdesk')
    const words = wordsIn(cardOf(await list(bemiddelaar), call))
    for (const said of [
      'Naam niet bekend',
      '0478 12 34 56',
      'Wie tolkt in het Dari?',
      'Morgen voor de middag',
      'bel ten laatste do 26 nov',
    ])
      expect(words).toContain(said)
    expect(words).not.toContain('Niet ingevuld')
  })

  it('wat van een ander formulier komt, toont wie het is en wat men al weet, en geen “Niet ingevuld”', async () => {
    const { path: dossier } = await fileRequest(work)
    const aalst = await work.as('Coördinator Aalst')
    await aalst.post(`${dossier}/verplaatsen`, {
      naar: 'ota/aanmelding',
      toelichting: 'Past beter bij OTA.',
      revision: '1',
    })
    await at(work.clock.now.toISOString())
    const html = await list(coordinator)
    const [reference = ''] = listed(html)
    const words = wordsIn(cardOf(html, reference))
    expect(words).toMatch(/An Peeters|CAW/)
    expect(words).toContain('Past beter bij OTA.')
    expect(words).toMatch(/\d{2} \d{2} \d{2}/)
    expect(words).not.toContain('Niet ingevuld')
    expect(words).not.toContain('Naam niet bekend')
  })
})

describe('wat een machine lijkt', () => {
  it('staat apart, met het woord en één knop: wie coördineert, laat het toe, en dan staat het op de lijst', async () => {
    const call = await file('helpdesk', { fast: true })
    const html = await list(coordinator)
    expect(listed(html)).toEqual([])
    const [, part = ''] = /<section class="lw-band" data-verdachte-oproepen[^>]*>(.*?)<\/section>/s.exec(html) ?? []
    expect(wordsIn(part)).toContain('verdacht')
    expect(part.match(/<button/g)).toHaveLength(1)
    const [, action = ''] = /action="([^"]+)"/.exec(part) ?? []
    const { revision = [], bij = [] } = fieldsIn(part)
    expect((await coordinator.post(action, { revision, bij })).status).toBe(303)
    expect(listed(await list(coordinator))).toEqual([call])
    expect(await list(coordinator)).not.toContain('data-verdachte-oproepen')
  })

  it('ziet wie het niet toelaten kan daar niet', async () => {
    await file('helpdesk', { fast: true })
    expect(await list(bemiddelaar)).not.toContain('data-verdachte-oproepen')
  })
})

describe('ik bel', () => {
  it('is een half uur van één iemand: anderen zien wie en sinds wanneer, en dan is het weer vrij', async () => {
    const call = await file('helpdesk')
    await at('2026-11-24T09:15:00Z')
    expect(locationOf(await press(bemiddelaar, call, 'ik_bel'))).toBe(`${path}?klaar=belt`)
    expect(wordsIn(cardOf(await list(coordinator), call))).toContain('Bemiddelaar OTA belt, sinds 10.15 uur')
    expect(wordsIn(cardOf(await list(bemiddelaar), call))).toContain('U belt, sinds 10.15 uur')
    expect(cardOf(await list(coordinator), call)).not.toContain('value="ik_bel"')
    // A page of the dossier stays good, and nothing of it changed.
    expect((await dossierOf(work, call)).revision).toBe(1)
    await at('2026-11-24T09:45:00Z')
    const free = cardOf(await list(coordinator), call)
    expect(free).toContain('value="ik_bel"')
    expect(wordsIn(free)).not.toContain('belt, sinds')
    expect(locationOf(await press(coordinator, call, 'ik_bel'))).toBe(`${path}?klaar=belt`)
  })

  it('twee tegelijk, tien keer: één belt, de ander ziet wie', async () => {
    const call = await file('helpdesk')
    for (let round = 0; round < 10; round += 1) {
      const html = [await list(coordinator), await list(bemiddelaar)]
      const both = await Promise.all([
        press(coordinator, call, 'ik_bel', {}, html[0]),
        press(bemiddelaar, call, 'ik_bel', {}, html[1]),
      ])
      const lost = both.filter(({ status }) => status === 409)
      expect(both.filter(({ status }) => status === 303)).toHaveLength(1)
      expect(wordsIn(await (lost[0] as Response).text())).toMatch(/(Coördinator|Bemiddelaar) OTA belt al, sinds/)
      work.clock.later(30 * 60)
      await at(work.clock.now.toISOString())
    }
  })

  it('controle: zonder de voorwaarde denken ze allebei dat ze bellen', async () => {
    const calling = () => createCalling(work.connection)
    const blind: ReturnType<typeof createCalling> = {
      end: (reference, who) => calling().end(reference, who),
      // As if nobody had it, whoever has.
      take: async (reference, who, now) => {
        for (const one of ['coordinator-ota', 'bemiddelaar-ota']) await calling().end(reference, one)
        return calling().take(reference, who, now)
      },
    }
    work = await startTestWorkspace({ now: dinsdag, changes: { calling: blind } })
    await at(dinsdag.toISOString())
    const call = await file('helpdesk')
    const html = [await list(coordinator), await list(bemiddelaar)]
    const one = await press(coordinator, call, 'ik_bel', {}, html[0])
    const two = await press(bemiddelaar, call, 'ik_bel', {}, html[1])
    expect([one.status, two.status]).toEqual([303, 303])
  })
})

describe('een collega die weg is', () => {
  it('wat van hen is en op een telefoontje wacht, staat bij wie hen vervangt, en elke lijn noemt hen', async () => {
    const { reference } = await place(work, {
      ...{ network: 'ota', form: 'aanmelding', state: 'ingediend', holder: 'bemiddelaar-ota-2' },
    })
    expect(listed(await list(bemiddelaar))).toEqual([])
    const absence = { van: '2026-11-24', tot: '2026-11-25', vervanger: 'bemiddelaar-ota' }
    expect((await coordinator.post('/werkruimte/beheer/mensen/bemiddelaar-ota-2/afwezig', absence)).status).toBe(303)
    const html = await list(bemiddelaar)
    expect(listed(html)).toEqual([reference])
    await press(bemiddelaar, reference, 'niet_bereikt', {}, html)
    const items = await work.items('loket')
    const seen = items.filter(({ list, references }) => list === 'telefoon' && String(references) === reference)
    expect(seen.map((line) => line.for)).toContainEqual(['bemiddelaar-ota-2'])
    const [tried] = items.filter(({ kind }) => kind === 'niet_bereikt')
    expect(tried).toMatchObject({ who: 'bemiddelaar-ota', for: 'bemiddelaar-ota-2' })
  })
})

describe('niet bereikt', () => {
  it('staat er elke keer bij, met dag en uur, en laat de oproep los', async () => {
    const call = await file('helpdesk')
    await at('2026-11-24T09:15:00Z')
    await press(bemiddelaar, call, 'ik_bel')
    expect(locationOf(await press(bemiddelaar, call, 'niet_bereikt'))).toBe(`${path}?klaar=niet_bereikt`)
    await at('2026-11-25T08:05:00Z')
    await press(coordinator, call, 'niet_bereikt')
    const card = cardOf(await list(coordinator), call)
    expect(wordsIn(card)).toContain(
      'Niet bereikt: di 24 nov, 10.15 uur · vandaag, 9.05 uur'.replace('vandaag', 'wo 25 nov'),
    )
    expect(card).toContain('data-geprobeerd="2"')
    expect(wordsIn(card)).not.toContain('belt, sinds')
    const dossier = wordsIn(await (await coordinator.get(`/werkruimte/dossier/${call}`)).text())
    expect(dossier.split('Niet bereikt').length).toBeGreaterThan(2)
  })

  it('twee mensen tegelijk zijn twee pogingen, één knop twee keer is er één (controle)', async () => {
    const call = await file('helpdesk')
    const [mine, theirs] = [await list(coordinator), await list(bemiddelaar)]
    await Promise.all([
      press(coordinator, call, 'niet_bereikt', {}, mine),
      press(bemiddelaar, call, 'niet_bereikt', {}, theirs),
      press(coordinator, call, 'niet_bereikt', {}, mine),
    ])
    expect(cardOf(await list(coordinator), call)).toContain('data-geprobeerd="2"')
  })
})

describe('gebeld', () => {
  it('bewaart verzegeld wat men meegaf, en mag leeg blijven', async () => {
    const [one, two] = [await file('helpdesk'), await file('helpdesk')]
    await press(bemiddelaar, one, 'advies_telefoon', advies(one, 'Bel Kanarie, de tolkendienst.'))
    await press(bemiddelaar, two, 'informatie')
    expect((await dossierOf(work, one)).state).toBe('advies_gegeven')
    expect((await dossierOf(work, two)).state).toBe('informatie_gegeven')
    expect(await noteOf(one)).toBe('Bel Kanarie, de tolkendienst.')
    expect(JSON.stringify(await work.items('loket'))).not.toContain('Kanarie')
    expect(listed(await list(bemiddelaar))).toEqual([])
  })

  it('was iemand eerst, dan staat wat u schreef er nog; een tweede druk is geen ander telefoontje', async () => {
    const call = await file('helpdesk')
    const html = await list(coordinator)
    const first = advies(call, 'Bel de tolkendienst.')
    await press(bemiddelaar, call, 'informatie', first)
    const late = await press(coordinator, call, 'advies_telefoon', advies(call, 'Lees de brochure.'), html)
    expect(late.status).toBe(409)
    const words = wordsIn(await late.text())
    for (const said of ['Iemand was u voor.', 'Lees de brochure.']) expect(words).toContain(said)
    expect((await dossierOf(work, call)).revision).toBe(2)
    const again = { revision: '1', actie: 'informatie', ...first }
    expect(locationOf(await bemiddelaar.post(`${path}/${call}`, again))).toContain(`${path}?klaar=1`)
  })

  it.each<[string, Fields, string]>([
    ['zonder aanbod', { aanbod: '' }, 'kies naar welk aanbod u verwijst'],
    ['een rijksregisternummer', { aanbod: 'jac' }, 'rijksregisternummer'],
  ])('%s: zegt het, en houdt wat getypt is', async (_, fields, message) => {
    const call = await file('helpdesk')
    const text = message === 'rijksregisternummer' ? 'Over 85.07.30-033.28' : 'Zij bellen samen.'
    const response = await press(coordinator, call, 'verwijzen', { ...fields, ...advies(call, text) })
    const html = await response.text()
    expect([response.status, errorsIn(html).join()]).toEqual([422, expect.stringContaining(message)])
    expect(html).toContain(text)
    expect((await dossierOf(work, call)).state).toBe('ingediend')
  })

  it('een dossier dat er niet meer is: een duidelijke zin, en wat getypt is', async () => {
    const response = await coordinator.post(`${path}/OTA-7K3M-9QX2-4T`, { actie: 'ik_bel', revision: '1' })
    expect(response.status).toBe(404)
    const call = await file('helpdesk')
    await press(coordinator, call, 'informatie')
    for (const actie of ['ik_bel', 'niet_bereikt']) {
      const fields = { actie, revision: '1', eenmalig: 'A'.repeat(22), ...advies(call, 'Dit bleef staan.') }
      const late = await coordinator.post(`${path}/${call}`, fields)
      expect(late.status).toBe(409)
      expect(wordsIn(await late.text())).toContain('Dit bleef staan.')
    }
  })
})

describe('dringend', () => {
  it('staat meteen bovenaan de lijst, in het rood en met de reden, en in de week van de coördinator', async () => {
    const call = await file('helpdesk')
    const urgent = await file('traject')
    const html = await list(bemiddelaar)
    expect(listed(html)).toEqual([urgent, call])
    const words = wordsIn(cardOf(html, urgent))
    for (const said of ['bel vandaag', 'dringend: Ze komt niet meer naar school.', 'Noor Voorbeeld, CLB Voorbeeld'])
      expect(words).toContain(said)
    expect(words).toContain('0478 12 34 56')
    const week = wordsIn(mainOf(await (await coordinator.get('/werkruimte/week')).text()))
    expect(week).toContain('bel: het is dringend')
    expect(week).toContain(urgent)
    // It is on the agenda of its meeting as well, and who asked reads that day.
    expect((await dossierOf(work, urgent)).agenda).toBe('2026-12-01')
    expect(listed(await list(coordinator, '/werkruimte/agenda/2026-12-01'))).toEqual([urgent])
  })

  it('is weg zodra iemand belde, ook vanop het dossier, en blijft op de agenda', async () => {
    const [one, two] = [await file('traject'), await file('traject')]
    await press(bemiddelaar, one, 'dringend_gebeld', advies(one, 'Ga vandaag nog langs.'))
    expect(await noteOf(one)).toBe('Ga vandaag nog langs.')
    await coordinator.post(`/werkruimte/dossier/${two}/contact`, { contact: 'niet_bereikt', eenmalig: 'A'.repeat(22) })
    expect(listed(await list(bemiddelaar))).toEqual([two])
    await coordinator.post(`/werkruimte/dossier/${two}/contact`, { contact: 'gebeld', eenmalig: 'B'.repeat(22) })
    expect(listed(await list(bemiddelaar))).toEqual([])
    for (const one of [await dossierOf(work, two)])
      expect([one.state, one.agenda]).toEqual(['geagendeerd', '2026-12-01'])
    expect(listed(await list(coordinator, '/werkruimte/agenda/2026-12-01')).sort()).toEqual([one, two].sort())
    const week = wordsIn(mainOf(await (await coordinator.get('/werkruimte/week')).text()))
    expect(week).not.toContain('dringend')
  })

  it('was het toch geen telefoontje, dan staat het er weer, met wie het te horen krijgt', async () => {
    const urgent = await file('traject')
    const page = `/werkruimte/dossier/${urgent}`
    const planned = async () =>
      (await mailsOf(work, urgent)).flatMap(({ mailId, cancelled }) => (cancelled ? [] : [mailId])).sort()
    const before = await planned()
    await coordinator.post(`${page}/contact`, { contact: 'gebeld', eenmalig: 'B'.repeat(22) })
    expect(listed(await list(bemiddelaar))).toEqual([])
    const again = `${page}/contact/${'B'.repeat(22)}-gebeld/terug`
    for (const status of [303, 303]) expect((await coordinator.post(again)).status).toBe(status)
    expect(listed(await list(bemiddelaar))).toEqual([urgent])
    expect((await dossierOf(work, urgent)).callBy).toBe('2026-11-24')
    expect(await planned()).toEqual(before)
    expect(wordsIn(await (await coordinator.get(page)).text())).toContain('Het dringende telefoontje staat weer open')
    // Struck, a try is none.
    await press(bemiddelaar, urgent, 'niet_bereikt')
    expect(await list(bemiddelaar)).toContain('data-geprobeerd="1"')
    const [, line] = /contact\/([\w-]+-niet_bereikt)\/terug/.exec(await (await coordinator.get(page)).text()) ?? []
    await coordinator.post(`${page}/contact/${line}/terug`)
    expect(await list(bemiddelaar)).not.toContain('data-geprobeerd')
  })

  it('is elders, dan belt niemand hier nog, en hoort niemand dat het niet gebeurde', async () => {
    const urgent = await file('traject')
    const page = `/werkruimte/dossier/${urgent}/verplaatsen`
    const { naar: _, ...hidden } = await hiddenOn(coordinator, page)
    const html = await (await coordinator.get(page)).text()
    const [, naar = ''] = /name="naar"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="naar"/.exec(html) ?? []
    expect((await coordinator.post(page, { ...hidden, naar, toelichting: 'Past beter.' })).status).toBe(303)
    const { state, callBy, discussedOn } = await dossierOf(work, urgent)
    expect([state, callBy, discussedOn]).toEqual(['verplaatst', undefined, undefined])
    const silent = (await mailsOf(work, urgent)).filter(
      ({ mailId, cancelled }) => /voorbij|liggen/.test(mailId) && !cancelled,
    )
    expect(silent).toEqual([])
  })

  it('blijft tot iemand belde: wordt het niet gedaan, dan is het de volgende dag te laat', async () => {
    const urgent = await file('traject')
    await press(bemiddelaar, urgent, 'niet_bereikt')
    await at('2026-11-25T08:00:00Z')
    expect(wordsIn(cardOf(await list(bemiddelaar), urgent))).toContain('te laat: bel nu')
    // Whoever gets it at the meeting calls by themselves.
    await coordinator.post(`/werkruimte/dossier/${urgent}/toewijzen`, {
      ...{ persoon: 'bemiddelaar-ota', revision: '1', bij: '' },
    })
    expect(listed(await list(bemiddelaar))).toEqual([])
  })

  it('belde niemand, dan hoort het team dat de werkdag erna, en de coördinator drie werkdagen later', async () => {
    const urgent = await file('traject')
    const silent = async () =>
      (await mailsOf(work, urgent)).flatMap(({ mailId, cancelled, notification: { kind, to } }) =>
        kind === 'taak' && !cancelled ? [`${mailId} ${to}`] : [],
      )
    expect((await silent()).sort()).toEqual(['blijft-liggen-2026-11-30 coordinator', 'voorbij-2026-11-25 triage'])
    await press(bemiddelaar, urgent, 'dringend_gebeld')
    // What is left is its meeting.
    expect((await silent()).sort()).toEqual(['blijft-liggen-2026-12-07 coordinator', 'voorbij-2026-12-02 triage'])
  })

  it.each([
    ['vrijdagavond', '2026-11-27T19:30:00Z', '2026-11-30', 'bel ma 30 nov'],
    ['vrijdag om 16.59 uur', '2026-11-27T15:58:00Z', '2026-11-27', 'bel vandaag'],
    ['zondag', '2026-11-29T09:00:00Z', '2026-11-30', 'bel morgen'],
    ['kerstavond na het werk', '2026-12-24T17:00:00Z', '2026-12-28', 'bel ma 28 dec'],
  ])('%s: de eerste werkdag, en de mail zegt meteen welke', async (_, moment, on, said) => {
    await at(moment)
    const urgent = await file('traject')
    expect((await dossierOf(work, urgent)).callBy).toBe(on)
    expect(wordsIn(cardOf(await list(bemiddelaar), urgent))).toContain(said)
    const [triage, ...others] = (await mailsOf(work, urgent)).filter(
      ({ notification }) => notification.kind === 'triage',
    )
    expect(others).toEqual([])
    expect(triage?.notification).toMatchObject({ to: 'triage', callBy: on })
  })

  it('wat niet dringend is, en wat een machine lijkt, roept niemand op', async () => {
    await file('vorming')
    await file('traject', { fast: true })
    expect(listed(await list(coordinator))).toEqual([])
  })
})

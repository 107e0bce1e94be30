/** What version 0.1.0 wrote is read, shown, gone on with, mailed and erased by today's code (docs/decisions/016). */
import { beforeAll, describe, expect, it } from 'vitest'
import { moveByOverleg } from '../support/dossier.ts'
import { answer } from '../support/events.ts'
import { aanvraag, errorsIn, referenceIn } from '../support/lco.ts'
import { fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { act } from './journeys.ts'
import { type OpenDump, openDump } from './open-dump.ts'
import { startPost } from './post.ts'

const coordinators = {
  aalst: 'Coördinator Aalst',
  ota: 'Coördinator OTA',
  zottegem: 'Coördinator Zottegem',
} as const

let work: OpenDump['work']
let dump: OpenDump['dump']
let the: OpenDump['the']
beforeAll(async () => {
  ;({ work, dump, the } = await openDump('0.1.0'))
})

const coordinatorOf = (network: string) => work.as(coordinators[network as keyof typeof coordinators])
async function page(visitor: Visitor, path: string): Promise<string> {
  const response = await visitor.get(path)
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}
const textOf = async (visitor: Visitor, path: string) => wordsIn(await page(visitor, path))

/** Open when it was written; the others wait for nothing. */
const open = ['nieuw', 'toegewezen', 'gepland', 'wacht', 'opvolging', 'teruggekomen', 'vraag']

describe('de werkruimte', () => {
  it('toont in de lijst alles wat open was', async () => {
    const text = await textOf(await coordinatorOf('aalst'), '/werkruimte')
    for (const name of open) expect(text).toContain(the(name).reference)
    expect(text).toContain('D-2')
    expect(text).not.toContain('verouderd')
    expect(text).not.toContain(the('verdacht').reference)
  })

  it.each([
    ['?stand=toegewezen', ['toegewezen']],
    ['?stand=doorverwezen', ['doorverwezen']],
    ['?stand=ingetrokken', ['ingetrokken']],
    ['?formulier=vraag', ['vraag']],
    ['?wie=casemanager-aalst', ['toegewezen', 'gepland', 'opvolging']],
    ['?wie=niemand', ['nieuw', 'wacht', 'teruggekomen', 'vraag']],
    ['?verdacht=1', ['verdacht']],
  ])('filtert %s', async (query, names) => {
    const html = await page(await coordinatorOf('aalst'), `/werkruimte${query}`)
    const listed = [...html.matchAll(/<tr[^>]*data-dossier="([^"]+)"/g)].map(([, one]) => one)
    expect(listed.sort()).toEqual(names.map((name) => the(name).reference).sort())
  })

  it.each([
    ['ota', '/werkruimte/week', ['traject', 'helpdesk']],
    ['ota', '/werkruimte/agenda', ['traject', 'vorming']],
    ['ota', '/werkruimte/telefoon', ['helpdesk']],
    ['zottegem', '/werkruimte', ['katrol']],
  ])('%s: %s', async (network, path, names) => {
    const text = await textOf(await coordinatorOf(network), path)
    for (const name of names) expect(text).toContain(the(name).reference)
  })

  it('de casemanager ziet de eigen dossiers, met notities', async () => {
    const casemanager = await work.as('Casemanager Aalst')
    const text = await textOf(casemanager, '/werkruimte')
    for (const name of ['toegewezen', 'gepland', 'opvolging']) expect(text).toContain(the(name).reference)
    expect(text).not.toContain(the('nieuw').reference)
    const dossier = await textOf(casemanager, the('toegewezen').path)
    for (const words of ['Spreken af in de bibliotheek.', 'Niet bereikt', 'Gebeld', 'Toegewezen aan Casemanager Aalst'])
      expect(dossier).toContain(words)
  })

  it('toont Post, de mensen met wie afwezig is, en de activiteiten', async () => {
    const coordinator = await coordinatorOf('aalst')
    const post = await textOf(coordinator, '/werkruimte/post')
    for (const name of ['teruggekomen', 'verdacht']) expect(post).toContain(the(name).reference)
    expect(await textOf(coordinator, '/werkruimte/beheer/mensen')).toContain('15 dec')
    const organiser = await work.as('Organisator')
    for (const path of ['', ...Object.values(dump.told.events).map((slug) => `/${slug}`)]) {
      await page(organiser, `/werkruimte/activiteiten${path}`)
      if (path) await page(organiser, `/werkruimte/activiteiten${path}/genodigden`)
    }
    const late = await textOf(organiser, `/werkruimte/activiteiten/${dump.told.events.dicht}/genodigden`)
    expect(late).toContain('Te Laat')
  })

  it('opent elk dossier, in zijn stand, met wat geantwoord werd', async () => {
    for (const [name, { network, path, reference, state }] of Object.entries(dump.told.dossiers)) {
      const html = await page(await coordinatorOf(network), path)
      expect([name, /data-stand="([^"]+)"/.exec(html)?.[1]]).toEqual([name, state])
      expect(wordsIn(html)).toContain(reference)
      expect(wordsIn(html)).not.toContain('verouderd')
      if (name === 'ingetrokken') expect(html).toContain('De antwoorden zijn gewist')
      else expect(html).toMatch(/id="antwoorden">.*?class="lw-(words|fold)"/s)
    }
    const referred = await textOf(await coordinatorOf('aalst'), the('doorverwezen').path)
    expect(referred).toContain('Doorverwezen naar CAW Oost-Vlaanderen')
    expect(referred).toContain('De vraag gaat alleen over wonen.')
    expect(await textOf(await coordinatorOf('aalst'), the('nieuw').path)).toContain(the('wacht').reference)
  })
})

describe('wie iets vroeg', () => {
  it('leest de stand en het ontvangstbewijs', async () => {
    for (const { receipt, status, reference, state } of Object.values(dump.told.dossiers)) {
      expect(await page(work.visitor(), receipt)).toContain(reference)
      if (!status) continue
      const html = await page(work.visitor(), status)
      expect([reference, /data-state="([^"]+)"/.exec(html)?.[1]]).toEqual([reference, state])
    }
  })

  it('gaat verder met een halve aanvraag en verstuurt ze', async () => {
    const { path, cookies } = dump.told.draft
    const visitor = work.visitor(new Map(cookies))
    expect(fieldsIn(await page(visitor, `${path}/client`)).client_aanduiding).toEqual(['D-2041'])
    const answered = await visitor.post(`${path}/praktisch`, aanvraag.praktisch)
    expect(answered.status, errorsIn(await answered.text()).join()).toBe(303)
    work.clock.later(60)
    const receipt = await page(visitor, locationOf(await visitor.post(`${path}/controle`)))
    const reference = referenceIn(receipt) ?? ''
    expect(await textOf(await coordinatorOf('aalst'), `/werkruimte/dossier/${reference}`)).toContain('D-2041')
  })

  it('gaat verder langs de link in een mail', async () => {
    const visitor = work.visitor()
    await page(visitor, dump.told.later)
    const [path = ''] = /^.*\/d\/[^/]+/.exec(locationOf(await visitor.post(dump.told.later))) ?? []
    expect(fieldsIn(await page(visitor, `${path}/client`)).client_aanduiding).toEqual(['D-2041'])
  })
})

describe('genodigden', () => {
  it('zien de activiteit en hun eigen bladzijde', async () => {
    for (const slug of Object.values(dump.told.events)) await page(work.visitor(), `/activiteiten/${slug}`)
    for (const path of Object.values(dump.told.invitees)) await page(work.visitor(), path)
  })

  it('antwoorden alsnog', async () => {
    const visitor = work.visitor()
    const path = dump.told.invitees.genodigde ?? ''
    const hidden = fieldsIn(await page(visitor, path))
    work.clock.later(10)
    const answered = await visitor.post(path, { ...hidden, ...answer })
    expect(answered.status).toBe(303)
  })
})

describe('het leven gaat verder', () => {
  it('een casemanager zet een stap, schrijft een notitie, en de coördinator verplaatst', async () => {
    const casemanager = await work.as('Casemanager Aalst')
    await moveByOverleg(work, the('gepland').reference, 'overleg_gehouden')
    const { eenmalig = [] } = fieldsIn(await page(casemanager, `${the('toegewezen').path}/notitie`))
    await casemanager.post(`${the('toegewezen').path}/notitie`, { eenmalig: eenmalig[0] ?? '', notitie: 'Belt terug.' })
    const text = await textOf(casemanager, the('toegewezen').path)
    for (const note of ['Spreken af in de bibliotheek.', 'Belt terug.']) expect(text).toContain(note)
    const coordinator = await coordinatorOf('aalst')
    await act(work, coordinator, the('wacht'), 'hervatten')
    await act(work, coordinator, the('nieuw'), 'verplaatsen', { naar: 'ota/aanmelding', toelichting: 'Past beter.' })
    expect(await textOf(coordinator, the('nieuw').path)).toContain('Verplaatst naar OTA-')
    await act(work, coordinator, the('verdacht'), 'vrijgeven')
  })

  it('een maand lang vertrekt elke mail die gepland was, en geen enkele blijft steken', async () => {
    // As it was written: nobody opened anything since.
    const { work: untouched } = await openDump('0.1.0')
    const post = startPost(untouched)
    await post.days(31)
    expect(post.problems).toEqual([])
    const subjects = post.mails.map(({ subject }) => subject)
    for (const expected of [
      `Is uw cliënt daar geraakt? · ${the('doorverwezen').reference}`,
      `Een antwoord is te laat · ${the('teruggekomen').reference}`,
      `Nog niet geopend · ${the('katrol').reference}`,
    ])
      expect(subjects).toContain(expected)
    expect(subjects).toContain('Agenda van het team')
    expect(post.mails.filter(({ to }) => to === 'komt@caw.example')).not.toEqual([])
    expect([...work.failures, ...untouched.failures]).toEqual([])
  })

  it('iemand wordt gevonden, meegegeven en gewist', async () => {
    const coordinator = await coordinatorOf('aalst')
    const found = locationOf(await coordinator.post('/werkruimte/gegevens', { zoek: 'toegewezen@caw.example' }))
    const { reference, path } = the('toegewezen')
    expect(await textOf(coordinator, found)).toContain(reference)
    const own = await (await coordinator.post(`${found}/export`)).text()
    expect(own).toContain('toegewezen@caw.example')
    // Whatever was typed then is a passage that somebody can take along now.
    const choose = `/werkruimte/gegevens/dossier/${reference}/export`
    const page = await (await coordinator.get(choose)).text()
    const mee = [...page.matchAll(/name="mee" value="([^"]+)"/g)].map(([, key = '']) => key)
    const file = await (await coordinator.post(choose, { mee })).text()
    for (const words of ['D-2"', 'Spreken af in de bibliotheek.', 'toegewezen@caw.example'])
      expect(file).toContain(words)
    expect(file).not.toContain('weggelaten')
    expect((await coordinator.post(`${found}/wissen`, { wat: [reference] })).status).toBe(303)
    expect((await coordinator.get(path)).status).toBe(404)
    const left = JSON.stringify(await work.items('loket'))
    expect(left).not.toContain('toegewezen@caw.example')
  })
})

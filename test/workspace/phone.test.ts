/** A call that the team logs itself: no wrong door, also not for who calls (docs/domain.md §5, helpdesk). */
import { beforeEach, describe, expect, it } from 'vitest'
import { dossierOf, mailsOf } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const path = '/werkruimte/telefoon/nieuw'
const call = {
  naam: 'Noor Voorbeeld',
  telefoon: '0478/12.34.56',
  vraag: 'Wie tolkt in het Dari?',
  klaar: 'terugbellen',
}

let work: TestWorkspace
let coordinator: Visitor
let bemiddelaar: Visitor
beforeEach(async () => {
  work = await startTestWorkspace()
  coordinator = await work.as('Coördinator OTA')
  bemiddelaar = await work.as('Bemiddelaar OTA')
})

/** The page as it was opened, filled in. */
async function opened(visitor: Visitor, changes: Fields = {}): Promise<Fields> {
  const html = await (await visitor.get(path)).text()
  const { eenmalig = [] } = fieldsIn(html.slice(html.indexOf('<main')))
  return { eenmalig, ...call, ...changes }
}
const dossiers = async () => (await work.items('loket')).filter(({ sk }) => sk === 'DOSSIER')
const referenceIn = (to: string) => to.split('/').at(-1) ?? ''

describe('een telefoontje noteren', () => {
  it('de lijst wijst de weg, en het telefoontje wordt een gewoon dossier', async () => {
    expect(await (await coordinator.get('/werkruimte/telefoon')).text()).toContain(`href="${path}"`)
    const to = locationOf(await coordinator.post(path, await opened(coordinator)))
    const reference = referenceIn(to)
    expect(to).toBe(`/werkruimte/dossier/${reference}`)
    const { state, suspect, network, form, applicant, nextOn } = await dossierOf(work, reference)
    expect({ state, suspect, network, form, applicant, nextOn }).toEqual({
      ...{ state: 'ingediend', suspect: false, network: 'ota', form: 'aanmelding', applicant: undefined },
      nextOn: '2026-11-25',
    })
    const page = wordsIn(await (await coordinator.get(to)).text())
    expect(page).toContain('Wie tolkt in het Dari?')
    expect(page).toContain('Ingediend')
    expect(page).toContain('Coördinator OTA, ')
    expect(await (await coordinator.get('/werkruimte/telefoon')).text()).toContain(`data-reference="${reference}"`)
  })

  it('de regel zegt wie het noteerde, en niemand krijgt nu een mail', async () => {
    const reference = referenceIn(locationOf(await coordinator.post(path, await opened(coordinator))))
    const lines = (await work.items('loket')).filter(
      ({ pk, sk }) => pk === `DOSSIER#${reference}` && String(sk).startsWith('AUDIT#'),
    )
    expect(lines[0]).toMatchObject({ who: 'coordinator-ota', what: 'ingediend', to: 'ingediend' })
    const due = (await mailsOf(work, reference)).filter(({ dueAt }) => dueAt === work.clock.now.toISOString())
    expect(due).toEqual([])
    // What time must do is planned as for any other request; that nobody opened it is not said of who typed it.
    expect((await mailsOf(work, reference)).map(({ mailId }) => mailId).sort()).toEqual([
      ...['blijft-liggen-2026-12-01', 'voorbij-2026-11-26'],
    ])
  })

  it('de bemiddelaar ziet het bij wie op een telefoontje wacht, en sluit het met één druk', async () => {
    const to = locationOf(await bemiddelaar.post(path, await opened(bemiddelaar)))
    expect(to).toBe('/werkruimte/telefoon?klaar=1')
    const html = await (await bemiddelaar.get(to)).text()
    const [, reference = ''] = /data-reference="([^"]+)"/.exec(html) ?? []
    await bemiddelaar.post(`/werkruimte/telefoon/${reference}`, { revision: '1', actie: 'informatie' })
    expect((await dossierOf(work, reference)).state).toBe('informatie_gegeven')
  })

  it('twee keer drukken is één telefoontje; andere woorden of een nieuwe pagina een ander (controle)', async () => {
    const fields = await opened(coordinator)
    const both = await Promise.all([coordinator.post(path, fields), coordinator.post(path, fields)])
    expect(new Set(both.map(locationOf)).size).toBe(1)
    expect(await dossiers()).toHaveLength(1)
    await coordinator.post(path, { ...fields, vraag: 'Iets anders' })
    await coordinator.post(path, await opened(coordinator))
    expect(await dossiers()).toHaveLength(3)
  })

  it.each<[string, Fields, string]>([
    ['een nummer dat niet kan', { telefoon: '12' }, 'Dit nummer is te kort'],
    ['terugbellen zonder nummer', { telefoon: '' }, 'Vul het nummer in waarop iemand terugbelt'],
    ['niet gezegd of het klaar is', { klaar: '' }, 'Kies of het klaar is'],
    ['geen zin', { vraag: '' }, 'Vul in één zin in waarover het gaat'],
    ['een rijksregisternummer', { vraag: 'Over 85.07.30-033.28' }, 'rijksregisternummer'],
  ])('%s: zegt wat ontbreekt en houdt wat getypt is', async (_, changes, message) => {
    const response = await coordinator.post(path, await opened(coordinator, changes))
    const html = await response.text()
    expect([response.status, errorsIn(html).join()]).toEqual([422, expect.stringContaining(message)])
    expect(html).toContain('value="Noor Voorbeeld"')
    expect(await dossiers()).toEqual([])
  })

  it('zonder eigen nummer van de pagina, of elk veld twee keer: onleesbaar', async () => {
    expect((await coordinator.post(path, call)).status).toBe(400)
    expect((await coordinator.post(path, await opened(coordinator, { vraag: ['a', 'b'] }))).status).toBe(400)
  })

  it('niets van het gesprek staat leesbaar in de tabel', async () => {
    await coordinator.post(
      path,
      await opened(coordinator, { vraag: 'Kanarie Vogel', naam: 'Kanarie Naam', advies: 'Kanarie Raad' }),
    )
    const all = JSON.stringify(await work.items('loket'))
    for (const word of ['Kanarie', '478123456']) expect(all).not.toContain(word)
  })

  it('vraagt alleen wat u weet terwijl u belt, en niet wanneer we bellen', async () => {
    const html = await (await bemiddelaar.get(path)).text()
    expect(Object.keys(fieldsIn(html.slice(html.indexOf('<main'))))).toEqual([
      'eenmalig',
      'naam',
      'organisatie',
      'telefoon',
      'vraag',
      'advies',
    ])
    expect(html).not.toContain('Wanneer bellen we')
    expect(html).toContain('name="klaar"')
  })

  it('was dat alles, dan is het klaar: gesloten met wat u meegaf, ook na twee keer drukken', async () => {
    const fields = await opened(coordinator, { telefoon: '', klaar: 'advies_telefoon', advies: 'Bel de tolkendienst.' })
    const [one, two] = [await coordinator.post(path, fields), await coordinator.post(path, fields)]
    expect([locationOf(one), locationOf(two)]).toEqual(['/werkruimte/telefoon?klaar=1', '/werkruimte/telefoon?klaar=1'])
    const [dossier, ...others] = await dossiers()
    expect([dossier?.state, dossier?.revision, others]).toEqual(['advies_gegeven', 2, []])
    const page = await coordinator.get(`/werkruimte/dossier/${String(dossier?.reference)}`)
    const words = wordsIn(await page.text())
    for (const said of ['Bel de tolkendienst.', 'Noor Voorbeeld', 'Wie tolkt in het Dari?'])
      expect(words).toContain(said)
    expect(words).not.toContain('Wanneer bellen we')
    expect(words).not.toContain('Verouderde vragen')
    expect(words).not.toContain('Voor het eerst geopend')
  })

  it.each([
    ['Coördinator Aalst', 404],
    ['Casemanager Aalst', 403],
    ['Organisator', 403],
  ])('%s: %s', async (name, status) => {
    const visitor = await work.as(name)
    expect((await visitor.get(path)).status).toBe(status)
    expect((await visitor.post(path, { ...call, eenmalig: 'A'.repeat(22) })).status).toBe(status)
    expect(await dossiers()).toEqual([])
  })
})

/** A request that came to the wrong door goes on as a dossier of another form, and the applicant is told. */
import { beforeEach, describe, expect, it } from 'vitest'
import { createDossiers } from '../../functions/shared/store/dossiers.ts'
import { dossierOf, type Filed, fileRequest, fileVraag, mailsOf, place } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { type Fields, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let coordinator: Visitor
let filed: Filed
beforeEach(async () => {
  work = await startTestWorkspace()
  coordinator = await work.as('Coördinator Aalst')
  filed = await fileRequest(work)
})

const reden = 'Het team vraagt raad, geen overleg.'
const move = (visitor: Visitor, { path }: Filed, fields: Fields = {}) =>
  visitor.post(`${path}/verplaatsen`, { naar: 'ota/aanmelding', toelichting: reden, revision: '1', ...fields })
/** The new dossier, by what the old one says. */
async function target({ reference }: Filed = filed) {
  const { movedTo } = await dossierOf(work, reference)
  return { reference: movedTo?.reference ?? '', path: `/werkruimte/dossier/${movedTo?.reference}` }
}
const dossiers = async () => (await work.items('loket')).filter(({ sk }) => sk === 'DOSSIER')
const kinds = async (reference: string) =>
  (await mailsOf(work, reference))
    .filter(({ plannedAt }) => plannedAt === work.clock.now.toISOString())
    .map(({ notification: { kind, to } }) => `${kind} aan ${to}`)
    .sort()

describe('verplaatsen naar een ander formulier', () => {
  it('de knop leidt naar een bladzijde met de formulieren die mogen, zonder dit formulier zelf', async () => {
    expect(await (await coordinator.get(filed.path)).text()).toContain(`href="${filed.path}/verplaatsen"`)
    const html = await (await coordinator.get(`${filed.path}/verplaatsen`)).text()
    const offered = [...html.matchAll(/name="naar" value="([^"]+)"|value="([^"]+)"[^>]*name="naar"/g)].map(
      ([, one, other]) => one ?? other,
    )
    expect(offered).toEqual(['aalst/vraag', 'ota/aanmelding', 'zottegem/huisbezoek-80-plus'])
  })

  it('het oude dossier sluit en zegt waarheen; het nieuwe begint vooraan bij het andere team', async () => {
    expect(locationOf(await move(coordinator, filed))).toBe(`${filed.path}?klaar=verplaatst`)
    const old = await dossierOf(work, filed.reference)
    expect([old.state, old.revision, old.nextOn, typeof old.ttl]).toEqual(['verplaatst', 2, undefined, 'number'])
    const { reference } = await target()
    expect(reference).toMatch(/^OTA-/)
    const after = await dossierOf(work, reference)
    expect(after).toMatchObject({ network: 'ota', form: 'aanmelding', state: 'ingediend', revision: 1, suspect: false })
    expect(after.applicant).toBe(old.applicant)
    expect(after.origin).toBe(`verplaatst-${filed.reference}`)
    const page = wordsIn(await (await coordinator.get(`${filed.path}?klaar=verplaatst`)).text())
    expect(page).toContain('De aanvraag is verplaatst. De aanvrager krijgt een nieuwe bevestiging.')
    expect(page).toContain(`Verplaatst naar ${reference}`)
    expect(page).toContain('Met dit dossier kunt u niets meer doen.')
  })

  it('de aanvrager krijgt een nieuwe bevestiging, het andere team een mail, en de oude bladzijde zegt het', async () => {
    const before = await kinds(filed.reference)
    await move(coordinator, filed)
    const { reference } = await target()
    expect(await kinds(reference)).toEqual(['ontvangen aan aanvrager', 'triage aan triage'])
    expect(await kinds(filed.reference)).toEqual(before)
    const addresses = (await work.items('loket')).filter(({ sk }) => sk === 'ADRES')
    expect(addresses.find(({ pk }) => pk === `OUTBOX#${reference}`)?.email).toBe('noor@caw.example')
    const words = wordsIn(await (await work.visitor().get(filed.status)).text())
    expect(words).toContain(
      'Uw aanvraag is verplaatst naar OTA aanmelding van OndersteuningsTeam Oost- en West-Vlaanderen. U krijgt daarvoor een nieuwe bevestiging.',
    )
    expect(words).not.toContain('Stop deze aanvraag')
  })

  it('mee gaat wat beide formulieren vragen en wat de coördinator schreef, en niets anders', async () => {
    await move(coordinator, filed)
    const { path } = await target()
    const page = wordsIn(await (await (await work.as('Coördinator OTA')).get(path)).text())
    for (const known of [reden, '0478 12 34 56', 'Noor Voorbeeld', 'CAW Voorbeeld', 'Coördinator Aalst (LCO Aalst)'])
      expect(page).toContain(known)
    expect(page).toContain(`Verplaatst van ${filed.reference}`)
    for (const stays of ['D-2041', 'Tigrinya', 'uithuiszetting']) expect(page).not.toContain(stays)
    // Who answers the phone finds it there.
    const calls = await (await (await work.as('Bemiddelaar OTA')).get('/werkruimte/telefoon')).text()
    expect(calls).toContain('href="tel:+32478123456"')
  })

  it('ook wie vraagt wat we van het nieuwe dossier bewaren, leest wie van het andere netwerk wat deed', async () => {
    await move(coordinator, filed)
    const { reference } = await target()
    const kept = `/werkruimte/gegevens/dossier/${reference}`
    const other = await work.as('Coördinator OTA')
    const page = wordsIn(await (await other.get(kept)).text())
    expect(page.match(/Coördinator Aalst \(LCO Aalst\)/g)).toHaveLength(2)
    const file = await (await other.post(`${kept}/export`)).json()
    const [dossier] = (file as { dossiers: Record<'logboek' | 'geschiedenis', { wie: string }[]>[] }).dossiers
    for (const part of ['logboek', 'geschiedenis'] as const)
      expect(dossier?.[part].map(({ wie }) => wie)).toEqual(['Coördinator Aalst (LCO Aalst)'])
    expect(page + JSON.stringify(file)).not.toContain('iemand die hier niet meer werkt')
  })

  it('binnen één netwerk gaat een vraag als aanvraag verder, met wie het vroeg', async () => {
    const question = await fileVraag(work)
    expect((await move(coordinator, question, { naar: 'aalst/lco-aanvraag' })).status).toBe(303)
    const { path } = await target(question)
    const page = wordsIn(await (await coordinator.get(path)).text())
    expect(page).toContain('Noor Voorbeeld')
    expect(page).toContain('twijfel')
  })

  it('zonder e-mailadres belt het andere team: niemand krijgt een bevestiging', async () => {
    const question = await fileVraag(work, { email: '' })
    await move(coordinator, question)
    expect(await kinds((await target(question)).reference)).toEqual(['triage aan triage'])
    expect(wordsIn(await (await coordinator.get(`${question.path}?klaar=verplaatst`)).text())).toContain(
      'het andere team belt de aanvrager',
    )
  })

  it('een dubbele klik verplaatst één keer; een tweede bestemming is geweigerd', async () => {
    const both = await Promise.all([move(coordinator, filed), move(coordinator, filed)])
    expect(both.map(locationOf)).toEqual(Array(2).fill(`${filed.path}?klaar=verplaatst`))
    expect(locationOf(await move(coordinator, filed))).toBe(`${filed.path}?klaar=verplaatst`)
    expect(await dossiers()).toHaveLength(2)
    const other = await move(coordinator, filed, { naar: 'aalst/vraag' })
    expect([other.status, wordsIn(await other.text())]).toEqual([409, expect.stringContaining('nu “verplaatst”')])
    expect(await dossiers()).toHaveLength(2)
  })

  it('wie van een oudere bladzijde verplaatst, leest dat het dossier veranderde en houdt de tekst', async () => {
    const { revision } = await place(work, filed.reference, { state: 'toegewezen', holder: 'casemanager-aalst' })
    const late = await move(coordinator, filed)
    const html = await late.text()
    expect([late.status, html.includes(reden)]).toEqual([409, true])
    expect(await dossiers()).toHaveLength(1)
    expect((await move(coordinator, filed, { revision: String(revision) })).status).toBe(303)
  })

  it.each([false, true])('twee beslissingen tegelijk: één telt (zonder de revisie: %s, de controle)', async (blind) => {
    const store = () => createDossiers(arena.connection)
    const arena: TestWorkspace = await startTestWorkspace({
      changes: {
        dossiers: {
          submit: (input) => store().submit(input),
          file: (input) => store().file(input),
          read: (reference, now) => store().read(reference, now),
          readAll: (references, now) => store().readAll(references, now),
          move: (input) => store().move(input),
          // Between reading and writing somebody else assigns it.
          relocate: async (old, next) => {
            const { revision } = await place(arena, old.before.reference, {
              state: 'toegewezen',
              holder: 'casemanager-aalst',
            })
            return store().relocate(blind ? { ...old, before: { ...old.before, revision } } : old, next)
          },
        },
      },
    })
    const request = await fileRequest(arena)
    const { status } = await move(await arena.as('Coördinator Aalst'), request)
    expect(status).toBe(blind ? 303 : 409)
    const { holder, state } = await dossierOf(arena, request.reference)
    expect([holder, state]).toEqual(blind ? [undefined, 'verplaatst'] : ['casemanager-aalst', 'toegewezen'])
    expect((await arena.items('loket')).filter(({ sk }) => sk === 'DOSSIER')).toHaveLength(blind ? 2 : 1)
  })

  it.each<[string, Fields, string]>([
    ['geen bestemming', { naar: '' }, 'Kies waar deze vraag hoort'],
    ['een bestemming die niet mag', { naar: 'limburg/lco-aanvraag' }, 'Kies waar deze vraag hoort'],
    ['zichzelf', { naar: 'aalst/lco-aanvraag' }, 'Kies waar deze vraag hoort'],
    ['geen reden', { toelichting: '' }, 'Schrijf waarom, en wat het andere team moet weten'],
  ])('%s: 422, en er gebeurt niets', async (_, changes, message) => {
    const response = await move(coordinator, filed, changes)
    expect([response.status, errorsIn(await response.text())]).toEqual([422, [message]])
    expect((await dossierOf(work, filed.reference)).revision).toBe(1)
  })

  it('een verdachte gaat nergens heen voor iemand ze nakeek', async () => {
    const suspect = await fileRequest(work, { fast: true })
    expect((await dossierOf(work, suspect.reference)).suspect).toBe(true)
    expect(await (await coordinator.get(suspect.path)).text()).not.toContain('/verplaatsen')
    const { revision } = await dossierOf(work, suspect.reference)
    const refused = await move(coordinator, suspect, { revision: String(revision) })
    expect([refused.status, wordsIn(await refused.text())]).toEqual([409, expect.stringContaining('Kijk eerst na')])
    await coordinator.post(`${suspect.path}/vrijgeven`, { revision: String(revision), bij: '' })
    expect((await move(coordinator, suspect, { revision: String(revision + 1) })).status).toBe(303)
  })

  it('de eigen coördinator leest het nieuwe dossier bij een ander team niet, en de nieuwe het oude niet', async () => {
    await move(coordinator, filed)
    const { path } = await target()
    expect((await coordinator.get(path)).status).toBe(404)
    expect((await (await work.as('Coördinator OTA')).get(filed.path)).status).toBe(404)
  })

  it('een casemanager verplaatst niets, ook niet het eigen dossier', async () => {
    await place(work, filed.reference, { state: 'toegewezen', holder: 'casemanager-aalst' })
    const casemanager = await work.as('Casemanager Aalst')
    expect(await (await casemanager.get(filed.path)).text()).not.toContain('/verplaatsen')
    expect((await move(casemanager, filed, { revision: '2' })).status).toBe(403)
    expect(await dossiers()).toHaveLength(1)
  })

  it('niets ligt open in de tabel, en lezen voor het verplaatsen laat een regel na', async () => {
    await move(coordinator, filed, { toelichting: 'Kanarie Vogel' })
    const items = await work.items('loket')
    for (const word of ['Kanarie', 'Noor Voorbeeld', '478123456']) expect(JSON.stringify(items)).not.toContain(word)
    const views = items.filter(({ pk, sk }) => pk === `DOSSIER#${filed.reference}` && `${sk}`.startsWith('RAADPLEGING'))
    expect(views.map(({ who }) => who)).toEqual(['coordinator-aalst'])
  })
})

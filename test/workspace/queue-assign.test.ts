/** Several requests of the list to one person, in one press: each its own move, with ten minutes to take it back. */
import { beforeEach, describe, expect, it } from 'vitest'
import { dossierOf, fileRequest } from '../support/dossier.ts'
import { place } from '../support/place-dossiers.ts'
import { passUndo, undoNoteOn, waitingMails } from '../support/undo.ts'
import { type Fields, fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let loket: TestWorkspace
let coordinator: Visitor
beforeEach(async () => {
  loket = await startTestWorkspace()
  coordinator = await loket.as('Coördinator Aalst')
})

const list = '/werkruimte?toon=te-verdelen'
const to = '/werkruimte/toewijzen'
const tick = (...references: readonly string[]): Fields =>
  Object.fromEntries(references.map((reference) => [`${reference}.kies`, 'ja']))

/** The list as it stands: its hidden fields, and nothing ticked. */
async function form(visitor = coordinator, path = list): Promise<Fields> {
  const { zoek: _, persoon: _p, ...fields } = fieldsIn(await (await visitor.get(path)).text())
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.endsWith('.kies')))
}
async function send(fields: Fields, visitor = coordinator, path = to) {
  const response = await visitor.post(path, fields)
  return { response, status: response.status, words: wordsIn(await response.clone().text()) }
}
const holders = (references: readonly string[]) =>
  Promise.all(references.map(async (reference) => (await dossierOf(loket, reference)).holder))

describe('toewijzen vanuit de lijst', () => {
  it('wat aangevinkt is gaat samen naar iemand, de rest blijft; de filter blijft staan', async () => {
    const [one, two, three] = [await place(loket), await place(loket), await place(loket)].map(
      ({ reference }) => reference,
    )
    if (!one || !two || !three) throw new Error('Nothing placed')
    const [, action = ''] =
      /action="(\/werkruimte\/toewijzen[^"]*)"/.exec(await (await coordinator.get(list)).text()) ?? []
    const fields = { ...(await form()), ...tick(one, two), persoon: 'casemanager-aalst-2' }
    const { response, status } = await send(fields, coordinator, action)
    expect(status).toBe(303)
    expect(await holders([one, two, three])).toEqual(['casemanager-aalst-2', 'casemanager-aalst-2', undefined])
    const address = locationOf(response)
    expect(address).toMatch(/^\/werkruimte\?toon=te-verdelen&klaar=toegewezen/)
    const html = await (await coordinator.get(address)).text()
    expect(wordsIn(html)).toContain(
      '2 aanvragen gingen naar Tweede casemanager Aalst. De mails vertrekken over 10 minuten. Tot dan kunt u het ongedaan maken: open het dossier.',
    )
    expect([...html.matchAll(/<tr[^>]*data-dossier="([^"]+)"/g)].map(([, reference]) => reference)).toEqual([three])
    const holder = await (await (await loket.as('Tweede casemanager Aalst')).get('/werkruimte')).text()
    for (const reference of [one, two]) expect(holder).toContain(reference)
  })

  it('elk is een eigen stap: de mail wacht tien minuten, en één terugnemen raakt de andere niet', async () => {
    const [one, two] = [await fileRequest(loket), await fileRequest(loket)]
    const ticked = tick(one.reference, two.reference)
    await send({ ...(await form()), ...ticked, persoon: 'casemanager-aalst-2' })
    for (const { reference } of [one, two]) expect(await waitingMails(loket, reference)).toHaveLength(2)
    const note = await undoNoteOn(coordinator, one.path)
    expect(note?.words).toContain('Er vertrekken 2 mails')
    await coordinator.post(`${one.path}/ongedaan`, note?.fields ?? {})
    expect(await holders([one.reference, two.reference])).toEqual([undefined, 'casemanager-aalst-2'])
    expect(await waitingMails(loket, one.reference)).toEqual([])
    await passUndo(loket)
    expect(await undoNoteOn(await loket.as('Coördinator Aalst'), two.path)).toBeUndefined()
  })

  it('een tweede druk op de knop doet niets twee keer', async () => {
    const { reference } = await place(loket)
    const fields = { ...(await form()), ...tick(reference), persoon: 'casemanager-aalst' }
    expect([(await send(fields)).status, (await send(fields)).status]).toEqual([303, 303])
    expect((await dossierOf(loket, reference)).revision).toBe(2)
  })

  it('van wie al iemand heeft, ook: die krijgt een ander', async () => {
    const { reference } = await place(loket, { state: 'toegewezen', holder: 'casemanager-aalst' })
    const fields = { ...(await form(coordinator, '/werkruimte')), ...tick(reference), persoon: 'casemanager-aalst-2' }
    expect((await send(fields)).status).toBe(303)
    expect(await holders([reference])).toEqual(['casemanager-aalst-2'])
  })
})

describe('wat niet kan, staat er per aanvraag bij', () => {
  it('twee coördinatoren tegelijk: elke aanvraag gaat naar één van hen, en de tweede leest naar wie', async () => {
    const references = [await place(loket), await place(loket), await place(loket)].map(({ reference }) => reference)
    const fields = { ...(await form()), ...tick(...references) }
    const other = await loket.as('Coördinator Aalst')
    const answers = await Promise.all([
      send({ ...fields, persoon: 'casemanager-aalst' }),
      send({ ...fields, persoon: 'casemanager-aalst-2' }, other),
    ])
    const dossiers = await Promise.all(references.map((reference) => dossierOf(loket, reference)))
    expect(dossiers.map(({ revision }) => revision)).toEqual([2, 2, 2])
    expect(answers.map(({ status }) => status).sort()).not.toEqual([303, 303])
    // A control: one after the other, without what the page was made from, takes it away again.
    const [first = ''] = references
    const again = { ...(await form(coordinator, '/werkruimte')), ...tick(first) }
    const next = dossiers[0]?.holder === 'casemanager-aalst' ? 'casemanager-aalst-2' : 'casemanager-aalst'
    expect((await send({ ...again, persoon: next })).status).toBe(303)
    expect(await holders([first])).toEqual([next])
  })

  it('wie eerst was, staat erbij; wat wel kon is gebeurd, en wat niet kon blijft aangevinkt', async () => {
    const [taken, free] = [await place(loket), await place(loket)].map(({ reference }) => reference)
    if (!taken || !free) throw new Error('Nothing placed')
    const fields = { ...(await form()), ...tick(taken, free), persoon: 'casemanager-aalst-2' }
    await send({ ...(await form()), ...tick(taken), persoon: 'casemanager-aalst' })
    const { status, words } = await send(fields)
    expect(status).toBe(409)
    expect(words).toContain('Er is een probleem')
    expect(words).toContain(`${taken}: al genomen door Casemanager Aalst`)
    expect(words).toContain('1 aanvraag ging naar Tweede casemanager Aalst.')
    expect(await holders([taken, free])).toEqual(['casemanager-aalst', 'casemanager-aalst-2'])
  })

  it('wie bij een betrokken dienst werkt, krijgt het niet vanuit de lijst', async () => {
    const filed = await fileRequest(loket, { changes: { tafel: { 'betrokkenen[1].dienst': 'C.A.W. O.-Vl. v.z.w.' } } })
    const { status, words } = await send({ ...(await form()), ...tick(filed.reference), persoon: 'casemanager-aalst' })
    expect(status).toBe(409)
    expect(words).toContain(`${filed.reference}: Casemanager Aalst werkt misschien bij een dienst die betrokken is.`)
    expect(await holders([filed.reference])).toEqual([undefined])
    // The answers were opened for it, and that is written down.
    const views = (await loket.items('loket')).filter(({ sk }) => String(sk).startsWith('RAADPLEGING#'))
    expect(views).toHaveLength(1)
  })

  it('een verdachte en wat gesloten is, kunt u niet aanvinken; verstuurd worden ze geweigerd', async () => {
    const suspect = await place(loket, { suspect: true })
    const closed = await place(loket, { state: 'afgesloten', ttl: 2_000_000_000, nextOn: undefined })
    for (const [path, { reference }] of [
      ['/werkruimte?verdacht=1', suspect],
      ['/werkruimte?toon=gesloten', closed],
    ] as const) {
      expect(await (await coordinator.get(path)).text()).not.toContain('.kies"')
      const fields = { [`${reference}.revision`]: '1', [`${reference}.bij`]: '', ...tick(reference) }
      const { status, words } = await send({ ...fields, persoon: 'casemanager-aalst' })
      expect([status, words.includes(`${reference}: dit kan niet vanuit de lijst`)]).toEqual([409, true])
    }
  })

  it('van een ander netwerk is er niets', async () => {
    const { reference } = await place(loket, { network: 'limburg' })
    const fields = { [`${reference}.revision`]: '1', ...tick(reference), persoon: 'casemanager-aalst' }
    const { status, words } = await send(fields)
    expect([status, words.includes(`${reference}: staat niet meer in de lijst`)]).toEqual([409, true])
    expect(await holders([reference])).toEqual([undefined])
  })
})

describe('wat niet klopt', () => {
  it('niets aangevinkt: dan gebeurt er niets, en wie gekozen was blijft gekozen', async () => {
    await place(loket)
    const { status, words, response } = await send({ ...(await form()), persoon: 'casemanager-aalst' })
    expect([status, words.includes('Vink minstens één aanvraag aan')]).toEqual([422, true])
    expect(await response.text()).toContain('<option value="casemanager-aalst" selected="">')
  })

  it.each(['', 'weg-uit-het-netwerk', 'organisator'])('niemand, of wie er niet (meer) werkt (%s)', async (persoon) => {
    const { reference } = await place(loket)
    const { status, words, response } = await send({ ...(await form()), ...tick(reference), persoon })
    expect([status, words.includes('Kies wie de aanvragen krijgt')]).toEqual([422, true])
    expect(fieldsIn(await response.text())[`${reference}.kies`]).toEqual(['ja'])
    expect(await holders([reference])).toEqual([undefined])
  })

  it.each<[string, Fields]>([
    ['twee keer hetzelfde vak', { persoon: ['casemanager-aalst', 'casemanager-aalst'] }],
    ['geen waarde die we kennen', { 'LCO-7K3M-9QX2-4T.kies': 'nee', persoon: 'casemanager-aalst' }],
    ['iets anders', { __proto__x: '1', 'x.kies': 'ja', persoon: 'casemanager-aalst' }],
  ])('%s', async (_, fields) => {
    await place(loket)
    expect([400, 422]).toContain((await send(fields)).status)
  })

  it('alleen een coördinator verdeelt', async () => {
    const { reference } = await place(loket)
    const casemanager = await loket.as('Casemanager Aalst')
    const { status } = await send({ ...tick(reference), persoon: 'casemanager-aalst' }, casemanager)
    expect([status, await holders([reference])]).toEqual([403, [undefined]])
    expect(await (await casemanager.get('/werkruimte')).text()).not.toContain(to)
  })
})

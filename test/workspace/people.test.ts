/** The people of a network: invited, away, unbound, and their dossiers handed over. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { createDossiers } from '../../functions/shared/store/dossiers.ts'
import { bindingItems, createIdentities } from '../../functions/shared/store/identities.ts'
import { between } from '../public/sdk-edge.ts'
import { errorsIn, file, referenceIn } from '../support/lco.ts'
import { place } from '../support/place-dossiers.ts'
import { locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { refOf, startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const mensen = '/werkruimte/beheer/mensen'
const ill = `${mensen}/casemanager-aalst`
const second = `${mensen}/casemanager-aalst-2`

const textOf = async (visitor: Visitor, path: string) => wordsIn(await (await visitor.get(path)).text())

/** As an accepted invitation leaves it. */
async function bind({ connection, clock }: TestWorkspace, name: string, identity = `account ${name}`) {
  const { client, PutCommand } = await connection.dynamo()
  for (const Item of bindingItems(refOf(name), identity, clock.now.toISOString()))
    await client.send(new PutCommand({ TableName: connection.tables.loket, Item }))
  return identity
}

const held = (loket: TestWorkspace, about: Partial<Dossier> = {}) =>
  place(loket, { state: 'toegewezen', holder: 'casemanager-aalst', ...about })

const read = ({ deps, clock }: TestWorkspace, reference: string) => deps.dossiers.read(reference, clock.now)

const auditOf = async (loket: TestWorkspace, pk: string) =>
  (await loket.items('loket'))
    .filter((item) => item.pk === pk && String(item.sk).startsWith('AUDIT#'))
    .map(({ who, what }) => `${who} ${what}`)
    .sort()

describe('de lijst', () => {
  it('toont iedereen van het eigen netwerk, met account, dossiers en afwezigheid', async () => {
    const loket = await startTestWorkspace()
    await bind(loket, 'Casemanager Aalst')
    await held(loket)
    await loket.deps.absences.set(
      refOf('Casemanager Aalst'),
      { from: '2026-11-23', until: '2026-11-27' },
      { by: 'coordinator-aalst', auditId: 'a', now: loket.clock.now, auditDays: 365 },
    )
    const text = await textOf(await loket.as('Coördinator Aalst'), mensen)
    expect(text).toMatch(
      /Casemanager Aalst casemanager, CAW Oost-Vlaanderen weg tot en met vr 27 nov niemand 1 dossier gekoppeld/,
    )
    expect(text).toMatch(/Tweede casemanager Aalst casemanager, OCMW Aalst aanwezig geen dossiers geen account/)
    expect(text).not.toContain('Bemiddelaar OTA')
  })
})

describe('uitnodigen', () => {
  it('mailt een link zonder gegevens in de wachtrij, en toont hem om door te geven', async () => {
    const loket = await startTestWorkspace()
    const coordinator = await loket.as('Coördinator Aalst')
    const invited = locationOf(await coordinator.post(`${second}/uitnodigen`))
    const page = await textOf(coordinator, invited)
    const [, path = ''] = /(\/werkruimte\/toegang\/\S+)/.exec(page) ?? []
    expect(page).toContain(`https://loket.example${path}`)
    const [mail] = (await loket.items('loket')).filter(({ sk }) => sk === 'MAIL#toegang')
    expect(mail).toMatchObject({
      status: 'wacht',
      notification: { kind: 'toegang', to: 'medewerker', network: 'aalst', person: 'casemanager-aalst-2' },
    })
    expect(JSON.stringify(mail)).not.toContain('@')
    expect(await textOf(loket.visitor(), '/')).toBeDefined()
    const welcome = await coordinator.get(path)
    // Signed in as somebody with a place already: the link itself works.
    expect(welcome.status).toBe(409)
  })

  it('trekt een uitnodiging weer in: de link is meteen over', async () => {
    const loket = await startTestWorkspace()
    await bind(loket, 'Coördinator Aalst')
    const coordinator = await loket.as('Coördinator Aalst')
    expect(await textOf(coordinator, second)).not.toContain('Trek de uitnodiging in')
    const invited = locationOf(await coordinator.post(`${second}/uitnodigen`))
    const [, link = ''] = /(\/werkruimte\/toegang\/\S+)/.exec(await textOf(coordinator, invited)) ?? []
    expect((await coordinator.get(link)).status).toBe(409)
    const page = await textOf(coordinator, second)
    for (const text of ['Ze werkt tot maandag 30 november 2026', 'Trek de uitnodiging in']) expect(page).toContain(text)
    loket.clock.later(60)
    expect(locationOf(await coordinator.post(`${second}/ontkoppelen`))).toBe(second)
    expect((await coordinator.get(link)).status).toBe(410)
    expect((await coordinator.get(invited)).status).toBe(410)
    expect(await textOf(coordinator, second)).not.toContain('Trek de uitnodiging in')
    expect(await auditOf(loket, 'PERSOON#aalst#casemanager-aalst-2')).toEqual([
      'coordinator-aalst ingetrokken',
      'coordinator-aalst uitgenodigd',
    ])
  })

  it('kan niet als het account al gekoppeld is', async () => {
    const loket = await startTestWorkspace()
    await bind(loket, 'Tweede casemanager Aalst')
    const coordinator = await loket.as('Coördinator Aalst')
    expect(locationOf(await coordinator.post(`${second}/uitnodigen`))).toBe(second)
    expect((await loket.items('loket')).some(({ sk }) => sk === 'MAIL#toegang')).toBe(false)
  })

  it('toont de link van een ander netwerk niet', async () => {
    const loket = await startTestWorkspace()
    const invited = locationOf(await (await loket.as('Coördinator Aalst')).post(`${second}/uitnodigen`))
    const other = await loket.as('Coördinator OTA')
    expect((await other.get(invited)).status).toBe(404)
    const id = invited.split('/').at(-1)
    expect((await other.get(`${mensen}/bemiddelaar-ota/uitnodiging/${id}`)).status).toBe(410)
  })
})

describe('welk account', () => {
  const account = {
    issuer: 'https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0',
    name: 'Noor <b>Voorbeeld</b>',
    email: 'noor@elders.example',
  }

  it('toont de aanmelddienst, de naam en het adres van het token, sinds wanneer, en de knop om los te koppelen', async () => {
    const loket = await startTestWorkspace()
    const { client, PutCommand } = await loket.connection.dynamo()
    for (const Item of bindingItems(refOf('Casemanager Aalst'), 'i', loket.clock.now.toISOString(), account))
      await client.send(new PutCommand({ TableName: loket.connection.tables.loket, Item }))
    const coordinator = await loket.as('Coördinator Aalst')
    const html = await (await coordinator.get(ill)).text()
    const part = html.slice(html.indexOf('>Account<'), html.indexOf('>Koppel los<'))
    expect(part).not.toContain('<b>')
    const text = wordsIn(part.replaceAll('<bdi', ' <bdi'))
    for (const told of [
      'Gekoppeld op maandag 23 november 2026, 10.00 uur',
      'noor@elders.example',
      'Noor <b>Voorbeeld</b>',
      account.issuer,
      'Niet aangemeld in de laatste 30 dagen.',
    ])
      expect(text).toContain(told)
    expect(part).toContain(`href="${ill}/ontkoppelen"`)
  })

  it('toont niets van het token dat er niet is: gekoppeld voor we dat bewaarden', async () => {
    const loket = await startTestWorkspace()
    await bind(loket, 'Casemanager Aalst')
    const text = await textOf(await loket.as('Coördinator Aalst'), ill)
    expect(text).toContain('Gekoppeld op maandag 23 november 2026, 10.00 uur')
    expect(text).not.toContain('Aanmelddienst')
  })

  it('telt aanmeldingen van 30 dagen, en geen oudere', async () => {
    const loket = await startTestWorkspace()
    await bind(loket, 'Casemanager Aalst')
    const signIn = async () =>
      loket.deps.trail.note(
        refOf('Casemanager Aalst'),
        { what: 'aangemeld', session: 's' },
        { auditId: randomBytes(4).toString('hex'), now: loket.clock.now, auditDays: 365 },
      )
    await signIn()
    loket.clock.later(86_400)
    await signIn()
    const coordinator = async () => textOf(await loket.as('Coördinator Aalst'), ill)
    expect(await coordinator()).toContain('2 keer aangemeld in de laatste 30 dagen, het laatst op dinsdag 24 november')
    loket.clock.later(29 * 86_400 + 1)
    expect(await coordinator()).toContain('1 keer aangemeld in de laatste 30 dagen')
    loket.clock.later(86_400)
    expect(await coordinator()).toContain('Niet aangemeld in de laatste 30 dagen.')
  })
})

describe('ontkoppelen', () => {
  it('neemt account en plaats uit elkaar, meldt overal af, en noteert wie het deed', async () => {
    const loket = await startTestWorkspace()
    await bind(loket, 'Coördinator Aalst')
    const identity = await bind(loket, 'Casemanager Aalst')
    const [one, two] = [await loket.as('Casemanager Aalst'), await loket.as('Casemanager Aalst')]
    const coordinator = await loket.as('Coördinator Aalst')
    expect(await textOf(coordinator, `${ill}/ontkoppelen`)).not.toContain('laatste coördinator')
    expect(locationOf(await coordinator.post(`${ill}/ontkoppelen`))).toBe(ill)
    expect(await createIdentities(loket.connection).find(identity)).toBeUndefined()
    expect(await createIdentities(loket.connection).isBound(refOf('Casemanager Aalst'))).toBe(false)
    for (const browser of [one, two]) expect((await browser.get('/werkruimte/ik')).status).toBe(303)
    expect(await auditOf(loket, 'PERSOON#aalst#casemanager-aalst')).toEqual(['coordinator-aalst ontkoppeld'])
  })

  it('een oude uitnodiging brengt het account niet terug, een nieuwe wel', async () => {
    const loket = await startTestWorkspace()
    await bind(loket, 'Coördinator Aalst')
    const identities = createIdentities(loket.connection)
    const who = refOf('Tweede casemanager Aalst')
    const about = (auditId: string) => ({ auditId, now: loket.clock.now, auditDays: 365 })
    const invite = async (id: string) => {
      await identities.invite({ id, ...who, invitedBy: 'coordinator-aalst', ...about(`i${id}`) })
      const invitation = await identities.readInvitation(id, loket.clock.now)
      if (!invitation) throw new Error('No invitation')
      return invitation
    }
    const [old, used] = [await invite('old'), await invite('used')]
    loket.clock.later(60)
    await identities.accept({ id: 'used', invitation: used, identity: 'account', ...about('x') })
    await (await loket.as('Coördinator Aalst')).post(`${second}/ontkoppelen`)
    loket.clock.later(60)
    const again = { identity: 'account', ...about('y') }
    expect(await identities.accept({ id: 'old', invitation: old, ...again })).toBe('invitation-over')
    expect(await identities.accept({ id: 'new', invitation: await invite('new'), ...again })).toBe('bound')
  })

  it('weigert de laatste coördinator, en zegt wat eerst moet', async () => {
    const loket = await startTestWorkspace()
    const identity = await bind(loket, 'Coördinator Aalst')
    const coordinator = await loket.as('Coördinator Aalst')
    const path = `${mensen}/coordinator-aalst/ontkoppelen`
    const page = await (await coordinator.get(path)).text()
    expect(page).not.toContain(`action="${path}"`)
    for (const answer of [await coordinator.get(path), await coordinator.post(path)]) {
      const text = wordsIn(await answer.text())
      for (const said of ['laatste coördinator met een account', 'Nodig eerst een andere coördinator uit'])
        expect(text).toContain(said)
    }
    expect((await coordinator.post(path)).status).toBe(409)
    expect(await createIdentities(loket.connection).find(identity)).toEqual(refOf('Coördinator Aalst'))
    // Still signed in, and nothing was noted.
    expect((await coordinator.get(mensen)).status).toBe(200)
    expect(await auditOf(loket, 'PERSOON#aalst#coordinator-aalst')).toEqual([])
  })

  it('laat niemand binnen, ook als het einde van de sessies niet lukt; wie terugkomt, meldt opnieuw aan', async () => {
    const loket = await startTestWorkspace()
    await bind(loket, 'Coördinator Aalst')
    const identity = await bind(loket, 'Casemanager Aalst', 'test Casemanager Aalst')
    const browser = await loket.as('Casemanager Aalst')
    expect((await browser.get('/werkruimte/ik')).status).toBe(200)
    vi.spyOn(loket.deps.sessions, 'endAll').mockRejectedValueOnce(new Error('Cut short'))
    expect((await (await loket.as('Coördinator Aalst')).post(`${ill}/ontkoppelen`)).status).toBe(503)
    expect(await createIdentities(loket.connection).find(identity)).toBeUndefined()
    expect((await browser.get('/werkruimte/ik')).status).toBe(303)
    await bind(loket, 'Casemanager Aalst', identity)
    expect((await browser.get('/werkruimte/ik')).status).toBe(303)
  })

  it('maakt af wat halverwege stopte: de sessies eindigen ook als het account al los is', async () => {
    const loket = await startTestWorkspace()
    await bind(loket, 'Coördinator Aalst')
    const browser = await loket.as('Casemanager Aalst')
    await (await loket.as('Coördinator Aalst')).post(`${ill}/ontkoppelen`)
    expect((await browser.get('/werkruimte/ik')).status).toBe(303)
  })
})

describe('afwezigheid', () => {
  it('zet de coördinator, en neemt ze weer weg', async () => {
    const loket = await startTestWorkspace()
    const coordinator = await loket.as('Coördinator Aalst')
    expect(locationOf(await coordinator.post(`${ill}/afwezig`, { van: '24/11/2026', tot: '30/11/2026' }))).toBe(ill)
    expect(await textOf(coordinator, ill)).toContain(
      'Afwezig van dinsdag 24 november 2026 tot en met maandag 30 november 2026',
    )
    await coordinator.post(`${ill}/aanwezig`)
    expect(await loket.deps.absences.list('aalst')).toEqual([])
    expect(await auditOf(loket, 'PERSOON#aalst#casemanager-aalst')).toEqual([
      'coordinator-aalst aanwezig',
      'coordinator-aalst afwezig',
    ])
  })

  it('zet iemand ook zelf, op een eigen bladzijde', async () => {
    const loket = await startTestWorkspace()
    const me = await loket.as('Casemanager Aalst')
    await me.post('/werkruimte/ik/afwezig', { van: '2026-11-24', tot: '2026-11-24' })
    expect(await textOf(me, '/werkruimte/ik')).toContain(
      'Afwezig van dinsdag 24 november 2026 tot en met dinsdag 24 november 2026',
    )
    loket.clock.later(2 * 86_400)
    expect(await textOf(await loket.as('Casemanager Aalst'), '/werkruimte/ik')).toContain('Aanwezig.')
  })

  it.each([
    [{ van: '30/11/2026', tot: '24/11/2026' }, 'De laatste dag komt na de eerste. Kijk beide datums na'],
    [{ van: '1/11/2026', tot: '22/11/2026' }, 'Vul vandaag of een latere dag in'],
    [{ van: '29/2/2027', tot: '1/3/2027' }, 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027'],
  ])('%j: zegt wat er scheelt en houdt wat getypt is', async (fields, message) => {
    const loket = await startTestWorkspace()
    for (const [name, path] of [
      ['Coördinator Aalst', ill],
      ['Casemanager Aalst', '/werkruimte/ik'],
    ] as const) {
      const answer = await (await loket.as(name)).post(`${path}/afwezig`, fields)
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(errorsIn(html)).toEqual([message])
      expect(html).toContain(`value="${fields.van}"`)
    }
    expect(await loket.deps.absences.list('aalst')).toEqual([])
  })
})

describe('dossiers overdragen', () => {
  it('toont de dossiers met de volgende stap; na een doorverwijzing is er niets over te dragen', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await held(loket)
    const referral = { aanbod: 'caw', checkOn: '2026-12-07' }
    const referred = await held(loket, { ttl: 1_900_000_000, state: 'doorverwezen', nextOn: '2026-12-07', referral })
    const text = await textOf(await loket.as('Coördinator Aalst'), ill)
    expect(text).toContain('In handen (2)')
    const lineOf = (one: string, stand: string, step: string) =>
      `dossier een ${one} CAW Voorbeeld, 9300 ${stand} ${step}`
    expect(text).toContain(lineOf(referred.reference, 'doorverwezen', 'vraag of de cliënt er geraakt is ma 7 dec'))
    expect(text).not.toContain(`${referred.reference},`)
    expect(text).toContain(`${reference}, toegewezen`)
    expect(text).toContain(lineOf(reference, 'toegewezen', 'bel en plan het overleg'))
  })

  it('geeft er een aan iemand anders, als een gewone stap van het formulier', async () => {
    const loket = await startTestWorkspace()
    const [one, other] = [await held(loket), await held(loket)]
    const coordinator = await loket.as('Coördinator Aalst')
    const fields = { dossier: one.reference, naar: 'casemanager-aalst-2' }
    const after = locationOf(await coordinator.post(`${ill}/overdragen`, fields))
    expect(await textOf(coordinator, after)).toContain('1 dossier is overgedragen.')
    expect((await read(loket, one.reference))?.holder).toBe('casemanager-aalst-2')
    expect((await read(loket, other.reference))?.holder).toBe('casemanager-aalst')
    expect(await auditOf(loket, `DOSSIER#${one.reference}`)).toEqual(['coordinator-aalst andere_casemanager'])
    const mails = (await loket.items('loket')).filter(({ pk }) => pk === `OUTBOX#${one.reference}`)
    expect(mails.map(({ notification }) => notification)).toContainEqual(
      expect.objectContaining({ kind: 'taak', why: 'toegewezen', person: 'casemanager-aalst-2' }),
    )
  })

  it('geeft alles in één keer, en zegt wat niet kon', async () => {
    const loket = await startTestWorkspace()
    const states = ['toegewezen', 'overleg_gehouden', 'in_opvolging']
    const moved = await Promise.all(states.map((state) => held(loket, { state })))
    const visitor = loket.visitor()
    const involved = referenceIn(
      await (
        await visitor.get(await file(visitor, { tafel: { 'betrokkenen[1].dienst': 'Sociale dienst OCMW Aalst' } }))
      ).text(),
    )
    const coordinator = await loket.as('Coördinator Aalst')
    const dossier = await read(loket, involved ?? '')
    if (!dossier) throw new Error('Not filed')
    await coordinator.post(`/werkruimte/dossier/${involved}/toewijzen`, {
      persoon: 'casemanager-aalst',
      revision: String(dossier.revision),
      bij: '',
    })
    expect((await read(loket, involved ?? ''))?.holder).toBe('casemanager-aalst')
    const after = locationOf(await coordinator.post(`${ill}/overdragen`, { alles: 'ja', naar: 'casemanager-aalst-2' }))
    const text = await textOf(coordinator, after)
    expect(text).toContain('3 dossiers zijn overgedragen. Deze zijn gebleven waar ze waren:')
    expect(text).toMatch(new RegExp(`${involved} .*de gekozen persoon werkt bij een betrokken dienst`))
    for (const { reference } of moved) expect((await read(loket, reference))?.holder).toBe('casemanager-aalst-2')
    expect((await read(loket, involved ?? ''))?.holder).toBe('casemanager-aalst')
  })

  it('geeft ook een dossier door dat op de aanvrager wacht', async () => {
    const loket = await startTestWorkspace()
    const paused = { from: 'toegewezen', on: '2026-11-20' }
    const { reference } = await held(loket, { state: 'wacht_op_aanvrager', paused })
    const coordinator = await loket.as('Coördinator Aalst')
    await coordinator.post(`${ill}/overdragen`, { alles: 'ja', naar: 'casemanager-aalst-2' })
    expect(await read(loket, reference)).toMatchObject({
      holder: 'casemanager-aalst-2',
      state: 'wacht_op_aanvrager',
      paused,
    })
  })

  it('terug naar de lijst vraagt waarom, en bewaart dat verzegeld', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await held(loket)
    const coordinator = await loket.as('Coördinator Aalst')
    const without = await coordinator.post(`${ill}/overdragen`, { alles: 'ja', naar: 'lijst' })
    expect([without.status, errorsIn(await without.text())]).toEqual([
      422,
      ['Schrijf waarom de dossiers terug naar de lijst gaan'],
    ])
    const fields = { dossier: reference, naar: 'lijst', toelichting: 'Ziek tot Nieuwjaar, zei Kanarie.' }
    await coordinator.post(`${ill}/overdragen`, fields)
    expect(await read(loket, reference)).toMatchObject({ state: 'ingediend' })
    expect((await read(loket, reference))?.holder).toBeUndefined()
    expect(JSON.stringify(await loket.items('loket'))).not.toContain('Kanarie')
    const kept = await loket.deps.dossierFiles.read(reference, loket.clock.now)
    expect(await loket.deps.unseal(reference, kept?.lines[0]?.sealed ?? '')).toMatchObject({
      notitie: 'Ziek tot Nieuwjaar, zei Kanarie.',
    })
  })

  it('bewaart waarom ook bij wie het overneemt: de bladzijde belooft het', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await held(loket)
    const coordinator = await loket.as('Coördinator Aalst')
    const fields = { alles: 'ja', naar: 'casemanager-aalst-2', toelichting: 'Ziek tot Nieuwjaar, zei Kanarie.' }
    await coordinator.post(`${ill}/overdragen`, fields)
    const kept = await loket.deps.dossierFiles.read(reference, loket.clock.now)
    expect([kept?.dossier.holder, kept?.lines]).toMatchObject(['casemanager-aalst-2', [{ who: 'coordinator-aalst' }]])
    expect(JSON.stringify(await loket.items('loket'))).not.toContain('Kanarie')
    expect(await loket.deps.unseal(reference, kept?.lines[0]?.sealed ?? '')).toMatchObject({
      notitie: 'Ziek tot Nieuwjaar, zei Kanarie.',
    })
  })

  it.each([
    [{}, ['Kies minstens één dossier, of draag alles over', 'Kies wie de dossiers krijgt']],
    [{ alles: 'ja' }, ['Kies wie de dossiers krijgt']],
    [{ alles: 'ja', naar: 'organisator' }, ['Kies wie de dossiers krijgt']],
    [{ alles: 'ja', naar: 'casemanager-aalst' }, ['Kies wie de dossiers krijgt']],
  ])('%j: zegt wat er ontbreekt', async (fields, messages) => {
    const loket = await startTestWorkspace()
    const { reference } = await held(loket)
    const answer = await (await loket.as('Coördinator Aalst')).post(`${ill}/overdragen`, fields)
    expect([answer.status, errorsIn(await answer.text())]).toEqual([422, messages])
    expect((await read(loket, reference))?.holder).toBe('casemanager-aalst')
  })

  it('laat staan wat een ander net verplaatste, en wat van een ander netwerk is', async () => {
    const loket = await startTestWorkspace()
    const mine = await held(loket)
    const foreign = await place(loket, { network: 'limburg', state: 'toegewezen', holder: 'casemanager-aalst' })
    const taken = await held(loket, { holder: 'casemanager-aalst-2' })
    const coordinator = await loket.as('Coördinator Aalst')
    const dossier = [mine, foreign, taken].map(({ reference }) => reference)
    const after = locationOf(await coordinator.post(`${ill}/overdragen`, { dossier, naar: 'casemanager-aalst-2' }))
    const text = await textOf(coordinator, after)
    expect(text).toContain('1 dossier is overgedragen.')
    for (const { reference } of [foreign, taken])
      expect(text).toContain(`${reference} is intussen niet meer van deze persoon`)
    expect((await read(loket, foreign.reference))?.holder).toBe('casemanager-aalst')
  })

  it('kijkt opnieuw als iemand het dossier op hetzelfde moment verplaatst', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await held(loket)
    const connection = between(loket.connection, async () => {
      const casemanager = await loket.as('Casemanager Aalst')
      const revision = String((await read(loket, reference))?.revision)
      const asking = { revision, bij: 'casemanager-aalst', toelichting: 'Welke dag past?' }
      await casemanager.post(`/werkruimte/dossier/${reference}/wachten`, asking)
    })
    Object.assign(loket.deps, { dossiers: createDossiers(connection) })
    const coordinator = await loket.as('Coördinator Aalst')
    await coordinator.post(`${ill}/overdragen`, { alles: 'ja', naar: 'casemanager-aalst-2' })
    expect(await read(loket, reference)).toMatchObject({ state: 'wacht_op_aanvrager', holder: 'casemanager-aalst-2' })
  })
})

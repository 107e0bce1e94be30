/** Who comes, what changes of who is there, and who leaves: nothing is left behind, and no network is without a coordinator. */
import { beforeEach, describe, expect, it } from 'vitest'
import { findNetwork } from '../../forms/index.ts'
import { rolesIn } from '../../forms/network-roles.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import { bindingItems, createIdentities } from '../../functions/shared/store/identities.ts'
import { openPostOffice } from '../mailer/post-office.ts'
import { errorsIn } from '../support/lco.ts'
import { dossierOf, keep } from '../support/place-dossiers.ts'
import { type Fields, locationOf, readPage, sendPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { refOf, startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const mensen = '/werkruimte/beheer/mensen'
const nieuw = `${mensen}/nieuw`
const second = `${mensen}/casemanager-aalst-2`
const lotte: Fields = {
  naam: 'Lotte Voorbeeld',
  rol: 'casemanager',
  dienst: 'Wijkgezondheidscentrum Voorbeeld',
  email: 'lotte@wgc.example',
  telefoon: '0478/12.34.57',
  plaatsvervanger: 'casemanager-aalst',
}
let work: TestWorkspace
let aalst: Visitor
beforeEach(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z'), content: 'stored' })
  aalst = await work.as('Coördinator Aalst')
})

const network = findNetwork('aalst')
async function stored() {
  if (!network) throw new Error('There is no Aalst')
  return (await work.deps.openContentChanges()).stored(network)
}
const people = async () => (await stored()).content.people
async function letIn(fields: Fields = {}): Promise<string> {
  const location = locationOf(await sendPage(aalst, nieuw, { ...lotte, ...fields }))
  return /mensen\/(p[0-9a-f]{12})\/uitnodiging\//.exec(location)?.[1] ?? ''
}

describe('wie erbij komt', () => {
  it('staat in de lijst met wat er ingevuld werd, en krijgt een uitnodiging gemaild', async () => {
    const id = await letIn()
    expect((await people()).at(-1)).toEqual({
      ...{ id, name: 'Lotte Voorbeeld', role: 'casemanager', employer: 'Wijkgezondheidscentrum Voorbeeld' },
      ...{ email: 'lotte@wgc.example', phone: '0478 12 34 57', standIn: 'casemanager-aalst' },
    })
    expect((await readPage(aalst, mensen)).words).toContain('Lotte Voorbeeld')
    // By another process, that read the network a moment ago.
    const contents = createContents(work.connection, () => work.clock.now)
    const office = openPostOffice(work.connection, { clock: work.clock, contents })
    await office.sweep()
    const [mail] = await office.received()
    expect([mail?.destinations, mail?.email.subject]).toEqual([
      ['lotte@wgc.example'],
      'Uw toegang tot de werkruimte · LCO Aalst',
    ])
    const path = /https:\/\/loket\.example(\/werkruimte\/toegang\/\S+)/.exec(mail?.email.text ?? '')?.[1]
    expect(path).toBeDefined()
  })

  it('heeft bij afwezigheid de gewone plaatsvervanger ingevuld', async () => {
    const { html } = await readPage(aalst, `${mensen}/${await letIn()}`)
    expect(html).toMatch(/name="vervanger" value="casemanager-aalst" checked/)
  })

  it('heeft een id dat niets zegt, en dat nergens anders van is', async () => {
    const [one, other] = [await letIn(), await letIn({ email: 'lotte2@wgc.example' })]
    expect(one).not.toBe(other)
    expect(JSON.stringify(work.log)).not.toMatch(/lotte|Voorbeeld/i)
  })

  it('kan meteen binnen, ook in een proces dat het netwerk net las', async () => {
    const other = createContents(work.connection, () => work.clock.now)
    if (network) await other.of(network)
    const id = await letIn()
    const member = await import('../../functions/workspace/sign-in/session.ts')
    expect(await member.memberOf({ contents: other }, { network: 'aalst', person: id })).toMatchObject({
      person: { name: 'Lotte Voorbeeld' },
    })
  })

  it.each([
    ['aalst', ['coordinator', 'casemanager', 'organisator']],
    ['zottegem', ['coordinator', 'casemanager', 'organisator']],
    ['ota', ['coordinator', 'bemiddelaar', 'organisator']],
    ['bierbeek', ['coordinator', 'organisator']],
  ])('krijgt een rol die er in %s is', (slug, roles) => {
    const found = findNetwork(slug)
    expect(found && rolesIn(found)).toEqual(roles)
  })

  it.each<[string, Fields, string]>([
    ['zonder naam', { naam: '' }, 'Vul de naam in'],
    ['zonder rol', { rol: '' }, 'Kies wat deze persoon doet'],
    ['een rol die er niet is', { rol: 'directeur' }, 'Kies wat deze persoon doet'],
    ['een rol van een ander netwerk', { rol: 'bemiddelaar' }, 'Kies wat deze persoon doet'],
    ['geen adres', { email: 'lotte' }, 'Dit adres is niet volledig'],
    [
      'een adres dat iemand al heeft',
      { email: 'casemanager@lco-aalst.example' },
      'Casemanager Aalst heeft dit adres al',
    ],
    ['geen nummer', { telefoon: '12' }, 'te kort'],
    ['een vervanger die er niet is', { plaatsvervanger: 'niemand-hier' }, 'Kies iemand uit de lijst'],
    ['een naam die niemand ziet', { naam: '\u200B' }, 'Vul de naam in'],
    ['een te lange naam', { naam: 'x'.repeat(81) }, '1 teken te veel'],
  ])('%s: 422, wat getypt is blijft, en niemand komt erbij', async (_, fields, message) => {
    const before = await people()
    const response = await sendPage(aalst, nieuw, { ...lotte, ...fields })
    const html = await response.text()
    expect([response.status, errorsIn(html).length]).toEqual([422, 1])
    expect(wordsIn(html)).toContain(message)
    expect(html).toContain('Wijkgezondheidscentrum Voorbeeld')
    expect(await people()).toEqual(before)
  })
})

describe('wat er van iemand verandert', () => {
  it('staat erna overal, en in de geschiedenis van wat naar wat; één druk zet het terug', async () => {
    await sendPage(aalst, `${second}/wijzigen`, { telefoon: '053 99 99 99', dienst: 'CAW Nieuw' })
    const page = await readPage(aalst, second)
    expect(page.words).toContain('053 99 99 99')
    expect(page.words).toContain('Dienst, Telefoon')
    const change = /href="(\/werkruimte\/beheer\/wijzigingen\/2)"/.exec(page.html)?.[1] ?? ''
    expect((await readPage(aalst, change)).words).toMatch(
      /Coördinator Aalst wijzigde.*Dienst: van OCMW Aalst naar CAW Nieuw.*Telefoon: van 053 00 00 03 naar 053 99 99 99/,
    )
    expect(locationOf(await sendPage(aalst, change, {}))).toBe(`${change}?klaar=terug`)
    expect((await readPage(aalst, second)).words).toContain('053 00 00 03')
    expect((await readPage(aalst, '/werkruimte/beheer/wijzigingen')).words).toContain('Coördinator Aalst zette terug')
    // Put back once; there is nothing to put back any more.
    expect((await sendPage(aalst, change, {})).status).toBe(409)
  })

  it('twee tegelijk: de tweede leest wat de eerste deed, houdt wat hij typte, en kan dan bewaren', async () => {
    const path = `${second}/wijzigen`
    const { html } = await readPage(aalst, path)
    const revisie = /name="revisie" value="(\d+)"/.exec(html)?.[1] ?? ''
    await sendPage(aalst, path, { telefoon: '053 11 11 11' })
    const mine = { ...lotte, naam: 'Tweede casemanager Aalst', email: 'casemanager2@lco-aalst.example', revisie }
    const late = await aalst.post(path, mine)
    const words = wordsIn(await late.clone().text())
    expect(late.status).toBe(409)
    expect(words).toContain('Telefoon: van 053 00 00 03 naar 053 11 11 11')
    const page = await late.text()
    expect(page).toContain('0478/12.34.57')
    const now = /name="revisie" value="(\d+)"/.exec(page)?.[1] ?? ''
    expect((await aalst.post(path, { ...mine, revisie: now })).status).toBe(303)
  })

  it('een ander veranderen staat niemand in de weg', async () => {
    const { html } = await readPage(aalst, `${second}/wijzigen`)
    const revisie = /name="revisie" value="(\d+)"/.exec(html)?.[1] ?? ''
    await sendPage(aalst, `${mensen}/casemanager-aalst/wijzigen`, { telefoon: '053 11 11 11' })
    const mine = { ...lotte, email: 'casemanager2@lco-aalst.example', revisie }
    expect((await aalst.post(`${second}/wijzigen`, mine)).status).toBe(303)
  })

  it('de laatste coördinator blijft coördinator', async () => {
    const response = await sendPage(aalst, `${mensen}/coordinator-aalst/wijzigen`, { rol: 'casemanager' })
    expect(response.status).toBe(422)
    expect(wordsIn(await response.text())).toContain('Dit is de laatste coördinator met een account')
  })

  it('wie dossiers heeft, wordt geen organisator', async () => {
    await keep(work.connection, await dossierOf(work, { state: 'toegewezen', holder: 'casemanager-aalst-2' }))
    const response = await sendPage(aalst, `${second}/wijzigen`, { rol: 'organisator' })
    expect([response.status, wordsIn(await response.text())]).toEqual([
      422,
      expect.stringContaining('Draag eerst over'),
    ])
  })
})

describe('wie weggaat', () => {
  async function bind(name: string) {
    const { client, PutCommand } = await work.connection.dynamo()
    for (const Item of bindingItems(refOf(name), `account ${name}`, work.clock.now.toISOString()))
      await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
  }

  it('is meteen nergens meer aangemeld, staat niet meer in de lijst, en blijft bij naam bij wat gebeurd is', async () => {
    await bind('Tweede casemanager Aalst')
    const colleague = await work.as('Tweede casemanager Aalst')
    expect((await colleague.get('/werkruimte')).status).toBe(200)
    expect(locationOf(await sendPage(aalst, `${second}/weg`, {}))).toBe(`${mensen}?klaar=weg`)
    expect((await colleague.get('/werkruimte')).status).not.toBe(200)
    expect((await readPage(aalst, second)).status).toBe(404)
    expect(await createIdentities(work.connection).isBound(refOf('Tweede casemanager Aalst'))).toBe(false)
    const { content, gone } = await stored()
    expect([content.left, gone]).toEqual([
      [{ id: 'casemanager-aalst-2', name: 'Tweede casemanager Aalst' }],
      ['casemanager-aalst-2'],
    ])
    expect((await readPage(aalst, '/werkruimte/beheer/wijzigingen')).words).toContain(
      'Mensen: Tweede casemanager Aalst: weg',
    )
  })

  it('met dossiers: eerst overdragen', async () => {
    await keep(work.connection, await dossierOf(work, { state: 'toegewezen', holder: 'casemanager-aalst-2' }))
    expect((await readPage(aalst, `${second}/weg`)).words).toContain('heeft nog 1 dossier')
    const response = await aalst.post(`${second}/weg`, { revisie: '1' })
    expect([response.status, (await people()).some(({ id }) => id === 'casemanager-aalst-2')]).toEqual([409, true])
  })

  it('als laatste coördinator: niet', async () => {
    expect((await readPage(aalst, `${mensen}/coordinator-aalst/weg`)).words).toContain('laatste coördinator')
    expect((await aalst.post(`${mensen}/coordinator-aalst/weg`, { revisie: '1' })).status).toBe(409)
    expect((await aalst.get(mensen)).status).toBe(200)
  })

  it('van twee coördinatoren die elkaar tegelijk wegdoen, blijft er één', async () => {
    const id = await letIn({ rol: 'coordinator' })
    const { client, PutCommand } = await work.connection.dynamo()
    const ref = { network: 'aalst', person: id }
    for (const Item of bindingItems(ref, 'account van Lotte', work.clock.now.toISOString()))
      await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
    await bind('Coördinator Aalst')
    const again = await work.as('Coördinator Aalst')
    const both = await Promise.all([
      again.post(`${mensen}/${id}/weg`, { revisie: '2' }),
      again.post(`${mensen}/coordinator-aalst/weg`, { revisie: '2' }),
    ])
    expect(both.map(({ status }) => status).filter((status) => status === 303)).toHaveLength(1)
    expect((await people()).filter(({ role }) => role === 'coordinator')).toHaveLength(1)
  })

  it('komt terug met één druk, zonder account: wie terugkomt, wordt opnieuw uitgenodigd', async () => {
    await sendPage(aalst, `${second}/weg`, {})
    expect((await sendPage(aalst, '/werkruimte/beheer/wijzigingen/2', {})).status).toBe(303)
    expect((await readPage(aalst, second)).words).toContain('Dit account is nog niet gekoppeld')
    expect((await stored()).content.left).toEqual([])
  })
})

it('wie erbij kwam, gaat niet weg met één druk', async () => {
  const id = await letIn()
  const change = '/werkruimte/beheer/wijzigingen/2'
  expect((await readPage(aalst, change)).words).toContain('Dit gaat niet terug met één druk')
  expect((await aalst.post(change, { revisie: '2' })).status).toBe(409)
  expect((await people()).some((person) => person.id === id)).toBe(true)
})

it('een ander netwerk ziet en verandert niets, ook met het adres erbij', async () => {
  const limburg = await work.as('Coördinator Limburg')
  await sendPage(aalst, `${second}/wijzigen`, { telefoon: '053 99 99 99' })
  for (const path of [`${second}/wijzigen`, `${second}/weg`, '/werkruimte/beheer/wijzigingen/2'])
    expect([(await limburg.get(path)).status, (await limburg.post(path, { revisie: '2' })).status]).toEqual([404, 404])
})

it('wie hun bladwijzer van vroeger opent, komt er nog', async () => {
  expect((await aalst.get('/werkruimte/mensen')).status).toBe(308)
  expect(locationOf(await aalst.get('/werkruimte/mensen/casemanager-aalst'))).toBe(`${mensen}/casemanager-aalst`)
})

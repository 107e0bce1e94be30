/** One id from the form that is posted to every mail it causes: a question to the logs finds them all (docs/operate.md). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { undoMinutes } from '../../forms/kit/lifecycle/undo.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import { createHandler } from '../../functions/mailer/handler.ts'
import { outboxItemSchema } from '../../functions/shared/store/outbox-item.ts'
import { atTheEdge } from '../public/sdk-edge.ts'
import { loketOn, testUrl } from '../support/app.ts'
import { dossierOf, mailsOf as mailsOfDossier } from '../support/dossier.ts'
import { inviteeOf, putEvent, respond } from '../support/events.ts'
import { begin, fillIn, openVraag, referenceIn, vraagPath } from '../support/lco.ts'
import { createVisitor, locationOf, type Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { confirmation, openPostOffice, type PostOffice } from './post-office.ts'

let work: TestWorkspace
let office: PostOffice
beforeAll(async () => {
  work = await startTestWorkspace()
  office = openPostOffice(work.connection)
})
beforeEach(async () => {
  await sweep() // What an earlier test left to be sent.
  office.forget()
  office.letSes(() => true)
  work.log.length = 0
})

/** As the HTTP API hands a request to a function: with its own id of it. */
const behindGateway = (requestId: string) =>
  createVisitor(testUrl, (request) => work.fetch(request, { requestContext: { requestId } }))

async function sweep(later = 0, run = 'run'): Promise<void> {
  office.setClock(addSeconds(work.clock.now, later))
  const keys = await office.outbox.due(office.now(), 1000)
  await createHandler(office.deliver)({ keys, requestId: run })
}

/** A draft that only has to be sent. */
async function filledIn(visitor: Visitor): Promise<string> {
  const draft = await begin(visitor)
  await fillIn(visitor, draft)
  work.clock.later(60)
  work.log.length = 0
  return `${draft}/controle`
}

async function fileBehind(requestId: string): Promise<string> {
  const visitor = behindGateway(requestId)
  const receipt = locationOf(await visitor.post(await filledIn(visitor)))
  return referenceIn(await (await visitor.get(receipt)).text()) ?? ''
}

/** What the mailer wrote down about one request. */
const toldOf = (requestId: string) => office.log.filter(({ fields }) => fields.requestId === requestId)
const wordsOf = (requestId: string) =>
  toldOf(requestId)
    .map(({ message, fields }) => `${message}: ${fields.kind}`)
    .sort()
const storedBy = (log: readonly object[]) => log.map((line) => line as { requestId: string; reference?: string })

describe('een aanvraag', () => {
  it('geeft één regel, en elke mail draagt haar id, ook wie later vertrekt', async () => {
    const reference = await fileBehind('gateway-1=')
    expect(work.log).toEqual([
      { requestId: 'gateway-1=', reference, route: expect.stringMatching(/^\/aalst\/lco-aanvraag\/d\/:.+\/controle$/) },
    ])
    const mails = await mailsOfDossier(work, reference)
    expect(mails.map(({ requestId }) => requestId)).toEqual(mails.map(() => 'gateway-1='))
    await sweep()
    expect(wordsOf('gateway-1=')).toEqual(['Mail sent: ontvangen', 'Mail sent: triage'])
    office.forget()
    await sweep(3 * 86_400)
    expect(wordsOf('gateway-1=')).toContain('Mail sent: ongeopend')
  })

  it('wordt gevolgd door uitstel, aanhouden en opgeven', async () => {
    const reference = await fileBehind('gateway-2=')
    office.letSes(() => false)
    await sweep()
    expect(wordsOf('gateway-2=')).toEqual(['Mail postponed: ontvangen', 'Mail postponed: triage'])
    office.forget()
    await sweep(73 * 3600)
    expect(wordsOf('gateway-2=')).toContain('Mail given up after 72 hours: ontvangen')
    const key = await office.post({ subject: `${reference}-X`, notification: confirmation(reference), requestId: 'q' })
    await office.deliver([key])
    expect(wordsOf('q')).toEqual(['Mail held: ontvangen'])
  })

  it('zonder poort ervoor krijgt ze hier een id; twee tegelijk houden elk het hunne', async () => {
    const visitors = [work.visitor(), work.visitor(), work.visitor()]
    const checks: string[] = []
    for (const visitor of visitors) checks.push(await filledIn(visitor))
    await Promise.all(visitors.map((visitor, index) => visitor.post(checks[index] ?? '')))
    const lines = storedBy(work.log)
    expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(3)
    for (const { requestId, reference = '' } of lines) {
      expect(requestId).toMatch(/^[\w-]{12}$/)
      const mails = await mailsOfDossier(work, reference)
      expect(new Set(mails.map((mail) => mail.requestId))).toEqual(new Set([requestId]))
    }
  })

  it('een tweede druk op de knop en een bladzijde onderweg schrijven niets op', async () => {
    const visitor = work.visitor()
    const check = await filledIn(visitor)
    await visitor.post(check)
    await visitor.post(check)
    expect(work.log).toHaveLength(1)
    await fillIn(visitor, await begin(visitor))
    expect(work.log).toHaveLength(1)
  })
})

it('een vraag en een antwoord op een uitnodiging', async () => {
  const visitor = behindGateway('vraag=')
  const form = await openVraag(visitor)
  work.clock.later(60)
  await visitor.post(vraagPath, form)
  expect(work.log).toMatchObject([{ requestId: 'vraag=', reference: expect.stringMatching(/^VRG-/) }])
  const event = await putEvent(work.connection, {
    start: '2026-12-08T08:00:00.000Z',
    einde: '2026-12-08T11:00:00.000Z',
    deadline: '2026-12-01',
  })
  work.log.length = 0
  const answered = { ...work, visitor: () => behindGateway('rsvp=') }
  expect((await respond(answered, event)).status).toBe(303)
  expect(work.log).toEqual([{ requestId: 'rsvp=', reference: undefined, route: '/activiteiten/:slug' }])
  const invitee = await inviteeOf(work, event)
  await sweep()
  expect(wordsOf('vraag=')).toEqual(['Mail sent: ontvangen', 'Mail sent: triage'])
  expect(wordsOf('rsvp=')).toEqual(['Mail sent: activiteit-ja'])
  expect(JSON.stringify(work.log)).not.toContain(invitee?.id)
})

describe('in de werkruimte', () => {
  it('een zet en een mail die opnieuw vertrekt', async () => {
    const reference = await fileBehind('aanvraag=')
    await sweep()
    office.forget()
    work.log.length = 0
    const coordinator = await work.as('Coördinator Aalst')
    const path = `/werkruimte/dossier/${reference}`
    const { revision } = await dossierOf(work, reference)
    await coordinator.post(`${path}/toewijzen`, { revision: String(revision), bij: '', persoon: 'casemanager-aalst-2' })
    const [line] = storedBy(work.log)
    expect(work.log).toEqual([
      { requestId: line?.requestId, reference, route: '/werkruimte/dossier/:reference/:action' },
    ])
    await sweep(undoMinutes * 60)
    expect(wordsOf(line?.requestId ?? '')).toEqual(['Mail sent: stand', 'Mail sent: taak'])

    const [sent] = await mailsOfDossier(work, reference)
    const { client, PutCommand } = await work.connection.dynamo()
    const held = { ...sent, status: 'aangehouden', reason: 'dagplafond' }
    await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item: held }))
    work.log.length = 0
    office.forget()
    await coordinator.post(`${path}/mail/${sent?.mailId}/opnieuw`)
    const [again] = storedBy(work.log)
    expect(again?.reference).toBe(reference)
    await sweep()
    expect(toldOf(again?.requestId ?? '')).toHaveLength(1)
  })
})

it('de code van een foutpagina staat naast het id', async () => {
  const broken = atTheEdge(work.connection, ({ command }, send) => {
    if (command === 'TransactWriteCommand') throw new Error('down')
    return send()
  })
  const visitor = work.visitor()
  const check = await filledIn(visitor)
  const failing = loketOn(broken, work.clock.now)
  const { fetch } = failing
  const behind = {
    ...failing,
    visitor: (cookies?: Map<string, string>) =>
      createVisitor(testUrl, (request) => fetch(request, { requestContext: { requestId: 'fout=' } }), cookies),
  }
  const page = await visitor.tabAt(behind).post(check)
  expect(page.status).toBe(503)
  const [, incident] = /code: ([0-9a-f]{8})/.exec(await page.text()) ?? []
  expect(failing.log).toMatchObject([{ incident, requestId: 'fout=' }])
})

describe('het uurwerk', () => {
  it('geeft zijn eigen id door: welke ronde een mail doorgaf, staat erbij', async () => {
    await fileBehind('gateway-3=')
    await sweep(0, 'ronde-1')
    expect(toldOf('gateway-3=').map(({ fields }) => fields.sweep)).toEqual(['ronde-1', 'ronde-1'])
  })

  it('neemt ook mails en rondes van voor deze ids', async () => {
    const key = await office.post({ subject: 'LCO-OUD', notification: confirmation('LCO-OUD') }, 'jan@dienst.be')
    const stored = outboxItemSchema.parse(await office.stored(key))
    expect(stored.requestId).toBeUndefined()
    await createHandler(office.deliver)({ keys: [key] })
    expect(office.log).toMatchObject([{ message: 'Mail sent', fields: { requestId: undefined, sweep: undefined } }])
  })
})

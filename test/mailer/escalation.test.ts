/** What must happen by itself when nobody does anything, over real tables with a clock that is set (docs/domain.md §4, §7). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serviceOf } from '../../forms/index.ts'
import type { Command } from '../../forms/kit/lifecycle/asks.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { decide, opened } from '../../forms/kit/lifecycle/move.ts'
import { type MailPlan, withoutNow } from '../../forms/kit/post/mail.ts'
import { addMonths, addSeconds } from '../../forms/kit/time.ts'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { createDossierMails } from '../../functions/shared/store/dossier-mails.ts'
import { createDossiers } from '../../functions/shared/store/dossiers.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { mailKey, planKey } from '../../functions/shared/store/keys.ts'
import { loketOn, type TestLoket } from '../support/app.ts'
import { demoContent, demoPerson } from '../support/content.ts'
import { startDynamo } from '../support/dynamodb.ts'
import { begin, fillIn, referenceIn } from '../support/lco.ts'
import { openDaysFor } from '../support/open-days.ts'
import { locationOf, type Visitor } from '../support/visitor.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'

const found = serviceOf({ network: 'aalst', form: 'lco-aanvraag' })
if (!found) throw new Error('The data files changed')
const service = found
const content = demoContent('aalst')
const coordinator = demoPerson('coordinator-aalst')
const deputy = 'plaatsvervanger@lco-aalst.example'
const triage = 'aanvragen@lco-aalst.example'
const casemanager = 'casemanager@lco-aalst.example'
const boss = 'coordinator@lco-aalst.example'

let connection: Connection<Tables>
let office: PostOffice
let sweep: () => Promise<number>
let stop: () => Promise<void>
beforeAll(async () => {
  const engine = await startDynamo()
  ;({ connection, stop } = engine)
  office = openPostOffice(connection)
  sweep = createSweep({
    outbox: office.outbox,
    wake: async (keys) => expect(await office.deliver(keys)).toEqual([]),
    now: office.now,
  })
})
afterAll(() => stop())

interface Filed {
  reference: string
  visitor: Visitor
  loket: TestLoket
  status: string
}

/** Files a request at an instant and sends its first two mails. */
async function filedAt(instant: string): Promise<Filed> {
  const loket = loketOn(connection, new Date(instant))
  const visitor = loket.visitor()
  const draft = await begin(visitor.tabAt(loketOn(connection, addSeconds(new Date(instant), -600))))
  await fillIn(visitor, draft, { changes: { praktisch: { voor_datum: addMonths(instant.slice(0, 10), 2) } } })
  const path = locationOf(await visitor.post(`${draft}/controle`))
  const page = await (await visitor.get(path)).text()
  await passTo(instant)
  sent = []
  const status = /href="(\/status\/[^"]+)"/.exec(page)?.[1] ?? ''
  return { reference: referenceIn(page) ?? '', visitor, loket, status }
}

const read = async (reference: string): Promise<Dossier> => {
  const dossier = await createDossiers(connection).read(reference, office.now())
  if (!dossier) throw new Error(`${reference} is gone`)
  return dossier
}
const store = async (before: Dossier, { dossier, mails }: { dossier: Dossier; mails: MailPlan }) => {
  const audit = { auditId: `${before.reference}-${dossier.revision}`, now: office.now(), auditDays: 365 }
  const about = {
    before,
    after: dossier,
    mails: withoutNow(mails),
    counts: [],
    audit: { who: 'x', what: 'y' },
    ...audit,
  }
  expect(await createDossiers(connection).move(about)).toBe('moved')
}
/** What a person does; the mails of the move itself are left out: here it is about what comes by itself. */
async function act(reference: string, action: string, changes: Partial<Command> = {}) {
  const before = await read(reference)
  const filledIn = { person: 'casemanager-aalst', offer: 'caw', drempels: ['geen'], explained: true }
  const made = decide(service, content, before, { by: coordinator, ...filledIn, action, ...changes }, office.now())
  if (made.kind === 'refused') throw new Error(`${action}: ${made.reason}`)
  await store(before, made)
}
const open = async (reference: string) => {
  const before = await read(reference)
  await store(before, opened(service, await openDaysFor(service.network.slug), before, office.now()))
}

/** Time passes, as the clockwork sees it: every due instant in order. */
async function passTo(instant: string) {
  const until = new Date(instant)
  for (let due = await office.outbox.nextDue(until); due; due = await office.outbox.nextDue(until)) {
    if (due > office.now()) office.setClock(due)
    sent.push(...(await sweepAndRead()))
  }
  office.setClock(until)
}
let sent: string[] = []
async function sweepAndRead(): Promise<string[]> {
  office.forget()
  await sweep()
  const at = office.now().toISOString()
  return (await office.received()).map(({ destinations, email }) => `${at} ${destinations} ${email.subject}`)
}
/** Mails about one request since the last time, with the instant. */
function about(reference: string): string[] {
  const own = sent.filter((line) => line.endsWith(reference)).map((line) => line.replace(` · ${reference}`, ''))
  sent = []
  return own
}
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString()

describe('een aanvraag die niemand opent', () => {
  it.each([
    ['op vrijdagavond', '2026-12-11T19:00:00.000Z', '2026-12-15T08:00:00.000Z'],
    ['in het weekend', '2026-12-19T12:00:00.000Z', '2026-12-22T08:00:00.000Z'],
    ['voor Kerstmis', '2026-12-23T10:00:00.000Z', '2026-12-28T08:00:00.000Z'],
    ['voor Pasen en het zomeruur', '2027-03-25T10:00:00.000Z', '2027-03-30T07:00:00.000Z'],
    ['op maandag', '2027-04-12T07:00:00.000Z', '2027-04-14T07:00:00.000Z'],
  ])(
    '%s: na twee werkdagen om negen uur hoort de plaatsvervanger het, geen milliseconde vroeger',
    async (_, at, due) => {
      const { reference } = await filedAt(at)
      await passTo(later(due, -1))
      expect(about(reference).filter((line) => line.includes('Nog niet'))).toEqual([])
      await passTo(due)
      expect(about(reference)).toEqual([`${due} ${deputy} Nog niet geopend`])
      await passTo(later(due, 1))
      expect(about(reference)).toEqual([])
      await act(reference, 'afsluiten')
    },
  )

  it('geopend: de plaatsvervanger hoort niets; is het antwoord te laat, dan horen de coördinatoren het, en nog eens', async () => {
    const { reference } = await filedAt('2027-05-03T08:00:00.000Z')
    await open(reference)
    // Five working days: Ascension, 6 May, does not count.
    await passTo('2027-05-12T06:59:59.999Z')
    expect(about(reference)).toEqual([])
    await passTo('2027-05-12T07:00:00.000Z')
    expect(about(reference)).toEqual([`2027-05-12T07:00:00.000Z ${triage} De dag is voorbij`])
    await open(reference) // Somebody else looks: it is not told a second time, and it is no sign of life.
    await passTo('2027-05-18T06:59:59.999Z')
    expect(about(reference)).toEqual([])
    // Whit Monday, 17 May, does not count.
    await passTo('2027-05-20T07:00:00.000Z')
    expect(about(reference)).toEqual([`2027-05-18T07:00:00.000Z ${boss} Een dossier blijft liggen`])
    await act(reference, 'afsluiten')
  })

  it('de klok springt over alles heen: elke mail één keer, in volgorde, op zijn eigen uur', async () => {
    const { reference } = await filedAt('2027-06-07T08:00:00.000Z')
    await passTo('2028-01-03T08:00:00.000Z')
    expect(about(reference)).toEqual([
      `2027-06-09T07:00:00.000Z ${deputy} Nog niet geopend`,
      `2027-06-15T07:00:00.000Z ${triage} De dag is voorbij`,
      // Three working days later, and then every fifteen, for as long as nothing happens.
      ...[
        ...['2027-06-18T07', '2027-07-09T07', '2027-08-02T07', '2027-08-23T07', '2027-09-13T07'],
        ...['2027-10-04T07', '2027-10-25T07', '2027-11-17T08', '2027-12-08T08', '2027-12-29T08'],
      ].map((hour) => `${hour}:00:00.000Z ${boss} Een dossier blijft liggen`),
    ])
    await act(reference, 'afsluiten')
  })

  it('de veger lag stil: wat in één keer moet, gaat in één keer, elk één keer', async () => {
    const { reference } = await filedAt('2028-02-07T08:00:00.000Z')
    office.setClock(new Date('2028-09-01T08:00:00.000Z'))
    sent.push(...(await sweepAndRead()), ...(await sweepAndRead()))
    expect(about(reference).map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      `${deputy} Nog niet geopend`,
      `${triage} De dag is voorbij`,
      `${boss} Een dossier blijft liggen`,
    ])
    await act(reference, 'afsluiten')
  })

  it('ingetrokken: geen enkele mail meer', async () => {
    const { reference } = await filedAt('2028-10-02T08:00:00.000Z')
    await act(reference, 'intrekken', { by: 'aanvrager' })
    await passTo('2029-06-01T08:00:00.000Z')
    expect(about(reference)).toEqual([])
  })
})

describe('een dossier dat iemand heeft', () => {
  it('niemand belt: wie het heeft hoort het, dan de coördinator; na een stap begint het opnieuw', async () => {
    const { reference } = await filedAt('2029-06-04T08:00:00.000Z')
    await act(reference, 'toewijzen') // A Monday: call by Wednesday.
    await passTo('2029-06-25T08:00:00.000Z')
    expect(about(reference)).toEqual([
      `2029-06-07T07:00:00.000Z ${casemanager} De dag is voorbij`,
      `2029-06-12T07:00:00.000Z ${boss} Een dossier blijft liggen`,
    ])
    await act(reference, 'verlengen') // A Monday again.
    await passTo('2029-06-29T08:00:00.000Z')
    expect(about(reference)).toEqual([
      `2029-06-26T07:00:00.000Z ${casemanager} De dag is voorbij`,
      `2029-06-29T07:00:00.000Z ${boss} Een dossier blijft liggen`,
    ])
    await act(reference, 'afsluiten')
  })

  it('de evaluatie: op de dag zelf om negen uur, ook als ze verschoven is', async () => {
    const { reference } = await filedAt('2030-06-03T08:00:00.000Z')
    await act(reference, 'toewijzen')
    await act(reference, 'overleg_plannen', { date: '2030-06-10' })
    await act(reference, 'overleg_gehouden')
    await act(reference, 'opvolgen', { date: '2030-07-01' })
    await act(reference, 'opvolgen', { date: '2030-07-08' })
    await passTo('2030-08-01T08:00:00.000Z')
    expect(about(reference)).toEqual([
      `2030-07-08T07:00:00.000Z ${casemanager} Vandaag te doen`,
      `2030-07-09T07:00:00.000Z ${casemanager} De dag is voorbij`,
      `2030-07-12T07:00:00.000Z ${boss} Een dossier blijft liggen`,
    ])
    await act(reference, 'afsluiten')
  })

  it('veertien dagen voor het wissen hoort wie het had het, met de datum', async () => {
    const { reference } = await filedAt('2030-09-02T08:00:00.000Z')
    await act(reference, 'toewijzen')
    await act(reference, 'afsluiten')
    await passTo('2030-11-17T08:00:00.000Z')
    expect(about(reference)).toEqual([`2030-11-17T08:00:00.000Z ${casemanager} Een dossier wordt binnenkort gewist`])
    const [letter] = (await office.received()).filter(({ email }) => email.subject?.endsWith(reference))
    expect(letter?.email.text).toContain(
      'Dit dossier wordt gewist op zondag 1 december 2030. Bewaar in uw eigen dossier wat u nog nodig hebt.',
    )
    expect((await read(reference)).ttl).toBe(Date.parse('2030-12-01T08:00:00.000Z') / 1000)
  })

  it('heropend: er wordt niets gewist, dus ook niets over gezegd', async () => {
    const { reference } = await filedAt('2030-12-02T08:00:00.000Z')
    await act(reference, 'toewijzen')
    await act(reference, 'afsluiten')
    await act(reference, 'heropenen')
    await passTo('2031-03-01T08:00:00.000Z')
    expect(about(reference).filter((line) => line.includes('gewist'))).toEqual([])
    await act(reference, 'afsluiten')
  })
})

describe('na een doorverwijzing', () => {
  it('tien werkdagen later vragen we de aanvrager of het lukte', async () => {
    const { reference } = await filedAt('2031-04-01T08:00:00.000Z')
    await act(reference, 'doorverwijzen')
    await act(reference, 'dienst_gebeld')
    // Easter Monday, 14 April 2031, does not count.
    await passTo('2031-04-16T06:59:59.999Z')
    expect(about(reference)).toEqual([])
    await passTo('2031-04-16T07:00:00.000Z')
    expect(about(reference)).toEqual([`2031-04-16T07:00:00.000Z noor@caw.example Is uw cliënt daar geraakt?`])
  })

  it('zei iemand het al, dan vragen we het niet meer', async () => {
    const { reference } = await filedAt('2031-05-05T08:00:00.000Z')
    await act(reference, 'doorverwijzen')
    await act(reference, 'aangekomen', { by: 'aanvrager' })
    await passTo('2031-06-30T08:00:00.000Z')
    expect(about(reference)).toEqual([])
  })
})

describe('een werker die sterft', () => {
  it('met een mail die intussen niet meer nodig is: ze vertrekt niet meer', async () => {
    const { reference } = await filedAt('2031-09-01T08:00:00.000Z')
    const due = '2031-09-03T07:00:00.000Z'
    await passTo(later(due, -1))
    office.setClock(new Date(due))
    await office.outbox.makeDue(planKey(reference), office.now(), openDaysFor)
    const taken = await office.outbox.claim(mailKey(reference, 'ongeopend-1'), office.now())
    expect(taken).toBeDefined()
    await open(reference)
    if (taken) await office.outbox.retryAt(taken, new Date(due)) // Its SES call failed after the take-back.
    office.wait(120)
    sent.push(...(await sweepAndRead()))
    await office.deliver([mailKey(reference, 'ongeopend-1')])
    expect(about(reference)).toEqual([])
    await act(reference, 'afsluiten')
  })

  it('anders neemt een andere ze een minuut later over, één keer', async () => {
    const { reference } = await filedAt('2031-10-06T08:00:00.000Z')
    const due = '2031-10-08T07:00:00.000Z'
    await passTo(later(due, -1))
    office.setClock(new Date(due))
    await office.outbox.makeDue(planKey(reference), office.now(), openDaysFor)
    await office.outbox.claim(mailKey(reference, 'ongeopend-1'), office.now())
    await passTo(later(due, 3_600_000))
    expect(about(reference)).toEqual([`2031-10-08T07:01:00.000Z ${deputy} Nog niet geopend`])
    await act(reference, 'afsluiten')
  })
})

it('een geplande mail die al uit het logboek is, komt niet als een leeg item terug', async () => {
  const { reference } = await filedAt('2031-11-03T08:00:00.000Z')
  await passTo('2031-11-05T08:00:00.000Z')
  expect(about(reference)).toHaveLength(1)
  const { client, DeleteCommand } = await connection.dynamo()
  await client.send(new DeleteCommand({ TableName: connection.tables.loket, Key: mailKey(reference, 'ongeopend-1') }))
  await act(reference, 'afsluiten')
  expect(await office.stored(mailKey(reference, 'ongeopend-1'))).toBeUndefined()
  const mails = await createDossierMails(connection).list(reference, office.now())
  expect(mails.filter(({ status, cancelled }) => status === 'wacht' && !cancelled)).toHaveLength(1)
})

describe('de aanvrager leest op de statuspagina', () => {
  it('wat waar is, op de milliseconde: de dag na de belofte, en dat het doorgegeven is zodra dat zo is', async () => {
    const { reference, visitor, status } = await filedAt('2031-12-01T09:00:00.000Z')
    const pageAt = async (instant: string) => {
      const page = await visitor.tabAt(loketOn(connection, new Date(instant))).get(status)
      return (await page.text()).replaceAll(/<[^>]*>/g, '')
    }
    const late = 'Dit duurt langer dan beloofd. Het spijt ons. Bel gerust: 053 00 00 00.'
    const passedOn = 'Dit duurt langer dan beloofd. Het spijt ons. Wij gaven dit door. Bel gerust: 053 00 00 00.'
    expect(await pageAt('2031-12-08T22:59:59.999Z')).toContain('Antwoord ten laatste op maandag 8 december 2031')
    expect(await pageAt('2031-12-08T23:00:00.000Z')).toContain(late)
    await passTo('2031-12-12T07:59:59.999Z')
    // Whoever must answer was reminded: that is passed on to nobody yet.
    expect(about(reference)).toEqual([
      `2031-12-03T08:00:00.000Z ${deputy} Nog niet geopend`,
      `2031-12-09T08:00:00.000Z ${triage} De dag is voorbij`,
    ])
    expect(await pageAt('2031-12-12T07:59:59.999Z')).toContain(late)
    await passTo('2031-12-12T08:00:00.000Z')
    expect(about(reference)).toEqual([`2031-12-12T08:00:00.000Z ${boss} Een dossier blijft liggen`])
    expect(await pageAt('2031-12-12T08:00:00.000Z')).toContain(passedOn)
    await act(reference, 'toewijzen')
    expect(await pageAt('2031-12-13T08:00:00.000Z')).not.toContain('langer dan beloofd')
    // And of who promised to call: from the day after, and passed on once the coordinator knows.
    expect(await pageAt('2031-12-16T22:59:59.999Z')).toContain('belt u')
    expect(await pageAt('2031-12-16T23:00:00.000Z')).toContain(late)
    await passTo('2031-12-22T07:59:59.999Z')
    expect(await pageAt('2031-12-22T07:59:59.999Z')).toContain(late)
    await passTo('2031-12-22T08:00:00.000Z')
    expect(about(reference)).toEqual([
      `2031-12-17T08:00:00.000Z ${casemanager} De dag is voorbij`,
      `2031-12-22T08:00:00.000Z ${boss} Een dossier blijft liggen`,
    ])
    expect(await pageAt('2031-12-22T08:00:00.000Z')).toContain(passedOn)
  })
})

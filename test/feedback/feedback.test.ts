/**
 * What SES tells of our mails, over a real outbox: in any order, more than once, too early and too late (docs/promises.md,
 * "Nothing lost").
 */
import { SendRawEmailCommand } from '@aws-sdk/client-ses'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Notification } from '../../forms/kit/post/notifications.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import { createFeedback } from '../../functions/feedback/handler.ts'
import { eventsOf, type MailEvent } from '../../functions/local/mail-events.ts'
import { createDossierMails } from '../../functions/shared/store/dossier-mails.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { createMailFates, type MailFates } from '../../functions/shared/store/mail-fates.ts'
import { createMarks } from '../../functions/shared/store/marks.ts'
import type { MailKey } from '../../functions/shared/store/outbox.ts'
import { outboxItemSchema } from '../../functions/shared/store/outbox-item.ts'
import { createOverlegs } from '../../functions/shared/store/overlegs.ts'
import { createQueue } from '../../functions/shared/store/queue.ts'
import { createReturnedInvitees } from '../../functions/shared/store/returned-invitees.ts'
import { sampleOf } from '../emails/samples.ts'
import { confirmation, noon, openPostOffice, type PostOffice, triage } from '../mailer/post-office.ts'
import { startDynamo } from '../support/dynamodb.ts'

let connection: Connection
let office: PostOffice
let stop: () => Promise<void>
let number = 0
let reference: string

beforeAll(async () => {
  const engine = await startDynamo()
  stop = engine.stop
  connection = engine.connection
  office = openPostOffice(connection)
})
afterAll(() => stop())
beforeEach(async () => {
  number += 1
  reference = `LCO-7K3M-9QX2-${number}`
  office.setClock(noon)
  await heard() // What an earlier test left to be sent.
  office.forget()
})

const feedback = (fates: MailFates = createMailFates(connection)) =>
  createFeedback({
    fates,
    outbox: office.outbox,
    returnedInvitees: createReturnedInvitees(connection),
    overlegs: createOverlegs(connection),
    marks: createMarks(connection),
    now: office.now,
    log: { info: logged, warn: logged, error: logged },
  })
const log: unknown[] = []
const logged = (message: string, fields: Record<string, unknown>) => void log.push({ message, fields })

/** What SES tells of the messages it took since the last `forget`, as if they went to this mailbox. */
function told(mailbox: 'bounce' | 'klacht' | 'jan' | 'afwezig'): MailEvent[] {
  return office.ses.commandCalls(SendRawEmailCommand).flatMap(({ args: [{ input }] }, index) =>
    eventsOf({
      ...{ at: office.now().toISOString(), messageId: `ses-${index}`, source: input.Source ?? '' },
      to: [`${mailbox}@dienst.example`],
      tags: Object.fromEntries((input.Tags ?? []).map(({ Name, Value }) => [Name, Value])),
    }),
  )
}

/** Sends one mail and gives its key. */
async function sent(notification: Notification, address?: string): Promise<MailKey> {
  const key = await office.post({ subject: reference, notification }, address)
  expect(await office.deliver([key])).toEqual([])
  return key
}
/** Sends what is due and gives who got a mail about a mail, and about which reference. */
async function heard(): Promise<string[]> {
  office.forget()
  await office.deliver(await office.outbox.due(office.now(), 1000))
  return (await office.received()).map(({ destinations, email }) => `${destinations} ${email.subject}`)
}
const deputy = 'plaatsvervanger@lco-aalst.example'
const coordinators = 'aanvragen@lco-aalst.example'
const permutations = <One>(all: readonly One[]): One[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, at) => permutations(all.toSpliced(at, 1)).map((rest) => [one, ...rest]))
/** In an order that is always the same. */
const shuffled = <One>(all: readonly One[]): One[] =>
  all
    .map((one, at) => ({ one, at: Math.imul(at + 1, 2_654_435_761) >>> 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)

it('100 van 100 teruggekomen mails aan coördinatoren: in de werkruimte en bij de plaatsvervanger, elk één keer', async () => {
  const queue = createQueue(connection)
  const before = await queue.countTroubledMails('aalst', noon)
  const keys: MailKey[] = []
  const handle = feedback()
  const waiting: MailEvent[] = []
  for (let index = 0; index < 100; index += 1) {
    office.setClock(addSeconds(noon, index * 3600)) // Within the cap on mails about new requests.
    office.forget()
    const subject = `LCO-HOND-ERD0-${index}`
    const key = await office.post({ subject, notification: triage(subject) })
    keys.push(key)
    // Of every third one SES tells before the mail is marked as sent.
    const early = index % 3 === 0
    const sending = office.worker({
      ...office.outbox,
      sent: async (mail, how) => {
        if (early) for (const event of told('bounce')) await handle(event)
        return office.outbox.sent(mail, how)
      },
    })
    await sending([key])
    waiting.push(...told('jan'), ...told('bounce'))
  }
  const events = shuffled([...waiting, ...waiting, ...waiting])
  while (events.length > 0) await Promise.all(events.splice(0, 20).map(handle))

  for (const key of keys)
    expect(await office.stored(key)).toMatchObject({ status: 'verstuurd', fate: 'niet_aangekomen' })
  expect(await queue.countTroubledMails('aalst', noon)).toBe(before + 100)
  const expected = keys.map((_, index) => `${deputy} Niet aangekomen · LCO-HOND-ERD0-${index}`).sort()
  expect((await heard()).sort()).toEqual(expected)
  for (const event of waiting) await handle(event)
  expect(await heard()).toEqual([])
}, 60_000)

describe('wat SES vertelt, in welke volgorde ook', () => {
  const stories = {
    'is aangekomen': [['jan'], 'aangekomen'],
    'kwam terug na aankomst': [['jan', 'bounce'], 'niet_aangekomen'],
    'kwam aan, en kreeg een automatisch antwoord': [['afwezig'], 'aangekomen'],
    'werd ongewenst genoemd': [['bounce', 'klacht'], 'klacht'],
  } as const

  it.each(Object.entries(stories))('%s', async (_, [mailboxes, fate]) => {
    for (const events of permutations((await once(mailboxes)).events)) {
      const { key, events: own } = await once(mailboxes)
      for (const { detail } of [...events, ...events]) {
        const same = own.find((event) => event.detail.eventType === detail.eventType)
        if (same) await feedback()(same)
      }
      expect(await office.stored(key)).toMatchObject({ status: 'verstuurd', fate })
    }
  })

  /** One mail and all that is told of it, each once. */
  async function once(mailboxes: readonly ('bounce' | 'klacht' | 'jan' | 'afwezig')[]) {
    office.forget()
    const key = await sent(triageTask())
    const events = mailboxes.flatMap(told)
    return {
      key,
      events: events.filter((one, at) => events.findIndex((other) => kindOf(other) === kindOf(one)) === at),
    }
  }
  const kindOf = ({ detail }: MailEvent) => detail.eventType

  it('zonder de volgorde van goed naar slecht gaat het mis, dus deze test kan falen', async () => {
    const key = await sent(triageTask())
    const careless: MailFates = {
      ...createMailFates(connection),
      mark: async ({ pk, sk }, { fate, at }) => {
        const { client, UpdateCommand } = await connection.dynamo()
        const ExpressionAttributeValues = { ':fate': fate, ':at': at }
        const change = { UpdateExpression: 'SET fate = :fate, fateAt = :at', ExpressionAttributeValues }
        await client.send(new UpdateCommand({ TableName: connection.tables.loket, Key: { pk, sk }, ...change }))
        return true
      },
    }
    for (const event of [...told('bounce'), ...told('jan')]) await feedback(careless)(event)
    expect(await office.stored(key)).toMatchObject({ fate: 'aangekomen' })
  })

  it.each([
    ['Permanent', 'General', 'niet_aangekomen'],
    ['Undetermined', 'Undetermined', 'niet_aangekomen'],
    ['Transient', 'MailboxFull', 'niet_aangekomen'],
    ['Transient', 'General', undefined],
  ])('een bounce %s, %s: %s', async (bounceType, bounceSubType, fate) => {
    const key = await sent(triageTask())
    for (const event of told('bounce')) {
      const bounce = { bounceType, bounceSubType, timestamp: noon.toISOString() }
      await feedback()({ ...event, detail: { ...event.detail, bounce } })
    }
    expect((await office.stored(key))?.fate).toBe(fate)
    expect(await heard()).toHaveLength(fate ? 1 : 0)
  })
})

const triageTask = (): Notification => ({ ...sampleOf('taak'), reference, to: 'triage' }) as Notification

describe('een mail die opnieuw verstuurd is', () => {
  const again = async (key: MailKey) => {
    office.wait(60)
    const mail = outboxItemSchema.parse(await office.stored(key))
    const act = { network: 'aalst', who: 'p', auditId: `a${office.now().getTime()}`, now: office.now(), auditDays: 1 }
    expect(await createDossierMails(connection).sendAgain(mail, act)).toBe(true)
  }
  const tell = async (events: MailEvent[]) => {
    for (const event of events) await feedback()(event)
  }

  it('wordt niet meer getekend door wat SES nog vertelt van de vorige keer', async () => {
    const key = await sent(triageTask())
    const old = told('klacht')
    await tell(told('bounce'))
    expect(await heard()).toHaveLength(1)
    await again(key)
    await tell(old)
    expect((await office.stored(key))?.fate).toBeUndefined()
    await office.deliver([key])
    await tell(old)
    expect(await office.stored(key)).toMatchObject({ status: 'verstuurd' })
    expect((await office.stored(key))?.fate).toBeUndefined()
    expect(await heard()).toEqual([])
  })

  it('en opnieuw terugkomt: weer in het rood, en weer een mail, ook al vertelt SES het te vroeg', async () => {
    const key = await sent(triageTask())
    await tell(told('bounce'))
    await heard()
    await again(key)
    office.forget()
    const early = office.worker({
      ...office.outbox,
      sent: async (mail, how) => {
        await tell(told('bounce'))
        return office.outbox.sent(mail, how)
      },
    })
    await early([key])
    expect(await office.stored(key)).toMatchObject({ status: 'verstuurd', fate: 'niet_aangekomen', rij: 'aalst#post' })
    expect(await heard()).toEqual([`${deputy} Niet aangekomen · ${reference}`])
  })
})

describe('wie het hoort', () => {
  const about = { network: 'aalst', form: 'lco-aanvraag', linkVersion: 1 }
  const holder = 'casemanager-aalst'
  const returned = (aan: 'aanvrager' | 'triage', to: 'triage' | 'plaatsvervanger'): Notification => ({
    ...{ kind: 'niet-aangekomen', network: 'aalst', reference: 'LCO-7K3M-9QX2-4T', aan, to, fate: 'niet_aangekomen' },
  })

  it.each<[string, Notification, string[]]>([
    ['triage: de plaatsvervanger', sampleOf('triage'), [deputy]],
    ['een medewerker: de plaatsvervanger', sampleOf('taak'), [deputy]],
    ['een uitnodiging: de plaatsvervanger', sampleOf('toegang'), [deputy]],
    ['het overzicht: de plaatsvervanger', sampleOf('triage-overzicht'), [deputy]],
    ['de plaatsvervanger: de coördinatoren', sampleOf('ongeopend'), [coordinators]],
    ['de aanvrager, van niemand: de coördinatoren', sampleOf('ontvangen'), [coordinators]],
    ['de aanvrager, van een casemanager: die', sampleOf('stand'), ['casemanager@lco-aalst.example']],
    ['een melding over de aanvrager: de plaatsvervanger', returned('aanvrager', 'triage'), [deputy]],
    ['een melding over een collega: niemand meer', returned('triage', 'plaatsvervanger'), []],
    ['een link naar een concept: niemand', sampleOf('verder'), []],
  ])('%s', async (_, notification, expected) => {
    const address = notification.to === 'aanvrager' ? `aanvrager${number}@dienst.example` : undefined
    const key = await sent(notification, address)
    const events = told('bounce')
    for (const event of [...events, ...events]) await feedback()(event)
    expect((await heard()).map((line) => line.split(' ')[0])).toEqual(expected)
    const stored = await office.stored(key)
    expect(stored).toMatchObject({ fate: 'niet_aangekomen' })
    expect(stored?.rij).toBe('draft' in notification ? undefined : 'aalst#post')
  })

  it('een klacht na een bounce is dezelfde mail, en geen tweede', async () => {
    await sent({ ...confirmation(reference), ...about } as Notification, `twee${number}@dienst.example`)
    for (const event of [...told('bounce'), ...told('klacht')]) await feedback()(event)
    expect(await heard()).toEqual([`${coordinators} Niet aangekomen · ${reference}`])
  })

  it('een klacht: in andere woorden', async () => {
    await sent({ ...sampleOf('stand'), reference, holder } as Notification, `klacht${number}@dienst.example`)
    for (const event of told('klacht')) await feedback()(event)
    expect(await heard()).toEqual([`casemanager@lco-aalst.example Ongewenst · ${reference}`])
  })
})

it('als SES het verzenden stopt: één regel die zegt wat mensen merken, en er vertrekt niets door', async () => {
  log.length = 0
  for (const sending of ['paused', 'allowed']) await feedback()({ detail: { sending } })
  expect(log).toEqual([
    { message: 'Sending is paused by SES', fields: { forPeople: expect.stringContaining('Nobody gets mail') } },
    { message: 'Sending is allowed again', fields: {} },
  ])
  expect(await heard()).toEqual([])
})

describe('wat misgaat', () => {
  it('stopt het halverwege, dan doet de volgende poging de rest, met één mail', async () => {
    const key = await sent(triageTask())
    const events = told('bounce')
    const broken = { ...createMailFates(connection), mark: () => Promise.reject(new Error('DynamoDB is down')) }
    for (const event of events) await expect(feedback(broken)(event)).rejects.toThrow('DynamoDB is down')
    for (const event of events) await feedback()(event)
    expect(await office.stored(key)).toMatchObject({ fate: 'niet_aangekomen' })
    expect(await heard()).toHaveLength(1)
  })

  it('over een mail die er niet meer is, valt niets te doen', async () => {
    await sent(triageTask())
    for (const event of told('bounce')) {
      const { mail } = event.detail as { mail: { tags: Record<string, string[]> } }
      const tags = { ...mail.tags, 'loket-onderwerp': ['LCO-GEWI-ST00-00'] }
      await feedback()({ ...event, detail: { ...event.detail, mail: { ...mail, tags } } })
    }
    expect(await heard()).toEqual([])
  })

  it('een mail over een mail draagt het id van het verzoek dat ze allebei veroorzaakte', async () => {
    log.length = 0
    const key = await office.post({ subject: reference, notification: triage(reference), requestId: 'gateway-1=' })
    await office.deliver([key])
    for (const event of told('bounce')) await feedback()(event)
    expect(log).toMatchObject([{ message: 'Mail marked', fields: { requestId: 'gateway-1=' } }])
    await heard()
    expect(office.log).toMatchObject([{ message: 'Mail sent', fields: { requestId: 'gateway-1=' } }])
  })

  it.each([{}, { detail: { eventType: 'Open' } }, { detail: { eventType: 'Delivery', delivery: {}, mail: {} } }])(
    'wat niemand begrijpt, is een fout die een mens te zien krijgt: %j',
    async (event) => {
      await expect(feedback()(event)).rejects.toThrow()
    },
  )

  it('schrijft geen adres en geen concept in het logboek, en mailt geen adres', async () => {
    log.length = 0
    const draft = { ...sampleOf('verder'), draft: 'geheimconcept' } as Notification
    const key = await office.post({ subject: 'geheimconcept', notification: draft }, 'jan.peeters@dienst.be')
    await office.deliver([key])
    await sent(confirmation(reference), 'jan.peeters@dienst.be')
    for (const event of [...told('bounce'), ...told('afwezig')]) await feedback()(event)
    expect(log.length).toBeGreaterThan(3)
    await heard()
    const letters = (await office.received()).map(({ email }) => email.text)
    expect(letters).toHaveLength(1)
    expect(JSON.stringify([log, letters])).not.toMatch(/jan|peeters|dienst\.(be|example)|geheimconcept/)
  })
})

import { SendRawEmailCommand } from '@aws-sdk/client-ses'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Notification } from '../../forms/kit/post/notifications.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import { readLinkToken } from '../../functions/shared/links.ts'
import { sampleOf } from '../emails/samples.ts'
import { startDynamo } from '../support/dynamodb.ts'
import {
  confirmation,
  from,
  noon,
  openPostOffice,
  type PostOffice,
  refusal,
  secrets,
  throttling,
  triage,
} from './post-office.ts'

let office: PostOffice
let stop: () => Promise<void>
/** Each test is about a dossier of its own. */
let reference: string
/** And an address of its own: one address gets twenty mails a day. */
let address: string
let number = 100

beforeAll(async () => {
  const engine = await startDynamo()
  stop = engine.stop
  office = openPostOffice(engine.connection)
})
afterAll(() => stop())
beforeEach(() => {
  number += 1
  reference = `LCO-7K3M-9QX2-${number}`
  address = `jan${number}@dienst.be`
  office.forget()
  office.setClock(noon)
  office.letSes(() => true)
})

const postConfirmation = (to?: string) => office.post({ subject: reference, notification: confirmation(reference) }, to)

describe('een account is gekoppeld', () => {
  it.each<[string, Notification, string, string]>([
    ['de persoon', sampleOf('gekoppeld'), 'organisator@lco-aalst.example', 'Was u dit niet? Bel meteen 053 00 00 00.'],
    [
      'wie uitnodigde',
      sampleOf('gekoppeld-uitnodiger'),
      'coordinator@lco-aalst.example',
      'Het account van Organisator is gekoppeld',
    ],
    [
      'wie Loket beheert nodigde de eerste uit: de coördinatoren',
      { ...sampleOf('gekoppeld-uitnodiger'), person: 'beheer' } as Notification,
      'aanvragen@lco-aalst.example',
      'Kies daar “Koppel los”',
    ],
  ])('%s hoort het op het adres dat het netwerk kent', async (_, notification, to, words) => {
    const key = await office.post({ subject: `TOEGANG-${number}`, notification })
    await office.deliver([key])
    const [letter] = await office.received()
    expect(letter?.destinations).toEqual([to])
    expect(letter?.email.text).toContain(words)
    expect(letter?.email.text).toContain('een account bij Microsoft')
    expect(letter?.email.text).toContain('donderdag 20 mei 2021 om 14.05 uur')
  })
})

describe('een mail die vertrekt', () => {
  it('gaat naar het getypte adres, met alles erop en eraan', async () => {
    const key = await postConfirmation(address)
    expect(await office.deliver([key])).toEqual([])
    const [letter, ...others] = await office.received()
    expect(others).toEqual([])
    expect(letter?.destinations).toEqual([address])
    expect(letter?.email).toMatchObject({
      from: { name: 'Loket – LCO Aalst', address: from },
      to: [{ address: address }],
      replyTo: [{ address: 'lco@lco-aalst.example' }],
      subject: `Uw aanvraag is ontvangen · ${reference}`,
    })
    expect(await office.stored(key)).toMatchObject({ status: 'verstuurd', sentAt: noon.toISOString(), attempts: 1 })
  })

  it('gaat naar SES met één bestemming, afzender en configuratie', async () => {
    await office.deliver([await postConfirmation(address)])
    const [call] = office.ses.commandCalls(SendRawEmailCommand)
    expect(call?.args[0].input).toMatchObject({
      Source: from,
      Destinations: [address],
      ConfigurationSetName: 'loket',
    })
  })

  it('draagt een statuslink die bij deze aanvraag hoort', async () => {
    await office.deliver([await postConfirmation(address)])
    const [letter] = await office.received()
    const [, token] = /https:\/\/loket\.example\/status\/(\S+)/.exec(letter?.email.text ?? '') ?? []
    expect(readLinkToken(secrets.linkKeys, 'status', token ?? '')).toEqual({ id: reference, version: 1 })
  })

  it('gaat naar de coördinatie als het triage is', async () => {
    await office.deliver([await office.post({ subject: reference, notification: triage(reference) })])
    const [letter] = await office.received()
    expect(letter?.destinations).toEqual(['aanvragen@lco-aalst.example'])
    expect(letter?.email.text).toContain(`https://loket.example/werkruimte/dossier/${reference}`)
  })

  it('gaat één keer, ook als twee verzenders hem tegelijk krijgen', async () => {
    const key = await postConfirmation(address)
    await Promise.all(Array.from({ length: 5 }, () => office.worker()([key, key])))
    expect(await office.received()).toHaveLength(1)
  })

  it('gaat na een minuut alsnog als de verzender stierf', async () => {
    const key = await postConfirmation(address)
    await office.outbox.claim(key, noon)
    await office.deliver([key])
    expect(await office.received()).toHaveLength(0)
    office.wait(60)
    await office.deliver([key])
    expect(await office.received()).toHaveLength(1)
  })

  it('wacht op zijn tijd', async () => {
    const notification: Notification = {
      kind: 'verloopt',
      to: 'aanvrager',
      network: 'aalst',
      form: 'lco-aanvraag',
      draft: 'concept1',
      linkVersion: 1,
      expiresAt: addSeconds(noon, 2 * 86_400).toISOString(),
    }
    const post = { subject: reference, notification, dueAt: addSeconds(noon, 3600) }
    const key = await office.post(post, address)
    await office.deliver([key])
    expect(await office.received()).toHaveLength(0)
    office.wait(3600)
    await office.deliver([key])
    expect(await office.received()).toHaveLength(1)
  })
})

describe('een mail die blijft liggen', () => {
  it.each([
    ['zonder adres', undefined],
    ['met twee adressen', 'jan@dienst.be, piet@elders.be'],
    ['met een adres in een naam', '"jan@dienst.be, piet"@elders.be'],
    ['met een kopregel in het adres', 'jan@dienst.be\r\nBcc: piet@elders.be'],
    ['met een komma', 'jan@dienst.be,piet@elders.be'],
  ])('%s wordt aangehouden', async (_, typed) => {
    const key = await postConfirmation(typed)
    expect(await office.deliver([key])).toEqual([])
    expect(await office.received()).toHaveLength(0)
    expect(await office.stored(key)).toMatchObject({ status: 'aangehouden', reason: 'geen-adres' })
  })

  it('van een verdachte aanvraag blijft onaangeroerd', async () => {
    const post = { subject: reference, notification: confirmation(reference), held: 'verdacht' as const }
    const key = await office.post(post, address)
    const before = await office.stored(key)
    await office.deliver([key])
    expect(await office.received()).toHaveLength(0)
    expect(await office.stored(key)).toEqual(before)
  })
})

it.each(["o'neil+x@dienst.be", 'a@xn--bcher-kva.be'])('verstuurt naar %s', async (typed) => {
  await office.deliver([await postConfirmation(typed)])
  expect((await office.received()).map(({ destinations }) => destinations)).toEqual([[typed]])
})

describe('een mail die SES niet neemt', () => {
  it.each(['Throttling', 'TimeoutError', 'MessageRejected', 'ServiceUnavailable'])(
    '%s: over 30 seconden opnieuw',
    async (name) => {
      office.letSes(() => {
        throw refusal(name)
      })
      const key = await postConfirmation(address)
      expect(await office.deliver([key])).toEqual([])
      expect(await office.stored(key)).toMatchObject({ status: 'wacht', dueAt: addSeconds(noon, 30).toISOString() })
      office.letSes(() => true)
      office.wait(29)
      await office.deliver([key])
      expect(await office.received()).toHaveLength(0)
      office.wait(1)
      await office.deliver([key])
      expect(await office.received()).toHaveLength(1)
    },
  )

  it('is na 72 uur mislukt, met één foutregel', async () => {
    office.letSes(() => false)
    const key = await postConfirmation(address)
    office.wait(72 * 3600 - 1)
    await office.deliver([key])
    expect(await office.stored(key)).toMatchObject({ status: 'wacht' })
    office.forget()
    office.wait(1)
    await office.deliver([key])
    expect(await office.stored(key)).toMatchObject({ status: 'mislukt', reason: 'opgegeven', attempts: 2 })
    expect(office.log).toEqual([
      {
        level: 'error',
        message: 'Mail given up after 72 hours',
        fields: expect.objectContaining({ reference, kind: 'ontvangen', error: 'Throttling' }),
      },
    ])
  })

  it.each(['AccountSendingPausedException', 'ConfigurationSetSendingPausedException'])(
    '%s: wacht zolang het duurt, met een foutregel die zegt wat mensen merken',
    async (name) => {
      const paused = () => {
        throw refusal(name)
      }
      office.letSes(paused)
      const key = await postConfirmation(address)
      await office.deliver([key])
      for (const hours of [1, 30, 72, 80, 200]) {
        office.setClock(addSeconds(noon, hours * 3600))
        await office.deliver([key])
        expect([hours, (await office.stored(key))?.status]).toEqual([hours, 'wacht'])
      }
      expect(office.log).toHaveLength(6)
      for (const { level, message, fields } of office.log) {
        expect([level, message]).toEqual(['error', 'Sending is paused by SES'])
        expect(fields).toMatchObject({ error: name, forPeople: expect.stringContaining('Nobody gets mail') })
        expect(JSON.stringify(fields)).not.toContain('@')
      }
      // The first hitch after it does not give it up; 72 hours of hitches do.
      office.letSes(() => false)
      office.wait(3600)
      await office.deliver([key])
      expect(await office.stored(key)).toMatchObject({ status: 'wacht' })
      office.wait(72 * 3600)
      await office.deliver([key])
      expect(await office.stored(key)).toMatchObject({ status: 'mislukt', reason: 'opgegeven' })
    },
  )

  it('vertrekt na een pauze binnen het uur', async () => {
    office.letSes(() => {
      throw refusal('AccountSendingPausedException')
    })
    const key = await postConfirmation(address)
    office.setClock(addSeconds(noon, 100 * 3600))
    await office.deliver([key])
    office.letSes(() => true)
    office.wait(3600)
    await office.deliver([key])
    expect(await office.received()).toHaveLength(1)
  })

  it('wordt ook uitgesteld als hij niet op te maken is', async () => {
    const key = await office.post({ subject: reference, notification: triage(reference, 'nergens') })
    expect(await office.deliver([key])).toEqual([])
    expect(await office.stored(key)).toMatchObject({ status: 'wacht', dueAt: addSeconds(noon, 30).toISOString() })
  })
})

describe('als de opslag faalt', () => {
  it('geeft de sleutel terug en doet de andere mails wel', async () => {
    const broken = await postConfirmation(address)
    const whole = await postConfirmation(address)
    const deliver = office.worker({
      ...office.outbox,
      claim: (key, now) => {
        if (key.sk === broken.sk) throw new Error('DynamoDB is down')
        return office.outbox.claim(key, now)
      },
    })
    expect(await deliver([broken, whole])).toEqual([broken])
    expect(await office.received()).toHaveLength(1)
  })

  it('meldt dat een mail misschien twee keer aankomt', async () => {
    const key = await postConfirmation(address)
    const deliver = office.worker({ ...office.outbox, sent: async () => false })
    await deliver([key])
    expect(office.log).toMatchObject([{ level: 'warn', message: 'Mail sent after its lease: it may arrive twice' }])
  })
})

it('schrijft geen adres, token of concept in het logboek', async () => {
  const notification: Notification = {
    kind: 'verder',
    to: 'aanvrager',
    network: 'aalst',
    form: 'lco-aanvraag',
    draft: 'geheimconcept',
    linkVersion: 1,
    expiresAt: addSeconds(noon, 86_400).toISOString(),
  }
  const post = { subject: 'geheimconcept', notification, mailId: 'verder1' }
  const key = await office.post(post, 'jan.peeters@dienst.be')
  office.letSes(() => {
    throw throttling()
  })
  await office.deliver([key])
  office.letSes(() => true)
  office.wait(60)
  await office.deliver([key])
  expect(office.log.map(({ message }) => message)).toEqual(['Mail postponed', 'Mail sent'])
  expect(JSON.stringify(office.log)).not.toMatch(/jan|peeters|dienst\.be|geheimconcept/)
})

/**
 * Mail about requests never waits for mail about events (docs/decisions/010): with an SES that takes fourteen a second, and thousands
 * of confirmations before it.
 */
import { expect, it } from 'vitest'
import type { Invitee } from '../../forms/kit/events/rsvp.ts'
import { aboutInvitee } from '../../forms/kit/events/rsvp-mails.ts'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { createPacedDeliver } from '../../functions/mailer/pace.ts'
import type { MailKey } from '../../functions/shared/store/outbox.ts'
import { freshTables } from '../support/dynamodb.ts'
import { putEvent } from '../support/events.ts'
import { roundsOf } from '../support/rounds.ts'
import { confirmation, noon, openPostOffice } from './post-office.ts'

/** Mails a second that SES takes; that leave about events. */
const sesTakes = 14
const eventsPerSecond = 10
const answers = roundsOf(150, 5_000)
const requests = Math.ceil(answers / 50)
/** Milliseconds one mail takes the mailer, whatever becomes of it. */
const each = 30

it(`${answers} bevestigingen van een activiteit: een aanvraag ertussen vertrekt meteen, en daarna vertrekken ze allemaal`, async () => {
  const connection = await freshTables()
  const office = openPostOffice(connection, { eventsPerSecond })
  const event = await putEvent(connection, { start: '2021-06-08T07:00:00.000Z', einde: '2021-06-08T10:00:00.000Z' })
  const taken: number[] = []
  let refusals = 0
  const clock = () => office.now().getTime()
  office.letSes(() => {
    const full = taken.filter((at) => at > clock() - 1000).length >= sesTakes
    if (full) refusals += 1
    else taken.push(clock())
    return !full
  })

  const invitee = (id: string) =>
    ({ id, activiteit: event.slug, network: 'aalst', linkVersion: 1, revisie: 1 }) as Invitee
  const told = (number: number) =>
    office.post(
      {
        subject: `g${number}`,
        mailId: 'antwoord-1',
        notification: aboutInvitee(invitee(`g${number}`), 'activiteit-nee'),
      },
      `g${number}@dienst.example`,
    )
  const asked = (number: number) =>
    office.post({ subject: `LCO-${number}`, notification: confirmation(`LCO-${number}`) }, `a${number}@dienst.example`)
  const burst: MailKey[] = []
  for (let from = 0; from < answers; from += 50) {
    const some = Array.from({ length: Math.min(50, answers - from) }, (_, at) => told(from + at))
    burst.push(...(await Promise.all(some)), await asked(from / 50))
  }

  const waited: number[] = []
  for (const key of burst) {
    office.wait(each / 1000)
    const since = clock()
    await office.deliver([key])
    const { status, sentAt } = (await office.stored(key)) ?? {}
    if (key.pk.includes('LCO-')) waited.push(status === 'verstuurd' ? Date.parse(String(sentAt)) - since : Number.NaN)
  }
  expect(waited).toEqual(Array(requests).fill(0))
  expect(refusals).toBe(0)

  const { deliver, outbox } = office
  const wait = async (ms: number) => office.wait(ms / 1000)
  const paced = createPacedDeliver({ deliver, outbox, perSecond: eventsPerSecond, now: office.now, wait })
  const wake = async (keys: MailKey[]) => void (await paced(keys))
  const sweep = createSweep({ outbox, wake, paced: { wake, perSecond: eventsPerSecond }, now: office.now })
  const began = clock()
  // A try that failed comes again within a minute.
  for (let quiet = 0; quiet < 2; quiet += 1) {
    while ((await sweep()) > 0) quiet = 0
    office.wait(60)
  }
  const sent = (await office.received()).flatMap(({ destinations }) => destinations)
  process.stdout.write(
    `\n${answers} confirmations, ${requests} of requests among them: those at once, the others within ${Math.round((clock() - began) / 1000)} s\n`,
  )
  expect(refusals).toBe(0)
  expect(sent).toHaveLength(answers + requests)
  expect(new Set(sent).size).toBe(answers + requests)
}, 600_000)

it('zonder eigen pad weigert SES ook aanvragen: de proef merkt het', async () => {
  const connection = await freshTables()
  const office = openPostOffice(connection)
  const event = await putEvent(connection)
  let left = sesTakes
  office.letSes(() => {
    left -= 1
    return left >= 0
  })
  const keys: MailKey[] = []
  for (let number = 0; number < 20; number += 1) {
    const about = { id: `g${number}`, activiteit: event.slug, network: 'aalst', linkVersion: 1, revisie: 1 } as Invitee
    const notification = aboutInvitee(about, 'activiteit-nee')
    keys.push(await office.post({ subject: `g${number}`, notification }, `g${number}@dienst.example`))
  }
  const request = await office.post({ subject: 'LCO-1', notification: confirmation('LCO-1') }, 'a@dienst.example')
  await office.deliver([...keys, request])
  expect(await office.stored(request)).toMatchObject({ status: 'wacht' })
})

it('een paar tegelijk, en als er niets anders vertrekt: meteen', async () => {
  const office = openPostOffice(await freshTables(), { eventsPerSecond })
  const takes: boolean[] = []
  for (let number = 0; number < 6; number += 1) takes.push(await office.outbox.take(eventsPerSecond, noon))
  expect(takes).toEqual([true, true, true, true, false, false])
  expect(await office.outbox.take(eventsPerSecond, new Date(noon.getTime() + 99))).toBe(false)
  expect(await office.outbox.take(eventsPerSecond, new Date(noon.getTime() + 100))).toBe(true)
})

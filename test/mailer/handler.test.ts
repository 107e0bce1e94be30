import { describe, expect, it } from 'vitest'
import { createHandler } from '../../functions/mailer/handler.ts'
import type { MailKey } from '../../functions/shared/store/outbox.ts'

/** A mailer that cannot handle the mails named so. */
function mailerThatFails(...names: string[]) {
  const asked: MailKey[] = []
  const handler = createHandler(async (keys) => {
    asked.push(...keys)
    return keys.filter(({ sk }) => names.includes(sk))
  })
  return { asked, handler }
}

/** As DynamoDB Streams sends it, with more than we read. */
const record = (sequence: number, pk: string, sk: string, eventName = 'INSERT') => ({
  eventID: `id${sequence}`,
  eventName,
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-west-1',
  dynamodb: {
    ApproximateCreationDateTime: 1621505100,
    Keys: { pk: { S: pk }, sk: { S: sk } },
    SequenceNumber: String(sequence),
    SizeBytes: 100,
    StreamViewType: 'KEYS_ONLY',
  },
  eventSourceARN: 'arn:aws:dynamodb:eu-west-1:000000000000:table/loket/stream/2021',
})

describe('gewekt door de stroom', () => {
  it('verstuurt nieuwe mails en niets anders', async () => {
    const { asked, handler } = mailerThatFails()
    const answer = await handler({
      Records: [
        record(1, 'DOSSIER#LCO-1', 'DOSSIER'),
        record(2, 'OUTBOX#LCO-1', 'ADRES'),
        record(3, 'OUTBOX#LCO-1', 'MAIL#a'),
        record(4, 'OUTBOX#LCO-1', 'MAIL#a', 'MODIFY'),
        record(5, 'OUTBOX#LCO-1', 'MAIL#b', 'REMOVE'),
        record(6, 'OUTBOX#PLAFOND#x', '2021-05-20'),
        record(7, 'DOSSIER#LCO-1', 'MAIL#c'),
      ],
    })
    expect(asked).toEqual([{ pk: 'OUTBOX#LCO-1', sk: 'MAIL#a' }])
    expect(answer).toEqual({ batchItemFailures: [] })
  })

  it('meldt alleen wat niet te behandelen was', async () => {
    const { handler } = mailerThatFails('MAIL#b')
    const Records = ['a', 'b', 'c'].map((name, index) => record(index + 1, 'OUTBOX#LCO-1', `MAIL#${name}`))
    expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] })
  })
})

describe('gewekt door het uurwerk', () => {
  const keys = [{ pk: 'OUTBOX#LCO-1', sk: 'MAIL#a' }]

  it('verstuurt wat het krijgt', async () => {
    const { asked, handler } = mailerThatFails()
    await handler({ keys })
    expect(asked).toEqual(keys)
  })

  it('faalt zichtbaar als iets niet te behandelen was', async () => {
    const { handler } = mailerThatFails('MAIL#a')
    await expect(handler({ keys })).rejects.toThrow('1 mails could not be handled')
  })
})

it.each([undefined, {}, { keys: [{ pk: 1 }] }, { Records: [{ eventName: 'INSERT' }] }])(
  'weigert een andere vorm: %j',
  async (event) => {
    const { asked, handler } = mailerThatFails()
    await expect(handler(event)).rejects.toThrow()
    expect(asked).toEqual([])
  },
)

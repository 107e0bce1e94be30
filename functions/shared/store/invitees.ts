/** Invitees and their answers. One answer costs the same however many are invited: nothing here reads a whole event. */
import * as z from 'zod'
import { answerCounts } from '../../../forms/kit/events/answer-counts.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { type Invitee, inviteeSchema } from '../../../forms/kit/events/rsvp.ts'
import type { Mail, MailPlan } from '../../../forms/kit/post/mail.ts'
import { epochSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import { noteWritten } from '../request.ts'
import { countItems } from './count-items.ts'
import type { Connection } from './dynamo.ts'
import { addressEnds, newAddress, putInvitee } from './invitee-item.ts'
import { isKept } from './kept.ts'
import { addressTakenKey, inviteeKey } from './keys.ts'
import { mailItem, planItems } from './mail-plan.ts'
import { addressItem } from './outbox-item.ts'
import { type SeatChange, type SeatOptions, seatItems } from './seats.ts'
import { transact, unlessRefused } from './transact.ts'

const takenSchema = z.object({ genodigde: z.string() })

/** Somebody whose state changes, with the mails that follow. */
export interface Moved {
  /** Absent for somebody new. */
  before?: Invitee | undefined
  after: Invitee
  mails: MailPlan
}

export interface AnswerWrite extends Moved {
  event: LoketEvent
  /** The typed address of somebody new; absent when they left a number. */
  email?: string
  seat?: SeatChange | undefined
  now: Date
  options?: SeatOptions
}

export type Invitees = ReturnType<typeof createInvitees>

export function createInvitees({ dynamo, tables }: Connection) {
  const table = { TableName: tables.loket }

  const readItem = async (Key: Record<string, string>): Promise<unknown> => {
    const { client, GetCommand } = await dynamo()
    const { Item } = await client.send(new GetCommand({ ...table, Key, ConsistentRead: true }))
    return Item
  }

  const read = async (id: string, now: Date): Promise<Invitee | undefined> => {
    const item = await readItem(inviteeKey(id))
    return item && isKept(now)(item) ? inviteeSchema.parse(item) : undefined
  }

  return {
    /** Undefined when there is no such invitee, or no longer. */
    read,

    /** Who is on the list of an event with this address, by its HMAC. */
    async find(slug: string, adres: string, now: Date): Promise<Invitee | undefined> {
      const item = await readItem(addressTakenKey(slug, adres))
      return item ? read(takenSchema.parse(item).genodigde, now) : undefined
    },

    /** One transaction: the answer, the seat, the mails promised and taken back. `changed`: somebody was first, look again. */
    async answer(write: AnswerWrite): Promise<'stored' | 'changed'> {
      const { event, before, mails, email, seat, now, options } = write
      const after: Invitee = { ...write.after, inFigures: true }
      const cancelled = await transact(dynamo, [
        putInvitee(tables.loket, before, after),
        ...(before ? [] : newAddress(tables.loket, after, email)),
        ...(before ? addressEnds(tables.loket, before, after) : []),
        ...planItems(tables.loket, mails, { subject: after.id, now }),
        ...(seat ? seatItems(tables.loket, event.slug, seat, now, options) : []),
        ...countItems(tables.loket, answerCounts(event, before, after, now), after.id),
      ])
      return cancelled ? 'changed' : 'stored'
    },

    /** One mail to somebody who is on no list, such as a test to the organiser; the address is gone after a day. */
    async mailTo(email: string, subject: string, mail: Mail, now: Date): Promise<void> {
      const ttl = epochSeconds(now) + secondsPerDay
      await transact(dynamo, [
        { Put: { TableName: tables.loket, Item: { ...addressItem(subject, email), ttl } } },
        { Put: { TableName: tables.loket, Item: mailItem(subject, mail, now) } },
      ])
    },

    /** Puts one mail beside an answer that stays as it is; one with this id is never put twice. Whether it was put now. */
    async mail(subject: string, mail: Mail, now: Date): Promise<boolean> {
      const { client, PutCommand } = await dynamo()
      const Item = mailItem(subject, mail, now)
      const put = new PutCommand({ ...table, Item, ConditionExpression: 'attribute_not_exists(pk)' })
      const isPut = (await unlessRefused(client.send(put))) !== false
      if (isPut) noteWritten()
      return isPut
    },
  }
}

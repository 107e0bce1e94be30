/** Seats for tests: answers of several people, another number of seats, and what is true of an event then. */
import { randomBytes } from 'node:crypto'
import { capacityMeans } from '../../forms/event-capacity.ts'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { type Given, type Invitee, isSeated } from '../../forms/kit/events/rsvp.ts'
import { peopleAmong, waits } from '../../forms/kit/events/seats.ts'
import { addressOnEvent, storeAnswer } from '../../functions/shared/answer-flow.ts'
import { inCrowd, lookAgain } from '../../functions/shared/look-again.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { createFreedSeats } from '../../functions/shared/store/freed-seats.ts'
import { createInviteeLists } from '../../functions/shared/store/invitee-lists.ts'
import { createInvitees } from '../../functions/shared/store/invitees.ts'
import { createSeats } from '../../functions/shared/store/seat-hands.ts'
import type { Seats } from '../../functions/shared/store/seats.ts'
import { putSeatsRight } from '../../functions/workspace/events/promote.ts'
import { countTouched } from '../../functions/workspace/events/touched.ts'
import type { TestLoket } from './app.ts'
import { audit, inviteeOf } from './events.ts'

/** The event as it is now. */
export async function eventNow(loket: TestLoket, { slug }: { slug: string }): Promise<LoketEvent> {
  const event = await createEvents(loket.connection).read(slug)
  if (!event) throw new Error('No such event')
  return event
}

/** Somebody answers for as many people; until the form takes more than one. */
export function say(
  loket: TestLoket,
  event: LoketEvent,
  email: string,
  given: Partial<Given>,
  on: Connection<Tables> = loket.connection,
) {
  const id = randomBytes(16).toString('base64url')
  const adres = addressOnEvent(loket.secrets.addressKey, event.slug, email)
  return lookAgain(async () => {
    const who = (await inviteeOf(loket, event, email)) ?? { id, adres, bron: 'publiek' as const, email }
    const stored = await storeAnswer(
      { invitees: createInvitees(on), seats: createSeats(on) },
      {
        event: await eventNow(loket, event),
        who,
        given: { antwoord: 'ja', casus: false, ...given },
        now: loket.clock.now,
      },
    )
    return stored === 'changed' ? undefined : stored
  }, inCrowd)
}

const storesOf = (loket: TestLoket, on = loket.connection) => ({
  ...{ events: createEvents(on), invitees: createInvitees(on), lists: createInviteeLists(on), seats: createSeats(on) },
  now: () => loket.clock.now,
})

/** Puts the seats of an event right, as the werkruimte does after a change. */
export const putRight = (
  loket: TestLoket,
  { slug }: { slug: string },
  on: Connection<Tables> = loket.connection,
): Promise<void> => putSeatsRight(storesOf(loket, on), slug, new Date(loket.clock.now.getTime() + 1000))

/** As the werkruimte says what another number of seats means. */
export const asksFor = async (loket: TestLoket, event: LoketEvent, capaciteit: number | undefined) =>
  capacityMeans(await countTouched(storesOf(loket), event), event.capaciteit, capaciteit)

/** The organiser saves another number of seats; `undefined`: everybody is welcome. */
export async function setCapacity(loket: TestLoket, event: LoketEvent, capaciteit: number | undefined): Promise<void> {
  const { events } = storesOf(loket)
  await lookAgain(async () => {
    const before = await eventNow(loket, event)
    const { capaciteit: _was, ...rest } = before
    const after = { ...rest, ...(capaciteit === undefined ? {} : { capaciteit }), revisie: before.revisie + 1 }
    return (await events.change(before, after, undefined, { ...audit, now: loket.clock.now })) === 'stored' || undefined
  }, inCrowd)
}

/** A minute of the clockwork; gives the events it was told of. */
export async function tick(loket: TestLoket): Promise<string[]> {
  const slugs = await createFreedSeats(loket.connection).freed(loket.clock.now, 1000)
  for (const slug of slugs) await putRight(loket, { slug })
  return slugs
}

/** Everybody's answer beside the count: who sits and who waits, in people, and the line itself. */
export const truthOf = async (loket: TestLoket, event: { slug: string }) =>
  truthAmong(await loket.items('loket'), event, await createSeats(loket.connection).read(event.slug))

export function truthAmong(items: readonly Record<string, unknown>[], { slug }: { slug: string }, count?: Seats) {
  const people = items.filter(({ activiteit, sk }) => activiteit === slug && sk === 'GENODIGDE') as unknown as Invitee[]
  const ids = new Set(people.map(({ id }) => id))
  const waiting = new Set(people.filter(waits).map(({ id }) => id))
  const line = items.filter(({ pk, sk }) => pk === `PLAATSEN#${slug}` && String(sk).startsWith('WACHT#'))
  const places = new Set(line.map(({ place }) => place))
  const promoted = items
    .filter(({ mailId, subject }) => String(mailId).startsWith('plaats-') && ids.has(String(subject)))
    .map(({ subject }) => subject)
  return {
    ...peopleAmong(people),
    counted: count && { bezet: count.bezet, wachtend: count.wachtend },
    marked: count?.due !== undefined,
    /** Said yes and neither sits nor waits in the line, or both. */
    lost: people.filter((one) => one.antwoord === 'ja' && isSeated(one) === places.has(one.wacht)).length,
    /** In the line, and not waiting. */
    ghosts: line.filter(({ invitee }) => !waiting.has(String(invitee))).length,
    /** More than one mail that a seat came free. */
    twice: promoted.length - new Set(promoted).size,
  }
}

/** Seats where something is broken off, or somebody writes who knows no better: the clockwork puts them right (docs/decisions/010). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { seatsKey } from '../../functions/shared/store/keys.ts'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import { dying, passing } from '../support/dying-store.ts'
import { inviteeOf, kindsOf, mailsOf, pathOf, putEvent, respond } from '../support/events.ts'
import { eventNow, putRight, say, setCapacity, tick, truthOf } from '../support/seats.ts'

const april = new Date('2021-04-23T08:00:00Z')
let loket: TestLoket
let event: LoketEvent

beforeAll(async () => {
  loket = await startTestLoket(april)
})
beforeEach(() => {
  loket.clock.now = april
})

const person = (number: number) => `p${number}@dienst.example`
const begin = async (capaciteit: number | undefined, people: number) => {
  event = await putEvent(loket.connection, capaciteit === undefined ? {} : { capaciteit })
  for (let number = 1; number <= people; number += 1) {
    loket.clock.later(1)
    await say(loket, event, person(number), {})
  }
}
const promoted = async (number: number) => {
  const id = (await inviteeOf(loket, event, person(number)))?.id
  return kindsOf((await mailsOf(loket, event)).filter(({ subject }) => subject === id)).filter(
    (kind) => kind === 'plaats',
  )
}
const counts = async (bezet: number, wachtend: number) =>
  expect(await truthOf(loket, event)).toMatchObject({
    ...{ bezet, wachtend, counted: { bezet, wachtend } },
    ...{ lost: 0, ghosts: 0, twice: 0 },
  })

describe('wie een plaats teruggaf, wordt daarna afgebroken', () => {
  it.each([
    ['voor het uitdelen', 2, 'before'],
    ['met het uitdelen op zich genomen', 2, 'after'],
    ['voor de plaats gegeven is', 3, 'before'],
    ['erna, voor het weet dat het lukte', 3, 'after'],
    ['voor het zegt dat er niets meer is', 4, 'before'],
  ] as const)('%s: binnen een minuut heeft wie eerst wachtte de plaats, één keer', async (_, at, when) => {
    await begin(1, 3)
    const killed = dying(loket.connection, at, when)
    expect(await say(loket, event, person(1), { antwoord: 'nee' }, killed)).toBe('stored')
    expect((await truthOf(loket, event)).marked).toBe(true)
    loket.clock.later(60)
    expect(await tick(loket)).toContain(event.slug)
    await counts(1, 1)
    expect(await promoted(2)).toEqual(['plaats'])
    expect(await promoted(3)).toEqual([])
    expect(await tick(loket)).not.toContain(event.slug)
  })

  it('ook als iemand anders intussen een plaats teruggeeft', async () => {
    await begin(2, 5)
    await say(loket, event, person(1), { antwoord: 'nee' }, dying(loket.connection, 2, 'before'))
    await say(loket, event, person(2), { antwoord: 'nee' })
    await counts(2, 1)
    for (const number of [3, 4]) expect(await promoted(number)).toEqual(['plaats'])
  })

  it('wat een vorige versie bewaarde, met plaatsen vrij en mensen die wachten: het gaat verder', async () => {
    await begin(1, 3)
    const { client, PutCommand } = await loket.connection.dynamo()
    const limits = { capaciteit: 2, tot: event.start, sluit: event.start }
    const Item = { ...seatsKey(event.slug), ...limits, bezet: 1, wachtend: 2 }
    await client.send(new PutCommand({ TableName: loket.connection.tables.loket, Item }))
    await putRight(loket, event)
    await counts(2, 1)
    await say(loket, event, person(1), { antwoord: 'nee' })
    await counts(2, 0)
  })

  it('na de start deelt het uurwerk niets meer uit', async () => {
    await begin(1, 2)
    await say(loket, event, person(1), { antwoord: 'nee' }, dying(loket.connection, 2, 'before'))
    loket.clock.now = new Date(event.start)
    expect(await tick(loket)).toContain(event.slug)
    expect(await promoted(2)).toEqual([])
    await counts(0, 1)
    expect(await tick(loket)).not.toContain(event.slug)
  })

  it('tot op de laatste milliseconde wel', async () => {
    await begin(1, 2)
    await say(loket, event, person(1), { antwoord: 'nee' }, dying(loket.connection, 2, 'before'))
    loket.clock.now = new Date(Date.parse(event.start) - 1)
    await tick(loket)
    expect(await promoted(2)).toEqual(['plaats'])
  })
})

describe('het aantal plaatsen komt er achteraf bij', () => {
  it('wie op dat ogenblik schrijft zonder het te weten, telt bij de tweede keer', async () => {
    await begin(undefined, 3)
    let changed = false
    const late = passing(loket.connection, async (_, send) => {
      if (!changed) {
        changed = true
        await setCapacity(loket, event, 4)
        await putRight(loket, event)
      }
      return send()
    })
    await say(loket, event, person(4), { aantal: 2 }, late)
    expect(await truthOf(loket, event)).toMatchObject({ bezet: 5, counted: { bezet: 3 } })
    loket.clock.later(60)
    expect(await tick(loket)).toContain(event.slug)
    await counts(5, 0)
    await say(loket, event, person(5), {})
    await counts(5, 1)
    expect(await tick(loket)).not.toContain(event.slug)
  })

  it.each([1, 2, 3])('afgebroken bij schrijven %i: het uurwerk telt verder, en niemand telt twee keer', async (at) => {
    await begin(undefined, 30)
    await setCapacity(loket, event, 31)
    await expect(putRight(loket, event, dying(loket.connection, at, 'after'))).rejects.toThrow('killed')
    await say(loket, event, person(31), {})
    await say(loket, event, person(32), {})
    loket.clock.later(30)
    await tick(loket)
    await counts(31, 1)
    loket.clock.later(60)
    await tick(loket)
    await counts(31, 1)
  })

  it('met 40 antwoorden en vijf afzeggingen op hetzelfde ogenblik: niemand gaat verloren', async () => {
    await begin(undefined, 10)
    /** Whose page changed under their hands, sends it again. */
    const comes = async (number: number): Promise<void> => {
      const { status } = await respond(loket, event, { email: person(number) })
      if (status !== 303) await comes(number)
    }
    const crowd = Array.from({ length: 40 }, (_, number) => comes(11 + number))
    const gone = Array.from({ length: 5 }, (_, number) => say(loket, event, person(number + 1), { antwoord: 'nee' }))
    await Promise.all([...crowd, ...gone, setCapacity(loket, event, 30).then(() => putRight(loket, event))])
    loket.clock.later(100)
    await tick(loket)
    const truth = await truthOf(loket, event)
    await counts(truth.bezet, truth.wachtend)
    expect(truth.bezet + truth.wachtend).toBe(45)
    // More than thirty only when more said yes before there was a number.
    expect(truth.bezet).toBeGreaterThanOrEqual(30)
    expect((await eventNow(loket, event)).seatsSince).toBe(1)
    expect((await loket.visitor().get(pathOf(event))).status).toBe(200)
  })
})

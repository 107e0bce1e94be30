/**
 * Two hundred people at once while the number of seats goes up and down (docs/domain.md §6): nobody gets a seat that is not there,
 * and nobody is lost. The same without the conditions does over-book: the control.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import { passing } from '../support/dying-store.ts'
import { putEvent } from '../support/events.ts'
import { roundsOf } from '../support/rounds.ts'
import { putRight, say, setCapacity, tick, truthOf } from '../support/seats.ts'

const april = new Date('2021-04-23T08:00:00Z')
let loket: TestLoket

beforeAll(async () => {
  loket = await startTestLoket(april)
})

const person = (number: number) => `p${number}@dienst.example`
/** As the organiser saves them one after the other. */
const numbers = [12, 30, 8, 20]
const most = Math.max(...numbers)

/** Parties of one, two and three come; every fifth changes their mind, of the others every seventh comes alone. */
async function rush(event: LoketEvent, on: Connection<Tables>): Promise<void> {
  const comes = async (number: number) => {
    await say(loket, event, person(number), { aantal: 1 + (number % 3) }, on)
    if (number % 5 === 0) await say(loket, event, person(number), { antwoord: 'nee' }, on)
    if (number % 7 === 0 && number % 5 !== 0) await say(loket, event, person(number), { aantal: 1 }, on)
  }
  const saves = async () => {
    for (const capaciteit of numbers) {
      await setCapacity(loket, event, capaciteit)
      await putRight(loket, event, on)
    }
  }
  await Promise.all([...Array.from({ length: 200 }, (_, number) => comes(number)), saves()])
  loket.clock.later(60)
  await tick(loket)
}

describe('200 mensen tegelijk, terwijl het aantal plaatsen verandert', () => {
  it.each(Array.from({ length: roundsOf(1, 20) }, (_, index) => index + 1))(
    'nooit een plaats te veel, niemand kwijt, niemand twee keer (keer %i)',
    async () => {
      const event = await putEvent(loket.connection, { capaciteit: 10 })
      await rush(event, loket.connection)
      const truth = await truthOf(loket, event)
      expect(truth).toMatchObject({
        ...{ lost: 0, ghosts: 0, twice: 0, marked: false },
        counted: { bezet: truth.bezet, wachtend: truth.wachtend },
      })
      expect(truth.bezet).toBeLessThanOrEqual(most)
      expect(truth.wachtend).toBeGreaterThan(100)
    },
    200_000,
  )

  it('zonder de voorwaarden zijn het er te veel: de proef merkt het', async () => {
    const event = await putEvent(loket.connection, { capaciteit: 10 })
    await rush(event, withoutConditions(loket.connection))
    expect((await truthOf(loket, event)).bezet).toBeGreaterThan(most)
  }, 200_000)
})

/** The same store, without what keeps a seat for one person; every value of the condition is still named. */
const withoutConditions = (connection: Connection<Tables>): Connection<Tables> =>
  passing(connection, (command, send) => {
    const items = 'TransactItems' in command.input ? (command.input.TransactItems ?? []) : []
    for (const { Update } of items)
      if (Update && String(Update.Key?.pk).startsWith('PLAATSEN#') && Update.ExpressionAttributeValues?.[':now'])
        Update.ConditionExpression = `(${Update.ConditionExpression}) OR tot > :now`
    return send()
  })

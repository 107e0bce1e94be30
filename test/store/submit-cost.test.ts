/**
 * What sending a request costs (docs/costs.md). Units are counted by DynamoDB's own rules from what is stored: the engine on
 * this machine takes a whole transaction for one item, so its figure does not tell many small items from few.
 */
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loketOn, type TestLoket } from '../support/app.ts'
import { storeDemoContents } from '../support/content.ts'
import { startDynamo } from '../support/dynamodb.ts'
import { itemSize } from '../support/item-size.ts'
import { begin, fillIn } from '../support/lco.ts'

let loket: TestLoket
let stop: () => Promise<void>
beforeAll(async () => {
  const engine = await startDynamo()
  stop = engine.stop
  loket = loketOn(engine.connection, new Date('2026-11-23T09:00:00.000Z'), undefined, 'stored')
  await storeDemoContents(engine.connection, loket.clock.now)
})
afterAll(() => stop())

type Item = Record<string, unknown>

/** Everything that is asked of the engine from here on, and how many items each asks for. */
async function requests(): Promise<string[]> {
  const asked: string[] = []
  const { client } = await loket.connection.dynamo()
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const { TransactItems } = args.input as Partial<TransactWriteCommandInput>
        asked.push(`${commandName}${TransactItems ? ` ${TransactItems.length}` : ''}`)
        return next(args)
      },
    { step: 'initialize' },
  )
  return asked
}

const kilobytes = (item: Item) => Math.ceil(itemSize(item) / 1024)
/** A write in a transaction counts twice; each index the item is in counts too: whole in the queue, the others hold keys. */
const units = (item: Item) => 2 * kilobytes(item) + indexes(item)
const indexes = ({ due, rij, bij, applicant, ...item }: Item) =>
  (due ? 1 : 0) + (rij ? kilobytes(item) + 1 : 0) + (bij ? kilobytes(item) : 0) + (applicant ? 1 : 0)

it('een aanvraag versturen: het concept en de inhoud van het netwerk lezen, één transactie van tien items, hoogstens 46 schrijfeenheden', async () => {
  const visitor = loket.visitor()
  const draft = await begin(visitor)
  await fillIn(visitor, draft)
  loket.clock.later(600)
  const [typed = {}] = await loket.items('drafts')
  const asked = await requests()
  expect((await visitor.post(`${draft}/controle`)).status).toBe(303)
  // The draft, and what its network has: days on which it is closed. That is kept for half a minute.
  expect(asked).toEqual(['GetItemCommand', 'GetItemCommand', 'TransactWriteItemsCommand 10'])
  // In the place of the draft stands its tombstone, which costs what the larger of the two does; beside it the browser's own copy.
  const copies = (await loket.items('drafts')).filter(({ sent }) => sent === undefined)
  // What the network has was there before.
  const stored = (await loket.items('loket')).filter(({ pk }) => !/^(NETWERK|BEHEER)#/.test(String(pk)))
  const written = [typed, ...copies, ...stored]
  expect(written).toHaveLength(10)
  const sum = written.reduce((total, item) => total + units(item), 0)
  process.stdout.write(`\nThe submit: ${sum} write units\n`)
  expect(sum).toBeLessThanOrEqual(46)
})

it('binnen een halve minuut na een andere leest het alleen het concept', async () => {
  const visitors = [loket.visitor(), loket.visitor()]
  const drafts = await Promise.all(
    visitors.map(async (visitor) => {
      const draft = await begin(visitor)
      await fillIn(visitor, draft)
      return draft
    }),
  )
  loket.clock.later(600)
  await visitors[0]?.post(`${drafts[0]}/controle`)
  loket.clock.later(29)
  const asked = await requests()
  expect((await visitors[1]?.post(`${drafts[1]}/controle`))?.status).toBe(303)
  expect(asked).toEqual(['GetItemCommand', 'TransactWriteItemsCommand 10'])
})

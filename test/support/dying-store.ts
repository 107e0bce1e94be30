/** A store whose writes can be watched, changed or broken off: for what must be right wherever a worker dies. */
import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'

type Write = TransactWriteCommand | UpdateCommand

/** The store over an engine of which every write passes by here; all other calls go through. */
export const passing = (
  connection: Connection<Tables>,
  write: (command: Write, send: () => Promise<unknown>) => Promise<unknown>,
): Connection<Tables> => ({
  ...connection,
  dynamo: async () => {
    const dynamo = await connection.dynamo()
    const send = (command: unknown) => {
      const go = () => dynamo.client.send(command as never) as Promise<unknown>
      return command instanceof TransactWriteCommand || command instanceof UpdateCommand ? write(command, go) : go()
    }
    return { ...dynamo, client: Object.assign(Object.create(dynamo.client), { send }) }
  },
})

/** Dies at its so manieth write: before it is written, or after it and before it hears so. */
export function dying(connection: Connection<Tables>, at: number, when: 'before' | 'after'): Connection<Tables> {
  let count = 0
  return passing(connection, async (_, send) => {
    count += 1
    if (count > at || (count === at && when === 'before')) throw new Error('killed')
    const answer = await send()
    if (count === at) throw new Error('killed')
    return answer
  })
}

/** How many writes each transaction has from here on, until `stop`. */
export async function transactionSizes(connection: Connection<Tables>) {
  const sizes: number[] = []
  const { client } = await connection.dynamo()
  client.middlewareStack.add(
    (next) => async (args) => {
      const { TransactItems } = args.input as { TransactItems?: unknown[] }
      if (TransactItems) sizes.push(TransactItems.length)
      return next(args)
    },
    { step: 'initialize', name: 'sizes' },
  )
  return { sizes, stop: () => client.middlewareStack.remove('sizes') }
}

/** The edge of the AWS SDK: a test sees, delays, changes or breaks what goes to DynamoDB, and the real engine does the rest. */
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import type { TransactItems } from '../../functions/shared/store/transact.ts'

interface Sent {
  /** `GetCommand`, `TransactWriteCommand` … */
  command: string
  input: { TransactItems?: TransactItems }
}

export type Intercept = (sent: Sent, send: () => Promise<unknown>) => Promise<unknown>

export function atTheEdge<Named>(connection: Connection<Named>, intercept: Intercept): Connection<Named> {
  return {
    ...connection,
    dynamo: async () => {
      const dynamo = await connection.dynamo()
      const send = (command: { input: Sent['input'] }) =>
        intercept({ command: command.constructor.name, input: command.input }, () =>
          dynamo.client.send(command as never),
        )
      const client = new Proxy(dynamo.client, {
        get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)),
      })
      return { ...dynamo, client }
    },
  }
}

const isWrite = ({ command }: Sent) => command !== 'GetCommand'

/** Lets `meanwhile` happen once, between what a request reads and what it writes. */
export function between<Named>(connection: Connection<Named>, meanwhile: () => Promise<unknown>): Connection<Named> {
  let done = false
  return atTheEdge(connection, async (sent, send) => {
    if (!done && isWrite(sent)) {
      done = true
      await meanwhile()
    }
    return send()
  })
}

/** As DynamoDB refuses a transaction that meets another one. */
export const transactionConflict = () =>
  Object.assign(new Error('Transaction cancelled'), {
    name: 'TransactionCanceledException',
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  })

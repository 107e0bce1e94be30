/**
 * The connection to DynamoDB. The SDK is loaded at first use, not at start: a page that needs no data
 * answers without it (docs/decisions/005).
 */
type Dynamo = Awaited<ReturnType<typeof load>>

/** Names of the two tables (docs/decisions/003). */
export interface Tables {
  loket: string
  drafts: string
}

/** Most functions have no right on the table of drafts, and are not told its name. */
export interface Connection<Named = Pick<Tables, 'loket'>> {
  dynamo: () => Promise<Dynamo>
  tables: Named
}

/** One lazy connection per process. Endpoint, region and credentials come from the SDK's own environment. */
export function connect<Named>(tables: Named): Connection<Named> {
  let loading: Promise<Dynamo> | undefined
  return {
    tables,
    dynamo: () => {
      loading ??= load()
      return loading
    },
  }
}

async function load() {
  const {
    DynamoDBClient,
    DynamoDBDocumentClient,
    GetCommand,
    PutCommand,
    UpdateCommand,
    DeleteCommand,
    QueryCommand,
    BatchGetCommand,
    TransactWriteCommand,
    paginateQuery,
  } = await import('./aws-sdk.ts')
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  })
  return {
    client,
    GetCommand,
    PutCommand,
    UpdateCommand,
    DeleteCommand,
    QueryCommand,
    BatchGetCommand,
    TransactWriteCommand,
    paginateQuery,
  }
}

/**
 * The fast path of mail on one machine: reads the table's stream as Lambda's event source does in the cloud and hands
 * over new outbox items. It begins at the end of the stream; what it misses, the sweep over `due` finds.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams'
import { mailPrefix, outboxPartition } from '../shared/store/keys.ts'
import type { MailKey } from '../shared/store/outbox.ts'

export interface StreamReaderOptions {
  table: string
  dynamodb: DynamoDBClient
  streams: DynamoDBStreamsClient
  /** Gets the keys of new mails; the next records wait until it is done. */
  onMails(keys: MailKey[]): Promise<unknown>
  onError(error: unknown): void
  pollMs?: number
}

export interface StreamReader {
  /** Resolves when the records being handled are done. */
  stop(): Promise<void>
}

/** A stream gets a new shard every few hours. */
const lookForShardsMs = 5_000

/** Resolves when every mail written from now on will be seen. */
export async function startStreamReader(options: StreamReaderOptions): Promise<StreamReader> {
  const { dynamodb, streams, table, onError, pollMs = 200 } = options
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: table }))
  if (!Table?.LatestStreamArn) throw new Error(`The table ${table} has no stream`)
  const position = createPosition(streams, Table.LatestStreamArn)
  await position.look('LATEST')

  const stopping = new AbortController()
  const running = (async () => {
    let lookAt = performance.now() + lookForShardsMs
    while (!stopping.signal.aborted) {
      try {
        if (performance.now() > lookAt) {
          await position.look('TRIM_HORIZON')
          lookAt = performance.now() + lookForShardsMs
        }
        const mails = (await position.read()).flatMap(newMail)
        if (mails.length > 0) await options.onMails(mails)
      } catch (error) {
        onError(error)
      }
      await wait(pollMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()

  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

type Start = 'LATEST' | 'TRIM_HORIZON'

/** Where we are in each open shard of the stream. */
function createPosition(streams: DynamoDBStreamsClient, StreamArn: string) {
  /** Iterator by shard; undefined for a shard that has been read to its end. */
  const iterators = new Map<string, string | undefined>()

  async function begin(ShardId: string, start: Start): Promise<void> {
    const command = new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: start })
    iterators.set(ShardId, (await streams.send(command)).ShardIterator)
  }

  return {
    /** Finds shards we do not know yet: the first time from their end, later ones are ours from their beginning. */
    look: async (start: Start): Promise<void> => {
      let from: string | undefined
      do {
        const page = new DescribeStreamCommand({ StreamArn, ...(from ? { ExclusiveStartShardId: from } : {}) })
        const { StreamDescription } = await streams.send(page)
        for (const { ShardId, SequenceNumberRange } of StreamDescription?.Shards ?? []) {
          if (!ShardId || iterators.has(ShardId)) continue
          const closedBefore = start === 'LATEST' && SequenceNumberRange?.EndingSequenceNumber !== undefined
          if (closedBefore) iterators.set(ShardId, undefined)
          else await begin(ShardId, start)
        }
        from = StreamDescription?.LastEvaluatedShardId
      } while (from)
    },
    /** What was written since the last time. */
    read: async (): Promise<StreamRecord[]> => {
      const records: StreamRecord[] = []
      for (const [shard, ShardIterator] of iterators) {
        if (!ShardIterator) continue
        try {
          const page = await streams.send(new GetRecordsCommand({ ShardIterator }))
          iterators.set(shard, page.NextShardIterator)
          records.push(...(page.Records ?? []))
        } catch (error) {
          // An iterator lives 15 minutes: a laptop that slept begins again at the end, the sweep has the rest.
          if (!(error instanceof Error && isLostPlace(error.name))) throw error
          await begin(shard, 'LATEST')
        }
      }
      return records
    },
  }
}

const isLostPlace = (name: string): boolean =>
  name === 'ExpiredIteratorException' || name === 'TrimmedDataAccessException'

/** The key of a record that tells of a new mail. */
function newMail({ eventName, dynamodb }: StreamRecord): MailKey[] {
  const pk = dynamodb?.Keys?.pk?.S
  const sk = dynamodb?.Keys?.sk?.S
  const isMail = eventName === 'INSERT' && pk?.startsWith(outboxPartition) && sk?.startsWith(mailPrefix)
  return isMail && pk && sk ? [{ pk, sk }] : []
}

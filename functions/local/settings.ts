/** The settings of the local runner: the only place here that reads the environment (docs/local.md, "Settings"). */
import { resolve } from 'node:path'
import * as z from 'zod'
import { instantText } from './clock.ts'
import { startProblem } from './start-problem.ts'

/** An empty variable counts as absent: `LOKET_NOW= npm start` means without it. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const isInstant = (text: string): boolean => instantText.safeParse(text).success

const schema = z.object({
  /** Where Loket answers: http://localhost:PORT. */
  PORT: optional(z.coerce.number().int().min(1).max(65_535)),
  /** Folder of everything the local Loket keeps. */
  LOKET_DATA: optional(z.string()),
  /** 1: start empty. */
  LOKET_FRESH: optional(z.enum(['0', '1'])),
  /** The instant at which Loket's clock starts. */
  LOKET_NOW: optional(z.string().refine(isInstant, 'must be an instant, e.g. 2021-05-21T09:00:00Z')),
  /** Another engine than DynamoDB Local; its streams are taken to answer at the same address. */
  AWS_ENDPOINT_URL_DYNAMODB: optional(z.url()),
  AWS_ENDPOINT_URL_DYNAMODB_STREAMS: optional(z.url()),
  /** Whose database in that engine; without it, everybody's. */
  AWS_ACCESS_KEY_ID: optional(z.string()),
})

export interface LocalSettings {
  port: number
  dataFolder: string
  fresh: boolean
  /** Without it the clock shows today. */
  startAt?: Date
  /** An engine that runs already: none is started. */
  engine?: { dynamodb: string; streams: string; accessKey?: string }
}

export function readLocalSettings(env: NodeJS.ProcessEnv): LocalSettings {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`)
    throw startProblem(`Loket cannot start with these settings: ${wrong.join(', ')}.`)
  }
  const { PORT, LOKET_DATA, LOKET_FRESH, LOKET_NOW, AWS_ENDPOINT_URL_DYNAMODB: dynamodb } = parsed.data
  const streams = parsed.data.AWS_ENDPOINT_URL_DYNAMODB_STREAMS ?? dynamodb
  const accessKey = parsed.data.AWS_ACCESS_KEY_ID
  return {
    port: PORT ?? 3000,
    dataFolder: resolve(LOKET_DATA ?? '.loket'),
    fresh: LOKET_FRESH === '1',
    ...(LOKET_NOW ? { startAt: new Date(LOKET_NOW) } : {}),
    ...(dynamodb && streams ? { engine: { dynamodb, streams, ...(accessKey ? { accessKey } : {}) } } : {}),
  }
}

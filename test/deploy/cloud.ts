/** What a test sees of the deployed Loket: its HTTP API as a browser reaches it, its mails, its log, and AWS itself. */
import { type IncomingMessage, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { CloudFormationClient, paginateDescribeStacks } from '@aws-sdk/client-cloudformation'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { createVisitor, type Fetch, type Visitor } from '../support/visitor.ts'
import { type Emulator, region } from './emulator.ts'

const mailsSchema = z.object({
  messages: z.record(
    z.string(),
    z.array(
      z.looseObject({ To: z.array(z.string()), Subject: z.string(), BodyText: z.string(), BodyHtml: z.string() }),
    ),
  ),
})
export type CloudMail = z.infer<typeof mailsSchema>['messages'][string][number]

const callSchema = z.object({ function: z.string(), service: z.string(), name: z.string(), parameters: z.unknown() })
/** A call of AWS by one of our functions, as CloudTrail tells it. */
export type RecordedCall = z.infer<typeof callSchema>

/** By stack, by name. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>

/** How CloudFront reaches the API. */
export interface Door {
  /** The address people type. */
  site: string
  apiHost: string
  edgeSecret: string
}

export type Cloud = ReturnType<typeof openCloud>

export function openCloud(emulator: Emulator) {
  const { url, env } = emulator

  /** One call of a JSON service of AWS; the emulator reads the service from the credential and checks no signature. */
  async function json(service: string, target: string, body: object): Promise<unknown> {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: credential(service),
        'x-amz-target': target,
        'content-type': 'application/x-amz-json-1.1',
      },
      body: JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${target} answered ${answer.status}: ${text}`)
    return text ? JSON.parse(text) : undefined
  }

  /** One call of CloudFormation; gives its XML. */
  async function cloudFormation(action: string, parameters: Record<string, string> = {}): Promise<string> {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: credential('cloudformation') },
      body: new URLSearchParams({ Action: action, Version: '2010-05-15', ...parameters }),
    })
    return answer.text()
  }

  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({ region, endpoint: url, credentials }))

  const mails = async (): Promise<CloudMail[]> => {
    const { messages } = mailsSchema.parse(await (await fetch(`${url}/_ministack/ses/messages`)).json())
    return Object.values(messages).flat()
  }

  return {
    env,
    json,
    cloudFormation,
    mails,

    /** Waits for a mail to somebody; fails with what there is. */
    async mailTo(address: string, about: string, ms = 20_000): Promise<CloudMail> {
      const latest = performance.now() + ms
      for (;;) {
        const sent = await mails()
        const found = sent.findLast(({ To, Subject }) => To.includes(address) && Subject.includes(about))
        if (found) return found
        if (performance.now() > latest) {
          throw new Error(
            `No mail "${about}" to ${address} after ${ms} ms, but:\n${sent.map(({ Subject }) => Subject).join('\n')}`,
          )
        }
        await wait(200)
      }
    },

    /** A browser at the configured address, whose names lead to the emulator: Loket's to the API, Cognito's to Cognito. */
    visitor({ site, apiHost, edgeSecret }: Door, cookies?: Map<string, string>): Visitor {
      return createVisitor(site, through(emulator, { site, apiHost, edgeSecret }), cookies)
    },

    /** A secret's text. */
    async secret(name: string): Promise<string> {
      const found = await json('secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: name })
      return z.object({ SecretString: z.string() }).parse(found).SecretString
    },

    async items(table: string): Promise<Record<string, unknown>[]> {
      const { Items = [] } = await dynamo.send(new ScanCommand({ TableName: table, ConsistentRead: true }))
      return Items
    },

    /** Puts the clock of the first mail of a plan at now, as if its time had come. */
    async makeDue(table: string, pk: string, at: Date): Promise<void> {
      await dynamo.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk, sk: 'PLAN' },
          UpdateExpression: 'SET dueAt = :at, mails[0].dueAt = :at',
          ConditionExpression: 'attribute_exists(dueAt)',
          ExpressionAttributeValues: { ':at': at.toISOString() },
        }),
      )
    },

    /** What the stacks that are there say of themselves. */
    async outputs(): Promise<Outputs> {
      const client = new CloudFormationClient({ region, endpoint: url, credentials })
      const outputs: Record<string, Record<string, string>> = {}
      for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {})) {
        for (const { StackName = '', Outputs = [] } of Stacks)
          outputs[StackName] = Object.fromEntries(
            Outputs.map(({ OutputKey, OutputValue = '' }) => [OutputKey, OutputValue]),
          )
      }
      return outputs
    },

    /** Every line in every log. */
    async logs(): Promise<string[]> {
      const call = (action: string, body: object) => json('logs', `Logs_20140328.${action}`, body)
      const { logGroups } = groupsSchema.parse(await call('DescribeLogGroups', {}))
      const events = await Promise.all(
        logGroups.map(async ({ logGroupName }) =>
          eventLinesSchema.parse(await call('FilterLogEvents', { logGroupName })),
        ),
      )
      return events.flatMap((page) => page.events.map(({ message }) => message))
    },

    /** Every call one of our functions made; the emulator gives the newest fifty before an instant. */
    async recordedCalls(): Promise<RecordedCall[]> {
      const target = 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents'
      const events = new Map<string, z.infer<typeof eventsSchema>['Events'][number]>()
      for (let before = Date.now() / 1000; ; ) {
        const { Events } = eventsSchema.parse(await json('cloudtrail', target, { MaxResults: 50, EndTime: before }))
        const unseen = Events.filter(({ EventId }) => !events.has(EventId))
        if (unseen.length === 0) break
        for (const event of unseen) events.set(event.EventId, event)
        before = Math.min(...unseen.map(({ EventTime }) => EventTime))
      }
      return [...events.values()].flatMap(({ EventSource, EventName, CloudTrailEvent }) => {
        const { userAgent = '', requestParameters: parameters } = eventSchema.parse(JSON.parse(CloudTrailEvent))
        const name = /\bapp\/(\w+)/.exec(userAgent)?.[1] // Powertools adds its own name behind ours.
        return name
          ? [{ function: name, service: EventSource.replace('.amazonaws.com', ''), name: EventName, parameters }]
          : []
      })
    },
  }
}

const credential = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=test/20261122/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`

const eventsSchema = z.object({
  Events: z.array(
    z.object({
      EventId: z.string(),
      EventTime: z.number(),
      EventSource: z.string(),
      EventName: z.string(),
      CloudTrailEvent: z.string(),
    }),
  ),
})
const groupsSchema = z.object({ logGroups: z.array(z.object({ logGroupName: z.string() })) })
const eventLinesSchema = z.object({ events: z.array(z.object({ message: z.string() })) })
const eventSchema = z.object({ userAgent: z.string().optional(), requestParameters: z.unknown() })

/** Sends a request for Loket or for Cognito to the emulator, under the name it is known by there. */
const through =
  ({ port }: Emulator, { site, apiHost, edgeSecret }: Door): Fetch =>
  async (asked) => {
    const to = new URL(asked.url)
    const isLoket = to.origin === new URL(site).origin
    const host = isLoket ? apiHost : to.host
    const body = Buffer.from(await asked.arrayBuffer())
    const headers = {
      ...Object.fromEntries(asked.headers),
      host,
      'x-forwarded-proto': 'https',
      ...(isLoket ? { 'x-loket-edge': edgeSecret } : {}),
    }
    return new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, path: to.pathname + to.search, method: asked.method, headers },
        (answer) => resolve(responseOf(answer)),
      )
      sent.on('error', reject)
      sent.end(body)
    })
  }

async function responseOf(answer: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  const headers = new Headers()
  for (let at = 0; at < answer.rawHeaders.length; at += 2) {
    headers.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '')
  }
  const status = answer.statusCode ?? 500
  return new Response([204, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers })
}

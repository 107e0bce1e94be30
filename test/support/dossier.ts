/** Dossiers for tests of the werkruimte: filed as people do, and put in a state of their lifecycle. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { type Dossier, dossierSchema } from '../../forms/kit/lifecycle/dossier.ts'
import { createDossierMails } from '../../functions/shared/store/dossier-mails.ts'
import { dossierItem } from '../../functions/shared/store/dossiers.ts'
import { dossierKey } from '../../functions/shared/store/keys.ts'
import type { OutboxItem } from '../../functions/shared/store/outbox-item.ts'
import { begin, fillIn, openVraag, referenceIn, type Slug, vraagPath } from './lco.ts'
import { type Fields, fieldsIn, locationOf, type Visitor } from './visitor.ts'
import type { TestWorkspace } from './workspace.ts'

export interface Filed {
  reference: string
  /** In the werkruimte. */
  path: string
  /** Path of what the applicant sees right after sending. */
  receipt: string
  /** Path of the applicant's page. */
  status: string
}

/** A request to Aalst, or to a network that asks less with these criteria. */
export async function fileRequest(
  work: TestWorkspace,
  {
    changes = {},
    start,
    fast = false,
  }: { changes?: Partial<Record<Slug, Fields>>; start?: string; fast?: boolean } = {},
): Promise<Filed> {
  const visitor = work.visitor()
  const draft = await begin(visitor, start)
  await fillIn(visitor, draft, { changes })
  if (!fast) work.clock.later(60)
  return followed(visitor, locationOf(await visitor.post(`${draft}/controle`)))
}

export async function fileVraag(work: TestWorkspace, changes: Fields = {}): Promise<Filed> {
  const visitor = work.visitor()
  const fields = await openVraag(visitor, changes)
  work.clock.later(60)
  return followed(visitor, locationOf(await visitor.post(vraagPath, fields)))
}

async function followed(visitor: Visitor, receipt: string): Promise<Filed> {
  const page = await (await visitor.get(receipt)).text()
  const reference = referenceIn(page) ?? ''
  const status = /href="(\/status\/[^"]+)"/.exec(page)?.[1] ?? ''
  return { reference, path: `/werkruimte/dossier/${reference}`, receipt, status }
}

export async function dossierOf({ connection }: TestWorkspace, reference: string): Promise<Dossier> {
  const { client } = await connection.dynamo()
  const { Item } = await client.send(
    new GetCommand({ TableName: connection.tables.loket, Key: dossierKey(reference), ConsistentRead: true }),
  )
  return dossierSchema.parse(Item)
}

/** As if everything before had happened: whatever the dossier was, it is this now. */
export async function place(work: TestWorkspace, reference: string, changes: Partial<Dossier>): Promise<Dossier> {
  const { client } = await work.connection.dynamo()
  const {
    revision,
    holder: _h,
    nextOn: _n,
    paused: _p,
    referral: _r,
    ttl: _t,
    ...before
  } = await dossierOf(work, reference)
  const after: Dossier = { ...before, suspect: false, planned: [], ...changes, revision: revision + 1 }
  await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item: dossierItem(after) }))
  return after
}

/** The mails of a dossier, in the order of their moments: what waits in its plan too. */
export async function mailsOf(work: TestWorkspace, reference: string): Promise<OutboxItem[]> {
  return createDossierMails(work.connection).list(reference, work.clock.now)
}

/** The hidden fields of the page with this action's form. */
export async function hiddenOn(visitor: Visitor, path: string): Promise<Record<string, string[]>> {
  const html = await (await visitor.get(path)).text()
  return fieldsIn(html.slice(html.indexOf('<main')))
}

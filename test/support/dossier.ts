/** Dossiers for tests of the werkruimte: filed as people do, and put in a state of their lifecycle. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { serviceOf } from '../../forms/index.ts'
import { type Dossier, dossierSchema } from '../../forms/kit/lifecycle/dossier.ts'
import { makeMove } from '../../functions/shared/make-move.ts'
import { dossierItem } from '../../functions/shared/store/dossier-item.ts'
import { createDossierMails } from '../../functions/shared/store/dossier-mails.ts'
import { dossierKey } from '../../functions/shared/store/keys.ts'
import type { OutboxItem } from '../../functions/shared/store/outbox-item.ts'
import { demoContent } from './content.ts'
import { fillForm, type Pages } from './forms.ts'
import { begin, fillIn, openVraag, referenceIn, type Slug, vraagPath } from './lco.ts'
import { type Fields, fieldsIn, locationOf, mainOf, type Visitor } from './visitor.ts'
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

/** A request to Aalst that a casemanager holds. `nextOn`: Brussels date of what is next. */
export async function fileHeld(
  work: TestWorkspace,
  { nextOn, ...filing }: Parameters<typeof fileRequest>[1] & { nextOn?: string } = {},
): Promise<Filed> {
  const filed = await fileRequest(work, filing)
  const next = nextOn === undefined ? {} : { nextOn }
  await place(work, filed.reference, { state: 'toegewezen', holder: 'casemanager-aalst', ...next })
  return filed
}

/** A form whose pages are all its own, such as those in `forms.ts`. */
export async function fileForm(work: TestWorkspace, start: string, pages: Pages): Promise<Filed> {
  const visitor = work.visitor()
  const check = await fillForm(visitor, start, pages)
  work.clock.later(60)
  return followed(visitor, locationOf(await visitor.post(check)))
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

/**
 * A move that an overleg makes and nobody by hand, made through the store as whoever holds the dossier: for a test that only needs
 * where it leads. `date`: of the overleg, or of what is next; Brussels.
 */
export async function moveByOverleg(
  work: TestWorkspace,
  reference: string,
  action: string,
  date?: string,
): Promise<void> {
  const dossier = await work.deps.dossiers.read(reference, work.clock.now)
  const service = dossier && serviceOf(dossier)
  if (!dossier || !service) throw new Error(`There is no ${reference}`)
  const content = demoContent(dossier.network)
  const by = content.people.find(({ id, role }) =>
    dossier.holder === undefined ? role === 'coordinator' : id === dossier.holder,
  )
  if (!by) throw new Error(`Nobody can make ${action} of ${reference}`)
  const command = { action, by, explained: true, ...(date === undefined ? {} : { date }) }
  const made = await makeMove(work.deps, { service, content, dossier, command })
  if (made.kind !== 'moved') throw new Error(`${action} came to ${JSON.stringify(made)}`)
}

/** The mails of a dossier, in the order of their moments: what waits in its plan too. */
export async function mailsOf(work: TestWorkspace, reference: string): Promise<OutboxItem[]> {
  return createDossierMails(work.connection).list(reference, work.clock.now)
}

/** The hidden fields of the page with this action's form. */
export async function hiddenOn(visitor: Visitor, path: string): Promise<Record<string, string[]>> {
  return fieldsIn(mainOf(await (await visitor.get(path)).text()))
}

/** Dossiers as the store keeps them, put in place without the road that led there: for lists that need many of them. */
import { randomBytes } from 'node:crypto'
import { findForm } from '../../forms/index.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { makeReference } from '../../forms/kit/reference.ts'
import { brusselsDate } from '../../forms/kit/time.ts'
import { dossierItem } from '../../functions/shared/store/dossier-item.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { openDays } from './open-days.ts'
import type { TestWorkspace } from './workspace.ts'

type Placed = Partial<Dossier> & {
  /** What a list shows of the answers; sealed like them. */
  toont?: Partial<Record<'over' | 'organisatie' | 'gemeente' | 'telefoon', string>>
}

/** A dossier of LCO Aalst that came in just now, but for what is said of it. */
export async function dossierOf(loket: Pick<TestWorkspace, 'deps' | 'clock'>, placed: Placed = {}): Promise<Dossier> {
  const { toont = { over: 'dossier een', organisatie: 'CAW Voorbeeld', gemeente: '9300' }, ...about } = placed
  const { network = 'aalst', form = 'lco-aanvraag' } = about
  const at = loket.clock.now
  const reference = makeReference(findForm(form)?.prefix ?? '', randomBytes(10))
  const answerBefore = openDays().add(brusselsDate(at), 5)
  return {
    reference,
    network,
    form,
    state: 'ingediend',
    stateSince: at.toISOString(),
    outcome: 'voldoet',
    doubtful: [],
    suspect: false,
    receivedAt: at.toISOString(),
    answerBefore,
    revision: 1,
    nextOn: answerBefore,
    planned: [],
    related: [],
    origin: `test-${reference}`,
    linkVersion: 1,
    trend: {},
    listed: await loket.deps.seal(network, about.reference ?? reference, toont),
    ...about,
  }
}

export async function place(loket: TestWorkspace, placed: Placed = {}): Promise<Dossier> {
  const dossier = await dossierOf(loket, placed)
  await keep(loket.connection, dossier)
  return dossier
}

/** Many of one kind: only their references differ, so their sealed answers open for none of them but the first. */
export async function placeMany({ connection }: TestWorkspace, like: Dossier, count: number): Promise<void> {
  const prefix = like.reference.slice(0, 3)
  for (let left = count; left > 0; left -= 50) {
    const batch = Array.from({ length: Math.min(50, left) }, () => makeReference(prefix, randomBytes(10)))
    await Promise.all(batch.map((reference) => keep(connection, { ...like, reference })))
  }
}

export async function keep({ dynamo, tables }: Connection, dossier: Dossier): Promise<void> {
  const { client, PutCommand } = await dynamo()
  await client.send(new PutCommand({ TableName: tables.loket, Item: dossierItem(dossier) }))
}

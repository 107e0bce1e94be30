/**
 * All that the werkruimte shows of one dossier, in one read: its open part, the sealed answers, the logbook and the
 * audit lines. And who looked at it, which is written at each view, and read apart.
 */
import * as z from 'zod'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { MadeMove } from '../../../forms/kit/lifecycle/undo.ts'
import { auditItem, type KeptLine, keptLineSchema } from './audit.ts'
import { stretches } from './belongings.ts'
import { type Calling, callingIn } from './calling.ts'
import type { Connection } from './dynamo.ts'
import { type Alike, alikeAmong } from './family-item.ts'
import { isKept } from './kept.ts'
import {
  answersKey,
  auditPrefix,
  callingKey,
  consultationKey,
  consultationPrefix,
  dossierKey,
  undoKey,
} from './keys.ts'
import { type LogbookLine, linesAmong } from './logbook.ts'
import { type OwnTask, ownTasksAmong } from './own-task.ts'
import { queryAll, queryFirst } from './query-all.ts'
import { readDossier } from './stored-dossier.ts'
import { madeMoveOf } from './undo.ts'

export interface DossierFile {
  dossier: Dossier
  /** The answers as a JWE; absent once erased. */
  sealed?: string
  /** Calls and sealed notes, oldest first. */
  lines: readonly LogbookLine[]
  /** Its own tasks, with what was done and what stopped: in the order in which they came. */
  tasks: readonly OwnTask[]
  /** What was done, oldest first. */
  history: readonly KeptLine[]
  /** The last move that could be taken back; ask forms/kit/lifecycle/undo.ts whether it still can. */
  made?: MadeMove
  /** Other dossiers that can be of the same family, also those that somebody dismissed: for a coordinator alone. */
  alike: readonly Alike[]
  /** Somebody calls whoever asked, at this moment. */
  calling?: Calling
}

/** Somebody opens a page that shows what was answered. */
export interface Consultation {
  reference: string
  /** Id of a person of the network. */
  who: string
  /** Id of the colleague they stand in for. */
  for?: string
  /** Names the session; opens nothing. */
  session: string
  /** Because somebody asked what we keep of them; otherwise for the work itself. */
  why?: 'gegevens'
  auditId: string
  now: Date
  auditDays: number
  /** What was chosen to be printed, for a page that is made for paper. */
  printed?: readonly string[]
}

/** Somebody looked at a dossier. `who`: id of the person; `at`: ISO UTC; `printed`: what of it was made for paper. */
export const consultationSchema = z.object({
  at: z.iso.datetime(),
  who: z.string(),
  /** Id of the colleague they stood in for. */
  for: z.string().optional(),
  /** Because somebody asked what we keep of them. */
  why: z.literal('gegevens').optional(),
  printed: z.array(z.string()).optional(),
})
export type KeptConsultation = z.infer<typeof consultationSchema>

/** The last ones: a page of a dossier shows no more. */
const mostConsultations = 60

const keySchema = z.object({ sk: z.string() })
const answersSchema = z.object({ sealed: z.string() })

export type DossierFiles = ReturnType<typeof createDossierFiles>

export function createDossierFiles({ dynamo, tables }: Connection) {
  /** What a page shows of the dossier's partition; who looked at it is not in it. */
  async function partition(reference: string) {
    const found = await Promise.all(
      stretches().map(([from, to]) =>
        queryAll(dynamo, {
          TableName: tables.loket,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': dossierKey(reference).pk, ':from': from, ':to': to },
          ConsistentRead: true,
        }),
      ),
    )
    return found.flat()
  }

  return {
    /** Undefined when it never was, or is erased. What is past its time is not there, whatever the engine still holds. */
    async read(reference: string, now: Date): Promise<DossierFile | undefined> {
      const all = await partition(reference)
      const items = all.filter(isKept(now)).map((item) => ({ item, ...keySchema.parse(item) }))
      const find = ({ sk }: { sk: string }) => items.find((one) => one.sk === sk)?.item
      const open = find(dossierKey(reference))
      if (!open) return undefined
      const answers = find(answersKey(reference))
      const made = find(undoKey(reference))
      const calling = callingIn(find(callingKey(reference)), now)
      return {
        dossier: readDossier(open),
        ...(answers ? answersSchema.parse(answers) : {}),
        ...(made ? { made: madeMoveOf(made) } : {}),
        ...(calling ? { calling } : {}),
        alike: alikeAmong(items),
        lines: linesAmong(all, now),
        tasks: ownTasksAmong(all, now),
        history: items.filter(({ sk }) => sk.startsWith(auditPrefix)).map(({ item }) => keptLineSchema.parse(item)),
      }
    },

    /** The sealed answers alone, for a list that shows what was asked; undefined once erased. */
    async answers(reference: string, now: Date): Promise<string | undefined> {
      const { client, GetCommand } = await dynamo()
      const { Item } = await client.send(new GetCommand({ TableName: tables.loket, Key: answersKey(reference) }))
      return Item && isKept(now)(Item) ? answersSchema.parse(Item).sealed : undefined
    },

    async noteConsultation({ reference, who, session, why, printed, ...about }: Consultation): Promise<void> {
      const { client, PutCommand } = await dynamo()
      const keyOf = (at: string, id: string) => consultationKey(reference, at, id)
      const line = { who, session, ...(why ? { why } : {}), ...(printed ? { printed } : {}) }
      const Item = auditItem(keyOf, about, line)
      await client.send(new PutCommand({ TableName: tables.loket, Item }))
    },

    /** Who looked last, oldest first: of a dossier that was opened a thousand times no more than these are read. */
    async lastConsultations(reference: string, now: Date): Promise<KeptConsultation[]> {
      const query = {
        TableName: tables.loket,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': dossierKey(reference).pk, ':prefix': consultationPrefix },
        ScanIndexForward: false,
      }
      const last = await queryFirst(dynamo, query, mostConsultations)
      return z
        .array(consultationSchema)
        .parse(last.filter(isKept(now)))
        .reverse()
    },
  }
}

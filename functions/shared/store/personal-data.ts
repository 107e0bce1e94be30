/**
 * What is kept of one person, for whoever asks to see it or to be forgotten (docs/domain.md §7): found by the HMAC of their
 * address, erased from both tables at once, and each request noted with ids only.
 */
import * as z from 'zod'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { type MailPlan, promise } from '../../../forms/kit/post/mail.ts'
import { epochSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import { agendaItems } from './agenda.ts'
import { type Audited, auditEnds, auditItem, dossierAudit, type KeptLine, keptLineSchema } from './audit.ts'
import { goesWithErasure } from './belongings.ts'
import { consultationSchema, type KeptConsultation } from './dossier-file.ts'
import { changedDossier, tasksAsRead } from './dossier-item.ts'
import type { Connection, Tables } from './dynamo.ts'
import { erasedPlanItems } from './erased-plan.ts'
import { createFinder, createReferences, type FoundSeat, seatKey } from './find-person.ts'
import { forgetWords } from './forget-words.ts'
import { inviteeErased, type Leaving } from './invitee-erased.ts'
import { type ItemKey, itemKeySchema } from './item-key.ts'
import { isKept } from './kept.ts'
import {
  addressKey,
  answersKey,
  auditPrefix,
  consultationPrefix,
  dossierKey,
  outboxPartition,
  personalDataAuditKey,
} from './keys.ts'
import { erasedLogbook } from './logbook.ts'
import { planItems } from './mail-plan.ts'
import { copyKeyOf } from './own-copies.ts'
import { queryAll } from './query-all.ts'
import { reachChangeKey } from './reach-changes.ts'
import { readDossier } from './stored-dossier.ts'
import { createTableItems, type Head } from './table-items.ts'
import { type TransactItems, transact } from './transact.ts'

/** Ids only: who asked for what about which dossiers. Never the HMAC of an address: it would outlive who asked to be forgotten. */
export interface DataRequest extends Audited {
  network: string
  /** Id of the coordinator. */
  who: string
  what: 'gezocht' | 'getoond' | 'geexporteerd' | 'gewist'
  /** Of dossiers, drafts and invitees. */
  subjects: readonly string[]
  /** Dossiers that were opened to look somebody up in them; `subjects` are those in which something was found. */
  opened?: number
  /** Pieces that did not go along, as they are about somebody else. */
  leftOut?: number
  /** Why the names of who looked went along. */
  named?: string
}

export type Erasure = Pick<DataRequest, 'network' | 'who' | keyof Audited>

const requestSchema = z.object({
  sk: z.string(),
  at: z.iso.datetime(),
  who: z.string(),
  what: z.string(),
  subjects: z.array(z.string()),
  ttl: z.number(),
})

/** An erasure as it was written down: done again with this, it is written down the same. */
export interface KeptErasure {
  subjects: readonly string[]
  about: Erasure
}

/** Of the 25 actions of a transaction (docs/promises.md), without those for the dossier itself, its draft and the audit lines. */
const mostAtOnce = 16

/** Named in one line of who asked what: 20 KB. */
const mostSubjects = 1_000

/** A planned mail that was taken back after it left the log has no status any more. */
const statusSchema = z.object({ status: z.string().optional() })
export type PersonalData = ReturnType<typeof createPersonalData>

export function createPersonalData({ dynamo, tables }: Connection<Tables>) {
  const TableName = tables.loket
  const tableItems = createTableItems({ dynamo, tables })

  const query = (KeyConditionExpression: string, values: Record<string, string>, IndexName?: string) =>
    queryAll(dynamo, {
      TableName,
      KeyConditionExpression,
      ExpressionAttributeValues: values,
      ...(IndexName ? { IndexName } : { ConsistentRead: true }),
    })
  const partition = (pk: string, prefix?: string) =>
    prefix === undefined
      ? query('pk = :pk', { ':pk': pk })
      : query('pk = :pk AND begins_with(sk, :prefix)', { ':pk': pk, ':prefix': prefix })

  const remove = ({ pk, sk }: ItemKey) => ({ Delete: { TableName, Key: { pk, sk } } })

  /** Unless somebody changed it since it was read: an address that came with that would be found by nobody. */
  const removeAsRead = ({ pk, sk, revision }: Head) => ({
    Delete: {
      ...remove({ pk, sk }).Delete,
      ...(revision === undefined
        ? {}
        : { ConditionExpression: 'revision = :revision', ExpressionAttributeValues: { ':revision': revision } }),
    },
  })

  const request = ({ network, auditId, now, auditDays, ...line }: DataRequest) => ({
    Put: {
      TableName,
      Item: auditItem((at, id) => personalDataAuditKey(network, at, id), { auditId, now, auditDays }, line),
    },
  })

  /**
   * What one write has no room for is deleted before it, mails that were sent first: the dossier is still found, so that whoever
   * asked finishes it when it stops here.
   */
  async function thinOut(items: readonly Record<string, unknown>[], room: number): Promise<ItemKey[]> {
    const gone = (mail: Record<string, unknown>) => statusSchema.parse(mail).status === 'verstuurd'
    // The answers last: as long as there is a dossier, they are what it is about.
    const isAnswers = (item: Record<string, unknown>) => itemKeySchema.parse(item).sk === answersKey('').sk
    const rank = (item: Record<string, unknown>) => (gone(item) ? 0 : isAnswers(item) ? 2 : 1)
    const ordered = items.toSorted((one, other) => rank(one) - rank(other)).map((item) => itemKeySchema.parse(item))
    const surplus = ordered.slice(0, Math.max(0, ordered.length - room))
    await tableItems.remove(surplus)
    return ordered.slice(surplus.length)
  }

  /**
   * The rest of the family forgets a dossier with it: each other one no longer names it, and the line that says so
   * does not either. Another change of the other at this moment refuses the whole.
   */
  async function unlinked({ reference, related }: Dossier, about: Erasure): Promise<TransactItems> {
    const { client, GetCommand } = await dynamo()
    const others = await Promise.all(
      related.map((other) => client.send(new GetCommand({ TableName, Key: dossierKey(other), ConsistentRead: true }))),
    )
    return others.flatMap(({ Item }): TransactItems => {
      const other = Item && readDossier(Item)
      if (!other?.related.includes(reference)) return []
      const without = other.related.filter((one) => one !== reference)
      return [
        changedDossier(TableName, other, { ...other, related: without, revision: other.revision + 1 }),
        dossierAudit(TableName, other.reference, about, { who: about.who, what: 'niet verwant' }),
      ]
    })
  }

  /** Everything that is deleted with a subject of mails: a dossier, or a draft. */
  async function mailsOf(...subjects: readonly string[]) {
    const found = await Promise.all(subjects.map((subject) => partition(`${outboxPartition}${subject}`)))
    // The address is deleted by itself, also when it is not there yet.
    return found.flat().filter((item) => goesWithErasure(item) && itemKeySchema.parse(item).sk !== addressKey('').sk)
  }

  return {
    find: createFinder({ dynamo, tables }),
    references: createReferences({ dynamo, tables }),

    /** Who looked at a dossier, oldest first. */
    async consultations(reference: string, now: Date): Promise<KeptConsultation[]> {
      const lines = await partition(dossierKey(reference).pk, consultationPrefix)
      return z.array(consultationSchema).parse(lines.filter(isKept(now)))
    },

    /** Of a dossier that is gone: by whom and when it was erased; only its own network may know. */
    async erasure(network: string, reference: string, now: Date): Promise<KeptLine | undefined> {
      const lines = (await partition(dossierKey(reference).pk, auditPrefix)).filter(isKept(now))
      return z
        .array(keptLineSchema)
        .parse(lines)
        .findLast((line) => line.what === 'gewist' && line.network === network)
    },

    /** What a network erased from this moment on, oldest first. */
    async erasures(network: string, since: Date): Promise<KeptErasure[]> {
      const { pk, sk } = personalDataAuditKey(network, since.toISOString(), '')
      const lines = z.array(requestSchema).parse(await query('pk = :pk AND sk >= :from', { ':pk': pk, ':from': sk }))
      return lines
        .filter(({ what }) => what === 'gewist')
        .map(({ sk, at, who, subjects, ttl }) => {
          const now = new Date(at)
          const auditId = sk.slice(personalDataAuditKey(network, at, '').sk.length)
          const auditDays = (ttl - epochSeconds(now)) / secondsPerDay
          return { subjects, about: { network, who, auditId, now, auditDays } }
        })
    },

    /** One line, or more when somebody has a great many dossiers: they are told apart by their number. */
    async note(about: DataRequest): Promise<void> {
      const { subjects, auditId } = about
      for (let from = 0; from === 0 || from < subjects.length; from += mostSubjects) {
        const id = from === 0 ? auditId : `${auditId}-${from / mostSubjects}`
        await transact(dynamo, [
          request({ ...about, auditId: id, subjects: subjects.slice(from, from + mostSubjects) }),
        ])
      }
    },

    /**
     * One transaction: the dossier with answers, logbook, address and mails, what is left of its draft, and its place
     * in the family; only lines of ids stay, and the day of it for links to its plan. Of its overlegs and its plan it deletes what opens
     * the rest; that is deleted after it, in batches, and ends within a day where it was left. `changed` when somebody moved it since it was read: nothing of it is erased, and the caller looks again.
     */
    async eraseDossier(dossier: Dossier, about: Erasure, mails: MailPlan = promise()): Promise<'erased' | 'changed'> {
      const { reference, origin, revision, movedTo } = dossier
      const { pk, sk } = dossierKey(reference)
      // A task of its own that comes meanwhile raises no revision.
      const tasks = tasksAsRead(dossier)
      const all = await partition(pk)
      const logbook = erasedLogbook(reference, all, auditEnds(about))
      const own = all.filter(goesWithErasure)
      const linked = [
        ...(await unlinked(dossier, about)),
        ...agendaItems(TableName, { before: dossier }),
        ...erasedPlanItems(TableName, dossier, epochSeconds(about.now)),
        ...planItems(TableName, mails, { subject: reference, now: about.now }),
        forgetWords(TableName, dossier, about.now),
      ]
      const table = await tableItems.of(reference)
      await tableItems.end(table.rest, epochSeconds(about.now) + secondsPerDay)
      const room = mostAtOnce - linked.length - table.heads.length
      const rest = await thinOut([...(await mailsOf(reference, origin)), ...own], room)
      const cancelled = await transact(dynamo, [
        {
          Delete: {
            TableName,
            Key: { pk, sk },
            ConditionExpression: `revision = :revision AND ${tasks.condition}`,
            ExpressionAttributeNames: tasks.names,
            ExpressionAttributeValues: { ':revision': revision, ...tasks.values },
          },
        },
        ...table.heads.map(removeAsRead),
        ...[...rest, addressKey(reference)].map(remove),
        ...linked,
        { Put: { TableName, ...logbook } },
        ...[{ id: origin }, copyKeyOf(origin), reachChangeKey(reference)].map((Key) => ({
          Delete: { TableName: tables.drafts, Key },
        })),
        dossierAudit(TableName, reference, about, {
          ...{ who: about.who, what: 'gewist', network: about.network },
          ...(movedTo ? { movedTo: { network: movedTo.network, reference: movedTo.reference } } : {}),
        }),
        request({ ...about, what: 'gewist', subjects: [reference] }),
      ] satisfies TransactItems)
      if (cancelled) return 'changed'
      await tableItems.remove(await tableItems.left(reference, table.subjects))
      return 'erased'
    },

    /**
     * What one participant of an overleg left, once they are off its table: answers to it and to the plan, mails, and last their address, by which they are
     * found again as long as something is left. `linkVersion`: the last of theirs.
     */
    async eraseSeat(seat: FoundSeat, linkVersion: number, about: Erasure): Promise<void> {
      const { addresses, rest } = await tableItems.ofSeat(seat, seat.id, linkVersion)
      await tableItems.remove(rest)
      await tableItems.remove(addresses.slice(1))
      await transact(dynamo, [
        ...addresses.slice(0, 1).map(remove),
        request({ ...about, what: 'gewist', subjects: [seatKey(seat)] }),
      ])
    },

    /**
     * One transaction: the invitee with their answer, address and mails, and their seat or place in the line, which goes to
     * who waits. `changed` when anybody in it changed since it was read: nothing of it is erased.
     */
    async eraseInvitee(leaving: Leaving, about: Erasure): Promise<'erased' | 'changed'> {
      const { id } = leaving.invitee
      const linked = inviteeErased(TableName, leaving, about.now)
      const mails = await thinOut(await mailsOf(id), mostAtOnce - linked.length)
      const cancelled = await transact(dynamo, [
        ...linked,
        ...mails.map(remove),
        request({ ...about, what: 'gewist', subjects: [id] }),
      ] satisfies TransactItems)
      return cancelled ? 'changed' : 'erased'
    },

    /** The half-filled form, its address and its mails; `changed` when it was sent meanwhile: then it is a dossier. */
    async eraseDraft(id: string, about: Erasure): Promise<'erased' | 'changed'> {
      const mails = await thinOut(await mailsOf(id), mostAtOnce)
      const cancelled = await transact(dynamo, [
        { Delete: { TableName: tables.drafts, Key: { id }, ConditionExpression: 'attribute_not_exists(sent)' } },
        ...[...mails, addressKey(id)].map(remove),
        request({ ...about, what: 'gewist', subjects: [id] }),
      ] satisfies TransactItems)
      return cancelled ? 'changed' : 'erased'
    },
  }
}

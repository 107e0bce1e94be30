/**
 * How what a decision promises is stored (forms/kit/post/mail.ts): mails for now as items of their own, all that waits for
 * later in one item per subject. A later decision writes its own plan over it, and that is how mails are taken back: nothing
 * is looked up, and what a decision costs does not grow with what there is to take back (docs/decisions/017).
 */
import * as z from 'zod'
import type { NetworkDays } from '../../../forms/kit/network-days.ts'
import type { Mail, MailPlan } from '../../../forms/kit/post/mail.ts'
import { keptNotificationSchema, type Notification } from '../../../forms/kit/post/notifications.ts'
import { isOver, type Stands, standsSchema } from '../../../forms/kit/post/over.ts'
import { afterLife as mailAfterLife, silenceSchema } from '../../../forms/kit/post/silence.ts'
import { addSeconds } from '../../../forms/kit/time.ts'
import { currentRequestId } from '../request.ts'
import { bulkPartition, duePartition } from './indexes.ts'
import { mailKey, planKey } from './keys.ts'
import { logEnds, type NewMail, type OutboxItem, outboxItem } from './outbox-item.ts'
import { setFields } from './set-fields.ts'
import type { TransactItems } from './transact.ts'

const plannedSchema = z.object({
  mailId: z.string(),
  notification: keptNotificationSchema,
  dueAt: z.iso.datetime(),
  bulk: z.literal(true).optional(),
  silence: silenceSchema.optional(),
})
export type Planned = z.infer<typeof plannedSchema>

export const planSchema = z.object({
  subject: z.string(),
  /** Of the request that made this plan. */
  requestId: z.string().optional(),
  createdAt: z.iso.datetime(),
  /** In the order in which they fall due. */
  mails: z.array(plannedSchema),
  /** So many of them, from the first on, are mails by now. */
  made: z.number(),
  /** Where the dossier stands that the plan is about. */
  stands: standsSchema.optional(),
})
export type Plan = z.infer<typeof planSchema>

/** Decisions of which the log says what they took back: each has an attribute, and the next but seven writes over it. */
const decisionsLogged = 8
const loggedIn = (revision: number) => `was${revision % decisionsLogged}`

/** A bulk mail waits a little (seconds), so that nothing but the paced sweep finds it due. */
const bulkDelay = 5

interface About {
  subject: string
  now: Date
  /** Of what the plan is about, where a log shows what was taken back. */
  revision?: number | undefined
  /** Of a dossier: where it stands by this decision. */
  stands?: Stands | undefined
}

/** What a decision promises and takes back, for the transaction that stores the decision. */
export function planItems(TableName: string, { put, takeBack }: MailPlan, about: About): TransactItems {
  const { subject, now } = about
  const own = put.filter((mail) => mail.subject === undefined)
  const waiting = own.filter(isPlanned)
  const items = own.filter((mail) => !isPlanned(mail)).map((mail) => mailItem(subject, mail, now))
  const gone = (takeBack.mails ?? []).filter((id) => !items.some(({ mailId }) => mailId === id))
  return [
    ...items.map((Item) => ({ Put: { TableName, Item } })),
    ...put.flatMap((mail) => {
      if (mail.subject === undefined) return []
      const Item = mailItem(mail.subject, mail, now)
      return [mail.grows ? { Put: { TableName, Item } } : putOnce(TableName, Item)]
    }),
    ...(waiting.length > 0 || takeBack.planned ? [newPlan(TableName, waiting, about)] : []),
    ...gone.map((mailId) => ({ Delete: { TableName, Key: mailKey(subject, mailId) } })),
  ]
}

/** One that is held for a person is shown to them from the start, whatever its moment. */
const isPlanned = (mail: Mail): mail is Mail & { dueAt: Date } =>
  mail.dueAt !== undefined && mail.held === undefined && !mail.undoable

/** A mail as an item of its own. */
export function mailItem(subject: string, { subject: _own, grows: _grows, ...mail }: Mail, now: Date) {
  const later = mail.bulk && !mail.dueAt ? { dueAt: addSeconds(now, bulkDelay) } : {}
  return outboxItem({ ...mail, ...later, subject, now })
}

/**
 * A put that changes nothing when the mail is there: in a transaction a condition would undo the rest. Not for one that may have left:
 * it would be due again.
 */
function putOnce(TableName: string, { pk, sk, ...item }: ReturnType<typeof outboxItem>) {
  const { set, names, values } = setFields(item, 'absent')
  return {
    Update: {
      TableName,
      Key: { pk, sk },
      UpdateExpression: set,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  }
}

/** Whatever was planned, this is the plan now; an empty one too, so that what became a mail already is not sent any more. */
function newPlan(TableName: string, waiting: readonly (Mail & { dueAt: Date })[], about: About) {
  const { subject, now, revision, stands } = about
  const mails = waiting
    .map(({ mailId, notification, dueAt, bulk, silence }) => ({
      ...{ mailId, notification, dueAt: dueAt.toISOString() },
      ...(bulk ? { bulk } : {}),
      ...(silence ? { silence } : {}),
    }))
    .sort(soonestFirst)
  // It would never become mails: better the decision fails.
  if (new Set(mails.map(({ mailId }) => mailId)).size < mails.length) throw new Error('A plan names a mail twice')
  const requestId = currentRequestId()
  const last = new Date(mails.at(-1)?.dueAt ?? now)
  const { set, names, values } = setFields({
    ...{ subject, mails, made: 0, createdAt: now.toISOString(), ttl: logEnds(last) },
    ...(requestId === undefined ? {} : { requestId }),
    ...(stands ? { stands } : {}),
    ...dueOf(mails[0]),
  })
  const log = revision === undefined ? undefined : loggedIn(revision)
  return {
    Update: {
      TableName,
      Key: planKey(subject),
      UpdateExpression: [
        set,
        log ? `, ${log} = if_not_exists(#mails, :none)` : '',
        mails.length > 0 ? '' : ' REMOVE #due, #dueAt',
      ].join(''),
      ExpressionAttributeNames: { ...names, '#due': 'due', '#dueAt': 'dueAt' },
      ExpressionAttributeValues: { ...values, ...(log ? { ':none': [] } : {}) },
    },
  }
}

export const soonestFirst = (one: Planned, other: Planned): number => one.dueAt.localeCompare(other.dueAt)

/** The same plan, with what waits for silence on its day by what is known now: the days of the network, and the Brussels date of the last life. */
export function afterLife(plan: Plan, days: NetworkDays, life: string | undefined): Plan {
  const { mails, made } = plan
  const waiting = mails.slice(made).map(({ dueAt, ...mail }): Planned => {
    const after = mailAfterLife({ ...mail, dueAt: new Date(dueAt) }, days, life)
    return { ...after, dueAt: after.dueAt.toISOString() }
  })
  return { ...plan, mails: [...mails.slice(0, made), ...waiting.sort(soonestFirst)] }
}

/** A plan waits for the first of its mails that is none yet. */
export const dueOf = (next: Pick<Planned, 'dueAt' | 'bulk'> | undefined) =>
  next ? { due: next.bulk ? bulkPartition : duePartition, dueAt: next.dueAt } : {}

/** A planned mail as the item it becomes. */
export const madeItem = (
  { subject, createdAt, requestId }: Plan,
  { mailId, notification, dueAt, bulk }: Planned,
  held?: NewMail['held'],
) => ({
  ...outboxItem({
    ...{ subject, mailId, notification, now: new Date(createdAt), dueAt: new Date(dueAt), requestId },
    ...(bulk ? { bulk } : {}),
    ...(held ? { held } : {}),
  }),
  planned: true as const,
})

/** Kinds that waited as items of their own until 0.1.0. */
const onceItems: readonly Notification['kind'][] = [
  ...(['taak', 'ongeopend', 'navraag', 'verloopt'] as const),
  ...(['activiteit-herinnering', 'activiteit-morgen'] as const),
]

/** Whether it waited in a plan before it was a mail; what a person sent since is their decision. */
export const wasPlanned = ({ planned, released, undoable, notification, plannedAt, createdAt }: OutboxItem): boolean =>
  !released && !undoable && (planned ?? (onceItems.includes(notification.kind) && plannedAt > createdAt))

/** Whether a decision since may have taken it back. */
export const mayBeTakenBack = (mail: OutboxItem): boolean => waitsForUndo(mail) || wasPlanned(mail)

/** A decision since planned something else, or what it tells is over; what no plan names waits for its moment as it was. */
export function isTakenBack(mail: OutboxItem, plan: Plan | undefined): boolean {
  if (!plan) return false
  if (waitsForUndo(mail)) return plan.stands !== undefined && isOver(mail.notification, mail.createdAt, plan.stands)
  return wasPlanned(mail) && !plan.mails.some((planned) => isSame(planned, mail))
}

/** Until when what took it back can be taken back itself: then it is true again, and leaves. */
export const waitsUntil = (mail: OutboxItem, plan: Plan | undefined): Date | undefined =>
  waitsForUndo(mail) && plan?.stands?.until ? new Date(plan.stands.until) : undefined

/** Its move can be taken back until it leaves. */
export const waitsForUndo = ({ undoable, released }: OutboxItem): boolean => undoable === true && !released

const isSame = ({ mailId, dueAt }: Planned, mail: OutboxItem): boolean =>
  mail.mailId === mailId && mail.plannedAt === dueAt

/**
 * All mails about one subject, in the order of their moments: those that are items, what waits in its plan, and what was taken back.
 * `days` and `life`: as for `afterLife`.
 */
export function allMails(
  mails: readonly OutboxItem[],
  item: Record<string, unknown> | undefined,
  days: NetworkDays,
  life?: string,
): OutboxItem[] {
  const plan = item && planSchema.parse(item)
  const shown = plan ? [...mails.map(asOf(plan)), ...linesOf(item, afterLife(plan, days, life), mails)] : [...mails]
  return shown.sort((one, other) => (one.plannedAt < other.plannedAt ? -1 : 1))
}

/** One that was taken back waits for nothing, also before the mailer comes to it. */
const asOf =
  (plan: Plan) =>
  (mail: OutboxItem): OutboxItem => {
    return mail.status === 'wacht' && isTakenBack(mail, plan) ? takenBack(mail) : mail
  }

const takenBack = ({ dueAt: _, ...mail }: OutboxItem): OutboxItem => ({ ...mail, cancelled: true })

/** What a plan says beside the mails that were made of it: what waits, and what was taken back of the plans before it. */
function linesOf(item: Record<string, unknown>, plan: Plan, mails: readonly OutboxItem[]): OutboxItem[] {
  const logged = Object.entries(item).flatMap(([name, value]) => (/^was\d$/.test(name) ? [value] : []))
  const before = z.array(plannedSchema).parse(logged.flat())
  const line = (planned: Planned): OutboxItem => ({ ...madeItem(plan, planned), ...planKey(plan.subject) })
  const isMail = ({ mailId }: Planned) => mails.some((mail) => mail.mailId === mailId)
  return [
    ...plan.mails.slice(plan.made).map(line),
    ...before
      .filter((planned) => !isMail(planned))
      .map(line)
      .map(takenBack),
  ]
}

/** The applicant has another link: what waits for them goes with that. On condition that the plan is as it was read. */
export function relinked(
  TableName: string,
  item: Record<string, unknown> | undefined,
  linkVersion: number,
): TransactItems {
  if (!item) return []
  const { subject, mails, made } = planSchema.parse(item)
  const theirs = mails.flatMap(({ notification }, at) => (at >= made && notification.to === 'aanvrager' ? [at] : []))
  if (theirs.length === 0) return []
  return [
    {
      Update: {
        TableName,
        Key: planKey(subject),
        UpdateExpression: `SET ${theirs.map((at) => `mails[${at}].notification.linkVersion = :version`).join(', ')}`,
        ConditionExpression: 'mails = :mails AND made = :made',
        ExpressionAttributeValues: { ':version': linkVersion, ':mails': item.mails, ':made': made },
      },
    },
  ]
}

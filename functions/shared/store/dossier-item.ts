/** A dossier as it is kept, and the pieces of every transaction that puts one. */
import type { YearCounts } from '../../../forms/kit/figures/tally.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { inHandsOf } from '../../../forms/kit/lifecycle/service-call.ts'
import type { MailPlan } from '../../../forms/kit/post/mail.ts'
import { agendaItems } from './agenda.ts'
import { type AuditLine, dossierAudit } from './audit.ts'
import { countItems } from './count-items.ts'
import { changedPartition, heldBy, placeInList, queueOf, suspectsOf } from './indexes.ts'
import { answersKey, dossierKey } from './keys.ts'
import { planItems } from './mail-plan.ts'
import { addressItem } from './outbox-item.ts'
import type { TransactItems } from './transact.ts'

/** What is written of every new dossier, whoever took it in. */
export interface Taken {
  dossier: Dossier
  /** The answers as a JWE, sealed to the network's key. */
  sealed: string
  email: string | undefined
  mails: MailPlan
  /** As what it counts in the figures. */
  counts: readonly YearCounts[]
  auditId: string
  now: Date
  auditDays: number
}

/** The dossier comes first: where it is there already, that is the condition that fails. */
export function takenItems(TableName: string, input: Taken, line: Omit<AuditLine, 'to'>): TransactItems {
  const { dossier, sealed, email, mails, counts, now } = input
  const { reference } = dossier
  return [
    { Put: { TableName, Item: dossierItem(dossier), ConditionExpression: 'attribute_not_exists(pk)' } },
    { Put: { TableName, Item: { ...answersKey(reference), sealed } } },
    ...(email === undefined ? [] : [{ Put: { TableName, Item: addressItem(reference, email) } }]),
    ...planItems(TableName, mails, { subject: reference, now }),
    ...agendaItems(TableName, { after: dossier }),
    ...countItems(TableName, counts, reference),
    dossierAudit(TableName, reference, input, { ...line, to: dossier.state }),
  ]
}

/**
 * A dossier as it is kept: in one list by its state, and in that of whose turn it is as long as something is left to do.
 * What has no date comes after all that has one, so that what is done never stands before what must be done.
 */
export function dossierItem(dossier: Dossier): Record<string, unknown> {
  const { notReached = [], ...kept } = dossier
  const { reference, network, form, state, suspect, nextOn, ttl } = kept
  const open = ttl === undefined
  const whose = inHandsOf(dossier)
  return {
    ...dossierKey(reference),
    ...kept,
    ...(notReached.length > 0 ? { notReached: new Set(notReached) } : {}),
    rij: suspect && open ? suspectsOf(network) : queueOf(network, form, state),
    rijSinds: placeInList(dossier),
    ...(whose && (open || nextOn) ? { bij: heldBy(network, whose) } : {}),
    // Whoever writes a dossier cannot read its answers: it only says that the search must look again.
    ...{ due: changedPartition, dueAt: dossier.stateSince },
  }
}

/** That nobody changed a task of it since it was read: for the condition of whoever writes the dossier, or erases it. */
export const tasksAsRead = ({ tasks }: Pick<Dossier, 'tasks'>) => ({
  condition: tasks ? '#tasks.revision = :tasksRevision' : 'attribute_not_exists(#tasks)',
  names: { '#tasks': 'tasks' },
  values: tasks ? { ':tasksRevision': tasks.revision } : {},
})

/**
 * On condition that nobody changed it since it was read. A mail that came back meanwhile, or a task of its own, raised no revision, so
 * that it makes nobody's open page stale; its mark counts here, or it would be written over.
 */
export const changedDossier = (TableName: string, before: Dossier, after: Dossier) => {
  const { notReached = [], revision } = before
  const marked = notReached.length > 0
  const tasks = tasksAsRead(before)
  return {
    Put: {
      TableName,
      Item: dossierItem(after),
      ConditionExpression: `revision = :revision AND ${marked ? 'notReached = :marks' : 'attribute_not_exists(notReached)'} AND ${tasks.condition}`,
      ExpressionAttributeNames: tasks.names,
      ExpressionAttributeValues: {
        ...{ ':revision': revision, ...tasks.values },
        ...(marked ? { ':marks': new Set(notReached) } : {}),
      },
    },
  }
}

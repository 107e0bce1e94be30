/** Who did what about a person of the network: append-only, ids only, beside their binding. */
import { addSeconds, epochSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import type { PersonRef } from './identities.ts'
import { personAuditKey } from './keys.ts'

export interface Audited {
  auditId: string
  now: Date
  /** Days the audit line is kept. */
  auditDays: number
}

/** The write that goes into the same transaction as what it tells. */
export const personAudit = (
  TableName: string,
  { network, person }: PersonRef,
  { auditId, now, auditDays }: Audited,
  line: Readonly<Record<string, string>>,
) => ({
  Put: {
    TableName,
    Item: {
      ...personAuditKey(network, person, now.toISOString(), auditId),
      at: now.toISOString(),
      ...line,
      ttl: epochSeconds(addSeconds(now, auditDays * secondsPerDay)),
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
})

/** Who did what to a dossier: append-only, ids and states only. */
import * as z from 'zod'
import { addSeconds, epochSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import { auditKey } from './keys.ts'
import type { Audited } from './person-audit.ts'

const auditLineSchema = z.object({
  /** Id of a person of the network, or `aanvrager`. */
  who: z.string(),
  /** The action of a move, or what else was done: `ingediend`, `geopend`, `adres verbeterd`, `verwant`, `mail opgelost` … */
  what: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  /** Whom it was assigned to. */
  person: z.string().optional(),
  /** Key of the offer it was referred to. */
  offer: z.string().optional(),
  /** Reference of the other dossier of the same family. */
  related: z.string().optional(),
  /** Id of the mail that was sent again, or dealt with in another way. */
  mail: z.string().optional(),
  /** Whose dossier it was, once it is erased itself; of one that was moved here, the network of who did that. */
  network: z.string().optional(),
})
export type AuditLine = z.infer<typeof auditLineSchema>

/** A line as it is read back. */
export const keptLineSchema = auditLineSchema.extend({
  /** ISO UTC. */
  at: z.iso.datetime(),
})
export type KeptLine = z.infer<typeof keptLineSchema>

/** The write that goes into the same transaction as what it tells. */
export const dossierAudit = (
  TableName: string,
  reference: string,
  { auditId, now, auditDays }: Audited,
  line: AuditLine,
) => ({
  Put: {
    TableName,
    Item: {
      ...auditKey(reference, now.toISOString(), auditId),
      at: now.toISOString(),
      ...line,
      ttl: epochSeconds(addSeconds(now, auditDays * secondsPerDay)),
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
})

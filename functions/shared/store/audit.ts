/** Who did what, to what or whom: lines that are only ever added, with ids and states only, each kept for its days. */
import * as z from 'zod'
import { addSeconds, epochSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import type { PersonRef } from './keys.ts'
import { auditKey, personAuditKey } from './keys.ts'

export interface Audited {
  auditId: string
  /** Id of the colleague, away now, for whom it was done or seen. */
  for?: string
  now: Date
  /** Days the audit line is kept. */
  auditDays: number
}

/** What the trail says of something that the applicant added. */
export const added = 'toegevoegd'

/** Epoch seconds at which a line goes. */
export const auditEnds = ({ now, auditDays }: Pick<Audited, 'now' | 'auditDays'>): number =>
  epochSeconds(addSeconds(now, auditDays * secondsPerDay))

/** A line as it is kept: when, by the key it has for that moment, what, and until when. */
export const auditItem = (keyOf: (at: string, id: string) => object, about: Audited, line: object) => {
  const at = about.now.toISOString()
  const forWhom = about.for === undefined ? {} : { for: about.for }
  return { ...keyOf(at, about.auditId), at, ...line, ...forWhom, ttl: auditEnds(about) }
}

const auditLineSchema = z.object({
  /** Id of a person of the network, or `aanvrager`. */
  who: z.string(),
  /** Id of the colleague they stood in for. */
  for: z.string().optional(),
  /** The action of a move, or what else was done: `ingediend`, `geopend`, `adres verbeterd`, `verwant`, `mail opgelost` … */
  what: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  /** Whom it was assigned to. */
  person: z.string().optional(),
  /** Key of the offer it was referred to. */
  offer: z.string().optional(),
  /** Key of the template that was mailed, and the Brussels date in its words. */
  template: z.string().optional(),
  on: z.string().optional(),
  /** Reference of the other dossier of the same family. */
  related: z.string().optional(),
  /** The move that was taken back. */
  undid: z.string().optional(),
  /** Id of the mail that was sent again, or dealt with in another way. */
  mail: z.string().optional(),
  /** Whose dossier it was, once it is erased itself; of one that was moved here, the network of who did that. */
  network: z.string().optional(),
  /** Of one that is erased: the dossier it had gone on as, which is not. */
  movedTo: z.object({ network: z.string(), reference: z.string() }).optional(),
})
export type AuditLine = z.infer<typeof auditLineSchema>

/** Of what does not move the dossier. */
export type DoneBy = Pick<AuditLine, 'who' | 'for' | 'what'>

/** A line about a dossier as it is read back. */
export const keptLineSchema = auditLineSchema.extend({
  /** ISO UTC. */
  at: z.iso.datetime(),
})
export type KeptLine = z.infer<typeof keptLineSchema>

/** Beside a dossier: the write that goes into the same transaction as what it tells. */
export const dossierAudit = (TableName: string, reference: string, about: Audited, line: AuditLine) => ({
  Put: {
    TableName,
    Item: auditItem((at, id) => auditKey(reference, at, id), about, line),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
})

/** About a person of the network, beside their binding: likewise. */
export const personAudit = (
  TableName: string,
  { network, person }: PersonRef,
  about: Audited,
  line: Readonly<Record<string, string>>,
) => ({
  Put: {
    TableName,
    Item: auditItem((at, id) => personAuditKey(network, person, at, id), about, line),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
})

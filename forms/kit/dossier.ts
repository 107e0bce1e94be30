/** A dossier's open part: what may be read without unsealing the answers (domain.md §4, "Dossier"). */
import * as z from 'zod'

const dossierState = z.enum([
  'ingediend',
  'wacht_op_aanvrager',
  'toegewezen',
  'overleg_gepland',
  'overleg_gehouden',
  'in_opvolging',
  'afgesloten',
  'doorverwezen',
  'ingetrokken',
])
export type DossierState = z.infer<typeof dossierState>

/** States in which nothing more will happen. */
export const isClosed = (state: DossierState): boolean => ['afgesloten', 'doorverwezen', 'ingetrokken'].includes(state)

export const dossierSchema = z.object({
  reference: z.string(),
  network: z.string(),
  form: z.string(),
  state: dossierState,
  outcome: z.enum(['voldoet', 'twijfel']),
  /** Names of the criteria the coordinator must look at. */
  doubtful: z.array(z.string()),
  /** Filled in by a machine, by all appearances: kept, flagged, its confirmation held (domain.md §3.11). */
  suspect: z.boolean(),
  /** ISO UTC. */
  receivedAt: z.iso.datetime(),
  /** Brussels calendar date by which the coordinator answers. */
  answerBefore: z.iso.date(),
  /** HMAC of the applicant's address, to find a person's dossiers without keeping the address here. */
  applicant: z.string().optional(),
  linkVersion: z.number(),
  /** Anonymous facts for the yearly trends. */
  trend: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])),
  /** Epoch seconds; absent while the dossier is open. */
  ttl: z.number().optional(),
})
export type Dossier = z.infer<typeof dossierSchema>

/** A dossier's open part: what may be read without unsealing the answers (docs/domain.md §4, "Dossier"). */
import * as z from 'zod'
import { factsSchema } from '../figures/facts.ts'
import { markSchema } from '../overleg/mark.ts'
import { planMarkSchema } from '../plan/plan-mark.ts'
import { tasksMarkSchema } from '../tasks/tasks-mark.ts'
import { brusselsDate } from '../time.ts'

export const dossierSchema = z.object({
  reference: z.string(),
  network: z.string(),
  form: z.string(),
  /** A state of the form's lifecycle. */
  state: z.string(),
  /** ISO UTC. */
  stateSince: z.iso.datetime(),
  /** The Brussels date on which it last came in each state it came in since it began: what lies behind, for whoever asked. */
  reached: z.record(z.string(), z.iso.date()).optional(),
  /** Since when what the applicant was told last is so; ISO UTC. Absent until it differs from `stateSince`. */
  toldSince: z.iso.datetime().optional(),
  outcome: z.enum(['voldoet', 'twijfel']),
  /** Names of the criteria the coordinator must look at. */
  doubtful: z.array(z.string()),
  /** Filled in by a machine, by all appearances: kept, flagged, its confirmation held (docs/domain.md §3.11). */
  suspect: z.boolean(),
  /** ISO UTC. */
  receivedAt: z.iso.datetime(),
  /** Brussels calendar date by which the coordinator answers. */
  answerBefore: z.iso.date(),
  /** Rises with every change: two people who act on the same page cannot both win. */
  revision: z.number(),
  /** Id of the person of the network who has it. */
  holder: z.string().optional(),
  /** Brussels date of the last move, call or note; absent until the first. */
  livedOn: z.iso.date().optional(),
  /** Brussels date by which the next thing happens; absent when nothing is left to do. */
  nextOn: z.iso.date().optional(),
  /** Brussels date of the meeting it is on the agenda of; absent when it is on none, and for a suspect. */
  agenda: z.iso.date().optional(),
  /** While it waits for the applicant: the state it came from, since which Brussels date, and the date that was next. */
  paused: z.object({ from: z.string(), on: z.iso.date(), nextOn: z.iso.date().optional() }).optional(),
  /**
   * Key of the offer it was referred to, the Brussels date somebody asks whether the client got there, and the answer. `call`: id of
   * who calls that service together with the applicant, by which Brussels date, and when they did; absent before there were calls.
   */
  referral: z
    .object({
      aanbod: z.string(),
      checkOn: z.iso.date(),
      arrived: z.literal(true).optional(),
      call: z.object({ who: z.string(), on: z.iso.date(), done: z.iso.date().optional() }).optional(),
    })
    .optional(),
  /** Where its last overleg stands (forms/kit/overleg/); absent while there was none. */
  overleg: markSchema.optional(),
  /** Where its plan van aanpak stands (forms/kit/plan/); absent while there is none. */
  actionPlan: planMarkSchema.optional(),
  /** Which of its own tasks are open (forms/kit/tasks/); absent while there were none. */
  tasks: tasksMarkSchema.optional(),
  /**
   * Epoch seconds at which its tables and its plan still end, though it is open: an applicant opened it again, who may not reach
   * them. Gone with the next move of somebody of the network.
   */
  tablesEnd: z.number().optional(),
  /** Brussels date since which the client must be called: the applicant's service does not take part any more. */
  callClient: z.iso.date().optional(),
  /** Brussels date on which the applicant must be called, who said that it is urgent; gone once somebody did, or it left the agenda. */
  callBy: z.iso.date().optional(),
  /** Brussels date on which a team decided about it at its meeting: until that day is over the whole team may read it. */
  discussedOn: z.iso.date().optional(),
  /** Whom our mail does not reach, each by its mark (not-reached.ts); kept as a set, so that marking one twice is marking it once. */
  notReached: z.preprocess((kept) => (kept instanceof Set ? [...kept] : kept), z.array(z.string())).optional(),
  /** The dossier it goes on as, of another form, and that form in words: "Vraag van LCO Aalst". */
  movedTo: z.object({ network: z.string(), form: z.string(), reference: z.string(), name: z.string() }).optional(),
  /** When somebody of the network first opened it; ISO UTC. */
  openedAt: z.iso.datetime().optional(),
  /** The revision that this first opening made. */
  openedRevision: z.number().optional(),
  /** Until 0.1.0, ids of mails that waited, each an item; they are in the plan since (docs/decisions/017). Functions of 0.1.0 read it. */
  planned: z.array(z.string()),
  /** References of other dossiers of the same family, in the same network. */
  related: z.array(z.string()),
  /** The few answers a list shows, as a JWE of their own: only the werkruimte can read them. */
  listed: z.string().optional(),
  /** The draft it came from: its tombstone goes when a person asks to be forgotten. */
  origin: z.string(),
  /** HMAC of the applicant's address, to find a person's dossiers without keeping the address here. */
  applicant: z.string().optional(),
  /** How whoever asked is reached, masked, for their own page (reach.ts); absent until 0.2.0. */
  reach: z.object({ email: z.string().optional(), phone: z.string().optional() }).optional(),
  /** The number they gave since, in the place of the one among the answers: a JWE, only the werkruimte can read it. */
  phone: z.string().optional(),
  linkVersion: z.number(),
  /** What was chosen in the form, as anonymous facts. */
  trend: z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())])),
  /** What it counts as beside that, in which year (forms/kit/figures/); absent from before there were figures. */
  facts: factsSchema.optional(),
  /** Epoch seconds; absent while the dossier is open. */
  ttl: z.number().optional(),
})
export type Dossier = z.infer<typeof dossierSchema>

/** Something happened to it that is no move. */
export const lived = <D extends Dossier>(dossier: D, now: Date): D => ({
  ...dossier,
  livedOn: brusselsDate(now),
  revision: dossier.revision + 1,
})

/**
 * The revision that a page shows, by what its form says it was made from. The first opening changes nothing that people decide
 * on: a page from just before it is as good as one from after it. NaN for what is no number.
 */
export function shownRevision({ openedRevision }: Dossier, sent: string | undefined): number {
  const revision = Number(sent)
  return revision + 1 === openedRevision ? openedRevision : revision
}

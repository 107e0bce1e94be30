/**
 * Taking a move back. For ten minutes whoever made it can, as long as nothing else happened to the dossier and the mail of the move
 * did not leave: that mail waits so long. What reaches further than the dossier itself acts at once, and says so before. Pure.
 */
import * as z from 'zod'
import type { Person } from '../content.ts'
import type { Service } from '../form.ts'
import type { NetworkDays } from '../network-days.ts'
import { isOpenOverleg } from '../overleg/overleg.ts'
import { type Mail, planAnew } from '../post/mail.ts'
import { tasksGivenBack, tasksMoved } from '../tasks/own-tasks.ts'
import { openTaskSchema } from '../tasks/tasks-mark.ts'
import { addSeconds, epochSeconds } from '../time.ts'
import { plan } from './by-itself.ts'
import { type Dossier, dossierSchema, shownRevision } from './dossier.ts'
import { type Move, stateOf } from './lifecycle.ts'
import type { Decision } from './move.ts'

type Moved = Extract<Decision, { kind: 'moved' }>

/** Minutes in which a move can be taken back, and for which its mail waits. */
export const undoMinutes = 10

/**
 * What no move changes, or what stays as it is when one is taken back: that somebody opened it, that a mail came back, and the last
 * sign of life, which taking back is itself. Its own tasks go back one by one.
 */
const stays = {
  ...({ listed: true, applicant: true, openedAt: true, openedRevision: true, revision: true } as const),
  ...({ notReached: true, livedOn: true, tasks: true, reach: true, phone: true } as const),
}

/** What is kept of the last move that can be taken back. */
export const madeMoveSchema = z.object({
  action: z.string(),
  /** Id of the person of the network who made it. */
  who: z.string(),
  /** The revision it made. */
  revision: z.number(),
  /** ISO UTC: from then on it cannot be taken back. */
  until: z.iso.datetime(),
  /** Ids of its mails, which wait until then. */
  mails: z.array(z.string()),
  /** Id of the line of the logbook that says why. */
  note: z.string().optional(),
  /** Brussels date of the meeting whose record names it. */
  meeting: z.iso.date().optional(),
  /** Open tasks as they were, and as the move left them; absent when it left them alone. */
  tasks: z.object({ before: z.array(openTaskSchema), after: z.array(openTaskSchema) }).optional(),
  /** The dossier as it was. */
  before: dossierSchema.omit(stays),
})
export type MadeMove = z.infer<typeof madeMoveSchema>

/** Whether this move cannot be taken back: the answers go, held mail goes, or an overleg or a plan goes along with it. */
export function actsAtOnce({ form }: Pick<Service, 'form'>, dossier: Dossier, move: Move): boolean {
  const to = typeof move.to === 'string' ? stateOf(form.lifecycle, move.to) : undefined
  if (to?.withdrawn || move.forSuspect) return true
  const { overleg, actionPlan, state } = dossier
  const hasMore = actionPlan !== undefined || (overleg !== undefined && isOpenOverleg(overleg))
  const opens = stateOf(form.lifecycle, state).closed
  const changesHands = move.givesBack || move.asks?.includes('persoon')
  return hasMore && Boolean(to?.closed || opens || changesHands || move.asks?.includes('stand'))
}

/** A move that is made, as far as it may be taken back. */
interface Making {
  before: Dossier
  action: string
  /** Id of who makes it. */
  who: string
  note: string | undefined
  meeting: string | undefined
  now: Date
}

/** The same decision with its mail put off, and what is kept to take it back. */
export function waiting(
  decision: Moved,
  { before, action, who, note, meeting, now }: Making,
): { decision: Moved; made: MadeMove } {
  const until = addSeconds(now, undoMinutes * 60)
  const put = decision.mails.put.map((mail) =>
    leavesNow(mail) ? { ...mail, dueAt: until, undoable: true as const } : mail,
  )
  const mails = put.filter(({ undoable, held }) => undoable || held).map(({ mailId }) => mailId)
  const tasks = tasksMoved(before, decision.dossier)
  return {
    decision: { ...decision, mails: { ...decision.mails, put } },
    made: madeMoveSchema.parse({
      ...{ action, who },
      revision: decision.dossier.revision,
      until: until.toISOString(),
      mails,
      ...(note === undefined ? {} : { note }),
      ...(meeting === undefined ? {} : { meeting }),
      ...(tasks ? { tasks } : {}),
      before,
    }),
  }
}

const leavesNow = ({ dueAt, held }: Mail): boolean => dueAt === undefined && held === undefined

/** Somebody takes a move back. */
export interface Undoing {
  service: Service
  days: NetworkDays
  dossier: Dossier
  /** The last move that could be taken back; undefined once there is none. */
  made: MadeMove | undefined
  /** The revision their page was made from, as sent. */
  sent: string | undefined
  by: Person
  /** A mail of it was taken to be sent. */
  mailLeft: boolean
  now: Date
}

/**
 * `changed`: something else happened since; `not-you`: another person made it; `over`: the minutes are over; `mail-left`: somebody
 * may have read of it; `ended`: it was opened again, and would have been erased by now.
 */
export type UndoRefusal = 'changed' | 'not-you' | 'over' | 'mail-left' | 'ended'

export function undo(undoing: Undoing): Moved | { kind: 'refused'; reason: UndoRefusal } {
  const { service, days, dossier, made, now } = undoing
  const reason = undoRefusal(undoing)
  if (reason || !made) return { kind: 'refused', reason: reason ?? 'over' }
  const kept = Object.entries(dossier).filter(([name, value]) => name in stays && value !== undefined)
  const after: Dossier = {
    ...{ ...made.before, ...Object.fromEntries(kept) },
    ...(dossier.tasks && made.tasks ? { tasks: tasksGivenBack(dossier.tasks, made.tasks) } : {}),
    revision: dossier.revision + 1,
  }
  // The mail of the meeting it is on again was put when it came on it: it waits still, or left.
  const mails = planAnew(plan(service, days, after, now))
  return { kind: 'moved', dossier: after, mails }
}

function undoRefusal({ dossier, made, sent, by, mailLeft, now }: Undoing): UndoRefusal | undefined {
  const isLast = (revision: string | undefined) => shownRevision(dossier, revision) === dossier.revision
  if (!isLast(sent) || (made && !isLast(String(made.revision)))) return 'changed'
  if (!made || made.until <= now.toISOString()) return 'over'
  if (made.who !== by.id) return 'not-you'
  if (mailLeft) return 'mail-left'
  return made.before.ttl !== undefined && made.before.ttl <= epochSeconds(now) ? 'ended' : undefined
}

/** The move that this person can still take back. */
export const undoableBy = (dossier: Dossier, made: MadeMove | undefined, { id }: Pick<Person, 'id'>, now: Date) =>
  made &&
  made.who === id &&
  made.until > now.toISOString() &&
  shownRevision(dossier, String(made.revision)) === dossier.revision
    ? made
    : undefined

/** Everything that happened with a dossier in one list, newest first: moves, calls, notes, mails, and who looked. */
import { brusselsDate } from '../../../forms/kit/time.ts'
import { added, type KeptLine } from '../../shared/store/audit.ts'
import type { KeptConsultation } from '../../shared/store/dossier-file.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import type { OpenLine } from './open-line.ts'
import type { OpenedTask } from './open-task.ts'
import type { DossierView } from './view.ts'

/** `at`: ISO UTC, by which they are in order. */
export type Entry = { at: string } & (
  | { kind: 'step'; line: KeptLine }
  | { kind: 'contact'; line: OpenLine }
  | { kind: 'task'; task: OpenedTask }
  | { kind: 'mail'; mail: OutboxItem }
  | { kind: 'consultation'; people: readonly ConsultedBy[] }
)

/** On one day. */
export interface ConsultedBy {
  who: string
  times: number
  /** How many of those were for paper. */
  printed: number
}

/** What can be chosen to see. Parameter of the address of the page. */
const timelineViews = ['alles', 'contact', 'mails', 'stappen'] as const
export type TimelineView = (typeof timelineViews)[number]
export const timelineField = 'toon'

export const timelineViewIn = (value: string | undefined): TimelineView | undefined =>
  timelineViews.find((one) => one === value)

const kindsIn = {
  alles: ['step', 'contact', 'task', 'mail', 'consultation'],
  contact: ['contact', 'task'],
  mails: ['mail'],
  stappen: ['step'],
} as const satisfies Record<TimelineView, readonly Entry['kind'][]>

/** Planned, and taken back before it went. */
const isUnneeded = ({ status, cancelled }: OutboxItem): boolean => status === 'wacht' && cancelled === true
const isToCome = (mail: OutboxItem, now: Date): boolean =>
  mail.status === 'wacht' && !isUnneeded(mail) && new Date(mail.plannedAt) > now

interface Timeline {
  /** Newest first. */
  entries: readonly Entry[]
  /** Planned for later, the next one first. */
  toCome: readonly OutboxItem[]
  /** Planned, and not needed any more. */
  unneeded: readonly OutboxItem[]
}

export function timelineOf(view: DossierView, shown: TimelineView = 'alles'): Timeline {
  const { lines, tasks, history, mails, consultations, now } = view
  const kinds: readonly string[] = kindsIn[shown]
  const went = mails.filter((mail) => !isUnneeded(mail) && !isToCome(mail, now))
  // What was added is a line itself; once those have ended, that it was stays.
  const shownAsLine = ({ what, at }: KeptLine) => what === added && lines.some((line) => line.at === at)
  const steps = history.filter((line) => !shownAsLine(line))
  const entries: Entry[] = [
    ...steps.map((line): Entry => ({ kind: 'step', at: line.at, line })),
    ...lines.map((line): Entry => ({ kind: 'contact', at: line.at, line })),
    ...tasks.flatMap((task): Entry[] => {
      const at = endOf(task)
      return at === undefined ? [] : [{ kind: 'task', at, task }]
    }),
    ...went.map((mail): Entry => ({ kind: 'mail', at: mail.sentAt ?? mail.plannedAt, mail })),
    ...consultedByDay(consultations, view),
  ]
  const withMails = kinds.includes('mail')
  return {
    // The later of two at one moment stands first, as they came.
    entries: entries
      .filter(({ kind }) => kinds.includes(kind))
      .reverse()
      .sort((one, other) => other.at.localeCompare(one.at)),
    toCome: withMails ? mails.filter((mail) => isToCome(mail, now)) : [],
    unneeded: withMails ? mails.filter(isUnneeded) : [],
  }
}

/** When it was done, or stopped; undefined while it is open. */
const endOf = ({ doneAt, stoppedAt }: OpenedTask): string | undefined => doneAt ?? stoppedAt

/** One line a day, at the last time somebody looked; whoever looks now knows that they did today. */
function consultedByDay(consultations: readonly KeptConsultation[], { person, now }: DossierView): Entry[] {
  const today = brusselsDate(now)
  const byDay = new Map<string, KeptConsultation[]>()
  for (const look of consultations) {
    const day = brusselsDate(new Date(look.at))
    if (day === today && look.who === person.id && !look.printed) continue
    byDay.set(day, [...(byDay.get(day) ?? []), look])
  }
  return [...byDay.values()].map((views): Entry => {
    const who = [...new Set(views.map((one) => one.who))]
    return {
      kind: 'consultation',
      at: views.reduce((last, { at }) => (at > last ? at : last), ''),
      people: who.map((person) =>
        consultedBy(
          views.filter((one) => one.who === person),
          person,
        ),
      ),
    }
  })
}

const consultedBy = (views: readonly KeptConsultation[], who: string): ConsultedBy => ({
  who,
  times: views.length,
  printed: views.filter(({ printed }) => printed).length,
})

/** By the Brussels date of each, in their order. */
export function byDay(entries: readonly Entry[]): [day: string, entries: Entry[]][] {
  const days = new Map<string, Entry[]>()
  for (const entry of entries) {
    const day = brusselsDate(new Date(entry.at))
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days]
}

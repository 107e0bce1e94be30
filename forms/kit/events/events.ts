/**
 * An event: what its public page shows, until when people answer, and when we remind them (docs/domain.md §6). Pure: whatever
 * depends on the moment takes `now`. Everything in this item is public; the online link is kept elsewhere.
 */
import * as z from 'zod'
import { counted } from '../counted.ts'
import { capitalised } from '../text.ts'
import { addDays, brusselsDate, brusselsInstant, brusselsLocal, dateInWords, nineOn } from '../time.ts'

/** ISO 8601 instant in UTC. */
const instant = z.iso.datetime()

/** A question of the organiser's own; `keuze` offers its choices. */
const ownQuestion = z.object({
  /** Name of its field: `eigen_1` to `eigen_3`. */
  id: z.string().regex(/^eigen_[1-3]$/),
  soort: z.enum(['tekst', 'keuze', 'getal']),
  vraag: z.string(),
  keuzes: z.array(z.string()).default([]),
})
export type OwnQuestion = z.infer<typeof ownQuestion>

/** One day of an event of several; `id` stays when days are added before it. */
const session = z.object({ id: z.string().regex(/^[a-z0-9]+$/), start: instant, einde: instant })
export type Session = z.infer<typeof session>

/** What the page says once it began: links that everybody may follow, and the slug of what comes next. */
const news = z.object({
  text: z.string().optional(),
  verslag: z.url().optional(),
  slides: z.url().optional(),
  next: z.string().optional(),
})

export const eventSchema = z.object({
  /** Last part of its address, and its id. */
  slug: z.string(),
  /** Who runs it: phone, colours and Reply-To come from there. */
  network: z.string(),
  titel: z.string(),
  ondertitel: z.string().optional(),
  soort: z.enum(['vorming', 'infosessie', 'overleg']),
  /** One paragraph each. */
  omschrijving: z.array(z.string()),
  voorWie: z.string(),
  start: instant,
  einde: instant,
  /** An address, or "Online". The link itself shows only on the page of who comes. */
  plaats: z.string(),
  online: z.boolean(),
  /** Absent in what was made before it was asked: then the place tells (`formOf`). */
  vorm: z.enum(['fysiek', 'online', 'hybride']).optional(),
  /** Its days, when there are several: `start` and `einde` are those of the first and the last. */
  sessies: z.array(session).optional(),
  /** People choose which days they come; otherwise to all of them. */
  perSessie: z.boolean().default(false),
  /** The last Brussels calendar date on which an answer counts. */
  deadline: z.iso.date(),
  /** Seats; absent when everybody is welcome. */
  capaciteit: z.number().optional(),
  toegang: z.enum(['openbaar', 'op_uitnodiging']),
  /** The service that invites. */
  organisator: z.string(),
  /** Who of that service invites, as the invitation names them. */
  invitedBy: z.string().optional(),
  /** Why these people are invited, after "omdat"; only in the invitation. */
  reason: z.string().optional(),
  /** Id of the person who is told how the answers stand. */
  organiser: z.string().optional(),
  /** Asks who can bring an anonymous case. */
  casussen: z.boolean(),
  /** At most three questions of the organiser's own. */
  vragen: z.array(ownQuestion).max(3).default([]),
  /** Asks with how many somebody comes: for inhabitants, who bring whom they like. */
  metHoeveel: z.boolean().default(false),
  /** Asks of which organisation somebody is; not of an inhabitant. */
  vraagtOrganisatie: z.boolean().default(true),
  nieuws: news.optional(),
  /** One more reminder on the day before the deadline. */
  extraHerinnering: z.boolean(),
  geannuleerd: z.boolean(),
  /** Rises with every change by the organiser; part of SEQUENCE in the calendar (RFC 5545 §3.8.7.4). */
  revisie: z.number(),
  /** The revision that last changed when or where, or cancelled: who comes is told. */
  gemeld: z.number().default(0),
  /** The revision since which seats are counted, where it had none at first (`seats.ts`). */
  seatsSince: z.number().optional(),
})
export type LoketEvent = z.infer<typeof eventSchema>

/** Where people take part. Of what was made before this was asked, the place and the link tell. */
export function formOf({
  vorm,
  plaats,
  online,
}: Pick<LoketEvent, 'vorm' | 'plaats' | 'online'>): 'fysiek' | 'online' | 'hybride' {
  if (vorm) return vorm
  if (/^online\b/i.test(plaats)) return 'online'
  return online ? 'hybride' : 'fysiek'
}

/** "de vorming" */
export const kindInWords: Readonly<Record<LoketEvent['soort'], string>> = {
  vorming: 'de vorming',
  infosessie: 'de infosessie',
  overleg: 'het overleg',
}

/** Its days: one, or those of a series. */
export const sessionsOf = ({
  sessies,
  start,
  einde,
}: Pick<LoketEvent, 'sessies' | 'start' | 'einde'>): readonly Session[] =>
  sessies && sessies.length > 0 ? sessies : [{ id: '1', start, einde }]

export const answers = ['ja', 'nee', 'op_de_hoogte'] as const
export type Answer = (typeof answers)[number]

/**
 * The first instant at which an answer no longer counts: the midnight after the deadline in Brussels (docs/domain.md §3.3), or
 * the start when that comes first.
 */
export function closesAt({ deadline, start }: Pick<LoketEvent, 'deadline' | 'start'>): Date {
  const midnight = brusselsInstant(`${addDays(deadline, 1)}T00:00`)
  return midnight.toISOString() < start ? midnight : new Date(start)
}

export interface PlannedReminder {
  mailId: string
  at: Date
}

const atReminderHour = (date: string, daysBefore: number): Date => nineOn(addDays(date, -daysBefore))

const still = (now: Date) => (planned: PlannedReminder) => planned.at > now

/** To who has not answered: three days before the deadline, and when the organiser wants it also the day before. */
export const answerReminders = (event: LoketEvent, now: Date): PlannedReminder[] =>
  [
    { mailId: 'herinnering' as const, at: atReminderHour(event.deadline, 3) },
    ...(event.extraHerinnering ? [{ mailId: 'herinnering-1' as const, at: atReminderHour(event.deadline, 1) }] : []),
  ].filter(still(now))

/** Of the mail on the day before a day of it; the first has the name it had when there was only one. */
const tomorrowId = (event: LoketEvent, { id }: Session): string =>
  sessionsOf(event)[0]?.id === id ? 'morgen' : `morgen-${id}`

/** Every mail that may wait for who comes, whatever days they chose. */
export const tomorrowIds = (event: LoketEvent): string[] => sessionsOf(event).map((day) => tomorrowId(event, day))

/** To who comes: the day before each day they come. */
export const comingReminders = (event: LoketEvent, now: Date, chosen?: readonly string[]): PlannedReminder[] =>
  comingDays(event, chosen)
    .map((day) => ({ mailId: tomorrowId(event, day), at: atReminderHour(brusselsDate(new Date(day.start)), 1) }))
    .filter(still(now))

/** Hours after which a reminder does more harm than good. */
const reminderLateHours = 12

/** Whether a planned reminder must not be sent any more: half a day late, past what it reminds of, or of nothing. */
export function isReminderPast(event: LoketEvent, mailId: string, plannedAt: Date, now: Date): boolean {
  const late = now.getTime() - plannedAt.getTime() > reminderLateHours * 3_600_000
  const day = sessionsOf(event).find((one) => tomorrowId(event, one) === mailId)
  const over = mailId.startsWith('morgen') ? now.toISOString() >= (day?.start ?? '') : now >= closesAt(event)
  return late || over || event.geannuleerd
}

/** The days somebody comes: all of them, or those they chose. */
export const comingDays = (event: LoketEvent, chosen?: readonly string[]): readonly Session[] =>
  event.perSessie && chosen ? sessionsOf(event).filter(({ id }) => chosen.includes(id)) : sessionsOf(event)

/** The day that is on, else the next one; undefined after the last. */
export const dayNow = (event: LoketEvent, now: Date): Session | undefined =>
  sessionsOf(event).find(({ einde }) => now.toISOString() < einde)

/** Nobody goes anywhere: there is no place to look up. */
export const isOnline = (event: Pick<LoketEvent, 'vorm' | 'plaats' | 'online'>): boolean => formOf(event) === 'online'

/** From the day before, who comes sees the online link. */
export const showsOnlineLink = (event: LoketEvent, now: Date): boolean =>
  brusselsDate(now) >= addDays(brusselsDate(new Date(event.start)), -1) && !event.geannuleerd

/** Days an answer is kept after the event (docs/domain.md §7). */
const answerDays = 30

/** When what an invitee left is erased; who wants to be kept informed stays until withdrawn, so never by itself. */
export function erasedAt(event: LoketEvent, antwoord: Answer | undefined): Date | undefined {
  if (antwoord === 'op_de_hoogte') return undefined
  return new Date(new Date(event.einde).getTime() + answerDays * 86_400_000)
}

/** `9.30`, or `9` at the full hour. */
const clock = (instant: string): string => {
  const [hour, minute] = brusselsLocal(new Date(instant)).slice(11, 16).split(':')
  return minute === '00' ? String(Number(hour)) : `${Number(hour)}.${minute}`
}

/** "dinsdag 8 juni 2021" */
export const eventDay = ({ start }: Pick<LoketEvent, 'start'>): string => dateInWords(brusselsDate(new Date(start)))

/** "Dinsdag 8 juni 2021" */
export const sessionDay = (session: Session): string => capitalised(eventDay(session))

/** "van 9 tot 12 uur" */
export const eventHours = ({ start, einde }: Pick<LoketEvent, 'start' | 'einde'>): string =>
  `van ${clock(start)} tot ${clock(einde)} uur`

/** "dinsdag 8 juni 2021, van 9 tot 12 uur": of one day. */
export const dayWhen = (day: Pick<LoketEvent, 'start' | 'einde'>): string => `${eventDay(day)}, ${eventHours(day)}`

/** "dinsdag 8 juni 2021, van 9 tot 12 uur; dinsdag 15 juni 2021, van 9 tot 12 uur" */
export const eventWhen = (event: LoketEvent): string => sessionsOf(event).map(dayWhen).join('; ')

/** "van 9 tot 12 uur, en nog 1 dag": of the first day, where a leaf says which that is. */
export function firstHours(event: LoketEvent): string {
  const [first = event, ...more] = sessionsOf(event)
  return `${eventHours(first)}${more.length > 0 ? `, en nog ${counted(more.length, 'dag', 'dagen')}` : ''}`
}

/** "nu bezig, tot 12 uur"; between two days when it goes on. */
export function runningInWords(event: LoketEvent, now: Date): string {
  const day = dayNow(event, now) ?? event
  return day.start <= now.toISOString() ? `nu bezig, tot ${eventEnd(day)}` : `begonnen, gaat verder op ${eventDay(day)}`
}

/** "9 uur" */
export const eventStart = ({ start }: Pick<LoketEvent, 'start'>): string => `${clock(start)} uur`

/** "12 uur" */
export const eventEnd = ({ einde }: Pick<LoketEvent, 'einde'>): string => `${clock(einde)} uur`

/** Its day as a leaf of a calendar: "di", "8", "juni"; a long month in three letters. */
export function eventLeaf(event: Pick<LoketEvent, 'start'>): { weekday: string; day: string; month: string } {
  const [weekday = '', day = '', month = ''] = eventDay(event).split(' ')
  return { weekday: weekday.slice(0, 2), day, month: month.length > 5 ? month.slice(0, 3) : month }
}

/** "vrijdag 21 mei 2021, 23.59 uur": up to and including. On the day itself no answer counts from the start on. */
export function deadlineInWords({ deadline, start }: Pick<LoketEvent, 'deadline' | 'start'>): string {
  const untilStart = closesAt({ deadline, start }).toISOString() === new Date(start).toISOString()
  return untilStart ? `${eventDay({ start })}, ${eventStart({ start })}` : `${dateInWords(deadline)}, 23.59 uur`
}

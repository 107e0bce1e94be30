/**
 * The shape of what changes in a network in a working week, as its item keeps it. Each part is a record by a key, people a list by
 * their id: so that one entry can be changed, told and put back by itself (manage/entries.ts).
 */
import * as z from 'zod'
import { type Levensdomein, levensdomeinOptions } from './questions/levensdomeinen.ts'
import { templateSchema } from './templates.ts'

/** With this word of ours, or with any word. */
const personWith = <R extends z.ZodType<string>>(role: R) =>
  z.object({
    /** Never used again: dossiers and audit lines name people by it, and so does the binding to an account. */
    id: z.string(),
    name: z.string(),
    role,
    /** The service that employs this person; warned about when it is involved in a dossier (same-service.ts). */
    employer: z.string(),
    email: z.string(),
    phone: z.string(),
    /** Id of who stands in, as long as no absence says another. */
    standIn: z.string().exactOptional(),
  })

const offerWith = <L extends z.ZodType<string>>(levensdomein: L) =>
  z.object({
    name: z.string(),
    /** A traject is a way of working with steps; a dienst is somebody to call. */
    kind: z.enum(['traject', 'dienst']),
    /** Where people look for it; at least one. */
    levensdomeinen: z.tuple([levensdomein], levensdomein).readonly(),
    /** Its heading in the network's own guide, "schuldhulpverlening". */
    heading: z.string().exactOptional(),
    /** What it does, one or two sentences. */
    description: z.string(),
    audience: z.string(),
    goal: z.string().exactOptional(),
    approach: z.string().exactOptional(),
    timing: z.string().exactOptional(),
    instruments: z.array(z.string()).readonly().exactOptional(),
    /** The steps, in order. */
    steps: z.array(z.string()).readonly().exactOptional(),
    /** Without one, people call the network itself. */
    phone: z.string().exactOptional(),
    /** Address with https. */
    website: z.string().exactOptional(),
    /** It is for who lives in one of these; empty: for everybody. Absent: what the network's file says of it. */
    postcodes: z.array(z.string()).readonly().exactOptional(),
    /** Slug of the form of this network by which it is asked for; none when empty. Absent: what the file says of it. */
    form: z.string().exactOptional(),
    /** The date somebody last checked that all of this is right: `2026-11-20`. */
    checkedOn: z.iso.date().exactOptional(),
    /** The date on which it was taken out of the aanbod: nobody is pointed to it any more. */
    archivedOn: z.iso.date().exactOptional(),
  })

export const mailboxNames = ['triage', 'deputy', 'reply'] as const
export type MailboxName = (typeof mailboxNames)[number]

/** The last address that was asked for a mailbox: until it is confirmed there, the mailbox of before stays. */
const awaitedSchema = z.object({
  address: z.string(),
  /** Where mail went until then: it is told too. Absent when there was none. */
  previous: z.string().exactOptional(),
  /** Id of who asked for it. */
  by: z.string(),
  /** ISO UTC; the link in its mail is of this change only. */
  askedAt: z.iso.datetime(),
  /** ISO UTC: somebody who reads it said so, and it counts since. */
  confirmedAt: z.iso.datetime().exactOptional(),
})
export type AwaitedMailbox = z.infer<typeof awaitedSchema>

/** A form that takes nothing in for a while: Brussels dates, both included. */
const closedFormSchema = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  /** Who helps meanwhile, in the words of the network. */
  text: z.string(),
})
export type ClosedForm = z.infer<typeof closedFormSchema>

/** Days on which the network is closed, by the Brussels date of the first: no working days, in no promise. */
const closedSchema = z.object({
  /** The last one. */
  until: z.iso.date(),
  /** "Brugdag" */
  what: z.string(),
})
export type ClosedDays = z.infer<typeof closedSchema>

/** What of a day of the rule changes (team-meeting/meetings.ts), or that the team meets on a day beside the rule. */
const meetingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none'), instead: z.iso.date().exactOptional() }),
  z.object({ kind: z.literal('extra') }),
])
export type MeetingChange = z.infer<typeof meetingSchema>

/** With these words of ours, or with any word: what somebody gives is first compared with ours (problems/content-problems.ts). */
export const contentWith = <R extends z.ZodType<string>, L extends z.ZodType<string>>(role: R, levensdomein: L) =>
  z.object({
    /** Who works in the werkruimte. Bound to a sign-in once, by a coordinator's invitation. */
    people: z.array(personWith(role)).readonly().default([]),
    /** Who left, so that what they did still says by whom. */
    left: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .readonly()
      .default([]),
    /** Mail to an applicant in fixed words, in the order of its buttons. */
    templates: z.array(templateSchema).readonly().default([]),
    mailboxes: z
      .object({
        /** One shared mailbox that is read every working day; triage mail goes there. */
        triage: z.string().exactOptional(),
        /** Stands in when triage is not opened or bounces. */
        deputy: z.string().exactOptional(),
        /** Monitored address behind Reply-To. */
        reply: z.string().exactOptional(),
      })
      .default({}),
    awaited: z.partialRecord(z.enum(mailboxNames), awaitedSchema).default({}),
    /** What services are called shortly there, with the words it stands for: `{ "SVK": "Sociaal Verhuurkantoor" }`. */
    abbreviations: z.record(z.string(), z.string()).default({}),
    aanbod: z.record(z.string(), offerWith(levensdomein)).default({}),
    /** By the slug of the form. */
    closedForms: z.record(z.string(), closedFormSchema).default({}),
    closedDays: z.record(z.iso.date(), closedSchema).default({}),
    /** By the Brussels date. */
    meetings: z.record(z.iso.date(), meetingSchema).default({}),
  })

/** What somebody may do in the werkruimte (docs/domain.md §1). */
export const roles = ['coordinator', 'casemanager', 'bemiddelaar', 'organisator'] as const
export type Role = (typeof roles)[number]

const role = z.enum(roles)
const levensdomein = z.enum(levensdomeinOptions.map(({ value }): Levensdomein => value))

/** As it is stored, and as a command takes it: what an older or a newer version has beside it is left out, a part may be absent. */
export const contentSchema = contentWith(role, levensdomein)
export type StoredContent = z.infer<typeof contentSchema>

/** What one entry of each part is. */
export const entrySchemas = {
  people: personWith(role),
  mailboxes: z.string(),
  awaited: awaitedSchema,
  aanbod: offerWith(levensdomein),
  closedForms: closedFormSchema,
  closedDays: closedSchema,
  meetings: meetingSchema,
} as const

/** Answers that count only once an organiser lets them in: those that came too late, and those a machine seems to have given. */
import type { LoketEvent } from './events.ts'
import { may } from './phases.ts'
import { type Given, type Invitee, type InviteeList, listOf, saidOf } from './rsvp.ts'

/** What an organiser may let in: an answer that came too late, or one that a machine seems to have given. */
export const toDecide = ({ laat, verdacht, antwoord, ...said }: Invitee): Given | undefined => {
  if (laat) return { ...saidOf(laat), antwoord: laat.antwoord }
  return verdacht && antwoord ? { ...saidOf(said), antwoord } : undefined
}

/** From the start on no seat changes hands: then only an answer that asks none can still be let in. */
export const mayDecide = (event: LoketEvent, { laat, antwoord }: Invitee, now: Date): boolean =>
  may('let-in', event, now) || (!laat && antwoord !== 'ja')

/**
 * An organiser puts an address on the list that a machine answered with: that they invite this person is certain, what was
 * answered is not. So the person is invited like everybody else, and answers along their own link.
 */
export const invitedAfterAll = (machine: Invitee, onList: Invitee): Invitee => ({
  ...onList,
  id: machine.id,
  linkVersion: machine.linkVersion,
  revisie: machine.revisie + 1,
  afgemeld: machine.afgemeld,
})

export type Verdict =
  /** Decided already, or nothing to decide any more. */
  | { kind: 'gone'; list: InviteeList }
  /** By the ordinary rules, as if they answered now. `list`: where it waited. */
  | { kind: 'let-in'; list: InviteeList; before: Invitee; given: Given }
  | { kind: 'refuse'; list: InviteeList; before: Invitee; after: Invitee }

/** What an organiser's decision comes to. */
export function verdictOn(event: LoketEvent, before: Invitee | undefined, accepts: boolean, now: Date): Verdict {
  const given = before?.activiteit === event.slug ? toDecide(before) : undefined
  if (!before || !given || !mayDecide(event, before, now)) return { kind: 'gone', list: 'laat' }
  const list = listOf(before)
  if (accepts) return { kind: 'let-in', list, before, given }
  const { laat, ...rest } = before
  return laat
    ? {
        kind: 'refuse',
        list,
        before,
        after: { ...rest, revisie: before.revisie + 1, geweigerdOp: now.toISOString() },
      }
    : { kind: 'gone', list }
}

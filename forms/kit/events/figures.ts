/**
 * What stays of an event when the names are erased (docs/domain.md §7): numbers, and nothing else. Kept beside the event each time
 * somebody notes who is there.
 */
import * as z from 'zod'
import { erasedAt, type LoketEvent } from './events.ts'
import { foldedName, headsOver } from './presence.ts'
import type { Invitee } from './rsvp.ts'
import { peopleAmong } from './seats.ts'

const people = z.number().int().min(0)

/** Strict: a name that somebody adds here one day does not come through. */
export const figuresSchema = z.strictObject({
  /** When they were counted: what was counted later takes the place of what was earlier. */
  at: z.iso.datetime(),
  /** Who was asked, by list or by mail. */
  invited: people,
  /** People with a seat, with whom they bring. */
  yes: people,
  /** People who were there, on whatever day; each once. */
  present: people,
  /** Of those, answers that were not on the list before. */
  walkIns: people,
  /** Of how many organisations somebody was there. */
  organisations: people,
})
export type EventFigures = z.infer<typeof figuresSchema>

/** The names are erased, or about to be: from then on numbers are all there is, and they are not counted again. */
export function namesGone(event: LoketEvent, now: Date): boolean {
  const end = erasedAt(event, 'ja')
  return end !== undefined && now >= end
}

/** `at`: from before the people were read. */
export function figuresOf({ slug }: Pick<LoketEvent, 'slug'>, all: readonly Invitee[], at: Date): EventFigures {
  const own = all.filter(({ activiteit }) => activiteit === slug)
  const there = own.filter(({ aanwezig = [] }) => aanwezig.length > 0)
  return {
    at: at.toISOString(),
    invited: own.filter(({ bron, uitgenodigdOp }) => bron === 'import' || uitgenodigdOp !== undefined).length,
    yes: peopleAmong(own).bezet,
    present: there.reduce((sum, invitee) => sum + headsOver(invitee), 0),
    walkIns: there.filter(({ bron }) => bron === 'deur').length,
    organisations: new Set(there.map(({ organisatie }) => foldedName(organisatie)).filter(Boolean)).size,
  }
}

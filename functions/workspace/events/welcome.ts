/** Somebody at the door who was not found on the list: often they are on it after all, and nobody is written in twice. */
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { nameAtDoor, rowId, sameName, tickOf, type Who } from '../../../forms/kit/events/presence.ts'
import { type Invitee, withEnd } from '../../../forms/kit/events/rsvp.ts'
import type { WalkIn } from '../../../forms/walk-in.ts'
import { addressOnEvent, newInvitee } from '../../shared/answer-flow.ts'
import { hmacOf } from '../../shared/hash.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import { newId } from '../../shared/new-id.ts'
import type { EventDeps } from './open-events.ts'

export interface Welcomed {
  /** Of the row of who came. */
  id: string
  /** They were on the list. */
  known: boolean
}

/**
 * By their address, else by their name, else somebody new. Not counted among the seats: those are promised to who answered, and
 * whoever stands there is let in (docs/decisions/010).
 */
export function welcome(deps: EventDeps, event: LoketEvent, walkIn: WalkIn, day: string): Promise<Welcomed> {
  const { attendance, invitees, now } = deps
  const { naam, organisatie, email } = walkIn

  const ticked = async (invitee: Invitee, who: Who): Promise<Welcomed> => {
    await attendance.found(event.slug, invitee.id, tickOf(day, who), who ? {} : { naam, organisatie })
    return { id: rowId(invitee.id, who), known: true }
  }

  /** Who left no address before, leaves one now; undefined when somebody changed them meanwhile. */
  const reached = async (before: Invitee, adres: string, address: string) => {
    const aanwezig = [...new Set([...(before.aanwezig ?? []), tickOf(day)])]
    const after = { ...before, noMail: false, adres, aanwezig, revisie: before.revisie + 1 }
    const stored = await attendance.reached(before, after, address)
    return stored === 'stored' ? { id: rowId(before.id), known: true } : undefined
  }

  return lookAgain(async () => {
    const at = now()
    const { addressKey } = await deps.secrets()
    const byName = hmacOf(addressKey, `${event.slug}\0${nameAtDoor(walkIn)}`)
    const typed = email ? addressOnEvent(addressKey, event.slug, email) : byName
    const owner = await invitees.find(event.slug, typed, at)
    const named = owner && sameName([owner], { naam })
    if (owner && (named || !owner.naam)) return ticked(owner, named?.who ?? '')
    // A shared mailbox is already of somebody else: this person is known by their name.
    const [adres, own] = owner ? [byName, undefined] : [typed, email]
    const known = owner && (await invitees.find(event.slug, byName, at))
    if (known) return ticked(known, '')
    const same = sameName(await attendance.everybody(event.slug, at), walkIn)
    if (same && !own) return ticked(same.invitee, same.who)
    if (same && own && same.invitee.noMail && !same.who) return reached(same.invitee, adres, own)
    const noMail = own === undefined
    const about = newInvitee({ id: newId(deps), event, adres, bron: 'deur', noMail, now: at })
    const said = { antwoord: 'ja' as const, naam, organisatie, answeredAt: at.toISOString() }
    const invitee = withEnd(event, { ...about, ...said, aanwezig: [tickOf(day)] })
    const stored = await attendance.arrive(invitee, own)
    return stored === 'stored' ? { id: rowId(invitee.id), known: false } : undefined
  }, inCrowd)
}

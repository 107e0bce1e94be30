/** The page of one event: everything on it is counted or looked up when it is asked for. */
import type { Context, Hono } from 'hono'
import { linkWarning } from '../../../forms/event-place.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { askedOf, milestonesOf, seatsAskedLate } from '../../../forms/kit/events/overview.ts'
import { may, phaseOf } from '../../../forms/kit/events/phases.ts'
import type { Invitee, InviteeList } from '../../../forms/kit/events/rsvp.ts'
import { isReturned } from '../../shared/store/outbox-item.ts'
import { joinsLine } from '../../shared/store/seats.ts'
import { eventsHome } from '../../shared/work-paths.ts'
import { frameOf, noteView } from '../act.ts'
import type { EventDeps } from './open-events.ts'
import { OverviewPage } from './overview-page.tsx'
import type { Organised } from './tools.ts'
import { notReached } from './words.ts'

/** Of whom mail does not reach, so many are named on the page itself. */
const mostNamed = 5
/** More of them are looked at one by one no more: they are counted as they were told of. */
const mostLookedAt = 200

const mailsToMany = [
  ['activiteit-uitnodiging', 'Uitnodigingen verstuurd'],
  ['activiteit-herinnering', 'Herinneringen verstuurd'],
  ['activiteit-verplaatst', 'Wijzigingen gemaild'],
  ['activiteit-geannuleerd', 'Afgelastingen gemaild'],
] as const

export function overviewRoutes(routes: Hono<Organised>, deps: EventDeps): void {
  const { lists, seats, counters, now } = deps

  routes.get(`${eventsHome}/:slug`, async (c) => {
    const { event } = c.var
    const at = now()
    const { counts, behind, coming, late, missed, taken, sent } = await lookAt(event)
    const [invited = 0, reminded = 0] = sent.map(({ count }) => count)
    return c.html(
      <OverviewPage
        {...frameOf(c, deps)}
        {...{ event, behind, sent, seats: taken, now: at, seenAt: at.toISOString() }}
        phase={phaseOf(event, at, taken !== undefined && joinsLine(taken))}
        counts={{ ...counts, [notReached]: missed.count }}
        asked={askedOf(event, coming)}
        askedLate={seatsAskedLate(late)}
        milestones={milestonesOf(event, { invited, reminded }, at)}
        returned={await named(c, missed.people.slice(0, mostNamed))}
        warning={await warningOf(event)}
        done={doneInWords(c.req.query())}
      />,
    )
  })

  const warningOf = async (event: LoketEvent) =>
    may('edit-link', event, now()) ? linkWarning(event, await deps.events.onlineLink(event.slug)) : undefined

  async function lookAt({ slug, capaciteit, revisie }: LoketEvent) {
    const [standing, coming, late, missed, taken, sent] = await Promise.all([
      lists.count({ slug, revisie }, now()),
      everyoneOn(slug, 'ja'),
      everyoneOn(slug, 'laat'),
      whoIsMissed(deps, slug),
      capaciteit === undefined ? undefined : seats.read(slug),
      Promise.all(
        mailsToMany.map(async ([kind, label]) => ({
          label,
          count: await counters.counted(`activiteit-${slug}`, kind),
        })),
      ),
    ])
    return { ...standing, coming, late, missed, taken, sent }
  }

  async function everyoneOn(slug: string, list: InviteeList): Promise<Invitee[]> {
    const people: Invitee[] = []
    for await (const page of lists.everybody(slug, now(), list)) people.push(...page)
    return people
  }

  async function named(c: Context<Organised>, people: readonly Invitee[]) {
    const ids = people.map(({ id }) => id)
    await noteView(c, deps, 'genodigden', ids)
    const addresses = ids.length === 0 ? new Map<string, string>() : await lists.addresses(ids, now())
    return people.map((invitee) => ({ invitee, email: addresses.get(invitee.id) }))
  }
}

/** Whose mail came back and who was not reached since, in the order of their ids. */
export async function whoIsMissed(
  { returnedInvitees, inviteeFates, now }: Pick<EventDeps, 'returnedInvitees' | 'inviteeFates' | 'now'>,
  slug: string,
): Promise<{ people: Invitee[]; count: number }> {
  const ids = await returnedInvitees.ids(slug)
  const found = await inviteeFates.byId(slug, ids.slice(0, mostLookedAt), now())
  const told = await inviteeFates.fates(found)
  const people = found.filter(({ id }) => isReturned(told.get(id) ?? {}))
  return { people, count: people.length + Math.max(0, ids.length - mostLookedAt) }
}

/** From the address after adding or inviting people; nothing else is repeated from there. */
const changedInWords: Readonly<Record<string, string>> = {
  nieuws: 'Het nieuws staat op de pagina.',
}

function doneInWords({ toegevoegd, al, uitgenodigd, toegelaten, klaar }: Record<string, string>): string | undefined {
  const changed = changedInWords[klaar ?? '']
  if (changed) return changed
  const number = (text: string | undefined) => (text && /^\d{1,5}$/.test(text) ? Number(text) : undefined)
  const [added, known = 0, invited, letIn] = [toegevoegd, al, uitgenodigd, toegelaten].map(number)
  const before = known > 0 ? ` ${known} ${known === 1 ? 'stond' : 'stonden'} al in de lijst.` : ''
  if (added === 0) return 'Niemand toegevoegd: iedereen stond al in de lijst.'
  if (added !== undefined) return `${added} ${added === 1 ? 'persoon' : 'mensen'} toegevoegd.${before}`
  if (letIn !== undefined)
    return letIn === 0
      ? 'Er was niemand meer om toe te laten.'
      : `${letIn} ${letIn === 1 ? 'mens' : 'mensen'} toegelaten. De mails daarover vertrekken nu.`
  if (invited === 0) return 'Er vertrekt geen uitnodiging: iedereen was al uitgenodigd of wil geen mails meer.'
  if (invited === undefined) return undefined
  return invited === 1 ? '1 uitnodiging vertrekt nu.' : `${invited} uitnodigingen vertrekken nu.`
}

/** What is discussed at a meeting, as its page shows it: what is asked, why it cannot wait, since when. Read within bounds. */
import { serviceOf } from '../../../forms/index.ts'
import type { Asked } from '../../../forms/kit/asked.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import {
  discussedOn,
  type MeetingDays,
  meetingFor,
  meetingsHeld,
  plannedUntil,
} from '../../../forms/kit/team-meeting/meetings.ts'
import { mayReadForMeeting } from '../../../forms/kit/team-meeting/readers.ts'
import { brusselsDate, dateInShort } from '../../../forms/kit/time.ts'
import { listsOf, placesOf } from '../../shared/places.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { mayOpen } from '../dossier/access.ts'
import { withOwnService } from '../dossier/small-pages.ts'
import { openAsked } from '../open-asked.ts'
import { type QueueRow, rowsOf } from '../queue/rows.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { type Card, cardOf, fieldOf } from './decisions.ts'
import { peopleToChoose } from './people.ts'

/** Cards on one page: what a team can discuss in a morning, and a form can send. */
const mostCards = 40

export interface AgendaItem {
  card: Card
  row: QueueRow
  /** Absent when it cannot be read now. */
  asked: Asked | undefined
  /** Meetings that ended without a decision. */
  held: number
  /** The day it came in, "ma 23 nov". */
  since: string
}

interface Looking {
  by: SignedIn['Variables']
  meetings: MeetingDays
  /** Of the meeting, in Brussels. */
  date: string
  /** Where the page before ended. */
  after: string | undefined
  now: Date
}

/** What is discussed at this meeting; on the coming one also what earlier ones left undecided. Nothing of it is opened. */
export async function cardsOf(deps: WorkspaceDeps, { by, meetings, date, after, now }: Looking) {
  const { network, person, content } = by
  const today = brusselsDate(now)
  const rows = listsOf(placesOf(network).filter(({ standing }) => standing.onAgenda))
  const only = ({ nextOn }: Pick<Dossier, 'nextOn'>) =>
    nextOn !== undefined && discussedOn(meetings, nextOn, today) === date
  const wanted = {
    network: network.slug,
    select: { of: 'rows', rows } as const,
    only,
    until: plannedUntil(meetings, date),
    after,
  }
  const { dossiers, next } = await deps.queue.list({ ...wanted, limit: mostCards, now })
  const people = dossiers.length > 0 && person.role === 'coordinator' ? await peopleToChoose(deps, by) : []
  const cards = dossiers.flatMap((dossier): Card[] => {
    const service = serviceOf(dossier)
    const may = service && (mayOpen(person, dossier) || mayReadForMeeting(service, by.days, dossier, person, now))
    return service && may ? [cardOf(service, dossier, { person, content, people })] : []
  })
  return { cards, next }
}

/** The cards with what is asked, once the view was written down: what cannot wait first, then what came first. */
export async function itemsOf(deps: WorkspaceDeps, cards: readonly Card[], { by, meetings, now }: Looking) {
  const dossiers = cards.map(({ dossier }) => dossier)
  const { rows, unreadable } = await rowsOf(deps, dossiers, { ...by, list: 'agenda', now })
  const heldSince = (since: string) => meetingsHeld(meetings, meetingFor(meetings, new Date(since)), now)
  // Who asks is the only service that a list knows of.
  const askedOn = (card: Card, { organisatie }: QueueRow): Card => {
    const own = fieldOf(card.dossier.reference, 'persoon')
    return { ...card, page: withOwnService(card.page, own, organisatie ? [organisatie] : [], by.content) }
  }
  const items = await Promise.all(
    cards.map(async (card, index): Promise<AgendaItem[]> => {
      const { service, dossier } = card
      const { reference, receivedAt, stateSince } = dossier
      const sealed = await deps.dossierFiles.answers(reference, now)
      const asked = await openAsked(deps, service, dossier, sealed)
      const row = rows[index]
      const since = dateInShort(brusselsDate(new Date(receivedAt)), brusselsDate(now))
      return row ? [{ card: askedOn(card, row), row, asked, held: heldSince(stateSince), since }] : []
    }),
  )
  return { items: items.flat().sort(urgentFirst), unreadable }
}

const urgentFirst = (one: AgendaItem, other: AgendaItem): number =>
  Number(isUrgent(other)) - Number(isUrgent(one)) ||
  one.card.dossier.receivedAt.localeCompare(other.card.dossier.receivedAt)

/** Also of one whose answers cannot be read now, as long as nobody called. */
export const isUrgent = ({ asked, card: { dossier } }: AgendaItem): boolean =>
  asked?.urgent !== undefined || dossier.callBy !== undefined

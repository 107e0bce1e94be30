/** The table as it is kept: who joins, who is somebody else by now, who leaves, and what each of them is told (docs/overleg.md §2). */
import { brusselsDate } from '../time.ts'
import type { Act, Decided, ReachedAt } from './decision.ts'
import type { Details, Names } from './details.ts'
import { isOpenOverleg, type Overleg, type Participant, seated } from './overleg.ts'
import { round, tell, withPlan } from './rounds.ts'
import type { TableInput, TableRow } from './table.ts'

interface Before {
  overleg: Overleg
  details: Details
  /** Where mail to each goes now, by participant. */
  addresses: ReadonlyMap<string, string>
  /** Where it went for the overleg before this one, of a table that is made from its table. */
  earlier?: ReadonlyMap<string, string>
  /** Who said that they do not take part: they are not written to any more. */
  declined: readonly string[]
}

interface Given extends Act {
  input: TableInput
  withClient: boolean
  /** The applicant's own address, as far as they left one. */
  applicant: string | undefined
  /** A fresh id for each new row, of small letters and digits. */
  newId: () => string
}

/** The row as it is kept. */
interface Placed {
  id: string
  row: TableRow
  participant: Participant
  email: string
  /** Told along a link that opens nothing any more. */
  left?: true
}

export function saveTable(before: Before, given: Given): Decided {
  const { overleg, details, addresses } = before
  const { input } = given
  const revision = overleg.revision + 1
  const placed = input.rows.flatMap((row) => place(row, before, given))
  const participants = {
    ...overleg.participants,
    ...Object.fromEntries(placed.map(({ id, participant }) => [id, participant])),
  }
  const consent = input.consent && placed.every(({ row }) => !row.incomplete) ? input.consent : undefined
  const saved: Overleg = {
    ...overleg,
    revision,
    participants: consent ? agreedTo(participants, placed, consent.on) : participants,
    ...(consent ? { consent } : {}),
  }
  const gone = leavers(overleg, saved)
  const { overleg: next, mails } = tell(saved, before.declined)
  return {
    kind: 'decided',
    overleg: next,
    details: {
      ...details,
      speaksFreely: input.speaksFreely,
      names: {
        ...details.names,
        ...Object.fromEntries(placed.flatMap(({ id, row, left }) => (left ? [] : [[id, namesOf(row)]]))),
      },
    },
    mails: withPlan(next, given, [...round(saved, 'overleg-niet-komen', gone), ...mails]),
    what: consent ? 'akkoord met de tafel' : 'tafel bewaard',
    reachedAt: placed.flatMap((one) => newAddress(one, addresses)),
  }
}

const namesOf = ({ naam, dienst, telefoon }: TableRow): Names => ({ naam, dienst, telefoon })

/** The client agreed to who was on the page, and to nobody else. */
const agreedTo = (all: Overleg['participants'], placed: readonly Placed[], on: string): Overleg['participants'] => ({
  ...all,
  ...Object.fromEntries(
    placed.map(({ id, participant: { renamed: _, ...one } }) => [
      id,
      one.leftAt || one.agreedOn ? one : { ...one, agreedOn: on },
    ]),
  ),
})

/** Who was told of it by mail and leaves now, while there is something to come to; with the link their mail goes along, as it was. */
const leavers = (before: Overleg, after: Overleg) =>
  seated(isOpenOverleg(before) ? before : { participants: {} }).filter(
    ({ id, told, bereik }) => told !== undefined && bereik === 'mail' && after.participants[id]?.leftAt !== undefined,
  )

/** None for a row that leaves and was never there, or that left before. */
function place(row: TableRow, before: Before, { withClient, applicant, newId, now }: Given): Placed[] {
  const { overleg, details, addresses, earlier } = before
  const known = row.id === undefined ? undefined : overleg.participants[row.id]
  const was = row.id !== undefined && known && known.leftAt === undefined ? { id: row.id, ...known } : undefined
  if (!was && row.leaves) return []
  const id = was?.id ?? newId()
  // Of a row that is half filled in nothing typed is lost.
  const email = row.bereik === undefined || row.bereik === 'mail' ? row.email : ''
  if (!was) return [{ id, row, email, participant: joined(row, { overleg, withClient, applicant, now }) }]
  if (row.leaves)
    return [
      { id, row, email: '', participant: { ...known, ...leaving(was.linkVersion, now) } as Participant, left: true },
    ]
  const renamed = isSomebodyElse(row, was, details.names[id])
  const readdressed = email !== (addresses.get(id) ?? earlier?.get(id) ?? '')
  const { agreedOn, renamed: wasRenamed, told, inCalendar, ...rest } = was
  const isRenamed = withClient && (wasRenamed === true || (agreedOn !== undefined && (renamed || row.incomplete)))
  const { id: _, ...kept } = rest
  return [
    {
      id,
      row,
      email,
      participant: {
        ...kept,
        wie: row.wie,
        ...(row.bereik ? { bereik: row.bereik } : {}),
        beroepsgeheim: row.beroepsgeheim,
        linkVersion: was.linkVersion + (readdressed ? 1 : 0),
        // The client agreed to another name.
        ...(agreedOn && !renamed && !row.incomplete ? { agreedOn } : withClient ? {} : { agreedOn: brusselsDate(now) }),
        ...(isRenamed ? { renamed: true as const } : {}),
        ...(isApplicant(row, applicant) ? { applicant: true as const } : {}),
        // Along the old link nothing opens any more: they are told again.
        ...(told && !readdressed ? { told } : {}),
        ...(inCalendar !== undefined && !readdressed ? { inCalendar } : {}),
      },
    },
  ]
}

/** Another name, or a seat that was the client's own: of that one the client agreed to nobody. */
const isSomebodyElse = ({ naam, dienst, wie }: TableRow, was: Pick<Participant, 'wie'>, names: Names | undefined) =>
  naam !== names?.naam || dienst !== names?.dienst || (wie === 'client') !== (was.wie === 'client')

const isApplicant = ({ email }: TableRow, applicant: string | undefined): boolean =>
  applicant !== undefined && email === applicant

const leaving = (linkVersion: number, now: Date) => ({ leftAt: now.toISOString(), linkVersion: linkVersion + 1 })

function joined(
  row: TableRow,
  { overleg, withClient, applicant, now }: Pick<Given, 'withClient' | 'applicant' | 'now'> & { overleg: Overleg },
): Participant {
  return {
    wie: row.wie,
    ...(row.bereik ? { bereik: row.bereik } : {}),
    beroepsgeheim: row.beroepsgeheim,
    place: Object.keys(overleg.participants).length + row.at + 1,
    linkVersion: 1,
    ...(withClient ? {} : { agreedOn: brusselsDate(now) }),
    ...(isApplicant(row, applicant) ? { applicant: true as const } : {}),
  }
}

function newAddress({ id, participant, email, left }: Placed, addresses: ReadonlyMap<string, string>): ReachedAt[] {
  if (left || email === '' || email === addresses.get(id)) return []
  return [{ participant: id, linkVersion: participant.linkVersion, email }]
}

/**
 * What anybody can know of how the tables of a report hang together, from its words and from the form, without a number of it. Written
 * down here by hand and not taken from the product: a link that the product forgets must not be forgotten here as well. Only which
 * rows a table can have is read from the product's own list (request-tables.ts).
 */

import { eventModel } from '../../forms/kit/figures/event-tables.ts'
import type { Difference } from '../../forms/kit/figures/model.ts'
import { tablesOf } from '../../forms/kit/figures/request-tables.ts'
import type { Counts } from '../../forms/kit/figures/tally.ts'
import type { Service } from '../../forms/kit/form.ts'

/** A number is known by its name: that of its row, or of what a total counts. */
export type Name = string

export interface KnownTable {
  id: string
  kind: 'one' | 'several'
  rows: readonly Name[]
  total: Name
  /** `several`: each thing counted is in at least so many rows. */
  atLeast: number
  /** Some that are counted in the total may be in no row, as nobody asked them: they came from another form. */
  isIncomplete?: boolean
}

export interface Knowledge {
  /** Of the report: a form, or the activities. */
  section: string
  tables: readonly KnownTable[]
  /** Numbers that are the sum of rows, beside the totals: a total of another table, or a part of one. */
  sums: readonly { whole: Name; parts: readonly Name[] }[]
  /** People take the one from the other. */
  differences: readonly Difference[]
}

const received = 'alles'
export const kept = 'niet gestopt'
const withdrawn = 'weg.ingetrokken'
const held = 'overleggen'
/** "Ja" of "Zagen we een drempel?". */
const someDrempel = 'drempels-gezien'
const teamRequests = 'intervisie, teamcoaching en vorming'
const ofTeams = ['soort.intervisie', 'soort.teamcoaching', 'soort.vorming']
/** What the team discusses: all but the calls. */
const onAgenda = 'wat op de agenda komt'

/** What each total counts, in the words of the tables; every other question is asked of all that was not withdrawn. */
const totals: Readonly<Record<string, Name>> = {
  weg: received,
  overleg: held,
  client: held,
  dagen: 'overleg.eerste',
  drempel: 'gevraagd',
  drempels: someDrempel,
  aangekomen: 'geweten',
  afspraken: 'geëvalueerd',
  geweigerd: 'geweigerd.samen',
  // Asked of who asks for something for a team.
  aantal_deelnemers: teamRequests,
  // And of who asks more than a call.
  ...{ sector: onAgenda, provincie: onAgenda, leeftijdsgroep: 'soort.traject' },
}

/** `truth`: the differences that people can read as a part, as the part is not more; without it all of them. */
export function knowledgeOf(service: Service, truth?: Counts): Knowledge {
  const { form, settings } = service
  const leastOf = (id: string) =>
    Math.max(1, ...settings.criteria.map(({ rule }) => ('atLeast' in rule && rule.question === id ? rule.atLeast : 1)))
  const tables = tablesOf(service).tables.map(({ id, kind, rows }): KnownTable => {
    const names = rows.map((row) => row.id)
    return { id, kind, rows: names, total: totals[id] ?? kept, atLeast: kind === 'several' ? leastOf(id) : 1 }
  })
  const ways = tables.find(({ id }) => id === 'weg')?.rows ?? []
  const differences = [
    ...(form.overleg ? [{ whole: 'weg.toegewezen', part: 'overleg.eerste' }] : []),
    { whole: 'weg.doorverwezen', part: 'geweten' },
  ]
  const knowledge = {
    section: form.slug,
    tables,
    sums: [
      { whole: kept, parts: ways.filter((way) => way !== withdrawn) },
      ...(tables.some(({ id }) => id === 'aantal_deelnemers')
        ? [
            { whole: teamRequests, parts: ofTeams },
            { whole: onAgenda, parts: ['soort.traject', teamRequests] },
          ]
        : []),
    ],
    differences,
  }
  return truth ? withTrueDifferences(knowledge, truth) : knowledge
}

export function eventKnowledgeOf(truth?: Counts): Knowledge {
  const knowledge: Knowledge = {
    section: 'activiteiten',
    tables: eventModel(everything).tables.map(({ id, rows }) => ({
      ...{ id, kind: 'one', atLeast: 1, total: id === 'antwoord' ? 'antwoorden' : 'plaatsen' },
      rows: rows.map((row) => row.id),
    })),
    sums: [],
    differences: [{ whole: 'antwoord.ja', part: 'plaatsen' }],
  }
  return truth ? withTrueDifferences(knowledge, truth) : knowledge
}

/**
 * Less is known where the numbers contradict what the form says: a request that somebody took in by phone, or that came from another
 * form, can lack answers and need not meet the criteria.
 */
export const weaker = (knowledge: Knowledge): Knowledge => ({
  ...knowledge,
  tables: knowledge.tables.map((table) => ({
    ...table,
    ...(table.total === kept || table.total === teamRequests ? { isIncomplete: table.id !== 'uitkomst' } : {}),
  })),
})

function withTrueDifferences(knowledge: Knowledge, counts: Counts): Knowledge {
  const numbers = truthOf(knowledge, counts)
  const differences = knowledge.differences.filter(
    ({ whole, part }) => (numbers.get(whole) ?? 0) >= (numbers.get(part) ?? 0),
  )
  return { ...knowledge, differences }
}

/** Something of everything, and more that were asked for a drempel than had none. */
const everything = new Proxy<Record<string, number>>(
  {},
  { get: (_, counter) => (counter === 'drempels.samen' ? 2 : 1) },
)

/** Each number as it really is: for who checks the attack, not for who makes one. */
export function truthOf({ tables, sums }: Knowledge, counts: Counts): ReadonlyMap<Name, number> {
  const numbers = new Map<Name, number>()
  const total = (names: readonly Name[]) => names.reduce((all, name) => all + (numbers.get(name) ?? 0), 0)
  for (const { rows } of tables) for (const row of rows) numbers.set(row, counts[row] ?? 0)
  numbers.set(someDrempel, (counts['drempels.samen'] ?? 0) - (counts['drempels.geen'] ?? 0))
  for (const { whole, parts } of sums) numbers.set(whole, total(parts))
  for (const table of tables) {
    if (numbers.has(table.total)) continue
    numbers.set(table.total, table.kind === 'several' ? (counts[table.total] ?? 0) : total(table.rows))
  }
  return numbers
}

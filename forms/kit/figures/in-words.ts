/** What a report says above its tables, from numbers that it shows and from nothing else. */
import { capitalised } from '../text.ts'
import type { Report, ReportRow, ReportTable } from './report.ts'
import { dayClasses, variables } from './variables.ts'

export interface Headline {
  amount: number
  label: string
  before?: number | undefined
}

type Section = Report['sections'][number]

const tableIn = ({ tables }: Section, id: string): ReportTable | undefined => tables.find((table) => table.id === id)
const rowIn = (table: ReportTable | undefined, value: string): ReportRow | undefined =>
  table?.rows.find(({ id }) => id === `${table.id}.${value}`)

/** The few numbers that people quote; each only where it is shown. */
export function headlines(section: Section): Headline[] {
  const all = tableIn(section, variables.weg)?.total
  const kept = tableIn(section, variables.uitkomst)?.total
  const received =
    typeof all?.amount === 'number' ? headline(all, 'aanvragen') : headline(kept, 'aanvragen, zonder wie stopte')
  return [
    ...received,
    ...headline(tableIn(section, variables.overleg)?.total, 'overleggen'),
    ...headline(rowIn(tableIn(section, variables.client), 'ja'), 'keer met de cliënt aan tafel'),
    ...headline(rowIn(tableIn(section, variables.afspraken), 'gelukt'), 'afspraken gelukt'),
  ]
}

const headline = (found: { amount: number | null; before?: number | null | undefined } | undefined, label: string) =>
  typeof found?.amount === 'number' ? [{ amount: found.amount, label, before: found.before ?? undefined }] : []

export interface Change {
  what: string
  text: string
}

/** What is other than the year before, in whole sentences. */
export const changes = (section: Section, lastYear: string): Change[] => [
  ...moreOrLess(section, lastYear),
  ...sooner(section, lastYear),
  ...section.tables.filter(isQuestionOfSeveral).flatMap((table) => moreOften(table, lastYear)),
  ...largest(section, lastYear),
]

function moreOrLess(section: Section, lastYear: string): Change[] {
  const [first] = headlines(section)
  if (first?.before === undefined) return []
  const more = first.amount - first.before
  if (more === 0) return [{ what: 'Evenveel aanvragen.', text: `Net als in ${lastYear}.` }]
  return more > 0
    ? [{ what: 'Meer aanvragen.', text: `${more} meer dan in ${lastYear}.` }]
    : [{ what: 'Minder aanvragen.', text: `${-more} minder dan in ${lastYear}.` }]
}

/** Classes of at most 20 working days. */
const soon = dayClasses.filter(({ most }) => most <= 20).map(({ value }) => value)

function sooner(section: Section, lastYear: string): Change[] {
  const table = tableIn(section, variables.dagen)
  const rows = soon.map((value) => rowIn(table, value))
  const now = sumOf(rows.map((row) => row?.amount))
  const then = sumOf(rows.map((row) => row?.before))
  const { amount: all, before: allThen } = table?.total ?? {}
  if (now === undefined || then === undefined || !all || !allThen) return []
  const better = now * allThen - then * all
  const what =
    better === 0 ? 'Even snel rond de tafel.' : better > 0 ? 'Sneller rond de tafel.' : 'Minder snel rond de tafel.'
  const text = `${now} van ${all} eerste overleggen binnen 20 werkdagen. In ${lastYear}: ${then} van ${allThen}.`
  return [{ what, text }]
}

/** Undefined as soon as one of them is hidden. */
const sumOf = (amounts: readonly (number | null | undefined)[]): number | undefined =>
  amounts.reduce<number | undefined>(
    (sum, amount) => (sum === undefined || typeof amount !== 'number' ? undefined : sum + amount),
    0,
  )

const isQuestionOfSeveral = ({ id, kind }: ReportTable): boolean =>
  kind === 'several' && id !== variables.drempels && id !== variables.geweigerd

interface Known {
  label: string
  amount: number
  before: number
}

const knownIn = (table: ReportTable | undefined): Known[] =>
  (table?.rows ?? []).flatMap(({ label, amount, before }) =>
    typeof amount === 'number' && typeof before === 'number' ? [{ label, amount, before }] : [],
  )

function moreOften(table: ReportTable, lastYear: string): Change[] {
  const [first] = knownIn(table).toSorted((one, other) => other.amount - other.before - (one.amount - one.before))
  return first && first.amount > first.before
    ? [{ what: `Vaker over ${first.label}.`, text: `${first.amount} keer. In ${lastYear}: ${first.before}.` }]
    : []
}

function largest(section: Section, lastYear: string): Change[] {
  const known = knownIn(tableIn(section, variables.drempels))
  const [now] = known.toSorted((one, other) => other.amount - one.amount)
  const [then] = known.toSorted((one, other) => other.before - one.before)
  if (!now) return []
  const verb = now === then ? 'blijft' : 'is nu'
  return [
    {
      what: `${capitalised(now.label)} ${verb} de grootste drempel.`,
      text: `${now.amount} keer genoemd. In ${lastYear}: ${now.before}.`,
    },
  ]
}

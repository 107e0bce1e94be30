/** That a report tells no number under five: not in print, and not to whoever reckons with what is printed. */
import { describe, expect, it } from 'vitest'
import { findService } from '../../forms/index.ts'
import { eventModel } from '../../forms/kit/figures/event-tables.ts'
import { makeReport, type Report, type ReportTable } from '../../forms/kit/figures/report.ts'
import type { Counts } from '../../forms/kit/figures/tally.ts'
import type { Service } from '../../forms/kit/form.ts'
import { leaksBetween } from './between-years.ts'
import { attack, type Finding, type Puzzle, puzzleOf, restOf, solve } from './brute-force.ts'
import { problemsOf, reportOf } from './check-year.ts'
import { enumerate } from './enumerate.ts'
import { eventKnowledgeOf, kept, knowledgeOf } from './knowledge.ts'
import { randomPuzzle, someOf } from './puzzles.ts'
import { listOf } from './whole-numbers.ts'
import { randomFrom, randomYear, wholeNumber } from './years.ts'

function serviceOf(network: string, form: string): Service {
  const service = findService(network, form)
  if (!service) throw new Error(`No such form: ${network}/${form}`)
  return service
}
const aalst = serviceOf('aalst', 'lco-aanvraag')
const katrol = serviceOf('zottegem', 'de-katrol')
const ota = serviceOf('ota', 'aanmelding')

/** Of each variable, by value: 52 requests that were not withdrawn, and nothing small. */
const comfortable: Counts = {
  ...{ 'weg.toegewezen': 45, 'weg.afgesloten': 7, 'weg.ingetrokken': 9 },
  ...{ 'uitkomst.voldoet': 40, 'uitkomst.twijfel': 12, 'aantal_diensten.2': 30, 'aantal_diensten.3': 22 },
  ...{ 'levensdomeinen.persoon': 40, 'levensdomeinen.netwerk': 35, 'levensdomeinen.samenleving': 40 },
  ...{ 'overleg.eerste': 30, 'overleg.eerste#': 30, 'overleg.vervolg': 12, 'overleg.vervolg#': 10 },
  ...{ 'client.ja': 34, 'client.ja#': 28, 'client.nee': 8, 'client.nee#': 8, 'dagen.0-5': 10, 'dagen.6-10': 20 },
  ...{ 'afspraken.gelukt': 30, 'afspraken.gelukt#': 16, 'afspraken.niet': 20, 'afspraken.niet#': 12 },
  // How many dossiers are behind all of it.
  ...{ 'overleg#': 34, 'client#': 34, 'afspraken#': 20 },
}

/** The amount of a row by its id, of a total by its table's. */
type Changes = Readonly<Record<string, number | null>>

/** The report with other numbers printed in it: hidden where the number is null. */
const altered = (report: Report, changes: Changes): Report =>
  withTables(report, (table) => {
    const amountOf = (id: string, amount: number | null) => (id in changes ? (changes[id] ?? null) : amount)
    return {
      ...table,
      rows: table.rows.map((row) => ({ ...row, amount: amountOf(row.id, row.amount) })),
      total: { ...table.total, amount: amountOf(`${table.id} totaal`, table.total.amount) },
    }
  })

const withTables = (report: Report, change: (table: ReportTable) => ReportTable): Report => ({
  ...report,
  sections: report.sections.map((section) => ({ ...section, tables: section.tables.map(change) })),
})

/** What the report of these numbers tells once it is altered; as the product makes it, it tells nothing. */
function foundIn(service: Service, counts: Counts, alter: (report: Report) => Report): Finding[] {
  const report = reportOf(service, counts)
  const knowledge = [knowledgeOf(service, counts)]
  expect(attack(report, knowledge)).toEqual([])
  return attack(alter(report), knowledge)
}

describe('a leak that was put in is found', () => {
  it('one hidden row beside a total', () => {
    const found = foundIn(aalst, comfortable, (report) => altered(report, { 'uitkomst.twijfel': null }))
    expect(found).toEqual([{ what: 'uitkomst.twijfel', why: 'exact' }])
  })

  it('a small number in print', () => {
    const counts = { ...comfortable, 'uitkomst.voldoet': 49, 'uitkomst.twijfel': 3 }
    const found = foundIn(aalst, counts, (report) => altered(report, { 'uitkomst.twijfel': 3, 'uitkomst.voldoet': 49 }))
    expect(found).toContainEqual({ what: 'uitkomst.twijfel', why: 'small' })
  })

  it('the difference of two tables: 43 casemanagers, 39 eerste overleggen', () => {
    const counts = { ...comfortable, 'weg.toegewezen': 43, 'weg.afgesloten': 9 }
    const held = { 'overleg.eerste': 39, 'client.ja': 43, 'dagen.6-10': 29 }
    const dossiers = { 'overleg.eerste#': 39, 'client.ja#': 35, 'overleg#': 43, 'client#': 43 }
    const found = foundIn(aalst, { ...counts, ...held, ...dossiers }, (report) =>
      altered(report, { 'weg.toegewezen': 43, 'overleg.eerste': 39, 'dagen totaal': 39 }),
    )
    expect(found).toContainEqual({ what: restOf('weg.toegewezen', 'overleg.eerste'), why: 'small' })
  })

  it('two hidden rows that are four together', () => {
    const few = { 'afspraken.deels': 2, 'afspraken.deels#': 2, 'afspraken.niet_meer_nodig': 2 }
    const counts = { ...comfortable, ...few, 'afspraken.niet_meer_nodig#': 2 }
    const found = foundIn(aalst, counts, (report) =>
      altered(report, { 'afspraken.gelukt': 30, 'afspraken.niet': 20, 'afspraken totaal': 54 }),
    )
    expect(found).toContainEqual({ what: 'afspraken.deels', why: 'small' })
    expect(found).toContainEqual({ what: 'afspraken.niet_meer_nodig', why: 'small' })
  })

  it('those of 52 that are not in a row of 49', () => {
    const counts = { ...comfortable, 'levensdomeinen.persoon': 49 }
    const found = foundIn(aalst, counts, (report) => opened(report, 'levensdomeinen', 49))
    expect(found).toContainEqual({ what: restOf(kept, 'levensdomeinen.persoon'), why: 'small' })
  })

  it('what was withdrawn, as all less what was kept', () => {
    const counts = { ...comfortable, 'weg.ingetrokken': 3 }
    const all = { 'weg totaal': 55, 'uitkomst totaal': 52, 'weg.ingetrokken': null }
    const found = foundIn(aalst, counts, (report) => altered(report, all))
    expect(found).toContainEqual({ what: 'weg.ingetrokken', why: 'small' })
  })

  it('five together, of four and one', () => {
    const ways = { 'weg.toegewezen': 50, 'uitkomst.voldoet': 50, 'klas.1ste_leerjaar': 50 }
    const services = { 'toeleider.school': 30, 'toeleider.clb': 4, 'toeleider.inburgering': 1 }
    const counts = { ...ways, ...services, 'toeleider.sociale_dienst': 15 }
    const shown = { school: 30, sociale_dienst: 15, andere: 0 }
    const found = foundIn(katrol, counts, (report) =>
      withTables(report, (table) => {
        if (table.id !== 'toeleider') return table
        const rows = Object.entries(shown).map(([id, amount]) => ({ id: `toeleider.${id}`, label: id, amount }))
        return { ...table, total: { amount: 50 }, rows: [...rows, { id: 'toeleider+', label: 'Andere', amount: 5 }] }
      }),
    )
    expect(found).toContainEqual({ what: 'toeleider.clb', why: 'small' })
    expect(found).toContainEqual({ what: 'toeleider.inburgering', why: 'small' })
  })

  it('what teams asked for, as the total of another table', () => {
    const kinds = { 'soort.helpdesk': 20, 'soort.traject': 17, 'soort.intervisie': 8, 'soort.vorming': 7 }
    const counts = {
      'weg.toegewezen': 45,
      'weg.afgesloten': 7,
      ...kinds,
      'uitkomst.voldoet': 52,
      'aantal_deelnemers.5': 15,
    }
    const found = foundIn(ota, counts, (report) =>
      altered(report, { ...kinds, 'soort totaal': 52, 'soort.vorming': null, 'aantal_deelnemers totaal': 15 }),
    )
    expect(found).toContainEqual({ what: 'soort.vorming', why: 'exact' })
  })

  describe('between two years', () => {
    const last = reportOf(aalst, { ...comfortable, 'uitkomst.voldoet': 49, 'uitkomst.twijfel': 3 }, undefined, '2024')
    const report = reportOf(aalst, comfortable, last)
    const withBefore = (id: string, amount: number | null) =>
      withTables(report, (table) => ({
        ...table,
        rows: table.rows.map((row) => (row.id === id ? { ...row, before: amount } : row)),
        total: table.id === id ? { ...table.total, before: amount } : table.total,
      }))

    it('nothing, as the product makes it', () => {
      expect(leaksBetween(last, report)).toEqual([])
      expect(report.sections[0]?.tables.find(({ id }) => id === 'uitkomst')?.rows[1]?.before).toBeNull()
    })
    it('a number that last year hid', () => {
      expect(leaksBetween(last, withBefore('uitkomst.twijfel', 3))).toHaveLength(1)
    })
    it('a number that last year showed and this year hides', () => {
      expect(leaksBetween(last, withBefore('overleg.eerste', null))).toHaveLength(1)
    })
    it('a total', () => {
      expect(leaksBetween(last, withBefore('overleg', 43))).toHaveLength(1)
    })
  })
})

/** With one table opened: its first row as it is, the others hidden, and its total. */
const opened = (report: Report, id: string, first: number): Report =>
  withTables(report, (table) =>
    table.id === id
      ? {
          ...table,
          total: { amount: 52 },
          rows: ['persoon', 'netwerk', 'samenleving'].map((name, at) => ({
            ...{ id: `${id}.${name}`, label: name, amount: at === 0 ? first : null },
          })),
        }
      : table,
  )

describe('years as they could have been', () => {
  it('tell nothing small: 300 of them', () => {
    const problems = Array.from({ length: 300 }, (_, seed) => problemsOf(randomYear(seed))).flat()
    expect(problems).toEqual([])
  })

  it('nor do activities: 500 years of them', () => {
    const random = randomFrom(3)
    const counters = ['antwoord.ja', 'antwoord.nee', 'antwoord.op_de_hoogte', 'aanwezig.ja', 'aanwezig.nee']
    for (let nth = 0; nth < 500; nth++) {
      const counts = Object.fromEntries(counters.map((counter) => [counter, wholeNumber(random, 0, nth % 2 ? 9 : 60)]))
      const subject = { id: 'activiteiten', title: 'Activiteiten', model: eventModel(counts) }
      expect(
        attack(makeReport('aalst', '2025', [subject]), [eventKnowledgeOf(counts)]),
        JSON.stringify(counts),
      ).toEqual([])
    }
  })
})

/**
 * A request that came from another form (relocate.ts) or was logged by phone lacks answers, and need not meet the criteria: the rows of
 * a question are then not all that was counted. The product takes for granted that they are, and when nothing agrees with that it hides
 * no second number: these fail until it does. Then `it.fails` turns red: make it `it`.
 */
describe('requests that lack answers', () => {
  const ways = { 'weg.toegewezen': 40, 'uitkomst.voldoet': 38, 'uitkomst.twijfel': 2 }
  const found = (service: Service, counts: Counts) =>
    attack(reportOf(service, counts), [knowledgeOf(service, counts)]).map(({ what }) => what)

  it('one that came without the answer to a question', () => {
    const classes = { 'klas.3de_kleuterklas': 20, 'klas.1ste_leerjaar': 19 }
    const counts = { ...ways, ...classes, 'toeleider.school': 30, 'toeleider.clb': 10 }
    expect(found(katrol, counts)).not.toContain('uitkomst.twijfel')
  })

  it('one with fewer life domains than a criterion asks', () => {
    const domains = { 'levensdomeinen.persoon': 30, 'levensdomeinen.netwerk': 30, 'levensdomeinen.samenleving': 19 }
    const counts = { ...ways, ...domains, 'aantal_diensten.2': 20, 'aantal_diensten.3': 20 }
    expect(found(aalst, counts)).not.toContain('uitkomst.twijfel')
  })
})

describe('what the attack works out is what writing down every assignment gives', () => {
  /** False when there is too much to write down. */
  function isChecked(puzzle: Puzzle, name: string): boolean {
    const seen = enumerate(puzzle, 30_000)
    if (!seen) return false
    const solution = solve(puzzle)
    const all = [...(solution?.values ?? []), ...(solution?.rests ?? [])]
    const worked = all.map(([name, numbers]) => [name, listOf(numbers)] as const)
    const written = [...seen].map(([name, values]) => [name, [...values].sort((one, other) => one - other)] as const)
    const inConstraints = new Set(puzzle.known.flatMap(({ whole, parts }) => [whole, ...parts]))
    if (solution)
      expect(new Map(worked.filter(([of]) => inConstraints.has(of) || solution.rests.has(of))), name).toEqual(
        new Map(written),
      )
    // A part that nothing agrees with has no values.
    else
      expect(
        [...inConstraints].some((of) => !seen.has(of)),
        name,
      ).toBe(true)
    return true
  }

  it('of 1,000 made up puzzles', () => {
    const random = randomFrom(1)
    const checked = Array.from({ length: 1_000 }, (_, nth) => isChecked(randomPuzzle(random), `puzzle ${nth}`))
    expect(checked.filter(Boolean).length).toBeGreaterThan(800)
  })

  it('of some tables of 200 small years', () => {
    const random = randomFrom(2)
    let checked = 0
    for (let seed = 0; seed < 200; seed++) {
      const { service, counts } = randomYear(seed, [3, 12])
      const knowledge = someOf(knowledgeOf(service, counts), random)
      // The ceiling is low, so that there is less to write down: both are asked the same.
      for (const section of reportOf(service, counts).sections)
        if (knowledge.tables.length > 0 && isChecked(puzzleOf(section, knowledge, 12), `year ${seed}`)) checked++
    }
    expect(checked).toBeGreaterThan(20)
  })
})

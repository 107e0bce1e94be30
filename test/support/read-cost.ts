/** What the pages of the werkruimte read, in DynamoDB's own units (ReturnConsumedCapacity), among so many dossiers. */
import { mostListed } from '../../forms/kit/lifecycle/submit.ts'
import { addDays } from '../../forms/kit/time.ts'
import { lcoAanvraag } from '../../forms/lco-aanvraag.ts'
import { dossierOf, keep } from './place-dossiers.ts'
import type { Visitor } from './visitor.ts'
import { startTestWorkspace, type TestWorkspace } from './workspace.ts'

/** Pages that must cost the same in a network that has been running for years: every filter, and every order. */
export const measuredPages = {
  'alle aanvragen': ['Coördinator Aalst', '/werkruimte'],
  'een volgende pagina': ['Coördinator Aalst', '/werkruimte?na=2026-10-20%23LCO'],
  'een soort': ['Coördinator Aalst', '/werkruimte?formulier=lco-aanvraag'],
  'een stand': ['Coördinator Aalst', '/werkruimte?formulier=lco-aanvraag&stand=ingediend'],
  'een gesloten stand': ['Coördinator Aalst', '/werkruimte?stand=afgesloten'],
  'bij iemand': ['Coördinator Aalst', '/werkruimte?wie=casemanager-aalst'],
  'bij iemand, in een stand': ['Coördinator Aalst', '/werkruimte?wie=casemanager-aalst&stand=toegewezen'],
  'bij iemand, gesloten': ['Coördinator Aalst', '/werkruimte?wie=casemanager-aalst&stand=afgesloten'],
  'bij niemand': ['Coördinator Aalst', '/werkruimte?wie=niemand'],
  'te laat': ['Coördinator Aalst', '/werkruimte?toon=te-laat'],
  'te laat, bij iemand': ['Coördinator Aalst', '/werkruimte?toon=te-laat&wie=casemanager-aalst'],
  'te laat, bij niemand': ['Coördinator Aalst', '/werkruimte?toon=te-laat&wie=niemand'],
  'te verdelen': ['Coördinator Aalst', '/werkruimte?toon=te-verdelen'],
  lopend: ['Coördinator Aalst', '/werkruimte?toon=bij-iemand'],
  'alles wat gesloten is': ['Coördinator Aalst', '/werkruimte?toon=gesloten'],
  verdacht: ['Coördinator Aalst', '/werkruimte?verdacht=1'],
  'verdacht, te laat': ['Coördinator Aalst', '/werkruimte?verdacht=1&toon=te-laat'],
  'langst in deze stand': ['Coördinator Aalst', '/werkruimte?sorteer=langst'],
  'nieuwste eerst': ['Coördinator Aalst', '/werkruimte?sorteer=nieuwst'],
  'te laat, langst': ['Coördinator Aalst', '/werkruimte?toon=te-laat&sorteer=langst'],
  'te verdelen, nieuwste': ['Coördinator Aalst', '/werkruimte?toon=te-verdelen&sorteer=nieuwst'],
  'gesloten, nieuwste': ['Coördinator Aalst', '/werkruimte?toon=gesloten&sorteer=nieuwst'],
  'bij iemand, langst': ['Coördinator Aalst', '/werkruimte?wie=casemanager-aalst&sorteer=langst'],
  'de week van het netwerk': ['Coördinator Aalst', '/werkruimte/week'],
  'volgende week van het netwerk': ['Coördinator Aalst', '/werkruimte/week?week=2026-11-30'],
  'de lijst op papier': ['Coördinator Aalst', '/werkruimte/lijst'],
  'de lijst als bestand': ['Coördinator Aalst', '/werkruimte/lijst.csv'],
  'de aanvragen van een casemanager': ['Casemanager Aalst', '/werkruimte'],
  'de late van een casemanager': ['Casemanager Aalst', '/werkruimte?toon=te-laat'],
  'die van een casemanager, nieuwste': ['Casemanager Aalst', '/werkruimte?sorteer=nieuwst'],
  'de week van een casemanager': ['Casemanager Aalst', '/werkruimte/week'],
} as const satisfies Record<string, readonly [name: string, path: string]>
export type MeasuredPage = keyof typeof measuredPages

/** Read units (of 4 KB, eventually consistent) that a page may never exceed, however many dossiers there are and however large. */
export const mostUnits = (page: MeasuredPage): number => {
  // Twice the rows and twenty of later, and how much everybody holds, counted in the large index.
  if (page.endsWith('week van het netwerk')) return 100
  // Two hundred rows, each a dossier that is read.
  return page.startsWith('de lijst') ? 260 : 40
}
/** Bytes of any page, before it is compressed; but of two hundred rows, each text of quotation marks alone, and of all that a request can hold. */
const larger: Readonly<Record<string, number>> = {
  'de lijst op papier': 400_000,
  'de lijst als bestand': 150_000,
  'het grootste dossier': 110_000,
}
export const mostBytes = (page: string): number => larger[page] ?? 100_000

/** What one answer took: requests that read, after those of the door; DynamoDB's own units, the door included; bytes of it. */
export interface Cost {
  reads: number
  units: number
  bytes: number
}

/** Of each page, and every kind of request that was made. */
export interface ReadCost {
  loket: TestWorkspace
  pages: Record<MeasuredPage, Cost>
  commands: Set<string>
}

/** A fresh network with so many open dossiers, spread over states, people and ninety days, most of them late: the worst there is. */
export async function readCostAmong(count: number): Promise<ReadCost> {
  const loket = await startTestWorkspace()
  await fill(loket, count)
  const costs = await costsOn(loket)
  const pages: Partial<Record<MeasuredPage, Cost>> = {}
  for (const [name, [who, path]] of Object.entries(measuredPages)) {
    const visitor = await loket.as(who)
    pages[name as MeasuredPage] = await costs.of(visitor, path)
  }
  return { loket, pages: pages as ReadCost['pages'], commands: costs.commands }
}

/** Measures answers to somebody who is signed in. */
export async function costsOn(loket: TestWorkspace) {
  const meter = await startMeter(loket)

  async function answered(ask: () => Promise<Response>) {
    meter.reset()
    const response = await ask()
    const html = await response.text()
    if (response.status >= 400 || loket.failures.length > 0)
      throw new Error(`Answered ${response.status}: ${loket.failures[0]}`)
    const reads = meter.requests.filter((name) => /Get|Query|Scan/.test(name)).length
    return { reads, units: meter.units(), bytes: Buffer.byteLength(html), html }
  }

  return {
    commands: meter.commands,
    /** What is read once per process or session is not what it costs. */
    async of(visitor: Visitor, path: string, ask = () => visitor.get(path)): Promise<Cost & { html: string }> {
      await ask()
      // Nothing but the door, and where to go on.
      const door = await answered(() => visitor.get('/werkruimte/zoek'))
      const all = await answered(ask)
      return { ...all, reads: all.reads - door.reads }
    },
  }
}

/** Lines of one table, with what each may cost at most. */
export const costLine = (name: string, { reads, units, bytes }: Cost, budget: string): string =>
  `| ${[name, reads, units, (bytes / 1000).toFixed(1), budget].join(' | ')} |`

/** What a dossier can hold at most, for a stranger and for the people who work on it. */
export const greatest = {
  toont: {
    over: '"'.repeat(mostListed.over),
    organisatie: '"'.repeat(mostListed.organisatie),
    gemeente: '"'.repeat(mostListed.gemeente),
    telefoon: '"'.repeat(mostListed.telefoon),
  },
  applicant: 'h'.repeat(64),
  related: Array.from({ length: 20 }, (_, index) => `LCO-7K3M-9QX2-${index + 10}`),
}

async function fill(loket: TestWorkspace, count: number): Promise<void> {
  const open = lcoAanvraag.lifecycle.states.filter(({ closed }) => !closed).map(({ name }) => name)
  const states = [...open, 'afgesloten']
  const people = ['casemanager-aalst', 'casemanager-aalst-2']
  for (let begin = 0; begin < count; begin += 100) {
    const batch = Array.from({ length: Math.min(100, count - begin) }, (_, index) => begin + index)
    await Promise.all(
      batch.map(async (n) => {
        const state = states[n % states.length] ?? 'ingediend'
        const holder = people[Math.floor(n / states.length) % people.length] ?? ''
        const dossier = await dossierOf(loket, {
          ...greatest,
          state,
          nextOn: addDays('2026-09-19', n % 90),
          suspect: n % 11 === 10,
          ...(state === 'ingediend' ? {} : { holder }),
          ...(state === 'afgesloten' ? { nextOn: undefined, ttl: 2_000_000_000 } : {}),
        })
        await keep(loket.connection, dossier)
      }),
    )
  }
}

/** By table; of several when many items are read at once. */
interface Used {
  CapacityUnits?: number
}

/** Counts what every read asks of the engine. */
export async function startMeter({ connection }: Pick<TestWorkspace, 'connection'>) {
  const { client } = await connection.dynamo()
  const commands = new Set<string>()
  const requests: string[] = []
  let total = 0
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
      const { commandName = '' } = context
      commands.add(commandName)
      requests.push(commandName)
      const { ConsumedCapacity = [] } = result.output as { ConsumedCapacity?: Used | Used[] }
      if (/Get|Query|Scan/.test(commandName))
        for (const { CapacityUnits = Number.NaN } of [ConsumedCapacity].flat()) total += CapacityUnits
      return result
    },
    { step: 'initialize' },
  )
  return {
    commands,
    /** Every request, in order. */
    requests,
    units: () => total,
    reset: () => {
      total = 0
      requests.length = 0
    },
  }
}

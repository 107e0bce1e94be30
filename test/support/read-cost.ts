/** What the pages of the werkruimte read, in DynamoDB's own units (ReturnConsumedCapacity), among so many dossiers. */
import { mostListed } from '../../forms/kit/lifecycle/submit.ts'
import { addDays } from '../../forms/kit/time.ts'
import { lcoAanvraag } from '../../forms/lco-aanvraag.ts'
import { dossierOf, keep } from './place-dossiers.ts'
import { startTestWorkspace, type TestWorkspace } from './workspace.ts'

/** Pages that must cost the same in a network that has been running for years. */
export const measuredPages = {
  'alle aanvragen': ['Coördinator Aalst', '/werkruimte'],
  'een stand': ['Coördinator Aalst', '/werkruimte?formulier=lco-aanvraag&stand=ingediend'],
  'bij iemand, in een stand': ['Coördinator Aalst', '/werkruimte?wie=casemanager-aalst&stand=toegewezen'],
  'te laat': ['Coördinator Aalst', '/werkruimte?toon=te-laat'],
  'te verdelen': ['Coördinator Aalst', '/werkruimte?toon=te-verdelen'],
  lopend: ['Coördinator Aalst', '/werkruimte?toon=bij-iemand'],
  'alles wat gesloten is': ['Coördinator Aalst', '/werkruimte?toon=gesloten'],
  'anders gesorteerd': ['Coördinator Aalst', '/werkruimte?sorteer=langst'],
  'bij niemand': ['Coördinator Aalst', '/werkruimte?wie=niemand'],
  'de week van het netwerk': ['Coördinator Aalst', '/werkruimte/week'],
  'volgende week van het netwerk': ['Coördinator Aalst', '/werkruimte/week?week=2026-11-30'],
  'de aanvragen van een casemanager': ['Casemanager Aalst', '/werkruimte'],
  'de week van een casemanager': ['Casemanager Aalst', '/werkruimte/week'],
} as const satisfies Record<string, readonly [name: string, path: string]>
export type MeasuredPage = keyof typeof measuredPages

/** Read units by page, and every kind of request that was made. */
export interface ReadCost {
  units: Record<MeasuredPage, number>
  commands: Set<string>
}

/** A fresh network with so many open dossiers, spread over states, people and ninety days, most of them late: the worst there is. */
export async function readCostAmong(count: number): Promise<ReadCost> {
  const loket = await startTestWorkspace()
  await fill(loket, count)
  const meter = await startMeter(loket)
  const units: Partial<Record<MeasuredPage, number>> = {}
  for (const [name, [who, path]] of Object.entries(measuredPages)) {
    const visitor = await loket.as(who)
    await visitor.get(path) // what is read once per process or session is not what a page costs
    meter.reset()
    const { status } = await visitor.get(path)
    if (status !== 200 || loket.failures.length > 0) throw new Error(`${path} answered ${status}: ${loket.failures[0]}`)
    units[name as MeasuredPage] = meter.units()
  }
  return { units: units as ReadCost['units'], commands: meter.commands }
}

/** What a dossier can hold at most, for a stranger and for the people who work on it. */
const greatest = {
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
          suspect: n % 8 === 7,
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
    },
  }
}

/** What the pages of staff cost among ten thousand dossiers of the largest size. Prints the table of docs/benchmarks.md. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dossierKey } from '../../functions/shared/store/keys.ts'
import { hideWith } from '../../functions/workspace/search/hide.ts'
import { fileHeld } from '../support/dossier.ts'
import { fileGreatest, greatestPages } from '../support/greatest.ts'
import {
  type Cost,
  costLine,
  costsOn,
  type MeasuredPage,
  measuredPages,
  mostBytes,
  mostUnits,
  type ReadCost,
  readCostAmong,
} from '../support/read-cost.ts'
import { placeAnswered, searchBeside, searchFor } from '../support/search.ts'
import type { TestWorkspace } from '../support/workspace.ts'

const pages = Object.keys(measuredPages) as MeasuredPage[]
const dossiers = 10_000
/** Requests that read, after the door. */
const most = { search: 10, dossier: 4 }

let thousand: ReadCost
let tenThousand: ReadCost
const lines: string[] = []

beforeAll(async () => {
  thousand = await readCostAmong(1_000)
  tenThousand = await readCostAmong(dossiers)
  for (const page of pages) lines.push(costLine(page, tenThousand.pages[page], `${mostUnits(page)} units`))
}, 1_200_000)

afterAll(() => {
  const head = '| page | reads | read units | KB | budget |\n|---|---|---|---|---|'
  process.stdout.write(`\n${head}\n${lines.join('\n')}\n`)
})

function told(name: string, cost: Cost, reads: number): void {
  lines.push(costLine(name, cost, `${reads} reads`))
  expect(cost.reads).toBeLessThanOrEqual(reads)
  expect(cost.bytes).toBeLessThanOrEqual(mostBytes(name))
}

/** Units: each of some thirty partitions is rounded up to half a one, and a filter that few pass is looked for further where there are more. */
const mostApart = 5

describe.each(pages)('%s', (page) => {
  it('kost bij 10.000 aanvragen evenveel als bij 1.000', () => {
    expect(thousand.pages[page].units).toBeGreaterThan(0)
    expect(Math.abs(tenThousand.pages[page].units - thousand.pages[page].units)).toBeLessThanOrEqual(mostApart)
  })

  it('blijft onder het plafond, hoe groot elke aanvraag ook is', () => {
    for (const { pages } of [thousand, tenThousand]) {
      expect(pages[page].units).toBeLessThanOrEqual(mostUnits(page))
      expect(pages[page].bytes).toBeLessThanOrEqual(mostBytes(page))
    }
  })
})

it('leest nooit een hele tabel', () => {
  expect([...tenThousand.commands].filter((command) => command.startsWith('Scan'))).toEqual([])
})

it('een dossier: hoogstens vier keer lezen, ook het grootste, met een vol logboek', async () => {
  const { loket } = tenThousand
  const costs = await costsOn(loket)
  const coordinator = await loket.as('Coördinator Aalst')
  const usual = await fileHeld(loket)
  told('een dossier', await costs.of(coordinator, usual.path), most.dossier)
  for (let n = 0; n < 90; n += 1)
    await coordinator.post(`${usual.path}/notitie`, {
      notitie: `${n} ${'woord '.repeat(300)}`,
      eenmalig: `${n}`.padStart(22, 'D'),
    })
  told('een dossier met een vol logboek', await costs.of(coordinator, usual.path), most.dossier)
  const visitor = loket.visitor()
  const receipt = await fileGreatest(visitor, await greatestPages(visitor), () => void loket.clock.later(60))
  const [, reference = ''] = /(LCO-[\w-]+)/.exec(await (await visitor.get(receipt)).text()) ?? []
  told('het grootste dossier', await costs.of(coordinator, `/werkruimte/dossier/${reference}`), most.dossier)
}, 600_000)

/** Three words stand in every dossier, and one in one. */
async function placeWords(loket: TestWorkspace) {
  const search = searchBeside(loket)
  const hide = hideWith('key of a test', 'aalst')
  for (const word of ['ocmw', 'aalst', 'jan'])
    for (let from = 0; from < dossiers; from += 100)
      await Promise.all(
        Array.from({ length: 100 }, (_, at) =>
          search.searchWords.putPostings(`LCO-0000-0000-${from + at}`, [hide('woord', word)], undefined),
        ),
      )
  // Those that were placed in bulk have no answers, and no words: only these are looked at.
  const keep = async (answers: Record<string, string>) =>
    search.keepWords([dossierKey(await placeAnswered(loket, answers))])
  for (let n = 0; n < 60; n += 1) {
    const telefoon = `+3247812${1000 + n}`
    await keep({ naam: n === 0 ? 'Mia Zeldzaam' : 'Jan Janssens', organisatie: 'OCMW Aalst', telefoon })
  }
  for (let n = 0; n < 20; n += 1) await keep({ naam: `An Twintig${n}`, organisatie: 'Zorgpunt' })
}

it('een zoekopdracht: hoogstens tien keer lezen, ook met woorden die overal staan', async () => {
  const { loket } = tenThousand
  await placeWords(loket)
  const coordinator = await loket.as('Coördinator Aalst')
  const costs = await costsOn(loket)
  for (const [name, typed] of [
    ['een woord dat één dossier heeft', 'zeldzaam'],
    ['een woord dat alle hebben', 'ocmw'],
    ['drie woorden die alle hebben', 'jan ocmw aalst'],
    ['een naam die er zestig hebben', 'janssens'],
    ['een naam die er twintig hebben', 'zorgpunt'],
    ['drie woorden, waarvan één dossier er één heeft', 'ocmw aalst zeldzaam'],
    ['een telefoonnummer', '0478121007'],
  ] as const) {
    const cost = await costs.of(coordinator, '', async () => {
      const { status, headers, body } = await searchFor(coordinator, typed)
      return new Response(body, { status: status === 404 ? 200 : status, headers })
    })
    told(`zoeken: ${name}`, cost, most.search)
  }
}, 600_000)

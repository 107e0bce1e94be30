/** What a search reads among 10,000 dossiers, in requests and in DynamoDB's own units (docs/decisions/023). */
import { expect, it } from 'vitest'
import { hideWith } from '../../functions/workspace/search/hide.ts'
import { startMeter } from '../support/read-cost.ts'
import { placeAnswered, searchBeside, searchFor } from '../support/search.ts'
import { startTestWorkspace } from '../support/workspace.ts'

const dossiers = 10_000

it('een zoekopdracht bij 10.000 dossiers: hoogstens tien keer lezen, ook met woorden die overal staan', async () => {
  const loket = await startTestWorkspace()
  const search = searchBeside(loket)
  const hide = hideWith('key of a test', 'aalst')
  for (const word of ['ocmw', 'aalst', 'jan'])
    for (let from = 0; from < dossiers; from += 1000)
      for (let n = from; n < from + 1000; n += 100)
        await Promise.all(
          Array.from({ length: 100 }, (_, at) =>
            search.searchWords.putPostings(`LCO-0000-0000-${n + at}`, [hide('woord', word)], undefined),
          ),
        )
  for (let n = 0; n < 60; n += 1)
    await placeAnswered(loket, {
      ...{
        naam: n === 0 ? 'Mia Zeldzaam' : 'Jan Janssens',
        organisatie: 'OCMW Aalst',
        telefoon: `+3247812${1000 + n}`,
      },
    })
  await search.sweep()
  const coordinator = await loket.as('Coördinator Aalst')
  await searchFor(coordinator, 'aalst') // What is read once per process or session is not what a search costs.
  const meter = await startMeter(loket)
  for (const typed of ['zeldzaam', 'ocmw', 'jan ocmw aalst', 'janssens', 'ocmw aalst zeldzaam', '0478121007']) {
    meter.reset()
    meter.requests.length = 0
    const { status } = await searchFor(coordinator, typed)
    expect(status).toBeLessThan(400)
    const reads = meter.requests.filter((name) => /Query|BatchGet/.test(name))
    process.stdout.write(
      `${typed.padEnd(24)} ${reads.length} reads of dossiers and words, ${meter.units()} units in all\n`,
    )
    expect(reads.length).toBeLessThanOrEqual(10)
  }
}, 600_000)

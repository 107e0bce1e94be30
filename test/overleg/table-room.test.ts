/** How much a table can hold (docs/decisions/019): however often people come and go, it can be stored. */
import { expect, it } from 'vitest'
import { overlegPath } from '../../functions/shared/work-paths.ts'
import { errorsIn } from '../support/lco.ts'
import { startOverleg } from '../support/overleg.ts'
import { cells, tableOn } from '../support/table.ts'
import { startTestWorkspace } from '../support/workspace.ts'

const kB = 1024

it('wie telkens anderen met lange namen aan tafel zet, hoort dat het vol is; van tafel en afgelasten kan nog', async () => {
  const work = await startTestWorkspace()
  const { reference, now } = await startOverleg(work)
  const visitor = await work.as('Casemanager Aalst')
  const path = overlegPath(reference, 'tafel')
  const long = '😀'.repeat(170)
  const added = Object.assign(
    {},
    ...Array.from({ length: 14 }, (_, at) => cells(50 + at, { naam: long, dienst: long, bereik: 'brief' })),
  )
  /** Everybody but the client. */
  const leaving = (fields: Record<string, string>) => {
    const rows = Object.keys(fields).flatMap((name) => /\[(\d+)\]\.id$/.exec(name)?.[1] ?? [])
    return Object.assign(
      { revision: fields.revision, actie: 'bewaar' },
      ...rows.flatMap((at) => {
        const [id = '', wie = ''] = ['id', 'wie'].map((column) => fields[`deelnemers[${at}].${column}`])
        return id === ''
          ? []
          : [cells(Number(at), { id, wie, ...(wie === 'client' ? { bereik: 'brief' } : { weg: 'ja' }) })]
      }),
    )
  }
  const statuses: number[] = []
  for (let time = 0; time < 16 && !statuses.includes(422); time += 1) {
    const fields = tableOn(await (await visitor.get(path)).text())
    const response = await visitor.post(path, { ...leaving(fields), ...added })
    statuses.push(response.status)
    if (response.status === 422)
      expect(errorsIn(await response.text()).join()).toContain('Er is geen plaats meer voor wie erbij komt')
  }
  expect([...new Set(statuses)]).toEqual([303, 422])
  const stored = (await work.items('loket')).filter(({ pk }) => pk === `TAFEL#${reference}`)
  expect(Math.max(...stored.map((item) => JSON.stringify(item).length))).toBeLessThan(128 * kB)
  const fields = tableOn(await (await visitor.get(path)).text())
  expect((await visitor.post(path, leaving(fields))).status).toBe(303)
  const { revision } = (await now()).overleg
  expect((await visitor.post(overlegPath(reference, 'afgelasten'), { revision: String(revision) })).status).toBe(303)
})

/** An overleg of April 2021 that was asked about, or fixed, as the tests of its pages begin with it. */
import { startFiled, type TestOverleg } from '../support/overleg.ts'
import { spanAt, type TestMoment } from '../support/overleg-tables.ts'
import type { TestWorkspace } from '../support/workspace.ts'

/** The clock then: a Monday in March, before the clocks change. */
export const start = new Date('2021-03-22T09:00:00Z')

export const tuesday = spanAt('2021-04-27T14:00')
export const thursday = spanAt('2021-04-29T10:00')
export const vetoed = { ...spanAt('2021-04-30T10:00'), suitsClient: false }
export const monday = spanAt('2021-04-26T13:00')
export const somewhere = { vorm: 'hybride', plaats: 'Welzijnshuis, lokaal 2, Voorbeeldlaan 10', tolk: 'bevestigd' }

export async function askedAbout(work: TestWorkspace, moments: readonly TestMoment[]): Promise<TestOverleg> {
  const table = await startFiled(work)
  await table.asked(moments)
  return table
}

export async function fixedOn(work: TestWorkspace, moments: readonly TestMoment[]): Promise<TestOverleg> {
  const table = await askedAbout(work, moments)
  await table.fix('m1')
  return table
}

/** What stands in the grid: "p1 m1" → "kan". */
export const answersIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/data-deelnemer="(\w+)" data-moment="(\w+)" data-antwoord="(\w*)"/g)].map(
      ([, who = '', moment = '', said = '']) => [`${who} ${moment}`, said],
    ),
  )

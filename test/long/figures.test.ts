/** The random years of test/figures/audit.test.ts, ten thousand of them. */
import { expect, it } from 'vitest'
import { problemsOf } from '../figures/check-year.ts'
import { randomYear } from '../figures/years.ts'

it('10,000 years as they could have been tell nothing small', () => {
  const problems: string[] = []
  // From where the short test ends.
  for (let seed = 300; seed < 10_300; seed++) problems.push(...problemsOf(randomYear(seed)))
  expect(problems).toEqual([])
})

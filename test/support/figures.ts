/** The two years of the demo in the tables of a test, the first of them public. */
import { seedFigures } from '../../functions/local/demo-figures.ts'
import { createFreezeYears } from '../../functions/workspace/figures/freeze-years.ts'
import { openFigures } from '../../functions/workspace/figures/open-figures.ts'
import type { TestLoket } from './app.ts'

export async function seedYears({ connection, clock }: Pick<TestLoket, 'connection' | 'clock'>): Promise<void> {
  const logFailure = (error: unknown) => {
    throw error
  }
  const freezeYears = createFreezeYears({ ...openFigures(connection), now: () => clock.now, logFailure })
  await seedFigures(connection, freezeYears, clock.now)
}

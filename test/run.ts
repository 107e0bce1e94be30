/**
 * `npm test`: every test but the long ones; `--config` names another set. What is skipped is told by name. The very last
 * line counts: `N passed, N failed`.
 */
import { parseArgs } from 'node:util'
import { startVitest, type TestModule } from 'vitest/node'

interface Tally {
  passed: number
  failed: number
}

const { positionals: filters, values } = parseArgs({
  allowPositionals: true,
  options: { config: { type: 'string', default: 'vitest.config.ts' } },
})

const tally: Tally = { passed: 0, failed: 0 }

/** Tests that are only named: what this run cannot prove, in words. */
const unproven: string[] = []

/** Adds one run: a file or hook that throws, and an error outside every test, count as failed too. */
function count(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
  tally.failed += unhandledErrors.length
  for (const module of modules) {
    tally.failed += module.errors().length
    for (const suite of module.children.allSuites()) tally.failed += suite.errors().length
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') tally.passed += 1
      if (state === 'skipped') unproven.push(test.fullName)
      if (state === 'failed' || state === 'pending') tally.failed += 1
    }
  }
}

try {
  const vitest = await startVitest(filters, {
    config: values.config,
    watch: false,
    reporters: ['default', { onTestRunEnd: count }],
  })
  await vitest.close()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  tally.failed += 1
}

if (unproven.length > 0) {
  process.stdout.write(`\nNot proven here, ${unproven.length}:\n${unproven.map((name) => `  - ${name}\n`).join('')}`)
}
process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`, () => {
  process.exit(tally.failed > 0 || tally.passed === 0 ? 1 : 0)
})

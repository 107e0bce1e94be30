import { defineConfig } from 'vitest/config'

/** The tests that need no engine and no browser, for `npm run check`: how the code hangs together, and what is pure. */
// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  oxc: { jsx: { importSource: 'hono/jsx' } },
  test: {
    include: ['test/{architecture,forms,emails,infra}/**/*.test.ts'],
    reporters: ['dot'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

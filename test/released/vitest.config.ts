import { defineConfig } from 'vitest/config'

/** Writes the dump of a release (write-dump.ts): no part of any other run. */
// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  oxc: { jsx: { importSource: 'hono/jsx' } },
  test: {
    root: '.',
    include: ['test/released/write-dump.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 120_000,
  },
})

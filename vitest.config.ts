import { defineConfig } from 'vitest/config'

// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  oxc: { jsx: { importSource: 'hono/jsx' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/long/**', 'test/deploy/**'],
    globalSetup: ['test/support/global-setup.ts'],
    // Two cores: at most two files at once, so at most two browsers or local runners.
    maxWorkers: 2,
    // A test may start a browser, a JVM or Loket itself on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

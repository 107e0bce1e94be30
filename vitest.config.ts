import { defineConfig } from 'vitest/config'

/** How the code hangs together, and what is pure: no engine, no browser. `npm run check` runs these too. */
const pure = 'test/{architecture,forms,emails,infra}/**/*.test.ts'

// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  oxc: { jsx: { importSource: 'hono/jsx' } },
  test: {
    // Two cores: at most two files at once, so at most two browsers or local runners.
    maxWorkers: 2,
    // A test may start a browser, a JVM or Loket itself on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // They leave nothing behind, so what is loaded for one file (the CDK alone takes seconds) serves the next.
      { extends: true, test: { name: 'pure', include: [pure], isolate: false } },
      {
        extends: true,
        test: {
          name: 'engines',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/long/**', 'test/deploy/**', pure],
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
    ],
  },
})

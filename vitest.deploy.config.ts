import { defineConfig } from 'vitest/config'

/** `npm run test:deploy`: the real stacks, deployed to an AWS on this machine, and people's paths through them. */
// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  oxc: { jsx: { importSource: 'hono/jsx' } },
  test: {
    include: ['test/deploy/**/*.test.ts'],
    maxWorkers: 1,
    fileParallelism: false,
    // The schedule fires once a minute, and a deploy bundles everything.
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
})

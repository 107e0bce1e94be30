import { defineConfig } from 'vitest/config'

/** `npm run test:long`: proofs that take minutes. */
// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  oxc: { jsx: { importSource: 'hono/jsx' } },
  test: {
    // The races and the nonsense of `npm test` once more, as often as promised (test/support/rounds.ts).
    include: [
      'test/long/**/*.test.ts',
      'test/public/{once,seats,seats-crowd}.test.ts',
      'test/mailer/event-lane.test.ts',
      'test/{public,workspace}/fuzz.test.ts',
      'test/workspace/typed-text.browser.test.ts',
      'test/overleg/{practical,guest-safe}.test.ts',
    ],
    env: { LOKET_LONG: '1' },
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 1,
    testTimeout: 30 * 60_000,
  },
})

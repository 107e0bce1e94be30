/** A real Chromium for tests, from npm; CHROME_PATH names another one. */
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromiumPackage from '@sparticuz/chromium'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'

export interface TestBrowser {
  /** A page with cookies of its own. `javaScriptEnabled: false` and `viewport` are the options tests use most. */
  newPage(options?: BrowserContextOptions): Promise<Page>
  stop(): Promise<void>
}

/** One browser for a test file; pages go with it. `more`: switches of Chromium, for what no page can ask. */
export async function startBrowser(...more: readonly string[]): Promise<TestBrowser> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH || (await unpackedChromium()),
    // Not the package's own list: it switches off web security, which is what some tests are about.
    args: ['--no-sandbox', '--headless=shell', ...more],
  })
  return {
    newPage: async (options) => {
      const context = await browser.newContext({ locale: 'nl-BE', timezoneId: 'Europe/Brussels', ...options })
      context.setDefaultTimeout(10_000)
      return context.newPage()
    },
    stop: () => browser.close(),
  }
}

/**
 * The package unpacks into the temporary folder and takes what it finds there for whole. Two test files at once
 * would run half a browser, so each unpacks for itself and the first puts its copy in place.
 */
async function unpackedChromium(): Promise<string> {
  const user = process.getuid?.() ?? 'user'
  const place = join(tmpdir(), `loket-chromium-153.0.0-${user}`)
  if (!existsSync(place)) {
    const own = await mkdtemp(join(tmpdir(), 'loket-chromium-'))
    const before = process.env.TMPDIR
    process.env.TMPDIR = own // the only way to tell the package where
    try {
      await chromiumPackage.executablePath()
    } finally {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    }
    await rename(own, place).catch(() => rm(own, { recursive: true }))
  }
  return join(place, 'chromium')
}

/** The local pages in a real browser: a person must be able to read a mail and follow its link, with or without script. */
import { createServer, type Server } from 'node:http'
import { AxeBuilder } from '@axe-core/playwright'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFreePort } from '../../functions/local/free-port.ts'
import type { Mail } from '../../functions/local/mail-folder.ts'
import { createLocalRoutes } from '../../functions/local/routes.tsx'
import { startBrowser, type TestBrowser } from '../support/browser.ts'

let browser: TestBrowser
let server: Server
let url: string

beforeAll(async () => {
  const port = await findFreePort()
  url = `http://localhost:${port}`
  const mail: Mail = {
    id: '000001',
    at: '2021-05-01T08:05:00.000Z',
    from: 'loket@example.test',
    to: ['iemand-met-een-heel-erg-lang-adres@een-heel-erg-lange-naam-van-een-organisatie.example.test'],
    subject: 'Wij hebben uw aanvraag LCO-7K3M-9QX2-4T',
    text: `Beste\n${url}/status/abc`,
    html: `<html lang="nl-BE"><head><title>Mail</title></head><body style="color: rgb(1, 2, 3)"><main><h1>Dag</h1>
      <script>document.body.textContent = 'script ran'</script>
      <a href="${url}/status/abc" target="_blank">Bekijk uw aanvraag</a></main></body></html>`,
    headers: { 'x-long': 'a'.repeat(300) },
    calendar: null,
  }
  let now = new Date('2021-05-01T08:00:00Z')
  const local = createLocalRoutes({
    clock: { now: () => now },
    machine: {
      travel: async (to) => {
        now = to
      },
    },
    mails: { mails: async () => [mail], mail: async () => mail, raw: async () => undefined },
    faults: { ses: 0 },
    takeIn: async () => {},
    links: [{ href: '/', text: 'Startpagina' }],
    people: async () => ['Coördinator Aalst'],
  })
  const loket = new Hono().get('/status/abc', (c) => c.html('<title>Status</title>'))
  const listener = getRequestListener((request) => (request.url.includes('/_local') ? local : loket).fetch(request))
  server = createServer(listener).listen(port, '127.0.0.1')
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.stop()
  server.closeAllConnections()
  server.close()
})

describe.each([true, false])('with script %s', (javaScriptEnabled) => {
  it('opens a mail and follows its link', async () => {
    const page = await browser.newPage({ javaScriptEnabled })
    await page.goto(`${url}/_local/inbox`)
    await page.getByRole('link', { name: 'Wij hebben uw aanvraag' }).click()
    const frame = page.frameLocator('iframe')
    await frame.getByRole('link', { name: 'Bekijk uw aanvraag' }).click()
    await page.waitForURL(`${url}/status/abc`)
    expect(await page.title()).toBe('Status')
  })

  it('sets the clock with the form', async () => {
    const page = await browser.newPage({ javaScriptEnabled })
    await page.goto(`${url}/_local/`)
    await page.getByLabel('Ander tijdstip').fill('2021-05-21T21:59:00Z')
    await page.getByRole('button', { name: 'Zet de klok' }).click()
    await page.getByText('vrijdag 21 mei 2021, 23.59 uur').waitFor()
    await page.getByRole('button', { name: '1 dag verder' }).click()
    await page.getByText('zaterdag 22 mei 2021, 23.59 uur').waitFor()
  })
})

it('shows the mail as it was made, but runs nothing in it', async () => {
  const page = await browser.newPage()
  await page.goto(`${url}/_local/inbox/000001`)
  const heading = page.frameLocator('iframe').getByRole('heading', { name: 'Dag' })
  await heading.waitFor()
  expect(await heading.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(1, 2, 3)')
})

it.each(['/_local/', '/_local/inbox', '/_local/inbox/000001'])(
  '%s fits 320 px and has no axe violations',
  async (path) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
    await page.goto(url + path)
    for (const summary of await page.locator('summary').all()) await summary.click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    // Legacy mode looks at this page only: in a frame that may run no script axe would wait for ever.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  },
)

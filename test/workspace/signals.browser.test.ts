/** Signalen and casussen in a real browser: without JavaScript, on the smallest phone, without a fault axe can find. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createReports } from '../../functions/shared/store/reports.ts'
import { press } from '../journey/walk.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { fileRequest } from '../support/dossier.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const figures = '/werkruimte/cijfers'
let work: TestWorkspace
let browser: TestBrowser
let references: string[]
beforeAll(async () => {
  ;[work, browser] = await Promise.all([
    startTestWorkspace({ serve: true, now: new Date('2026-11-25T09:00:00Z') }),
    startBrowser(),
  ])
  references = []
  for (let count = 0; count < 5; count += 1) references.push((await fileRequest(work)).reference)
  await createReports(work.connection).freeze({ network: 'aalst', year: '2025', sections: [] })
})
afterAll(async () => {
  await browser.stop()
  await work.stop()
})

async function open(who: string, options: Parameters<TestBrowser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options)
  await page.context().addCookies([await work.cookieOf(who)])
  return page
}

/** axe is a script: it runs where pages may. */
async function checked(page: Page, path: string, width: number, axe = true) {
  if (path !== '') await page.goto(work.url + path)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  if (!axe) return
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
}

it.each([
  ['zonder', false],
  ['met', true],
] as const)('%s JavaScript, op 320 breed: schrijven, teruggeven, wijzigen, nalezen', async (_, javaScriptEnabled) => {
  const width = 320
  const title = `Wachten ${_} een woning`
  const writer = await open('Coördinator Aalst', { javaScriptEnabled, viewport: { width, height: 800 } })
  await writer.goto(work.url + figures)
  await press(writer, writer.getByRole('link', { name: 'Schrijf een signaal voor 2026' }))
  await writer.getByLabel('Titel').fill(title)
  await writer.getByLabel('Wat hoort u telkens opnieuw?').fill('De huisarts kent het gezin goed.')
  await writer.getByLabel('Over welke dossiers gaat het?').fill(references.join('\n'))
  await press(writer, writer.getByRole('button', { name: 'Laat nalezen' }))
  expect(await writer.getByRole('alert').innerText()).toContain('“De huisarts kent het gezin goed”')
  await checked(writer, '', width, javaScriptEnabled)
  await writer.getByLabel('Wat hoort u telkens opnieuw?').fill(`Grote gezinnen wonen klein. ${'x'.repeat(300)}`)
  await press(writer, writer.getByRole('button', { name: 'Laat nalezen' }))
  expect(await writer.getByRole('status').innerText()).toBe('Bewaard. Een collega leest het nu na.')

  const reader = await open('Casemanager Aalst', { javaScriptEnabled, viewport: { width, height: 800 } })
  await checked(reader, figures, width, javaScriptEnabled)
  await press(reader, reader.getByRole('link', { name: title }).first())
  await checked(reader, '', width, javaScriptEnabled)
  await reader.getByLabel('Wat moet anders?').fill('Zeg het korter.')
  await press(reader, reader.getByRole('button', { name: 'Ja, geef terug' }))

  await writer.goto(work.url + figures)
  await press(writer, writer.getByRole('link', { name: title }).first())
  await checked(writer, '', width, javaScriptEnabled)
  await writer.getByText('Haal deze tekst weg').click()
  await checked(writer, '', width, javaScriptEnabled)
  await writer.getByLabel('Wat hoort u telkens opnieuw?').fill('Grote gezinnen wonen klein.')
  await press(writer, writer.getByRole('button', { name: 'Laat nalezen' }))
  await reader.goto(work.url + figures)
  await press(reader, reader.getByRole('link', { name: title }).first())
  await press(reader, reader.getByRole('button', { name: 'Nee, dit is goed' }))
  expect(await reader.getByRole('status').innerText()).toBe('Dank u. De tekst is nagelezen.')
  expect(work.failures).toEqual([])
})

it.each([320, 1280])('een casus en de lijsten, op %i breed', async (width) => {
  const writer = await open('Coördinator Aalst', { viewport: { width, height: 800 } })
  await checked(writer, `/werkruimte/dossier/${references[0]}/casus`, width)
  await writer.getByLabel('Titel').fill(`Wie haakt af? ${'y'.repeat(60)}`)
  await writer.getByLabel('Wat speelt er?').fill('Iemand zegt elk gesprek af.')
  await writer.getByLabel('Wat wilt u bespreken?').fill('Hoe blijven we welkom?')
  await press(writer, writer.getByRole('button', { name: 'Laat nalezen' }))
  await checked(writer, '', width)
  await press(writer, writer.getByRole('link', { name: 'Wie haakt af?' }).last())
  await checked(writer, '', width)
  const reader = await open('Tweede casemanager Aalst', { viewport: { width, height: 800 } })
  await reader.goto(work.url + figures)
  await press(reader, reader.getByRole('link', { name: 'Wie haakt af?' }))
  await checked(reader, '', width)
  await press(reader, reader.getByRole('button', { name: 'Nee, dit is goed' }))
  await press(reader, reader.getByRole('link', { name: 'Casussen voor intervisie' }))
  await checked(reader, '', width)
  await press(reader, reader.getByRole('link', { name: 'Wie haakt af?' }).first())
  await checked(reader, '', width)
  expect(await reader.getByRole('button', { name: 'Druk af' }).isVisible()).toBe(true)
  for (const path of [figures, `${figures}/2025`, `${figures}/2025/signaal`, `${figures}/2019/signaal`])
    await checked(writer, path, width)
  expect(work.failures).toEqual([])
})

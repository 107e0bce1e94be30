/**
 * `npm run screenshots`: starts Loket, walks through it as people do, and writes the README's pictures to docs/img.
 * With a folder (`npm run screenshots -- /tmp/shots`): every page, whole, at both widths.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { findFreePort } from '../functions/local/free-port.ts'
import { next, press } from './journey/walk.ts'
import { startBrowser } from './support/browser.ts'
import { fillPage } from './support/fill-page.ts'
import { huisbezoekStart, katrolStart, ota, otaStart } from './support/forms.ts'
import { aanvraag } from './support/lco.ts'

const [, , everything] = process.argv
const folder = everything ?? 'docs/img'
/** Pictures in the README: the first screen of a page. */
const inReadme = new Set([
  'home-wide',
  'start-wide',
  'doorverwezen-wide',
  'fout-wide',
  'ontvangen-wide',
  'inbox-wide',
  'mail-2-wide',
  'criteria-phone',
  'ontvangen-phone',
  'aanvragen-wide',
  'dossier-wide',
  'agenda-wide',
  'activiteit-wide',
  'overleg-wide',
  'brief-wide',
  'jaaroverzicht-wide',
])
const wide = { width: 1280, height: 900 }
const phone = { width: 320, height: 640 }

await mkdir(folder, { recursive: true })
const data = await mkdtemp(join(tmpdir(), 'loket-screenshots-'))
const port = await findFreePort()
const url = `http://localhost:${port}`
const loket = spawn(process.execPath, ['--import', 'tsx', 'functions/local/index.ts'], {
  env: { ...process.env, PORT: String(port), LOKET_DATA: data, LOKET_FRESH: '1', LOKET_NOW: '2021-03-01T09:00:00Z' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
await once(loket.stdout, 'data')
const browser = await startBrowser()

/** `part`: in the README this alone, not the first screen. */
async function shoot(page: Page, name: string, part?: string): Promise<void> {
  for (const [size, viewport] of Object.entries({ wide, phone })) {
    const picture = `${name}-${size}`
    if (!everything && !inReadme.has(picture)) continue
    await page.setViewportSize(viewport)
    await page.evaluate(() => window.scrollTo(0, 0))
    const path = join(folder, `${picture}.png`)
    if (part && !everything) await page.locator(part).screenshot({ path })
    else await page.screenshot({ path, fullPage: everything !== undefined })
  }
  await page.setViewportSize(wide)
}

/** A team that meets: its form in two kinds, its agenda and who must be called back. */
async function shootTeam(): Promise<void> {
  const page = await browser.newPage({ viewport: wide })
  for (const [soort, pages] of Object.entries({ traject: ota.traject, helpdesk: ota.helpdesk })) {
    await page.goto(url + otaStart)
    await shoot(page, 'ota')
    await next(page)
    for (const [slug, fields] of Object.entries(pages)) {
      await shoot(page, `ota-${soort}-${slug}`)
      await fillPage(page, fields)
      await next(page)
    }
    await page.waitForTimeout(3_000)
    await next(page)
    await shoot(page, `ota-${soort}-ontvangen`)
  }
  await page.goto(`${url}/werkruimte/agenda`)
  await press(page, page.getByRole('button', { name: 'Meld aan als Coördinator OTA' }))
  await shoot(page, 'agenda')
  await page.locator('[value="doorverwijzen"]').check()
  await shoot(page, 'agenda-doorverwijzen')
  await page.goto(`${url}/werkruimte/telefoon`)
  await shoot(page, 'telefoon')
  for (const [name, start] of Object.entries({ katrol: katrolStart, huisbezoek: huisbezoekStart })) {
    await page.goto(url + start)
    await shoot(page, name)
    await next(page)
    await shoot(page, `${name}-criteria`)
  }
}

/** The overleg that is there to try (functions/local/demo-overleg.ts): its moments, and the letter of the one that is fixed. */
async function shootOverleg(): Promise<void> {
  const page = await browser.newPage({ viewport: wide })
  await page.goto(`${url}/werkruimte`)
  await press(page, page.getByRole('button', { name: 'Meld aan als Casemanager Aalst', exact: true }))
  const dossier = await page.locator('a[href*="/werkruimte/dossier/LCO-"]').first().getAttribute('href')
  const overleg = `${url}${dossier}/overleg`
  for (const [name, path] of Object.entries({ tafel: '/tafel', momenten: '/momenten', overleg: '' })) {
    await page.goto(overleg + path)
    await shoot(page, name)
  }
  await press(page, page.locator('[name="kies"]').first())
  await fillPage(page, { vorm: 'fysiek', plaats: 'Welzijnshuis Aalst, lokaal 2, Voorbeeldlaan 10', tolk: 'niet_nodig' })
  await shoot(page, 'praktisch')
  await next(page)
  for (const [name, path] of Object.entries({ vastgelegd: '', brief: '/brief', gesprek: '/agenda' })) {
    await page.goto(overleg + path)
    await shoot(page, name, name === 'brief' ? '.lo-vel' : undefined)
  }
}

try {
  await shootOverleg()
  const page = await browser.newPage({ viewport: wide })
  await page.goto(url)
  await shoot(page, 'home')
  await page.goto(`${url}/aalst/lco-aanvraag`)
  await shoot(page, 'start')
  await next(page)
  await fillPage(page, { ...aanvraag.criteria, meerderjarig: 'nee', aantal_diensten: '1' })
  await next(page)
  await shoot(page, 'doorverwezen')
  await press(page, page.getByText('Wijzig uw antwoorden'))
  for (const [slug, fields] of Object.entries(aanvraag)) {
    if (slug === 'situatie') {
      await next(page)
      await shoot(page, 'fout')
    }
    await fillPage(page, fields)
    await shoot(page, slug)
    if (slug === 'client') {
      await page.getByText('Mail me een link').click()
      await shoot(page, 'later')
      await press(page, page.getByText('Mail me de link'))
      await shoot(page, 'link-gemaild')
      await press(page, page.getByText('Ga nu verder'))
      await page.goBack()
      await page.goto(page.url().replace(/gemaild$/, 'client'))
      await fillPage(page, fields)
    }
    await next(page)
  }
  await shoot(page, 'controle')
  await page.waitForTimeout(3_000)
  await next(page)
  await shoot(page, 'ontvangen')
  const reference = await page.locator('[data-reference]').getAttribute('data-reference')
  await press(page, page.getByText('Volg uw aanvraag'))
  await shoot(page, 'status')
  await press(page, page.getByText('Stop deze aanvraag'))
  await shoot(page, 'stoppen')
  await page.goto(`${url}/aalst/lco-aanvraag/vraag`)
  await shoot(page, 'vraag')
  await page.goto(`${url}/limburg/lco-aanvraag`)
  await shoot(page, 'limburg')
  await page.goto(`${url}/activiteiten/verkennend-overleg-gedeelde-zorg`)
  await shoot(page, 'activiteit')
  for (const name of ['privacy', 'toegankelijkheid', 'werkruimte/dossier/LCO-0000-0000-00', 'bestaat-niet']) {
    await page.goto(`${url}/${name}`)
    await shoot(page, name.split('/')[0] ?? name)
  }
  await page.goto(`${url}/werkruimte/dossier/${reference}`)
  await press(page, page.getByRole('button', { name: 'Meld aan als Coördinator Aalst' }))
  await shoot(page, 'dossier')
  await press(page, page.getByRole('link', { name: 'Verwijs door' }))
  await shoot(page, 'doorverwijzen')
  for (const name of ['werkruimte', 'werkruimte/week', 'werkruimte/post']) {
    await page.goto(`${url}/${name}`)
    await shoot(page, name === 'werkruimte' ? 'aanvragen' : name.slice('werkruimte/'.length))
  }
  // The year before that of the clock.
  await page.goto(`${url}/werkruimte/cijfers/2020`)
  await shoot(page, 'jaaroverzicht')
  await shootTeam()
  await page.waitForTimeout(1_500)
  await page.goto(`${url}/_local/inbox`)
  await shoot(page, 'inbox')
  const mails: { subject: string; html: string }[] = await (await fetch(`${url}/_local/mails`)).json()
  for (const [index, { html }] of mails.entries()) {
    await page.setContent(html)
    await shoot(page, `mail-${index + 1}`)
  }
} finally {
  await browser.stop()
  loket.kill()
  await once(loket, 'exit')
  await rm(data, { recursive: true, force: true })
}

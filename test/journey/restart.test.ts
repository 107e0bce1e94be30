/**
 * Stopping and starting again on the same folder: nothing that was confirmed or typed is gone (docs/promises.md, "Nothing lost").
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { aanvraag, begin, fillIn } from '../support/lco.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { linkIn, mailsTo, triage } from './mail.ts'
import { openDraft } from './person.ts'
import { next, passTime, pathOf, press, referenceOn, typedOn } from './walk.ts'

let browser: TestBrowser
let dataFolder: string
let loket: RunningLoket
beforeAll(async () => {
  browser = await startBrowser()
})
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'loket-restart-'))
  loket = await startLoket({ dataFolder })
})
afterEach(async () => {
  await loket.stop()
  await rm(dataFolder, { recursive: true, force: true })
})
afterAll(() => browser.stop())

/** Only the port is another one; a browser keeps its cookie. */
async function startAgain(): Promise<void> {
  loket = await startLoket({ dataFolder })
}

/** A request that is ready to send, on the check page. */
async function openReady() {
  const ready = await openDraft(loket, browser)
  await passTime(loket, 10)
  return ready
}

describe('na een herstart', () => {
  it('staat alles er nog: ontvangstbewijs, status, half ingevuld formulier, gemailde link, postvak', async () => {
    const { person, page } = await openReady()
    await next(page)
    const [ref, receipt] = [await referenceOn(page), pathOf(page)]
    const draft = await begin(person.visitor)
    await fillIn(person.visitor, draft, { until: 'client' })
    await person.visitor.post(`${draft}/client`, { client_aanduiding: 'D-77', actie: 'later' })
    await passTime(loket, 10)
    await person.visitor.post(`${draft}/later`, { email: 'typist@caw.example' })
    const before = await loket.waitForMails(3)

    const ended = await loket.stop('SIGTERM')
    expect(ended).toMatchObject({ code: 0, signal: null })
    expect(ended.ms).toBeLessThan(5_000)
    await startAgain()

    expect(await loket.mails()).toEqual(before)
    await page.goto(`${loket.url}/_local/inbox`)
    await press(page, page.getByRole('link', { name: `Uw aanvraag is ontvangen · ${ref}` }))
    const [confirmation] = await mailsTo(loket, aanvraag.gegevens.email)
    const [resume] = await mailsTo(loket, 'typist@caw.example')
    if (!confirmation || !resume) throw new Error('A mail is gone')

    for (const path of [receipt, linkIn(confirmation)]) {
      await page.goto(loket.url + path)
      expect(await referenceOn(page)).toBe(ref)
    }
    expect(await page.locator('[data-state]').getAttribute('data-state')).toBe('ingediend')

    await page.goto(loket.url + draft)
    expect(pathOf(page)).toBe(`${draft}/client`)
    expect(await typedOn(page)).toMatchObject({ client_aanduiding: ['D-77'] })
    const elsewhere = await browser.newPage()
    await elsewhere.goto(loket.url + linkIn(resume))
    await next(elsewhere)
    expect(await typedOn(elsewhere)).toMatchObject({ client_aanduiding: ['D-77'] })
    // Nothing was mailed again because of the restart.
    await passTime(loket, 3600)
    expect(await loket.mails()).toHaveLength(3)
  }, 60_000)
})

describe('na SIGKILL op het moment dat het ontvangstbewijs er staat', () => {
  it('komen de mails toch, en is de aanvraag te volgen', async () => {
    const { page } = await openReady()
    await next(page)
    await loket.stop('SIGKILL')
    const [ref, receipt] = [await referenceOn(page), pathOf(page)]
    expect(ref).toMatch(/^LCO-/)

    await startAgain()
    await page.goto(loket.url + receipt)
    expect(await referenceOn(page)).toBe(ref)
    // A worker that was killed holds its mail for a minute; after that somebody else sends it.
    await passTime(loket, 120)
    expect(await recipientsOf(ref)).toEqual(expect.arrayContaining([triage, aanvraag.gegevens.email]))
  }, 60_000)

  it('ook als de mailserver toen niet antwoordde: elke mail komt dan één keer', async () => {
    const { page } = await openReady()
    await loket.setFaults(1)
    await next(page)
    await loket.stop('SIGKILL')
    const ref = await referenceOn(page)

    await startAgain()
    expect(await loket.mails()).toEqual([])
    await passTime(loket, 3600)
    expect((await recipientsOf(ref)).sort()).toEqual([triage, aanvraag.gegevens.email].sort())
    expect(await loket.mails()).toHaveLength(2)
  }, 60_000)

  const recipientsOf = async (ref: string): Promise<string[]> =>
    (await loket.mails()).filter(({ subject }) => subject.endsWith(ref)).flatMap(({ to }) => to)
})

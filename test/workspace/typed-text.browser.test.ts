/**
 * What somebody typed draws in its own box and nowhere else, whatever it is made of: in a real browser, from a phone to a wide
 * screen, also for what was stored before such text was refused.
 */
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findForm, findNetwork } from '../../forms/index.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { addressHmac } from '../../functions/shared/secrets.ts'
import { dossierItem } from '../../functions/shared/store/dossier-item.ts'
import { createInviteeLists } from '../../functions/shared/store/invitee-lists.ts'
import { answersKey } from '../../functions/shared/store/keys.ts'
import { render, sampleEvent, sampleEventMail, sampleOf } from '../emails/samples.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { dossierOf, fileRequest } from '../support/dossier.ts'
import { invite, inviteeOf, pathOf, personalPath, putEvent } from '../support/events.ts'
import { fillForm, ota, otaStart } from '../support/forms.ts'
import { inkOutside } from '../support/ink.ts'
import { referenceIn } from '../support/lco.ts'
import { locationOf } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

/** In every text below, so that it is found wherever it is shown. */
const sign = 'Kanarie'
const texts: Readonly<Record<string, string>> = {
  '600 accenten op een letter': `${sign} e${'\u0301'.repeat(600)}`,
  '600 tekens onder en door een letter': `${sign} e${'\u0316\u0489'.repeat(300)}`,
  '600 klinkertekens naast een letter': `${sign} क${'\u093e'.repeat(600)}`,
  'van rechts naar links, en nooit terug': `${sign} \u202eedlam\u2067\u2066\u202d مركز`,
  'een woord van 300 letters': `${sign} ${'w'.repeat(300)}`,
  'een adres zonder einde': `${sign} https://dienst.example/${'pad/'.repeat(60)}?${'q=1&'.repeat(60)}`,
  'een mens van 200 mensen': `${sign} ${'👨\u200d'.repeat(200)}`,
}
const widths = [320, 390, 768, 1280] as const
/** The boxes that typed text stands in. */
const boxes = 'bdi, .choice label, .problem li, .error'

let work: TestWorkspace
let browser: TestBrowser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.stop())

/** A page of a person, by what is in it: as it was stored, past every check. */
async function pagesWith(texts: readonly string[]): Promise<readonly (readonly [who: string, path: string])[]> {
  const everywhere = inTurn(texts)
  const store = async (Item: object) => {
    const { client } = await work.connection.dynamo()
    await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
  }
  /** Every answer of a filed dossier that was free to write, and what lists show of it. */
  async function overwrite(reference: string) {
    const dossier = await dossierOf(work, reference)
    const { network } = dossier
    const item = (await work.items('loket')).find(({ pk, sk }) => pk === `DOSSIER#${reference}` && sk === 'ANTWOORDEN')
    const answers: Answers = { ...((await work.unseal(item?.sealed)).answers as Answers), ...freeAnswers(everywhere) }
    await store({ ...answersKey(reference), sealed: await work.deps.seal(network, reference, answers) })
    const listed = await work.deps.seal(network, reference, {
      over: everywhere(),
      organisatie: everywhere(),
      gemeente: everywhere(),
    })
    await store(dossierItem({ ...dossier, suspect: false, nextOn: '2026-11-24', listed }))
  }

  const filed = await fileRequest(work)
  await overwrite(filed.reference)
  const note = { notitie: everywhere() }
  const line = { id: 'n', at: work.clock.now.toISOString(), who: 'coordinator-aalst', kind: 'notitie' as const }
  const sealed = await work.deps.seal('aalst', filed.reference, note)
  await work.deps.logbook.add(filed.reference, { ...line, sealed })

  const visitor = work.visitor()
  const receipt = await visitor.post(await fillForm(visitor, otaStart, ota.traject))
  await overwrite(referenceIn(await (await visitor.get(locationOf(receipt))).text()) ?? '')

  const about = eventTexts(everywhere)
  const event = await putEvent(work.connection, { ...about, ...future, network: 'aalst' })
  await invite(work, event)
  const invitee = await inviteeOf(work, event)
  if (!invitee) throw new Error('Nobody is invited')
  const email = `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example`
  const said = { naam: everywhere(), organisatie: everywhere(), functie: everywhere(), opmerking: everywhere() }
  const late = { ...said, opmerking: `${everywhere()} laat`, antwoord: 'ja' as const, casus: false, at: line.at }
  const other = {
    ...invitee,
    ...said,
    id: `${invitee.id.slice(0, 21)}x`,
    adres: 'x',
    antwoord: 'ja' as const,
    laat: late,
  }
  await createInviteeLists(work.connection).add(
    [{ invitee: other, email }],
    () => work.clock.now,
    new Date('2100-01-01'),
  )
  const { client } = await work.connection.dynamo()
  await client.send(
    new PutCommand({
      TableName: work.connection.tables.loket,
      Item: { ...(await itemOf(`GENODIGDE#${invitee.id}`)), ...said },
    }),
  )

  const home = `/werkruimte/activiteiten/${event.slug}`
  const applicant = addressHmac(work.secrets.addressKey, 'noor@caw.example')
  return [
    ['Coördinator Aalst', '/werkruimte'],
    ['Coördinator Aalst', '/werkruimte/week'],
    ['Coördinator Aalst', filed.path],
    ['Coördinator Aalst', `/werkruimte/gegevens/dossier/${filed.reference}`],
    ['Coördinator Aalst', `/werkruimte/gegevens/persoon/${applicant}`],
    ['Coördinator OTA', '/werkruimte/agenda'],
    ['Organisator', '/werkruimte/activiteiten'],
    ['Organisator', home],
    ['Organisator', `${home}/genodigden`],
    ['Organisator', `${home}/bericht`],
    ['Organisator', `${home}/annuleren`],
    ['', '/activiteiten'],
    ['', pathOf(event)],
    ['', await personalPath(work, event)],
    ['', await personalPath(work, event, undefined, 'afmelden')],
  ]
}

const future = { start: '2027-06-08T07:30:00.000Z', einde: '2027-06-08T10:00:00.000Z', deadline: '2027-05-21' }

const itemOf = async (key: string) => (await work.items('loket')).find(({ pk }) => pk === key)

/** One after the other, and then from the first again. */
function inTurn(texts: readonly string[]): () => string {
  let asked = 0
  return () => {
    asked += 1
    return texts[asked % texts.length] ?? ''
  }
}

const eventTexts = (text: () => string) => ({
  ...{ titel: text(), ondertitel: text(), omschrijving: [text(), text()], voorWie: text(), plaats: text() },
})

/** Of both forms. */
const freeAnswers = (text: () => string): Answers => ({
  ...{ client_aanduiding: text(), organisatie: text(), naam: text(), functie: text(), vraag_client: text() },
  ...{ leervraag: text(), context: text(), gemeente: text(), momenten: text(), waarom: text(), doel: text() },
  betrokkenen: [{ dienst: text(), contactpersoon: text(), rol: text() }],
})

/** Typed text that stands in no box of its own. */
const outsideBoxes = (page: Page) =>
  page.evaluate(
    ({ wanted, inside }) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      while (walker.nextNode()) {
        const { parentElement: parent, textContent } = walker.currentNode
        const own = parent?.closest(`${inside}, textarea, .hidden-visually`)
        if (textContent?.includes(wanted) && !own) found.push(parent?.outerHTML.slice(0, 80) ?? '')
      }
      return found
    },
    { wanted: sign, inside: boxes },
  )

/** One of a kind everywhere takes minutes: `npm run test:long`. All of them among each other, each time. */
const mixed: [string, string[]] = ['van alles door elkaar', Object.values(texts)]
const alone = Object.entries(texts).map(([name, text]): [string, string[]] => [name, [text]])

describe.each(process.env.LOKET_LONG ? [mixed, ...alone] : [mixed])('%s', (_, typed) => {
  beforeAll(async () => {
    work = await startTestWorkspace({ serve: true })
  })
  afterAll(() => work.stop())

  it('blijft op elke pagina in zijn eigen vak', { timeout: 240_000 }, async () => {
    const pages = await pagesWith(typed)
    for (const [who, path] of pages) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true })
      if (who) await page.context().addCookies([await work.cookieOf(who)])
      await page.goto(work.url + path)
      expect([path, (await page.content()).includes(sign)]).toEqual([path, true])
      expect([path, await outsideBoxes(page)]).toEqual([path, []])
      const isolated = await page.evaluate(
        (inside) => [...document.querySelectorAll(inside)].map((one) => getComputedStyle(one).unicodeBidi),
        boxes,
      )
      expect([path, isolated.filter((value) => value !== 'isolate')]).toEqual([path, []])
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        const scroll = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0)
        expect([path, width, scroll]).toEqual([path, width, width])
      }
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        expect([path, width, await inkOutside(page, boxes)]).toEqual([path, width, []])
      }
      await page.context().close()
    }
    expect(work.failures).toEqual([])
  })

  it('ook in een mail', async () => {
    const event = { ...sampleEvent, ...eventTexts(inTurn(typed)) }
    const network = findNetwork('aalst')
    const form = findForm('lco-aanvraag')
    if (!network || !form) throw new Error('Aalst is gone')
    const page = await browser.newPage()
    for (const kind of ['activiteit-uitnodiging', 'activiteit-morgen'] as const) {
      const mail = { ...sampleEventMail, event }
      const { html } = await render(sampleOf(kind), {
        network,
        form,
        link: 'https://loket.example/x',
        held: 0,
        event: mail,
      })
      await page.setContent(html)
      expect(html).toContain(sign)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        const scroll = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0)
        expect([kind, width, scroll]).toEqual([kind, width, width])
        expect([kind, width, await inkOutside(page, 'p, bdi')]).toEqual([kind, width, []])
      }
    }
    await page.context().close()
  })
})

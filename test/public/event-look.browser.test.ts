/** Every state of the pages of an event, in a real browser: for everybody, with a keyboard, in few colours, on paper. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { expectErrorsToLeadToTheirFields, expectFitForAll, wide } from '../journey/fit-for-all.ts'
import { press } from '../journey/walk.ts'
import { watch } from '../journey/watch.ts'
import { startBrowser, type TestBrowser } from '../support/browser.ts'
import { answer, invite, pathOf, personalPath, putEvent, respond } from '../support/events.ts'
import { tabTo } from '../support/keyboard.ts'
import { pagesIn, printed } from '../support/paper.ts'
import { locationOf } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-23T08:00:00Z')
const closes = new Date('2021-05-21T22:00:00Z')
let loket: TestWorkspace
let browser: TestBrowser
let event: LoketEvent
beforeAll(async () => {
  ;[loket, browser] = await Promise.all([startTestWorkspace({ serve: true, now: april }), startBrowser()])
})
afterAll(async () => {
  await browser.stop()
  await loket.stop()
})
beforeEach(async () => {
  loket.clock.now = april
  event = await putEvent(loket.connection, {
    ondertitel: 'Voor wie met gezinnen werkt',
    capaciteit: 1,
    online: false,
    plaats: 'Huis van de Jeugd, lokaal 3, Voorbeeldstraat 12, 9000 Gent',
  })
})

const own = () => personalPath(loket, event)
const at = (moment: string | Date) => {
  loket.clock.now = new Date(moment)
}
/** Somebody else has the one seat. */
const taken = () => respond(loket, event, { email: 'sam@caw.example' })
const receipt = async (changes = {}) => locationOf(await respond(loket, event, changes))

/** How each is reached, and where it stands. */
const sights: Record<string, () => Promise<string>> = {
  lijst: async () => '/activiteiten',
  open: async () => pathOf(event),
  volzet: async () => {
    await taken()
    return pathOf(event)
  },
  'op uitnodiging': async () => pathOf(await putEvent(loket.connection, { toegang: 'op_uitnodiging' })),
  gesloten: async () => {
    at(closes)
    return pathOf(event)
  },
  'te laat melden': async () => {
    at(closes)
    return `${pathOf(event)}/te-laat`
  },
  bezig: async () => {
    at(event.start)
    return pathOf(event)
  },
  voorbij: async () => {
    at(event.einde)
    return pathOf(event)
  },
  afgelast: async () => pathOf(await putEvent(loket.connection, { geannuleerd: true })),
  'bewijs: ja': () => receipt(),
  'bewijs: nee': () => receipt({ antwoord: 'nee' }),
  'bewijs: op de hoogte': () => receipt({ antwoord: 'op_de_hoogte' }),
  'bewijs: wachtlijst': async () => {
    await taken()
    return receipt({ volzet: 'ja' })
  },
  'eigen: genodigd': async () => {
    await invite(loket, event)
    return own()
  },
  'eigen: komt': async () => {
    await respond(loket, event)
    return own()
  },
  'eigen: wacht': async () => {
    await taken()
    await respond(loket, event)
    return own()
  },
  'eigen: nee, na de deadline': async () => {
    await respond(loket, event, { antwoord: 'nee' })
    at(closes)
    return own()
  },
  'eigen: te laat': async () => {
    await invite(loket, event)
    at(closes)
    await loket.visitor().post(`${await own()}/te-laat`, answer)
    return own()
  },
  'eigen: de dag ervoor, online': async () => {
    event = await putEvent(loket.connection)
    await respond(loket, event)
    at('2021-06-07T08:00:00Z')
    return own()
  },
  'eigen: bezig': async () => {
    await respond(loket, event)
    at(event.start)
    return own()
  },
  'toch niet komen': async () => {
    await respond(loket, event)
    return `${await own()}/niet-komen`
  },
  'geen mails meer': async () => {
    await respond(loket, event)
    return personalPath(loket, event, answer.email, 'afmelden')
  },
}

describe('voor iedereen', () => {
  it.each(Object.entries(sights))('%s', async (_, reach) => {
    const page = await browser.newPage({ viewport: wide })
    const problems = watch(page, loket.url)
    await page.goto(loket.url + (await reach()))
    await expectFitForAll(page)
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('een fout brengt u bij het veld', async () => {
    const page = await browser.newPage({ viewport: wide })
    await page.goto(loket.url + pathOf(event))
    await press(page, page.getByRole('button', { name: 'Verstuur mijn antwoord' }))
    await expectErrorsToLeadToTheirFields(page)
    await expectFitForAll(page)
    await page.context().close()
  })

  it('te laat verstuurd: het oog begint bij wat er niet lukte, en wat getypt was gaat mee', async () => {
    const page = await browser.newPage({ viewport: wide })
    await page.goto(loket.url + pathOf(event))
    await page.getByLabel('Ik neem deel').check()
    await page.getByLabel('Naam', { exact: true }).first().fill('Noor Voorbeeld')
    at(closes)
    await press(page, page.getByRole('button', { name: 'Verstuur mijn antwoord' }))
    expect(await page.title()).toMatch(/^Fout: /)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('problem')
    await expectFitForAll(page)
    await press(page, page.getByRole('button', { name: 'Meld het toch' }))
    expect(await page.getByLabel('Naam', { exact: true }).first().inputValue()).toBe('Noor Voorbeeld')
    await page.context().close()
  })
})

it.each([true, false])('met alleen het toetsenbord, op een telefoon; script: %s', async (javaScriptEnabled) => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 }, javaScriptEnabled })
  await page.goto(loket.url + pathOf(event))
  loket.clock.later(10)
  const shown = () =>
    Promise.all(
      ['Naam', 'Organisatie', 'Wat hebt u nodig'].map((label) =>
        page
          .getByLabel(label, { exact: label === 'Naam' })
          .first()
          .isVisible(),
      ),
    )
  expect(await shown()).toEqual([true, true, true])
  await page.locator('[name="antwoord"]').first().focus()
  await page.keyboard.press('ArrowDown')
  expect(await shown()).toEqual([false, false, false])
  await page.keyboard.press('ArrowDown')
  expect(await shown()).toEqual([true, false, false])
  await page.keyboard.press('ArrowUp')
  await page.getByLabel('E-mailadres').focus()
  await page.keyboard.type(answer.email)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('[data-reference]').waitFor()
  expect(await page.locator('.lp-ticket').textContent()).toContain('Uw antwoord: ik kan er niet bij zijn')
  await page.context().close()
})

it('wat niet mag in wat een nee niet vraagt, staat er toch', async () => {
  const page = await browser.newPage({ viewport: wide })
  await page.goto(loket.url + pathOf(event))
  await page.getByLabel('Wat hebt u nodig').fill('Mijn nummer is 85.07.30-033.28')
  await page.getByLabel('Ik kan er niet bij zijn', { exact: true }).check()
  await page.getByLabel('E-mailadres').fill(answer.email)
  await press(page, page.getByRole('button', { name: 'Verstuur mijn antwoord' }))
  await expectErrorsToLeadToTheirFields(page)
  await page.context().close()
})

it('een ticket is één A4, met wat u moet weten en zonder knoppen', async () => {
  const page = await browser.newPage({ viewport: wide })
  for (const path of [await receipt(), await own()]) {
    await page.goto(loket.url + path)
    expect(pagesIn(await printed(page))).toBe(1)
    await page.emulateMedia({ media: 'print' })
    const text = await page.locator('body').innerText()
    expect(text).toContain('Voorbeeldstraat 12, 9000 Gent')
    expect(text).not.toMatch(/Zet in mijn agenda|Toon op de kaart|Wijzig (mijn|uw) antwoord/)
    await page.emulateMedia({ media: null })
  }
  await page.context().close()
})

it('in de kleuren van de gebruiker: de scheurlijn en het blad van de kalender zijn er nog', async () => {
  const page = await browser.newPage({ viewport: wide, forcedColors: 'active' })
  await page.goto(loket.url + (await receipt()))
  const lines = await page.evaluate(() =>
    ['.stub', '.lp-ticket', '.lp-dag i', '.lp-ticket .tag'].map((selector) => {
      const element = document.querySelector(selector)
      const style = element && getComputedStyle(element)
      return [selector, style?.borderTopStyle, style?.borderBottomStyle]
    }),
  )
  expect(lines).toEqual([
    ['.stub', 'dashed', 'none'],
    ['.lp-ticket', 'solid', 'solid'],
    ['.lp-dag i', 'none', 'solid'],
    ['.lp-ticket .tag', 'solid', 'solid'],
  ])
  await page.context().close()
})

it('wie met de tab door de eigen pagina gaat, komt eerst bij wat die dag nodig is', async () => {
  const page = await browser.newPage({ viewport: wide })
  await respond(loket, event)
  await page.goto(loket.url + (await own()))
  await page.locator('main').focus()
  await tabTo(page, '[href*="openstreetmap"]')
  await tabTo(page, '[href$="agenda.ics"]')
  await tabTo(page, '[href$="niet-komen"]')
  await page.context().close()
})

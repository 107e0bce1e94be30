/** Walks through a form in a real browser as a person does: fill in what is asked, press the one button that goes on. */
import type { Locator, Page } from 'playwright-core'
import { fillPage } from '../support/fill-page.ts'
import { aanvraag, lcoStart, type Slug } from '../support/lco.ts'
import type { RunningLoket } from '../support/loket.ts'
import type { Fields } from '../support/visitor.ts'

/** A Monday morning, after the phased opening of Aalst. */
export const monday = '2021-03-01T09:00:00Z'
export const day = 86_400

export const slugs = Object.keys(aanvraag) as Slug[]

/** What somebody else types: nothing of it may ever turn up with the first. */
export type Changes = Partial<Record<Slug, Fields>>

/**
 * Presses a button or follows a link, and waits for the whole page it leads to. A bare `click` comes back when the answer begins: what
 * is not on the page yet by then, its title even, is missed when the machine is busy.
 */
export async function press(page: Page, target: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), target.click()])
}

/** Presses a key that leads to another page, and waits for the whole of it. */
export const pressTo = (page: Page, key: string) => Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])

/** The one link or button that goes on; a page with two of them, or none, fails. */
export const next = (page: Page): Promise<void> => press(page, page.locator('[data-next]'))

export const pathOf = (page: Page): string => new URL(page.url()).pathname

/** Opens the start page of a form and begins; gives the path of the draft. */
export async function begin(page: Page, loket: RunningLoket, start: string = lcoStart): Promise<string> {
  await page.goto(loket.url + start)
  await next(page)
  return pathOf(page).slice(0, pathOf(page).lastIndexOf('/'))
}

/** Fills in and sends the pages up to and without `until`, from the one that is open. */
export async function walk(
  page: Page,
  { until, changes = {} }: { until?: Slug; changes?: Changes } = {},
): Promise<void> {
  for (const slug of slugs.slice(slugs.indexOf(lastPart(page) as Slug))) {
    if (slug === until) return
    if (lastPart(page) !== slug) throw new Error(`Expected the page ${slug}, this is ${pathOf(page)}`)
    await fillPage(page, { ...aanvraag[slug], ...changes[slug] })
    await next(page)
  }
}

const lastPart = (page: Page): string => pathOf(page).split('/').at(-1) ?? ''

/** Files a whole request, slowly enough for a person; the page is the receipt then. */
export async function fileRequest(page: Page, loket: RunningLoket, changes: Changes = {}): Promise<string> {
  await begin(page, loket)
  await walk(page, { changes })
  await passTime(loket, 60)
  await next(page)
  return referenceOn(page)
}

export const referenceOn = async (page: Page): Promise<string> =>
  (await page.locator('[data-reference]').getAttribute('data-reference')) ?? ''

export async function now(loket: RunningLoket): Promise<Date> {
  const clock: { now: string } = await (await fetch(`${loket.url}/_local/clock`)).json()
  return new Date(clock.now)
}

/** Moves Loket's clock; everything that falls due on the way is done by then. */
export async function passTime(loket: RunningLoket, seconds: number): Promise<void> {
  await loket.setClock(new Date((await now(loket)).getTime() + seconds * 1000).toISOString())
}

/** What stands in the fields of a page, by name; of radios and ticks what is chosen. */
export const typedOn = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('main form')
    const typed: Record<string, string[]> = {}
    for (const [name, value] of new FormData(form ?? undefined)) typed[name] = [...(typed[name] ?? []), String(value)]
    return typed
  })

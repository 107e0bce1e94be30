/** How well text is read, measured in a real browser: by its colours as the browser computes them, or by the pixels it draws. */
import type { Page } from 'playwright-core'
import { pictureOf } from './ink.ts'

export interface Measured {
  text: string
  /** WCAG 2.2, 1.4.3: from 1 to 21. */
  ratio: number
  /** Text, and what lies behind it. */
  colours: string
}

/** Every text that is seen, by computed colours: what lies behind it is looked up through everything it stands in. */
export const contrasts = (page: Page): Promise<Measured[]> => page.evaluate(measure, undefined)

/**
 * The same by what is drawn, for a client that turns colours around by itself. Of the pixels around a text the most frequent is its
 * ground, and what differs most from it, in more than a few pixels, its ink. Wants a page of several pixels a point, or the edges of
 * letters are all there is.
 */
export async function drawnContrasts(page: Page): Promise<Measured[]> {
  return page.evaluate(measure, await pictureOf(page))
}

/** Runs in the page, so it brings everything it needs. */
async function measure(picture: string | undefined): Promise<Measured[]> {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number]
  const parse = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
    return [red, green, blue, alpha]
  }
  const over = ([r, g, b, a]: Colour, [x, y, z]: Colour): Colour => [
    ...([r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)] as const),
    1,
  ]
  const luminance = (colour: Colour) => {
    const linear = colour.slice(0, 3).map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
  }
  const measured = (text: string, ink: Colour, ground: Colour): Measured => {
    const [darker = 0, lighter = 0] = [luminance(ink), luminance(ground)].sort((a, b) => a - b)
    const inWords = (colour: Colour) => `rgb(${colour.slice(0, 3).map(Math.round).join(' ')})`
    return { text, ratio: (lighter + 0.05) / (darker + 0.05), colours: `${inWords(ink)} on ${inWords(ground)}` }
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: { node: Node; element: Element; text: string }[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const [text, element] = [node.textContent?.trim() ?? '', node.parentElement]
    if (text && element?.checkVisibility()) texts.push({ node, element, text })
  }

  if (picture === undefined) {
    // Where nothing has a colour the browser paints its own: white, or in a page that says it can be dark nearly black.
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.backgroundColor = 'Canvas'
    const canvas = parse(getComputedStyle(probe).backgroundColor)
    probe.remove()
    return texts.map(({ element, text }) => {
      const behind: Colour[] = []
      for (let at: Element | null = element; at; at = at.parentElement)
        behind.unshift(parse(getComputedStyle(at).backgroundColor))
      const ground = behind.reduce((below, colour) => over(colour, below), canvas)
      return measured(text, over(parse(getComputedStyle(element).color), ground), ground)
    })
  }

  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
  context?.drawImage(bitmap, 0, 0)
  return texts.flatMap(({ node, text }) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const counts = new Map<string, number>()
    for (const { left, top, width, height } of range.getClientRects()) {
      const [x = 0, y = 0, w = 0, h = 0] = [left + scrollX, top + scrollY, width, height].map((size) =>
        Math.round(size * devicePixelRatio),
      )
      const data = w > 0 && h > 0 ? (context?.getImageData(x, y, w, h).data ?? []) : []
      for (let at = 0; at < data.length; at += 4) {
        const colour = `${data[at]} ${data[at + 1]} ${data[at + 2]}`
        counts.set(colour, (counts.get(colour) ?? 0) + 1)
      }
    }
    const [most] = [...counts].sort(([, one], [, other]) => other - one)
    if (!most) return []
    const ground = parse(most[0])
    const inks = [...counts].filter(([, count]) => count >= 8).map(([colour]) => measured(text, parse(colour), ground))
    return inks.sort((one, other) => other.ratio - one.ratio).slice(0, 1)
  })
}

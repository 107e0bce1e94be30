/** What a page draws where, in a real browser: text is hidden and shown, and the pixels that differ are its ink. */
import type { Page } from 'playwright-core'

/** Pixels that two pictures may differ by beside a box: letters are smoothed at the edge. */
const edge = 1

/**
 * Ink of the elements that lies outside all of them: `x,y` of the first pixels, in the page's own measure. Nothing else of the
 * page may move meanwhile.
 */
export async function inkOutside(page: Page, selector: string): Promise<string[]> {
  const shoot = () => pictureOf(page)
  const boxes = await page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)].map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect()
        return [left + scrollX, top + scrollY, right + scrollX, bottom + scrollY] as const
      }),
    selector,
  )
  // The ring of a control and a round corner are smoothed otherwise each time they are drawn: in neither picture.
  const rings = await page.addStyleTag({
    content: `:is([type="radio"], [type="checkbox"]) { visibility: hidden !important }
      * { border-radius: 0 !important }`,
  })
  const hide = await page.addStyleTag({ content: `${selector} { visibility: hidden !important }` })
  const hidden = await shoot()
  await hide.evaluate((style) => style.parentNode?.removeChild(style))
  // After it, as a page that was drawn before smooths a slanted line otherwise than one that was not.
  const shown = await shoot()
  await rings.evaluate((style) => style.parentNode?.removeChild(style))
  return page.evaluate(
    async ({ pictures, inside, margin }) => {
      const [one, other] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
          const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
          const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
          context?.drawImage(picture, 0, 0)
          return context?.getImageData(0, 0, picture.width, picture.height)
        }),
      )
      if (!one || !other || one.width !== other.width || one.height !== other.height) return ['another size']
      const [a, b] = [new Uint32Array(one.data.buffer), new Uint32Array(other.data.buffer)]
      const found: string[] = []
      for (let at = 0; at < a.length && found.length < 5; at += 1) {
        if (a[at] === b[at]) continue
        const [x, y] = [at % one.width, Math.floor(at / one.width)]
        const isInside = ([left, top, right, bottom]: readonly [number, number, number, number]) =>
          x >= left - margin && x <= right + margin && y >= top - margin && y <= bottom + margin
        if (!inside.some(isInside)) found.push(`${x},${y}`)
      }
      return found
    },
    { pictures: [shown, hidden], inside: boxes, margin: edge },
  )
}

/** A busy browser sometimes has no picture to give; asked again, it has. */
export async function pictureOf(page: Page, tries = 3): Promise<string> {
  try {
    return (await page.screenshot({ fullPage: true, animations: 'disabled' })).toString('base64')
  } catch (error) {
    if (tries <= 1) throw error
    await page.waitForTimeout(200)
    return pictureOf(page, tries - 1)
  }
}

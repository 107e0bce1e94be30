/** The colours of a mail. A mail stands alone: it reads no style sheet, and in the dark the colour of a network must be light. */

/** Contrast at which text is easy to read, also with low vision (WCAG 2.2, 1.4.6). */
const easy = 7

export const light = { ink: '#1b2a2e', soft: '#46565a', paper: '#faf8f3', card: '#ffffff', line: '#ddd6c8' }
export const dark = { ink: '#f2efe8', soft: '#c3cccd', paper: '#12191b', card: '#1b2427', line: '#3a474b' }

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 to 21, of two colours written as `#rrggbb` (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const mixedWithWhite = (colour: string, percent: number): string =>
  `#${channels(colour)
    .map((value) => Math.round(value + ((255 - value) * percent) / 100))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`

/** The colour of a network with so much white in it, in steps of five percent, that it is easy to read on a dark card. */
export function lightened(brand: string): string {
  for (let percent = 0; percent < 100; percent += 5) {
    const colour = mixedWithWhite(brand, percent)
    if (contrast(colour, dark.card) >= easy) return colour
  }
  return '#ffffff'
}

/**
 * Light enough for a phone between two home visits, and readable in every network's colours (docs/promises.md, "Speed" and
 * "Pages").
 */
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { networks, receivingNetworks, services } from '../../forms/index.ts'
import { createPublished } from '../../functions/public/published.tsx'
import { publishedPaths } from '../../functions/public/published-paths.ts'
import { networkPath, servicePath } from '../../functions/shared/public-paths.ts'
import { loadAssets } from '../../functions/shared/web/assets.ts'
import { assetFiles, startTestLoket, type TestLoket } from '../support/app.ts'

const KB = 1000
let loket: TestLoket
beforeAll(async () => {
  loket = await startTestLoket()
})
const bytesOf = async (path: string) => {
  const response = await loket.visitor().get(path)
  expect(response.status).toBe(200)
  return response.text()
}
const zipped = (text: string) => gzipSync(text).byteLength

describe('de eerste pagina', () => {
  it.each(['/', '/aanbod', ...receivingNetworks.map(networkPath), ...services.map(servicePath)])(
    '%s: HTML en stijl samen hoogstens 20 KB, zonder script',
    async (path) => {
      const html = await bytesOf(path)
      const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, path = '']) => path)
      expect(sheets.length).toBeGreaterThanOrEqual(2)
      const css = await Promise.all(sheets.map(async (sheet) => zipped(await bytesOf(sheet))))
      const style = css.reduce((sum, bytes) => sum + bytes, 0)
      expect(zipped(html) + style).toBeLessThanOrEqual(20 * KB)
      expect(style).toBeLessThan(12 * KB)
      expect(html).not.toContain('<script')
      expect(html.match(/(?:src|href)="https?:/g)).toBeNull()
    },
  )
})

it('wie Loket draait, geeft voor iedereen dezelfde bladzijde als de app zelf', async () => {
  const published = createPublished({ assets: loadAssets(assetFiles, networks), now: () => loket.clock.now })
  const all = ['/', '/aanbod', ...receivingNetworks.map(networkPath), ...services.map(servicePath)]
  expect(publishedPaths.toSorted()).toEqual(all.sort())
  for (const path of publishedPaths) {
    const answer = await loket.visitor().get(path)
    const { html, headers } = published.at(path) ?? {}
    expect([path, await answer.text()]).toEqual([path, html])
    expect([path, Object.fromEntries(answer.headers)]).toEqual([path, headers])
  }
  expect(published.at('/status/x')).toBeUndefined()
})

/** Contrast of two colours `#rrggbb` (WCAG 2.2, 1.4.3). */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((channel) => (channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('de kleuren van elk netwerk', () => {
  it('de meting klopt: zwart op wit is 21, grijs #767676 net genoeg', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#767676', '#ffffff')).toBeGreaterThan(4.5)
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
  })

  it.each(networks.map(({ slug, colours }) => [slug, colours] as const))(
    '%s: tekst is leesbaar, merktekens zijn te zien',
    (_, kleuren) => {
      const { brand, brandDeep, brandWash, mark } = kleuren
      // Text in the brand colour, on white, on paper and on its own wash; white text on buttons and in the footer.
      for (const ground of ['#ffffff', '#faf8f3', brandWash]) expect(contrast(brand, ground)).toBeGreaterThanOrEqual(6)
      expect(contrast('#ffffff', brandDeep)).toBeGreaterThanOrEqual(7)
      // The awning of its counter, and the number below its doors.
      expect(contrast('#ffffff', brand)).toBeGreaterThanOrEqual(7)
      expect(contrast(brandDeep, brandWash)).toBeGreaterThanOrEqual(7)
      expect(contrast(mark, '#ffffff')).toBeGreaterThanOrEqual(3)
    },
  )
})

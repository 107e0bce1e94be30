import { describe, expect, it } from 'vitest'
import { contrast, dark, lightened } from '../../emails/colours.ts'
import { networks } from '../../forms/index.ts'

it.each([
  ['#000000', '#ffffff', 21],
  ['#767676', '#ffffff', 4.54],
  ['#ffffff', '#ffffff', 1],
])('%s op %s is %d : 1', (one, other, ratio) => expect(contrast(one, other)).toBeCloseTo(ratio, 2))

describe('een kleur in het donker', () => {
  it.each(networks)('van $slug is te lezen op de kaart, en als knop met donkere woorden', ({ colours }) => {
    const lit = lightened(colours.brand)
    expect(contrast(lit, dark.card)).toBeGreaterThanOrEqual(7)
    expect(contrast(dark.paper, lit)).toBeGreaterThanOrEqual(7)
  })

  it('krijgt niet meer wit dan nodig: de vijf netwerken blijven vijf kleuren', () => {
    expect(new Set(networks.map(({ colours }) => lightened(colours.brand))).size).toBe(networks.length)
    expect(lightened('#f2efe8')).toBe('#f2efe8')
  })
})

/** How to call somebody safely stands wherever they are called, in full (docs/decisions/031). */
import { beforeAll, describe, expect, it } from 'vitest'
import { belMijPath, openBelMij } from '../support/bel-mij.ts'
import { hiddenOn } from '../support/dossier.ts'
import { referenceIn } from '../support/lco.ts'
import { type Fields, locationOf, readPage, type Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let coordinator: Visitor
beforeAll(async () => {
  work = await startTestWorkspace()
  coordinator = await work.as('Coördinator Aalst')
})

/** Its dossier in the werkruimte. */
async function called(changes: Fields = {}): Promise<{ reference: string; path: string }> {
  const visitor = work.visitor()
  const fields = await openBelMij(visitor, changes)
  work.clock.later(60)
  const receipt = await (await visitor.get(locationOf(await visitor.post(belMijPath, fields)))).text()
  const reference = referenceIn(receipt) ?? ''
  return { reference, path: `/werkruimte/dossier/${reference}` }
}
const nothing = { wanneer: [], wanneer_anders: '', inspreken: [], ander: [], vraag: '', taal: '' }
const careful = 'Stuur geen bericht. Spreek niets in. Zeg niets over deze persoon als iemand anders opneemt.'

describe('op het dossier', () => {
  it('ook als er niets gekozen werd, naast het nummer', async () => {
    const { path } = await called(nothing)
    const { words, html } = await readPage(coordinator, path)
    expect(words).toContain(`Veilig contact met de cliënt: ${careful}`)
    expect(html).toContain('href="tel:+32478123466"')
    expect(words).toMatch(/Nadia/)
    expect(words).toContain('Lees hoe u veilig belt, en bel')
  })

  it('alles wat gekozen en getypt werd, en op papier', async () => {
    const { path } = await called()
    const all = [
      'Spreek alleen in dat deze persoon mag terugbellen. Zeg niet wie u bent.',
      'Zeg niets over deze persoon als iemand anders opneemt.',
      'Wanneer bellen: van 9 tot 12 uur.',
      'In eigen woorden: Niet op woensdag.',
      'Taal: Arabisch.',
    ].join(' ')
    expect((await readPage(coordinator, path)).words).toContain(`Veilig contact met de cliënt: ${all}`)
    expect((await readPage(coordinator, `${path}/afdruk?deel=vraag`)).words).toContain(all)
  })
})

describe('in Mijn week', () => {
  it('helemaal, bij het nummer', async () => {
    const { reference } = await called(nothing)
    const { html } = await readPage(coordinator, '/werkruimte/week')
    const line = new RegExp(`<li data-dossier="${reference}">.*?</li>`, 's').exec(html)?.[0] ?? ''
    expect(line).toContain(careful)
    expect(line).toContain('href="tel:')
    expect(line.indexOf(careful)).toBeLessThan(line.indexOf('href="tel:'))
  })

  it('of dat het eerst te lezen is, nooit een deel ervan', async () => {
    const { reference } = await called({ wanneer_anders: 'x'.repeat(200) })
    const { html } = await readPage(coordinator, '/werkruimte/week')
    const line = new RegExp(`<li data-dossier="${reference}">.*?</li>`, 's').exec(html)?.[0] ?? ''
    expect(line).toContain('Lees eerst in het dossier hoe u veilig belt.')
    expect(line).not.toContain('xxx')
  })
})

describe('naar een ander formulier', () => {
  it('gaat het mee: in de kop van het nieuwe dossier', async () => {
    const { path } = await called(nothing)
    const to = `${path}/verplaatsen`
    expect((await readPage(coordinator, to)).html).not.toMatch(/value="(aalst\/vraag|ota\/aanmelding|zottegem)/)
    const moved = await coordinator.post(to, {
      ...(await hiddenOn(coordinator, to)),
      ...{ naar: 'aalst/lco-aanvraag', toelichting: 'Er zijn meer diensten nodig.' },
    })
    expect(moved.status).toBe(303)
    const items = await work.items('loket')
    const there = items.find(({ origin }) => origin === `verplaatst-${path.split('/').at(-1)}`)
    const { words } = await readPage(coordinator, `/werkruimte/dossier/${there?.reference}`)
    expect(words).toContain(`Veilig contact met de cliënt: ${careful}`)
    expect(words).toContain('Bel 0478 12 34 66')
  })
})

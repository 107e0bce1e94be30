/** More text than a draft can hold: the person gets it back, whatever button they pressed, and nothing breaks. */
import { beforeEach, describe, expect, it } from 'vitest'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import { postRaw } from '../support/greatest.ts'
import { itemSize } from '../support/item-size.ts'
import { aanvraag, begin, errorsIn, fillIn, type Slug } from '../support/lco.ts'
import { fieldsIn, locationOf, type Visitor } from '../support/visitor.ts'

const now = new Date('2026-11-23T09:00:00Z')
/** With its name, just below the 64 KiB of one page. */
const huge = 'x'.repeat(60_000)
const message = 'Alles samen is te veel tekst om te bewaren. Maak deze tekst korter'

let loket: TestLoket
let visitor: Visitor
let draft: string
beforeEach(async () => {
  loket = await startTestLoket(now)
  visitor = loket.visitor()
  draft = await begin(visitor)
  await fillIn(visitor, draft)
})

const send = (slug: Slug, field: string, text: string, actie: string) =>
  postRaw(visitor, `${draft}/${slug}`, { ...aanvraag[slug], [field]: text, actie })
const size = async () => Math.max(...(await loket.items('drafts')).map(itemSize))
const kept = async (slug: Slug) => fieldsIn(await (await visitor.get(`${draft}/${slug}`)).text())

describe.each(['vorige', 'later', 'rij'])('de knop %s', (actie) => {
  it('bewaart één grote bladzijde, en geeft de tweede terug', async () => {
    expect((await send('praktisch', 'opmerkingen', huge, actie)).status).toBe(303)
    const response = await send('situatie', 'doel', huge, actie)
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, [message]])
    expect(fieldsIn(html).doel).toEqual([huge])
    expect((await kept('situatie')).doel).toEqual([aanvraag.situatie.doel])
    expect((await send('situatie', 'doel', 'korter', actie)).status).toBe(303)
    expect((await kept('situatie')).doel).toEqual(['korter'])
    expect(await size()).toBeLessThan(128 * 1024)
  })

  it('in veel tabbladen tegelijk komt er niet meer bij', async () => {
    const fields = { gegevens: 'naam', client: 'taal', situatie: 'doel', praktisch: 'opmerkingen' } as const
    const answers = await Promise.all(
      Object.entries(fields).map(([slug, field]) => send(slug as Slug, field, 'x'.repeat(40_000), actie)),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 303, 422, 422])
    expect(await size()).toBeLessThan(128 * 1024)
    expect(loket.failures).toEqual([])
  })
})

it('tekens die bij het bewaren langer worden, tellen zo', async () => {
  // Composed, each of these is three: 12 bytes for 4 (Unicode, composition exclusions).
  const response = await send('situatie', 'doel', '\u{1d160}'.repeat(10_000), 'later')
  expect([response.status, errorsIn(await response.text())]).toEqual([422, [message]])
})

it('wie wist, hoeft eerst niets korter te maken', async () => {
  await send('praktisch', 'opmerkingen', huge, 'later')
  const response = await send('situatie', 'doel', huge, 'wissen')
  expect(locationOf(response)).toBe(`${draft}/wissen`)
})

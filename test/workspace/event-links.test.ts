/** An event may be called anything: every link that is made of it works (docs/domain.md §6). */
import { beforeAll, expect, it } from 'vitest'
import { createEvents } from '../../functions/shared/store/events.ts'
import { answer, openForm, pathOf, personalPath } from '../support/events.ts'
import { type Fields, locationOf, type Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let loket: TestWorkspace
let organiser: Visitor
beforeAll(async () => {
  loket = await startTestWorkspace({ now: new Date('2021-04-23T08:00:00Z') })
  organiser = await loket.as('Organisator')
})

const wanted: Fields = {
  soort: 'vorming',
  omschrijving: 'We oefenen samen.',
  voor_wie: 'Hulpverleners.',
  datum: '8/6/2021',
  van: '9.30',
  tot: '12u00',
  plaats: 'Zaal 1, Aalst',
  deadline: '21/5/2021',
  toegang: 'openbaar',
}
const make = async (titel: string): Promise<string> => {
  const made = await organiser.post('/werkruimte/activiteiten/nieuw', { ...wanted, titel })
  return locationOf(made).split('/').at(-1) ?? ''
}

it.each([
  ['één letter', 'a'],
  ['een titel van 71 letters', 'Vorming omgaan met trauma en veerkracht bij jongeren en hun gezinsleden'],
  ...[47, 48, 49, 59, 60, 61, 62, 150].map((length) => [`${length} letters`, 'a'.repeat(length)]),
  ['150 letters met een streepje aan de grens', 'a '.repeat(75).trim()],
  ['alleen emoji', '🎉👨‍👩‍👧‍👦'],
  ['100 emoji', '👨‍👩‍👧‍👦'.repeat(100)],
  ['Arabisch', 'تدريب حول الصدمات النفسية عند الشباب'],
  ['Chinees', '关于创伤和复原力的培训'.repeat(13)],
  ['Hebreeuws met klinkers', 'בְּרֵאשִׁ֖ית בָּרָ֣א'],
  ['Cyrillisch', 'Тренинг'],
  ['een ligatuur die drie letters wordt', 'ﷺ'.repeat(20)],
  ['leestekens', '?!/\\#%&<>"\'._..//'],
  ['een pad', '../../werkruimte'],
  ['een naam die ieder object heeft', '__proto__'],
  ['een woord van de app', 'te-laat'],
])('%s: inschrijven, ontvangen, persoonlijke pagina en afmelden', async (_, titel) => {
  const slug = await make(titel)
  const event = await createEvents(loket.connection).read(slug)
  expect(event?.titel).toBe(titel.normalize('NFC'))
  if (!event) return
  const visitor = loket.visitor()
  const hidden = await openForm(loket, visitor, pathOf(event))
  const receipt = locationOf(await visitor.post(pathOf(event), { ...hidden, ...answer }))
  const links = [receipt, await personalPath(loket, event), await personalPath(loket, event, answer.email, 'afmelden')]
  for (const link of links) expect([link, (await loket.visitor().get(link)).status]).toEqual([link, 200])
  expect((await organiser.get(`/werkruimte/activiteiten/${slug}`)).status).toBe(200)
  expect(receipt).toMatch(new RegExp(`^/activiteiten/${slug}/genoteerd/[\\w.-]+$`))
})

it('zestig keer dezelfde titel: zestig adressen', async () => {
  const slugs = new Set<string>()
  for (let time = 0; time < 60; time += 1) slugs.add(await make('Infosessie 🎈'))
  expect(slugs.size).toBe(60)
  for (const slug of slugs) expect((await loket.visitor().get(`/activiteiten/${slug}`)).status).toBe(200)
  expect(loket.failures).toEqual([])
})

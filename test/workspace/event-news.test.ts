/** What an organiser mails to many and tells afterwards: read before it leaves, on the page once it began, and who is asked for what comes next. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findForm, findNetwork } from '../../forms/index.ts'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { invitationWords } from '../../forms/kit/events/mailings.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { render, sampleEventMail, sampleOf } from '../emails/samples.ts'
import { invite, inviteeOf, mailsOf, putEvent, respond } from '../support/events.ts'
import { errorsIn } from '../support/lco.ts'
import { fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-23T08:00:00Z')
const running = new Date('2021-06-08T08:00:00Z')
const over = new Date('2021-06-09T08:00:00Z')
let loket: TestWorkspace
let organiser: Visitor
let event: LoketEvent

beforeAll(async () => {
  loket = await startTestWorkspace({ now: april })
})
beforeEach(async () => {
  await setClock(april)
  event = await putEvent(loket.connection)
})
async function setClock(now: Date) {
  loket.clock.now = now
  organiser = await loket.as('Organisator')
}
const home = (of = event) => `/werkruimte/activiteiten/${of.slug}`
const page = async (path: string) => (await organiser.get(path)).text()
const stored = () => createEvents(loket.connection).read(event.slug)

describe('uitnodigen', () => {
  it('eerst de uitnodiging lezen, met een proef aan zichzelf en het aantal in de knop', async () => {
    await invite(loket, event, 'een@caw.example')
    await invite(loket, event, 'twee@caw.example')
    expect(await page(home())).toContain(`href="${home()}/uitnodigen"`)
    const html = await page(`${home()}/uitnodigen`)
    const words = wordsIn(html)
    for (const text of Object.values(invitationWords(event)).flat()) expect(words).toContain(text)
    expect(words).toContain('2 mensen krijgen deze mail. U kunt hem niet terughalen.')
    expect(words).toContain('Nodig 2 mensen uit')
    const tested = await organiser.post(`${home()}/uitnodigen/test`)
    expect(wordsIn(await tested.text())).toContain('We mailden een test naar')
    expect((await mailsOf(loket, event)).map(({ mailId }) => mailId)).toEqual(['test'])
    expect(locationOf(await organiser.post(`${home()}/uitnodigen`))).toBe(`${home()}?uitgenodigd=2`)
  })

  it('de mail zegt wat de bladzijde toonde', async () => {
    const [network, form] = [findNetwork('aalst'), findForm('lco-aanvraag')]
    if (!network || !form) throw new Error('The data files changed')
    const about = { ...sampleEventMail.event, invitedBy: 'Noor', reason: 'u vorig jaar meedeed' }
    const { text } = await render(sampleOf('activiteit-uitnodiging'), {
      ...{ network, form, link: '', held: 0 },
      event: { ...sampleEventMail, event: about },
    })
    const flat = text.replace(/\s+/g, ' ')
    for (const words of Object.values(invitationWords(about)).flat()) expect(flat).toContain(words)
  })
})

describe('nieuws', () => {
  const news = { tekst: 'Het was druk.', verslag: 'https://stad.example/verslag', slides: '' }
  const save = async (changes: object) => {
    const { zoek: _box, ...hidden } = fieldsIn(await page(`${home()}/nieuws`))
    return organiser.post(`${home()}/nieuws`, { ...hidden, ...news, ...changes })
  }

  it('vanaf het begin: tekst, links en wat er volgt; niemand hoeft te volgen en niemand krijgt mail', async () => {
    const next = await putEvent(loket.connection, {
      ...{ start: '2021-09-08T07:00:00.000Z', einde: '2021-09-08T10:00:00.000Z', deadline: '2021-09-01' },
    })
    await respond(loket, event)
    const mails = await mailsOf(loket, event)
    await setClock(running)
    expect(locationOf(await save({ volgende: next.slug }))).toBe(`${home()}?klaar=nieuws`)
    expect(await stored()).toMatchObject({
      revisie: 0,
      nieuws: { text: news.tekst, verslag: news.verslag, next: next.slug },
    })
    expect((await stored())?.nieuws).not.toHaveProperty('slides')
    expect(await mailsOf(loket, event)).toEqual(mails)
    expect(wordsIn(await page(home()))).not.toContain('nog niet bijgewerkt')
    // And changed again.
    await setClock(over)
    expect((await save({ tekst: 'Anders', volgende: '-' })).status).toBe(303)
    expect((await stored())?.nieuws).toEqual({ text: 'Anders', verslag: news.verslag })
  })

  it.each([
    ['http', { verslag: 'http://stad.example/verslag' }],
    ['iets dat loopt', { slides: 'javascript:alert(1)' }],
    ['een naam en wachtwoord', { slides: 'https://stad.example@kwaad.example/x' }],
    ['geen adres', { verslag: 'https://verslag' }],
  ])('een link met %s: geweigerd', async (_, changes) => {
    await setClock(over)
    const response = await save(changes)
    expect(response.status).toBe(422)
    expect(errorsIn(await response.text())).toEqual(['Vul een adres in dat met https:// begint'])
    expect((await stored())?.nieuws).toBeUndefined()
  })

  it('een activiteit van een ander netwerk, of een die voorbij is: geweigerd', async () => {
    const strange = await putEvent(loket.connection, {
      network: 'ota',
      start: '2021-09-08T07:00:00.000Z',
      einde: '2021-09-08T10:00:00.000Z',
      deadline: '2021-09-01',
    })
    await setClock(over)
    for (const slug of [strange.slug, event.slug, 'onbestaand'])
      expect(errorsIn(await (await save({ volgende: slug })).text())).toEqual(['Kies een activiteit die nog komt'])
  })

  it('twee tegelijk: wie laatst bewaart, verliest niets van de ander', async () => {
    await setClock(over)
    const { zoek: _box, ...opened } = fieldsIn(await page(`${home()}/nieuws`))
    await save({ tekst: 'Eerst' })
    const response = await organiser.post(`${home()}/nieuws`, { ...opened, ...news, tekst: 'Daarna' })
    expect([response.status, (await stored())?.nieuws?.text]).toEqual([409, 'Eerst'])
    expect(fieldsIn(await response.text()).tekst).toEqual(['Daarna'])
  })
})

describe('wie op de hoogte wil blijven, op de lijst van wat volgt', () => {
  it('elk één keer, en er vertrekt niets voor “Nodig uit”', async () => {
    const next = await putEvent(loket.connection, {
      ...{ start: '2021-09-08T07:00:00.000Z', einde: '2021-09-08T10:00:00.000Z', deadline: '2021-09-01' },
    })
    for (const number of [1, 2])
      await respond(loket, event, { email: `p${number}@caw.example`, antwoord: 'op_de_hoogte' })
    await respond(loket, event, { email: 'ja@caw.example' })
    // One of them is on that list already.
    await respond(loket, next, { email: 'p1@caw.example', antwoord: 'nee' })
    await setClock(over)
    const html = wordsIn(await page(`${home()}/volgende`))
    expect(html).toContain('Zet 2 mensen op de lijst')
    const press = () => organiser.post(`${home()}/volgende`, { naar: next.slug })
    expect(wordsIn(await page(locationOf(await press())))).toContain('1 persoon toegevoegd.')
    expect(wordsIn(await page(locationOf(await press())))).toContain('iedereen stond al in de lijst')
    expect((await inviteeOf(loket, next, 'p2@caw.example'))?.uitgenodigdOp).toBeUndefined()
    expect((await inviteeOf(loket, next, 'p1@caw.example'))?.antwoord).toBe('nee')
    expect(await inviteeOf(loket, next, 'ja@caw.example')).toBeUndefined()
    expect(
      (await mailsOf(loket, next)).filter(({ notification }) =>
        (notification as { kind: string }).kind.endsWith('uitnodiging'),
      ),
    ).toEqual([])
  })

  it('zonder keuze: gezegd, en niemand toegevoegd', async () => {
    await respond(loket, event, { antwoord: 'op_de_hoogte' })
    await setClock(over)
    expect((await organiser.post(`${home()}/volgende`, {})).status).toBe(422)
  })
})

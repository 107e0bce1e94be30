/** What a machine seems to have answered to an event: no seat until a person says that it is real (docs/domain.md §3.11). */
import { beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { createSeatReader } from '../../functions/shared/store/seats.ts'
import {
  answer,
  importList,
  inviteeOf,
  kindsOf,
  mailsOf,
  openForm,
  pathOf,
  personalPath,
  putEvent,
  respond,
} from '../support/events.ts'
import { locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const machine = 'machine@spam.example'
const trapped = { [trapField]: 'https://spam.example' }
let loket: TestWorkspace
let organiser: Visitor
let event: LoketEvent
beforeEach(async () => {
  loket = await startTestWorkspace({ now: new Date('2021-04-23T08:00:00Z') })
  organiser = await loket.as('Organisator')
})

const home = () => `/werkruimte/activiteiten/${event.slug}`
const withSeats = async (capaciteit?: number) => {
  event = await putEvent(loket.connection, capaciteit === undefined ? {} : { capaciteit })
}
const suspect = (email = machine, changes = {}) => respond(loket, event, { email, ...trapped, ...changes })
const seats = () => createSeatReader(loket.connection).read(event.slug)
const page = async (path: string, visitor = organiser) => (await visitor.get(path)).text()
const countOf = async (list: string) =>
  Number(new RegExp(`data-lijst="${list}">(\\d+)<`).exec(await page(home()))?.[1] ?? 0)
const letIn = async (email = machine) => {
  const id = (await inviteeOf(loket, event, email))?.id
  return organiser.post(`${home()}/genodigden/${id}/aanvaarden`)
}
const mailsTo = async (email: string) => {
  const id = (await inviteeOf(loket, event, email))?.id
  return (await mailsOf(loket, event)).filter(({ subject }) => subject === id)
}
const leaving = async (email: string) => kindsOf((await mailsTo(email)).filter(({ status }) => status === 'wacht'))

describe('zonder dat iemand keek', () => {
  it('nemen drie antwoorden van een machine geen van drie plaatsen in, en geen plek op de wachtlijst', async () => {
    await withSeats(3)
    for (const number of [1, 2, 3, 4]) await suspect(`m${number}@spam.example`)
    expect(await seats()).toMatchObject({ bezet: 0, wachtend: 0 })
    for (const number of [1, 2, 3]) await respond(loket, event, { email: `p${number}@caw.example` })
    expect(await leaving('p3@caw.example')).toEqual(['ja', 'morgen'])
    expect(await seats()).toMatchObject({ bezet: 3, wachtend: 0 })
  })

  it.each([
    ['een ingevuld valveld', trapped],
    ['een formulier dat niemand opende', { formulier: 'x' }],
  ])('%s: hetzelfde ontvangstbewijs als een mens', async (_, changes) => {
    await withSeats(1)
    const wordsOf = async (more: object) =>
      wordsIn(await page(locationOf(await respond(loket, event, { ...more })), loket.visitor())).replace(
        /ACT-[\w-]+/g,
        '',
      )
    expect(await wordsOf({ ...changes, email: machine })).toBe(await wordsOf({}))
  })

  it('binnen drie seconden is te snel; daarna is het een mens', async () => {
    await withSeats(1)
    for (const [email, seconds] of [
      ['snel@caw.example', 2],
      ['mens@caw.example', 3],
    ] as const) {
      const visitor = loket.visitor()
      const hidden = await openForm(loket, visitor, pathOf(event))
      loket.clock.later(seconds - 10)
      await visitor.post(pathOf(event), { ...hidden, ...answer, email })
    }
    expect((await inviteeOf(loket, event, 'snel@caw.example'))?.verdacht).toBe(true)
    expect((await inviteeOf(loket, event, 'mens@caw.example'))?.verdacht).toBe(false)
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
  })

  it('staan ze apart: geteld op de activiteit, met een lijst en een knop', async () => {
    await withSeats(3)
    await suspect()
    await respond(loket, event)
    expect([await countOf('ja'), await countOf('verdacht')]).toEqual([1, 1])
    expect(wordsIn(await page(home()))).toContain('1 antwoord lijkt door een machine ingevuld.')
    const list = await page(`${home()}/genodigden?lijst=verdacht`)
    expect(wordsIn(list)).toContain(machine)
    expect(list.match(/Dit is een echt antwoord/g)).toHaveLength(1)
    for (const other of ['lijst=ja', 'lijst=wacht'])
      expect(await page(`${home()}/genodigden?${other}`)).not.toContain(machine)
    // Among all invitees it is marked, and has its button too.
    expect(await page(`${home()}/genodigden`)).toContain('Dit is een echt antwoord')
  })
})

describe('wie toch echt is', () => {
  it('krijgt bij het toelaten een plaats en de bevestiging; wat tegengehouden was, verdwijnt', async () => {
    await withSeats(3)
    await suspect()
    expect((await mailsTo(machine)).map(({ status }) => status)).toEqual(['aangehouden', 'aangehouden'])
    const after = locationOf(await letIn())
    expect(wordsIn(await page(after))).toContain('Aanvaard: deze persoon neemt deel. De bevestiging vertrekt nu.')
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
    expect((await mailsTo(machine)).map(({ status }) => status)).toEqual(['wacht', 'wacht'])
    expect(await leaving(machine)).toEqual(['ja', 'morgen'])
    expect(await inviteeOf(loket, event, machine)).toMatchObject({ antwoord: 'ja', verdacht: false })
    // A second press of the button does nothing twice.
    await letIn()
    expect(await seats()).toMatchObject({ bezet: 1 })
    expect([await countOf('ja'), await countOf('verdacht')]).toEqual([1, 0])
  })

  it('komt op de wachtlijst als alles volzet is, en de lijst zegt dat vooraf', async () => {
    await withSeats(1)
    await suspect()
    await respond(loket, event)
    expect(wordsIn(await page(`${home()}/genodigden?lijst=verdacht`))).toContain('een plek op de wachtlijst')
    expect(wordsIn(await page(locationOf(await letIn())))).toContain('deze persoon staat nu op de wachtlijst')
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 1 })
    expect(await leaving(machine)).toEqual(['wachtlijst'])
  })

  it('kan ook na de deadline toegelaten worden; vanaf de start niet meer, en dat staat er', async () => {
    await withSeats(1)
    await suspect()
    await suspect('ander@spam.example')
    loket.clock.now = new Date(Date.parse(event.start) - 1)
    organiser = await loket.as('Organisator')
    await letIn()
    expect(await seats()).toMatchObject({ bezet: 1 })
    loket.clock.now = new Date(event.start)
    await letIn('ander@spam.example')
    expect(await inviteeOf(loket, event, 'ander@spam.example')).toMatchObject({ verdacht: true })
    expect(wordsIn(await page(`${home()}/genodigden?lijst=verdacht`))).toContain('Toelaten kan niet meer')
  })

  it.each(['nee', 'op_de_hoogte'] as const)(
    'met “%s”: de bevestiging vertrekt, niemand verliest een plaats',
    async (antwoord) => {
      await withSeats(1)
      await suspect(machine, { antwoord })
      await letIn()
      expect(await leaving(machine)).toEqual([antwoord.replaceAll('_', '-')])
      expect(await seats()).toMatchObject({ bezet: 0, wachtend: 0 })
    },
  )

  it('en te laat was: één knop aanvaardt en laat toe', async () => {
    await withSeats(1)
    loket.clock.now = new Date('2021-05-22T08:00:00Z')
    organiser = await loket.as('Organisator')
    const visitor = loket.visitor()
    const late = `${pathOf(event)}/te-laat`
    await visitor.post(late, { ...(await openForm(loket, visitor, late)), ...answer, email: machine, ...trapped })
    expect(await countOf('verdacht')).toBe(1)
    await letIn()
    expect(await inviteeOf(loket, event, machine)).toMatchObject({ antwoord: 'ja', verdacht: false })
    expect(await seats()).toMatchObject({ bezet: 1 })
  })

  it('kan het ook zelf bevestigen met de eigen link: dan krijgt die een plaats, één keer', async () => {
    await withSeats(2)
    await suspect(answer.email)
    const path = await personalPath(loket, event)
    expect(wordsIn(await page(path, loket.visitor()))).toContain('Kom pas als u een bevestiging krijgt.')
    const { email: _known, ...own } = answer
    for (let press = 0; press < 2; press += 1) await loket.visitor().post(path, own)
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
    await loket.visitor().post(path, { ...own, antwoord: 'nee' })
    expect(await seats()).toMatchObject({ bezet: 0, wachtend: 0 })
  })

  it('of aan de telefoon: “namens” geeft een plaats', async () => {
    await withSeats(2)
    await suspect(answer.email)
    await organiser.post(`${home()}/namens`, answer)
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
    expect(await inviteeOf(loket, event)).toMatchObject({ verdacht: false })
  })

  it('te laat met de eigen link: het eerdere ja telt niet als een plaats', async () => {
    await withSeats(1)
    await suspect(answer.email)
    loket.clock.now = new Date('2021-05-22T08:00:00Z')
    const { email: _known, ...own } = answer
    await loket.visitor().post(`${await personalPath(loket, event)}/te-laat`, own)
    organiser = await loket.as('Organisator')
    expect([await countOf('ja'), await countOf('laat')]).toEqual([0, 1])
    await letIn(answer.email)
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
  })
})

it('zonder plaatsen telt een verdachte niet mee bij wie komt', async () => {
  await withSeats()
  await suspect()
  expect([await countOf('ja'), await countOf('verdacht')]).toEqual([0, 1])
  await letIn()
  expect([await countOf('ja'), await countOf('verdacht')]).toEqual([1, 0])
})

it('Post wijst naar het antwoord, en verstuurt nooit een bevestiging van een plaats die er niet is', async () => {
  await withSeats(1)
  await suspect()
  const [mail] = await mailsTo(machine)
  const coordinator = await loket.as('Coördinator Aalst')
  const list = await page('/werkruimte/post?soort=verdacht', coordinator)
  expect(list).not.toContain('Verstuur opnieuw')
  const [, link = ''] = /href="([^"]+wie=[^"]+)"/.exec(list) ?? []
  expect(await page(link, coordinator)).toContain('Dit is een echt antwoord')
  const sent = await coordinator.post('/werkruimte/post/opnieuw', {
    subject: String(mail?.subject),
    mailId: 'antwoord-1',
  })
  expect(locationOf(sent)).toBe(link)
  expect((await mailsTo(machine)).map(({ status }) => status)).toEqual(['aangehouden', 'aangehouden'])
})

describe('wie de organisator zelf uitnodigt, nadat een machine met dat adres antwoordde', () => {
  const add = (...addresses: string[]) =>
    importList(organiser, event, ['naam;e-mail', ...addresses.map((one) => `Sam;${one}`)].join('\n'))

  it.each(['ja', 'nee', 'op_de_hoogte'])('na “%s”: krijgt de uitnodiging, en antwoordt zelf', async (antwoord) => {
    await withSeats(2)
    await suspect(answer.email, { antwoord, naam: 'Machine' })
    expect(locationOf(await add(answer.email, 'nieuw@caw.example'))).toBe(`${home()}?toegevoegd=2`)
    expect([await countOf('nieuw'), await countOf('verdacht')]).toEqual([2, 0])
    expect(await mailsTo(answer.email)).toEqual([])
    expect(locationOf(await organiser.post(`${home()}/uitnodigen`))).toBe(`${home()}?uitgenodigd=2`)
    expect(await leaving(answer.email)).toContain('uitnodiging')
    const invitee = await inviteeOf(loket, event)
    expect(invitee).toMatchObject({ naam: 'Sam', bron: 'import', verdacht: false })
    expect(invitee?.antwoord).toBeUndefined()
    const { email: _known, ...own } = answer
    await loket.visitor().post(await personalPath(loket, event), own)
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
  })

  it('wie als mens antwoordde, blijft zoals die is; nog eens dezelfde lijst verandert niets', async () => {
    await withSeats(2)
    await respond(loket, event)
    await suspect()
    const lists = async () => [await countOf('nieuw'), await countOf('ja'), await countOf('verdacht')]
    expect(locationOf(await add(answer.email, machine))).toBe(`${home()}?toegevoegd=1&al=1`)
    expect(await lists()).toEqual([1, 1, 0])
    expect(locationOf(await add(answer.email, machine))).toBe(`${home()}?toegevoegd=0&al=2`)
    expect(await lists()).toEqual([1, 1, 0])
  })
})

/** Making and changing an event, from outside: every field, copies, days, what is asked before people get mail. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { answer, inviteeOf, kindsOf, mailsOf, onlineLink, personalPath, putEvent, respond } from '../support/events.ts'
import { errorsIn } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, mainOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-23T08:00:00Z')
const home = '/werkruimte/activiteiten'
let loket: TestWorkspace
let organiser: Visitor
let event: LoketEvent

beforeAll(async () => {
  loket = await startTestWorkspace({ now: april })
})
beforeEach(async () => {
  loket.clock.now = april
  loket.failures.length = 0
  organiser = await loket.as('Organisator')
  event = await putEvent(loket.connection)
})

const at = (rest = '', slug = event.slug) => `${home}/${slug}${rest}`
const shown = async (path: string) => mainOf(await (await organiser.get(path)).text())
const fieldsOn = async (path: string) => fieldsIn(await shown(path))
const stored = (slug = event.slug) => createEvents(loket.connection).read(slug)
const linkOf = (slug = event.slug) => createEvents(loket.connection).onlineLink(slug)
const edit = async (changes: Fields) =>
  organiser.post(at('/wijzigen'), { ...(await fieldsOn(at('/wijzigen'))), ...changes })
const slugFrom = (response: Response) => locationOf(response).split('/').at(-1) ?? ''

const all: Fields = {
  titel: 'Gezinshereniging: wat als het lukt?',
  ondertitel: 'Rouw, rollen en school',
  soort: 'vorming',
  voor_wie: 'Begeleiders in de jeugdhulp',
  omschrijving: 'Na jaren wachten is het gezin samen.\r\n\r\nWat dan?',
  datum: '14/10/2021',
  van: '9',
  tot: '12.30',
  'dagen[0].datum': '21/10/2021',
  'dagen[0].van': '13u',
  'dagen[0].tot': '16',
  per_sessie: 'ja',
  vorm: 'hybride',
  plaats: 'Huis van de Jeugd, Voorbeeldlaan 1, Brugge',
  link: 'https://zoom.us/j/85073003328',
  capaciteit: '20 plaatsen',
  deadline: '4/10/2021',
  toegang: 'openbaar',
  vraag: ['maaltijd', 'casus', 'aantal'],
  'eigen[0].vraag': 'Hoelang werkt u al?',
  'eigen[0].soort': 'getal',
  vraagt_organisatie: ['nee'],
  uitnodiger: 'Hanne',
  reden: 'u jongeren begeleidt',
  extra_herinnering: 'ja',
}

describe('een nieuwe activiteit', () => {
  it('met alles: zo wordt ze bewaard, en zo toont haar formulier ze weer', async () => {
    const slug = slugFrom(await organiser.post(at('', 'nieuw'), all))
    expect(await stored(slug)).toMatchObject({
      start: '2021-10-14T07:00:00.000Z',
      einde: '2021-10-21T14:00:00.000Z',
      perSessie: true,
      vorm: 'hybride',
      online: true,
      capaciteit: 20,
      casussen: true,
      metHoeveel: true,
      vraagtOrganisatie: false,
      invitedBy: 'Hanne',
      reason: 'u jongeren begeleidt',
      organiser: 'organisator',
      vragen: [
        { id: 'eigen_1', soort: 'keuze' },
        { id: 'eigen_2', soort: 'getal' },
      ],
    })
    expect(await linkOf(slug)).toBe(all.link)
    const again = await fieldsOn(at('/wijzigen', slug))
    const { capaciteit: _seats, van: _from, omschrijving: _text, 'dagen[0].van': _until, ...same } = all
    for (const [name, value] of Object.entries(same))
      expect([name, again[name]?.map((one) => one.replace(/\.00$/, ''))]).toEqual([name, [value].flat().map(String)])
  })

  it('wie het maakt, staat er al als uitnodiger; de organisatie wordt gevraagd', async () => {
    expect(await fieldsOn(`${home}/nieuw`)).toMatchObject({
      uitnodiger: ['Organisator'],
      vraagt_organisatie: ['nee', 'ja'],
      vorm: ['fysiek'],
    })
  })

  it('“Bekijk” toont hoe mensen het zien, en bewaart niets', async () => {
    const before = (await createEvents(loket.connection).list()).length
    const response = await organiser.post(at('', 'nieuw'), { ...all, titel: 'Proef', link: '', actie: 'bekijk' })
    expect(response.status).toBe(200)
    const html = await response.text()
    const words = wordsIn(html.slice(html.indexOf('<aside')))
    for (const text of [
      'Proef',
      'Donderdag 14 oktober 2021, van 9 tot 12.30 uur',
      'Donderdag 21 oktober 2021, van 13 tot 16 uur',
    ])
      expect(words).toContain(text)
    expect(words).toContain('Huis van de Jeugd, Voorbeeldlaan 1, Brugge , of online')
    expect(words).toContain('tot en met maandag 4 oktober 2021, 23.59 uur')
    expect(words).toContain('Nog geen link. U kunt hem later invullen, ook terwijl het bezig is.')
    expect(fieldsIn(html)).toMatchObject({ titel: ['Proef'], 'eigen[0].vraag': [all['eigen[0].vraag']] })
    expect(await createEvents(loket.connection).list()).toHaveLength(before)
  })

  it('“Bekijk” met een fout: 422, bij het veld, en wat getypt was blijft', async () => {
    const response = await organiser.post(at('', 'nieuw'), { ...all, van: 'half tien', actie: 'bekijk' })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, ['Schrijf het uur met cijfers, bijvoorbeeld 9.30']])
    expect(fieldsIn(html).van).toEqual(['half tien'])
  })

  it.each([
    ['dag', 'dagen[1].datum'],
    ['vraag', 'eigen[1].vraag'],
  ])('nog een %s erbij: een rij meer, met wat getypt was', async (actie, added) => {
    const html = await (await organiser.post(at('', 'nieuw'), { ...all, actie })).text()
    expect(fieldsIn(html)).toMatchObject({ titel: [all.titel], 'dagen[0].datum': ['21/10/2021'], [added]: [''] })
  })

  it('online zonder link: bewaard, met de waarschuwing op haar pagina', async () => {
    const { link: _none, ...without } = all
    const slug = slugFrom(await organiser.post(at('', 'nieuw'), { ...without, vorm: 'online', plaats: '' }))
    expect(await stored(slug)).toMatchObject({ vorm: 'online', plaats: 'Online' })
    expect(wordsIn(await shown(at('', slug)))).toContain('Nog geen link. U kunt hem later invullen')
    expect(wordsIn(await shown(at('/wijzigen', slug)))).toContain('Nog geen link.')
  })
})

describe('wijzigen', () => {
  it('bewaart wat niet gevraagd wordt: nieuws, organisator, revisie van de mail', async () => {
    event = await putEvent(loket.connection, {
      nieuws: { text: 'Dank' },
      organiser: 'iemand',
      reason: 'u helpt',
      gemeld: 0,
    })
    expect((await edit({ titel: 'Anders' })).status).toBe(303)
    const { titel, revisie, ...rest } = (await stored()) ?? event
    const { titel: _before, revisie: _first, ...same } = event
    expect([titel, revisie]).toEqual(['Anders', 1])
    expect(rest).toEqual({ ...same, vorm: 'online' })
    expect(await linkOf()).toBe(onlineLink)
  })

  it('een link die gewist wordt, is weg', async () => {
    expect((await edit({ link: '' })).status).toBe(303)
    expect(await linkOf()).toBeUndefined()
  })

  it('verplaatsen vraagt het eerst: hoeveel mensen, van waar naar waar; nee geeft alles terug', async () => {
    await respond(loket, event)
    await respond(loket, event, { email: 'b@caw.example', antwoord: 'op_de_hoogte' })
    await respond(loket, event, { email: 'c@caw.example', antwoord: 'nee' })
    const asked = await edit({ datum: '9/6/2021', titel: 'Nieuwe titel' })
    const html = await asked.text()
    expect(asked.status).toBe(422)
    expect(wordsIn(mainOf(html))).toContain('2 mensen krijgen een mail')
    expect(wordsIn(html)).toContain('Nu: dinsdag 8 juni 2021, van 9 tot 12 uur; Online')
    expect(wordsIn(html)).toContain('Straks: woensdag 9 juni 2021, van 9 tot 12 uur; Online')
    expect(await stored()).toMatchObject({ titel: event.titel, revisie: 0 })
    expect(kindsOf(await mailsOf(loket, event))).not.toContain('verplaatst')
    const back = await organiser.post(at('/wijzigen'), { ...fieldsIn(html), actie: 'terug' })
    expect(fieldsIn(await back.text())).toMatchObject({ titel: ['Nieuwe titel'], datum: ['9/6/2021'] })
    expect((await organiser.post(at('/wijzigen'), fieldsIn(html))).status).toBe(303)
    expect(await stored()).toMatchObject({ titel: 'Nieuwe titel', gemeld: 1 })
    expect(kindsOf(await mailsOf(loket, event)).filter((kind) => kind === 'verplaatst')).toHaveLength(2)
  })

  it('wie niemand mailt, wordt niets gevraagd', async () => {
    await respond(loket, event, { antwoord: 'nee' })
    expect((await edit({ datum: '9/6/2021' })).status).toBe(303)
  })

  it.each<[string, string, Fields, string]>([
    ['naar gisteren', '2021-04-23T08:00:00Z', { datum: '22/4/2021' }, 'Kies een datum in de toekomst'],
    [
      'naar vanmorgen',
      '2021-06-07T10:00:00Z',
      { datum: '7/6/2021', van: '11' },
      'Dat uur is al voorbij. Kies een later uur, of een andere datum',
    ],
  ])('%s verplaatsen kan niet: met de reden, en niemand krijgt mail', async (_, moment, changes, reason) => {
    await respond(loket, event)
    loket.clock.now = new Date(moment)
    organiser = await loket.as('Organisator')
    const response = await edit(changes)
    expect(response.status).toBe(422)
    expect(errorsIn(await response.text())).toContain(reason)
    expect(await stored()).toMatchObject({ start: event.start, revisie: 0 })
    expect(kindsOf(await mailsOf(loket, event))).not.toContain('verplaatst')
  })

  it('twee tegelijk: wie bevestigt terwijl een ander bewaarde, ziet wat er nu staat', async () => {
    await respond(loket, event)
    const confirm = fieldsIn(await (await edit({ datum: '9/6/2021' })).text())
    expect((await edit({ titel: 'Van een ander' })).status).toBe(303)
    const refused = await organiser.post(at('/wijzigen'), confirm)
    expect(refused.status).toBe(409)
    expect(errorsIn(await refused.text())).toContain('Titel: bewaard is nu “Van een ander”')
    expect(await stored()).toMatchObject({ titel: 'Van een ander', start: event.start })
  })

  it('minder plaatsen dan er bezet zijn: eerst wat dat betekent, dan pas bewaard', async () => {
    event = await putEvent(loket.connection, { capaciteit: 3 })
    for (const email of ['1@caw.example', '2@caw.example']) await respond(loket, event, { email })
    const html = await (await edit({ capaciteit: '1' })).text()
    expect(wordsIn(html)).toContain('2 plaatsen zijn al bezet. Wie een plaats heeft, houdt die.')
    expect(await stored()).toMatchObject({ capaciteit: 3 })
    const sure = fieldsIn(html)
    expect(sure.capaciteit_zeker).toEqual(['ja'])
    expect((await organiser.post(at('/wijzigen'), sure)).status).toBe(303)
    expect(await stored()).toMatchObject({ capaciteit: 1 })
  })

  it('een aantal plaatsen achteraf telt wie al ja zei; valt het weer weg, dan krijgt wie wacht een plaats', async () => {
    const [one, two, three] = ['1@caw.example', '2@caw.example', '3@caw.example']
    for (const email of [one, two]) await respond(loket, event, { email })
    expect((await edit({ capaciteit: '2' })).status).toBe(303)
    await respond(loket, event, { email: three })
    expect(wordsIn(await shown(at()))).toContain('2 van 2 plaatsen')
    expect((await inviteeOf(loket, event, three))?.wacht).toBeDefined()
    // Nobody is promoted into a seat that is not there.
    expect((await edit({ capaciteit: '1', capaciteit_zeker: 'ja' })).status).toBe(303)
    await loket.visitor().post(await personalPath(loket, event, one), { ...answer, antwoord: 'nee' })
    expect((await inviteeOf(loket, event, three))?.wacht).toBeDefined()
    const html = await (await edit({ capaciteit: '' })).text()
    expect(wordsIn(html)).toContain('1 mens wacht op een plaats. Wie wacht, krijgt een plaats en een mail.')
    expect((await organiser.post(at('/wijzigen'), fieldsIn(html))).status).toBe(303)
    expect((await inviteeOf(loket, event, three))?.wacht).toBeUndefined()
    expect(kindsOf(await mailsOf(loket, event))).toContain('plaats')
  })

  it('een dag die mensen kozen, valt niet stil weg', async () => {
    const days = [
      { id: '1', start: event.start, einde: event.einde },
      { id: 'b', start: '2021-06-15T07:00:00.000Z', einde: '2021-06-15T10:00:00.000Z' },
    ]
    event = await putEvent(loket.connection, { sessies: days, einde: days[1]?.einde ?? '', perSessie: true })
    const without = { 'dagen[0].datum': '', 'dagen[0].van': '', 'dagen[0].tot': '' }
    await respond(loket, event, { sessie: ['b'] })
    const html = await (await edit(without)).text()
    expect(wordsIn(html)).toContain('Een dag valt weg 1 mens koos dinsdag 15 juni 2021.')
    expect((await stored())?.sessies).toHaveLength(2)
    expect((await organiser.post(at('/wijzigen'), fieldsIn(html))).status).toBe(303)
    expect((await stored())?.sessies).toBeUndefined()
  })
})

describe('een kopie', () => {
  it('van een activiteit die voorbij is: zonder dagen, link of antwoorden', async () => {
    await respond(loket, event)
    loket.clock.now = new Date('2021-07-01T08:00:00Z')
    organiser = await loket.as('Organisator')
    expect(await shown(`${home}/nieuw`)).toContain(`href="${at('/kopie')}"`)
    const fields = await fieldsOn(at('/kopie'))
    expect(fields).toMatchObject({
      titel: [event.titel],
      datum: [''],
      deadline: [''],
      link: [''],
      uitnodiger: ['Organisator'],
    })
    const made = slugFrom(
      await organiser.post(`${home}/nieuw`, { ...fields, datum: '1/9/2021', deadline: '20/8/2021' }),
    )
    expect(await stored(made)).toMatchObject({ titel: event.titel, omschrijving: event.omschrijving, revisie: 0 })
    expect(await linkOf(made)).toBeUndefined()
    expect(await shown(at('', made))).not.toMatch(/data-lijst="ja">[1-9]/)
  })

  it('van een ander netwerk: bestaat hier niet', async () => {
    const other = await putEvent(loket.connection, { network: 'ota' })
    expect((await organiser.get(at('/kopie', other.slug))).status).toBe(404)
    expect(await shown(`${home}/nieuw`)).not.toContain(other.slug)
  })
})

describe('terwijl ze bezig is', () => {
  beforeEach(async () => {
    await respond(loket, event)
    loket.clock.now = new Date(Date.parse(event.start) + 300_000)
    organiser = await loket.as('Organisator')
  })

  it('de link kan nog veranderen, en niemand krijgt mail; al de rest niet meer', async () => {
    const before = kindsOf(await mailsOf(loket, event))
    expect(await shown(at())).toContain(`href="${at('/link')}"`)
    const fields = await fieldsOn(at('/link'))
    expect((await organiser.post(at('/link'), { ...fields, link: 'https://teams.example/l/2' })).status).toBe(303)
    expect(await linkOf()).toBe('https://teams.example/l/2')
    expect(kindsOf(await mailsOf(loket, event))).toEqual(before)
    expect((await organiser.get(at('/wijzigen'))).status).toBe(409)
  })

  it('een link die niet klopt: 422, en de oude blijft', async () => {
    const response = await organiser.post(at('/link'), {
      ...(await fieldsOn(at('/link'))),
      link: 'http://teams.example',
    })
    expect([response.status, errorsIn(await response.text())]).toEqual([
      422,
      ['Vul een adres in dat met https:// begint'],
    ])
    expect(await linkOf()).toBe(onlineLink)
  })

  it('vóór het begin leidt ze naar het hele formulier; erna kan het niet meer', async () => {
    loket.clock.now = april
    organiser = await loket.as('Organisator')
    expect(locationOf(await organiser.get(at('/link')))).toBe(at('/wijzigen'))
    loket.clock.now = new Date(event.einde)
    organiser = await loket.as('Organisator')
    expect((await organiser.post(at('/link'), { link: 'https://teams.example/l/3', omschrijving: 'x' })).status).toBe(
      409,
    )
    expect(await linkOf()).toBe(onlineLink)
  })
})

it('afgelasten zegt hoeveel mensen een mail krijgen', async () => {
  expect(wordsIn(await shown(at('/annuleren')))).toContain('Niemand krijgt een mail')
  await respond(loket, event)
  await respond(loket, event, { email: 'c@caw.example', antwoord: 'nee' })
  const words = wordsIn(await shown(at('/annuleren')))
  expect(words).toContain('1 mens krijgt een mail. Dit kan niet terug.')
  expect(words).toContain('Gelast af')
})

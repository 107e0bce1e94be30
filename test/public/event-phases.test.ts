/** What the pages of an event offer and take in each phase: colleagues, by phone, being kept informed (docs/domain.md §6). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closesAt, type LoketEvent } from '../../forms/kit/events/events.ts'
import { createInvitees } from '../../functions/shared/store/invitees.ts'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import {
  answer,
  invite,
  inviteeOf,
  kindsOf,
  mailsOf,
  openForm,
  pathOf,
  personalPath,
  putEvent,
  respond,
} from '../support/events.ts'
import { errorsIn } from '../support/lco.ts'
import { fieldsIn, locationOf, wordsIn } from '../support/visitor.ts'

const april = new Date('2021-04-23T08:00:00Z')
let loket: TestLoket
let event: LoketEvent

beforeAll(async () => {
  loket = await startTestLoket(april)
})
beforeEach(async () => {
  loket.clock.now = april
  event = await putEvent(loket.connection)
})

const at = (instant: string | Date) => {
  loket.clock.now = new Date(instant)
}
const read = async (path: string) => (await loket.visitor().get(path)).text()
const words = async (path: string) => wordsIn(await read(path))

describe('op de hoogte blijven vraagt geen plaats, en kan dus altijd', () => {
  const moments = (about: LoketEvent): [string, string | Date][] => [
    ['gesloten', closesAt(about)],
    ['bezig', about.start],
    ['voorbij', about.einde],
  ]

  it('zonder antwoord, met de eigen link of op de publieke pagina: in elke fase bewaard, nooit stil vergeten', async () => {
    for (const [phase, instant] of moments(event)) {
      const [mine, theirs] = [`${phase}@caw.example`, `ander-${phase}@caw.example`]
      at(april)
      await invite(loket, event, mine)
      const path = await personalPath(loket, event, mine)
      at(instant)
      expect(await words(path)).toContain('Hou me op de hoogte')
      expect((await loket.visitor().get(`${path}/op-de-hoogte`)).status).toBe(200)
      expect((await loket.visitor().post(path, { antwoord: 'op_de_hoogte' })).status).toBe(303)
      expect((await inviteeOf(loket, event, mine))?.antwoord, phase).toBe('op_de_hoogte')
      const visitor = loket.visitor()
      const form = fieldsIn(await (await visitor.get(`${pathOf(event)}/op-de-hoogte`)).text())
      loket.clock.later(10)
      const sent = await visitor.post(pathOf(event), { ...form, naam: 'Ann', email: theirs })
      expect(sent.status, phase).toBe(303)
      expect(wordsIn(await (await visitor.get(locationOf(sent))).text())).toContain('We mailen u als er nieuws is.')
      expect((await inviteeOf(loket, event, theirs))?.antwoord, phase).toBe('op_de_hoogte')
    }
  })

  it('ook als ze niet doorgaat, van wie kwam', async () => {
    await respond(loket, event)
    const path = await personalPath(loket, event)
    const cancelled = { ...event, geannuleerd: true, revisie: 1, gemeld: 1 }
    const { createEvents } = await import('../../functions/shared/store/events.ts')
    await createEvents(loket.connection).change(event, cancelled, undefined, {
      ...{ who: 'o', what: 'afgelast', auditId: 'x', now: april, auditDays: 1 },
    })
    expect(await words(path)).toContain('Hou me op de hoogte van een nieuwe datum')
    expect((await loket.visitor().post(path, { antwoord: 'op_de_hoogte' })).status).toBe(303)
    expect((await inviteeOf(loket, event))?.antwoord).toBe('op_de_hoogte')
    expect((await loket.visitor().post(path, { ...answer, antwoord: 'ja' })).status).toBe(409)
  })

  it('zonder naam: op haar eigen pagina gevraagd, met wat getypt was', async () => {
    at(event.einde)
    const visitor = loket.visitor()
    const form = fieldsIn(await (await visitor.get(`${pathOf(event)}/op-de-hoogte`)).text())
    loket.clock.later(10)
    const response = await visitor.post(pathOf(event), { ...form, naam: '', email: 'ann@caw.example' })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, ['Vul uw naam in']])
    expect(fieldsIn(html).email).toEqual(['ann@caw.example'])
  })

  it('wie een plaats heeft, geeft die eerst terug: na het begin niets, ervoor alleen nee', async () => {
    await respond(loket, event)
    const path = await personalPath(loket, event)
    for (const instant of [closesAt(event), event.start, event.einde]) {
      at(instant)
      expect((await loket.visitor().post(path, { antwoord: 'op_de_hoogte' })).status).toBe(409)
    }
    expect((await inviteeOf(loket, event))?.antwoord).toBe('ja')
  })
})

describe('collega’s: één antwoord, elk een naam', () => {
  const both = {
    'collega[0].naam': 'Samir Voorbeeld',
    'collega[0].functie': 'Begeleider',
    'collega[1].naam': '',
    'collega[1].functie': '',
    'collega[2].naam': 'Els Voorbeeld',
  }

  it('staan bij wie antwoordt, op de eigen pagina, en kunnen daar weg', async () => {
    await respond(loket, event, both)
    expect((await inviteeOf(loket, event))?.collegas).toEqual([
      { naam: 'Samir Voorbeeld', functie: 'Begeleider' },
      { naam: 'Els Voorbeeld' },
    ])
    const path = await personalPath(loket, event)
    expect(await words(path)).toContain('U komt, samen met Samir Voorbeeld en Els Voorbeeld')
    const fields = fieldsIn(await read(path))
    expect(fields['collega[1].naam']).toEqual(['Els Voorbeeld'])
    await loket.visitor().post(path, { ...fields, 'collega[0].naam': '', 'collega[0].functie': '' })
    expect((await inviteeOf(loket, event))?.collegas).toEqual([{ naam: 'Els Voorbeeld' }])
    await loket.visitor().post(path, { ...fieldsIn(await read(path)), 'collega[0].naam': '' })
    expect((await inviteeOf(loket, event))?.collegas).toBeUndefined()
  })

  it('“Nog een collega” verstuurt niets, en houdt wat getypt was', async () => {
    const visitor = loket.visitor()
    const hidden = await openForm(loket, visitor, pathOf(event))
    const response = await visitor.post(pathOf(event), { ...hidden, ...answer, ...both, actie: 'rij' })
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(fieldsIn(html)).toMatchObject({
      naam: [answer.naam],
      'collega[2].naam': ['Els Voorbeeld'],
      'collega[3].naam': [''],
    })
    expect(html).toContain('<details class="lp-erbij" open')
    expect(await inviteeOf(loket, event)).toBeUndefined()
  })

  it.each([
    ['een functie zonder naam', { 'collega[0].functie': 'Arts' }, 'Vul de naam van uw collega in'],
    [
      'negen collega’s',
      Object.fromEntries(Array.from({ length: 9 }, (_, row) => [`collega[${row}].naam`, `Collega ${row}`])),
      'U kunt voor hoogstens 8 collega’s antwoorden. Bel ons voor een grotere groep.',
    ],
    [
      'namen die samen te lang zijn',
      Object.fromEntries(Array.from({ length: 4 }, (_, row) => [`collega[${row}].naam`, 'x'.repeat(100)])),
      'Deze namen zijn samen te lang om te bewaren. Laat de functies weg.',
    ],
  ])('%s: 422, niets bewaard', async (_, colleagues, message) => {
    const response = await respond(loket, event, colleagues as Record<string, string>)
    expect([response.status, errorsIn(await response.text())]).toEqual([422, [message]])
    expect(await inviteeOf(loket, event)).toBeUndefined()
  })

  it('“Ik kan toch niet komen”: alleen voor mij, dan komt de collega', async () => {
    await respond(loket, event, { 'collega[0].naam': 'Samir Voorbeeld' })
    const path = await personalPath(loket, event)
    expect(await words(`${path}/niet-komen`)).toContain('Alleen voor mij. Samir Voorbeeld komt wel')
    await loket.visitor().post(`${path}/niet-komen`, { voor: 'mij' })
    expect(await inviteeOf(loket, event)).toMatchObject({ antwoord: 'ja', naam: 'Samir Voorbeeld', collegas: [] })
    await loket.visitor().post(`${path}/niet-komen`, {})
    expect((await inviteeOf(loket, event))?.antwoord).toBe('nee')
  })

  it('waar alleen wie uitgenodigd is mag antwoorden, worden ze niet gevraagd en niet bewaard', async () => {
    const closed = await putEvent(loket.connection, { toegang: 'op_uitnodiging' })
    await invite(loket, closed)
    const path = await personalPath(loket, closed)
    expect(await read(path)).not.toContain('collega[0]')
    const { email: _, ...own } = answer
    expect((await loket.visitor().post(path, { ...own, ...both })).status).toBe(303)
    expect((await inviteeOf(loket, closed))?.collegas).toBeUndefined()
  })
})

describe('een infoavond voor inwoners', () => {
  const evening = { vraagtOrganisatie: false, metHoeveel: true, network: 'zottegem', capaciteit: 30 } as const

  it('met drie, zonder e-mailadres: genoteerd, geen mail, en een tweede keer met dit nummer verandert niets', async () => {
    event = await putEvent(loket.connection, evening)
    const caller = { organisatie: '', functie: '', email: '', telefoon: '0478 12 34 56', aantal: '3' }
    const receipt = locationOf(await respond(loket, event, caller))
    expect(await words(receipt)).toContain(
      'U krijgt geen mail. We bellen u als alles volzet is, of als er iets verandert.',
    )
    const again = locationOf(await respond(loket, event, { ...caller, naam: 'Iemand Anders', aantal: '9' }))
    expect(again).toBe(receipt)
    const people = (await loket.items('loket')).filter(({ activiteit }) => activiteit === event.slug)
    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({ naam: answer.naam, aantal: 3, noMail: true, phone: '+32478123456' })
    expect(await mailsOf(loket, event)).toEqual([])
  })

  it('vraagt geen organisatie en geen functie, wel met hoeveel', async () => {
    event = await putEvent(loket.connection, evening)
    const html = await read(pathOf(event))
    expect(html).not.toContain('name="organisatie"')
    expect(html).toContain('name="aantal"')
    expect((await respond(loket, event, { aantal: '2' })).status).toBe(303)
    expect(await words(await personalPath(loket, event))).toContain('U komt met 2')
  })

  it.each([
    ['geen adres en geen nummer', { email: '', telefoon: '' }, 'Vul uw e-mailadres of uw telefoonnummer in'],
    ['een half nummer', { email: '', telefoon: '12' }, 'Dit nummer is te kort'],
    ['een woord als aantal', { aantal: 'drie' }, 'Vul een aantal in, bijvoorbeeld 3'],
    [
      'op de hoogte zonder adres',
      { antwoord: 'op_de_hoogte', email: '', telefoon: '0478123456' },
      'Vul één e-mailadres in',
    ],
  ])('%s: 422 met de reden', async (_, changes, message) => {
    event = await putEvent(loket.connection, evening)
    const response = await respond(loket, event, changes as Record<string, string>)
    expect(response.status).toBe(422)
    expect(errorsIn(await response.text()).join()).toContain(message)
  })
})

describe('hoeveel er samen kunnen komen', () => {
  it('een inwoner met hoogstens negen: wie na hem komt, wacht niet op een groep', async () => {
    event = await putEvent(loket.connection, { vraagtOrganisatie: false, metHoeveel: true, capaciteit: 20 })
    const ten = await respond(loket, event, { aantal: '10' })
    expect([ten.status, errorsIn(await ten.text())]).toEqual([
      422,
      ['U kunt met hoogstens 9 komen. Bent u met meer? Bel ons.'],
    ])
    expect((await respond(loket, event, { aantal: '9' })).status).toBe(303)
  })

  it('nooit meer dan er plaatsen zijn, ook met collega’s', async () => {
    event = await putEvent(loket.connection, { capaciteit: 2 })
    const three = { 'collega[0].naam': 'Samir Voorbeeld', 'collega[1].naam': 'Els Voorbeeld' }
    const response = await respond(loket, event, three)
    expect([response.status, errorsIn(await response.text())]).toEqual([
      422,
      ['U kunt met hoogstens 2 komen. Bent u met meer? Bel ons.'],
    ])
  })
})

it('wie geen mails meer wil, krijgt ze niet terug door wat een ander met dat adres doet', async () => {
  await invite(loket, event)
  await loket.visitor().post(await personalPath(loket, event, answer.email, 'afmelden'))
  await respond(loket, event)
  expect(await inviteeOf(loket, event)).toMatchObject({ antwoord: 'ja', afgemeld: true })
  expect(kindsOf(await mailsOf(loket, event))).not.toContain('morgen')
  // Along their own link they ask for it themselves.
  const { email: _, ...own } = answer
  await loket.visitor().post(await personalPath(loket, event), { ...own, functie: 'Arts' })
  expect((await inviteeOf(loket, event))?.afgemeld).toBe(false)
})

it('een adres dat langer is dan elk van ons: 404', async () => {
  for (const length of [121, 2100])
    expect((await loket.visitor().get(`/activiteiten/${'a'.repeat(length)}`)).status).toBe(404)
})

describe('eigen vragen en dagen', () => {
  it('worden gevraagd van wie komt, en met het antwoord bewaard', async () => {
    event = await putEvent(loket.connection, {
      vragen: [
        { id: 'eigen_1', soort: 'keuze', vraag: 'Wat eet u?', keuzes: ['alles', 'vegetarisch'] },
        { id: 'eigen_2', soort: 'getal', vraag: 'Hoeveel jaar werkt u al?', keuzes: [] },
      ],
      sessies: [
        { id: 'a', start: event.start, einde: event.einde },
        { id: 'b', start: '2021-06-15T07:00:00.000Z', einde: '2021-06-15T10:00:00.000Z' },
      ],
      einde: '2021-06-15T10:00:00.000Z',
      perSessie: true,
    })
    expect(await words(pathOf(event))).toContain('2 dagen. U kiest welke:')
    const none = await respond(loket, event, { eigen_1: 'steen', eigen_2: 'veel' })
    expect(errorsIn(await none.text())).toEqual([
      'Kies minstens één dag',
      'Kies een antwoord bij “Wat eet u?”',
      'Vul een getal in, bijvoorbeeld 3',
    ])
    expect((await respond(loket, event, { eigen_1: 'vegetarisch', eigen_2: '7', sessie: ['b'] })).status).toBe(303)
    expect(await inviteeOf(loket, event)).toMatchObject({
      eigen: { eigen_1: 'vegetarisch', eigen_2: '7' },
      sessies: ['b'],
    })
    const fields = fieldsIn(await read(await personalPath(loket, event)))
    expect(fields).toMatchObject({ eigen_1: ['vegetarisch'], sessie: ['b'] })
  })
})

describe('wie te laat was en niet toegelaten werd', () => {
  it('leest dat, en wordt niet opnieuw gevraagd', async () => {
    await invite(loket, event)
    const path = await personalPath(loket, event)
    const before = await inviteeOf(loket, event)
    if (!before) throw new Error('Nobody')
    const after = { ...before, revisie: before.revisie + 1, geweigerdOp: '2021-05-25T08:00:00.000Z' }
    await createInvitees(loket.connection).answer({
      event,
      before,
      after,
      mails: { put: [], takeBack: {} },
      now: april,
    })
    at(closesAt(event))
    expect(await words(path)).toContain('De organisator kon u niet meer toelaten.')
    expect(await words(path)).not.toContain('Meld het toch')
    expect((await loket.visitor().post(`${path}/te-laat`, { ...answer })).status).toBe(409)
  })
})

describe('nieuws', () => {
  it('staat er vanaf het begin: het verslag, de slides, en wat nog komt', async () => {
    const next = await putEvent(loket.connection, { titel: 'Deel twee', start: '2021-10-14T07:00:00.000Z' })
    event = await putEvent(loket.connection, {
      nieuws: { text: 'Het was druk.', verslag: 'https://loket.example/verslag', next: next.slug },
    })
    at(Date.parse(event.start) - 1 > 0 ? new Date(Date.parse(event.start) - 1) : april)
    expect(await words(pathOf(event))).not.toContain('Het was druk.')
    at(event.start)
    const html = await read(pathOf(event))
    expect(wordsIn(html)).toContain('Het was druk.')
    expect(html).toContain(`href="${pathOf(next)}"`)
    expect(html).toContain('href="https://loket.example/verslag"')
  })
})

it('“volzet” staat op de pagina zodra er geen plaats meer is, en niet meer na de deadline', async () => {
  event = await putEvent(loket.connection, { capaciteit: 1 })
  await respond(loket, event)
  expect(await words(pathOf(event))).toContain('De enige plaats is bezet')
  at(closesAt(event))
  expect(await words(pathOf(event))).not.toContain('De enige plaats is bezet')
  expect(kindsOf(await mailsOf(loket, event))).toContain('ja')
})

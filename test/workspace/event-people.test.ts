/** An organiser and the people of an event: found, corrected, mailed again, let in, given a seat back, off the list (docs/domain.md §6). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { createEvents } from '../../functions/shared/store/events.ts'
import { createMailFates } from '../../functions/shared/store/mail-fates.ts'
import { outboxItemSchema } from '../../functions/shared/store/outbox-item.ts'
import { createReturnedInvitees } from '../../functions/shared/store/returned-invitees.ts'
import { createSeatReader } from '../../functions/shared/store/seats.ts'
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
import { itemSize } from '../support/item-size.ts'
import { errorsIn } from '../support/lco.ts'
import { type Fields, fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const april = new Date('2021-04-23T08:00:00Z')
const afterDeadline = new Date('2021-05-25T08:00:00Z')
let loket: TestWorkspace
let organiser: Visitor
let event: LoketEvent

beforeAll(async () => {
  loket = await startTestWorkspace({ now: april })
})
beforeEach(async () => {
  loket.failures.length = 0
  await setClock(april)
  event = await putEvent(loket.connection, { capaciteit: 3 })
})

/** A session is over after a while: whoever works later signs in again. */
async function setClock(now: Date | string) {
  loket.clock.now = new Date(now)
  organiser = await loket.as('Organisator')
}
const home = () => `/werkruimte/activiteiten/${event.slug}`
const page = async (path: string) => (await organiser.get(path)).text()
const idOf = async (email: string = answer.email) => (await inviteeOf(loket, event, email))?.id ?? ''
const person = async (email?: string) => `${home()}/genodigden/${await idOf(email)}`
const seats = () => createSeatReader(loket.connection).read(event.slug)
const mailsTo = async (email: string) => {
  const id = await idOf(email)
  return (await mailsOf(loket, event)).filter(({ subject }) => subject === id)
}
const late = async (email: string, changes: Fields = {}) => {
  const visitor = loket.visitor()
  const path = `${pathOf(event)}/te-laat`
  await visitor.post(path, { ...(await openForm(loket, visitor, path)), ...answer, email, ...changes })
}
const fields = async (path: string) => fieldsIn(await page(path))
const correct = async (email: string, changes: Fields) => {
  const path = await person(email)
  const { zoek: _box, ...hidden } = await fields(path)
  return organiser.post(`${path}/gegevens`, { ...hidden, actie: 'bewaar', ...changes })
}
/** The confirmation of somebody came back, as feedback tells it. */
async function comesBack(email: string) {
  const mail = (await mailsTo(email)).find(({ mailId }) => /^antwoord|^uitnodiging/.test(String(mailId)))
  const item = outboxItemSchema.parse(mail)
  await createMailFates(loket.connection).mark(item, { fate: 'niet_aangekomen', at: loket.clock.now.toISOString() })
  await createReturnedInvitees(loket.connection).note(event.slug, item.subject, loket.clock.now)
}

describe('de lijst', () => {
  it('telt per filter, zonder nullen, en elk getal leidt naar zijn lijst', async () => {
    await respond(loket, event)
    await respond(loket, event, { email: 'nee@caw.example', antwoord: 'nee' })
    const html = await page(home())
    expect([...html.matchAll(/data-lijst="([\w-]+)">(\d+)/g)].map(([, list, count]) => `${list} ${count}`)).toEqual([
      'ja 1',
      'nee 1',
    ])
    expect(wordsIn(html)).toContain('1 van 3 plaatsen')
    const list = wordsIn(await page(`${home()}/genodigden?lijst=ja`))
    expect(list).toContain('Alle 2')
    expect(list).toContain('CAW Voorbeeld komt vr 23 apr bevestiging vertrekt nog')
  })

  it('3.000 mensen: een blad van 50 rijen, en wat van ieder bewaard wordt blijft onder 4 KB', async () => {
    const words = 'ë'.repeat(75)
    const about = { naam: words, organisatie: words, functie: words, opmerking: 'ë'.repeat(250) }
    await respond(loket, event, about)
    for (let number = 0; number < 55; number += 1) await invite(loket, event, `p${number}@dienst.example`)
    await organiser.post(`${await person()}/opnieuw`)
    const first = await page(`${home()}/genodigden`)
    expect(first.match(/<tr/g)).toHaveLength(51)
    expect(wordsIn(first)).toContain('1 tot 50 van 56')
    const [, next = ''] = /href="([^"]+)">\s*Volgende/.exec(first) ?? []
    expect(wordsIn(await page(next.replaceAll('&amp;', '&')))).toContain('51 tot 56 van 56')
    const items = (await loket.items('loket')).filter(
      ({ sk, activiteit }) => sk === 'GENODIGDE' && activiteit === event.slug,
    )
    for (const item of items) expect(itemSize(item)).toBeLessThan(4096)
  })

  it.each([
    ['een deel van een naam', 'Voorb', 2],
    ['een organisatie', 'ocmw', 1],
    ['een deel van een adres', 'sam@', 1],
    ['niemand', 'Onbestaand', 0],
    ['één teken', 'V', 0],
  ])('zoeken op %s: %s', async (_, zoek, count) => {
    await respond(loket, event)
    await respond(loket, event, { email: 'sam@ocmw.example', naam: 'Sam Voorbeeld', organisatie: 'OCMW' })
    const response = await organiser.post(`${home()}/genodigden/zoek`, { zoek })
    if (count === 1) expect(locationOf(response)).toBe(await person('sam@ocmw.example'))
    else expect((await response.text()).match(/<tr/g)?.length ?? 1).toBe(count + 1)
  })
})

describe('verbeteren', () => {
  it('een naam: bewaard, geen mail, de link blijft', async () => {
    await respond(loket, event)
    const link = await personalPath(loket, event)
    const before = await mailsTo(answer.email)
    const done = locationOf(await correct(answer.email, { naam: 'Noor De Juiste' }))
    expect(wordsIn(await page(done))).toContain('Bewaard. Er vertrok geen mail.')
    expect((await inviteeOf(loket, event))?.naam).toBe('Noor De Juiste')
    expect(await mailsTo(answer.email)).toEqual(before)
    expect((await loket.visitor().get(link)).status).toBe(200)
  })

  it('een ander adres: de oude link werkt niet meer, de mail gaat naar het nieuwe, en het oude is vrij', async () => {
    await invite(loket, event, 'fout@caw.example')
    await organiser.post(`${home()}/uitnodigen`)
    const old = await personalPath(loket, event, 'fout@caw.example')
    await comesBack('fout@caw.example')
    expect(wordsIn(await page(home()))).toContain('1 niet aangekomen')
    expect(wordsIn(await page(`${home()}/genodigden?lijst=niet-aangekomen`))).toContain(
      'uitnodiging niet aangekomen Verbeter het adres',
    )
    const response = await correct('fout@caw.example', { email: 'juist@caw.example', actie: 'stuur' })
    expect(wordsIn(await page(locationOf(response)))).toContain('De mail vertrekt nu.')
    expect((await loket.visitor().get(old)).status).not.toBe(200)
    expect((await loket.visitor().get(await personalPath(loket, event, 'juist@caw.example'))).status).toBe(200)
    expect(await inviteeOf(loket, event, 'fout@caw.example')).toBeUndefined()
    const mails = await mailsTo('juist@caw.example')
    expect(kindsOf(mails)).toEqual(['herinnering', 'uitnodiging'])
    expect(mails.map(({ notification }) => (notification as { linkVersion: number }).linkVersion)).toEqual([2, 2])
    expect(wordsIn(await page(home()))).not.toContain('niet aangekomen')
    // Somebody else may have the old one now.
    await respond(loket, event, { email: 'fout@caw.example' })
    expect((await inviteeOf(loket, event, 'fout@caw.example'))?.antwoord).toBe('ja')
  })

  it('naar een adres dat iemand anders heeft: gezegd, en niets veranderd', async () => {
    await respond(loket, event)
    await respond(loket, event, { email: 'sam@caw.example' })
    const response = await correct(answer.email, { email: 'SAM@caw.example', naam: 'Anders' })
    expect(response.status).toBe(422)
    expect(errorsIn(await response.text())).toEqual([
      'Iemand anders op deze lijst heeft dit adres al. Kijk na wie dat is.',
    ])
    expect(await inviteeOf(loket, event)).toMatchObject({ naam: answer.naam, linkVersion: 1 })
  })

  it.each([
    ['geen adres', { email: 'noor' }, 'Dit adres is niet volledig. Kijk het na, bijvoorbeeld naam@dienst.be'],
    ['te lang', { naam: 'ë'.repeat(76) }, 'Deze tekst is te lang om te bewaren. Maak hem korter.'],
    ['een rijksregisternummer', { naam: '85.07.30-033.28' }, 'Vul geen rijksregisternummer in'],
  ])('%s: 422, met wat getypt was', async (_, changes, message) => {
    await respond(loket, event)
    const response = await correct(answer.email, changes)
    expect([response.status, errorsIn(await response.text())]).toEqual([422, [message]])
  })

  it('twee tegelijk: wie laatst bewaart, ziet dat het veranderd is', async () => {
    await respond(loket, event)
    const path = await person()
    const { zoek: _box, ...opened } = await fields(path)
    await correct(answer.email, { naam: 'Eerst' })
    const response = await organiser.post(`${path}/gegevens`, { ...opened, naam: 'Daarna', actie: 'bewaar' })
    expect(response.status).toBe(409)
    expect((await inviteeOf(loket, event))?.naam).toBe('Eerst')
  })

  it('tegelijk naar hetzelfde adres: één krijgt het', async () => {
    await respond(loket, event, { email: 'a@caw.example' })
    await respond(loket, event, { email: 'b@caw.example' })
    const both = await Promise.all(
      ['a@caw.example', 'b@caw.example'].map((one) => correct(one, { email: 'c@caw.example' })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
  })
})

describe('opnieuw sturen', () => {
  it('een eigen mail, en nooit twee in dezelfde minuut', async () => {
    await respond(loket, event)
    const path = `${await person()}/opnieuw`
    expect(wordsIn(await page(locationOf(await organiser.post(path))))).toContain('De mail vertrekt nu opnieuw.')
    expect(wordsIn(await page(locationOf(await organiser.post(path))))).toContain('Er vertrekt er geen tweede.')
    const again = async () => (await mailsTo(answer.email)).filter(({ mailId }) => String(mailId).startsWith('opnieuw'))
    expect(kindsOf(await again())).toEqual(['ja'])
    loket.clock.later(60)
    await organiser.post(path)
    expect(await again()).toHaveLength(2)
  })
})

describe('een plaats vrijgeven, en iemand weghalen', () => {
  const full = async () => {
    event = await putEvent(loket.connection, { capaciteit: 1 })
    await respond(loket, event)
    await respond(loket, event, { email: 'wacht@caw.example' })
  }

  it('vrijgeven: één keer gevraagd, dan krijgt wie wacht de plaats, ook na de deadline', async () => {
    await full()
    await setClock(afterDeadline)
    const path = `${await person()}/vrijgeven`
    expect(wordsIn(await page(path))).toContain('Geeft u de plaats van Noor Voorbeeld vrij?')
    expect((await inviteeOf(loket, event))?.antwoord).toBe('ja')
    expect(wordsIn(await page(locationOf(await organiser.post(path))))).toContain('De plaats is vrij.')
    expect((await inviteeOf(loket, event))?.antwoord).toBe('nee')
    expect((await inviteeOf(loket, event, 'wacht@caw.example'))?.wacht).toBeUndefined()
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
    // A second press finds nothing to give.
    expect(wordsIn(await page(locationOf(await organiser.post(path))))).toContain('Er is niets veranderd')
  })

  it('weghalen: de link werkt niet meer, geen mail, en de plaats gaat naar wie wacht', async () => {
    await full()
    const link = await personalPath(loket, event)
    const [path, id] = [`${await person()}/weghalen`, await idOf()]
    expect(wordsIn(await page(path))).toContain('Haalt u Noor Voorbeeld van de lijst?')
    expect(wordsIn(await page(locationOf(await organiser.post(path))))).toContain('staat niet meer op de lijst')
    expect(await inviteeOf(loket, event)).toBeUndefined()
    expect((await loket.visitor().get(link)).status).not.toBe(200)
    expect((await mailsOf(loket, event)).filter(({ subject, status }) => subject === id && status === 'wacht')).toEqual(
      [],
    )
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
    expect((await inviteeOf(loket, event, 'wacht@caw.example'))?.wacht).toBeUndefined()
    const log = (await loket.items('loket')).filter(({ pk }) => pk === `ACTIVITEITLOG#${event.slug}`)
    expect(log.map(({ what }) => what)).toContain('genodigde weggehaald')
    expect((await organiser.post(path)).status).toBe(404)
  })
})

describe('te laat', () => {
  it('alle tegelijk, als er plaats is: wie de bladzijde toonde, en niemand meer', async () => {
    await respond(loket, event)
    await setClock(afterDeadline)
    for (const email of ['een@caw.example', 'twee@caw.example']) await late(email)
    const html = await page(home())
    expect(wordsIn(html)).toContain('2 mensen antwoordden te laat. Er zijn nog 2 plaatsen vrij.')
    expect(html).toContain('aria-label="1 plaats bezet, 2 gevraagd, 0 vrij"')
    expect(wordsIn(html)).toContain('Laat alle 2 toe')
    const [, gezien = ''] = /name="gezien" value="([^"]+)"/.exec(html) ?? []
    loket.clock.later(5)
    await late('drie@caw.example')
    const done = locationOf(await organiser.post(`${home()}/genodigden/toelaten`, { gezien }))
    expect(wordsIn(await page(done))).toContain('2 mensen toegelaten.')
    expect(await seats()).toMatchObject({ bezet: 3, wachtend: 0 })
    expect((await inviteeOf(loket, event, 'drie@caw.example'))?.laat).toBeDefined()
    // No seat for who is left: then it is decided one by one.
    const after = wordsIn(await page(home()))
    expect(after).toContain('Alles is volzet: wie u toelaat, komt op de wachtlijst.')
    expect(after).not.toContain('Laat 1 mens toe')
  })

  it('wat een collega al besliste: dat staat er, en niets gebeurt twee keer', async () => {
    await setClock(afterDeadline)
    await late(answer.email)
    const path = `${await person()}/aanvaarden`
    await organiser.post(path)
    const mails = await mailsTo(answer.email)
    expect(wordsIn(await page(locationOf(await organiser.post(path))))).toContain('iemand anders besliste dit al')
    expect(await mailsTo(answer.email)).toEqual(mails)
  })

  it('weigeren zegt dat er geen mail vertrekt', async () => {
    await setClock(afterDeadline)
    await late(answer.email)
    expect(wordsIn(await page(await person()))).toContain('laat het zelf weten')
    const done = locationOf(await organiser.post(`${await person()}/weigeren`))
    expect(wordsIn(await page(done))).toContain('Deze persoon krijgt daar geen mail over: laat het zelf weten.')
  })
})

describe('in elke fase: wat kan, en wat 409 is', () => {
  const phases = {
    open: april,
    gesloten: afterDeadline,
    bezig: new Date('2021-06-08T08:00:00Z'),
    voorbij: new Date('2021-06-08T11:00:00Z'),
    afgelast: april,
  } as const
  /** Those that refuse, by action. */
  const refused: Record<string, readonly (keyof typeof phases)[]> = {
    'POST gegevens': [],
    'POST opnieuw': ['voorbij', 'afgelast'],
    'GET vrijgeven': ['bezig', 'voorbij', 'afgelast'],
    'POST vrijgeven': ['bezig', 'voorbij', 'afgelast'],
    'GET weghalen': [],
    'GET /uitnodigen': ['gesloten', 'bezig', 'voorbij', 'afgelast'],
    'POST /uitnodigen': ['gesloten', 'bezig', 'voorbij', 'afgelast'],
    'POST /uitnodigen/test': ['gesloten', 'bezig', 'voorbij', 'afgelast'],
    'POST /genodigden/toelaten': ['bezig', 'voorbij', 'afgelast'],
    'GET /nieuws': ['open', 'gesloten', 'afgelast'],
    'POST /nieuws': ['open', 'gesloten', 'afgelast'],
    'GET /volgende': ['open', 'gesloten', 'bezig'],
    'POST /volgende': ['open', 'gesloten', 'bezig'],
  }

  it.each(Object.keys(phases) as (keyof typeof phases)[])('%s', async (phase) => {
    await respond(loket, event)
    if (phase === 'afgelast') {
      const off = { ...event, geannuleerd: true, revisie: 1, gemeld: 1 }
      await createEvents(loket.connection).change(event, off, undefined, {
        who: 'o',
        what: 'x',
        auditId: 'b',
        now: april,
        auditDays: 365,
      })
    }
    await setClock(phases[phase])
    const own = await person()
    const found: Record<string, boolean> = {}
    for (const action of Object.keys(refused)) {
      const [method, rest = ''] = action.split(' ')
      const path = rest.startsWith('/') ? home() + rest : `${own}/${rest}`
      const response = await (method === 'GET' ? organiser.get(path) : organiser.post(path, { tekst: 'Kanarie' }))
      found[action] = response.status === 409 && (await response.text()).includes('Er is niets veranderd')
    }
    expect(found).toEqual(
      Object.fromEntries(Object.entries(refused).map(([action, phases]) => [action, phases.includes(phase)])),
    )
  })
})

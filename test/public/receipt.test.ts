/**
 * The receipt: what is told of an address, what goes along on paper and in a calendar, and "Lukte dit?", counted once and of nobody
 * (docs/domain.md §4, docs/decisions/032).
 */
import ICAL from 'ical.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { easeCountKey } from '../../functions/shared/store/keys.ts'
import { dossierOf, type Filed, fileForm, fileRequest, fileVraag, place } from '../support/dossier.ts'
import { katrol, katrolStart } from '../support/forms.ts'
import { aanvraag } from '../support/lco.ts'
import { readPage } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let filed: Filed
beforeEach(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-23T09:00:00Z') })
  filed = await fileRequest(work)
})
const read = (path: string) => readPage(work.visitor(), path)

describe('het adres', () => {
  it('staat er zoals wie het typte het herkent, en niemand anders', async () => {
    const { words, html } = await read(filed.receipt)
    expect(words).toContain('We mailden een bevestiging naar n…r@caw.example .')
    expect(html).not.toContain('noor')
    expect((await dossierOf(work, filed.reference)).reach?.email).toBe('n…r@caw.example')
  })

  it('staat er niet van een dossier van vroeger, en niet meer als de link teruggenomen is', async () => {
    const { reach: _, ...before } = await dossierOf(work, filed.reference)
    for (const changes of [{ ...before, reach: undefined }, { linkVersion: 2 }]) {
      await place(work, filed.reference, changes)
      const { words } = await read(filed.receipt)
      expect(words).toContain('We mailen u een bevestiging. Niets gekregen na 10 minuten? Bel')
      expect(words).not.toContain('@caw')
    }
  })

  it('is weg zodra de cliënt stopt', async () => {
    await work.visitor().post(`${filed.status}/stoppen`)
    expect(await dossierOf(work, filed.reference)).not.toHaveProperty('reach')
  })

  it('is het nieuwe zodra iemand van het netwerk het verbetert', async () => {
    const coordinator = await work.as('Coördinator Aalst')
    const address = `${filed.path}/adres`
    const { html } = await readPage(coordinator, address)
    const revision = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
    await coordinator.post(address, { email: 'zoe.kaat@ocmw.example', revision })
    expect((await dossierOf(work, filed.reference)).reach?.email).toBe('z…t@ocmw.example')
  })

  it('is er niet voor wie er geen naliet', async () => {
    const { receipt } = await fileVraag(work, { email: '' })
    expect((await read(receipt)).words).toContain('Schrijf deze referentie op. U krijgt geen mail.')
  })
})

it('de weg op het bewijs begint bij de cliënt, en houdt op zodra er een antwoord was', async () => {
  const { words } = await read(filed.receipt)
  expect(words).toContain('Nu: Vertel uw cliënt dat de aanvraag verstuurd is liefst vandaag')
  expect(words).toContain('De coördinator antwoordt ten laatste op maandag 30 november 2026')
  await place(work, filed.reference, { state: 'toegewezen', holder: 'casemanager-aalst' })
  const after = await read(filed.receipt)
  expect(after.words).toContain('Er veranderde iets sinds u dit ontving.')
  expect(after.words).not.toMatch(/Casemanager Aalst|wees een casemanager toe/)
})

it('de pagina toont de weg verder, met de dag waarop iemand het kreeg', async () => {
  const coordinator = await work.as('Coördinator Aalst')
  const { html } = await readPage(coordinator, `${filed.path}/toewijzen`)
  const revision = /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''
  await coordinator.post(`${filed.path}/toewijzen`, { persoon: 'casemanager-aalst', revision, bij: '' })
  const { words } = await read(filed.status)
  expect(words).toContain('Gebeurd: De coördinator wees een casemanager toe maandag 23 november 2026')
  expect(words).toContain('Nu: De casemanager belt u ten laatste op woensdag 25 november 2026')
  expect(words).toContain('Casemanager Aalst, casemanager: 053 00 00 02 .')
})

describe('het blad voor de cliënt', () => {
  it('toont niets van wat er geantwoord is', async () => {
    const { html, words, status } = await read(`${filed.receipt}/blad`)
    expect(status).toBe(200)
    expect(words).toContain('Mag het mee naar huis? Vraag het eerst.')
    expect(words).toContain('Er is een overleg voor u gevraagd')
    expect(words).toContain('Gegevensbeschermingsautoriteit')
    const typed = Object.values(aanvraag).flatMap((page) => Object.values(page).flat())
    for (const text of typed.filter((one) => one.length > 6)) expect(html).not.toContain(text)
    expect(html).not.toMatch(/@caw/)
  })

  it('is van De Katrol een ander', async () => {
    const { receipt } = await fileForm(work, katrolStart, katrol)
    expect((await read(`${receipt}/blad`)).words).toContain('Er is studiehulp gevraagd voor uw kind')
  })

  it('is er niet meer zodra het voorbij is', async () => {
    await work.visitor().post(`${filed.status}/stoppen`)
    expect((await read(`${filed.receipt}/blad`)).status).toBe(303)
  })
})

describe('in uw agenda', () => {
  const file = () => work.visitor().get(`${filed.receipt}/agenda.ics`)

  it('is een dag, met de referentie en niets anders', async () => {
    const answer = await file()
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const text = await answer.text()
    const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    expect(event?.getFirstPropertyValue('summary')).toBe(`Antwoord op ${filed.reference}`)
    expect(event?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-11-30')
    expect(text).not.toMatch(/caw|noor|cliënt|DESCRIPTION|LOCATION|ATTENDEE/i)
  })

  it('is er niet meer na die dag, of na een antwoord', async () => {
    work.clock.now = new Date('2026-11-30T23:00:00Z')
    expect((await file()).status).toBe(303)
    work.clock.now = new Date('2026-11-24T09:00:00Z')
    await place(work, filed.reference, { state: 'toegewezen' })
    expect((await file()).status).toBe(303)
  })
})

describe('“Lukte dit?”', () => {
  const counted = async (ease: string) => {
    const { pk, sk } = easeCountKey('aalst', 'lco-aanvraag', '2026-11', ease)
    return (await work.items('loket')).find((item) => item.pk === pk && item.sk === sk)
  }
  const press = (lukte: string) => work.visitor().post(`${filed.receipt}/lukte`, { lukte })

  it('telt één keer, ook als iemand twintig keer tegelijk drukt, en nog iets anders kiest', async () => {
    await Promise.all(Array.from({ length: 20 }, () => press('vlot')))
    await press('moeilijk')
    expect([(await counted('vlot'))?.amount, await counted('moeilijk')]).toEqual([1, undefined])
    expect((await read(filed.receipt)).words).toContain('Bedankt. We telden uw antwoord, zonder naam.')
  })

  it('telt wie het ook was: twee aanvragen zijn er twee', async () => {
    await press('gaat_zo')
    filed = await fileRequest(work)
    await press('gaat_zo')
    expect((await counted('gaat_zo'))?.amount).toBe(2)
  })

  it('bewaart van niemand iets: een maand, een netwerk, een formulier, een antwoord', async () => {
    await press('vlot')
    const { pk, sk, ...rest } = (await counted('vlot')) ?? {}
    expect([pk, sk, rest]).toEqual(['TELLING#aalst#lco-aanvraag#LUKTE', '2026-11#vlot', { amount: 1 }])
    expect(JSON.stringify(await dossierOf(work, filed.reference))).not.toMatch(/ease|vlot/)
  })

  it.each(['', 'heel vlot', '__proto__'])('kent geen “%s”: er verandert niets', async (lukte) => {
    expect((await press(lukte)).status).toBe(400)
    expect((await work.items('loket')).filter(({ pk }) => String(pk).endsWith('#LUKTE'))).toEqual([])
  })

  it('staat er niet meer als het formulier zelf weg is, na 14 dagen', async () => {
    work.clock.now = new Date('2026-12-08T09:00:00Z')
    expect((await read(filed.receipt)).words).not.toContain('Lukte dit?')
    expect((await press('vlot')).status).toBe(303)
    expect(await counted('vlot')).toBeUndefined()
  })
})

describe('“Nog niet” na een doorverwijzing', () => {
  const referral = { aanbod: 'caw', checkOn: '2026-11-23' }
  const say = (antwoord: string) => work.visitor().post(`${filed.status}/geraakt`, { antwoord })

  it('vraagt het vijf werkdagen later opnieuw, één keer, en staat op de tijdlijn', async () => {
    await place(work, filed.reference, { state: 'doorverwezen', ttl: 1_900_000_000, nextOn: '2026-11-23', referral })
    expect((await read(filed.status)).words).toContain('Is uw cliënt daar geraakt? Ja Nog niet Nee, help me')
    await Promise.all(Array.from({ length: 5 }, () => say('nog_niet')))
    const { state, nextOn, referral: after } = await dossierOf(work, filed.reference)
    expect([state, nextOn, after]).toEqual(['doorverwezen', '2026-11-30', { aanbod: 'caw', checkOn: '2026-11-30' }])
    const lines = (await work.items('loket')).filter(({ what }) => what === 'nog_niet')
    expect(lines).toMatchObject([{ who: 'aanvrager' }])
    const page = await readPage(await work.as('Coördinator Aalst'), filed.path)
    expect(page.words).toContain('Nog niet geraakt: we vragen het later opnieuw')
    const asked = await read(filed.status)
    expect(asked.words).not.toContain('Nog niet')
    expect(asked.words).toContain('We vragen u of het daar lukte maandag 30 november 2026')
  })

  it('mailt de vraag dan opnieuw', async () => {
    await place(work, filed.reference, { state: 'doorverwezen', ttl: 1_900_000_000, nextOn: '2026-11-23', referral })
    await say('nog_niet')
    const plan = (await work.items('loket')).find(({ pk, sk }) => pk === `OUTBOX#${filed.reference}` && sk === 'PLAN')
    expect(JSON.stringify(plan)).toContain('navraag-2026-11-30')
  })

  it('telt niet voor de dag waarop we het vragen', async () => {
    const later = { ...referral, checkOn: '2026-11-24' }
    await place(work, filed.reference, {
      state: 'doorverwezen',
      ttl: 1_900_000_000,
      nextOn: '2026-11-24',
      referral: later,
    })
    await say('nog_niet')
    expect((await dossierOf(work, filed.reference)).referral).toEqual(later)
  })
})

/** A person's data is found, shown, taken along and erased on request, each of them noted (docs/domain.md §7). */
import { describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import type { Invitee } from '../../forms/kit/events/rsvp.ts'
import { leftOut } from '../../forms/kit/passages.ts'
import { addressHmac } from '../../functions/shared/secrets.ts'
import { mailKey } from '../../functions/shared/store/keys.ts'
import { outboxItem } from '../../functions/shared/store/outbox-item.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { createSeatReader } from '../../functions/shared/store/seats.ts'
import { atTheEdge, between } from '../public/sdk-edge.ts'
import { fileRequest } from '../support/dossier.ts'
import { answer, inviteeOf, kindsOf, mailsOf, personalPath, putEvent, respond } from '../support/events.ts'
import { aanvraag, begin, errorsIn, file, fillIn, openVraag, referenceIn, vraagPath } from '../support/lco.ts'
import { mailsAmong } from '../support/mails.ts'
import { type Fields, fieldsIn, locationOf, readPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { putStore, startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const gegevens = '/werkruimte/gegevens'
const email = aanvraag.gegevens.email

interface Filed {
  reference: string
  receipt: string
  status: string
  visitor: Visitor
}

async function filed(loket: TestWorkspace, changes: Parameters<typeof file>[1] = {}): Promise<Filed> {
  const visitor = loket.visitor()
  const receipt = await file(visitor, changes)
  const html = await (await visitor.get(receipt)).text()
  const [, status = ''] = /href="(\/status\/[^"]+)"/.exec(html) ?? []
  return { reference: referenceIn(html) ?? '', receipt, status, visitor }
}

/** A half-filled request whose link was mailed. */
async function mailedDraft(loket: TestWorkspace, address: string = email): Promise<string> {
  const visitor = loket.visitor()
  const draft = await begin(visitor)
  await fillIn(visitor, draft, { until: 'situatie', changes: { gegevens: { ...aanvraag.gegevens, email: address } } })
  await visitor.post(`${draft}/later`, { email: address })
  return draft.split('/').at(-1) ?? ''
}

const seatsOf = (loket: TestWorkspace) => createSeatReader(loket.connection)
const coordinatorOf = (loket: TestWorkspace) => loket.as('Coördinator Aalst')
const search = async (visitor: Visitor, zoek: string) => locationOf(await visitor.post(gegevens, { zoek }))
const textOf = async (visitor: Visitor, path: string) => wordsIn(await (await visitor.get(path)).text())
const hmac = ({ secrets }: TestWorkspace, address: string = email) => addressHmac(secrets.addressKey, address)

const requests = async (loket: TestWorkspace) =>
  (await loket.items('loket'))
    .filter(({ pk }) => String(pk).startsWith('GEGEVENS#'))
    .map(({ pk, who, what, subjects }) => ({ pk, who, what, subjects }))

/** What is left about a reference, in both tables. */
async function leftOf(loket: TestWorkspace, reference: string) {
  const items = [...(await loket.items('loket')), ...(await loket.items('drafts'))]
  return items
    .filter((item) => JSON.stringify(item).includes(reference))
    .map(({ pk, sk, id }) => (id ? `draft ${id}` : `${String(pk).split('#')[0]} ${String(sk).split('#')[0]}`))
    .sort()
}

/** What is kept of drafts: the reference it was sent as, or that it is the copy of its browser (docs/decisions/033). */
const draftsOf = async (loket: TestWorkspace) =>
  (await loket.items('drafts')).map(({ sent }) => String(sent ?? 'kopie')).sort((a, b) => (a < b ? -1 : 1))

describe('zoeken', () => {
  it('vindt een aanvraag op referentie, hoe ze ook getypt is', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await filed(loket)
    const coordinator = await coordinatorOf(loket)
    const path = await search(coordinator, ` ${reference.toLowerCase().replaceAll('-', ' ')} `)
    expect(path).toBe(`${gegevens}/dossier/${reference}`)
    expect(await textOf(coordinator, path)).toContain(`Wat we bewaren van ${reference}`)
  })

  it('vindt alles van een adres, ook een gemaild concept, en zet het adres nergens in een webadres', async () => {
    const loket = await startTestWorkspace()
    const [one, other] = [await filed(loket), await filed(loket)]
    const vraag = loket.visitor()
    await vraag.post(vraagPath, await openVraag(vraag))
    await filed(loket, { gegevens: { ...aanvraag.gegevens, email: 'sam@caw.example' } })
    await mailedDraft(loket)
    const coordinator = await coordinatorOf(loket)
    const path = await search(coordinator, ' Noor@CAW.example ')
    expect(path).toBe(`${gegevens}/persoon/${hmac(loket)}`)
    const text = await textOf(coordinator, path)
    for (const { reference } of [one, other]) expect(text).toContain(reference)
    expect(text.match(/LCO-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/g)).toHaveLength(2)
    expect(text.match(/VRG-/g)).toHaveLength(1)
    expect(text).toContain('Een formulier dat nog niet verstuurd is.')
    expect(JSON.stringify(await requests(loket))).not.toContain('@')
  })

  it('leest een adres van dertien letters of cijfers als adres, en zegt waar niets gevonden is', async () => {
    const loket = await startTestWorkspace()
    const coordinator = await coordinatorOf(loket)
    const path = await search(coordinator, 'mia@cgg.example')
    expect(path).toBe(`${gegevens}/persoon/${hmac(loket, 'mia@cgg.example')}`)
    const text = await textOf(coordinator, path)
    expect(text).toContain('heeft geen aanvraag, geen onverzonden formulier en geen antwoord op een uitnodiging')
    expect(text).toContain('Zoek dit adres in alle dossiers')
  })

  it('noteert dat er een adres gezocht is, ook als de bladzijde daarna overgeslagen wordt', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await filed(loket)
    const coordinator = await coordinatorOf(loket)
    const sought = { who: 'coordinator-aalst', what: 'gezocht' }
    const lines = async () =>
      (await loket.items('loket'))
        .filter(({ pk }) => pk === 'GEGEVENS#aalst')
        .sort((one, other) => String(one.subjects).length - String(other.subjects).length)
    await search(coordinator, email)
    expect(await lines()).toMatchObject([{ ...sought, subjects: [] }])
    const choose = `${gegevens}/persoon/${hmac(loket)}/wissen`
    expect(await textOf(coordinator, choose)).toContain(reference)
    expect(await lines()).toMatchObject([sought, { ...sought, subjects: [reference] }])
    expect((await coordinator.post(choose)).status).toBe(422)
    expect(await lines()).toMatchObject([sought, sought, { ...sought, subjects: [reference] }])
    // Not even as a HMAC: the line is kept longer than who asks to be forgotten.
    expect(JSON.stringify(await lines())).not.toContain(hmac(loket))
  })

  it('vindt niets van een ander netwerk', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await filed(loket)
    const draft = await mailedDraft(loket)
    const other = await loket.as('Coördinator OTA')
    expect(await textOf(other, await search(other, email))).toContain('heeft geen aanvraag')
    for (const path of ['', '/wissen'])
      expect((await other.get(`${gegevens}/dossier/${reference}${path}`)).status).toBe(404)
    for (const path of ['/export', '/wissen'])
      expect((await other.post(`${gegevens}/dossier/${reference}${path}`)).status).toBe(404)
    await other.post(`${gegevens}/persoon/${hmac(loket)}/wissen`, { wat: [reference, draft] })
    expect(await loket.deps.dossiers.read(reference, loket.clock.now)).toBeDefined()
    expect((await loket.items('drafts')).some(({ id }) => id === draft)).toBe(true)
  })

  it.each(['', 'LCO-1', 'a@b@c', 'LCO-7K3M-9QX2-4U'])('%j: zegt wat in te vullen', async (zoek) => {
    const loket = await startTestWorkspace()
    const answer = await (await coordinatorOf(loket)).post(gegevens, { zoek })
    expect(answer.status).toBe(422)
    expect(errorsIn(await answer.text())).toEqual([
      'Vul een referentie, één e-mailadres, een telefoonnummer of een naam in, bijvoorbeeld ABC-7K3M-9QX2-4T of naam@dienst.be',
    ])
  })
})

describe('tonen', () => {
  it('toont alles wat bewaard wordt, en noteert dat eerst', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await filed(loket)
    const coordinator = await coordinatorOf(loket)
    const path = `${gegevens}/dossier/${reference}`
    const note = await loket.deps.seal('aalst', reference, { notitie: 'Belde terug over de tolk.' })
    const at = loket.clock.now.toISOString()
    await loket.deps.logbook.add(reference, { id: 'n', at, who: 'coordinator-aalst', kind: 'notitie', sealed: note })
    await coordinator.get(path)
    const text = await textOf(coordinator, path)
    const kept = [
      email,
      aanvraag.situatie.doel,
      aanvraag.client.client_aanduiding,
      'Belde terug over de tolk.',
      'Bevestiging van ontvangst aan de aanvrager',
      'Ingediend',
      'Coördinator Aalst, maandag 23 november 2026',
    ]
    for (const one of kept) expect(text).toContain(one)
    const lines = (await loket.items('loket')).filter(({ sk }) => String(sk).startsWith('RAADPLEGING#'))
    expect(lines.map(({ pk, who }) => `${pk} ${who}`)).toEqual(Array(2).fill(`DOSSIER#${reference} coordinator-aalst`))
    expect(await requests(loket)).toEqual(
      Array(2).fill({ pk: 'GEGEVENS#aalst', who: 'coordinator-aalst', what: 'getoond', subjects: [reference] }),
    )
  })
})

describe('wie het in een lijst zag', () => {
  it('staat op de bladzijde en in het bestand, zonder wat van een ander dossier is', async () => {
    const loket = await startTestWorkspace()
    const coordinator = await coordinatorOf(loket)
    // Filed faster than a person can.
    const list = '/werkruimte?verdacht=1'
    const before = await filed(loket)
    await coordinator.get(list)
    loket.clock.later(60)
    const { reference } = await filed(loket)
    const kept = async (of: string) => {
      const [dossier] = (await (await coordinator.post(`${gegevens}/dossier/${of}/export`)).json()).dossiers
      return dossier.gezienInLijst.map(({ wie, lijst, reden }: Record<string, string>) => [wie, lijst, reden].join(' '))
    }
    expect(await kept(reference)).toEqual([])
    const path = `${gegevens}/dossier/${reference}`
    expect(await textOf(coordinator, path)).toContain('Wie zag het in een lijst Niemand.')
    loket.clock.later(60)
    await coordinator.get(list)
    loket.clock.later(60)
    await coordinator.get(list)
    expect(await kept(reference)).toEqual(Array(2).fill(' aanvragen in de lijst van aanvragen'))
    expect(await kept(before.reference)).toHaveLength(3)
    expect(await textOf(coordinator, path)).toContain(
      'Wie zag het in een lijst In de lijst van aanvragen 2 keer, het laatst op maandag 23 november 2026',
    )
    loket.clock.later(365 * 86_400 - 30)
    const views = { reference, receivedAt: '2026-11-23T00:00:00.000Z', network: 'aalst', people: ['coordinator-aalst'] }
    expect(await loket.deps.consultations.inLists(views, loket.clock.now)).toHaveLength(1)
  })

  it.each(['aanvragen', 'week', 'agenda', 'telefoon'] as const)('welke lijst het ook was: %s', async (list) => {
    const loket = await startTestWorkspace()
    const coordinator = await coordinatorOf(loket)
    const { reference } = await filed(loket)
    const audited = { auditId: 'a', now: loket.clock.now, auditDays: 365 }
    const who = { network: 'aalst', person: 'coordinator-aalst' }
    await loket.deps.consultations.saw(who, { list, session: 's', references: [reference] }, audited)
    const path = `${gegevens}/dossier/${reference}`
    expect(await textOf(coordinator, path)).toMatch(/Wie zag het in een lijst (In|Op) .* 1 keer, het laatst op/)
    const [dossier] = (await (await coordinator.post(`${path}/export`)).json()).dossiers
    expect(dossier.gezienInLijst).toMatchObject([{ lijst: list }])
  })
})

describe('meegeven', () => {
  it('geeft een bestand dat niemand bewaart, met alles erin, van één dossier of van een adres', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await filed(loket)
    const draft = await mailedDraft(loket)
    const coordinator = await coordinatorOf(loket)
    for (const [path, drafts] of [
      [`${gegevens}/dossier/${reference}/export`, 0],
      [`${gegevens}/persoon/${hmac(loket)}/export`, 1],
    ] as const) {
      const answer = await coordinator.post(path, { mee: ['a.doel', 'a.client_aanduiding', 'adres'] })
      expect(answer.headers.get('content-type')).toBe('application/json; charset=UTF-8')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="loket-[\w-]+\.json"$/)
      const data = await answer.json()
      expect(data.concepten).toHaveLength(drafts)
      expect(data.dossiers).toHaveLength(1)
      expect(data.dossiers[0]).toMatchObject({ referentie: reference, adres: email })
      // Of an address goes along what is the applicant's own: of one dossier a person decides.
      const chosen = drafts === 0
      expect(data.dossiers[0].antwoorden).toMatchObject({
        naam: chosen ? leftOut : aanvraag.gegevens.naam,
        doel: chosen ? aanvraag.situatie.doel : leftOut,
        client_aanduiding: chosen ? aanvraag.client.client_aanduiding : leftOut,
        tolk: 'ja',
      })
      expect(JSON.stringify(data)).not.toContain('eyJ')
    }
    expect((await requests(loket)).map(({ what, subjects }) => [what, subjects])).toEqual(
      expect.arrayContaining([
        ['geexporteerd', [reference]],
        ['geexporteerd', [reference, draft]],
      ]),
    )
  })
})

describe('wat meegaat', () => {
  const exported = async (visitor: Visitor, reference: string, fields: Fields) =>
    (await (await visitor.post(`${gegevens}/dossier/${reference}/export`, fields)).json()).dossiers[0]
  const line = async (loket: TestWorkspace) =>
    (await loket.items('loket'))
      .filter(({ what }) => what === 'geexporteerd')
      .map(({ leftOut: n, named }) => [n, named])

  async function withNote(loket: TestWorkspace) {
    const one = await filed(loket)
    const sealed = await loket.deps.seal('aalst', one.reference, { notitie: 'De buurvrouw belde.' })
    const at = loket.clock.now.toISOString()
    await loket.deps.logbook.add(one.reference, { id: 'n', at, who: 'coordinator-aalst', kind: 'notitie', sealed })
    return one
  }
  const ticked = (html: string) => [...html.matchAll(/name="mee" value="([^"]+)" checked/g)].map(([, key]) => key)
  const pieces = (html: string) => [...html.matchAll(/name="mee" value="([^"]+)"/g)].map(([, key]) => key)

  it('toont elk stuk, en kruist alleen aan wat van wie vraagt zelf is', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await withNote(loket)
    const coordinator = await coordinatorOf(loket)
    const path = `${gegevens}/dossier/${reference}/export`
    const [applicant, client] = [await readPage(coordinator, path), await readPage(coordinator, `${path}?voor=client`)]
    for (const text of ['De buurvrouw belde.', 'OCMW Voorbeeld, Sam Voorbeeld', aanvraag.situatie.doel])
      expect(applicant.words).toContain(text)
    expect(ticked(applicant.html).sort()).toEqual(
      ['a.betrokkenen.0', 'a.email', 'a.functie', 'a.naam', 'a.organisatie', 'a.telefoon', 'adres'].sort(),
    )
    expect(ticked(client.html)).toContain('a.doel')
    for (const key of ['a.naam', 'a.betrokkenen.1', 'n.n', 'adres']) {
      expect(pieces(client.html)).toContain(key)
      expect(ticked(client.html)).not.toContain(key)
    }
  })

  it('wat niet aangekruist is, is weggelaten en zegt waarom; de regel zegt hoeveel', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await withNote(loket)
    const coordinator = await coordinatorOf(loket)
    const all = pieces((await readPage(coordinator, `${gegevens}/dossier/${reference}/export`)).html)
    const without = ['a.doel', 'a.betrokkenen.1', 'n.n']
    const mee = all.filter((key) => !without.includes(key ?? '')).map(String)
    const copy = await exported(coordinator, reference, { mee })
    expect(copy.antwoorden).toMatchObject({ doel: leftOut, vraag_client: aanvraag.situatie.vraag_client })
    expect(copy.antwoorden.betrokkenen).toMatchObject([{ contactpersoon: 'Noor Voorbeeld' }, leftOut, {}])
    expect(copy.logboek).toMatchObject([{ soort: 'notitie', tekst: leftOut }])
    expect(JSON.stringify(copy)).not.toContain('De buurvrouw belde.')
    const nothing = await exported(coordinator, reference, { mee: ['a.bestaat_niet'] })
    expect(nothing.adres).toBe(leftOut)
    expect(JSON.stringify(nothing)).not.toContain('Voorbeeld')
    expect((await line(loket)).sort()).toEqual(
      [
        [3, undefined],
        [all.length, undefined],
      ].sort(),
    )
  })

  it('wie keek: wanneer en waarom, zonder namen; met een reden ook de namen, en die reden is opgeschreven', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await filed(loket)
    const coordinator = await coordinatorOf(loket)
    await coordinator.get(`/werkruimte/dossier/${reference}`)
    loket.clock.later(60)
    const { words } = await readPage(coordinator, `${gegevens}/dossier/${reference}`)
    expect(words).toMatch(/Wie keek .*2026.* coördinatie van het netwerk .*2026.* iemand vroeg wat we bewaren/)
    const reasons = async (fields: Fields) =>
      (await exported(coordinator, reference, fields)).raadplegingen.map(({ reden, wie }: Record<string, string>) => [
        reden,
        wie,
      ])
    expect((await reasons({}))[0]).toEqual(['coördinatie van het netwerk', undefined])
    expect((await reasons({ namen: 'zonder' })).flat()).not.toContain('Coördinator Aalst')
    expect((await reasons({ namen: 'recht' }))[0]).toEqual(['coördinatie van het netwerk', 'Coördinator Aalst'])
    expect((await line(loket)).map(([, named]) => named)).toEqual(expect.arrayContaining(['recht']))
    const bad = await coordinator.post(`${gegevens}/dossier/${reference}/export`, { namen: 'zomaar', mee: 'a.doel' })
    const html = await bad.text()
    expect([bad.status, errorsIn(html)]).toEqual([422, ['Kies of de namen van wie keek meegaan, en waarom']])
    expect(ticked(html)).toEqual(['a.doel'])
  })
})

describe('een antwoord op een uitnodiging', () => {
  const april = new Date('2021-04-23T08:00:00Z')
  const path = (loket: TestWorkspace, address: string = answer.email) => `${gegevens}/persoon/${hmac(loket, address)}`
  /** What is left of an invitee, and what is kept for them under another key. */
  const rest = async (loket: TestWorkspace, { id, adres }: Invitee) =>
    (await loket.items('loket'))
      .filter(({ pk }) => !String(pk).startsWith('GEGEVENS#'))
      .filter((item) => [id, adres].some((one) => JSON.stringify(item).includes(one)))
  const invited = async (loket: TestWorkspace, event: LoketEvent, address?: string) => {
    const invitee = await inviteeOf(loket, event, address)
    if (!invitee) throw new Error('Nobody there')
    return invitee
  }

  it('wordt gevonden, getoond en meegegeven, alleen in het netwerk dat uitnodigde', async () => {
    const loket = await startTestWorkspace({ now: april })
    const event = await putEvent(loket.connection)
    await respond(loket, event, { antwoord: 'op_de_hoogte' })
    await respond(loket, await putEvent(loket.connection), { email: 'sam@caw.example' })
    const { id } = await invited(loket, event)
    loket.clock.later(300 * 86_400)
    const coordinator = await coordinatorOf(loket)
    const found = await search(coordinator, 'NOOR@caw.example')
    expect(found).toBe(path(loket))
    const text = await textOf(coordinator, found)
    const { naam, organisatie, functie, opmerking } = answer
    for (const one of [naam, organisatie, functie, opmerking, `“${event.titel}”`, 'Op de hoogte houden'])
      expect(text).toContain(one)
    const data = await (await coordinator.post(`${found}/export`)).json()
    expect(data.activiteiten).toMatchObject([
      {
        activiteit: event.titel,
        adres: answer.email,
        open: { antwoord: 'op_de_hoogte', naam, organisatie, functie, opmerking },
        mails: [{ soort: 'Bevestiging: op de hoogte houden', aan: 'een genodigde' }],
      },
    ])
    expect((await requests(loket)).map(({ what, subjects }) => [what, subjects])).toEqual(
      expect.arrayContaining([
        ['gezocht', [id]],
        ['geexporteerd', [id]],
      ]),
    )
    const other = await loket.as('Coördinator OTA')
    expect(await textOf(other, await search(other, answer.email))).toContain('heeft geen aanvraag')
    await other.post(`${path(loket)}/wissen`, { wat: id })
    expect(await invited(loket, event)).toMatchObject({ naam })
  })

  it('wordt gewist met adres en mails; alleen de regel dat het gebeurde blijft', async () => {
    const loket = await startTestWorkspace({ now: april })
    const event = await putEvent(loket.connection)
    await respond(loket, event)
    await respond(loket, event)
    const link = await personalPath(loket, event)
    const invitee = await invited(loket, event)
    expect((await rest(loket, invitee)).length).toBeGreaterThan(4)
    const coordinator = await coordinatorOf(loket)
    expect(await textOf(coordinator, `${path(loket)}/wissen`)).toContain(`“${event.titel}”`)
    const done = locationOf(await coordinator.post(`${path(loket)}/wissen`, { wat: invitee.id }))
    expect(done).toBe(`${path(loket)}?gewist=alles`)
    expect(await textOf(coordinator, done)).toContain('heeft geen aanvraag')
    expect(await rest(loket, invitee)).toEqual([])
    expect((await loket.visitor().get(link)).status).toBe(410)
    expect((await requests(loket)).filter(({ what }) => what === 'gewist')).toEqual([
      { pk: 'GEGEVENS#aalst', who: 'coordinator-aalst', what: 'gewist', subjects: [invitee.id] },
    ])
    await respond(loket, event, { antwoord: 'nee' })
    expect((await invited(loket, event)).id).not.toBe(invitee.id)
  })

  it('geeft de plaats aan wie wacht, of verlaat de rij; daarna is er niets meer door te geven', async () => {
    const loket = await startTestWorkspace({ now: april })
    const event = await putEvent(loket.connection, { capaciteit: 1 })
    const [first, second, third, fourth] = ['1@caw.example', '2@caw.example', '3@caw.example', '4@caw.example'] as const
    for (const address of [first, second, third, fourth]) await respond(loket, event, { email: address })
    const erase = async (address: string) => {
      const invitee = await invited(loket, event, address)
      const coordinator = await coordinatorOf(loket)
      const done = await coordinator.post(`${path(loket, address)}/wissen`, { wat: invitee.id })
      expect(locationOf(done)).toBe(`${path(loket, address)}?gewist=alles`)
      expect(await rest(loket, invitee)).toEqual([])
    }
    const seats = () => seatsOf(loket).read(event.slug)
    await erase(first)
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 2 })
    const { id, wacht } = await invited(loket, event, second)
    expect(wacht).toBeUndefined()
    const mails = (await mailsOf(loket, event)).filter(({ subject }) => subject === id)
    expect(kindsOf(mails)).toEqual(['morgen', 'plaats', 'wachtlijst'])
    await erase(third)
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 1 })
    loket.clock.now = new Date(event.start)
    await erase(second)
    await erase(fourth)
    expect((await seatsOf(loket).line(event.slug).next()).value).toBeUndefined()
  })

  it('wie intussen verandert, wordt op een later ogenblik gewist', async () => {
    const loket = await startTestWorkspace({ now: april })
    const event = await putEvent(loket.connection)
    await respond(loket, event)
    const { id } = await invited(loket, event)
    let looks = 0
    const real = createPersonalData(loket.connection)
    putStore(loket.deps, createPersonalData, {
      ...real,
      eraseInvitee: async (...args: Parameters<typeof real.eraseInvitee>) => {
        looks += 1
        const own = await personalPath(loket, event)
        if (looks === 1) await loket.visitor().post(own, { ...answer, antwoord: 'nee' })
        return real.eraseInvitee(...args)
      },
    })
    await (await coordinatorOf(loket)).post(`${path(loket)}/wissen`, { wat: id })
    expect(looks).toBe(2)
    expect(await inviteeOf(loket, event)).toBeUndefined()
  })
})

describe('wissen', () => {
  it('vraagt eerst of het mag; kijken wist niets', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await filed(loket)
    const text = await textOf(await coordinatorOf(loket), `${gegevens}/dossier/${reference}/wissen`)
    expect(text).toContain('Dit kan niet ongedaan gemaakt worden.')
    expect(text).toContain('Dit dossier is nog open.')
    expect(await loket.deps.dossiers.read(reference, loket.clock.now)).toBeDefined()
  })

  it('wist uit beide tabellen; alleen regels zonder gegevens blijven, en de statuspagina zegt het', async () => {
    const loket = await startTestWorkspace()
    const { reference, receipt, status, visitor } = await filed(loket)
    const coordinator = await coordinatorOf(loket)
    const path = `${gegevens}/dossier/${reference}`
    await coordinator.get(path)
    expect(await leftOf(loket, reference)).toEqual(
      expect.arrayContaining(['DOSSIER DOSSIER', 'DOSSIER ANTWOORDEN', 'OUTBOX MAIL', 'OUTBOX ADRES']),
    )
    expect(await draftsOf(loket)).toEqual([reference, 'kopie'])

    expect(locationOf(await coordinator.post(`${path}/wissen`))).toBe(path)
    expect(await leftOf(loket, reference)).toEqual([
      'DOSSIER AUDIT',
      'DOSSIER AUDIT',
      'DOSSIER LOGBOEK',
      'DOSSIER RAADPLEGING',
      'GEGEVENS AUDIT',
      'GEGEVENS AUDIT',
      'ZOEK WOORDEN', // Until the next sweep of the search.
    ])
    expect(await loket.items('drafts')).toEqual([])
    expect(JSON.stringify(await loket.items('loket'))).not.toContain(hmac(loket))
    for (const link of [status, receipt]) {
      const answer = await visitor.get(link)
      expect([answer.status, wordsIn(await answer.text())]).toEqual([
        410,
        expect.stringContaining('De gegevens van deze aanvraag zijn gewist.'),
      ])
    }
    const text = await textOf(coordinator, path)
    expect(text).toContain(`${reference} is gewist`)
    expect(text).toContain('Gewist door Coördinator Aalst, maandag 23 november 2026')
    // Who filed it, and who erased it: no other network hears even that.
    expect((await (await loket.as('Coördinator OTA')).get(path)).status).toBe(404)
    expect(await textOf(coordinator, await search(coordinator, email))).toContain('heeft geen aanvraag')
  })

  it('laat geen mail meer vertrekken, ook niet wat voor later gepland was of van het concept kwam', async () => {
    const loket = await startTestWorkspace()
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft)
    await visitor.post(`${draft}/later`, { email })
    const receipt = locationOf(await visitor.post(`${draft}/controle`))
    const reference = referenceIn(await (await visitor.get(receipt)).text()) ?? ''
    const mails = async () => (await loket.items('loket')).filter(({ pk }) => String(pk).startsWith('OUTBOX#'))
    expect(mailsAmong(await mails()).filter(({ dueAt }) => dueAt).length).toBeGreaterThan(1)
    await (await coordinatorOf(loket)).post(`${gegevens}/dossier/${reference}/wissen`)
    expect(await mails()).toEqual([])
  })

  it('wist ook wat bleef van een geplande mail die teruggenomen werd toen ze al uit het log was', async () => {
    const loket = await startTestWorkspace()
    const { reference, status, visitor } = await filed(loket)
    const { client, PutCommand } = await loket.connection.dynamo()
    // As 0.1.0 left them.
    for (const mailId of ['ongeopend-1', 'stil-1']) {
      const Item = { ...mailKey(reference, mailId), cancelled: true, ttl: 4_000_000_000 }
      await client.send(new PutCommand({ TableName: loket.connection.tables.loket, Item }))
    }
    await visitor.post(`${status}/stoppen`)
    const stubs = (await loket.items('loket')).filter(({ cancelled, status }) => cancelled && status === undefined)
    expect(stubs).toHaveLength(2)
    const path = `${gegevens}/dossier/${reference}`
    expect(locationOf(await (await coordinatorOf(loket)).post(`${path}/wissen`))).toBe(path)
    expect((await loket.items('loket')).filter(({ pk }) => pk === `OUTBOX#${reference}`)).toEqual([])
  })

  it('van een adres wist wat gekozen is, en laat de rest staan', async () => {
    const loket = await startTestWorkspace()
    const [one, other] = [await filed(loket), await filed(loket)]
    const draft = await mailedDraft(loket)
    const coordinator = await coordinatorOf(loket)
    const path = `${gegevens}/persoon/${hmac(loket)}`
    const html = await (await coordinator.get(`${path}/wissen`)).text()
    expect(html.match(/ checked/g)).toHaveLength(3)
    const none = await coordinator.post(`${path}/wissen`)
    expect([none.status, errorsIn(await none.text())]).toEqual([422, ['Kies minstens één']])

    const after = locationOf(await coordinator.post(`${path}/wissen`, { wat: [one.reference, draft] }))
    const text = await textOf(coordinator, after)
    expect(text).toContain('Wat u koos, is gewist.')
    expect(text).toContain(other.reference)
    expect(text).not.toContain(one.reference)
    expect(await draftsOf(loket)).toEqual([other.reference, 'kopie'])
    const outbox = (await loket.items('loket')).map(({ pk }) => String(pk)).filter((pk) => pk.startsWith('OUTBOX#'))
    expect(new Set(outbox)).toEqual(new Set([`OUTBOX#${other.reference}`]))
  })

  it('van een adres alles: ook in het logboek van wie zocht en wiste, staat niets dat op dat adres past', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await filed(loket)
    const draft = await mailedDraft(loket)
    const coordinator = await coordinatorOf(loket)
    const path = await search(coordinator, email)
    await coordinator.get(path)
    await coordinator.post(`${path}/export`)
    await coordinator.post(`${path}/wissen`, { wat: [reference, draft] })
    expect((await requests(loket)).map(({ what }) => what)).toEqual(expect.arrayContaining(['gezocht', 'gewist']))
    const left = (await loket.items('loket')).filter(({ pk }) => !String(pk).startsWith('OUTBOX#PLAFOND#'))
    expect(JSON.stringify(left)).not.toContain(hmac(loket))
  })

  it.each([
    ['een ander netwerk', 'ota/aanmelding', 'De aanvraag is verplaatst naar', ['Bel OndersteuningsTeam', 'tel:']],
    ['hetzelfde netwerk', 'aalst/vraag', 'De aanvraag ging verder als', ['Wis ze apart.']],
  ])('van wat verplaatst is naar %s, zegt het dat er nog een is en wie dat wist', async (_, naar, said, how) => {
    const loket = await startTestWorkspace()
    const coordinator = await coordinatorOf(loket)
    const [one, two] = [await fileRequest(loket), await fileRequest(loket)]
    const fields = { naar, toelichting: 'Een vraag om raad.', revision: '1' }
    const copies: string[] = []
    for (const { reference } of [one, two]) {
      await coordinator.post(`/werkruimte/dossier/${reference}/verplaatsen`, fields)
      copies.push((await loket.deps.dossiers.read(reference, loket.clock.now))?.movedTo?.reference ?? 'none')
    }
    const pages: string[] = []
    const read = async (path: string) => pages.push(await (await coordinator.get(path)).text())
    // One by one, and of an address.
    const path = `${gegevens}/dossier/${one.reference}`
    expect(await textOf(coordinator, path)).toContain(`, ${copies[0]}`)
    await read(`${path}/wissen`)
    await read(locationOf(await coordinator.post(`${path}/wissen`)))
    const address = `${gegevens}/persoon/${hmac(loket)}/wissen`
    await read(address)
    await read(locationOf(await coordinator.post(address, { wat: two.reference })))
    expect(pages.map((html) => copies.filter((reference) => html.includes(reference)))).toEqual([
      ...[[copies[0]], [copies[0]]],
      // In the same network the address finds the other ones too.
      ...(naar === 'aalst/vraag' ? [copies, copies] : [[copies[1]], [copies[1]]]),
    ])
    for (const html of pages) for (const text of [said, ...how]) expect(`${wordsIn(html)} ${html}`).toContain(text)
    // It does live on.
    expect(await loket.deps.dossiers.read(copies[1] ?? '', loket.clock.now)).toBeDefined()
  })

  it('twee keer drukken is een keer wissen', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await filed(loket)
    const [one, two] = [await coordinatorOf(loket), await coordinatorOf(loket)]
    const path = `${gegevens}/dossier/${reference}`
    const answers = await Promise.all([one, two].map((coordinator) => coordinator.post(`${path}/wissen`)))
    for (const answer of answers) expect([200, 303]).toContain(answer.status)
    expect(await textOf(one, path)).toContain('is gewist')
    const lines = (await loket.items('loket')).filter(
      ({ what, pk }) => what === 'gewist' && pk === `DOSSIER#${reference}`,
    )
    expect(lines).toHaveLength(1)
  })
})

describe('hetzelfde gezin', () => {
  const connect = async (loket: TestWorkspace, reference: string, other: string) => {
    const coordinator = await coordinatorOf(loket)
    const path = `/werkruimte/dossier/${reference}`
    const { revision = [] } = fieldsIn(await (await coordinator.get(`${path}/verwant`)).text())
    await coordinator.post(`${path}/verwant`, { revision, referentie: other })
    return coordinator
  }
  const relatedOf = async (loket: TestWorkspace, reference: string) =>
    (await loket.deps.dossiers.read(reference, loket.clock.now))?.related

  it('een gewist dossier is uit de andere weg', async () => {
    const loket = await startTestWorkspace()
    const [gone, one, other] = [await filed(loket), await filed(loket), await filed(loket)]
    await connect(loket, one.reference, other.reference)
    for (const { reference } of [one, other]) await connect(loket, gone.reference, reference)
    expect(await relatedOf(loket, one.reference)).toEqual([other.reference, gone.reference])
    loket.clock.later(60)
    await (await coordinatorOf(loket)).post(`${gegevens}/dossier/${gone.reference}/wissen`)
    expect(await relatedOf(loket, gone.reference)).toBeUndefined()
    expect(await relatedOf(loket, one.reference)).toEqual([other.reference])
    expect(await relatedOf(loket, other.reference)).toEqual([one.reference])
    const { history = [] } = (await loket.deps.dossierFiles.read(one.reference, loket.clock.now)) ?? {}
    expect(history.at(-1)).toEqual({
      ...{ at: loket.clock.now.toISOString(), who: 'coordinator-aalst', what: 'niet verwant' },
    })
  })

  it('ook als het andere net verandert', async () => {
    const loket = await startTestWorkspace()
    const [gone, other] = [await filed(loket), await filed(loket)]
    await connect(loket, gone.reference, other.reference)
    let looks = 0
    const connection = atTheEdge(loket.connection, async ({ command }, send) => {
      if (command === 'TransactWriteCommand') {
        looks += 1
        if (looks === 1) await other.visitor.post(`${other.status}/stoppen`)
      }
      return send()
    })
    putStore(loket.deps, createPersonalData, createPersonalData(connection))
    await (await coordinatorOf(loket)).post(`${gegevens}/dossier/${gone.reference}/wissen`)
    expect(looks).toBe(2)
    expect(await relatedOf(loket, gone.reference)).toBeUndefined()
    const left = await loket.deps.dossiers.read(other.reference, loket.clock.now)
    expect(left).toMatchObject({ state: 'ingetrokken', related: [] })
  })

  it('wie meekrijgt wat we bewaren, leest hoeveel er zijn en niet welke', async () => {
    const loket = await startTestWorkspace()
    const [one, other] = [await filed(loket), await filed(loket)]
    const coordinator = await connect(loket, one.reference, other.reference)
    const data = await (await coordinator.post(`${gegevens}/dossier/${one.reference}/export`)).json()
    expect(data.dossiers[0].verwanteDossiers).toBe(1)
    expect(JSON.stringify(data)).not.toContain(other.reference)
  })
})

describe('tegelijk en halverwege', () => {
  it('een dossier dat net verplaatst wordt, is verplaatst en dan gewist', async () => {
    const loket = await startTestWorkspace()
    const { reference, status, visitor } = await filed(loket)
    const connection = between(loket.connection, () => visitor.post(`${status}/stoppen`))
    putStore(loket.deps, createPersonalData, createPersonalData(connection))
    await (await coordinatorOf(loket)).post(`${gegevens}/dossier/${reference}/wissen`)
    const left = (await loket.items('loket')).filter(({ pk }) => pk === `DOSSIER#${reference}`)
    expect(left.flatMap(({ what }) => what ?? []).sort()).toEqual(['gewist', 'ingediend', 'intrekken'])
    expect(await loket.items('drafts')).toEqual([])
    expect((await loket.items('loket')).filter(({ pk }) => pk === `OUTBOX#${reference}`)).toEqual([])
  })

  it('een notitie die op dat moment komt, blijft nergens achter', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await filed(loket)
    await (await coordinatorOf(loket)).post(`${gegevens}/dossier/${reference}/wissen`)
    const at = loket.clock.now.toISOString()
    const line = { id: 'laat', at, who: 'coordinator-aalst', kind: 'notitie', sealed: 'verzegeld' } as const
    expect(await loket.deps.logbook.add(reference, line)).toBe('full')
    expect(JSON.stringify(await loket.items('loket'))).not.toContain('verzegeld')
  })

  it('een concept dat net verstuurd wordt, blijft als dossier staan, en dat wordt gezegd', async () => {
    const loket = await startTestWorkspace()
    const visitor = loket.visitor()
    const draft = await begin(visitor)
    await fillIn(visitor, draft)
    await visitor.post(`${draft}/later`, { email })
    const connection = atTheEdge(loket.connection, async ({ command, input }, send) => {
      const erases = input.TransactItems?.some(({ Delete }) => Delete?.TableName === loket.connection.tables.drafts)
      if (command === 'TransactWriteCommand' && erases) await visitor.post(`${draft}/controle`)
      return send()
    })
    putStore(loket.deps, createPersonalData, createPersonalData(connection))
    const coordinator = await coordinatorOf(loket)
    const wat = draft.split('/').at(-1) ?? ''
    const after = locationOf(await coordinator.post(`${gegevens}/persoon/${hmac(loket)}/wissen`, { wat }))
    const text = await textOf(coordinator, after)
    expect(text).toContain('Iets veranderde terwijl u wiste')
    expect(text).toContain('LCO-')
  })

  it('met meer mails dan in één keer kan: valt het halverwege uit, dan maakt opnieuw wissen het af', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await filed(loket)
    const { client, PutCommand } = await loket.connection.dynamo()
    for (let number = 0; number < 150; number += 1) {
      const notification = { kind: 'ingetrokken', to: 'aanvrager', network: 'aalst', form: 'lco-aanvraag' } as const
      const mail = outboxItem({
        subject: reference,
        mailId: `m${number}`,
        notification: { ...notification, reference, linkVersion: 1 },
        now: loket.clock.now,
      })
      const sent = { ...mail, status: 'verstuurd', due: undefined, dueAt: undefined }
      await client.send(new PutCommand({ TableName: loket.connection.tables.loket, Item: sent }))
    }
    let writes = 0
    const breaks = atTheEdge(loket.connection, async ({ command }, send) => {
      if (command === 'DeleteCommand' || command === 'TransactWriteCommand') writes += 1
      if (writes === 30 || command === 'TransactWriteCommand') throw new Error('The engine is gone')
      return send()
    })
    putStore(loket.deps, createPersonalData, createPersonalData(breaks))
    const path = `${gegevens}/dossier/${reference}`
    for (let time = 0; time < 2; time += 1) {
      expect((await (await coordinatorOf(loket)).post(`${path}/wissen`)).status).toBe(503)
      // Whole, and still to be found.
      expect(await loket.deps.dossierFiles.read(reference, loket.clock.now)).toMatchObject({ dossier: { reference } })
    }
    putStore(loket.deps, createPersonalData, createPersonalData(loket.connection))
    expect(locationOf(await (await coordinatorOf(loket)).post(`${path}/wissen`))).toBe(path)
    expect(await leftOf(loket, reference)).toEqual([
      'DOSSIER AUDIT',
      'DOSSIER AUDIT',
      'DOSSIER LOGBOEK',
      'GEGEVENS AUDIT',
      'ZOEK WOORDEN',
    ])
  })
})

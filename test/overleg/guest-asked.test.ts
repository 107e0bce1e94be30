/** The page behind the link of a participant, as long as moments are asked (docs/overleg.md §3). */
import { beforeEach, describe, expect, it } from 'vitest'
import { errorsIn } from '../support/lco.ts'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import { spanAt, usualMoments } from '../support/overleg-tables.ts'
import { fieldsIn, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { visitAsGuest } from './guest-visit.ts'

let work: TestWorkspace
let overleg: TestOverleg
let guest: Visitor
let visit: ReturnType<typeof visitAsGuest>
beforeEach(async () => {
  work = await startTestWorkspace()
  overleg = await startOverleg(work)
  visit = visitAsGuest(work, overleg)
  guest = visit.guest
})

const asked = () => overleg.asked()

describe('gepolst', () => {
  beforeEach(asked)

  it('vraagt de momenten die de cliënt kan, en kiest niets vooraf', async () => {
    const { status, html, words, state } = await visit.pageOf('CAW')
    expect([status, state]).toEqual([200, 'gepolst'])
    expect(words).toContain('Lokaal cliëntoverleg · LCO-')
    expect(words).toContain('Wanneer kunt u?')
    expect(words).toContain('CAW Voorbeeld is gevraagd voor een overleg. De cliënt weet dit en gaat akkoord.')
    expect(words).toContain('Maandag 7 december 2026 van 9.30 tot 11 uur')
    expect(words).toContain('Dinsdag 8 december 2026 van 13 tot 14.30 uur')
    expect(words).not.toContain('9 december')
    expect(html).not.toMatch(/<input[^>]* checked/)
    expect(html.match(/data-next/g)).toHaveLength(1)
    expect(words).toContain('Bel Casemanager Aalst, casemanager, 053 00 00 02')
    expect(words).toContain('Deze pagina is voor CAW Voorbeeld .')
    expect(words).toContain('We kregen uw gegevens van de cliënt of van een dienst. Privacy')
  })

  it('vraagt alle momenten als de cliënt er niet bij wil zijn', async () => {
    await overleg.moments(usualMoments, { clientDeclines: true })
    expect((await visit.pageOf('CAW')).words).toContain('9 december')
  })

  it('vraagt niet meer wat voor de cliënt sindsdien niet past', async () => {
    await overleg.says('client', { moments: { m1: 'kan_niet' } }, 'casemanager-aalst')
    const { words } = await visit.pageOf('CAW')
    expect(words).not.toContain('7 december')
    expect(words).toContain('8 december')
  })

  it('vraagt niet meer wat voorbij is', async () => {
    work.clock.now = new Date('2026-12-07T08:30:00Z')
    const { words } = await visit.pageOf('CAW')
    expect(words).not.toContain('7 december')
    expect(words).toContain('8 december')
  })

  it('zegt wat bewaard is, en mailt de genodigde bij elke wijziging', async () => {
    const path = await overleg.link('CAW')
    const sent = await guest.post(path, { 'antwoord.m1': 'kan', telefoon: '', eigen_nummer: '' })
    expect([sent.status, locationOf(sent)]).toEqual([303, path])
    const { words, html } = await visit.read(path)
    expect(words).toContain('Uw antwoorden zijn bewaard. U kunt op 1 moment. 1 moment liet u open.')
    expect(fieldsIn(html)['antwoord.m1']).toEqual(['kan'])
    expect(fieldsIn(html)['antwoord.m2']).toBeUndefined()
    expect(await visit.mailsOf('overleg-antwoord')).toHaveLength(1)
    await guest.post(path, { 'antwoord.m1': 'kan', 'antwoord.m2': 'bel_mij' })
    expect((await visit.read(path)).words).toContain('U kunt op 1 moment. We bellen u over 1 moment.')
    expect(await visit.mailsOf('overleg-antwoord')).toHaveLength(2)
  })

  it('twee keer hetzelfde is één antwoord en één mail', async () => {
    const path = await overleg.link('CAW')
    const again = { 'antwoord.m1': 'kan', eigen_nummer: 'D-77' }
    for (let time = 0; time < 3; time += 1) expect((await guest.post(path, again)).status).toBe(303)
    expect((await visit.saidOf('CAW'))?.revision).toBe(1)
    expect(await visit.mailsOf('overleg-antwoord')).toHaveLength(1)
    expect((await visit.read(path)).words).toContain('Uw antwoorden zijn bewaard.')
  })

  it('wie niets aanduidt, hoort dat, en houdt wat getypt is', async () => {
    const { status, html } = await visit.send('CAW', { eigen_nummer: 'D-77' })
    expect(status).toBe(422)
    expect(errorsIn(html)).toEqual(['Duid minstens één moment aan'])
    expect(html).toContain('Er is een probleem')
    expect(fieldsIn(html).eigen_nummer).toEqual(['D-77'])
    expect(await visit.saidOf('CAW')).toBeUndefined()
  })

  it.each([
    ['OCMW', '', 422],
    ['OCMW', '12', 422],
    ['OCMW', '0478/12.34.56', 303],
    // A number of theirs is known.
    ['CAW', '', 303],
    ['CAW', 'geen', 422],
  ] as const)('bel mij: %s typt “%s” als nummer', async (called, telefoon, status) => {
    const sent = await visit.send(called, { 'antwoord.m1': 'bel_mij', telefoon })
    expect(sent.status).toBe(status)
    if (status === 303) return
    expect(errorsIn(sent.html)).toEqual([
      telefoon === '12'
        ? 'Dit nummer is te kort. Vul het hele nummer in, bijvoorbeeld 0478 12 34 56'
        : 'Vul een telefoonnummer in waarop we u bereiken',
    ])
    expect(fieldsIn(sent.html)).toMatchObject({ 'antwoord.m1': ['bel_mij'], telefoon: [telefoon] })
  })

  it('bewaart nummer en eigen dossiernummer verzegeld, en toont ze alleen op de eigen pagina', async () => {
    const { path } = await visit.send('OCMW', {
      'antwoord.m1': 'bel_mij',
      telefoon: '0478 99 88 77',
      eigen_nummer: 'D-77',
    })
    expect(JSON.stringify(await work.items('loket'))).not.toMatch(/D-77|478998877/)
    expect(fieldsIn((await visit.read(path)).html)).toMatchObject({
      telefoon: ['0478 99 88 77'],
      eigen_nummer: ['D-77'],
    })
    expect((await visit.pageOf('CAW')).html).not.toMatch(/D-77|99 88 77/)
  })

  it('een verzegeld nummer van een ander opent niet', async () => {
    await visit.send('OCMW', { 'antwoord.m1': 'bel_mij', telefoon: '0478 99 88 77' })
    await visit.send('CAW', { 'antwoord.m1': 'kan', eigen_nummer: 'D-77' })
    const [sam, noor] = [await visit.saidOf('OCMW'), await visit.saidOf('CAW')]
    const { client, PutCommand } = await work.connection.dynamo()
    const own = (await work.items('loket')).find(
      (item) => item.participant === noor?.participant && String(item.sk).startsWith('OVERLEG#'),
    )
    const swapped = { ...own, sealed: sam?.sealed }
    await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item: swapped }))
    const { status, html } = await visit.pageOf('CAW')
    expect(status).toBe(503)
    expect(html).not.toContain('99 88 77')
  })

  it.each([
    ['een rijksregisternummer', '85.07.30-033.28', 'Vul geen rijksregisternummer in'],
    ['te veel', 'x'.repeat(51), '1 teken te veel. U kunt hier hoogstens 50 tekens schrijven.'],
  ])('een eigen dossiernummer met %s wordt niet bewaard', async (_, eigen_nummer, message) => {
    const sent = await visit.send('CAW', { 'antwoord.m1': 'kan', eigen_nummer })
    expect([sent.status, errorsIn(sent.html)]).toEqual([422, [message]])
    expect(fieldsIn(sent.html)).toMatchObject({ 'antwoord.m1': ['kan'], eigen_nummer: [eigen_nummer] })
  })

  it('wie niet meedoet, zegt dat; wie later toch antwoordt, doet weer mee', async () => {
    const { path, status } = await visit.send('CAW', { actie: 'doet_niet_mee', telefoon: '' })
    expect(status).toBe(303)
    expect((await visit.read(path)).words).toContain('Genoteerd. Casemanager Aalst belt u.')
    expect((await visit.saidOf('CAW'))?.declinedAt).toBeDefined()
    await guest.post(path, { 'antwoord.m1': 'kan_niet' })
    expect((await visit.saidOf('CAW'))?.declinedAt).toBeUndefined()
  })

  it.each([
    ['dat er nooit was', { 'antwoord.m9': 'kan' }],
    ['dat de cliënt niet kan', { 'antwoord.m3': 'kan' }],
  ])('een antwoord op een moment %s wordt niet bewaard, en dat staat er', async (_, fields) => {
    const sent = await visit.send('CAW', { ...fields, 'antwoord.m2': 'kan' })
    expect(sent.status).toBe(422)
    expect(errorsIn(sent.html)[0]).toContain('Een moment dat u aanduidde, is intussen weg of voorbij.')
    expect(fieldsIn(sent.html)['antwoord.m2']).toEqual(['kan'])
    expect(await visit.saidOf('CAW')).toBeUndefined()
  })

  it('een vroeger antwoord op een moment dat nu voorbij is, houdt niemand tegen', async () => {
    const { path } = await visit.send('CAW', { 'antwoord.m1': 'kan' })
    work.clock.now = new Date('2026-12-07T09:00:00Z')
    expect((await guest.post(path, { 'antwoord.m1': 'kan', 'antwoord.m2': 'kan' })).status).toBe(303)
    expect(Object.keys((await visit.saidOf('CAW'))?.moments ?? {})).toEqual(['m1', 'm2'])
  })

  it('momenten die erbij komen, laten wat er al stond', async () => {
    const { path } = await visit.send('CAW', { 'antwoord.m1': 'kan' })
    const more = spanAt('2026-12-10T14:00', 60)
    await overleg.moments([...usualMoments, more])
    const { html, words } = await visit.read(path)
    expect(words).toContain('10 december')
    expect(fieldsIn(html)['antwoord.m1']).toEqual(['kan'])
  })

  it('wie de cliënt vertrouwt, leest nergens van een dienst of van een cliëntoverleg', async () => {
    const { words } = await visit.pageOf('Buur')
    expect(words).toContain('U bent gevraagd voor een overleg. De cliënt weet dit en gaat akkoord.')
    expect(words).toContain('Deze pagina is voor wie de cliënt zelf vroeg.')
    expect(words).not.toMatch(/Voorbeeld|cliëntoverleg|uw dienst/i)
  })

  it('zijn alle momenten voorbij, dan hoeft niemand iets te doen', async () => {
    const path = await overleg.link('CAW')
    work.clock.now = new Date('2026-12-20T09:00:00Z')
    const { words, state } = await visit.read(path)
    expect(state).toBe('gepolst')
    expect(words).toContain('Deze momenten zijn voorbij Er werd geen moment vastgelegd. U hoeft niets te doen.')
    const late = await guest.post(path, { 'antwoord.m1': 'kan' })
    expect(late.status).toBe(409)
    expect(wordsIn(await late.text())).toContain('Uw antwoord is niet bewaard: u kunt hier niet meer antwoorden.')
  })
})

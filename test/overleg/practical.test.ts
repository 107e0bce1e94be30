/** A moment that is being fixed: what leaves, what is refused, and that it happens once (docs/overleg.md §4). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fix } from '../../forms/kit/overleg/decide.ts'
import { sealedFor } from '../../functions/shared/store/overlegs.ts'
import { dossierOf, fileHeld, place } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { openDays } from '../support/open-days.ts'
import { overlegOf, startFiled, startOverleg, type TestOverleg } from '../support/overleg.ts'
import { mailsAbout } from '../support/overleg-mails.ts'
import { tableOfFive } from '../support/overleg-tables.ts'
import { roundsOf } from '../support/rounds.ts'
import { type Fields, fieldsIn, locationOf, readPage, sendPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { askedAbout, fixedOn, somewhere, start, thursday, tuesday, vetoed } from './april-moments.ts'

let work: TestWorkspace
let tom: Visitor
beforeAll(async () => {
  work = await startTestWorkspace({ now: start })
})
beforeEach(async () => {
  await at(start.toISOString())
})
async function at(now: string): Promise<void> {
  work.clock.now = new Date(now)
  tom = await work.as('Casemanager Aalst')
}

const link = 'https://video.example/loket-27'

const asked = () => askedAbout(work, [tuesday, thursday, vetoed])
const fixed = () => fixedOn(work, [tuesday, thursday, vetoed])
const page = async (path: string) => (await readPage(tom, path)).html
const fixing = (table: TestOverleg, fields: Fields, moment = 'm1') =>
  sendPage(tom, `${table.path}/praktisch`, fields, `${table.path}/praktisch?moment=${moment}`)

describe('vastleggen', () => {
  it('eerst wie mist en wat er gebeurt; dan ligt het vast en vertrekt het', async () => {
    const table = await asked()
    await sendPage(tom, table.path, { 'antwoord.p1.m1': 'kan', 'antwoord.p4.m1': 'kan_niet' })
    const before = await page(`${table.path}/praktisch?moment=m1`)
    const words = wordsIn(before)
    expect(words).toContain('Dinsdag 27 april 2021, van 14 tot 15.30 uur')
    expect(words).toContain('Bart Claes , Thuiszorg Voorbeeld , kan niet. Bel 053 00 00 31')
    expect(words).toContain('CAW Voorbeeld en Wonen Voorbeeld : nog niet geweten. Ook zij krijgen de uitnodiging.')
    expect(words).toContain(
      '3 mails met het uur en een link, met een bestand voor de agenda. Niets over de cliënt, geen plaats.',
    )
    expect(words).toContain('1 telefoontje in uw week: Thuiszorg Voorbeeld')
    expect(words).toContain('1 brief voor de cliënt')
    // What the request said: together in one room, with an interpreter.
    expect(fieldsIn(before)).toMatchObject({ vorm: ['fysiek'], tolk: ['aangevraagd'] })
    const done = await fixing(table, { ...somewhere, online_link: link })
    expect(locationOf(done)).toBe(`${table.path}?klaar=vast`)
    const after = wordsIn(await page(locationOf(done)))
    expect(after).toContain('Dit moment ligt vast. 3 mails vertrokken. Bel nog 1 mens en bezorg de brief.')
    expect(await table.sent()).toEqual(['overleg-momenten', 'overleg-uitnodiging'])
    const { overleg, details } = await table.now()
    expect(overleg).toMatchObject({ state: 'vastgelegd', vorm: 'hybride', tolk: 'bevestigd', hasPlace: true })
    expect(overleg.fixed).toMatchObject({ ...tuesday, number: 1, by: 'casemanager-aalst' })
    expect([details.place, details.onlineLink]).toEqual([somewhere.plaats, link])
    expect((await dossierOf(work, table.reference)).state).toBe('overleg_gepland')
  })

  it('plaats en link staan nergens leesbaar, ook niet in een mail', async () => {
    const table = await asked()
    await fixing(table, { ...somewhere, plaats: 'Canarieplein 7', online_link: 'https://kanarie.example/x' })
    const { overleg } = await table.now()
    expect(sealedFor(overleg)).toBe(`${table.reference}.01`)
    expect(JSON.stringify(await work.items('loket'))).not.toMatch(/Canarieplein|kanarie/)
  })

  it('zonder te vragen: wie al gebeld is, legt meteen vast', async () => {
    const table = await startFiled(work)
    await table.moments([tuesday])
    expect(wordsIn(await page(table.path))).toContain('Leg vast zonder te vragen')
    expect(locationOf(await sendPage(tom, table.path, { kies: 'm1' }))).toBe(`${table.path}/praktisch?moment=m1`)
    await fixing(table, somewhere)
    expect((await table.now()).overleg.state).toBe('vastgelegd')
    expect(await table.sent()).toEqual(['overleg-uitnodiging'])
  })

  const wrong: [what: string, fields: Record<string, string>, error: string][] = [
    ['geen plaats voor één zaal', { vorm: 'fysiek', plaats: ' ' }, 'Vul in waar u samenkomt'],
    ['geen plaats voor allebei', { vorm: 'hybride', plaats: '' }, 'Vul in waar u samenkomt'],
    ['online zonder link', { vorm: 'online', plaats: '' }, 'Vul een link in die begint met https://'],
    ['een link zonder slot', { online_link: 'http://video.example/1' }, 'Vul een link in die begint met https://'],
    ['een link met script', { online_link: 'javascript:alert(1)' }, 'Vul een link in die begint met https://'],
    [
      'een link met een naam erin',
      { online_link: 'https://an:geheim@video.example' },
      'Vul een link in die begint met https://',
    ],
    ['een halve link', { online_link: 'https://' }, 'Vul een link in die begint met https://'],
    ['een onbekende vorm', { vorm: 'buiten' }, 'Kies hoe u samenkomt'],
    ['een onbekende tolk', { tolk: 'geregeld' }, 'Kies of er een tolk nodig is'],
    [
      'een te lange plaats',
      { plaats: 'x'.repeat(301) },
      '1 teken te veel. U kunt hier hoogstens 300 tekens schrijven.',
    ],
    ['een rijksregisternummer', { plaats: '85.07.30-033.28' }, 'Vul geen rijksregisternummer in'],
  ]
  it.each(wrong)('%s: een zin, wat getypt is blijft staan, en er vertrekt niets', async (_, fields, error) => {
    const table = await asked()
    const response = await fixing(table, { ...somewhere, ...fields })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([422, [error]])
    expect(html).toContain('name="moment" value="m1"')
    expect((await table.now()).overleg.state).toBe('gepolst')
    expect(await table.sent()).toEqual(['overleg-momenten'])
  })

  it.each([
    ['online hoeft geen plaats', { vorm: 'online', plaats: '', online_link: link }],
    ['allebei hoeft geen link', { vorm: 'hybride', online_link: '' }],
    ['driehonderd tekens', { plaats: 'x'.repeat(300) }],
  ])('%s', async (_, fields) => {
    const table = await asked()
    expect((await fixing(table, { ...somewhere, ...fields })).status).toBe(303)
  })

  it('een moment dat de cliënt niet past, dat voorbij is of dat niet bestaat, wordt niet vastgelegd', async () => {
    const table = await asked()
    const { revision } = (await table.now()).overleg
    const post = (moment: string) =>
      tom.post(`${table.path}/praktisch`, { ...somewhere, moment, revision: String(revision) })
    const refusals = [
      ['m3', 'Dit moment past niet voor de cliënt. Kies een ander, of noteer dat de cliënt er niet bij wil zijn'],
      ['m99', 'Kies minstens één moment'],
    ] as const
    for (const [moment, error] of refusals) {
      const response = await post(moment)
      expect([moment, response.status, errorsIn(await response.text())]).toEqual([moment, 422, [error]])
    }
    await at('2021-04-27T12:00:00Z')
    const late = await post('m1')
    expect([late.status, errorsIn(await late.text())]).toEqual([422, ['Dit moment is al voorbij']])
    expect((await table.now()).overleg.state).toBe('gepolst')
    expect((await tom.get(`${table.path}/praktisch?moment=m99`)).status).toBe(422)
    expect(locationOf(await tom.get(`${table.path}/praktisch`))).toBe(table.path)
  })

  it('wie later komt, ziet wat vastligt, en wat getypt is staat er nog', async () => {
    const table = await asked()
    const shown = fieldsIn(await page(`${table.path}/praktisch?moment=m2`))
    await table.fix('m1')
    const response = await tom.post(`${table.path}/praktisch`, { ...shown, ...somewhere })
    const words = wordsIn(await response.text())
    expect(response.status).toBe(409)
    expect(words).toContain('Er ligt al een moment vast')
    expect(words).toContain(somewhere.plaats)
    expect(await table.sent()).toEqual(['overleg-momenten', 'overleg-uitnodiging'])
  })

  it('daarna verandert alleen wat praktisch is: niemand wordt gemaild', async () => {
    const table = await fixed()
    const done = await sendPage(tom, `${table.path}/praktisch`, { ...somewhere, online_link: link })
    expect(locationOf(done)).toBe(`${table.path}?klaar=geregeld`)
    expect(wordsIn(await page(locationOf(done)))).toContain('Er ging geen mail weg.')
    expect((await table.now()).details.onlineLink).toBe(link)
    expect(await table.sent()).toEqual(['overleg-momenten', 'overleg-uitnodiging'])
  })
})

describe('belofte: één moment ligt vast', () => {
  it('honderd die tegelijk vastleggen: één moment, en geen mail van wie verliest', async () => {
    for (let round = 0; round < roundsOf(5, 50); round += 1) {
      const table = await asked()
      const { revision } = (await table.now()).overleg
      const press = (_: unknown, index: number) =>
        tom.post(`${table.path}/praktisch`, {
          ...somewhere,
          moment: index % 2 === 0 ? 'm1' : 'm2',
          revision: String(revision),
        })
      const answers = await Promise.all(Array.from({ length: 100 }, press))
      const statuses = answers.map(({ status }) => status)
      expect(statuses.filter((status) => status === 303)).toHaveLength(1)
      expect(statuses.filter((status) => status !== 303).every((status) => status === 409)).toBe(true)
      const won = statuses.indexOf(303) % 2 === 0 ? tuesday : thursday
      const { fixed: moment, revision: after } = (await table.now()).overleg
      expect([moment?.start, after]).toEqual([won.start, revision + 1])
      expect(await table.sent()).toEqual(['overleg-momenten', 'overleg-uitnodiging'])
      expect(await invitedTo(table.reference)).toEqual([won.start])
    }
    expect(work.failures).toEqual([])
  })

  it('het kan ook mislukken: zonder de voorwaarde op de revisie wint wie laatst schrijft, en vertrekt er meer dan één', async () => {
    const table = await asked()
    const found = await table.now()
    const { client, PutCommand } = await work.connection.dynamo()
    const act = { by: 'casemanager-aalst', now: work.clock.now, days: openDays() }
    const practical = { vorm: 'fysiek', tolk: 'niet_nodig', place: 'Zaal 1', onlineLink: '' } as const
    const decisions = ['m1', 'm2'].map((moment) => fix(found, moment, practical, act))
    for (const [index, decided] of decisions.entries()) {
      if (decided.kind === 'refused') throw new Error(decided.reason)
      const writes = work.deps.overlegs.writesOf({
        before: found.overleg.revision,
        overleg: decided.overleg,
        sealed: 'x',
        // As if each had its own id, as mails of two decisions would without one revision.
        mails: {
          ...decided.mails,
          put: decided.mails.put.map((mail) => ({ ...mail, mailId: `${mail.mailId}-${index}` })),
        },
        now: work.clock.now,
      })
      for (const { Put } of writes) {
        if (!Put) continue
        const { ConditionExpression: _, ExpressionAttributeValues: __, ...unconditional } = Put
        await client.send(new PutCommand(unconditional))
      }
    }
    expect(await invitedTo(table.reference)).toEqual([tuesday.start, thursday.start])
  })
})

/** The moments that people were invited to. */
const invitedTo = async (reference: string): Promise<string[]> =>
  (await mailsAbout(work, reference))
    .flatMap(({ mail, moment }) => (mail === 'overleg-uitnodiging' && moment ? [moment.start] : []))
    .sort()

describe('wat gepland was voor er overleggen waren', () => {
  it('heeft een dag zonder uur: eerst de tafel, dan het uur, en pas dan vertrekt er iets', async () => {
    const { reference } = await fileHeld(work)
    await place(work, reference, { state: 'overleg_gepland', holder: 'casemanager-aalst', nextOn: '2021-04-28' })
    const { path, now, sent } = overlegOf(work, reference)
    const html = await page(path)
    expect(html).toContain('data-overleg="vastgelegd"')
    expect(wordsIn(html)).toContain('Woensdag 28 april 2021')
    expect(wordsIn(html)).toContain('Van deze dag is het uur niet bekend')
    expect(html).toMatch(/overleg\/tafel" data-next="">Maak de tafel/)
    const fields = { datum: '28/4/2021', van: '10', tot: '11', past_client: 'ja', besproken_op: '22/3/2021' }
    const early = await tom.post(`${path}/verzetten`, { ...fields, revision: '0' })
    expect([early.status, errorsIn(await early.text())]).toEqual([
      422,
      ['Bespreek de tafel eerst met de cliënt. Daarna kunt u dit.'],
    ])
    await startOverleg(work, { at: { reference }, table: tableOfFive })
    expect(locationOf(await sendPage(tom, `${path}/verzetten`, fields))).toBe(`${path}?klaar=verzet`)
    expect((await now()).overleg.fixed).toMatchObject({ number: 2, start: '2021-04-28T08:00:00.000Z' })
    expect(await sent()).toEqual(['overleg-uitnodiging'])
  })
})

it('niemand anders opent dit, een HEAD leest niets, en niets ging stuk', async () => {
  const table = await fixed()
  const other = await work.as('Tweede casemanager Aalst')
  for (const address of ['praktisch', 'verzetten', 'afgelasten']) {
    expect((await other.get(`${table.path}/${address}`)).status).toBe(404)
    expect((await other.post(`${table.path}/${address}`, { revision: '4' })).status).toBe(404)
    const head = await tom.send(`${table.path}/${address}`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  }
  expect(work.failures).toEqual([])
})

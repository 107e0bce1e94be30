/** A moment that is fixed, moved or called off: what leaves, what is refused, and that it happens once (docs/overleg.md §4). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fix } from '../../forms/kit/overleg/decide.ts'
import { sealedFor } from '../../functions/shared/store/overlegs.ts'
import { dossierOf, fileHeld, place } from '../support/dossier.ts'
import { errorsIn } from '../support/lco.ts'
import { overlegOf, startFiled, startOverleg, type TestOverleg } from '../support/overleg.ts'
import { mailsAbout } from '../support/overleg-mails.ts'
import { spanAt, tableOfFive } from '../support/overleg-tables.ts'
import { roundsOf } from '../support/rounds.ts'
import { type Fields, fieldsIn, locationOf, readPage, sendPage, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const start = new Date('2021-03-22T09:00:00Z')
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

const tuesday = spanAt('2021-04-27T14:00')
const thursday = spanAt('2021-04-29T10:00')
const vetoed = { ...spanAt('2021-04-30T10:00'), suitsClient: false }
const somewhere = { vorm: 'hybride', plaats: 'Welzijnshuis, lokaal 2, Voorbeeldlaan 10', tolk: 'bevestigd' }
const link = 'https://video.example/loket-27'

async function asked(): Promise<TestOverleg> {
  const table = await startFiled(work)
  await table.asked([tuesday, thursday, vetoed])
  return table
}
async function fixed(): Promise<TestOverleg> {
  const table = await asked()
  await table.fix('m1')
  return table
}
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
    const act = { by: 'casemanager-aalst', now: work.clock.now }
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

describe('vastgelegd', () => {
  it('per persoon wat we weten, en wat nog te doen is', async () => {
    const table = await fixed()
    const noted = await sendPage(tom, table.path, { 'komt.p1': 'ja', 'komt.p2': 'nee' })
    expect(locationOf(noted)).toBe(`${table.path}?klaar=antwoorden`)
    const html = await page(table.path)
    expect(html).toContain('data-overleg="vastgelegd"')
    const words = wordsIn(html)
    for (const line of [
      'De cliënt brief nog bezorgen',
      'Els Baert , OCMW Voorbeeld, spilfiguur komt',
      'Zoë D’Hondt , CAW Voorbeeld komt niet',
      'Mia Maes , Wonen Voorbeeld nog niets gehoord',
      'nog bellen',
      'Brief nog bezorgen',
    ])
      expect(words).toContain(line)
    await table.deliver('client')
    expect(wordsIn(await page(table.path))).toContain('Brief bezorgd op maandag 22 maart 2021 weet het')
  })

  it.each([
    ['p1', 'De spilfiguur kan toch niet komen. Verplaatsen?', true],
    ['p0', 'De cliënt kan toch niet komen. Verplaatsen?', false],
  ])('valt %s weg, dan staat dat bovenaan', async (who, words, mayGoOn) => {
    const table = await fixed()
    await sendPage(tom, table.path, { [`komt.${who}`]: 'nee' })
    const html = await page(table.path)
    expect(wordsIn(html)).toContain(words)
    expect(wordsIn(html).includes('Het gaat door zonder')).toBe(mayGoOn)
    expect(html).toMatch(/overleg\/verzetten" data-next="">Verzet het overleg/)
    expect(html.match(/data-next/g)).toHaveLength(1)
  })

  it('“komt” is over één dag: na een verplaatsing telt een oude bladzijde niet', async () => {
    const table = await fixed()
    const shown = fieldsIn(await page(table.path))
    await sendPage(tom, `${table.path}/verzetten`, { datum: '28/4/2021', van: '10', tot: '11' })
    const response = await tom.post(table.path, { ...shown, 'komt.p1': 'ja' })
    expect(response.status).toBe(409)
    expect((await table.now()).said.size).toBe(0)
  })

  it('na het uur: is het gehouden? Komen kan dan niemand meer', async () => {
    const table = await fixed()
    const shown = fieldsIn(await page(table.path))
    await at('2021-04-27T14:00:00Z')
    const html = await page(table.path)
    const words = wordsIn(html)
    expect(words).toContain(
      'Is het overleg gehouden? Ja, schrijf het verslag Nee, zoek een nieuw moment De cliënt kwam niet',
    )
    expect(html).not.toContain('name="komt.')
    const late = await tom.post(table.path, { ...shown, 'komt.p1': 'ja' })
    expect([late.status, errorsIn(await late.text())]).toEqual([
      422,
      ['Dit is al begonnen. Wie er was, schrijft u in het verslag'],
    ])
    expect(wordsIn(await page(`${table.path}/verzetten?client=kwam_niet`))).toContain(
      'Zonder de cliënt is er geen plan',
    )
  })
})

describe('verzetten', () => {
  const moving = (table: TestOverleg, fields: Fields) => sendPage(tom, `${table.path}/verzetten`, fields)

  it('zegt vooraf wie het hoort; daarna staat alles opnieuw open', async () => {
    const table = await fixed()
    await sendPage(tom, table.path, { 'komt.p1': 'ja' })
    const before = wordsIn(await page(`${table.path}/verzetten`))
    expect(before).toContain('3 mails met de nieuwe dag en dezelfde link. Iedereen antwoordt opnieuw.')
    expect(before).toContain('Regel opnieuw: de plaats, de brief.')
    expect(before).toContain('U kunt het niet terughalen.')
    const moved = await moving(table, { datum: 'woensdag 28 april 2021', van: '9u30', tot: '11u' })
    expect(locationOf(moved)).toBe(`${table.path}?klaar=verzet`)
    const words = wordsIn(await page(locationOf(moved)))
    expect(words).toContain(
      'Verzet naar woensdag 28 april 2021. 3 mails vertrokken. Bel Thuiszorg Voorbeeld en bezorg een nieuwe brief.',
    )
    expect(words).toContain('Els Baert , OCMW Voorbeeld, spilfiguur nog niets gehoord')
    const { overleg } = await table.now()
    expect(overleg.fixed).toMatchObject({
      number: 2,
      start: '2021-04-28T07:30:00.000Z',
      before: { start: tuesday.start },
    })
    expect([overleg.hasPlace, overleg.momentsDiscussedOn]).toEqual([false, '2021-03-22'])
    expect(await table.sent()).toContain('overleg-verplaatst')
  })

  const wrong: [what: string, fields: Record<string, string | string[]>, error: string][] = [
    [
      'naar hetzelfde moment',
      { datum: '27/4/2021', van: '14', tot: '15u30' },
      'Dit moment ligt nu al vast. Kies een ander',
    ],
    ['naar gisteren', { datum: '21/3/2021' }, 'Dit moment is al voorbij'],
    [
      'naar het uur dat niet bestaat',
      { datum: '28/3/2021', van: '2', tot: '4' },
      'In de nacht van zondag 28 maart 2021 bestaat 2 uur niet: de klok gaat een uur vooruit. Kies een ander uur',
    ],
    [
      'als het niet past voor de cliënt',
      { past_client: [] },
      'Dit moment past niet voor de cliënt. Kies een ander, of noteer dat de cliënt er niet bij wil zijn',
    ],
    ['zonder dat het besproken is', { besproken_op: '' }, 'Vul een datum in, bijvoorbeeld 27/4/2021'],
    ['besproken in de toekomst', { besproken_op: '23/3/2021' }, 'Kies een dag die niet in de toekomst ligt'],
  ]
  it.each(wrong)('%s: niet, met een zin', async (_, fields, error) => {
    const table = await fixed()
    const response = await moving(table, { datum: '28/4/2021', van: '10', tot: '11', ...fields })
    expect([response.status, errorsIn(await response.text())]).toEqual([422, [error]])
    expect((await table.now()).overleg.fixed?.number).toBe(1)
    expect(await table.sent()).not.toContain('overleg-verplaatst')
  })

  it('naar een zaterdag wordt één keer gevraagd', async () => {
    const table = await fixed()
    const first = await moving(table, { datum: '24/4/2021', van: '10', tot: '11' })
    const html = await first.text()
    expect([first.status, errorsIn(html)]).toEqual([
      422,
      ['24 april 2021 is een zaterdag. Bent u zeker? Bewaar dan nog eens.'],
    ])
    expect((await tom.post(`${table.path}/verzetten`, fieldsIn(html))).status).toBe(303)
  })

  it('twintig tegelijk: één keer verzet', async () => {
    const table = await fixed()
    const fields = { ...fieldsIn(await page(`${table.path}/verzetten`)), van: '10', tot: '11' }
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        tom.post(`${table.path}/verzetten`, { ...fields, datum: `${index % 2 === 0 ? 28 : 29}/4/2021` }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 19 }, () => 409)])
    expect((await table.now()).overleg.fixed?.number).toBe(2)
    expect((await table.sent()).filter((mail) => mail === 'overleg-verplaatst')).toHaveLength(1)
  })
})

describe('afgelasten', () => {
  const cancelling = (table: TestOverleg, fields: Fields) => sendPage(tom, `${table.path}/afgelasten`, fields)

  it('zegt vooraf wie het hoort; de reden blijft in het dossier, verzegeld', async () => {
    const table = await fixed()
    const before = wordsIn(await page(`${table.path}/afgelasten`))
    expect(before).toContain('3 mails dat het niet doorgaat. Er staat geen reden in.')
    expect(before).toContain('Bel zelf: de cliënt en Thuiszorg Voorbeeld')
    const done = await cancelling(table, { reden: 'Kanariewoord, opgenomen in het ziekenhuis' })
    const html = await page(locationOf(done))
    expect(html).toContain('data-overleg="afgelast"')
    expect(wordsIn(html)).toContain('U kunt een nieuw overleg beginnen.')
    expect(wordsIn(html)).toContain('Kanariewoord')
    expect(html).toMatch(/overleg\/tafel" data-next="">Maak de tafel/)
    expect(JSON.stringify(await work.items('loket'))).not.toContain('Kanariewoord')
    expect(await table.sent()).toContain('overleg-afgelast')
    expect((await dossierOf(work, table.reference)).state).toBe('toegewezen')
  })

  it('stoppen met zoeken, voor er iets vastligt, laat het dossier waar het is', async () => {
    const table = await asked()
    expect((await cancelling(table, { reden: '' })).status).toBe(303)
    expect((await table.now()).overleg.state).toBe('afgelast')
    expect((await dossierOf(work, table.reference)).state).toBe('toegewezen')
  })

  it('niets maakt het ongedaan: elke knop van daarvoor zegt wat er nu geldt', async () => {
    const table = await fixed()
    const { revision } = (await table.now()).overleg
    await cancelling(table, { reden: '' })
    for (const [address, fields] of [
      ['/verzetten', { datum: '28/4/2021', van: '10', tot: '11', past_client: 'ja', besproken_op: '22/3/2021' }],
      ['/praktisch', somewhere],
      ['/afgelasten', { reden: 'x' }],
      ['/verslag', {}],
      ['', { 'komt.p1': 'ja' }],
      ['/momenten', { 'momenten[0].datum': '28/4/2021', 'momenten[0].van': '9', 'momenten[0].tot': '10' }],
    ] as const)
      for (const seen of [revision, revision + 1]) {
        const response = await tom.post(table.path + address, { ...fields, revision: String(seen) })
        expect([address, seen, [409, 422].includes(response.status)]).toEqual([address, seen, true])
      }
    expect((await table.now()).overleg.state).toBe('afgelast')
  })

  it('een te lange reden: hoeveel te veel, en wat getypt is blijft staan', async () => {
    const table = await fixed()
    const response = await cancelling(table, { reden: 'y'.repeat(2001) })
    const html = await response.text()
    expect([response.status, errorsIn(html)]).toEqual([
      422,
      ['1 teken te veel. U kunt hier hoogstens 2.000 tekens schrijven.'],
    ])
    expect(fieldsIn(html).reden).toEqual(['y'.repeat(2001)])
  })
})

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

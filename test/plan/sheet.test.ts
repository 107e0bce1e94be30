/** The client's sheet: what stands on it, for whom, and what is said beside it (docs/overleg.md §9). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serviceOf } from '../../forms/index.ts'
import { hardWordsIn } from '../../forms/kit/plan/hard-words.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { startOverleg } from '../support/overleg.ts'
import type { TestRow } from '../support/overleg-tables.ts'
import type { TestPlan } from '../support/plan.ts'
import { readPage, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { heldOverleg, sheetAfspraken, sheetGoals, sheetTable, writtenPlanOf } from './sheet-plans.ts'

let work: TestWorkspace
beforeAll(async () => {
  work = await startTestWorkspace({ now: new Date('2026-11-30T09:00:00Z') })
})
afterAll(() => work.stop())

const page = async (plan: Pick<TestPlan, 'path'>, part = 'client', by = 'Casemanager Aalst') =>
  readPage(await work.as(by), [plan.path, part].filter(Boolean).join('/'))

/** What is printed. */
const onPaper = (html: string): string =>
  wordsIn(/<article.*<\/article>/s.exec(html)?.[0] ?? '')
    .replace(/\s+/g, ' ')
    .replace(/‘ /g, '‘')
    .replace(/ ([’.])/g, '$1')

const sheet = async (plan: Pick<TestPlan, 'path'>, part?: string) => onPaper((await page(plan, part)).html)

/** A family of two, of whom one gave a name. */
const family: readonly TestRow[] = [
  { wie: 'client', bereik: 'brief' },
  { wie: 'client', naam: 'An Voorbeeld', bereik: 'brief' },
  ...sheetTable.slice(1),
]

describe('het blad, voor het akkoord', () => {
  it('zegt wie wat doet, waarom en tegen wanneer, in de woorden van de cliënt', async () => {
    const text = await sheet(await writtenPlanOf(work, { absent: ['CLB'] }))
    for (const sentence of [
      'Plan van',
      'Dit spraken we af',
      'U wilt eerst: ‘Een droge kamer voor de kinderen.’ en ‘Geen deurwaarder meer aan de deur.’ Later: ‘Rust na school.’',
      'Dit loopt al goed: De huur is altijd betaald. De kinderen gaan graag naar school.',
      'U doet Alle brieven in één map steken en meebrengen naar Els Tegen maandag 14 december. Waarom? ‘Geen deurwaarder meer aan de deur.’',
      'Samira doet Op woensdagnamiddag op de kinderen passen Tegen woensdag 16 december. Waarom? ‘Rust na school.’',
      'CAW Voorbeeld doet De verhuurder schrijven over de schimmel Zoë, samen met Els. Tegen donderdag 21 januari. Waarom? ‘Een droge kamer voor de kinderen.’',
      'OCMW Voorbeeld doet Een afbetaalplan vragen aan de energieleverancier Els, samen met u. Tegen maandag 21 december.',
      'Nagaan of er recht is op een verwarmingstoelage Els. Tegen maandag 4 januari.',
      'CLB Voorbeeld doet Een plaats zoeken in de huiswerkklas (nog te vragen) Jan, samen met Zoë. Tot we samen kijken. Waarom? ‘Rust na school.’',
      'We kijken samen op maandag 8 maart 2027 Wat is gelukt? Wat moet anders?',
      'Dit plan is geen contract. Lukt iets niet, dan zoeken we samen verder.',
      'Lukt iets niet? Of wilt u iets veranderen? Bel Casemanager Aalst, 053 00 00 02. U mag altijd stoppen. U hoeft niet te zeggen waarom.',
      'Geen telefoon? Zeg het aan iemand die u helpt, of kom langs: Voorbeeldstraat 1, 9300 Aalst, elke werkdag van 9 tot 12 uur.',
    ])
      expect(text).toContain(sentence)
    // First what the client does, then who stands beside them, then services.
    expect(text.match(/(?:U|Samira|CAW Voorbeeld|OCMW Voorbeeld|CLB Voorbeeld) doet/g)).toEqual([
      'U doet',
      'Samira doet',
      'CAW Voorbeeld doet',
      'OCMW Voorbeeld doet',
      'CLB Voorbeeld doet',
    ])
  })

  it('heeft een lijn voor de naam en de dag, en een kenmerk dat de soort aanvraag niet verraadt', async () => {
    const plan = await writtenPlanOf(work)
    const { html, words } = await page(plan)
    const text = onPaper(html)
    expect(html.match(/lo-invul/g)).toHaveLength(2)
    expect(text).toMatch(/Besproken op\s+Kenmerk/)
    expect(text).toContain(`Kenmerk ${plan.reference.slice('LCO-'.length)}`)
    expect(text).not.toContain('LCO')
    expect(words).toContain('Dit plan ligt nog niet vast.')
  })

  it('zegt niet wat minder goed loopt, wat de cliënt niet wil aanpakken, of hoe iemand heet die niets doet', async () => {
    expect(await sheet(await writtenPlanOf(work))).not.toMatch(/Schimmel\.|Vaker naar oma|Kaddour|Baert|Cools/)
  })

  it('zegt waar iemand werkt die zelf niets doet op dit blad', async () => {
    const afspraken = [{ wat: 'Samen naar de bank gaan', wie: 'client', met: 'CLB', waarom: 'inkomen_schulden' }]
    expect(await sheet(await writtenPlanOf(work, { afspraken }))).toContain('Samen met Jan van CLB Voorbeeld.')
  })

  it('toont wat half ingevuld is, en zegt naast het blad wat er niet op staat', async () => {
    const plan = await writtenPlanOf(work)
    await plan.act(async (found) => {
      const { plan: written } = found
      const afspraken = written.afspraken.map((one) => (one.id === 'a2' ? { id: 'a2' } : one))
      const { evaluationOn: _, ...rest } = written
      const half = { ...rest, afspraken, revision: written.revision + 1 }
      const mails = { put: [], takeBack: { planned: true as const } }
      return { kind: 'decided', plan: half, texts: found.texts, mails, what: 'plan bewaard' }
    })
    const { html, words } = await page(plan)
    expect(onPaper(html)).not.toContain('Een afbetaalplan vragen')
    expect(onPaper(html)).toMatch(/We kijken samen op\s+Wat is gelukt/)
    expect(words).toContain('Afspraak 2 staat niet op het blad: niemand doet ze nog.')
    expect(html).toContain(`${plan.path}#afspraken-1-wie`)
  })

  it('is er pas als er een plan is, en dat staat er', async () => {
    const { overleg } = await heldOverleg(work)
    const path = `/werkruimte/dossier/${overleg.reference}/plan`
    const { status, html, words } = await page({ path })
    expect([status, html.includes('<article')]).toEqual([200, false])
    expect(words).toContain('Nog geen plan. Schrijf het eerst, samen met de cliënt.')
    expect((await page({ path }, 'bestand')).status).toBe(404)
  })
})

describe('het blad, na het akkoord', () => {
  it('zegt wanneer het besproken is, en waar de cliënt het niet mee eens is, bij de afspraak zelf', async () => {
    const plan = await writtenPlanOf(work)
    const [id, client] = [await plan.afspraak('verhuurder'), await plan.overleg.idOf('client')]
    await plan.agree({ disagreed: { [id]: { [client]: 'Ik wil eerst zelf\nmet de verhuurder <bellen>.' } } })
    const { html } = await page(plan)
    const text = onPaper(html)
    expect(text).toContain('Besproken op maandag 7 december 2026')
    expect(text).toContain('kinderen.’ Hier bent u het niet mee eens: ‘Ik wil eerst zelf met de verhuurder <bellen>.’')
    // As typed, and never as markup.
    expect(html).toContain('Ik wil eerst zelf\nmet de verhuurder &lt;bellen&gt;.')
    expect(text.indexOf('niet mee eens')).toBeLessThan(text.indexOf('OCMW Voorbeeld doet'))
  })

  it('toont wat intussen veranderd is als nieuw, en het blad van versie 01 als gevraagd', async () => {
    const plan = await writtenPlanOf(work)
    await plan.agree()
    expect((await page(plan)).words).toContain('Dit is versie 01, zoals besproken met de cliënt.')
    await plan.write({ goals: sheetGoals, afspraken: sheetAfspraken.slice(1), evaluationOn: '2027-03-08' })
    const { html, words } = await page(plan)
    expect(words).toContain('Dit blad toont wat u veranderde na versie 01. Dat ligt nog niet vast.')
    expect(onPaper(html)).not.toMatch(/verhuurder|7 december/)
    const client = await plan.overleg.idOf('client')
    const agreed = `client?voor=${client}&versie=01`
    expect(html.replaceAll('&amp;', '&')).toContain(`${plan.path}/${agreed}`)
    expect(await sheet(plan, agreed)).toMatch(/7 december 2026.*De verhuurder schrijven/)
  })

  it('blijft na een evaluatie wat afgesproken is, en wordt na een nieuwe dag het blad van versie 02', async () => {
    const plan = await writtenPlanOf(work)
    await plan.agree()
    await plan.evaluate('overleg', { all: 'gelukt' })
    expect((await page(plan)).words).toContain('Dit is versie 01')
    const other = await writtenPlanOf(work)
    await other.agree()
    await other.evaluate('verder', { evaluationOn: '2027-05-10', outcomes: { a1: 'gelukt', a2: 'niet_meer_nodig' } })
    const { html, words } = await page(other)
    expect(words).toContain('Dit is versie 02')
    expect(onPaper(html)).toContain('We kijken samen op maandag 10 mei 2027')
    expect(onPaper(html)).not.toMatch(/verhuurder|afbetaalplan/)
  })

  it('zegt het wanneer wie iets zou doen, niet meer aan tafel zit', async () => {
    const plan = await writtenPlanOf(work)
    await plan.agree()
    await plan.overleg.leaves('CAW')
    const text = await sheet(plan)
    expect(text).toContain('We zoeken nog wie dit doet De verhuurder schrijven over de schimmel Samen met Els.')
    expect(text).not.toMatch(/Zoë|CAW/)
  })
})

describe('een gezin', () => {
  it('heeft voor elke cliënt een blad, dat de ander bij naam noemt of als iemand van het gezin', async () => {
    const afspraken = [
      { wat: 'De school bellen', wie: 'p0', waarom: 'gezondheid' },
      { wat: 'De rekeningen sorteren', wie: 'p1', met: 'p0', waarom: 'inkomen_schulden' },
    ]
    const plan = await writtenPlanOf(work, { table: family, afspraken })
    const { html } = await page(plan)
    expect(html).toContain('<h1>Blad voor cliënt 1</h1>')
    expect(onPaper(html)).toMatch(/U doet De school bellen.*An doet De rekeningen sorteren Samen met u\./)
    expect(html).toContain(`${plan.path}/client?voor=p1`)
    const other = await page(plan, 'client?voor=p1')
    expect(other.html).toContain('<h1>Blad voor An Voorbeeld</h1>')
    expect(onPaper(other.html)).toMatch(
      /U doet De rekeningen sorteren Samen met iemand van uw gezin\..*Iemand van uw gezin doet De school bellen/,
    )
  })

  it('leest nooit wat een ander alleen zei: niet op het blad, en niet op de pagina errond', async () => {
    const plan = await writtenPlanOf(work, {
      table: family,
      afspraken: sheetAfspraken.map((one) =>
        one.wie === 'client' ? { ...one, wie: 'p0' } : { ...one, ...(one.met === 'client' ? { met: 'p1' } : {}) },
      ),
    })
    const id = await plan.afspraak('verhuurder')
    await plan.agree({
      agreed: [
        { client: 'p0', on: '2026-12-07', how: 'zelf' },
        { client: 'p1', on: '2026-12-08', how: 'met_steun' },
      ],
      disagreed: { [id]: { p0: 'Kanarie van de een', p1: 'Kanarie van de ander' } },
    })
    const [one, other] = [await page(plan, 'client?voor=p0'), await page(plan, 'client?voor=p1')]
    expect(one.html).toContain('Kanarie van de een')
    expect(one.html).not.toContain('Kanarie van de ander')
    expect(onPaper(one.html)).toContain('Besproken op maandag 7 december 2026')
    expect(other.html).toContain('Kanarie van de ander')
    expect(other.html).not.toContain('Kanarie van de een')
    expect(onPaper(other.html)).toContain('Besproken op dinsdag 8 december 2026')
  })

  it.each(['p2', 'p3', 'p99', 'P0'])('heeft geen blad voor wie geen cliënt is: %j', async (id) => {
    const plan = await writtenPlanOf(work, { table: family, afspraken: [] })
    const { status, html } = await page(plan, `client?voor=${id}`)
    expect([status, html.includes('<article')]).toEqual([404, false])
  })
})

describe('wat naast het blad staat', () => {
  it('is het veilige contact, en of het mee naar huis mag: nooit wanneer de cliënt niet vrij kan spreken', async () => {
    for (const [speaksFreely, guarded] of [
      ['nee', false],
      ['ja', true],
      ['weet_niet', true],
    ] as const) {
      const { html, words } = await page(await writtenPlanOf(work, { speaksFreely }))
      expect(words).toContain('Veilig contact met de cliënt: Bel alleen voor de middag')
      expect(words.includes('Mag dit blad mee naar huis?')).toBe(!guarded)
      expect(
        words.includes('Dit blad gaat niet mee naar huis. Geef dit blad alleen in handen, of lees het voor.'),
      ).toBe(guarded)
      expect(onPaper(html)).not.toMatch(/1712|in handen|voor de middag|naar huis|alleen spreken|Veilig Huis/)
    }
  })

  it('is elk moeilijk woord, met waar het staat, wat er in de plaats kan en waar u het verandert', async () => {
    const [first, ...others] = sheetGoals
    const goals = [
      { ...first, domein: 'wonen_energie', texts: { goed: '', minder_goed: 'De problematiek.', doel: 'Een intake.' } },
      ...others,
    ]
    const afspraken = [
      { wat: 'De map afgeven', wie: 'client', waarom: 'inkomen_schulden' },
      { wat: 'Een traject starten en opvolgen', wie: 'OCMW', waarom: 'inkomen_schulden' },
    ]
    const plan = await writtenPlanOf(work, { goals, afspraken })
    const { html, words } = await page(plan)
    const text = words.replace(/‘ /g, '‘').replace(/ (’)/g, '$1')
    expect(text).toContain('Moeilijk woord: in afspraak 2 staat ‘traject’. Schrijf wat iemand doet. Verander het')
    expect(text).toContain(
      'in afspraak 2 staat ‘opvolgen’. Schrijf wat iemand doet. Bijvoorbeeld: kijken hoe het gaat.',
    )
    expect(text).toContain('in het doel van Wonen & energie staat ‘intake’. Schrijf het in de woorden van de cliënt.')
    // Not on the sheet, so not asked about.
    expect(text).not.toContain('‘problematiek’')
    expect(html).toContain(`${plan.path}#afspraken-1-wat`)
    expect(html).toContain(`${plan.path}#doelen-0-doel`)
    const written = (await page(plan, '')).html
    for (const field of ['afspraken-1-wat', 'doelen-0-doel']) expect(written).toContain(`id="${field}"`)
    expect((await page(await writtenPlanOf(work))).words).not.toContain('Moeilijk woord')
  })

  it('is dat het langer is dan twee bladzijden', async () => {
    const afspraken = Array.from({ length: 30 }, (_, at) => ({
      wat: `${'Iets kleins doen. '.repeat(8)}${at}`,
      wie: 'client',
    }))
    expect((await page(await writtenPlanOf(work, { afspraken }))).words).toContain(
      "Dit blad is langer dan twee pagina's. Wat kan later?",
    )
    expect((await page(await writtenPlanOf(work))).words).not.toContain('langer dan')
  })
})

describe('wie het blad kan zien', () => {
  it('is wie het dossier heeft; wie keek, wordt opgeschreven, en kijken verandert niets', async () => {
    const plan = await writtenPlanOf(work)
    for (const part of ['client', 'heel', 'bestand']) {
      const as = async (by: string) => (await page(plan, part, by)).status
      expect([part, await as('Tweede casemanager Aalst'), await as('Coördinator OTA')]).toEqual([part, 404, 404])
      expect(await as('Coördinator Aalst')).toBe(200)
    }
    const kept = createPersonalData(work.connection)
    const before = (await kept.consultations(plan.reference, work.clock.now)).length
    const items = JSON.stringify((await plan.now()).plan)
    const visitor = await work.as('Casemanager Aalst')
    for (const part of ['client', 'heel', 'bestand'])
      for (const method of ['HEAD', 'GET', 'GET']) await visitor.send(`${plan.path}/${part}`, { method })
    expect((await kept.consultations(plan.reference, work.clock.now)).length).toBeGreaterThan(before)
    expect(JSON.stringify((await plan.now()).plan)).toBe(items)
  })

  it('is bij OTA niemand: daar is geen cliënt, wel een plan op papier', async () => {
    const ota = await startOverleg(work, {
      by: 'Bemiddelaar OTA',
      dossier: { network: 'ota', form: 'aanmelding', trend: { soort: 'traject' } },
      table: [{ naam: 'Noor Voorbeeld', dienst: 'CLB Voorbeeld', bereik: 'telefoon', telefoon: '+32478123456' }],
    })
    const { file } = await ota.now()
    expect(serviceOf(file.dossier)?.form.plan).toBeDefined()
    const path = `/werkruimte/dossier/${ota.reference}/plan`
    expect((await page({ path }, 'client', 'Bemiddelaar OTA')).status).toBe(404)
    expect((await page({ path }, 'heel', 'Bemiddelaar OTA')).status).toBe(200)
  })
})

describe('gewone woorden op papier', () => {
  it('geen enkel zwaar woord in wat het blad zelf zegt', async () => {
    const table = family.map((row) =>
      row.wie === 'vertrouwensfiguur' ? { ...row, naam: '', dienst: 'Buurthuis' } : row,
    )
    const afspraken = [
      ...sheetAfspraken.map((one) => ({
        ...one,
        wie: one.wie === 'client' ? 'p0' : one.wie,
        ...(one.met ? { met: 'p1' } : {}),
      })),
      { wat: 'De bus betalen', wie: 'p1', met: 'p0' },
    ]
    const plan = await writtenPlanOf(work, { table, afspraken, absent: ['CLB'] })
    const pages = [await sheet(plan), await sheet(plan, 'client?voor=p1')]
    const id = await plan.afspraak('verhuurder')
    await plan.agree({ disagreed: { [id]: { p0: 'Nee.', p1: 'Nee.' } } })
    pages.push(await sheet(plan), await sheet(plan, 'client?voor=p1'))
    for (const text of pages) {
      expect(text.length).toBeGreaterThan(500)
      // The account of this person is called by what they do: that is a name.
      expect(hardWordsIn(text.replaceAll('Casemanager Aalst', 'Tom'))).toEqual([])
    }
  })
})

/** What a plan asks of whoever holds it: lines of "Mijn week", gone once they are done (docs/overleg.md §10). */
import { beforeEach, describe, expect, it } from 'vitest'
import { startFiled, startOverleg, type TestOverleg } from '../support/overleg.ts'
import { spanAt, type TestRow, usualTable } from '../support/overleg-tables.ts'
import { planOf, type TestPlan } from '../support/plan.ts'
import { sendPage, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const monday = new Date('2026-11-30T09:00:00Z')
let work: TestWorkspace
let overleg: TestOverleg
let plan: TestPlan
const at = (instant: string) => {
  work.clock.now = new Date(instant)
}

beforeEach(async () => {
  work = await startTestWorkspace({ now: monday })
})

/** An overleg that was held, on Monday 7 December 2026 before noon. */
async function held(options: { missing?: string; start?: () => Promise<TestOverleg> } = {}): Promise<void> {
  overleg = await (options.start ?? (() => startOverleg(work)))()
  await overleg.asked([spanAt('2026-12-07T09:30')])
  await overleg.fix()
  at('2026-12-07T10:00:00Z')
  const { overleg: fixed } = await overleg.now()
  const there = Object.entries(fixed.participants).map(([id, { wie }]): [string, 'aanwezig' | 'niet_gekomen'] => [
    id,
    wie === options.missing ? 'niet_gekomen' : 'aanwezig',
  ])
  await overleg.hold({ present: Object.fromEntries(there) })
  plan = planOf(work, overleg)
}

const usual = {
  evaluationOn: '2027-03-01',
  afspraken: [
    { wat: 'Brieven in één map steken', wie: 'client', tegen: '2026-12-10' },
    { wat: 'De verhuurder schrijven', wie: 'CAW', met: 'OCMW', tegen: '2026-12-18' },
    { wat: 'Op de kinderen passen', wie: 'OCMW' },
  ],
}

interface Line {
  title: string
  what: string
  path: string | undefined
}

/** Signed in anew each time: sessions end when the clock goes on. */
async function week(who = 'Casemanager Aalst'): Promise<Line[]> {
  const response = await (await work.as(who)).get('/werkruimte/week')
  expect(response.status).toBe(200)
  const html = await response.text()
  return [...html.matchAll(/<section class="lw-(?:band late|day[^"]*)">(.*?)<\/section>/gs)].flatMap(([, day = '']) => {
    const title = wordsIn(/<h2[^>]*>(.*?)<\/h2>/s.exec(day)?.[1] ?? '').trim()
    return [...day.matchAll(/<li([^>]*)>(.*?)<\/li>/gs)].map(([, marks = '', item = '']) => ({
      title,
      what: wordsIn(/class="what"[^>]*>(.*?)<\/(?:a|span)>/s.exec(item)?.[1] ?? '').trim(),
      path: /data-taak="([^"]*)"/.exec(marks)?.[1]?.replace(`/werkruimte/dossier/${overleg.reference}`, ''),
    }))
  })
}
const texts = async (who?: string) => (await week(who)).map(({ what }) => what)

describe('na het overleg', () => {
  it('schrijven, bespreken, en dan niets meer: elk één regel op zijn plaats, vijf werkdagen na het overleg', async () => {
    await held()
    at('2026-12-14T09:00:00Z')
    expect(await week()).toEqual([{ title: 'Ma 14 dec vandaag', what: 'Schrijf het plan', path: '/plan' }])
    await plan.write(usual)
    expect(await week()).toEqual([
      { title: 'Ma 14 dec vandaag', what: 'Bespreek het plan met de cliënt', path: '/plan' },
    ])
    await plan.agree()
    expect(await texts()).toEqual(['Te laat: een afspraak van de cliënt', 'Loopt af: een afspraak van CAW Voorbeeld'])
  })

  it('kwam de cliënt niet, dan is er geen plan te schrijven', async () => {
    await held({ missing: 'client' })
    at('2026-12-14T09:00:00Z')
    expect(await week()).toMatchObject([{ what: 'Zoek samen met de cliënt een nieuw moment', path: '/overleg' }])
  })
})

describe('zolang het plan loopt', () => {
  beforeEach(async () => {
    await held()
    await plan.agreed(usual)
  })

  it('wat deze week afloopt staat op zijn dag, wat voorbij is bij te laat; gedaan is weg', async () => {
    at('2026-12-09T09:00:00Z')
    expect(await week()).toEqual([
      {
        title: 'Do 10 dec morgen',
        what: 'Loopt af: een afspraak van de cliënt',
        path: '/plan/evaluatie#a1',
      },
    ])
    at('2026-12-18T23:30:00Z')
    expect(await week()).toEqual([
      { title: 'Te laat (2)', what: 'Te laat: een afspraak van de cliënt', path: '/plan/evaluatie#a1' },
      { title: 'Te laat (2)', what: 'Te laat: een afspraak van CAW Voorbeeld', path: '/plan/evaluatie#a2' },
    ])
    await plan.says('CAW', 'a2', 'gedaan')
    expect(await texts()).toEqual(['Te laat: een afspraak van de cliënt'])
  })

  it.each([
    ['lukt_niet', 'Bel CAW Voorbeeld: een afspraak lukt niet'],
    ['bel_mij', 'Bel CAW Voorbeeld: vroeg om te bellen'],
    ['niet_afgesproken', 'Bel CAW Voorbeeld: sprak dit niet af'],
  ] as const)('%s: bellen, tot ze iets anders zeggen', async (stand, text) => {
    at('2026-12-07T11:00:00Z')
    await plan.says('CAW', 'a2', stand)
    expect(await week()).toContainEqual({
      title: 'Ma 7 dec vandaag',
      what: text,
      path: '/plan/evaluatie#a2',
    })
    // Once: its day passes without another line.
    at('2026-12-21T09:00:00Z')
    expect(await texts()).toEqual(['Te laat: een afspraak van de cliënt', text])
    await plan.says('CAW', 'a2', 'gedaan')
    expect(await texts()).not.toContain(text)
  })

  it('wie meehelpt, kan ook om een belletje vragen; een nieuwe versie maakt het goed', async () => {
    at('2026-12-07T11:00:00Z')
    await plan.says('OCMW', 'a2', 'bel_mij')
    expect(await texts()).toContain('Bel OCMW Voorbeeld: vroeg om te bellen')
    at('2026-12-07T12:00:00Z')
    await plan.agreed(usual)
    expect(await texts()).not.toContain('Bel OCMW Voorbeeld: vroeg om te bellen')
  })

  it('waar de cliënt het niet mee eens is, loopt niets af', async () => {
    await plan.agree({ disagreed: { a1: { [await overleg.idOf('client')]: 'Dat wil ik niet.' } } })
    at('2026-12-09T09:00:00Z')
    expect(await texts()).toEqual([])
  })

  it('van tafel: zonder trekker, tot iemand het doet', async () => {
    await overleg.leaves('CAW')
    expect(await week()).toContainEqual({
      title: 'Ma 7 dec vandaag',
      what: 'Zonder trekker: geef een afspraak door',
      path: '/plan',
    })
    await plan.agreed({
      ...usual,
      afspraken: usual.afspraken.map(({ wat, tegen }) => ({ wat, wie: 'OCMW', ...(tegen ? { tegen } : {}) })),
    })
    expect(await texts()).not.toContain('Zonder trekker: geef een afspraak door')
  })

  it('wie het dossier niet heeft, ziet er niets van; de coördinator wel, en het is opgeschreven', async () => {
    at('2026-12-09T09:00:00Z')
    expect(await texts('Tweede casemanager Aalst')).toEqual([])
    expect(await texts('Coördinator Aalst')).toContain('Loopt af: een afspraak van de cliënt')
    const seen = (await work.items('loket')).filter(
      ({ sk, references }) =>
        String(sk).startsWith('LIJST#') && JSON.stringify(references ?? []).includes(overleg.reference),
    )
    expect(seen.map(({ pk }) => pk)).toEqual(['PERSOON#aalst#coordinator-aalst'])
  })

  it('zonder sleutel staan de regels er nog, zonder naam', async () => {
    at('2026-12-17T09:00:00Z')
    work.deps.unseal = async () => {
      throw new Error('No key')
    }
    expect(await texts()).toContain('Loopt af: een afspraak van iemand zonder naam')
  })
})

describe('de evaluatie', () => {
  const open = { ...usual, afspraken: [{ wat: 'Op de kinderen passen', wie: 'OCMW' }] }
  beforeEach(async () => {
    await held()
    await plan.agreed(open)
  })

  it.each([
    ['2027-02-28T22:59:59Z', []],
    ['2027-02-28T23:00:00Z', ['Evaluatie met de cliënt']],
    ['2027-03-05T22:59:59Z', ['Evaluatie met de cliënt']],
    ['2027-03-08T00:00:00Z', ['Evaluatie niet gebeurd, moest op maandag 1 maart 2027']],
  ])('om %s: %j, één keer', async (instant, expected) => {
    at(instant)
    expect(await texts()).toEqual(expected)
    expect(await texts('Coördinator Aalst')).toEqual(expected)
  })

  it('staat op haar dag, met haar plaats; daarna is ze weg', async () => {
    at('2027-03-01T09:00:00Z')
    expect(await week()).toEqual([
      { title: 'Ma 1 mrt vandaag', what: 'Evaluatie met de cliënt', path: '/plan/evaluatie' },
    ])
    await plan.evaluate('verder', { evaluationOn: '2027-06-01' })
    expect(await texts()).toEqual([])
  })

  it('een nieuw overleg: eerst de tafel, dan wat dat overleg zelf vraagt', async () => {
    at('2027-03-01T09:00:00Z')
    await plan.evaluate('overleg')
    at('2027-03-08T09:00:00Z')
    expect(await week()).toEqual([
      { title: 'Ma 8 mrt vandaag', what: 'Bereid een nieuw overleg voor', path: '/overleg/tafel' },
    ])
    const tom = await work.as('Casemanager Aalst')
    await sendPage(tom, `${overleg.path}/tafel`, { besproken_op: '8/3/2027', vrij_spreken: 'nee' })
    expect(await week()).toMatchObject([{ what: 'Bereid het overleg voor', path: '/overleg' }])
  })
})

describe('na het afsluiten', () => {
  beforeEach(async () => {
    await held({ start: () => startFiled(work, { table: usualTable as readonly TestRow[] }) })
    await plan.agreed(usual)
    at('2026-12-08T09:00:00Z')
    await plan.evaluate('afsluiten', { all: 'gelukt' })
  })

  // Closed on 8 December 2026, erased 90 days later: 8 March 2027.
  it.each([
    ['2027-02-21T22:59:59Z', []],
    ['2027-02-21T23:00:00Z', ['Bewaar het plan zelf, vóór maandag 8 maart 2027']],
    ['2027-03-08T08:59:59Z', ['Bewaar het plan zelf, vóór maandag 8 maart 2027']],
    ['2027-03-08T09:00:01Z', []],
  ])('om %s: %j', async (instant, expected) => {
    at(instant)
    expect(await texts()).toEqual(expected)
    expect(await texts('Tweede casemanager Aalst')).toEqual([])
    expect(await texts('Coördinator Aalst')).toEqual(expected)
  })

  it('staat op de dag zelf, tot iemand zegt dat het bewaard is', async () => {
    at('2027-02-22T09:00:00Z')
    expect(await week()).toEqual([
      {
        title: 'Ma 22 feb vandaag',
        what: 'Bewaar het plan zelf, vóór maandag 8 maart 2027',
        path: '/plan/evaluatie',
      },
    ])
    const tom = await work.as('Casemanager Aalst')
    expect((await sendPage(tom, `${plan.path}/evaluatie`, { eigen_dossier_op: '22/2/2027' })).status).toBe(303)
    expect(await texts()).toEqual([])
  })
})

/** What an overleg asks of whoever holds it: lines of "Mijn week", gone once they are done (docs/overleg.md §7). */
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { arrange, letterDelivered, moveTo } from '../../forms/kit/overleg/decide.ts'
import { overlegDone } from '../../forms/kit/overleg/done-words.ts'
import { mailSubjectOf } from '../../forms/kit/overleg/rounds.ts'
import type { Filed } from '../support/dossier.ts'
import { place as placeDossier } from '../support/place-dossiers.ts'
import { wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { asked, decide, fixed, found, held, ids, monday, people, say, seat, weekPath } from './support-around.ts'

let work: TestWorkspace
let filed: Filed

beforeEach(async () => {
  work = await startTestWorkspace({ now: monday })
  filed = await held(work)
})

interface Line {
  title: string
  what: string
  path: string | undefined
}

/** Signed in anew each time: sessions end when the clock goes on. */
async function week(who = 'Casemanager Aalst'): Promise<Line[]> {
  const response = await (await work.as(who)).get(weekPath)
  expect(response.status).toBe(200)
  const html = await response.text()
  return [...html.matchAll(/<section class="day">(.*?)<\/section>/gs)].flatMap(([, day = '']) => {
    const title = wordsIn(/<h2[^>]*>(.*?)<\/h2>/s.exec(day)?.[1] ?? '').trim()
    return [...day.matchAll(/<li([^>]*)>(.*?)<\/li>/gs)].map(([, marks = '', item = '']) => ({
      title,
      what: wordsIn(/<p class="what">.*?class="strong"[^>]*>(.*?)<\/(?:a|span)>/s.exec(item)?.[1] ?? '').trim(),
      path: /data-taak="([^"]*)"/.exec(marks)?.[1]?.replace(`/werkruimte/dossier/${filed.reference}`, ''),
    }))
  })
}
const texts = async (who?: string) => (await week(who)).map(({ what }) => what)
const at = (instant: string) => {
  work.clock.now = new Date(instant)
}

describe('zolang er gezocht wordt', () => {
  it('zonder overleg zegt het dossier zelf wat er te doen is', async () => {
    expect(await week()).toEqual([
      { title: 'Woensdag 25 november', what: 'Bel de aanvrager en plan het overleg', path: undefined },
    ])
  })

  it('een tafel die de cliënt niet kent, is één regel, in plaats van die van het dossier', async () => {
    await seat(work, filed.reference, people, false)
    expect(await week()).toEqual([
      { title: 'Vandaag, maandag 23 november', what: 'Vraag de cliënt of de tafel goed is', path: '/overleg/tafel' },
    ])
    at('2026-11-23T10:00:00Z')
    await seat(
      work,
      filed.reference,
      people.map((row, index) => ({ ...row, id: `p${index + 1}` })),
    )
    expect(await texts()).toEqual(['Bereid het overleg voor'])
  })

  it('wie geen mail krijgt, wordt gebeld; wie antwoordt, niet meer', async () => {
    await seat(work, filed.reference)
    await asked(work, filed.reference)
    expect(await week()).toEqual([
      {
        title: 'Morgen, dinsdag 24 november',
        what: 'Bel CLB Voorbeeld: wanneer past het?',
        path: `/overleg#${ids.byPhone}`,
      },
    ])
    await say(work, filed.reference, ids.byPhone, { moments: { m1: 'kan' } })
    expect(await texts()).toEqual([])
  })

  it('bel mij, wij doen niet mee, en niet bereikt: elk een regel met de plaats', async () => {
    await seat(work, filed.reference)
    await asked(work, filed.reference)
    await say(work, filed.reference, ids.byPhone, { moments: { m1: 'kan' } })
    await say(work, filed.reference, ids.applicant, { moments: { m1: 'bel_mij' } })
    expect(await week()).toMatchObject([
      { what: 'Bel CAW Voorbeeld: vroeg om te bellen over dinsdag 1 december 2026', path: `/overleg#${ids.applicant}` },
    ])
    await say(work, filed.reference, ids.applicant, { declines: true })
    const { overleg } = await found(work, filed.reference)
    await work.deps.overlegs.cameBack(mailSubjectOf(overleg, ids.keyPerson, 1), monday.toISOString())
    expect(await week()).toMatchObject([
      { what: 'Niet bereikt: OCMW Voorbeeld. Bel, of verbeter het adres', path: `/overleg/tafel#${ids.keyPerson}` },
      { what: 'CAW Voorbeeld doet niet meer mee: bel de cliënt', path: `/overleg#${ids.applicant}` },
    ])
  })

  it.each([
    ['net voor het laatste moment', '2026-12-03T07:59:59Z', 'Leg een moment vast'],
    ['op het laatste moment', '2026-12-03T08:00:00Z', 'De momenten zijn voorbij: stel nieuwe voor'],
  ])('%s', async (_, instant, expected) => {
    await seat(work, filed.reference)
    await asked(work, filed.reference)
    await say(work, filed.reference, ids.byPhone, { moments: { m1: 'kan' } })
    at(instant)
    expect(await texts()).toEqual([expected])
  })
})

describe('zodra het vastligt', () => {
  beforeEach(async () => {
    await seat(work, filed.reference)
    await asked(work, filed.reference)
  })

  it('brief, telefoon, tolk en plaats, ook als het overleg zelf pas later is', async () => {
    await fixed(work, filed.reference, '')
    expect(await week()).toEqual([
      ...[
        ['Bezorg de brief', `/overleg/brief#${ids.client}`],
        ['Bel CLB Voorbeeld: nodig uit', `/overleg#${ids.byPhone}`],
        ['Regel de tolk', '/overleg/praktisch'],
        ['Regel de plaats', '/overleg/praktisch'],
      ].map(([what, path]) => ({ title: 'Morgen, dinsdag 24 november', what, path })),
    ])
    await decide(work, filed.reference, (open, act) =>
      letterDelivered(open, ids.client, { on: '2026-11-23', how: 'gegeven' }, act),
    )
    await decide(work, filed.reference, (open, act) =>
      arrange(open, { vorm: 'fysiek', tolk: 'bevestigd', place: 'Zaal 1', onlineLink: '' }, act),
    )
    await say(work, filed.reference, ids.byPhone, { comes: 'ja' })
    expect(await texts()).toEqual([])
  })

  it('wie niet bij de kern hoort, mag missen; van de spilfiguur wordt het gevraagd', async () => {
    await fixed(work, filed.reference)
    await say(work, filed.reference, ids.applicant, { comes: 'nee' })
    const before = await texts()
    await say(work, filed.reference, ids.keyPerson, { comes: 'nee' })
    expect((await texts()).filter((one) => !before.includes(one))).toEqual([
      'OCMW Voorbeeld kan toch niet komen. Verplaatsen?',
    ])
  })

  it('verzet: wat geregeld was, is opnieuw te regelen', async () => {
    await fixed(work, filed.reference)
    const span = { start: '2026-12-02T13:00:00.000Z', end: '2026-12-02T15:00:00.000Z', suitsClient: true }
    await decide(work, filed.reference, (open, act) => moveTo(open, span, act))
    expect(await texts()).toEqual([
      'Bezorg opnieuw de brief',
      'Bel CLB Voorbeeld: nodig uit',
      'Regel opnieuw de tolk',
      'Regel opnieuw de plaats',
    ])
  })

  it('op de dag zelf staat het er één keer; na het uur is de vraag of het er kwam', async () => {
    await fixed(work, filed.reference)
    await decide(work, filed.reference, (open, act) =>
      letterDelivered(open, ids.client, { on: '2026-11-23', how: 'gegeven' }, act),
    )
    await decide(work, filed.reference, (open, act) =>
      arrange(open, { vorm: 'fysiek', tolk: 'bevestigd', place: 'Zaal 1', onlineLink: '' }, act),
    )
    await say(work, filed.reference, ids.byPhone, { comes: 'ja' })
    at('2026-12-01T14:59:59Z')
    expect(await week()).toEqual([{ title: 'Vandaag, dinsdag 1 december', what: 'Hou het overleg', path: undefined }])
    at('2026-12-01T15:00:00Z')
    expect(await week()).toEqual([
      { title: 'Morgen, woensdag 2 december', what: 'Is het overleg gehouden?', path: '/overleg/verslag' },
    ])
    at('2026-12-03T09:00:00Z')
    expect(await week()).toMatchObject([{ title: 'Te laat', what: 'Is het overleg gehouden?' }])
  })
})

it('wie het dossier niet heeft, ziet er niets van; de coördinator wel, en beide keren is het opgeschreven', async () => {
  await seat(work, filed.reference)
  await asked(work, filed.reference)
  await fixed(work, filed.reference)
  expect(await texts('Tweede casemanager Aalst')).toEqual([])
  expect(await texts('Coördinator Aalst')).toContain('Bezorg de brief')
  await week()
  const seen = (await work.items('loket')).filter(
    ({ sk, references }) => String(sk).startsWith('LIJST#') && JSON.stringify(references).includes(filed.reference),
  )
  expect(seen.map(({ pk }) => pk).sort()).toEqual([
    'PERSOON#aalst#casemanager-aalst',
    'PERSOON#aalst#coordinator-aalst',
  ])
})

it('zonder sleutel staan de regels er nog, zonder naam', async () => {
  await seat(work, filed.reference)
  await asked(work, filed.reference)
  work.deps.unseal = async () => {
    throw new Error('No key')
  }
  expect(await texts()).toEqual(['Bel iemand zonder naam: wanneer past het?'])
})

it('wat later te doen is en waarvan het overleg niets vraagt, wordt gelezen noch getoond', async () => {
  await placeDossier(work, { holder: 'casemanager-aalst', state: 'in_opvolging', nextOn: '2027-02-01' })
  expect(await texts()).toEqual(['Bel de aanvrager en plan het overleg'])
})

it('de geschiedenis zegt alles in woorden', async () => {
  const kit = new URL('../../forms/kit/overleg/', import.meta.url)
  const sources = ['decide.ts', 'save-table.ts'].map((name) => readFileSync(new URL(name, kit), 'utf8')).join('\n')
  const words = [...sources.matchAll(/'((?:tafel|akkoord|momenten?|praktisch|overleg|brief) [a-z ]+)'/g)].map(
    ([, word = '']) => word,
  )
  expect(words.length).toBeGreaterThanOrEqual(9)
  for (const word of words) expect(Object.keys(overlegDone), word).toContain(word)
  await seat(work, filed.reference)
  const html = await (await (await work.as('Casemanager Aalst')).get(filed.path)).text()
  expect(wordsIn(html)).toContain('De cliënt ging akkoord met de tafel')
})

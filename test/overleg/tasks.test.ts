/** What an overleg asks of whoever holds it: lines of "Mijn week", gone once they are done (docs/overleg.md §7). */
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { overlegDone } from '../../forms/kit/overleg/done-words.ts'
import { mailSubjectOf } from '../../forms/kit/overleg/rounds.ts'
import { type Filed, fileHeld } from '../support/dossier.ts'
import { overlegOf, type TestOverleg } from '../support/overleg.ts'
import { idsOfApplicant as ids, spanAt, tableOfApplicant, twoMoments } from '../support/overleg-tables.ts'
import { place as placeDossier } from '../support/place-dossiers.ts'
import { wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const monday = new Date('2026-11-23T09:00:00Z')
const arranged = { vorm: 'fysiek', tolk: 'bevestigd', place: 'Zaal 1', onlineLink: '' } as const

let work: TestWorkspace
let filed: Filed
let overleg: TestOverleg

beforeEach(async () => {
  work = await startTestWorkspace({ now: monday })
  filed = await fileHeld(work, { fast: true, nextOn: '2026-11-25' })
  overleg = overlegOf(work, filed.reference)
})

async function seat(): Promise<void> {
  await overleg.table(tableOfApplicant)
}
async function asked(): Promise<void> {
  await seat()
  await overleg.asked(twoMoments)
}
/** An interpreter is asked; there is a place unless it says so. */
async function fixed(place = 'Zaal 1'): Promise<void> {
  await overleg.fix('m1', { ...arranged, tolk: 'aangevraagd', place })
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
    expect(await week()).toEqual([{ title: 'Wo 25 nov', what: 'Bel en plan het overleg', path: undefined }])
  })

  it('een tafel die de cliënt niet kent, is één regel, in plaats van die van het dossier', async () => {
    await overleg.table(tableOfApplicant, { agreed: false })
    expect(await week()).toEqual([
      { title: 'Ma 23 nov vandaag', what: 'Vraag de cliënt of de tafel goed is', path: '/overleg/tafel' },
    ])
    at('2026-11-23T10:00:00Z')
    await overleg.changeTable((rows) => rows)
    expect(await texts()).toEqual(['Bereid het overleg voor'])
  })

  it('wie geen mail krijgt, wordt gebeld; wie antwoordt, niet meer', async () => {
    await asked()
    expect(await week()).toEqual([
      {
        title: 'Di 24 nov morgen',
        what: 'Bel CLB Voorbeeld: wanneer past het?',
        path: `/overleg#${ids.byPhone}`,
      },
    ])
    await overleg.says(ids.byPhone, { moments: { m1: 'kan' } })
    expect(await texts()).toEqual([])
  })

  it('bel mij, wij doen niet mee, en niet bereikt: elk een regel met de plaats', async () => {
    await asked()
    await overleg.says(ids.byPhone, { moments: { m1: 'kan' } })
    await overleg.says(ids.applicant, { moments: { m1: 'bel_mij' } })
    expect(await week()).toMatchObject([
      { what: 'Bel CAW Voorbeeld: vroeg om te bellen over dinsdag 1 december 2026', path: `/overleg#${ids.applicant}` },
    ])
    await overleg.says(ids.applicant, { declines: true })
    const { overleg: now } = await overleg.now()
    await work.deps.overlegs.cameBack(mailSubjectOf(now, ids.keyPerson, 1), monday.toISOString())
    expect(await week()).toMatchObject([
      { what: 'Niet bereikt: OCMW Voorbeeld. Bel, of verbeter het adres', path: `/overleg/tafel#${ids.keyPerson}` },
      { what: 'Bel CAW Voorbeeld en de cliënt: doet niet meer mee', path: `/overleg#${ids.applicant}` },
    ])
  })

  it.each([
    ['net voor het laatste moment', '2026-12-03T07:59:59Z', 'Leg een moment vast'],
    ['op het laatste moment', '2026-12-03T08:00:00Z', 'De momenten zijn voorbij: stel nieuwe voor'],
  ])('%s', async (_, instant, expected) => {
    await asked()
    await overleg.says(ids.byPhone, { moments: { m1: 'kan' } })
    at(instant)
    expect(await texts()).toEqual([expected])
  })
})

describe('zodra het vastligt', () => {
  beforeEach(async () => {
    await asked()
  })

  it('brief, telefoon, tolk en plaats, ook als het overleg zelf pas later is', async () => {
    await fixed('')
    expect(await week()).toEqual([
      ...[
        ['Bezorg de brief', `/overleg/brief#${ids.client}`],
        ['Bel CLB Voorbeeld: nodig uit', `/overleg#${ids.byPhone}`],
        ['Regel de tolk', '/overleg/praktisch'],
        ['Regel de plaats', '/overleg/praktisch'],
      ].map(([what, path]) => ({ title: 'Di 24 nov morgen', what, path })),
    ])
    await overleg.deliver('client')
    await overleg.arrange(arranged)
    await overleg.says(ids.byPhone, { comes: 'ja' })
    expect(await texts()).toEqual([])
  })

  it('wie niet bij de kern hoort, mag missen; van de spilfiguur wordt het gevraagd', async () => {
    await fixed()
    await overleg.says(ids.applicant, { comes: 'nee' })
    const before = await texts()
    await overleg.says(ids.keyPerson, { comes: 'nee' })
    expect((await texts()).filter((one) => !before.includes(one))).toEqual([
      'OCMW Voorbeeld kan toch niet komen. Verplaatsen?',
    ])
  })

  it('verzet: wat geregeld was, is opnieuw te regelen', async () => {
    await fixed()
    await overleg.moveTo(spanAt('2026-12-02T14:00', 120))
    expect(await texts()).toEqual([
      'Bezorg opnieuw de brief',
      'Bel CLB Voorbeeld: nodig uit',
      'Regel opnieuw de tolk',
      'Regel opnieuw de plaats',
    ])
  })

  it('op de dag zelf staat het er één keer; na het uur is de vraag of het er kwam', async () => {
    await fixed()
    await overleg.deliver('client')
    await overleg.arrange(arranged)
    await overleg.says(ids.byPhone, { comes: 'ja' })
    at('2026-12-01T14:59:59Z')
    expect(await week()).toEqual([{ title: 'Di 1 dec vandaag', what: 'Hou het overleg', path: undefined }])
    at('2026-12-01T15:00:00Z')
    expect(await week()).toEqual([
      { title: 'Wo 2 dec morgen', what: 'Is het overleg gehouden?', path: '/overleg/verslag' },
    ])
    at('2026-12-03T09:00:00Z')
    expect(await week()).toMatchObject([{ title: 'Te laat (1)', what: 'Is het overleg gehouden?' }])
  })
})

it('wie het dossier niet heeft, ziet er niets van; de coördinator wel, en beide keren is het opgeschreven', async () => {
  await asked()
  await fixed()
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
  await asked()
  work.deps.unseal = async () => {
    throw new Error('No key')
  }
  expect(await texts()).toEqual(['Bel iemand zonder naam: wanneer past het?'])
})

it('wat later te doen is en waarvan het overleg niets vraagt, wordt gelezen noch getoond', async () => {
  await placeDossier(work, { holder: 'casemanager-aalst', state: 'in_opvolging', nextOn: '2027-02-01' })
  expect(await texts()).toEqual(['Bel en plan het overleg'])
})

it('de geschiedenis zegt alles in woorden', async () => {
  const kit = new URL('../../forms/kit/overleg/', import.meta.url)
  const sources = ['decide.ts', 'save-table.ts'].map((name) => readFileSync(new URL(name, kit), 'utf8')).join('\n')
  const words = [...sources.matchAll(/'((?:tafel|akkoord|momenten?|praktisch|overleg|brief) [a-z ]+)'/g)].map(
    ([, word = '']) => word,
  )
  expect(words.length).toBeGreaterThanOrEqual(9)
  for (const word of words) expect(Object.keys(overlegDone), word).toContain(word)
  await seat()
  const html = await (await (await work.as('Casemanager Aalst')).get(filed.path)).text()
  expect(wordsIn(html)).toContain('De cliënt ging akkoord met de tafel')
})

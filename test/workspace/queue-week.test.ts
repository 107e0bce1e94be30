/** "Mijn week": what somebody must do up to and including Sunday, what is late first. */
import { beforeEach, describe, expect, it } from 'vitest'
import { place, placeMany } from '../support/place-dossiers.ts'
import { type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

/** A Wednesday, ten in the morning in Brussels. */
const wednesday = new Date('2026-11-25T09:00:00Z')
let loket: TestWorkspace
let coordinator: Visitor
let casemanager: Visitor
beforeEach(async () => {
  loket = await startTestWorkspace({ now: wednesday })
  ;[coordinator, casemanager] = await Promise.all([loket.as('Coördinator Aalst'), loket.as('Casemanager Aalst')])
})

async function week(visitor: Visitor, path = '/werkruimte/week') {
  const response = await visitor.get(path)
  const html = await response.text()
  expect(response.status).toBe(200)
  const days = [...html.matchAll(/<section class="lw-(?:band late|day[^"]*)">(.*?)<\/section>/gs)].map(
    ([, day = '']) => ({
      title: wordsIn(/<h2[^>]*>(.*?)<\/h2>/s.exec(day)?.[1] ?? '').trim(),
      what: [...day.matchAll(/class="what"[^>]*>(.*?)<\/(?:a|span)>/gs)].map(([, what = '']) => wordsIn(what).trim()),
      words: wordsIn(day),
      references: [...day.matchAll(/href="\/werkruimte\/dossier\/([^"]+)"/g)].map(([, reference]) => reference),
    }),
  )
  // A day of the week on which nothing is to be done is there too, as a column.
  const fresh = /<section class="lw-band new">(.*?)<\/section>/s.exec(html)?.[1] ?? ''
  return { html, words: wordsIn(html), days: days.filter(({ references }) => references.length > 0), fresh }
}
const mine = { holder: 'casemanager-aalst' }

it('toont per dag wat u moet doen, en wat te laat is eerst', async () => {
  const late = await place(loket, { ...mine, state: 'toegewezen', nextOn: '2026-11-20' })
  const today = await place(loket, { ...mine, state: 'wacht_op_aanvrager', nextOn: '2026-11-25' })
  const tomorrow = await place(loket, { ...mine, state: 'overleg_gepland', nextOn: '2026-11-26' })
  const sunday = await place(loket, { ...mine, state: 'in_opvolging', nextOn: '2026-11-29' })
  await place(loket, { ...mine, state: 'overleg_gepland', nextOn: '2026-11-30', toont: { over: 'VOLGENDE WEEK' } })

  const { days, words } = await week(casemanager)
  expect(days.map(({ title, references }) => [title, references])).toEqual([
    ['Te laat (1)', [late.reference]],
    ['Wo 25 nov vandaag', [today.reference]],
    ['Do 26 nov morgen', [tomorrow.reference]],
    ['Zo 29 nov', [sunday.reference]],
  ])
  expect(days[0]?.words).toContain('moest vr 20 nov')
  expect(days.map(({ what }) => what)).toEqual([
    ['Bel en plan het overleg'],
    ['Bel de aanvrager'],
    ['Hou het overleg'],
    ['Evalueer het plan'],
  ])
  expect(words).not.toContain('VOLGENDE WEEK')
})

it.each([
  ['2026-11-23T00:00:00Z', 'zondag 29 november 2026'],
  ['2026-11-29T22:59:59Z', 'zondag 29 november 2026'],
  ['2026-11-29T23:00:00Z', 'zondag 6 december 2026'], // midnight in Brussels
])('eindigt op %s bij %s', async (now, words) => {
  loket.clock.now = new Date(now)
  expect((await week(await loket.as('Casemanager Aalst'))).words).toContain(`Tot en met ${words}`)
})

it('vraagt na een doorverwijzing of de cliënt er geraakt is, tot iemand het weet', async () => {
  const referral = { aanbod: 'jac-aalst', checkOn: '2026-11-27' }
  const closed = { ...mine, state: 'doorverwezen', ttl: 2_000_000_000, stateSince: '2026-11-12T09:00:00.000Z' }
  const { reference } = await place(loket, { ...closed, referral, nextOn: referral.checkOn })
  await place(loket, { ...closed, referral: { ...referral, arrived: true }, nextOn: undefined })
  for (const visitor of [coordinator, casemanager]) {
    const { days } = await week(visitor)
    expect(days.map(({ references }) => references)).toEqual([[reference]])
    expect(days[0]?.words).toContain('Vraag of de cliënt er geraakt is')
  }
})

describe('van het hele netwerk', () => {
  it('zegt bij wie iets ligt, en bij wie niet', async () => {
    await place(loket, { nextOn: '2026-11-26' })
    await place(loket, { state: 'toegewezen', holder: 'casemanager-aalst-2', nextOn: '2026-11-26' })
    await place(loket, { state: 'toegewezen', holder: 'weg-uit-het-netwerk', nextOn: '2026-11-26' })
    const { days, fresh } = await week(coordinator)
    const [day] = days
    expect(wordsIn(fresh)).toContain('Nog te verdelen (1)')
    for (const words of ['bij Tweede casemanager Aalst', 'bij iemand die hier niet meer werkt'])
      expect(day?.words).toContain(words)
    // A casemanager has nothing of it.
    expect((await week(casemanager)).days).toEqual([])
  })

  it('toont wie hoeveel heeft, en wie afwezig is', async () => {
    for (const nextOn of ['2026-11-26', '2027-01-04', '2027-02-01'])
      await place(loket, { state: 'toegewezen', holder: 'casemanager-aalst', nextOn })
    const about = { by: 'coordinator-aalst', auditId: 'a', now: wednesday, auditDays: 365 }
    await loket.deps.absences.set(
      { network: 'aalst', person: 'casemanager-aalst' },
      { from: '2026-11-24', until: '2026-11-27' },
      about,
    )
    await loket.deps.absences.set(
      { network: 'aalst', person: 'casemanager-aalst-2' },
      { from: '2026-12-01', until: '2026-12-04' },
      about,
    )
    const { html } = await week(coordinator)
    const [, loads = ''] = /<section class="lw-band loads">(.*?)<\/section>/s.exec(html) ?? []
    const lines = [...loads.matchAll(/<li>(.*?)<\/li>/gs)].map(([, line = '']) => wordsIn(line).trim())
    expect(lines).toEqual([
      'Coördinator Aalst coördinator geen',
      'Casemanager Aalst casemanager afwezig tot en met vr 27 nov 3 dossiers',
      'Tweede casemanager Aalst casemanager afwezig van di 1 dec tot en met vr 4 dec geen',
    ])
    expect(html).toContain('<a href="/werkruimte?wie=casemanager-aalst">3 dossiers</a>')
    expect((await week(casemanager)).words).not.toContain('Wie heeft hoeveel')
  })
})

it('heeft een volgende pagina als de week erg vol is', async () => {
  for (let count = 0; count < 52; count += 1) await place(loket, { ...mine, state: 'toegewezen', nextOn: '2026-11-26' })
  const first = await week(casemanager)
  const next = /rel="next" href="([^"]+)"/.exec(first.html)?.[1] ?? ''
  const second = await week(casemanager, next)
  expect([first, second].map(({ days }) => days[0]?.references.length)).toEqual([46, 6])
  // A place in another list, or after Sunday, is an empty week and no error.
  expect((await week(casemanager, '/werkruimte/week?na=x2026-01-01%23LCO')).days).toEqual([])
})

it('is leeg in gewone woorden', async () => {
  expect((await week(casemanager)).words).toContain('U hebt deze week niets gepland.')
  expect((await week(await loket.as('Coördinator OTA'))).words).toContain('Er staat deze week niets gepland.')
})

describe('nieuw werk', () => {
  it('staat voor wie verdeelt bovenaan, ook als het pas later moet, met het nummer en de weg om toe te wijzen', async () => {
    const toont = { over: 'K.V.', organisatie: 'OCMW Aalst', telefoon: '053 00 00 61' }
    const later = await place(loket, { nextOn: '2026-12-14', toont })
    const late = await place(loket, { nextOn: '2026-11-20', toont: { over: 'M.V.' } })
    const { fresh, days } = await week(coordinator)
    const references = [...fresh.matchAll(/data-dossier="([^"]+)"/g)].map(([, reference]) => reference)
    expect([references, days]).toEqual([[late.reference, later.reference], []])
    for (const text of ['K.V.', 'OCMW Aalst', 'lees en beslis', 'te laat, vr 20 nov'])
      expect(wordsIn(fresh)).toContain(text)
    expect(fresh).toContain('href="tel:+3253000061"')
    // Who left no number has no "Bel".
    expect(fresh.match(/href="tel:/g)).toHaveLength(1)
    expect(fresh).toContain(`href="/werkruimte/dossier/${later.reference}/toewijzen"`)
    expect((await week(casemanager)).fresh).toBe('')
  })

  it('is er te veel, dan zegt het dat, met de weg naar alles', async () => {
    await placeMany(loket, await place(loket, { nextOn: '2026-11-26' }), 15)
    const { fresh } = await week(coordinator)
    expect(wordsIn(fresh)).toContain('Nog te verdelen (10+)')
    expect(fresh).toContain('href="/werkruimte?toon=te-verdelen"')
  })
})

describe('een andere week', () => {
  const next = '/werkruimte/week?week=2026-11-30'

  it('volgende week toont wat dan moet, en niets van deze', async () => {
    await place(loket, { ...mine, state: 'toegewezen', nextOn: '2026-11-27' })
    const then = await place(loket, { ...mine, state: 'overleg_gepland', nextOn: '2026-11-30' })
    await place(loket, { ...mine, state: 'in_opvolging', nextOn: '2026-12-07' })
    expect((await week(casemanager)).html).toContain(`href="${next}"`)
    const { days, words, html } = await week(casemanager, next)
    expect(days.map(({ title, references }) => [title, references])).toEqual([['Ma 30 nov', [then.reference]]])
    expect(words).toContain('Van maandag 30 november 2026 tot en met zondag 6 december 2026')
    for (const path of ['/werkruimte/week', '/werkruimte/week?week=2026-12-07'])
      expect(html).toContain(`href="${path}"`)
  })

  it.each(['2026-11-23', '2026-12-01', '2025-01-06', '2031-01-06', 'volgende', '%00'])(
    'wat geen maandag is die nog komt (%s), is deze week',
    async (asked) => {
      const { words } = await week(casemanager, `/werkruimte/week?week=${asked}`)
      expect(words).toContain('Tot en met zondag 29 november 2026')
    },
  )
})

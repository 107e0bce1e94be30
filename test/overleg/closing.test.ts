/** What becomes of an open overleg when its dossier ends, goes to somebody else, or comes back (docs/overleg.md §1, §2). */

import { beforeEach, describe, expect, it } from 'vitest'
import { markOf } from '../../forms/kit/overleg/overleg.ts'
import { overlegAlong } from '../../functions/shared/overleg-along.ts'
import { makeExplainedMove } from '../../functions/workspace/make-explained-move.ts'
import { demoContent, demoPerson } from '../support/content.ts'
import { dossierOf, type Filed, fileHeld, hiddenOn } from '../support/dossier.ts'
import { openDays } from '../support/open-days.ts'
import { overlegOf, type TestOverleg } from '../support/overleg.ts'
import { fullTable, tableOfApplicant, twoMoments } from '../support/overleg-tables.ts'
import { type Fields, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const monday = new Date('2026-11-23T09:00:00Z')
const holder = 'casemanager-aalst'

let work: TestWorkspace
let filed: Filed
let overleg: TestOverleg
let coordinator: Visitor

beforeEach(async () => {
  work = await startTestWorkspace({ now: monday })
  filed = await fileHeld(work, { fast: true })
  overleg = overlegOf(work, filed.reference)
  coordinator = await work.as('Coördinator Aalst')
})

const everything: Fields = {
  drempels: 'geen',
  toelichting: 'Zo is het.',
  aanbod: 'caw',
  naar: 'aalst/vraag',
  toch: 'ja',
}
async function act(action: string, more: Fields = {}) {
  const path = `${filed.path}/${action}`
  const hidden = await hiddenOn(coordinator, path)
  const fields = Object.fromEntries(
    Object.entries({ ...everything, ...more }).filter(([name]) => asks[action]?.includes(name)),
  )
  return coordinator.post(path, {
    revision: hidden.revision ?? '',
    ...(action === 'verplaatsen' ? {} : { bij: hidden.bij ?? '' }),
    ...fields,
  })
}
const asks: Readonly<Record<string, readonly string[]>> = {
  afsluiten: ['drempels'],
  advies: ['toelichting', 'drempels'],
  doorverwijzen: ['aanbod', 'toelichting', 'drempels'],
  verplaatsen: ['naar', 'toelichting'],
  andere_casemanager: ['persoon', 'toch'],
  toewijzen: ['persoon', 'toch'],
  teruggeven: ['toelichting'],
}
const history = async () =>
  (await work.items('loket'))
    .filter(({ pk, sk }) => pk === `DOSSIER#${filed.reference}` && String(sk).startsWith('AUDIT#'))
    .map(({ what }) => String(what))
const planned = async () =>
  (await work.items('loket')).filter(
    ({ pk, sk, mails }) => pk === `OUTBOX#${filed.reference}_01` && sk === 'PLAN' && JSON.stringify(mails) !== '[]',
  )

describe.each(['afsluiten', 'advies', 'doorverwijzen', 'intrekken', 'verplaatsen'])('%s', (action) => {
  it('zegt eerst wat er vertrekt, en doet dan het overleg niet doorgaan: in één keer', async () => {
    await overleg.table(tableOfApplicant)
    await overleg.asked(twoMoments)
    expect(await planned()).toHaveLength(1)
    const page = await (await coordinator.get(`${filed.path}/${action}`)).text()
    expect(page).toContain('data-overleg-stopt="2"')
    expect(wordsIn(page)).toContain(
      'Er loopt een overleg. Dat gaat dan niet door. 2 mensen aan tafel krijgen een mail.',
    )
    expect((await act(action)).status).toBe(303)

    const dossier = await dossierOf(work, filed.reference)
    const { overleg: now } = await overleg.now()
    expect([dossier.ttl !== undefined, now.state]).toEqual([true, 'afgelast'])
    expect(dossier.overleg).toEqual(markOf(now))
    expect(now.changed).toMatchObject({ by: 'coordinator-aalst' })
    expect((await overleg.sent()).filter((id) => id.includes('afgelast'))).toHaveLength(1)
    expect(await planned()).toEqual([])
    expect(await history()).toEqual(
      expect.arrayContaining([action === 'verplaatsen' ? 'verplaatst' : action, 'overleg afgelast']),
    )
  })
})

it('is er nog niemand gevraagd, dan vertrekt er niets naar de tafel', async () => {
  await overleg.table(tableOfApplicant)
  expect(await (await coordinator.get(`${filed.path}/afsluiten`)).text()).toContain(
    'Er vertrekt geen mail naar wie aan tafel zit.',
  )
  await act('afsluiten')
  expect(await overleg.sent()).toEqual([])
  expect((await overleg.now()).overleg.state).toBe('afgelast')
})

it('een dossier zonder overleg zegt er niets van, en schrijft niets meer', async () => {
  expect(await (await coordinator.get(`${filed.path}/afsluiten`)).text()).not.toContain('Er loopt een')
  await act('afsluiten')
  expect((await dossierOf(work, filed.reference)).overleg).toBeUndefined()
  expect(await history()).not.toContain('overleg afgelast')
})

it('heropenen brengt geen afgelopen overleg terug', async () => {
  await overleg.table(tableOfApplicant)
  await overleg.asked(twoMoments)
  await overleg.fix()
  await act('afsluiten')
  const before = await overleg.sent()
  await act('heropenen')
  const dossier = await dossierOf(work, filed.reference)
  expect([dossier.state, dossier.overleg?.state]).toEqual(['toegewezen', 'afgelast'])
  expect((await overleg.now()).overleg.state).toBe('afgelast')
  expect(await overleg.sent()).toEqual(before)
  expect(wordsIn(await (await work.visitor().get(filed.status)).text())).toContain(
    'Het overleg ging niet door. Casemanager Aalst zoekt samen met de cliënt hoe het verder kan.',
  )
})

describe('wie het dossier krijgt', () => {
  beforeEach(async () => {
    await overleg.table(tableOfApplicant)
    await overleg.asked(twoMoments)
  })
  const planFor = async () => JSON.stringify(await planned())

  it('krijgt het overleg, met wat later gevraagd wordt; de tafel hoort er niets van', async () => {
    const before = await overleg.sent()
    expect(await (await coordinator.get(`${filed.path}/andere_casemanager`)).text()).toContain('Dat gaat mee.')
    expect((await act('andere_casemanager', { persoon: 'casemanager-aalst-2' })).status).toBe(303)
    expect((await overleg.now()).overleg).toMatchObject({
      holder: 'casemanager-aalst-2',
      state: 'gepolst',
    })
    expect(await planFor()).toContain('casemanager-aalst-2')
    expect(await overleg.sent()).toEqual(before)
  })

  it('teruggegeven: van niemand, en de coördinatoren horen het', async () => {
    expect((await act('teruggeven')).status).toBe(303)
    expect((await overleg.now()).overleg).not.toHaveProperty('holder')
    expect(await planFor()).toContain('"to":"triage"')
  })

  it('met een dag die vastligt: wie het daarna krijgt, is op weg naar die dag', async () => {
    await overleg.fix()
    await act('teruggeven')
    expect((await dossierOf(work, filed.reference)).state).toBe('ingediend')
    expect((await act('toewijzen', { persoon: 'casemanager-aalst-2' })).status).toBe(303)
    expect(await dossierOf(work, filed.reference)).toMatchObject({
      ...{ state: 'overleg_gepland', nextOn: '2026-12-01', holder: 'casemanager-aalst-2' },
      overleg: { state: 'vastgelegd' },
    })
    expect((await overleg.now()).overleg).toMatchObject({
      holder: 'casemanager-aalst-2',
      state: 'vastgelegd',
    })
  })

  it('van wie ziek wordt: met alles tegelijk', async () => {
    const fields = { alles: 'ja', naar: 'casemanager-aalst-2' }
    expect((await coordinator.post(`/werkruimte/beheer/mensen/${holder}/overdragen`, fields)).status).toBe(303)
    expect((await dossierOf(work, filed.reference)).holder).toBe('casemanager-aalst-2')
    expect((await overleg.now()).overleg.holder).toBe('casemanager-aalst-2')
  })
})

describe('twee tegelijk', () => {
  const closing = async () => {
    const { service, file } = await overleg.now()
    const by = demoPerson('coordinator-aalst')
    const command = { action: 'afsluiten', by, drempels: ['geen'] }
    return { service, content: demoContent('aalst'), dossier: file.dossier, command, reason: undefined }
  }

  it('wie het overleg net wijzigde, was eerst: er is niets afgesloten, en daarna wel', async () => {
    await overleg.table(tableOfApplicant)
    const about = await closing()
    const slow = {
      ...work.deps,
      overlegs: {
        ...work.deps.overlegs,
        read: async (...asked: Parameters<typeof work.deps.overlegs.read>) => {
          const kept = await work.deps.overlegs.read(...asked)
          await overleg.table([{ dienst: 'Nieuw', bereik: 'telefoon', telefoon: '+3253222222' }])
          return kept
        },
      },
    }
    expect((await makeExplainedMove(slow, about)).kind).toBe('changed')
    expect((await dossierOf(work, filed.reference)).ttl).toBeUndefined()
    expect((await overleg.now()).overleg.state).toBe('voorbereiden')
    expect((await makeExplainedMove(work.deps, await closing())).kind).toBe('moved')
  })

  it('tien keer afsluiten is één keer, met één ronde mails; zonder kijken waren het er tien', async () => {
    await overleg.table(tableOfApplicant)
    await overleg.asked(twoMoments)
    const about = await closing()
    const made = await Promise.all(Array.from({ length: 10 }, () => makeExplainedMove(work.deps, about)))
    expect(made.filter(({ kind }) => kind === 'moved')).toHaveLength(1)
    expect((await overleg.sent()).filter((id) => id.includes('afgelast'))).toHaveLength(1)
    // The control: where the store looks at nothing, each of them closes it.
    const blind = { ...work.deps, dossiers: { ...work.deps.dossiers, move: async () => 'moved' as const } }
    const all = await Promise.all(Array.from({ length: 10 }, () => makeExplainedMove(blind, about)))
    expect(all.filter(({ kind }) => kind === 'moved')).toHaveLength(10)
  })
})

it('met 22 mensen aan tafel blijft afsluiten een kleine schrijfbeurt', async () => {
  await overleg.table(fullTable)
  await overleg.asked(twoMoments)
  const { service, file } = await overleg.now()
  const decision = {
    ...{ kind: 'moved' as const, mails: { put: [], takeBack: {} } },
    dossier: { ...file.dossier, state: 'afgesloten', ttl: 1_900_000_000 },
  }
  const along = await overlegAlong(work.deps, {
    ...{ service, content: demoContent('aalst'), before: file.dossier },
    ...{ decision, by: holder, now: monday, days: openDays() },
  })
  expect(along.writes).toHaveLength(4)
})

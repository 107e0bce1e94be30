/** Two people of the network who change one table at the same moment (docs/overleg.md §1, §2). */
import { beforeEach, expect, it } from 'vitest'
import { fix } from '../../forms/kit/overleg/decide.ts'
import { clients } from '../../forms/kit/overleg/overleg.ts'
import { mailSubjectOf } from '../../forms/kit/overleg/rounds.ts'
import { nothingSaid } from '../../forms/kit/overleg/said.ts'
import { addressKey } from '../../functions/shared/store/keys.ts'
import { createOverlegs } from '../../functions/shared/store/overlegs.ts'
import { overlegPath } from '../../functions/shared/work-paths.ts'
import { storeDecision } from '../../functions/workspace/overleg/store-decision.ts'
import { demoContent, demoPerson } from '../support/content.ts'
import { openDays } from '../support/open-days.ts'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import { cells, rowNamed, tableOn } from '../support/table.ts'
import type { Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let overleg: TestOverleg
let [one, other]: Visitor[] = []
beforeEach(async () => {
  work = await startTestWorkspace()
  overleg = await startOverleg(work)
  ;[one, other] = [await work.as('Casemanager Aalst'), await work.as('Coördinator Aalst')]
})

const practical = { vorm: 'fysiek', tolk: 'niet_nodig', place: 'Zaal 1', onlineLink: '' } as const
const tafel = () => overlegPath(overleg.reference, 'tafel')
const fieldsOn = async () => tableOn(await (await (one as Visitor).get(tafel())).text())
const save = (who: Visitor | undefined, fields: Record<string, string>) =>
  (who as Visitor).post(tafel(), { ...fields, actie: 'bewaar' })
const addresses = async () =>
  (await work.items('loket')).filter(({ sk, pk }) => sk === addressKey('').sk && String(pk).includes(overleg.reference))

it('twee verbeteren hetzelfde adres: de mail gaat waar de eerste zei, en van de tweede blijft niets staan', async () => {
  for (let time = 0; time < 5; time += 1) {
    const fields = await fieldsOn()
    const { reach, overleg: before } = await overleg.now()
    const id = await overleg.idOf('Noor')
    const row = rowNamed(fields, String(reach.get(id)?.email))
    const emails = [`een-${time}@caw.example`, `twee-${time}@caw.example`]
    const statuses = await Promise.all(
      [one, other].map(
        async (who, at) => (await save(who, { ...fields, ...cells(row, { email: emails[at] ?? '' }) })).status,
      ),
    )
    expect([...statuses].sort()).toEqual([303, 409])
    const won = emails[statuses.indexOf(303)]
    const after = await overleg.now()
    const version = (before.participants[id]?.linkVersion ?? 0) + 1
    expect([after.overleg.participants[id]?.linkVersion, after.reach.get(id)?.email]).toEqual([version, won])
    expect(JSON.stringify(await work.items('loket'))).not.toContain(emails[statuses.indexOf(409)])
  }
})

it('wie als tweede iemand aan tafel zette, laat geen adres achter', async () => {
  const fields = await fieldsOn()
  const statuses = await Promise.all(
    [one, other].map(async (who, at) => {
      const added = { dienst: `Dienst ${at}`, bereik: 'mail', email: `nieuw-${at}@dienst.example`, beroepsgeheim: 'ja' }
      return (await save(who, { ...fields, ...cells(30, added) })).status
    }),
  )
  expect([...statuses].sort()).toEqual([303, 409])
  const { overleg: kept } = await overleg.now()
  const known = Object.entries(kept.participants).flatMap(([id, { linkVersion }]) =>
    Array.from({ length: linkVersion }, (_, at) => addressKey(mailSubjectOf(kept, id, at + 1)).pk),
  )
  expect((await addresses()).filter(({ pk }) => !known.includes(String(pk)))).toEqual([])
})

it('viel een eerste poging uit na het adres, dan lukt de tweede', async () => {
  const fields = await fieldsOn()
  const row = rowNamed(fields, 'noor@caw.example')
  const { overleg: before } = await overleg.now()
  const left = { participant: await overleg.idOf('Noor'), linkVersion: 2, email: 'half@caw.example' }
  const about = { hmacOf: () => 'hmac', now: work.clock.now }
  await createOverlegs(work.connection).putAddresses({ ...before, revision: before.revision + 1 }, [left], about)
  const changed = { ...fields, ...cells(row, { email: 'goed@caw.example' }) }
  expect((await save(one, changed)).status).toBe(409)
  work.clock.later(61)
  expect((await save(one, changed)).status).toBe(303)
  expect((await overleg.now()).reach.get(left.participant)?.email).toBe('goed@caw.example')
})

it('een antwoord langs een link telt niet meer zodra er een naam staat waar de cliënt nog niet mee akkoord ging', async () => {
  await overleg.moments()
  await overleg.ask()
  const id = await overleg.idOf('Noor')
  const answer = async () =>
    work.deps.overlegs.answer({
      ...{ overleg: (await overleg.now()).overleg, participant: id, mails: { put: [], takeBack: {} } },
      ...{ while: 'gepolst', linkVersion: 1, now: work.clock.now },
      said: { ...nothingSaid(id), revision: 1, declinedAt: work.clock.now.toISOString() },
    })
  const rename = (naam: string, agreed: boolean) =>
    overleg.changeTable((rows) => rows.map((row) => (row.id === id ? { ...row, naam } : row)), { agreed })
  await rename('Iemand Anders', false)
  expect(await answer()).toBe('changed')
  await rename('Iemand Anders', true)
  expect(await answer()).toBe('stored')
})

it('kan de cliënt toch niet op het moment dat een ander vastlegt, dan ligt het niet vast', async () => {
  await overleg.moments()
  const { overleg: table, ...found } = await overleg.now()
  const [client] = clients(table)
  const id = client?.id ?? ''
  // Decided on what was read before the client's answer was noted.
  const decided = fix({ ...found, overleg: table }, 'm1', practical, {
    by: 'casemanager-aalst',
    now: work.clock.now,
    days: openDays(),
  })
  const noted = await (one as Visitor).post(overlegPath(overleg.reference), {
    ...tableOn(await (await (one as Visitor).get(overlegPath(overleg.reference))).text()),
    [`antwoord.${id}.m1`]: 'kan_niet',
  })
  expect(noted.status).toBe(303)
  if (decided.kind === 'refused') throw new Error(decided.reason)
  const person = demoPerson('casemanager-aalst')
  const about = { found: { ...found, overleg: table }, content: demoContent('aalst'), decided, person }
  expect(await storeDecision(work.deps, { ...about, now: work.clock.now })).toBe('changed')
  expect((await overleg.now()).overleg.state).toBe('voorbereiden')
  expect((await overleg.fix('m2')).overleg.state).toBe('vastgelegd')
})

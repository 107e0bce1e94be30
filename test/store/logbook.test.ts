/** One item per line of a logbook, and yet one logbook: in order, once, and gone together. */
import { beforeEach, describe, expect, it } from 'vitest'
import { planAnew } from '../../forms/kit/post/mail.ts'
import { type LogbookLine, mostWithReasons } from '../../functions/shared/store/logbook.ts'
import { dossierOf, fileRequest, place } from '../support/dossier.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let reference: string
beforeEach(async () => {
  work = await startTestWorkspace()
  ;({ reference } = await fileRequest(work))
})

const called = (id: string): LogbookLine => ({
  ...{ id, at: work.clock.now.toISOString(), who: 'coordinator-aalst', kind: 'gebeld' },
})
const items = async () =>
  (await work.items('loket')).filter(({ pk, sk }) => pk === `DOSSIER#${reference}` && `${sk}`.startsWith('LOGBOEK'))
const ids = async (now = work.clock.now) =>
  (await work.deps.dossierFiles.read(reference, now))?.lines.map(({ id }) => id)
async function put(Item: Record<string, unknown>) {
  const { client, PutCommand } = await work.connection.dynamo()
  await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
}
/** A move as the store gets it; `ttl` closes the dossier, `undefined` opens it. */
async function move(ttl: number | undefined, note?: LogbookLine, revision?: number) {
  const before = await dossierOf(work, reference)
  const { ttl: _, ...open } = before
  const after = { ...open, revision: before.revision + 1, ...(ttl === undefined ? {} : { ttl }) }
  const about = { mails: planAnew([]), counts: [], audit: { who: 'p', what: 'x' }, auditDays: 9, now: work.clock.now }
  return work.deps.dossiers.move({
    ...{ before: { ...before, planned: [], revision: revision ?? before.revision }, after, note },
    ...{ auditId: `a-${before.revision}-${ttl}`, ...about },
  })
}

describe('een logboek', () => {
  it('heeft een item per lijn, in de volgorde waarin ze kwamen', async () => {
    for (const id of ['z', 'a', 'm']) expect(await work.deps.logbook.add(reference, called(id))).toBe('added')
    expect(await work.deps.logbook.add(reference, called('a'))).toBe('already')
    expect(await ids()).toEqual(['z', 'a', 'm'])
    expect((await items()).map(({ sk }) => sk)).toEqual(['LOGBOEK', 'LOGBOEK#a', 'LOGBOEK#m', 'LOGBOEK#z'])
  })

  it('neemt twintig lijnen tegelijk aan, elk één keer', async () => {
    const twice = Array.from({ length: 20 }, (_, index) => [`l${index}`, `l${index}`]).flat()
    const added: string[] = []
    // A few at once, as a few people are: more than that wait for each other until they give up.
    for (let from = 0; from < twice.length; from += 4)
      added.push(
        ...(await Promise.all(twice.slice(from, from + 4).map((id) => work.deps.logbook.add(reference, called(id))))),
      )
    expect(added.filter((one) => one === 'added')).toHaveLength(20)
    expect((await ids())?.toSorted()).toEqual([...new Set(twice)].sort())
  })

  it('toont lijnen van 0.1.0, die in één item staan, naast nieuwe: op tijd', async () => {
    const old = [called('oud-1'), { ...called('oud-2'), at: '2030-01-01T00:00:00.000Z' }]
    await put({ pk: `DOSSIER#${reference}`, sk: 'LOGBOEK', lines: old, ids: ['oud-1'] })
    work.clock.later(60)
    expect(await work.deps.logbook.add(reference, called('nieuw'))).toBe('added')
    for (const id of ['oud-1', 'oud-2']) expect(await work.deps.logbook.add(reference, called(id))).toBe('already')
    expect(await ids()).toEqual(['oud-1', 'nieuw', 'oud-2'])
    expect(await move(4_000_000_000)).toBe('moved')
    expect((await items()).map(({ ttl }) => ttl)).toEqual([4_000_000_000, 4_000_000_000])
  })
})

describe('het einde van een logboek', () => {
  const end = 4_000_000_000
  const ends = async () => (await items()).map(({ ttl }) => ttl)

  it('komt niet bij een dossier dat open blijft, omdat er voor een reden geen plaats is', async () => {
    await work.deps.logbook.add(reference, called('a'))
    const full = Array.from({ length: mostWithReasons }, (_, at) => (at === 0 ? 'a' : `r${at}`))
    await put({ pk: `DOSSIER#${reference}`, sk: 'LOGBOEK', ids: full })
    expect(await move(end, called('reden'))).toBe('full')
    expect(await ends()).toEqual([undefined, undefined])
    // A control: without a reason it closes, and takes them along.
    expect(await move(end)).toBe('moved')
    expect(new Set(await ends())).toEqual(new Set([end]))
  })

  it.each([[undefined], ['reden']])('komt met dat van het dossier, en gaat ermee weg (%s)', async (reden) => {
    for (const id of ['a', 'b']) await work.deps.logbook.add(reference, called(id))
    expect(await move(end, reden === undefined ? undefined : called(reden))).toBe('moved')
    expect(new Set(await ends())).toEqual(new Set([end]))
    await work.deps.logbook.add(reference, called('later'))
    expect(new Set(await ends())).toEqual(new Set([end]))
    expect(await ids()).toEqual(['a', 'b', ...(reden ? [reden] : []), 'later'])
    expect((await ids(new Date(end * 1000))) ?? []).toEqual([])
    expect(await move(undefined)).toBe('moved')
    expect(new Set(await ends())).toEqual(new Set([undefined]))
  })

  it('komt niet als iemand anders eerst was', async () => {
    await work.deps.logbook.add(reference, called('a'))
    expect(await move(end, undefined, 7)).toBe('changed')
    expect(await ends()).toEqual([undefined, undefined])
  })

  it('geldt ook voor een lijn die op dat moment komt', async () => {
    await work.deps.logbook.add(reference, called('a'))
    const done = await Promise.all([move(end), work.deps.logbook.add(reference, called('net nu'))])
    expect(done).toEqual(['moved', 'added'])
    expect(await ends()).toEqual([end, end, end])
  })

  it('is er ook voor een dossier zonder lijnen', async () => {
    expect(await move(end)).toBe('moved')
    expect(await ends()).toEqual([end])
    await place(work, reference, {})
    expect(await ids()).toEqual([])
  })
})

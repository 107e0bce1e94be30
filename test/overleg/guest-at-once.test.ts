/** What an answer along a link costs, and two who answer or decide at once (docs/overleg.md §1). */
import { beforeEach, describe, expect, it } from 'vitest'
import { saidKey } from '../../functions/shared/store/keys.ts'
import type { AnswerToStore } from '../../functions/shared/store/overlegs.ts'
import { mailsOfKind } from '../support/mails.ts'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import { fullTable } from '../support/overleg-tables.ts'
import type { Visitor } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let overleg: TestOverleg
let guest: Visitor
beforeEach(async () => {
  work = await startTestWorkspace()
  overleg = await startOverleg(work)
  await overleg.asked()
  guest = work.visitor()
})

const antwoordMails = async () => mailsOfKind(await work.items('loket'), 'overleg-antwoord')

describe('wat een antwoord kost', () => {
  it('hoogstens zes regels in één keer, ook met 22 aan tafel', async () => {
    const large = await startOverleg(work, { table: fullTable })
    await large.asked()
    const path = await large.link('Medewerker 07')
    const { client } = await work.connection.dynamo()
    const asked: { name: string; items: number }[] = []
    const send = client.send.bind(client)
    client.send = ((command: { constructor: { name: string }; input: { TransactItems?: unknown[] } }) => {
      asked.push({ name: command.constructor.name, items: command.input.TransactItems?.length ?? 0 })
      return send(command as never)
    }) as never
    await guest.post(path, { 'antwoord.m1': 'kan' })
    await large.fix()
    await guest.post(path, { komt: 'nee' })
    asked.length = 0
    await guest.post(path, { komt: 'ja' })
    await guest.post(path, { komt: 'nee' })
    await guest.get(path)
    client.send = send as never
    const writes = asked.filter(({ name }) => name === 'TransactWriteCommand').map(({ items }) => items)
    expect(writes).toEqual([4, 5])
    // And to read: the overleg, and what they said. What somebody did leaves a sign of life.
    const others = asked.map(({ name }) => name).filter((name) => name !== 'TransactWriteCommand')
    expect(others.filter((name) => name !== 'PutCommand')).toEqual(Array.from({ length: 6 }, () => 'GetCommand'))
    expect(others.filter((name) => name === 'PutCommand')).toHaveLength(writes.length)
  })

  it('één spoor per link per uur', async () => {
    const path = await overleg.link('CAW')
    for (const answer of ['kan', 'kan_niet', 'kan']) await guest.post(path, { 'antwoord.m1': answer })
    const trail = async () => (await work.items('loket')).filter(({ sk }) => String(sk).startsWith('SPOOR#01'))
    expect(await trail()).toHaveLength(1)
    work.clock.later(3600)
    await guest.post(path, { 'antwoord.m1': 'kan_niet' })
    expect(await trail()).toHaveLength(2)
  })
})

describe('twee tegelijk', () => {
  /** Nobody writes before all of them have read. */
  function readTogether(count: number): void {
    const { overlegs } = work.guestDeps
    const all = Promise.withResolvers<void>()
    let waiting = 0
    work.guestDeps.overlegs = {
      ...overlegs,
      readFor: async (...args) => {
        const found = await overlegs.readFor(...args)
        waiting += 1
        if (waiting === count) all.resolve()
        await all.promise
        return found
      },
    }
  }

  /** As if the store asked nothing: what was read is written, whatever happened meanwhile. */
  function withoutConditions(): void {
    work.guestDeps.overlegs.answer = async ({ overleg: { reference, number }, participant, said }: AnswerToStore) => {
      const { client, PutCommand } = await work.connection.dynamo()
      const Item = { ...saidKey(reference, number, participant), ...said }
      await client.send(new PutCommand({ TableName: work.connection.tables.loket, Item }))
      return 'stored'
    }
  }

  async function inTwoTabs(): Promise<string[]> {
    const path = await overleg.link('CAW')
    const answers = await Promise.all(['m1', 'm2'].map((moment) => guest.post(path, { [`antwoord.${moment}`]: 'kan' })))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const said = (await overleg.now()).said.get(await overleg.idOf('CAW'))
    return Object.keys(said?.moments ?? {}).sort()
  }

  it('twee vensters van één genodigde: beide antwoorden blijven, elk met een mail', async () => {
    readTogether(2)
    expect(await inTwoTabs()).toEqual(['m1', 'm2'])
    expect(await antwoordMails()).toHaveLength(2)
  })

  it('controle: zonder voorwaarde ging er één verloren', async () => {
    readTogether(2)
    withoutConditions()
    expect(await inTwoTabs()).toHaveLength(1)
  })

  /** The casemanager fixes a moment after the guest's page was read, and before their answer is stored. */
  async function fixedMeanwhile(): Promise<number> {
    const path = await overleg.link('CAW')
    const { overlegs } = work.guestDeps
    let fixed = false
    work.guestDeps.overlegs = {
      ...overlegs,
      readFor: async (...args) => {
        const found = await overlegs.readFor(...args)
        if (!fixed) {
          fixed = true
          await overleg.fix()
        }
        return found
      },
    }
    return (await guest.post(path, { 'antwoord.m2': 'kan' })).status
  }

  it('een moment dat net vastligt: het antwoord wordt niet bewaard, en dat staat er', async () => {
    expect(await fixedMeanwhile()).toBe(409)
    expect((await overleg.now()).said.size).toBe(0)
    expect(await antwoordMails()).toEqual([])
  })

  it('controle: zonder voorwaarde werd het toch bewaard', async () => {
    const path = overleg.link('CAW')
    const { overlegs } = work.guestDeps
    withoutConditions()
    const naive = work.guestDeps.overlegs.answer
    work.guestDeps.overlegs = {
      ...overlegs,
      readFor: async (...args) => {
        const found = await overlegs.readFor(...args)
        if ((await overleg.now()).overleg.state === 'gepolst') await overleg.fix()
        return found
      },
      answer: naive,
    }
    expect((await guest.post(await path, { 'antwoord.m2': 'kan' })).status).toBe(303)
    expect((await overleg.now()).said.size).toBe(1)
  })

  it('van tafel gehaald terwijl het antwoord onderweg is: niets bewaard, de link is dood', async () => {
    const path = await overleg.link('CAW')
    const { overlegs } = work.guestDeps
    let left = false
    work.guestDeps.overlegs = {
      ...overlegs,
      readFor: async (...args) => {
        const found = await overlegs.readFor(...args)
        if (!left) {
          left = true
          await overleg.leaves('CAW')
        }
        return found
      },
    }
    expect((await guest.post(path, { 'antwoord.m2': 'kan' })).status).toBe(404)
    expect((await overleg.now()).said.size).toBe(0)
  })

  it('heel de tafel tegelijk: elk antwoord telt, en niemand wacht op een ander', async () => {
    const large = await startOverleg(work, { table: fullTable })
    await large.asked()
    const links = await Promise.all(fullTable.slice(1).map(({ naam = '' }) => large.link(naam)))
    const answers = await Promise.all(links.map((path) => guest.post(path, { 'antwoord.m1': 'kan' })))
    expect(answers.map(({ status }) => status)).toEqual(links.map(() => 303))
    expect((await large.now()).said.size).toBe(21)
  })
})

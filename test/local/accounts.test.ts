/** Whom one can sign in as on this machine: everybody of every network now, and nobody by a name alone. */
import { beforeEach, describe, expect, it } from 'vitest'
import { networks } from '../../forms/index.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { limburg } from '../../forms/networks/limburg.ts'
import { accountsOf, membersOf, subjectOf } from '../../functions/local/accounts.ts'
import { seedContents } from '../../functions/local/demo-content.ts'
import { demoPeople } from '../../functions/local/demo-people.ts'
import { startSignIn } from '../../functions/local/sign-in.ts'
import { createContentChanges } from '../../functions/shared/store/content-changes.ts'
import { type Contents, createContents } from '../../functions/shared/store/contents.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { createIdentities, identityId } from '../../functions/shared/store/identities.ts'
import { freshTables } from '../support/dynamodb.ts'

const now = new Date('2026-12-01T09:00:00Z')
const about = { auditId: 'a', now, auditDays: 365 }
let connection: Connection<Tables>
let contents: Contents
beforeEach(async () => {
  connection = await freshTables()
  contents = createContents(connection, () => now)
  await seedContents(connection, contents, networks, now)
})

let number = 0
async function letIn(network: typeof aalst, name: string, employer = 'CAW'): Promise<string> {
  number += 1
  const { revision } = await contents.stored(network)
  const id = `p${number}`
  const to = { id, name, role: 'casemanager' as const, employer, email: `p${number}@caw.example`, phone: '053721111' }
  const change = { revision, who: 'coordinator-aalst', what: 'gewijzigd' as const, ...about, auditId: id }
  await createContentChanges(connection, contents).change(network, [{ of: 'people', key: id, to }], change)
  return id
}
const labels = async () =>
  accountsOf(demoPeople, await membersOf(networks, contents)).map(({ label, subject }) => [label, subject])
const added = async () => (await labels()).slice(demoPeople.length)
const issuerAt = (port: number) => `http://localhost:${port}/_local/oidc`
const start = (port = 3000) =>
  startSignIn({
    ...{ url: `http://localhost:${port}`, callbackPath: '/terug', connection, networks, contents },
    people: demoPeople,
  })
const whoIs = (subject: string, port = 3000) => createIdentities(connection).find(identityId(issuerAt(port), subject))

describe('the accounts of this machine', () => {
  it('are those of the demo, each once', async () => {
    expect(await labels()).toEqual(demoPeople.map((name) => [name, subjectOf(name)]))
  })

  it('one more for whoever is let in', async () => {
    const id = await letIn(aalst, 'Nele Claes')
    expect(await added()).toEqual([['Nele Claes', `aalst.${id}`]])
  })

  it('who has the name of another is told apart: by network, by service, by id', async () => {
    const [one, two] = [await letIn(aalst, 'Jan Peeters', 'CAW'), await letIn(limburg, 'Jan Peeters', 'CAW')]
    expect(await added()).toEqual([
      ['Jan Peeters (LCO Aalst)', `aalst.${one}`],
      ['Jan Peeters (LCO Limburg)', `limburg.${two}`],
    ])
    const three = await letIn(aalst, 'Jan Peeters', 'OCMW')
    const four = await letIn(aalst, 'Jan Peeters', 'OCMW')
    expect((await added()).map(([label]) => label)).toEqual([
      'Jan Peeters (LCO Aalst, CAW)',
      `Jan Peeters (LCO Aalst, ${three})`,
      `Jan Peeters (LCO Aalst, ${four})`,
      'Jan Peeters (LCO Limburg)',
    ])
  })

  it.each(['Casemanager Aalst', 'Buitenstaander'])(
    'a second %s is no demo person, and a restart binds them to nothing',
    async (name) => {
      const id = await letIn(aalst, name)
      expect(await added()).toEqual([[`${name} (LCO Aalst)`, `aalst.${id}`]])
      await start()
      expect(await createIdentities(connection).isBound({ network: 'aalst', person: id })).toBe(false)
    },
  )

  it('who of the demo is called otherwise since keeps the account, by either name', async () => {
    const { revision, content } = await contents.stored(aalst)
    const [first] = content.people
    if (!first) throw new Error('nobody')
    const to = { ...first, name: 'An Peeters' }
    const change = { revision, who: 'x', what: 'gewijzigd' as const, ...about, auditId: 'renamed' }
    await createContentChanges(connection, contents).change(aalst, [{ of: 'people', key: first.id, to }], change)
    expect(await added()).toEqual([['An Peeters', 'coordinator-aalst']])
    await start()
    expect(await whoIs('coordinator-aalst')).toEqual({ network: 'aalst', person: 'coordinator-aalst' })
  })
})

describe('a start', () => {
  it('binds the demo, of every network, and again at another port', async () => {
    for (const port of [3000, 3001]) {
      await start(port)
      for (const { network, person, demo } of await membersOf(networks, contents))
        expect(await whoIs(subjectOf(demo ?? ''), port)).toEqual({ network, person })
      expect(await whoIs('buitenstaander', port)).toBeUndefined()
    }
  })

  it('leaves alone who was unbound, and who came in by an invitation since', async () => {
    await start()
    const identities = createIdentities(connection)
    const who = { network: 'limburg', person: 'coordinator-limburg' }
    await identities.unbind({ ...who, by: 'beheer', ...about, auditId: 'unbound' })
    await start()
    expect(await identities.isBound(who)).toBe(false)
    await identities.invite({ id: 'i', ...who, invitedBy: 'beheer', ...about, auditId: 'invited' })
    const invitation = await identities.readInvitation('i', now)
    if (!invitation) throw new Error('none')
    await identities.accept({ id: 'i', invitation, identity: 'own', ...about, auditId: 'accepted' })
    await start()
    expect(await identities.find('own')).toEqual(who)
    expect(await identities.binding(who)).toMatchObject({ boundAt: now.toISOString() })
  })
})

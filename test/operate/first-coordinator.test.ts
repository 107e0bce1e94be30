/** `npm run first-coordinator`: the very first one of a network is stored, invited, and nobody else is. */
import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { limburg } from '../../forms/networks/limburg.ts'
import { createContentChanges } from '../../functions/shared/store/content-changes.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { createIdentities } from '../../functions/shared/store/identities.ts'
import {
  type FirstAsked,
  type FirstDeps,
  makeFirstCoordinator,
  toldOf,
} from '../../functions/workspace/people/first-coordinator.ts'
import { freshTables } from '../support/dynamodb.ts'

const now = new Date('2026-12-01T09:00:00Z')
let connection: Connection
let deps: FirstDeps
beforeEach(async () => {
  connection = await freshTables()
  const contents = createContents(connection, () => now)
  deps = { connection, contents, now: () => now, random: randomBytes, invented: false }
})

const an = {
  network: 'limburg',
  name: 'An Peeters',
  email: 'an@caw.be',
  phone: '011/22 33 44',
  employer: 'CAW Limburg',
}
const make = (asked: Partial<Record<string, string>> = {}) =>
  makeFirstCoordinator(deps, { ...an, ...asked } as FirstAsked)
const stored = () => deps.contents.stored(limburg)

async function made(asked: Partial<Record<string, string>> = {}) {
  const first = await make(asked)
  if (first.kind !== 'invited') throw new Error(first.reason)
  return first
}

/** Accepts the invitation, as the page of the link does. */
async function accept(id: string, identity = 'an-account') {
  const identities = createIdentities(connection)
  const invitation = await identities.readInvitation(id, now)
  if (!invitation) return 'over'
  return identities.accept({ id, invitation, identity, auditId: id, now, auditDays: 365 })
}

describe('npm run first-coordinator', () => {
  it('stores who it is as coordinator, audited as beheer, and invites them', async () => {
    const first = await made()
    const { content, revision } = await stored()
    expect([revision, content.mailboxes]).toEqual([1, {}])
    expect(content.people).toEqual([
      {
        ...{ id: first.person.id, name: 'An Peeters', role: 'coordinator', employer: 'CAW Limburg' },
        ...{ email: 'an@caw.be', phone: '+3211223344' },
      },
    ])
    expect(first.person.id).toMatch(/^p[0-9a-f]{12}$/)
    const [line] = await createContentChanges(connection, deps.contents).changesSince(limburg, 0)
    expect(line).toMatchObject({ who: 'beheer', what: 'gegeven', changed: [{ of: 'people', key: first.person.id }] })
    expect(await accept(first.invitation)).toBe('bound')
  })

  it('prints the link, and what is to be filled in next and where', async () => {
    const told = toldOf(await made(), { url: 'https://loket.be', path: '/werkruimte/toegang/x' }).join('\n')
    expect(/https:\S+/.exec(told)?.[0]).toBe('https://loket.be/werkruimte/toegang/x')
    expect(told).toContain('LCO Limburg has no triage, no deputy, no reply yet')
    expect(told).toContain('https://loket.be/werkruimte/beheer/netwerk')
  })

  it('fills in the mailboxes that are given, and leaves what is there', async () => {
    const boxes = { triage: 't@caw.be', deputy: 'd@caw.be', reply: 'r@caw.be' }
    expect(await made({ triage: 't@caw.be' })).toMatchObject({ missing: ['deputy', 'reply'], kept: [] })
    const second = await made({ ...boxes, triage: 'ander@caw.be' })
    expect(second).toMatchObject({ missing: [], kept: ['triage'] })
    expect((await stored()).content.mailboxes).toEqual(boxes)
    expect(toldOf(second, { url: '', path: '' })).toContain(
      'The triage of LCO Limburg stays what it was: it is changed in the werkruimte.',
    )
  })

  it('done again: the same person, invited anew; the link of before is worth nothing, a typing error is mended', async () => {
    const first = await made()
    const second = await made()
    expect(second).toMatchObject({ person: { id: first.person.id }, revision: undefined })
    expect((await stored()).revision).toBe(1)
    const third = await made({ name: 'An Pieters', email: 'AN@caw.be' })
    expect((await stored()).content.people.map(({ id, name }) => [id, name])).toEqual([[first.person.id, 'An Pieters']])
    expect([await accept(first.invitation), await accept(second.invitation)]).toEqual(['over', 'over'])
    expect(await accept(third.invitation)).toBe('bound')
  })

  it.each<[string, Partial<Record<string, string>>, string]>([
    ['a network nobody knows', { network: 'limborg' }, 'There is no network `limborg`. Did you mean `limburg`?'],
    ['an address that is none', { email: 'an@caw' }, '"an@caw" is no e-mail address.'],
    ['a mailbox that is none', { reply: 'caw.be' }, '"caw.be" is no e-mail address.'],
    ['an invented address', { email: 'an@caw.example' }, '"an@caw.example" is invented'],
    ['an invented mailbox', { triage: 'an@CAW.Example' }, '"an@CAW.Example" is invented'],
    ['a phone nobody can dial', { phone: '12' }, '"12" is no phone number that can be dialled.'],
  ])('refuses %s, and stores nothing', async (_, asked, reason) => {
    expect(await make(asked)).toMatchObject({ kind: 'refused', reason: expect.stringContaining(reason) })
    expect((await stored()).revision).toBe(0)
  })

  it('an invented address is fine where no mail leaves: on this machine', async () => {
    deps = { ...deps, invented: true }
    await made({ email: 'an@caw.example' })
  })

  it('refuses a network whose coordinator has an account: that one lets others in, or is taken away by name', async () => {
    const first = await made()
    await accept(first.invitation)
    for (const asked of [{}, { name: 'Bo', email: 'bo@caw.be' }]) {
      const refusal = await make(asked)
      expect(refusal).toMatchObject({
        kind: 'refused',
        reason: expect.stringContaining('LCO Limburg has a coordinator with an account already: An Peeters'),
      })
      expect(refusal).toMatchObject({ reason: expect.stringContaining(`limburg ${first.person.id} again`) })
    }
    expect((await stored()).content.people).toHaveLength(1)
  })

  it('whoever did not come in themselves does not count: the demo of this machine', async () => {
    await accept((await made()).invitation)
    deps = { ...deps, cameIn: () => false }
    await made({ name: 'Bo', email: 'bo@caw.be' })
    expect((await stored()).content.people.map(({ name }) => name)).toEqual(['An Peeters', 'Bo'])
  })

  it('refuses an address that a casemanager has', async () => {
    const bo = { id: 'bo', name: 'Bo', role: 'casemanager', employer: 'CAW', email: 'bo@caw.be', phone: '011223344' }
    const changes = createContentChanges(connection, deps.contents)
    const { content } = await stored()
    const about = { revision: 0, who: 'beheer', auditId: 'a', now, auditDays: 365 }
    await changes.put(limburg, { ...content, people: [{ ...bo, role: 'casemanager' }] }, about)
    expect(await make({ email: 'Bo@caw.be' })).toMatchObject({
      reason: 'Bo of LCO Limburg has the address Bo@caw.be already, and is no coordinator.',
    })
  })

  it('a person of the network by id, and again when their account is lost', async () => {
    const { person } = await made()
    const known = (again: object = {}) =>
      makeFirstCoordinator(deps, { network: 'limburg', person: person.id, ...again })
    const invited = await known()
    if (invited.kind !== 'invited') throw new Error(invited.reason)
    await accept(invited.invitation)
    expect(await known()).toMatchObject({ kind: 'refused', reason: expect.stringContaining('Add the word "again"') })
    const anew = await known({ again: 'again' })
    if (anew.kind !== 'invited') throw new Error(anew.reason)
    expect(await accept(anew.invitation, 'another-account')).toBe('bound')
  })

  it('a person nobody knows: says who there is, or how to begin', async () => {
    const nobody = () => makeFirstCoordinator(deps, { network: 'limburg', person: 'els' })
    expect(await nobody()).toMatchObject({ reason: expect.stringContaining('LCO Limburg has nobody yet.') })
    const { person } = await made()
    expect(await nobody()).toMatchObject({ reason: expect.stringContaining(`  ${person.id}  An Peeters`) })
  })
})

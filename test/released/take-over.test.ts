/** `npm run take-over-content`: the people of 0.1.0, from its files or from JSON, into a table that 0.1.0 wrote. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { networks } from '../../forms/index.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { limburg } from '../../forms/networks/limburg.ts'
import { demoContentOf } from '../../functions/local/demo-content.ts'
import { createContentChanges } from '../../functions/shared/store/content-changes.ts'
import { type Contents, createContents } from '../../functions/shared/store/contents.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { namedPeople } from '../../functions/shared/store/named-people.ts'
import { readGivenNetworks } from '../../infra/operate/given-networks.ts'
import { takeOver } from '../../infra/operate/take-over.ts'
import { freshTables } from '../support/dynamodb.ts'
import { load, readDump } from './dump.ts'

const now = new Date('2026-12-01T09:00:00Z')
let connection: Connection<Tables>
let contents: Contents
beforeEach(async () => {
  connection = await freshTables()
  contents = createContents(connection, () => now)
  await load(connection, await readDump('0.1.0'))
})

let number = 0
const take = (given: ReadonlyMap<string, unknown>) =>
  takeOver({
    ...{ connection, contents, stage: 'dev', given },
    about: ({ slug, retention }) => {
      number += 1
      return { auditId: `${slug}${number}`, now, auditDays: retention.audit }
    },
  })

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-old-'))
  folders.push(folder)
  mkdirSync(join(folder, 'forms/networks'), { recursive: true })
  for (const [name, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files }))
    writeFileSync(join(folder, name), text)
  return folder
}

/** The demo as the files of 0.1.0 had it, in its words. */
const oldFiles = (change: (slug: string, ids: string[]) => string[] = (_, ids) => ids) =>
  Object.fromEntries(
    networks.map((network) => {
      const { people, mailboxes, aanbod } = demoContentOf(network)
      const stay = change(
        network.slug,
        people.map(({ id }) => id),
      )
      const old = {
        ...{ slug: network.slug, naam: network.name, plaats: network.place, bereikbaar: network.reachable },
        ...{ triageEmail: mailboxes.triage, plaatsvervangerEmail: mailboxes.deputy, antwoordEmail: mailboxes.reply },
        mensen: people
          .filter(({ id }) => stay.includes(id))
          .map(({ id, name, role, employer, email, phone }) => ({
            ...{ id, naam: name, rol: role, dienst: employer, email, telefoon: phone },
          })),
        aanbod: Object.fromEntries(
          Object.entries(aanbod).map(([key, offer]) => [
            key,
            {
              ...{ naam: 'Oude naam', soort: offer.kind, levensdomeinen: offer.levensdomeinen, uitleg: 'Oud.' },
              ...{ doelgroep: 'Iedereen.', telefoon: offer.phone, website: offer.website, nagekeken: offer.checkedOn },
            },
          ]),
        ),
      }
      return [`forms/networks/${network.slug}.ts`, `export const ${network.slug} = ${JSON.stringify(old)} as const\n`]
    }),
  )

describe('the table of 0.1.0', () => {
  it('names who has an account, holds a dossier or is away', async () => {
    expect(await namedPeople(connection)).toEqual([
      { network: 'aalst', person: 'casemanager-aalst', because: ['has an account', 'holds a dossier'] },
      { network: 'aalst', person: 'casemanager-aalst-2', because: ['is away'] },
      { network: 'aalst', person: 'coordinator-aalst', because: ['has an account'] },
      { network: 'aalst', person: 'organisator', because: ['has an account'] },
    ])
  })
})

describe('npm run take-over-content', () => {
  it('takes it over from a checkout: people, mailboxes, numbers; the words of the aanbod are those of today', async () => {
    const lines = await take(await readGivenNetworks(folderWith(oldFiles())))
    expect(lines).toContain('LCO Aalst: stored 4 people, 3 mailboxes, 9 offers')
    expect(lines).toContain('  LCO Aalst has 7 invented addresses (.example).')
    for (const network of networks) {
      const { content, revision } = await contents.stored(network)
      const demo = demoContentOf(network)
      expect([revision, content.people, content.mailboxes]).toEqual([1, demo.people, demo.mailboxes])
      const numbers = (aanbod: typeof demo.aanbod) =>
        Object.fromEntries(
          Object.entries(aanbod).map(([key, { name, phone, website, checkedOn }]) => [
            key,
            [name, phone, website, checkedOn],
          ]),
        )
      expect(numbers(content.aanbod)).toEqual(numbers(demo.aanbod))
    }
    const [line] = await createContentChanges(connection, contents).changesSince(aalst, 0)
    expect(line).toMatchObject({ who: 'beheer', what: 'gegeven', revision: 1 })
  })

  it('done again it changes nothing and says so', async () => {
    const given = await readGivenNetworks(folderWith(oldFiles()))
    await take(given)
    const again = await take(given)
    expect(again).toContain('LCO Aalst: has its content already (revision 1), which stays')
    expect((await contents.stored(aalst)).revision).toBe(1)
  })

  it('stores nothing, of no network, when somebody whom the table names is not among the people', async () => {
    const without = oldFiles((slug, ids) =>
      slug === 'aalst' ? ids.filter((id) => !id.startsWith('casemanager')) : ids,
    )
    const refused = take(await readGivenNetworks(folderWith(without)))
    await expect(refused).rejects.toThrow(
      [
        'Nothing is stored. To mend first:',
        '  LCO Aalst: `casemanager-aalst` has an account, holds a dossier, and is not among the people.',
        '  LCO Aalst: `casemanager-aalst-2` is away, and is not among the people.',
      ].join('\n'),
    )
    for (const network of networks) expect((await contents.stored(network)).revision).toBe(0)
  })

  it('takes it over from JSON, and says what is still missing', async () => {
    const { people, mailboxes } = demoContentOf(aalst)
    const { reply: _, ...others } = mailboxes
    const folder = folderWith({ 'all.json': JSON.stringify({ aalst: { revision: 0, people, mailboxes: others } }) })
    const lines = await take(await readGivenNetworks(join(folder, 'all.json')))
    expect(lines).toContain('LCO Aalst: stored 4 people, 2 mailboxes, 0 offers')
    expect(lines).toContain('  LCO Aalst has no reply: its mail waits.')
    expect(lines).toContain('LCO Limburg: nothing is given, nobody is stored')
    expect((await contents.stored(limburg)).revision).toBe(0)
  })

  it.each<[string, unknown, string]>([
    ['a network nobody knows', { aalts: {} }, 'What is given has network `aalts`. Did you mean `aalst`?'],
    ['a network that is not given', {}, 'LCO Aalst: `organisator` has an account, and is not among the people.'],
    [
      'a role nobody has',
      { aalst: { people: [{ ...demoContentOf(aalst).people[0], role: 'baas' }] } },
      'has role `baas`',
    ],
  ])('stores nothing of %s', async (_, file, told) => {
    const folder = folderWith({ 'all.json': JSON.stringify(file) })
    await expect(take(await readGivenNetworks(join(folder, 'all.json')))).rejects.toThrow(told)
    expect((await contents.stored(aalst)).revision).toBe(0)
  })

  it('says what it cannot read', async () => {
    const today = folderWith({ 'forms/networks/aalst.ts': 'export const aalst = { slug: "aalst", aanbod: {} }' })
    await expect(readGivenNetworks(today)).rejects.toThrow(
      'names no people: it is not of a version that kept them there.',
    )
    await expect(readGivenNetworks(folderWith({}))).rejects.toThrow('has no forms/networks/ of a network')
    await expect(readGivenNetworks('/nergens')).rejects.toThrow('There is no /nergens.')
    const folder = folderWith({ 'x.json': '[1]' })
    await expect(readGivenNetworks(join(folder, 'x.json'))).rejects.toThrow('is no JSON of networks by their slug')
  })
})

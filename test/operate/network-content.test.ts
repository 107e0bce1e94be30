/** `npm run network-content`: prints what a network has, stores what a file says, and says what is wrong with it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { withoutOfFile } from '../../forms/kit/content.ts'
import { aalst } from '../../forms/networks/aalst.ts'
import { demoContentOf } from '../../functions/local/demo-content.ts'
import { type ContentChanges, createContentChanges } from '../../functions/shared/store/content-changes.ts'
import { createContents } from '../../functions/shared/store/contents.ts'
import { contentAsText, storeGiven } from '../../infra/operate/given-content.ts'
import { freshTables } from '../support/dynamodb.ts'

const now = new Date('2026-11-23T09:00:00Z')
let contents: ContentChanges
let number = 0
beforeEach(async () => {
  const connection = await freshTables()
  contents = createContentChanges(
    connection,
    createContents(connection, () => now),
  )
})

const demo = demoContentOf(aalst)
const store = (file: unknown) => {
  number += 1
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  return storeGiven(contents, aalst, text, { auditId: `a${number}`, now, auditDays: 365 })
}
const printed = async () => JSON.parse(await contentAsText(contents, aalst))

describe('npm run network-content', () => {
  it('prints what is there before anything is stored: the aanbod of the file, ready to be filled in', async () => {
    expect(await printed()).toEqual({
      revision: 0,
      people: [],
      mailboxes: {},
      templates: [],
      abbreviations: {},
      aanbod: Object.fromEntries(Object.entries(aalst.aanbod).map(([key, offer]) => [key, withoutOfFile(offer)])),
    })
  })

  it('stores what was printed and changed, and prints that', async () => {
    const first = await printed()
    expect(await store({ ...first, people: demo.people, mailboxes: demo.mailboxes })).toBe(1)
    const second = await printed()
    expect(second).toEqual({ ...first, revision: 1, people: demo.people, mailboxes: demo.mailboxes })
    expect(await store({ ...second, people: [] })).toBe(2)
  })

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'The file is no JSON, or says no revision.'],
    ['no revision', demo, 'The file is no JSON, or says no revision.'],
    ['another revision', { ...demo, revision: 1 }, 'Somebody changed LCO Aalst since revision 1.'],
    ['a key nobody knows', { ...demo, revision: 0, aanbod: { jack: demo.aanbod.jac } }, 'Did you mean `jac`?'],
    ['a word nobody reads', { ...demo, revision: 0, peple: [] }, 'peple is nothing that is stored.'],
  ])('stores nothing of a file with %s', async (_, file, told) => {
    await expect(store(file)).rejects.toThrow(told)
    expect((await contents.stored(aalst)).revision).toBe(0)
  })

  it('gives nobody the id of somebody who left', async () => {
    await store({ ...demo, revision: 0 })
    await store({ ...demo, revision: 1, people: demo.people.slice(1) })
    await expect(store({ ...demo, revision: 2 })).rejects.toThrow(
      'Somebody else of LCO Aalst had the id coordinator-aalst',
    )
  })
})

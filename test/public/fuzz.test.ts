/**
 * No input of any size makes a fault of ours: every form of the public pages, with a hundred kinds of nonsense (2,000 in
 * `npm run test:long`). What fails says its seed.
 */
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, expect, it } from 'vitest'
import { startTestLoket, type TestLoket, testUrl } from '../support/app.ts'
import { personalPath, putEvent, respond } from '../support/events.ts'
import { fillForm, huisbezoek, huisbezoekStart, katrol, katrolStart, ota, otaStart } from '../support/forms.ts'
import { type Form, formsIn, nonsenseFor, nonsensePart, postRaw } from '../support/fuzz.ts'
import { aanvraag, begin, file, fillIn, lcoStart } from '../support/lco.ts'
import { numbersFrom } from '../support/numbers.ts'
import { roundsOf } from '../support/rounds.ts'
import type { Visitor } from '../support/visitor.ts'

const rounds = roundsOf(100, 2000)

let loket: TestLoket
let visitor: Visitor
/** Every page with a form. */
let pages: string[]
/** Drafts as they are when every page is filled in. */
let drafts: Record<string, unknown>[]

beforeAll(async () => {
  loket = await startTestLoket(new Date('2021-05-20T08:00:00Z'))
  visitor = loket.visitor()
  const receipt = await (await visitor.get(await file(visitor))).text()
  const status = /href="(\/status\/[^"]+)"/.exec(receipt)?.[1] ?? ''
  const lco = await begin(visitor)
  await fillIn(visitor, lco)
  const filled = new Map<string, readonly string[]>([[lco, Object.keys(aanvraag)]])
  for (const [start, answers] of [
    [otaStart, ota.helpdesk],
    [otaStart, ota.traject],
    [otaStart, ota.vorming],
    [katrolStart, katrol],
    [huisbezoekStart, huisbezoek],
  ] as const) {
    const check = await fillForm(visitor, start, answers)
    filled.set(check.slice(0, check.lastIndexOf('/')), Object.keys(answers))
  }
  const [open, closed] = [await putEvent(loket.connection), await putEvent(loket.connection)]
  for (const event of [open, closed]) await respond(loket, event)
  drafts = await loket.items('drafts')
  pages = [
    ...[...filled].flatMap(([draft, slugs]) =>
      [...slugs, 'later', 'wissen', 'controle'].map((slug) => `${draft}/${slug}`),
    ),
    ...[lcoStart, otaStart, katrolStart, huisbezoekStart].flatMap((start) => [start, `${start}/vraag`]),
    '/aalst/bel-mij',
    ...['', '/stoppen'].map((rest) => status + rest),
    `/activiteiten/${open.slug}`,
    await personalPath(loket, open),
    await personalPath(loket, closed, undefined, 'afmelden'),
  ]
})

/** Undoes what an earlier round did to the drafts. */
async function restoreDrafts(): Promise<void> {
  const { client } = await loket.connection.dynamo()
  for (const Item of drafts) await client.send(new PutCommand({ TableName: loket.connection.tables.drafts, Item }))
}

async function expectAnswered(seed: number, path: string, response: Response): Promise<void> {
  await response.arrayBuffer()
  const fault = response.status >= 500 || loket.failures.length > 0
  if (fault)
    expect({ seed, path: path.slice(0, 100), status: response.status, failures: loket.failures }).toBe('answered')
}

it(`${rounds} formulieren vol onzin`, { timeout: 1_800_000 }, async () => {
  for (let seed = 1; seed <= rounds; seed += 1) {
    const numbers = numbersFrom(seed * 7919)
    const page = pages[seed % pages.length] ?? ''
    if (seed % 5 === 1) await restoreDrafts()
    const forms: Form[] = formsIn(await (await visitor.get(page)).text(), page)
    const form = forms.length > 0 ? numbers.pick(forms) : { action: page, fields: [] }
    const body = nonsenseFor(form, numbers)
    await expectAnswered(seed, page, await postRaw(visitor, form.action, body, testUrl))
  }
})

it(`${rounds} adressen die nergens heen gaan`, { timeout: 1_800_000 }, async () => {
  for (let seed = 1; seed <= rounds; seed += 1) {
    const numbers = numbersFrom(seed * 104_729)
    const pattern = (loket.routes[seed % loket.routes.length] ?? '').split(' ')[1] ?? ''
    const path = `${pattern.replace(/:\w+(\{.*?\}(?=\/|$))?/g, () => nonsensePart(numbers))}?${numbers.pick(['nog', 'opnieuw', 'x', '__proto__'])}=${nonsensePart(numbers)}`
    await expectAnswered(seed, path, await visitor.get(path))
    await expectAnswered(seed, path, await postRaw(visitor, path, 'a=b', testUrl))
  }
})

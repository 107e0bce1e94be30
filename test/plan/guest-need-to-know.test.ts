/** Need to know: as each guest of a table of six, what of the others and of the client is on their page (docs/overleg.md §9). */
import { beforeEach, describe, expect, it } from 'vitest'
import { startHeld } from '../support/held.ts'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import type { TestRow } from '../support/overleg-tables.ts'
import type { TestAfspraak, TestPlan } from '../support/plan.ts'
import { type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

/** A text that stands in one place only. Two digits, so that none is the beginning of another. */
const canary = (field: string, at: number) => `Kanarie-${field}-${String(at).padStart(2, '0')}`

/** By place at the table: the client, two services, a person whose service nobody filled in, and two who are close. */
const seats: readonly Pick<TestRow, 'wie' | 'beroepsgeheim'>[] = [
  { wie: 'client' },
  { wie: 'spilfiguur', beroepsgeheim: 'ja' },
  { wie: 'dienst', beroepsgeheim: 'ja' },
  { wie: 'dienst', beroepsgeheim: 'nee' },
  { wie: 'vertrouwensfiguur', beroepsgeheim: 'nee' },
  { wie: 'naaste', beroepsgeheim: 'weet_niet' },
]
const guests = [1, 2, 3, 4, 5]
const isService = (at: number) => at === 1 || at === 2
/** Called by their own name on their own page, and by nothing anywhere else. */
const alone = 3
const isBound = isService

const table: readonly TestRow[] = seats.map(({ wie = 'dienst', beroepsgeheim = 'ja' }, at) => ({
  ...{ wie, beroepsgeheim, naam: canary('naam', at) },
  dienst: isService(at) ? canary('dienst', at) : '',
  ...(at === 0
    ? { bereik: 'brief' as const }
    : { email: `kanarie-mail-0${at}@x.example`, telefoon: `+3247811220${at}` }),
}))

const domains = ['wonen_energie', 'inkomen_schulden'] as const
const goals = domains.map((domein, at) => ({
  ...{ domein, wanneer: at === 0 ? ('eerst' as const) : ('later' as const) },
  texts: { goed: canary('goed', at), minder_goed: canary('minder', at), doel: canary('doel', at) },
}))

interface Expected {
  wie: number
  met?: number
  /** Of the goals. */
  why: 0 | 1
  disagreed?: true
}
/** Everybody does something; `a1` … in this order. */
const agreed: readonly Expected[] = [
  { wie: 0, met: 1, why: 0 },
  { wie: 1, why: 1 },
  { wie: 2, met: 3, why: 0, disagreed: true },
  { wie: 3, why: 1 },
  { wie: 4, met: 2, why: 1 },
  { wie: 5, met: 4, why: 0, disagreed: true },
]
const idOf = (at: number) => `a${at + 1}`
const isOwn = ({ wie, met }: Expected, guest: number) => wie === guest || met === guest
const afspraken: readonly TestAfspraak[] = agreed.map(({ wie, met, why }, at) => ({
  ...{ wat: canary('wat', at), wie: canary('naam', wie), waarom: domains[why] },
  ...(met === undefined ? {} : { met: canary('naam', met) }),
}))

let work: TestWorkspace
let overleg: TestOverleg
let plan: TestPlan
let visitor: Visitor
beforeEach(async () => {
  work = await startTestWorkspace()
  ;({ overleg, plan } = await startHeld(work, { start: startOverleg, table }))
  visitor = work.visitor()
})

/** With what the client ticked: who may read all of it, and who may read why. */
async function agree(whole: readonly number[], reasons: readonly number[]) {
  const ids = (all: readonly number[]) => Promise.all(all.map((at) => overleg.idOf(canary('naam', at))))
  const client = await overleg.idOf('client')
  const disagreed = Object.fromEntries(
    agreed.flatMap((one, at) => (one.disagreed ? [[idOf(at), { [client]: canary('oneens', at) }]] : [])),
  )
  await plan.agreed({ goals, afspraken }, { whole: await ids(whole), reasons: await ids(reasons), disagreed })
}

const linkOf = (guest: number) => plan.link(canary('naam', guest))
async function read(path: string) {
  const response = await visitor.get(path)
  return { status: response.status, html: await response.text() }
}

/** Every canary that this guest may read: on their own page, or on that of the whole plan. */
function allowed(guest: number, page: 'own' | 'whole', whole: readonly number[], reasons: readonly number[]): string[] {
  const why = isBound(guest) || reasons.includes(guest)
  const shown = agreed.map((one, at) => ({ ...one, at })).filter((one) => page === 'whole' || isOwn(one, guest))
  const named = [guest, ...shown.flatMap(({ wie, met = wie }) => [wie, met])].filter(isService)
  const quoted = why || whole.includes(guest) ? shown.filter(({ disagreed }) => disagreed) : []
  return [
    ...shown.map(({ at }) => canary('wat', at)),
    ...named.map((at) => canary('dienst', at)),
    ...(guest === alone ? [canary('naam', alone)] : []),
    ...quoted.map(({ at }) => canary('oneens', at)),
    ...(why ? shown.map(({ why: goal }) => canary('doel', goal)) : []),
    ...(why && page === 'whole' ? [0, 1].flatMap((at) => ['doel', 'goed', 'minder'].map((of) => canary(of, at))) : []),
  ]
}

const canariesIn = (html: string) => [...new Set(html.match(/kanarie-[a-z]+-\d\d/gi) ?? [])].sort()
const unique = (all: readonly string[]) => [...new Set(all)].sort()

/** Each page says what is allowed, all of it and nothing more; no number, no address. */
async function sweep(whole: readonly number[], reasons: readonly number[]) {
  for (const guest of guests) {
    const path = await linkOf(guest)
    const own = await read(path)
    expect([guest, own.status, canariesIn(own.html)]).toEqual([
      guest,
      200,
      unique(allowed(guest, 'own', whole, reasons)),
    ])
    const all = await read(`${path}/heel`)
    expect([guest, all.status]).toEqual([guest, whole.includes(guest) ? 200 : 303])
    expect([guest, all.html.includes('data-heel-plan')]).toEqual([guest, whole.includes(guest)])
    if (whole.includes(guest))
      expect([guest, canariesIn(all.html)]).toEqual([guest, unique(allowed(guest, 'whole', whole, reasons))])
    for (const { html } of [own, all]) expect(html).not.toMatch(/7811220|78 11 22|@x\.example/)
  }
}

describe('ieder ziet alleen wat van hem is', () => {
  it.each([
    ['niets aangevinkt', [], []],
    ['drie lezen alles', [1, 3, 4], []],
    ['drie lezen waarom', [], [3, 4, 5]],
    ['allen lezen alles, een van hen ook waarom', guests, [5]],
  ] as const)('%s', async (_, whole, reasons) => {
    await agree(whole, reasons)
    await sweep(whole, reasons)
  })

  it('een nieuwe versie met andere vinkjes geldt bij de volgende GET', async () => {
    await agree([3], [4])
    await sweep([3], [4])
    await agree([5], [])
    await sweep([5], [])
  })

  it('wat een ander zegt, verandert op geen enkele andere pagina een letter', async () => {
    await agree(guests, [])
    const pages = async () =>
      Promise.all(
        guests.map(async (guest) => {
          const path = await linkOf(guest)
          return [guest, (await read(path)).html, (await read(`${path}/heel`)).html] as const
        }),
      )
    for (const guest of guests) {
      const before = await pages()
      const own = agreed.findIndex((one) => isOwn(one, guest))
      const said = await visitor.post(await linkOf(guest), { [`stand.${idOf(own)}`]: 'lukt_niet' })
      expect(said.status).toBe(303)
      const after = await pages()
      const changed = after.filter(([, own], at) => own !== before[at]?.[1]).map(([of]) => of)
      expect(changed).toEqual([guest])
      expect(after.map(([, , whole]) => whole)).toEqual(before.map(([, , whole]) => whole))
    }
  })

  it('geweigerd, fout, gestopt of vreemd: ook daar staat niets van een ander', async () => {
    await agree([], [])
    for (const guest of guests) {
      const path = await linkOf(guest)
      const foreign = agreed.findIndex((one) => !isOwn(one, guest))
      const own = unique(allowed(guest, 'own', [], []))
      for (const fields of [{ [`stand.${idOf(foreign)}`]: 'gedaan' }, {}, { 'stand.a99': 'gedaan' }]) {
        const answer = await visitor.post(path, fields)
        expect([409, 422]).toContain(answer.status)
        expect([guest, canariesIn(await answer.text())]).toEqual([guest, own])
      }
    }
    const name = canary('naam', 2)
    const path = await linkOf(2)
    await overleg.leaves(name)
    expect(canariesIn((await read(path)).html)).toEqual([])
    // Who helped them, and whom they helped: nobody is named who is not there.
    expect(canariesIn((await read(await linkOf(4))).html)).not.toContain(canary('dienst', 2))
    // Not in an address, a log or a mail either.
    for (const text of [JSON.stringify(work.log), work.addresses.join(), JSON.stringify(work.failures)])
      expect(text).not.toMatch(/Kanarie|7811220/)
  })

  it('een cliënt heet de cliënt, en wie dicht staat iemand rond de cliënt', async () => {
    await agree([1], [])
    const words = wordsIn((await read(`${await linkOf(1)}/heel`)).html)
    expect(words).toContain(`${canary('wat', 0)} De cliënt doet dit. U helpt mee.`)
    expect(words).toContain(`${canary('wat', alone)} Iemand aan tafel doet dit.`)
    expect(words).toContain(`${canary('wat', 5)} Iemand rond de cliënt doet dit. Iemand rond de cliënt helpt mee.`)
  })
})

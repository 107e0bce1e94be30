/** Whom mail about a plan goes to, as the plan and its table change (docs/overleg.md §9, §10). */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Agreement } from '../../forms/kit/plan/freeze.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import { readLinkToken } from '../../functions/shared/links.ts'
import { secrets } from '../mailer/post-office.ts'
import type { TestRow } from '../support/overleg-tables.ts'
import { type TestAfspraak, usualGoals } from '../support/plan.ts'
import { openPlanPost, type PlanPost } from './plan-post.ts'

const caw = 'noor@caw.example'
const ocmw = 'sam@ocmw.example'
const buur = 'buur@mail.example'
const [ready, changed, reminder] = ['Het plan staat klaar', 'Het plan is veranderd', 'U hebt een afspraak']
const noMore = 'U hoeft niets meer te doen'
const evaluationOn = '2021-06-15'

const write: TestAfspraak = { wat: 'De verhuurder schrijven', wie: 'CAW', tegen: '2021-04-20' }
const budget: TestAfspraak = { wat: 'Budget maken', wie: 'OCMW' }
const letters: TestAfspraak = { wat: 'Brieven in één map steken', wie: 'client' }

/** Version 01; what left for it is read. */
async function agreed(afspraken = [write, budget, letters], table?: readonly TestRow[]) {
  const post = await openPlanPost(table ? { table } : {})
  await post.plan.agreed({ afspraken, evaluationOn })
  await post.left()
  return post
}

/** One version after the other; each tells only whom it is about of what is other than in the one before. */
const disagreed = { a2: { p0: 'Nu niet' } }
const later = { ...write, tegen: '2021-04-27' }
const helped = { ...later, met: 'Buur', agreedOn: '2021-03-15' }
const paid = { ...letters, tegen: '2021-05-01' }
const versions: [string, TestAfspraak[], Partial<Agreement>, string[]][] = [
  ['hetzelfde', [write, budget, letters], {}, []],
  ['een andere dag', [later, budget, letters], {}, [`${caw} ${changed}`]],
  ['wie er niet was zei ja', [{ ...later, agreedOn: '2021-03-15' }, budget, letters], {}, []],
  ['een ander helpt mee', [helped, budget, letters], {}, [`${buur} ${ready}`, `${caw} ${changed}`]],
  ['iets van de cliënt', [helped, budget, paid], {}, []],
  ['de cliënt is het er niet mee eens', [helped, budget, paid], { disagreed }, [`${ocmw} ${changed}`]],
  ['iemand mag alles lezen', [helped, budget, paid], { disagreed, whole: ['p1'] }, [`${ocmw} ${changed}`]],
  [
    'het hoeft niet meer, voor wie niets anders doet',
    [budget, paid],
    { disagreed, whole: ['p1'] },
    [buur, caw, ocmw].map((to) => `${to} ${changed}`),
  ],
  [
    'en daarna is er voor hen niets meer anders',
    [{ ...budget, tegen: '2021-05-03' }, paid],
    {},
    [`${ocmw} ${changed}`],
  ],
]

describe('een nieuwe versie zegt het alleen aan wie het aangaat', () => {
  let post: PlanPost
  beforeAll(async () => {
    post = await agreed()
  })
  it.each(versions)('%s', async (_, afspraken, agreement, told) => {
    await post.plan.agreed({ afspraken, evaluationOn }, agreement)
    expect(await post.left()).toEqual(told)
  })
})

describe('een nieuwe versie', () => {
  it('een ander doel: wie mag weten waarom; wie niet gebonden is en het niet mag weten, hoort niets', async () => {
    const post = await agreed([write, { ...write, wat: 'Meegaan', wie: 'Buur' }])
    const goals = usualGoals.map((goal) => ({ ...goal, texts: { ...goal.texts, doel: 'Een andere woning.' } }))
    await post.plan.agreed({ goals, afspraken: [write, { ...write, wat: 'Meegaan', wie: 'Buur' }], evaluationOn })
    expect(await post.left()).toEqual([`${caw} ${changed}`])
  })

  it('wie nieuw is, hoort dat het plan klaarstaat', async () => {
    const post = await agreed()
    await post.plan.agreed({ afspraken: [write, budget, letters, { wat: 'Meegaan', wie: 'Buur' }], evaluationOn })
    expect(await post.left()).toEqual([`${buur} ${ready}`])
  })

  it('na een evaluatie: wat gelukt is, verandert niets voor wie het deed; wat niet meer nodig is wel', async () => {
    const post = await agreed([write, budget, letters])
    await post.plan.evaluate('verder', {
      outcomes: { a1: 'gelukt', a2: 'niet_meer_nodig', a3: 'deels' },
      evaluationOn: '2021-09-01',
    })
    expect(await post.left()).toEqual([`${ocmw} ${changed}`])
  })

  it('twee kort na elkaar: één mail over de laatste', async () => {
    const post = await agreed()
    for (const tegen of ['2021-04-27', '2021-04-28'])
      await post.plan.agreed({ afspraken: [{ ...write, tegen }, budget, letters], evaluationOn })
    expect(await post.left()).toEqual([`${caw} ${changed}`])
  })

  it('er is niets van wie alleen aan tafel zat: die hoort niets', async () => {
    const post = await openPlanPost()
    await post.plan.agreed({ afspraken: [letters], evaluationOn })
    expect(await post.left()).toEqual([])
  })
})

describe('de tafel', () => {
  it('wie van tafel gaat, krijgt alleen dat ene bericht, zonder link; ook wat nog wachtte, vertrekt niet', async () => {
    const post = await openPlanPost()
    await post.plan.agreed({ afspraken: [write, budget], evaluationOn })
    await post.overleg.leaves('CAW')
    expect(await post.left()).toEqual([`${caw} ${noMore}`, `${ocmw} ${ready}`])
    await post.passTo('2021-05-01T07:00:00Z')
    expect(await post.left()).toEqual([])
  })

  it('wie nog niets van het plan wist, krijgt niets', async () => {
    const post = await agreed()
    await post.overleg.leaves('Buur')
    expect(await post.left()).toEqual([])
  })

  it('een ander adres: de nieuwe link, en alleen daar de herinnering', async () => {
    const post = await agreed()
    await post.overleg.readdress('CAW', 'nieuw@caw.example')
    expect(await post.left()).toEqual([`nieuw@caw.example ${ready}`])
    await post.passTo('2021-04-17T07:00:00Z')
    expect(await post.left()).toEqual([`nieuw@caw.example ${reminder}`])
  })

  it('een andere naam: de mail wacht tot de cliënt akkoord ging', async () => {
    const post = await openPlanPost()
    await post.plan.agreed({ afspraken: [write], evaluationOn })
    const id = await post.overleg.idOf('CAW')
    const rename = (rows: TestRow[]) => rows.map((row) => (row.id === id ? { ...row, dienst: 'Elders' } : row))
    await post.overleg.changeTable(rename, { agreed: false })
    expect(await post.left()).toEqual([])
    await post.overleg.changeTable((rows) => rows)
    await post.passTo(addSeconds(post.work.clock.now, 3600))
    expect(await post.left()).toEqual([`${caw} ${ready}`])
  })

  it('een volgend overleg: dezelfde mensen, herinneringen één keer, langs de tafel van nu', async () => {
    const post = await agreed()
    await post.plan.evaluate('overleg', { all: 'deels' })
    await post.overleg.changeTable((rows) => rows, { next: true })
    await post.left()
    await post.passTo('2021-04-17T07:00:00Z')
    const [mail, ...more] = (await post.received()).filter(({ email }) => email.subject?.startsWith(reminder))
    expect([mail?.to, more]).toEqual([caw, []])
    const token = /\/plan\/(\S+)/.exec(mail?.email.text ?? '')?.[1] ?? ''
    expect(readLinkToken(secrets.linkKeys, 'plan', token)).toEqual({ id: `${post.reference}_02_p2`, version: 1 })
  })

  it('aan de volgende tafel zit iemand niet meer: die krijgt alleen dat ene bericht', async () => {
    const post = await agreed()
    await post.plan.evaluate('overleg', { all: 'deels' })
    await post.overleg.changeTable((rows) => rows.map((row) => ({ ...row, leaves: row.email === caw })), { next: true })
    expect(await post.left()).toEqual([`${caw} ${noMore}`])
    await post.passTo('2021-05-01T07:00:00Z')
    expect((await post.left()).filter((line) => line.startsWith(caw))).toEqual([])
  })
})

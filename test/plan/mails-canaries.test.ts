/** What people type in a plan is in no mail, no subject, no log and nothing that waits to be sent (docs/promises.md, "Clean logs"). */
import type { Email } from 'postal-mime'
import { beforeAll, expect, it } from 'vitest'
import { openPlanPost, type PlanPost } from './plan-post.ts'

const canaries: string[] = []
/** A text that is found again, whatever stands around it. */
function canary(name: string): string {
  const text = `kanarie${canaries.length}${name}`
  canaries.push(text)
  return text
}

let post: PlanPost
const mails: { to: string; email: Email }[] = []
const log: unknown[] = []
const stored: Record<string, unknown>[] = []

/** A whole life: agreed, changed and disputed, done and not done, somebody leaves, evaluated twice, closed, and about to be erased. */
beforeAll(async () => {
  post = await openPlanPost({
    table: [
      { wie: 'client', bereik: 'brief', naam: canary('client') },
      { wie: 'spilfiguur', dienst: canary('dienst'), naam: canary('naam'), email: 'sam@ocmw.example' },
      { dienst: canary('dienst'), naam: canary('naam'), email: 'noor@caw.example', telefoon: canary('telefoon') },
      { wie: 'naaste', naam: canary('naaste'), email: 'buur@mail.example', beroepsgeheim: 'nee' },
    ],
  })
  const { plan, overleg, passTo } = post
  const remember = async () => {
    await passTo(post.work.clock.now)
    mails.push(...(await post.received()))
    log.push(...post.office.log)
    stored.push(...(await post.work.items('loket')))
    post.office.forget()
  }
  const texts = () => ({ goed: canary('goed'), minder_goed: canary('minder'), doel: canary('doel') })
  const goals = [
    { domein: 'wonen_energie', wanneer: 'eerst' as const, texts: texts() },
    { domein: 'inkomen_schulden', wanneer: 'later' as const, texts: texts() },
    { domein: 'anders_1', wanneer: 'niet' as const, texts: texts() },
  ]
  const afspraken = ['client', 'p1', 'p2', 'p3', 'p2'].map((wie, at) => ({
    wat: canary('wat'),
    wie,
    tegen: `2021-04-2${at}`,
  }))
  const evaluationOn = '2021-06-15'
  await plan.agreed({ goals, afspraken, evaluationOn }, { whole: ['p1'], reasons: ['p3'] })
  await remember()
  await plan.says('p1', 'a2', 'lukt_niet')
  await passTo('2021-04-23T07:00:00Z')
  await remember()
  const changed = afspraken.map((one) => ({ ...one, wat: one.wie === 'p2' ? canary('wat') : one.wat }))
  const disagreed = { a4: { p0: canary('oneens') }, a1: { p0: canary('oneens') } }
  await plan.agreed({ goals, afspraken: changed, evaluationOn }, { disagreed, whole: ['p1'] })
  await remember()
  await overleg.leaves('p3')
  await passTo('2021-06-22T07:00:00Z')
  await remember()
  await plan.evaluate('verder', { gelukt: canary('gelukt'), evaluationOn: '2021-09-01' })
  await plan.evaluate('afsluiten', { gelukt: canary('gelukt'), all: 'gelukt', keptElsewhereOn: '2021-06-22' })
  await remember()
  const { ttl = 0 } = (await overleg.now()).file.dossier
  await passTo(new Date((ttl - 10 * 86_400) * 1000))
  await remember()
})

const found = (where: unknown) => {
  const text = JSON.stringify(where).toLowerCase()
  return canaries.filter((one) => text.includes(one.toLowerCase()))
}

it('de zoektocht kan vinden: wat getypt is, staat in wat verzegeld is', async () => {
  expect(canaries.length).toBeGreaterThan(25)
  const { texts, details } = await post.plan.now()
  const [first, second] = await Promise.all(
    ['01', '02'].map(async (number) => {
      const kept = await post.work.deps.actionPlans.version(post.reference, number, post.work.clock.now)
      return kept && post.work.deps.unseal(`${post.reference}.plan.${number}`, kept.sealed)
    }),
  )
  expect(found([texts, details, first, second])).toEqual(canaries)
})

it('elke soort mail is vertrokken', () => {
  const subjects = new Set(mails.map(({ email }) => email.subject?.split(' · ')[0]))
  expect([...subjects].sort()).toEqual([
    'De dag is voorbij',
    'Dit plan wordt gewist',
    // Nobody looks back on its day: a coordinator hears it.
    'Een dossier blijft liggen',
    'Evaluatie niet gebeurd',
    'Evaluatie vandaag',
    'Het plan is veranderd',
    'Het plan staat klaar',
    'U hebt een afspraak',
    'U hoeft niets meer te doen',
  ])
})

it('0 treffers in de mails, hun onderwerp en hun adressen', () => {
  for (const { email } of mails) {
    expect(found(email)).toEqual([])
    // Nor what it is about, nor what anybody said; a link is letters by chance.
    expect(`${email.subject} ${email.text?.replace(/https?:\S+/g, '')}`).not.toMatch(
      /wonen|schulden|lukt_niet|a1|oneens/i,
    )
  }
})

it('0 treffers in de logs, en in wat nog moet vertrekken', () => {
  expect(log.length).toBeGreaterThan(10)
  expect(found(log)).toEqual([])
  const outbox = stored.filter(({ pk }) => String(pk).startsWith('OUTBOX#'))
  expect(outbox.length).toBeGreaterThan(20)
  expect(found(outbox)).toEqual([])
})

it('0 treffers in de open kant van het plan en van de tafel', () => {
  const open = stored.filter(({ pk }) => String(pk).startsWith('TAFEL#')).map(({ sealed: _, ...item }) => item)
  expect(open.length).toBeGreaterThan(5)
  expect(found(open)).toEqual([])
})

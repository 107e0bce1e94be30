/** Twenty-two at the table and thirty afspraken: every mail once, wherever the mailer dies, and no write grows (docs/decisions/020). */
import { beforeAll, describe, expect, it } from 'vitest'
import { planSubject } from '../../forms/kit/plan/plan-rounds.ts'
import { addDays, addSeconds } from '../../forms/kit/time.ts'
import { mailKey, planKey } from '../../functions/shared/store/keys.ts'
import { createOutbox, type MailKey } from '../../functions/shared/store/outbox.ts'
import { dying, transactionSizes } from '../support/dying-store.ts'
import { itemSize } from '../support/item-size.ts'
import { fullTable } from '../support/overleg-tables.ts'
import { openPlanPost, type PlanPost } from './plan-post.ts'

/** All but the client are reached by mail. */
const mailed = fullTable.flatMap(({ email }) => email ?? []).sort()
/** So many people do something: one each, and nine of them another thing a day later. */
const count = 30
const evaluationOn = '2021-06-15'
const afsprakenBy = (dayOf: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => ({
    wat: `Afspraak ${at + 1} van wie veel doet`,
    wie: `p${(at % mailed.length) + 1}`,
    tegen: dayOf(at),
  }))

let post: PlanPost
let sizes: number[]
let stop: () => unknown
beforeAll(async () => {
  post = await openPlanPost({ table: fullTable })
  ;({ sizes, stop } = await transactionSizes(post.work.connection))
})

const subject = () => planSubject(post)
const round = (name: string) => mailKey(subject(), `ronde-${name}`)
const recipients = async () => (await post.received()).map(({ to }) => to).sort()

/** A worker dies at each of its writes, before it and after it, one after the other; then the next one has its turn. */
async function killedEverywhere(keys: readonly MailKey[], writes: number) {
  for (let at = 1; at <= writes; at += 1)
    for (const when of ['before', 'after'] as const) {
      await post.office.worker(createOutbox(dying(post.work.connection, at, when)))(keys)
      post.set(addSeconds(post.office.now(), 61))
    }
  await post.passTo(addSeconds(post.office.now(), 120))
  for (const key of keys.filter(({ sk }) => sk !== planKey('').sk))
    expect(await post.office.stored(key)).toMatchObject({ status: 'verstuurd' })
  expect(await post.office.outbox.nextDue(post.office.now())).toBeUndefined()
}

describe('22 aan tafel, 30 afspraken', () => {
  it('het plan ligt vast: één bericht voor iedereen, en elk krijgt het precies één keer', async () => {
    await post.plan.agreed({
      afspraken: afsprakenBy((at) => (at < mailed.length ? '2021-04-20' : '2021-04-21')),
      evaluationOn,
    })
    // Taken, made into mails, done.
    await killedEverywhere([round('plan-klaar-01')], 3)
    expect(await recipients()).toEqual(mailed)
    post.office.forget()
  })

  it('drie dagen ervoor: ook uit wat gepland was, elk precies één keer', async () => {
    post.set(new Date('2021-04-17T07:00:00Z'))
    // Planned no more, taken, made into mails, done.
    await killedEverywhere([planKey(subject()), round('plan-afspraak-2021-04-20-voor')], 4)
    expect(await recipients()).toEqual(mailed)
    post.office.forget()
  })

  it('vijf mailers tegelijk op de dag erna: elk precies één keer', async () => {
    await post.passTo('2021-04-20T07:00:00Z')
    post.office.forget()
    post.set(new Date('2021-04-21T07:00:00Z'))
    const keys = [planKey(subject()), round('plan-afspraak-2021-04-20-na')]
    await Promise.all(Array.from({ length: 5 }, () => post.office.worker()(keys)))
    await post.passTo(addSeconds(post.office.now(), 120))
    expect(await recipients()).toEqual(mailed)
    post.office.forget()
  })

  it('opnieuw gepland na hun moment zijn het dezelfde mails: niemand krijgt ze twee keer', async () => {
    await post.passTo('2021-04-22T07:00:00Z')
    expect(await recipients()).toEqual(mailed.slice(0, count - mailed.length))
    // Somebody leaves: everything that waits, or may not have left yet, is planned anew.
    await post.overleg.leaves('p21')
    post.office.forget()
    await post.passTo('2021-04-22T08:00:00Z')
    expect(await post.left()).toEqual([`medewerker21@dienst.example U hoeft niets meer te doen`])
  })

  it('een nieuwe versie voor iedereen, en de cliënt die stopt: elk één mail', async () => {
    // Each its own day: as much is planned as there ever is.
    const afspraken = afsprakenBy((at) => addDays('2021-05-03', at)).filter(({ wie }) => wie !== 'p21')
    await post.plan.agreed({ afspraken, evaluationOn })
    const planned = (await post.office.stored(planKey(subject()))) ?? {}
    expect(planned.mails).toHaveLength(2 * afspraken.length + 2)
    expect(itemSize(planned)).toBeLessThan(64 * 1024)
    await killedEverywhere([round('plan-veranderd-02')], 3)
    const here = mailed.filter((to) => !to.startsWith('medewerker21'))
    expect(await recipients()).toEqual(here)
    post.office.forget()
    await post.move('intrekken')
    expect(await post.left()).toEqual(here.map((to) => `${to} Het plan is gestopt`))
    await post.passTo('2021-07-01T07:00:00Z')
    expect(await post.left()).toEqual([])
  })

  it('geen enkele schrijfactie groeit met tafel of plan: hoogstens 25 in één keer', () => {
    stop()
    expect(sizes.length).toBeGreaterThan(20)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(25)
    // The mails of one round, at once.
    expect(Math.max(...sizes)).toBe(mailed.length)
  })
})

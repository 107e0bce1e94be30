/** Answers pressed in a calendar to the invitation for an overleg: the same as on the page of a guest (docs/decisions/034). */
import { beforeEach, describe, expect, it } from 'vitest'
import { participantId } from '../../forms/kit/overleg/rounds.ts'
import { visitAsGuest } from '../overleg/guest-visit.ts'
import { fromApple, fromGmail, fromOutlook, type Pressed, taken } from '../support/calendar-replies.ts'
import { inboundHost, openInbound, stampOf } from '../support/inbound.ts'
import { startOverleg, type TestOverleg } from '../support/overleg.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

const noor = 'noor@caw.example'
let work: TestWorkspace
let overleg: TestOverleg
let mailbox: ReturnType<typeof openInbound>
let visit: ReturnType<typeof visitAsGuest>
beforeEach(async () => {
  work = await startTestWorkspace()
  overleg = await startOverleg(work)
  await overleg.asked()
  await overleg.fix('m1')
  visit = visitAsGuest(work, overleg)
  mailbox = openInbound(work)
})

async function pressed(changes: Partial<Pressed> = {}): Promise<Pressed> {
  const now = await overleg.now()
  const uid = `${participantId(now.overleg, await overleg.idOf('CAW'))}@${inboundHost}`
  work.clock.later(60)
  return {
    ...{
      from: noor,
      uid,
      partstat: 'DECLINED',
      stamp: stampOf(work.clock.now),
      sequence: now.overleg.fixed?.number ?? 0,
    },
    ...{ start: '20261207T083000Z', startInBrussels: '20261207T093000', ...changes },
  }
}
const comes = async () => Object.values((await visit.saidOf('CAW'))?.comes ?? {}).map(({ answer }) => answer)
const tasks = async () =>
  (await visit.mailsOf('overleg-taak')).filter(
    ({ notification }) => (notification as { why: string }).why === 'komt_niet',
  )

it('Nee: staat op de eigen pagina, en wie de aanvraag heeft, hoort het meteen', async () => {
  await mailbox.take(taken(fromOutlook(await pressed()), noor))
  expect([mailbox.outcome(), await comes()]).toEqual(['opgeslagen', ['nee']])
  expect(await tasks()).toHaveLength(1)
  expect((await visit.pageOf('CAW')).words).toContain('U kunt er niet bij zijn')
})

it('Ja: deze persoon komt', async () => {
  await mailbox.take(taken(fromGmail(await pressed({ partstat: 'ACCEPTED' })), noor))
  expect([mailbox.outcome(), await comes()]).toEqual(['opgeslagen', ['ja']])
  expect(await tasks()).toEqual([])
})

it('twee keer hetzelfde telt één keer; een ouder antwoord niet meer', async () => {
  const raw = taken(fromApple(await pressed()), noor)
  await mailbox.take(raw)
  await mailbox.take(raw)
  expect([mailbox.outcome(), (await tasks()).length]).toEqual(['niets: al-zo', 1])
  work.clock.later(60)
  await visit.send('CAW', { komt: 'ja', nummer: '1' })
  await mailbox.take(raw)
  expect([mailbox.outcome(), await comes()]).toEqual(['niets: oud', ['ja']])
})

describe('verandert niets', () => {
  it.each<[string, Partial<Pressed>, string]>([
    ['misschien', { partstat: 'TENTATIVE' }, 'anders'],
    ['een ander uur', { start: '20261207T093000Z' }, 'oud'],
    ['van voor de verplaatsing', { sequence: 0 }, 'oud'],
    ['een collega van dezelfde dienst', { from: 'sam@caw.example', attendee: noor }, 'afzender'],
    ['iemand anders aan tafel', { from: 'sam@ocmw.example', attendee: noor }, 'afzender'],
  ])('%s', async (_, changes, why) => {
    const { from, ...rest } = await pressed(changes)
    await mailbox.take(taken(fromApple({ from, ...rest }), from))
    expect([mailbox.outcome(), await comes()]).toEqual([`niets: ${why}`, []])
  })

  it('niet bewezen', async () => {
    await mailbox.take(taken(fromApple(await pressed()), noor, { dmarc: 'fail' }))
    expect([mailbox.outcome(), await comes()]).toEqual(['niets: afzender', []])
  })

  it('vanaf het begin', async () => {
    const raw = taken(fromApple(await pressed()), noor)
    work.clock.now = new Date('2026-12-07T08:30:00.000Z')
    await mailbox.take(raw)
    expect([mailbox.outcome(), await comes()]).toEqual(['niets: voorbij', []])
    work.clock.now = new Date('2026-12-07T08:29:59.999Z')
    await mailbox.take(raw)
    expect([mailbox.outcome(), await comes()]).toEqual(['opgeslagen', ['nee']])
  })

  it('wie er niet meer zit, of er nooit zat', async () => {
    const { uid, ...rest } = await pressed()
    for (const id of ['p99', 'zzz'])
      await mailbox.take(taken(fromApple({ ...rest, uid: uid.replace(/_[a-z0-9]+@/, `_${id}@`) }), noor))
    expect(mailbox.log.map(({ outcome }) => outcome)).toEqual(['van-niemand', 'van-niemand'])
  })
})

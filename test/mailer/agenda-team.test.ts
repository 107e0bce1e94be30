/** The agenda mail goes to everybody of the team who is there, each their own, at 17.15 in Brussels (docs/domain.md §5). */
import { beforeEach, describe, expect, it } from 'vitest'
import type { NetworkContent } from '../../forms/kit/content.ts'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { createAbsences } from '../../functions/shared/store/absences.ts'
import { createOutbox } from '../../functions/shared/store/outbox.ts'
import { demoContent } from '../support/content.ts'
import { dying } from '../support/dying-store.ts'
import { fillForm, ota, otaStart } from '../support/forms.ts'
import { referenceIn } from '../support/lco.ts'
import { locationOf } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'

const team = ['bemiddelaar2@ota.example', 'bemiddelaar@ota.example', 'coordinator@ota.example']
const triage = 'aanmeldingen@ota.example'

let work: TestWorkspace
let office: PostOffice

/** Wednesday morning: a request that the team discusses on the next Tuesday. */
async function onAgenda(wednesday: string, content = demoContent('ota')): Promise<string> {
  work = await startTestWorkspace({ now: new Date(wednesday) })
  office = openPostOffice(work.connection, { contents: { of: async () => content, forget: () => {} } })
  const visitor = work.visitor()
  const check = await fillForm(visitor, otaStart, ota.vorming)
  work.clock.later(60)
  const receipt = locationOf(await visitor.post(check))
  return referenceIn(await (await visitor.get(receipt)).text()) ?? ''
}

/** What the clockwork and the mailer do at this instant, and a minute later. */
async function at(iso: string, deliver: PostOffice['deliver'] = office.deliver) {
  const wake = async (keys: Parameters<typeof deliver>[0]) => void (await deliver(keys))
  const sweep = createSweep({ outbox: office.outbox, wake, now: office.now })
  office.setClock(new Date(iso))
  await sweep()
  await sweep()
}
const agendas = async () => (await office.received()).filter(({ email }) => email.subject === 'Agenda van het team')
const addresses = async () => (await agendas()).flatMap(({ destinations }) => destinations).sort()

beforeEach(() => {
  office?.ses.restore()
})

describe('om 17.15 uur', () => {
  it.each([
    ['in de winter', '2026-11-18T09:00:00Z', '2026-11-23T16:15:00.000Z'],
    ['na de zomertijd', '2027-03-24T09:00:00Z', '2027-03-29T15:15:00.000Z'],
    ['na de wintertijd', '2027-10-27T09:00:00Z', '2027-11-01T16:15:00.000Z'],
  ])('%s: elk van het team één mail, en het triageadres', async (_, wednesday, moment) => {
    const reference = await onAgenda(wednesday)
    await at(new Date(Date.parse(moment) - 1).toISOString())
    expect(await agendas()).toEqual([])
    await at(moment)
    expect(await addresses()).toEqual([triage, ...team].sort())
    for (const { destinations, email } of await agendas()) {
      expect(destinations).toHaveLength(1)
      expect(email.text).toContain(reference)
      expect(email.text).not.toMatch(/Gezinshereniging|CLB|Noor|vertrouwen/)
      expect(email.text).toMatch(/https:\/\/loket\.example\/werkruimte\/agenda\/\d{4}-\d\d-\d\d/)
    }
    await at(new Date(Date.parse(moment) + 3_600_000).toISOString())
    expect(await addresses()).toHaveLength(4)
  })
})

describe('wie hem krijgt', () => {
  it('niet wie die dag weg is, en niet wie geen adres heeft', async () => {
    const content = demoContent('ota')
    const people = content.people.map((person) => (person.id === 'coordinator-ota' ? { ...person, email: '' } : person))
    await onAgenda('2026-11-18T09:00:00Z', { ...content, people })
    const absences = createAbsences(work.connection)
    const by = { by: 'coordinator-ota', auditId: 'a', now: work.clock.now, auditDays: 1 }
    const away = { network: 'ota', person: 'bemiddelaar-ota' }
    // Away on the day of the mail only: there at the meeting.
    await absences.set(away, { from: '2026-11-20', until: '2026-11-23' }, by)
    await absences.set(
      { ...away, person: 'bemiddelaar-ota-2' },
      { from: '2026-11-24', until: '2026-11-24' },
      { ...by, auditId: 'b' },
    )
    await at('2026-11-23T16:15:00.000Z')
    expect(await addresses()).toEqual([triage, 'bemiddelaar@ota.example'])
  })

  it('niemand van een ander netwerk, geen casemanager, geen organisator', async () => {
    const content = demoContent('ota')
    const others = demoContent('aalst').people.filter(({ role }) => role === 'casemanager' || role === 'organisator')
    await onAgenda('2026-11-18T09:00:00Z', { ...content, people: [...content.people, ...others] })
    await at('2026-11-23T16:15:00.000Z')
    expect(await addresses()).toEqual([triage, ...team].sort())
  })
})

describe('een team van dertig', () => {
  const many = (): NetworkContent => {
    const content = demoContent('ota')
    const [, like] = content.people
    if (!like) throw new Error('Nobody to be like')
    const people = Array.from({ length: 30 }, (_, at) => ({ ...like, id: `lid-${at}`, email: `lid${at}@ota.example` }))
    return { ...content, people }
  }

  it.each(['before', 'after'] as const)(
    'de mailer sterft (%s) bij elke schrijfactie: iedereen krijgt hem één keer',
    async (when) => {
      for (const write of [2, 3]) {
        await onAgenda('2026-11-18T09:00:00Z', many())
        // The claim of the mail is its first write; then come two batches.
        const broken = createOutbox(dying(work.connection, write, when))
        await at('2026-11-23T16:15:00.000Z', office.worker(broken))
        office.forget()
        await at('2026-11-23T16:20:00.000Z')
        await at('2026-11-23T16:40:00.000Z')
        const got = await addresses()
        expect(got.filter((one) => one !== triage)).toHaveLength(new Set(got.filter((one) => one !== triage)).size)
        expect(new Set(got).size).toBe(31)
      }
    },
  )
})

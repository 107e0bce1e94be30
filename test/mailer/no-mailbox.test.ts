/** A network whose mailboxes nobody filled in yet: its mail is not lost, it waits and is tried again as any mail that fails. */
import { beforeEach, describe, expect, it } from 'vitest'
import { contentOf, type Mailboxes } from '../../forms/kit/content.ts'
import type { Notification } from '../../forms/kit/post/notifications.ts'
import { addSeconds } from '../../forms/kit/time.ts'
import { sampleOf } from '../emails/samples.ts'
import { demoContent } from '../support/content.ts'
import { freshTables } from '../support/dynamodb.ts'
import { confirmation, noon, openPostOffice, type PostOffice, triage } from './post-office.ts'

const reference = 'LCO-7K3M-9QX2-4T'
const full = demoContent('aalst')
let office: PostOffice
let mailboxes: Mailboxes
/** Nobody but the mailboxes: whoever is named has left. */
let people: typeof full.people
beforeEach(async () => {
  mailboxes = {}
  people = []
  const contents = {
    forget: () => {},
    of: async (network: Parameters<typeof contentOf>[0]) => ({ ...contentOf(network), people, mailboxes }),
  }
  office = openPostOffice(await freshTables(), { contents })
  office.forget()
  office.setClock(noon)
})

const without = (name: keyof Mailboxes): Mailboxes =>
  Object.fromEntries(Object.entries(full.mailboxes).filter(([mailbox]) => mailbox !== name))
const post = (notification: Notification) =>
  office.post({ subject: reference, mailId: 'm', notification }, 'noor@caw.example')

describe('zonder postbus', () => {
  it.each<[keyof Mailboxes, Notification]>([
    ['triage', triage(reference)],
    ['triage', sampleOf('gekoppeld')],
    ['deputy', sampleOf('ongeopend')],
    ['reply', confirmation(reference)],
  ])('%s wacht de mail, met een regel die netwerk en postbus noemt en niemand', async (missing, notification) => {
    mailboxes = without(missing)
    const key = await post(notification)
    expect(await office.deliver([key])).toEqual([])
    expect(await office.received()).toEqual([])
    expect(await office.stored(key)).toMatchObject({ status: 'wacht', dueAt: addSeconds(noon, 30).toISOString() })
    const lines = office.log.filter(({ message }) => message === 'Mail postponed')
    expect(lines).toEqual([expect.objectContaining({ level: 'warn' })])
    expect(lines[0]?.fields).toMatchObject({ network: 'aalst', missing, again: addSeconds(noon, 30).toISOString() })
    expect(JSON.stringify(office.log)).not.toContain('@')
  })

  it('vertrekt hij zodra iemand ze invult', async () => {
    const key = await post(triage(reference))
    await office.deliver([key])
    mailboxes = full.mailboxes
    office.setClock(addSeconds(noon, 30))
    await office.deliver([key])
    expect((await office.received()).map(({ destinations }) => destinations)).toEqual([[full.mailboxes.triage]])
  })

  it('gaat de mail aan iemand van het netwerk naar die persoon, ook zonder triage', async () => {
    ;({ people } = full)
    mailboxes = without('triage')
    await office.deliver([await post(sampleOf('gekoppeld'))])
    expect((await office.received()).map(({ destinations }) => destinations)).toEqual([
      ['organisator@lco-aalst.example'],
    ])
  })

  it('is hij na 72 uur een rode rij voor een mens en een regel voor het alarm, nooit weg', async () => {
    const key = await post(triage(reference))
    office.setClock(addSeconds(noon, 72 * 3600))
    await office.deliver([key])
    expect(await office.stored(key)).toMatchObject({ status: 'mislukt', reason: 'opgegeven' })
    expect(office.log.at(-1)).toMatchObject({
      ...{ level: 'error', message: 'Mail given up after 72 hours', fields: { network: 'aalst', missing: 'triage' } },
    })
  })
})

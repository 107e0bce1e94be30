/** The mailer and the clockwork beside a test's werkruimte, on its clock; and what reached people of the networks when. */
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { openPostOffice } from '../mailer/post-office.ts'
import type { TestWorkspace } from './workspace.ts'

/** A mail that left: ISO UTC, whose, its subject without the reference, and its text. */
export interface Left {
  at: string
  to: string
  subject: string
  reference: string
  text: string
}

export function mailingFor(work: TestWorkspace) {
  const office = openPostOffice(work.connection)
  const left: Left[] = []
  const set = (instant: Date) => {
    work.clock.now = instant
    office.setClock(instant)
  }
  set(work.clock.now)
  const failed: unknown[] = []
  const sweep = createSweep({
    outbox: office.outbox,
    wake: async (keys) => {
      failed.push(...(await office.deliver(keys)))
    },
    now: office.now,
  })

  async function send(): Promise<void> {
    office.forget()
    await sweep()
    for (const { destinations, email } of await office.received()) {
      const [subject = '', reference = ''] = (email.subject ?? '').split(' · ')
      left.push({
        at: office.now().toISOString(),
        to: destinations[0] ?? '',
        subject,
        reference,
        text: email.text ?? '',
      })
    }
  }

  return {
    left,
    /** By way of everything that falls due until then, each at its own instant. */
    async passTo(instant: Date | string): Promise<void> {
      const to = new Date(instant)
      set(work.clock.now)
      for (let due = await office.outbox.nextDue(to); due; due = await office.outbox.nextDue(to)) {
        if (due > office.now()) set(due)
        await send()
        if (failed.length > 0) throw new Error(`A mail could not be handled: ${JSON.stringify(office.log)}`)
      }
      if (to > office.now()) set(to)
    },
    /** About one dossier since an instant, to people of its network and not to whoever asked or sits at a table. */
    toStaff: (reference: string, since: string): Left[] =>
      left.filter(
        (one) =>
          one.reference === reference && one.at > since && /@(lco-|ota\.|sociaalhuis-|ocmw-bierbeek)/.test(one.to),
      ),
  }
}

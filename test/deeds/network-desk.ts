/** The werkruimte and the mailer on one clock: what somebody presses, and what is mailed of it until a moment. */
import type { Email } from 'postal-mime'
import { createSweep } from '../../functions/clockwork/sweep.ts'
import { openPostOffice } from '../mailer/post-office.ts'
import type { Filed } from '../support/dossier.ts'
import { type Fields, readPage, sendPage } from '../support/visitor.ts'
import { startTestWorkspace } from '../support/workspace.ts'

export type NetworkDesk = Awaited<ReturnType<typeof openNetworkDesk>>

/** A Monday, ten in the morning in Brussels, unless said otherwise. */
export async function openNetworkDesk(now = new Date('2026-11-23T09:00:00Z')) {
  const work = await startTestWorkspace({ now })
  const office = openPostOffice(work.connection)
  const set = (instant: Date) => {
    work.clock.now = instant
    office.setClock(instant)
  }
  set(now)
  const wake = async (keys: Parameters<typeof office.deliver>[0]) => void (await office.deliver(keys))
  const sweep = createSweep({ outbox: office.outbox, wake, now: office.now })

  /** By way of everything that falls due until then. */
  async function passTo(instant: string | Date): Promise<void> {
    const to = new Date(instant)
    for (let due = await office.outbox.nextDue(to); due; due = await office.outbox.nextDue(to)) {
      if (due > office.now()) set(due)
      await sweep()
    }
    if (to > office.now()) set(to)
  }

  /** What left since the last time, until ten minutes from now: a hand-over of several waits for all of them. */
  async function mails(): Promise<{ to: string; email: Email }[]> {
    // Filing moves the clock of the pages only.
    office.setClock(work.clock.now)
    await passTo(new Date(work.clock.now.getTime() + 600_000))
    const all = (await office.received()).map(({ destinations: [to = ''], email }) => ({ to, email }))
    office.forget()
    return all
  }

  /** To whom, and what about. */
  const told = async (): Promise<string[]> =>
    (await mails()).map(({ to, email }) => `${to} ${email.subject?.split(' · ')[0]}`).sort()

  return {
    work,
    passTo,
    mails,
    told,
    /** Somebody presses a button of a dossier, with what its page asks; answers the status, and where it leads. */
    async press(who: string, { path }: Pick<Filed, 'path'>, action: string, fields: Fields = {}): Promise<Response> {
      const visitor = await work.as(who)
      const { html } = await readPage(visitor, `${path}/${action}`)
      // What asks nothing has its form on the page of the dossier itself.
      const from = html.includes(`action="${path}/${action}"`) ? `${path}/${action}` : path
      return sendPage(visitor, `${path}/${action}`, fields, from)
    },
    /** What somebody reads on a page of the werkruimte. */
    reads: async (who: string, path: string) => (await readPage(await work.as(who), path)).words,
    /** What the applicant reads. */
    applicantReads: async ({ status }: Pick<Filed, 'status'>) => (await readPage(work.visitor(), status)).words,
  }
}

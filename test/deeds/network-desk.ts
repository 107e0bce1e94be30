/** The werkruimte and the mailer on one clock: what somebody presses, and what is mailed of it until a moment. */
import type { Email } from 'postal-mime'
import { openPostOffice } from '../mailer/post-office.ts'
import type { Filed } from '../support/dossier.ts'
import { undoEnds } from '../support/undo.ts'
import { type Fields, fieldsIn, readPage } from '../support/visitor.ts'
import { startTestWorkspace } from '../support/workspace.ts'

export type NetworkDesk = Awaited<ReturnType<typeof openNetworkDesk>>

/** A Monday, ten in the morning in Brussels, unless said otherwise. */
export async function openNetworkDesk(now = new Date('2026-11-23T09:00:00Z')) {
  const work = await startTestWorkspace({ now })
  const office = openPostOffice(work.connection, { clock: work.clock })
  const { passTo } = office

  /** What left since the last time, until ten minutes from now: a hand-over of several waits for all of them. */
  async function mails(): Promise<{ to: string; email: Email }[]> {
    await passTo(undoEnds(work))
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
      const to = `${path}/${action}`
      const pages = [await readPage(visitor, to), await readPage(visitor, path)]
      // What asks nothing has its form on the page of the dossier itself; what cannot be done has none.
      const [form] = pages.flatMap(
        ({ html }) => new RegExp(`<form [^>]*action="${to}".*?</form>`, 's').exec(html) ?? [],
      )
      const [revision = ''] = fieldsIn(pages[1]?.html ?? '').revision ?? []
      return visitor.post(to, { ...(form === undefined ? { revision } : fieldsIn(form)), ...fields })
    },
    /** What somebody reads on a page of the werkruimte. */
    reads: async (who: string, path: string) => (await readPage(await work.as(who), path)).words,
    /** What the applicant reads. */
    applicantReads: async ({ status }: Pick<Filed, 'status'>) => (await readPage(work.visitor(), status)).words,
  }
}

/** The mailer and the clockwork beside a test's werkruimte, on its clock; and what reached people of the networks when. */
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
  const office = openPostOffice(work.connection, { clock: work.clock })
  const left: Left[] = []

  async function read(): Promise<void> {
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
    office.forget()
  }

  return {
    left,
    /** By way of everything that falls due until then, each at its own instant. */
    passTo: (instant: Date | string): Promise<void> => office.passTo(instant, read),
    /** About one dossier since an instant, to people of its network and not to whoever asked or sits at a table. */
    toStaff: (reference: string, since: string): Left[] =>
      left.filter(
        (one) =>
          one.reference === reference && one.at > since && /@(lco-|ota\.|sociaalhuis-|ocmw-bierbeek)/.test(one.to),
      ),
  }
}

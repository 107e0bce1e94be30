/** The mails of agendas that a change of the meeting days calls for (forms/kit/team-meeting/agenda.ts), each put once. */
import { type Mail, promise } from '../../../forms/kit/post/mail.ts'
import type { Connection } from './dynamo.ts'
import { planItems } from './mail-plan.ts'
import { transact } from './transact.ts'

export const createAgendaMails = ({ dynamo, tables }: Connection) => ({
  /** Made again they are the same mails; one that is there stays as it is. At most twenty-five. */
  async put(mails: readonly (Mail & { subject: string })[], now: Date): Promise<void> {
    const [first] = mails
    if (first) await transact(dynamo, planItems(tables.loket, promise(...mails), { subject: first.subject, now }))
  },
})

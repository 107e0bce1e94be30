/**
 * Who saw which dossiers in a list (quality.md, "Every case view is audited"): one line per view, in the partition of
 * the person, with references only. A dossier that is opened has a line of its own, beside the dossier.
 */
import { addSeconds, epochSeconds, secondsPerDay } from '../../../forms/kit/time.ts'
import type { Connection } from './dynamo.ts'
import type { PersonRef } from './identities.ts'
import { listViewKey } from './keys.ts'
import type { Audited } from './person-audit.ts'

export interface ListView {
  list: 'aanvragen' | 'week' | 'agenda' | 'telefoon'
  /** Names the session it was shown in. */
  session: string
  /** Of the dossiers whose answers were shown. */
  references: readonly string[]
}

export type Consultations = ReturnType<typeof createConsultations>

export function createConsultations({ dynamo, tables }: Connection) {
  return {
    /** Before the list is shown: what cannot be written down is not shown. */
    async saw(
      { network, person }: PersonRef,
      { list, session, references }: ListView,
      { auditId, now, auditDays }: Audited,
    ) {
      const { client, PutCommand } = await dynamo()
      const at = now.toISOString()
      const Item = {
        ...listViewKey(network, person, at, auditId),
        at,
        list,
        session,
        references,
        ttl: epochSeconds(addSeconds(now, auditDays * secondsPerDay)),
      }
      await client.send(new PutCommand({ TableName: tables.loket, Item }))
    },
  }
}

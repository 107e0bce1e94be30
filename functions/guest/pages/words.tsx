/** Who speaks on a guest's page, and to whom: the casemanager by name, the dienst, never the client. */
import type { FC } from 'hono/jsx'
import { personOf, roleInWords } from '../../../forms/kit/content.ts'
import { nameOf } from '../../../forms/kit/overleg/details.ts'
import { isAskedByClient, withClient } from '../../../forms/kit/overleg/guest.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { Phone } from '../../shared/web/layout.tsx'
import type { OpenGuest } from '../open.ts'

export interface Caller {
  /** "Tom Verlinden", or the network where nobody holds the dossier. */
  name: string
  /** "Tom Verlinden, casemanager" */
  called: string
  phone: string
}

/** Whoever holds the dossier, else the network itself. */
export function callerOf({ overleg, network, content }: Pick<OpenGuest, 'overleg' | 'network' | 'content'>): Caller {
  const holder = personOf(content, overleg.holder)
  if (!holder) return { name: network.name, called: network.name, phone: network.phone }
  return { name: holder.name, called: `${holder.name}, ${roleInWords[holder.role]}`, phone: holder.phone }
}

/** What the meeting is called above the page: to somebody the client trusts only "overleg" (docs/overleg.md §4). */
export const headOf = ({ overleg, who }: Pick<OpenGuest, 'overleg' | 'who'>): string =>
  withClient(overleg) && !isAskedByClient(who) ? 'Lokaal cliëntoverleg' : capitalised(overleg.noun)

/** Whose page it is; undefined for who is not named. */
export const serviceOf = ({ details, who }: Pick<OpenGuest, 'details' | 'who'>): string | undefined =>
  isAskedByClient(who) ? undefined : nameOf(details, who.id) || undefined

/** "Bel Tom Verlinden, casemanager, 053 00 00 02" */
export const Call: FC<{ caller: Caller }> = ({ caller: { called, phone } }) => (
  <>
    Bel {called}, <Phone number={phone} />
  </>
)

/** "1 moment", "3 momenten" */
export const momentsInWords = (count: number): string => `${count} ${count === 1 ? 'moment' : 'momenten'}`

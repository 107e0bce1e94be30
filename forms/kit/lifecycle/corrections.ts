/** What was written around a dossier can be corrected: by who wrote it, or a coordinator. What stood there stays to be read. */
import type { Person } from '../content.ts'

/** Earlier texts of one note: more than that is another note. */
export const mostCorrections = 5

/** A line of the logbook: who wrote it, `aanvrager` for what whoever asked added, and of which network when that is not the dossier's own. */
interface Written {
  who: string
  network?: string | undefined
}

export const mayCorrect = ({ who, network }: Written, { id, role }: Pick<Person, 'id' | 'role'>): boolean =>
  who !== 'aanvrager' && (role === 'coordinator' || (network === undefined && who === id))

/** The applicant sits at the table with an address that did not work: corrected there, it is corrected on their request too. */
import { applicantMark, participantMark } from '../lifecycle/not-reached.ts'
import type { Decided } from './decision.ts'
import type { Details } from './details.ts'
import { type Overleg, seated } from './overleg.ts'
import { goesTo } from './rounds.ts'

interface Before {
  overleg: Overleg
  details: Details
  /** Where mail to each went, by participant. */
  addresses: ReadonlyMap<string, string>
  /** Marks of the dossier (forms/kit/lifecycle/not-reached.ts). */
  marks: readonly string[]
  /** The applicant's own address. */
  address: string | undefined
}

export interface ReaddressedApplicant {
  email: string
  /** A mail about the table leaves for them now. */
  told: boolean
}

/** Undefined when it is another's address, it worked, or somebody else has that seat by now. */
export function applicantMoved(
  before: Before,
  { details, mails, reachedAt = [] }: Decided,
): ReaddressedApplicant | undefined {
  const { overleg, addresses, marks, address } = before
  const theirs = seated(overleg).find(({ id }) => address !== undefined && addresses.get(id) === address)
  const now = theirs && reachedAt.find(({ participant }) => participant === theirs.id)
  if (!theirs || !now) return undefined
  const { id } = theirs
  const [was, is] = [before.details.names[id], details.names[id]]
  const failed = [applicantMark, participantMark(id)].some((mark) => marks.includes(mark))
  if (!failed || was?.naam !== is?.naam || was?.dienst !== is?.dienst) return undefined
  const told = mails.put.some((mail) => mail.dueAt === undefined && goesTo(mail, id))
  return { email: now.email, told }
}

/** Stores what the casemanager noted: an item for each person, and again from what is there now when somebody answered meanwhile. */
import { answer } from '../../../forms/kit/overleg/answer.ts'
import { type Noted, readNoted } from '../../../forms/kit/overleg/noted.ts'
import { saidBy } from '../../../forms/kit/overleg/said.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { OpenOverleg } from './open.ts'

type Deps = Pick<WorkspaceDeps, 'overlegs' | 'now'>

/** Times that the whole is looked at again. */
const looks = 5

/** `changed`: a moment was fixed, it moved, or the same answer was given by somebody else since the page was made. */
export async function storeNoted<Found extends OpenOverleg>(
  deps: Deps,
  found: Found,
  typed: RawInput,
  by: string,
): Promise<Found | 'changed'> {
  let current = found
  for (let look = 0; look < looks; look += 1) {
    const { noted, errors, conflicts } = readNoted(typed, current)
    if (conflicts.length > 0 || errors.length > 0) return 'changed'
    if (noted.length === 0) return current
    await storeAll(deps, current, noted, by)
    // What is kept now says whether all of it is there: what is not, is looked at once more.
    const { reference, number, revision } = current.overleg
    const again = await deps.overlegs.read(reference, number, deps.now())
    if (again?.overleg.revision !== revision) return 'changed'
    current = { ...current, said: again.said }
  }
  return 'changed'
}

/** Each on condition that nobody answered for them meanwhile. */
const storeAll = (deps: Deps, { overleg, said }: OpenOverleg, noted: readonly Noted[], by: string) =>
  Promise.all(
    noted.map(async ({ who, given }) => {
      const now = deps.now()
      const decided = answer({ overleg, who, before: saidBy(said, who.id), given, by, now })
      if (decided.kind !== 'answered') return
      const { said: next, mails } = decided
      await deps.overlegs.answer({ overleg, participant: who.id, said: next, mails, while: overleg.state, now })
    }),
  )

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
export async function storeNoted(
  deps: Deps,
  found: OpenOverleg,
  typed: RawInput,
  by: string,
): Promise<'stored' | 'changed'> {
  let current = found
  for (let look = 0; look < looks; look += 1) {
    const { noted, errors, changed } = readNoted(typed, current)
    if (changed || errors.length > 0) return 'changed'
    if (!(await storeAll(deps, current, noted, by))) {
      const { reference, number } = current.overleg
      const again = await deps.overlegs.read(reference, number, deps.now())
      if (!again || again.overleg.revision !== current.overleg.revision) return 'changed'
      current = { ...current, overleg: again.overleg, said: again.said }
      continue
    }
    return 'stored'
  }
  return 'changed'
}

/** False when somebody was first with one of them. */
async function storeAll(deps: Deps, { overleg, said }: OpenOverleg, noted: readonly Noted[], by: string) {
  const stored = await Promise.all(
    noted.map(async ({ who, given }) => {
      const now = deps.now()
      const decided = answer({ overleg, who, before: saidBy(said, who.id), given, by, now })
      if (decided.kind === 'refused') return false
      if (decided.kind === 'same') return true
      const { said: next, mails } = decided
      const stored = { overleg, participant: who.id, said: next, mails, while: overleg.state, now }
      return (await deps.overlegs.answer(stored)) === 'stored'
    }),
  )
  return stored.every(Boolean)
}

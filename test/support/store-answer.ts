/** What somebody at a table answers, decided by the kit and stored as the app does, without a page. */

import { answer, type GivenAnswers } from '../../forms/kit/overleg/answer.ts'
import type { OverlegNow } from '../../forms/kit/overleg/decide.ts'
import { type Said, saidBy } from '../../forms/kit/overleg/said.ts'
import type { Overlegs } from '../../functions/shared/store/overlegs.ts'

interface At extends Pick<OverlegNow, 'overleg' | 'said'> {
  overlegs: Pick<Overlegs, 'answer'>
  now: Date
}

/** Along their own link, or as a person of the network with this id notes it. */
export async function storeAnswer(
  { overleg, said: before, overlegs, now }: At,
  participant: string,
  given: GivenAnswers,
  by?: string,
): Promise<Said> {
  const found = overleg.participants[participant]
  if (!found) throw new Error(`Nobody is ${participant}`)
  const who = { id: participant, ...found }
  const noted = by === undefined ? {} : { by }
  const decided = answer({ overleg, who, before: saidBy(before, participant), given, ...noted, now })
  if (decided.kind !== 'answered') throw new Error(`It came to ${decided.kind}`)
  const { said, mails } = decided
  const link = by === undefined ? { linkVersion: who.linkVersion } : {}
  const stored = await overlegs.answer({ overleg, participant, said, mails, while: overleg.state, now, ...link })
  if (stored !== 'stored') throw new Error(`Not stored: ${stored}`)
  return said
}

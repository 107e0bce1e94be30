/** Stores what a guest answered, on condition that it is still asked and that they said nothing else meanwhile. */
import { answer, type GivenAnswers } from '../../forms/kit/overleg/answer.ts'
import { type OwnWords, ownWordsSealedFor, sealableOwnWords } from '../../forms/kit/overleg/own-words.ts'
import { saidBy } from '../../forms/kit/overleg/said.ts'
import type { GuestDeps } from './deps.ts'
import type { OpenGuest } from './open.ts'

/** `changed`: look again; `refused`: a moment was fixed, or it is over. */
type StoredAnswer = 'stored' | 'same' | 'changed' | 'refused'

export async function storeAnswer(
  deps: Pick<GuestDeps, 'overlegs' | 'seal'>,
  guest: OpenGuest,
  { given, own, now }: { given: GivenAnswers; own?: OwnWords | undefined; now: Date },
): Promise<StoredAnswer> {
  const { overleg, said, who } = guest
  const sealed = own && (await deps.seal(overleg.network, ownWordsSealedFor(overleg, who.id), sealableOwnWords(own)))
  const all = { ...given, ...(sealed ? { sealed } : {}) }
  const decision = answer({ overleg, who, before: saidBy(said, who.id), given: all, now })
  if (decision.kind !== 'answered') return decision.kind
  return deps.overlegs.answer({
    overleg,
    participant: who.id,
    said: decision.said,
    mails: decision.mails,
    while: overleg.state,
    linkVersion: who.linkVersion,
    now,
  })
}

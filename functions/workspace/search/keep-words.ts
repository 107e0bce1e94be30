/**
 * Keeps what dossiers are found by: woken for those that changed, it opens their answers, hides the words of them and writes what is new,
 * and takes away what is no more. Safe to be done again, and by two at once (docs/decisions/023).
 */
import { isDeepStrictEqual } from 'node:util'
import { serviceOf } from '../../../forms/index.ts'
import { withPhone } from '../../../forms/kit/lifecycle/corrected.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { familyFactsOf } from '../../../forms/kit/search/family-facts.ts'
import type { FamilyFacts } from '../../../forms/kit/search/same-family.ts'
import { withBeginnings } from '../../../forms/kit/search/search-words.ts'
import { wordsOfAnswers } from '../../../forms/kit/search/words-of-answers.ts'
import { addSeconds } from '../../../forms/kit/time.ts'
import type { ChangedKey } from '../../shared/store/changed-dossiers.ts'
import { inBatches } from '../../shared/store/in-batches.ts'
import { referenceIn, referenceOfWords } from '../../shared/store/keys.ts'
import {
  type Findable,
  type KeptFamily,
  type KeptWords,
  leaseSeconds,
  type SearchWords,
} from '../../shared/store/search-words.ts'
import type { Unseal } from '../../shared/unseal.ts'
import { openAnswers, openPhone } from '../open-answers.ts'
import type { WorkspaceStore } from '../open-store.ts'
import { type Hide, hiddenPieces, hideWith } from './hide.ts'
import { hiddenFacts, type KeepFamilyDeps, keepFamily } from './keep-family.ts'

/** Seconds until what went wrong is tried again: one that cannot be opened keeps nobody waiting. */
const againAfter = 3600
/** Dossiers at a time: opening one waits for a key. */
const atOnce = 5

export interface KeepWordsDeps extends KeepFamilyDeps {
  searchWords: SearchWords
  contents: WorkspaceStore['contents']
  unseal: Unseal
  searchKey: () => Promise<string>
  logFailure: (error: unknown) => void
}

export type KeepWords = (keys: readonly ChangedKey[]) => Promise<number>

/** Returns how many could not be done; they come again. */
export function createKeepWords(deps: KeepWordsDeps): KeepWords {
  const { searchWords, now } = deps

  async function one(key: ChangedKey): Promise<boolean> {
    const reference = referenceOfWords(key) ?? referenceIn(key.pk)
    if (reference === undefined) return true
    try {
      const outcome = await keepOne(deps, reference)
      if (outcome === 'busy') await searchWords.postpone(key, addSeconds(now(), leaseSeconds))
      return true
    } catch (error) {
      deps.logFailure(error)
      await searchWords.postpone(key, addSeconds(now(), againAfter))
      return false
    }
  }

  return async (keys) => (await inBatches(keys, one, atOnce)).filter((well) => !well).length
}

/** `busy`: somebody else is at it, or it was erased while this went on. */
async function keepOne(deps: KeepWordsDeps, reference: string): Promise<'known' | 'busy'> {
  const { searchWords, now, searchKey } = deps
  const key = await searchKey()
  const found = await searchWords.read(reference, now())
  const { dossier, words } = found
  if (!dossier) return forget(deps, reference, words, key)
  const hide = hideWith(key, dossier.network)
  const { next, facts } = await wordsOf(deps, dossier, found, hide)
  if (!isSame(words, next)) {
    const [until, before] = [addSeconds(now(), leaseSeconds), words?.hidden ?? []]
    const all = [...new Set([...before, ...next.hidden])]
    if (!(await searchWords.claim(dossier, { ...next, hidden: all }, until, now()))) return 'busy'
    // What a worker that stopped half-way was to write is not there yet, whatever stands beside it.
    const sameEnd = words?.busyUntil === undefined && words?.ttl === next.ttl
    const added = sameEnd ? next.hidden.filter((hmac) => !before.includes(hmac)) : next.hidden
    await searchWords.putPostings(reference, added, next.ttl)
    if (words?.piecesEnd !== next.piecesEnd)
      await searchWords.putPostings(reference, hiddenPieces(hide, reference), dossier.ttl)
    await searchWords.removePostings(
      reference,
      before.filter((hmac) => !next.hidden.includes(hmac)),
    )
    // After its own postings, so that of two that look at the same moment one finds the other.
    if (facts ?? words?.family?.facts) await keepFamily(deps, { dossier, facts, family: next.family, until, hide })
    if (!(await searchWords.settle(reference, next, until))) return 'busy'
  }
  await searchWords.known(reference, dossier.revision)
  return 'known'
}

interface WordsNow {
  next: KeptWords & { family: KeptFamily }
  /** In the clear; absent when it is about no client. */
  facts: FamilyFacts | undefined
}

/** What a dossier is found by now; nothing but its reference once its answers are gone. */
async function wordsOf(
  deps: Pick<KeepWordsDeps, 'unseal' | 'contents'>,
  dossier: Dossier,
  { answers, address }: Findable,
  hide: Hide,
): Promise<WordsNow> {
  const { reference, network } = dossier
  const service = serviceOf(dossier)
  const ttl = answers?.ttl ?? dossier.ttl
  const ends = ttl === undefined ? {} : { ends: ttl }
  const kept = { network, ttl, piecesEnd: dossier.ttl ?? 0 }
  if (!answers || !service) return { next: { ...kept, hidden: [], family: ends }, facts: undefined }
  const sealed = await openAnswers(deps, service, { reference, sealed: answers.sealed })
  const typed = withPhone(sealed, await openPhone(deps, dossier))
  const { abbreviations } = await deps.contents.of(service.network)
  const facts = familyFactsOf(service, { answers: typed, address, abbreviations })
  const words = [...new Set(wordsOfAnswers(service, typed, address).flatMap(withBeginnings))]
  const hidden = [
    ...words.map((word) => hide('woord', word)),
    ...(facts ? [hide('aanduiding', facts.designation)] : []),
  ]
  const family = { ...(facts ? { facts: hiddenFacts(facts, hide) } : {}), ...ends }
  return { next: { ...kept, hidden, family }, facts }
}

const isSame = (before: Findable['words'], next: KeptWords): boolean =>
  before !== undefined &&
  before.busyUntil === undefined &&
  before.ttl === next.ttl &&
  before.piecesEnd === next.piecesEnd &&
  isDeepStrictEqual(before.family, next.family) &&
  before.hidden.length === next.hidden.length &&
  next.hidden.every((hmac) => before.hidden.includes(hmac))

/** Of a dossier that is erased, or past its time. */
async function forget(
  deps: KeepWordsDeps,
  reference: string,
  words: Findable['words'],
  key: string,
): Promise<'known' | 'busy'> {
  const { searchWords, now } = deps
  if (words) {
    if (!(await searchWords.claimErased(reference, addSeconds(now(), leaseSeconds), now()))) return 'busy'
    const pieces = words.network === undefined ? [] : hiddenPieces(hideWith(key, words.network), reference)
    await searchWords.removePostings(reference, [...words.hidden, ...pieces])
    await deps.family.forget(reference)
    await searchWords.remove(reference)
  }
  await searchWords.known(reference, undefined)
  return 'known'
}

/** Takes in what was sent, once per draft. */
import { type SubmitInput, submit } from '../../forms/kit/lifecycle/submit.ts'
import { daysOf } from '../../forms/kit/network-days.ts'
import { makeReference } from '../../forms/kit/reference.ts'
import { sealOwnCopy } from '../shared/own-copy.ts'
import { addressHmac } from '../shared/secrets.ts'
import { createDrafts } from '../shared/store/drafts.ts'
import { createIncoming, type Origin } from '../shared/store/incoming.ts'
import { copyPut } from '../shared/store/own-copies.ts'
import { takeIn } from '../shared/take-in.ts'
import type { PublicDeps } from './deps.ts'

type Input = Omit<SubmitInput, 'reference' | 'origin' | 'days'> & {
  origin: Origin
  /** Of the browser it comes from, which keeps a copy; absent where none is kept. */
  secret?: string | undefined
}

/** The new reference, or undefined when this form was sent already or changed since it was read. */
export async function storeSubmission(
  deps: PublicDeps,
  { origin, secret, ...input }: Input,
): Promise<string | undefined> {
  const { network, form } = input.service
  const reference = makeReference(form.prefix, deps.random(10))
  const days = daysOf(network, await deps.contents.of(network))
  const submission = submit({ ...input, days, reference, origin: origin.id })
  const { email } = submission
  const applicant = email === undefined ? undefined : addressHmac((await deps.secrets()).addressKey, email)
  const taken = await takeIn(deps, { ...input, submission, applicant })
  const { mailedDraft: receiptDays } = network.retention
  const of = { origin: origin.id, reference }
  const dossiers = deps.open(createIncoming)
  const sealed = secret && (await sealOwnCopy(secret, of, input.answers))
  const along = sealed
    ? [deps.open(({ tables }) => copyPut(tables.drafts, origin.id, { sealed, browser: origin.browser }, input.now))]
    : []
  try {
    return (await dossiers.submit({ ...taken, origin, receiptDays, along })) === 'stored' ? reference : undefined
  } catch (error) {
    // Perhaps only the answer got lost: then the tombstone is there, and so is the receipt.
    const left = await deps
      .open(createDrafts)
      .read(origin.id, input.now)
      .catch(() => undefined)
    if (left && 'sent' in left) return left.sent
    throw error
  }
}

/** Behind somebody's own link: the attest that they were there, and nobody else's. */
import type { Context } from 'hono'
import { attestsOf } from '../../../forms/kit/events/attest.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { may } from '../../../forms/kit/events/phases.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { attestCode } from '../../shared/attest-code.ts'
import type { PublicDeps } from '../deps.ts'
import { AttestPage, NoAttestPage } from '../pages/attest-page.tsx'

/** `found`: who the link names, or the answer to a link that names nobody (any more). */
export async function answerAttest(
  c: Context,
  { assets, now, secrets }: PublicDeps,
  found: { answer: Response } | { invitee: Invitee; event: LoketEvent; network: Network; path: string },
): Promise<Response> {
  if ('answer' in found) return found.answer
  const { event, invitee } = found
  const attests = may('attest', event, now()) ? attestsOf(event, invitee, now()) : []
  if (attests.length === 0) return c.html(<NoAttestPage assets={assets} {...found} now={now()} />, 404)
  const { addressKey } = await secrets()
  const own = attests.map((attest) => ({ attest, code: attestCode(addressKey, invitee, attest.who) }))
  return c.html(<AttestPage assets={assets} {...found} attests={own} />)
}

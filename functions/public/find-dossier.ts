/** The dossier behind a personal link; or what to answer when there is none. */

import type { Context } from 'hono'
import { readLinkToken } from '../shared/links.ts'
import { createIncoming } from '../shared/store/incoming.ts'
import type { PublicDeps } from './deps.ts'
import { type AboutDossier, linkedDossier } from './linked.ts'
import type { PlainAnswers } from './plain-answers.tsx'

export type FoundDossier = { answer: Response } | AboutDossier

export async function findDossier(
  c: Context,
  { secrets, open, now }: Pick<PublicDeps, 'secrets' | 'open' | 'now'>,
  plain: PlainAnswers,
  purpose: 'ontvangen' | 'status',
): Promise<FoundDossier> {
  const dossiers = open(createIncoming)
  const target = readLinkToken((await secrets()).linkKeys, purpose, c.req.param('token') ?? '')
  const linked = linkedDossier(purpose, target, target && (await dossiers.read(target.id, now())))
  switch (linked.kind) {
    case 'found':
      return linked
    case 'broken':
      return { answer: await plain.brokenLink(c) }
    case 'erased':
      return { answer: await plain.erased(c) }
    case 'gone':
      return { answer: await plain.networkGone(c, linked.reference) }
  }
}

/** How a form is refused that was sent along such a link: of a network that is gone the page itself is there, and nothing can be kept. */
export const refusedAs = ({ status }: Response): 404 | 409 | 410 => (status === 410 ? 410 : status === 404 ? 404 : 409)

/** What nearly every page of a form begins with. */
import { createMiddleware } from 'hono/factory'
import type { Service } from '../../forms/kit/form.ts'
import type { Draft } from '../shared/store/drafts.ts'
import type { PublicDeps } from './deps.ts'
import { findDraft } from './draft-access.ts'
import type { PlainAnswers } from './plain-answers.tsx'

/** Hands on the open draft of this browser as `draft`; when there is none (any more), says so in words and stops there. */
export const openDraft = (service: Service, deps: PublicDeps, plain: PlainAnswers) =>
  createMiddleware<{ Variables: { draft: Draft } }>(async (c, next) => {
    const found = await findDraft(c, deps, service)
    if (found.kind !== 'open') return plain.closedDraft(c, service, found)
    c.set('draft', found.draft)
    return next()
  })

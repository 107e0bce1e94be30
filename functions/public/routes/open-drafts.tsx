/** The drafts that this browser has open, for whoever lost the page. Its own address: the home page is the same for everybody. */

import { Hono } from 'hono'
import { findService } from '../../../forms/index.ts'
import { openDraftsPath } from '../../shared/public-paths.ts'
import { createDrafts } from '../../shared/store/drafts.ts'
import { browserOf, openIn } from '../browser.ts'
import type { PublicDeps } from '../deps.ts'
import { progressOfDraft, savedInWords, stepInWords } from '../draft-progress.ts'
import { type OpenDraft, OpenDraftsPage } from '../pages/open-drafts-page.tsx'

export function openDraftsRoutes(deps: PublicDeps) {
  const routes = new Hono()
  const { assets, now } = deps
  const drafts = deps.open(createDrafts)

  routes.get(openDraftsPath, async (c) => {
    const browser = browserOf(c, deps.url)
    const ids = browser === undefined ? [] : openIn(c, deps.url)
    const found = await Promise.all(ids.map((id) => openDraft(id, browser)))
    return c.html(<OpenDraftsPage assets={assets} drafts={found.filter((one) => one !== undefined)} />)
  })

  /** Undefined once it is sent, wiped, past its time, or gone on with in another browser. */
  async function openDraft(id: string, browser: string | undefined): Promise<OpenDraft | undefined> {
    const draft = await drafts.read(id, now())
    if (!draft || 'sent' in draft || draft.browser !== browser) return undefined
    const service = findService(draft.network, draft.form)
    if (!service) return undefined
    const { until } = savedInWords(draft)
    return {
      id,
      service,
      step: stepInWords(service, progressOfDraft(service, draft, now())),
      until,
      mailed: draft.mailed,
    }
  }

  return routes
}

/** Which draft a request is about, and whether this browser may read it. */
import type { Context } from 'hono'
import { v7 as uuidv7 } from 'uuid'
import { findForm, findNetwork } from '../../forms/index.ts'
import type { Service } from '../../forms/kit/form.ts'
import { addSeconds, epochSeconds, secondsPerDay } from '../../forms/kit/time.ts'
import { draftPath } from '../shared/public-paths.ts'
import { createDrafts, type Draft, type NewDraft, type SentDraft } from '../shared/store/drafts.ts'
import { browserOf, noteOpen, rememberBrowser } from './browser.ts'
import { untilFor } from './closing.tsx'
import type { PublicDeps } from './deps.ts'

export type Found =
  | { kind: 'open'; draft: Draft }
  | { kind: 'sent'; draft: SentDraft }
  /** It was there and is erased: its id is old enough to tell. */
  | { kind: 'expired' }
  | { kind: 'unknown' }
  /** It is there, and another browser's. */
  | { kind: 'elsewhere' }
  /** It is there, and this browser has no cookie of ours: another one began it, or this one keeps none. */
  | { kind: 'no-cookie' }

/** The draft in the address, for the browser that began it (or followed its mailed link). */
export async function findDraft(c: Context, deps: PublicDeps, service: Service): Promise<Found> {
  const id = c.req.param('draft') ?? ''
  const now = deps.now()
  const draft = await deps.open(createDrafts).read(id, now)
  if (!draft) return isErased(id, draftSeconds(service), now) ? { kind: 'expired' } : { kind: 'unknown' }
  if (findNetwork(draft.network) !== service.network || findForm(draft.form) !== service.form)
    return { kind: 'unknown' }
  const browser = browserOf(c, deps.url)
  if (draft.browser !== browser) return { kind: browser === undefined ? 'no-cookie' : 'elsewhere' }
  return 'sent' in draft ? { kind: 'sent', draft } : { kind: 'open', draft }
}

/** Begins a draft for this browser and gives its address. */
export async function beginDraft(c: Context, deps: PublicDeps, service: Service, typed?: NewDraft['typed']) {
  const now = deps.now()
  const id = uuidv7({ msecs: now.getTime(), random: deps.random(16) })
  await deps.open(createDrafts).start({
    id,
    network: service.network.slug,
    form: service.form.slug,
    browser: rememberBrowser(c, deps.url, deps.random),
    ...(await untilFor(deps, service)),
    ...(typed ? { typed } : {}),
  })
  noteOpen(c, deps.url, id)
  return draftPath(service, id)
}

const draftSeconds = ({ network }: Service): number => network.retention.draft * secondsPerDay

/** A draft's id is a UUIDv7 (RFC 9562): its first 48 bits are the moment it began, in milliseconds. */
const startedAt = (id: string): Date => new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16))

/** Counted in whole seconds, as its time to live is: no moment lies between readable and erased. */
const isErased = (id: string, seconds: number, now: Date): boolean =>
  epochSeconds(addSeconds(startedAt(id), seconds)) <= epochSeconds(now)

/** The shape of a draft's id in an address. */
export const draftParam = ':draft{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}'

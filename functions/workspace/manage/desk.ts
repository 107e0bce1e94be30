/**
 * How a coordinator changes what the network looks after itself: an entry is read as it is this moment, changed from what was seen,
 * and told. Each page of /werkruimte/beheer works with this (docs/decisions/036).
 */
import type { Context } from 'hono'
import { findForm } from '../../../forms/index.ts'
import { contentOf, type NetworkContent } from '../../../forms/kit/content.ts'
import type { StoredContent } from '../../../forms/kit/content-schema.ts'
import type { Entry, Wanted } from '../../../forms/kit/manage/entries.ts'
import { withFirst } from '../../../forms/kit/manage/first-offers.ts'
import type { About } from '../../../forms/kit/manage/in-words.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { once } from '../../../forms/kit/once.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { fieldsOf } from '../../../forms/kit/questions/parse.ts'
import type { ContentChange, ContentChanges, Put } from '../../shared/store/content-changes.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { actOf, type Opened } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'

/** The revision of the content that a form was made from. */
export const revisionField = 'revisie'

/** Content as it is this moment, not as a process keeps it. */
export interface Read {
  stored: StoredContent
  content: NetworkContent
  revision: number
}

/** Changes of an entry, newest first, and whether there are more than these. */
export interface History {
  changes: readonly ContentChange[]
  more: boolean
}

/** What was done, when it is no form that was saved; the change that was put back; the mail that leaves because of it. */
type Saving = Partial<Pick<Parameters<ContentChanges['change']>[2], 'what' | 'undid' | 'promised'>>

/** Changes that stand beside an entry. */
const mostShown = 10

export function createDesk(deps: Pick<WorkspaceDeps, 'openContentChanges' | 'random' | 'now'>) {
  const open = once(deps.openContentChanges)

  return {
    async read({ var: { network } }: Opened): Promise<Read> {
      const contentChanges = await open()
      const { content: stored, revision } = await contentChanges.stored(network)
      return { stored, content: contentOf(network, stored), revision }
    },

    /** From the revision that the form was made from; what a form says of it that is no number is as if it saw nothing. */
    async save(
      c: Opened,
      wanted: readonly Wanted[],
      typed: RawInput,
      { what = 'gewijzigd', ...more }: Saving = {},
    ): Promise<Put> {
      const about = { ...actOf(c, deps), what, ...more, revision: seenIn(typed) }
      const contentChanges = await open()
      const put = await contentChanges.change(c.var.network, wanted, about)
      return put.kind === 'changed' ? { ...put, since: put.since.map((one) => asShown(one, c.var.network)) } : put
    },

    /** What somebody else did to one of these since the form was made: to be shown before what is wrong with it by now. */
    async since({ var: { network } }: Opened, entries: readonly Entry[], typed: RawInput): Promise<ContentChange[]> {
      const contentChanges = await open()
      const since = await contentChanges.changesSince(network, seenIn(typed), entries)
      return since.map((one) => asShown(one, network))
    },

    /** Of the entries that are asked for, or of all; of a change only those. */
    async history(
      { var: { network } }: Opened,
      isAsked?: (entry: Entry) => boolean,
      most = mostShown,
    ): Promise<History> {
      const asked = (change: ContentChange) => !isAsked || change.changed.some(isAsked)
      const contentChanges = await open()
      const { changes, more } = await contentChanges.last(network, most, asked)
      const own = changes.map((one) => (isAsked ? { ...one, changed: one.changed.filter(isAsked) } : one))
      return { changes: own.map((one) => asShown(one, network)), more }
    },

    async change({ var: { network } }: Opened, revision: number): Promise<ContentChange | undefined> {
      const contentChanges = await open()
      return contentChanges.read(network, revision)
    },
  }
}

/** From what to what, as people read it; of one that was too large to keep, only which. */
export const asShown = (change: ContentChange, network: Network): ContentChange =>
  change.large ? change : { ...change, changed: withFirst(change.changed, network) }

/** What a change needs to be told in words. */
export const aboutOf = (content: NetworkContent): About => ({
  content,
  formName: (slug) => findForm(slug)?.name ?? slug,
})

/** What was typed on a page of Beheer, and in fields beside it; undefined when it cannot come from one of ours. */
export async function typedOn(c: Context, page: Page, ...beside: readonly string[]): Promise<RawInput | undefined> {
  const body = await readBody(c)
  return body && pickFields(body, fieldsOf(page, body, revisionField, ...beside))
}

const seenIn = (typed: RawInput): number => {
  const text = typed.get(revisionField)?.[0] ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

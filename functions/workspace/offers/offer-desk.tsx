/** What the pages of one offer share: the offer as it is this moment, the page of it, and what was typed on that. */
import type { Context } from 'hono'
import { networkServices } from '../../../forms/index.ts'
import type { Offer, StoredOffer } from '../../../forms/kit/content.ts'
import { offerOf } from '../../../forms/kit/content.ts'
import { namedBy } from '../../../forms/kit/manage/named-by.ts'
import { checkedField, editOfferPage, offerOfAnswers, typedOffer } from '../../../forms/kit/manage/offer-page.ts'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import type { Page } from '../../../forms/kit/questions/page.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { frameOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { createDesk, type Read } from '../manage/desk.ts'
import { type Shown, statusOf } from '../manage/parts.tsx'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { EditOfferPage } from './edit-pages.tsx'
import { formsOf } from './of-network.ts'

type Ctx = Context<SignedIn>

interface Found extends Read {
  key: string
  offer: Offer
}

/** With what the page of an offer answers. */
export interface ShownOffer extends Shown {
  preview?: Offer
}

/** Which button was pressed. */
export const actField = 'actie'
const presses = (typed: RawInput, button: string): boolean => typed.get(actField)?.[0] === button
/** Whether somebody only wants to see what was typed. */
export const looksOnly = (typed: RawInput): boolean => presses(typed, 'bekijk')

export function createOfferDesk(deps: WorkspaceDeps) {
  const desk = createDesk(deps)
  const { brokenLink } = workRefusals(deps.assets)
  const today = () => brusselsDate(deps.now())

  const pageFor = ({ var: { network } }: Ctx, { content }: Read, self?: string): Page =>
    editOfferPage({ content, forms: formsOf(network), self })

  /** Of today's key only: an address of Beheer is made by us. */
  async function find(c: Ctx): Promise<Found | undefined> {
    const read = await desk.read(c)
    const key = c.req.param('key') ?? ''
    const offer = Object.hasOwn(read.content.aanbod, key) ? offerOf(read.content, key) : undefined
    return offer && { ...read, key, offer }
  }

  return {
    today,
    pageFor,
    find,

    /** With the day of today where the tick, or the button, says so. */
    wantedIn(answers: Answers, typed: RawInput, before?: Offer): StoredOffer {
      const offer = offerOfAnswers(answers, before)
      const isChecked = [answers[checkedField] ?? []].flat().includes('ja') || presses(typed, 'nagekeken')
      return isChecked ? { ...offer, checkedOn: today() } : offer
    },

    /** Filled in with what there is, until something is typed. */
    async show(c: Ctx, about: Partial<ShownOffer> = {}) {
      const found = await find(c)
      if (!found) return brokenLink(c, c.var.network)
      const { key, ...read } = found
      const shown = { typed: typedOffer(found.offer), ...about }
      const more = {
        ...{ offerKey: key, today: today(), done: c.req.query('klaar') },
        page: pageFor(c, read, key),
        named: namedBy(networkServices(c.var.network), read.content, key),
        history: await desk.history(c, (entry) => entry.of === 'aanbod' && entry.key === key),
      }
      return c.html(<EditOfferPage {...frameOf(c, deps)} {...read} {...more} {...shown} />, statusOf(shown))
    },
  }
}

/** A new offer, and what changes of one: looked at before it is saved, and saved by one press. */
import { type Context, Hono } from 'hono'
import type { StoredOffer } from '../../../forms/kit/content.ts'
import { keyForOffer } from '../../../forms/kit/manage/offer-key.ts'
import { asStored, saysSame } from '../../../forms/kit/manage/offer-page.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { parsePage } from '../../../forms/kit/questions/parse.ts'
import type { Put } from '../../shared/store/content-changes.ts'
import { readBody } from '../../shared/web/body.ts'
import { newOfferPath, offerPath, offerRoute, offersPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { createDesk, typedOn } from '../manage/desk.ts'
import { type Shown, statusOf } from '../manage/parts.tsx'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { NewOfferPage } from './edit-pages.tsx'
import { takenBy } from './of-network.ts'
import { actField, createOfferDesk, looksOnly, type ShownOffer } from './offer-desk.tsx'

type Ctx = Context<SignedIn>

export function editRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const coordinator = requirePerson(['coordinator'])
  const desk = createDesk(deps)
  const offers = createOfferDesk(deps)
  const { unreadable, brokenLink } = workRefusals(deps.assets)
  const rules = () => ({ criteria: [], now: deps.now() })

  routes.get(newOfferPath, coordinator, (c) => showNew(c, { typed: new Map() }))

  routes.post(newOfferPath, coordinator, async (c) => {
    const read = await desk.read(c)
    const page = offers.pageFor(c, read)
    const typed = await typedOn(c, page, actField)
    if (!typed) return unreadable(c)
    const { answers, errors } = parsePage(page, typed, {}, rules())
    if (errors.length > 0) return showNew(c, { typed, errors })
    const offer = offers.wantedIn(answers, typed)
    if (looksOnly(typed)) return showNew(c, { typed, preview: offer })
    return add(c, keyForOffer(offer.name, takenBy(read.content)), offer, typed)
  })

  routes.get(offerRoute, coordinator, (c) => offers.show(c))

  routes.post(offerRoute, coordinator, async (c) => {
    const found = await offers.find(c)
    if (!found) return brokenLink(c, c.var.network)
    const page = offers.pageFor(c, found, found.key)
    const typed = await typedOn(c, page, actField)
    if (!typed) return unreadable(c)
    const { answers, errors } = parsePage(page, typed, {}, rules())
    if (errors.length > 0) return offers.show(c, { typed, errors })
    const offer = offers.wantedIn(answers, typed, found.offer)
    return looksOnly(typed) ? offers.show(c, { typed, preview: offer }) : change(c, found, offer, typed)
  })

  routes.post(`${offerRoute}/nagekeken`, coordinator, async (c) => {
    const typed = await readBody(c)
    if (!typed) return unreadable(c)
    const found = await offers.find(c)
    if (!found) return brokenLink(c, c.var.network)
    const { key, offer } = found
    const to = { ...asStored(offer), checkedOn: offers.today() }
    const put = await desk.save(c, [{ of: 'aanbod', key, to }], typed)
    if (put.kind === 'stored') return c.redirect(`${offersPath}?klaar=nagekeken`, 303)
    return offers.show(c, whyNot(put))
  })

  async function add(c: Ctx, key: string, to: StoredOffer, typed: RawInput) {
    const put = await desk.save(c, [{ of: 'aanbod', key, to }], typed)
    if (put.kind === 'stored') return c.redirect(`${offerPath(key)}?klaar=nieuw`, 303)
    return showNew(c, { typed, ...whyNot(put) })
  }

  async function change(c: Ctx, { key, offer }: { key: string; offer: StoredOffer }, to: StoredOffer, typed: RawInput) {
    const wanted = [{ of: 'aanbod', key, to }] as const
    // Nothing new is no change; what somebody else did is seen all the same.
    const why = saysSame(to, offer)
      ? { since: await desk.since(c, wanted, typed) }
      : whyNot(await desk.save(c, wanted, typed))
    const shown = { typed, ...why }
    return statusOf(shown) === 200 ? c.redirect(`${offerPath(key)}?klaar=bewaard`, 303) : offers.show(c, shown)
  }

  async function showNew(c: Ctx, shown: ShownOffer) {
    const read = await desk.read(c)
    const page = offers.pageFor(c, read)
    return c.html(<NewOfferPage {...frameOf(c, deps)} {...read} {...shown} page={page} />, statusOf(shown))
  }

  return routes
}

/** What the page says of what was not stored. */
function whyNot(put: Put): Omit<Shown, 'typed'> {
  if (put.kind === 'stored') return {}
  return put.kind === 'changed' ? { since: put.since } : { errors: [tooMany] }
}
const tooMany = { name: 'naam', message: 'Er past niet meer bij. Maak eerst andere teksten in het aanbod korter' }

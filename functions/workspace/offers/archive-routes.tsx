/** An offer goes out of the aanbod, and back: nobody is pointed to it meanwhile, and who was still reads its name. */
import { type Context, Hono } from 'hono'
import { networkServices } from '../../../forms/index.ts'
import { namedBy } from '../../../forms/kit/manage/named-by.ts'
import { asStored, restored } from '../../../forms/kit/manage/offer-page.ts'
import { readBody } from '../../shared/web/body.ts'
import { offerPath, offerRoute, offersPath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { createDesk } from '../manage/desk.ts'
import type { Shown } from '../manage/parts.tsx'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { ArchivePage } from './archive-page.tsx'
import { createOfferDesk } from './offer-desk.tsx'

type Ctx = Context<SignedIn>

export function archiveRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const coordinator = requirePerson(['coordinator'])
  const desk = createDesk(deps)
  const offers = createOfferDesk(deps)
  const { unreadable, brokenLink } = workRefusals(deps.assets)

  routes.get(`${offerRoute}/weg`, coordinator, (c) => show(c, {}))

  routes.post(`${offerRoute}/weg`, coordinator, async (c) => {
    const typed = await readBody(c)
    const found = await offers.find(c)
    if (!typed) return unreadable(c)
    if (!found) return brokenLink(c, c.var.network)
    const to = { ...asStored(found.offer), archivedOn: found.offer.archivedOn ?? offers.today() }
    const put = await desk.save(c, [{ of: 'aanbod', key: found.key, to }], typed)
    if (put.kind === 'stored') return c.redirect(`${offersPath}?klaar=weg`, 303)
    return show(c, put.kind === 'changed' ? { since: put.since } : {})
  })

  routes.post(`${offerRoute}/terug`, coordinator, async (c) => {
    const typed = await readBody(c)
    const found = await offers.find(c)
    if (!typed) return unreadable(c)
    if (!found) return brokenLink(c, c.var.network)
    const put = await desk.save(c, [{ of: 'aanbod', key: found.key, to: restored(found.offer) }], typed)
    if (put.kind === 'stored') return c.redirect(`${offerPath(found.key)}?klaar=terug`, 303)
    return offers.show(c, put.kind === 'changed' ? { since: put.since } : {})
  })

  /** One that is archived has nothing to ask: its own page says so, and brings it back. */
  async function show(c: Ctx, { since = [] }: Pick<Shown, 'since'>) {
    const found = await offers.find(c)
    if (!found) return brokenLink(c, c.var.network)
    const { key, offer, content, revision } = found
    if (offer.archivedOn && since.length === 0) return c.redirect(offerPath(key), 303)
    const named = namedBy(networkServices(c.var.network), content, key)
    const about = { content, revision, offer, named, since, offerKey: key }
    return c.html(<ArchivePage {...frameOf(c, deps)} {...about} />, since.length > 0 ? 409 : 200)
  }

  return routes
}

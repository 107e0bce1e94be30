/** Behind the link of a participant: when they can, whether they come. A GET changes nothing, and HEAD opens nothing. */
import { type Context, Hono } from 'hono'
import type { Network } from '../../../forms/kit/network.ts'
import { calendarFile } from '../../../forms/kit/overleg/calendar-file.ts'
import { guestView } from '../../../forms/kit/overleg/guest.ts'
import { guestFields, type ReadGuest, readGuest } from '../../../forms/kit/overleg/guest-form.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import { personalPath, personalRoute } from '../../shared/public-paths.ts'
import { pickFields, readBody, textsIn } from '../../shared/web/body.ts'
import { calendarAnswer } from '../../shared/web/calendar-answer.ts'
import { createRefusals } from '../../shared/web/refusals.tsx'
import type { GuestDeps } from '../deps.ts'
import { findGuest, type OpenGuest, openGuest } from '../open.ts'
import { OverlegPage } from '../pages/overleg-page.tsx'
import { DeadLinkPage } from '../pages/plain-pages.tsx'
import { storeAnswer } from '../store-answer.ts'

/** For their own calendar. */
const calendarRoute = `${personalRoute('overleg')}/agenda` as const
type Refusal = Extract<ReadGuest, { kind: 'refused' }>['reason']

interface Shown {
  typed?: RawInput
  errors?: Extract<ReadGuest, { kind: 'wrong' }>['errors']
  refused?: Refusal
}

export function overlegRoutes(deps: GuestDeps) {
  const routes = new Hono()
  const { assets } = deps
  const plain = createRefusals(assets)

  routes.get(personalRoute('overleg'), async (c) => {
    const found = await findGuest(deps, c.req.param('token'))
    if (found.kind === 'dead') return deadLink(c, found.network)
    // Who asks only whether the page is there, a scanner of mail, needs no key.
    return c.req.method === 'HEAD' ? c.html('') : show(c, await openGuest(deps, found))
  })

  routes.post(personalRoute('overleg'), async (c) => {
    const sent = await readBody(c)
    // The clock that decides is the one of when the whole form was in.
    const now = deps.now()
    return lookAgain(async () => {
      const found = await findGuest(deps, c.req.param('token'))
      if (found.kind === 'dead') return deadLink(c, found.network, sent)
      const typed = sent && pickFields(sent, guestFields(sent))
      return typed ? take(c, await openGuest(deps, found), typed, now) : plain.unreadable(c)
    }, inCrowd)
  })

  /** Undefined when what was read is not so any more. */
  async function take(c: Context, guest: OpenGuest, typed: RawInput, now: Date): Promise<Response | undefined> {
    const read = readGuest(guest, typed, now)
    if (read.kind === 'wrong') return show(c, guest, { typed, errors: read.errors })
    if (read.kind === 'refused') return show(c, guest, { typed, refused: read.reason })
    const stored = await storeAnswer(deps, guest, { ...read, now })
    if (stored === 'refused') return show(c, guest, { typed, refused: 'over' })
    return stored === 'changed' ? undefined : c.redirect(pathOf(c), 303)
  }

  routes.get(calendarRoute, async (c) => {
    const found = await findGuest(deps, c.req.param('token'))
    const overleg = found.kind === 'found' ? found.kept.overleg : undefined
    if (found.kind === 'dead' || overleg?.state !== 'vastgelegd') return deadLink(c, found.network)
    const { fixed } = overleg
    if (!fixed || fixed.wholeDay) return deadLink(c, found.network)
    const host = new URL(deps.url).hostname
    const file = calendarFile({ overleg, participant: found.who.id, fixed, host, now: deps.now() })
    return calendarAnswer(c, `overleg-${overleg.reference}`, file)
  })

  function show(c: Context, guest: OpenGuest, { typed, errors = [], refused }: Shown = {}) {
    const now = deps.now()
    const page = { assets, guest, view: guestView(guest, now), path: pathOf(c), now, errors }
    const status = refused ? 409 : errors.length > 0 ? 422 : 200
    return c.html(<OverlegPage {...page} typed={typed} refused={refused} />, status)
  }

  const deadLink = (c: Context, network?: Network, sent?: RawInput) =>
    c.html(<DeadLinkPage assets={assets} network={network} texts={textsIn(sent)} />, 404)

  return routes
}

const pathOf = (c: Context): string => personalPath('overleg', c.req.param('token') ?? '')

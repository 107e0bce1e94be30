/** Organisers make, change and cancel events, and see how the answers stand. */

import { type Context, Hono } from 'hono'
import { differences, eventFields, isReserved, readEvent, slugOf } from '../../../forms/event-form.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { may, phaseOf } from '../../../forms/kit/events/phases.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { addSeconds } from '../../../forms/kit/time.ts'
import { promotionOf } from '../../shared/answer-flow.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import { isFull } from '../../shared/store/seats.ts'
import { readBody } from '../../shared/web/body.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { actOf, frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { workRefusals } from '../work-message.tsx'
import { decideRoutes } from './decide-routes.tsx'
import { ConfirmPage, FormPage } from './form-page.tsx'
import { importRoutes } from './import-routes.tsx'
import { inviteeRoutes } from './invitee-routes.tsx'
import { mailingRoutes } from './mailing-routes.tsx'
import { newsRoutes } from './news-routes.tsx'
import { notNow } from './not-now.tsx'
import { onBehalfRoutes } from './on-behalf-routes.tsx'
import { type EventDeps, openEvents } from './open-events.ts'
import { overviewRoutes } from './overview-routes.tsx'
import { EventsPage } from './pages.tsx'
import { personRoutes } from './person-routes.tsx'
import type { Organised, OrganiserTools } from './tools.ts'

/** Seconds a job on many invitees works before it shows how far it is; the person presses on to continue. */
const workSeconds = 12

/** Events with the same title whose address ends in a number. */
const mostNumbered = 20

/** Revision of the event when its form was opened. */
const revisionField = 'revisie'
const editInWords =
  'Verandert u de dag, het uur of de plaats? Dan mailen we iedereen die komt of op de hoogte wil blijven. Dat gebeurt meteen. U kunt het niet terughalen.'
const conflictInWords =
  'Iemand anders wijzigde deze activiteit terwijl u bezig was. Uw wijziging is nog niet bewaard. Hieronder staat wat u typte, en waar dat anders is dan wat nu bewaard is. Neem over wat u wilt houden, en bewaar opnieuw.'

export function eventRoutes({ deps: shared, requirePerson }: PartDeps) {
  const deps: EventDeps = { ...shared, ...shared.open(openEvents) }
  const routes = new Hono<Organised>()
  const { assets, events, invitees, lists, seats, now } = deps
  const refusals = workRefusals(assets)

  const tools: OrganiserTools = {
    findEvent: async (c, next) => {
      const event = await events.read(c.req.param('slug') ?? '')
      if (event?.network !== c.var.network.slug) return refusals.brokenLink(c, c.var.network)
      c.set('event', event)
      return next()
    },
    auditBy: (c, what) => ({ ...actOf(c, deps), what }),
    until: () => addSeconds(now(), workSeconds),
  }
  const { auditBy, until, findEvent } = tools

  routes.use(`${eventsHome}/*`, requirePerson(['organisator', 'coordinator']))

  routes.get(eventsHome, async (c) => {
    const own = (await events.list()).filter(({ network }) => network === c.var.network.slug).reverse()
    const shown = own.map((event) => ({ event, phase: phaseOf(event, now()) }))
    return c.html(<EventsPage {...frameOf(c, deps)} events={shown} />)
  })

  routes.get(`${eventsHome}/nieuw`, (c) => showNew(c, new Map(), []))
  routes.post(`${eventsHome}/nieuw`, async (c) => {
    const typed = await readBody(c)
    if (!typed) return refusals.unreadable(c)
    const base = slugOf(typed.get('titel')?.[0] ?? '')
    const { network, person } = c.var
    for (const ending of endings()) {
      const slug = base + ending
      if (isReserved(slug)) continue
      const read = readEvent(typed, { network: network.slug, slug, organisator: person.employer, now: now() })
      if (read.kind === 'errors') return showNew(c, typed, read.errors)
      if ((await events.create(read.event, read.link, auditBy(c, 'gemaakt'))) === 'created')
        return c.redirect(eventHome(read.event), 303)
    }
    throw new Error('Somebody took every address at this very moment')
  })

  /** What tells events with one title apart: a number, and when it was used that often, letters nobody else has. */
  const endings = () => [
    '',
    ...Array.from({ length: mostNumbered - 1 }, (_, index) => `-${index + 2}`),
    `-${Buffer.from(deps.random(6)).toString('hex')}`,
  ]

  function showNew(c: Context<Organised>, typed: RawInput, errors: readonly FieldError[]) {
    return c.html(
      <FormPage
        {...frameOf(c, deps)}
        {...{ typed, errors }}
        action={`${eventsHome}/nieuw`}
        back={eventsHome}
        title="Nieuwe activiteit"
        button="Bewaar"
      />,
      errors.length > 0 ? 422 : 200,
    )
  }

  routes.use(`${eventsHome}/:slug/*`, findEvent)

  routes.get(`${eventsHome}/:slug/wijzigen`, async (c) => {
    const { event } = c.var
    return notNow(c, deps, 'edit') ?? showEdit(c, eventFields(event, await events.onlineLink(event.slug)), [])
  })
  routes.post(`${eventsHome}/:slug/wijzigen`, async (c) => {
    const { event } = c.var
    const typed = await readBody(c)
    if (!typed) return refusals.unreadable(c)
    const refused = notNow(c, deps, 'edit', typed)
    if (refused) return refused
    // Somebody else saved since this form was opened: sent on, it would silently take that back.
    return typed.get(revisionField)?.[0] === String(event.revisie) ? change(c, typed) : showConflict(c, typed)
  })

  async function change(c: Context<Organised>, typed: RawInput) {
    const { event: before, network, person } = c.var
    const { slug } = before
    const read = readEvent(typed, { network: network.slug, slug, organisator: person.employer, before, now: now() })
    if (read.kind === 'errors') return showEdit(c, typed, read.errors)
    if ((await events.change(before, read.event, read.link, auditBy(c, 'gewijzigd'))) === 'changed') {
      c.set('event', (await events.read(slug)) ?? before)
      return showConflict(c, typed)
    }
    await lists.follow(read.event, now, until())
    await promote(read.event)
    return c.redirect(eventHome(before), 303)
  }

  async function showConflict(c: Context<Organised>, typed: RawInput) {
    const { event } = c.var
    return showEdit(c, typed, differences(typed, event, await events.onlineLink(event.slug)), { conflict: true })
  }

  function showEdit(
    c: Context<Organised>,
    typed: RawInput,
    errors: readonly FieldError[],
    { conflict = false }: { conflict?: boolean } = {},
  ) {
    const { event } = c.var
    const home = eventHome(event)
    return c.html(
      <FormPage
        {...frameOf(c, deps)}
        typed={typed}
        errors={errors}
        action={`${home}/wijzigen`}
        back={home}
        title="Wijzig of verplaats"
        intro={conflict ? conflictInWords : editInWords}
        hidden={{ [revisionField]: String(event.revisie) }}
        button="Bewaar"
      />,
      conflict ? 409 : errors.length > 0 ? 422 : 200,
    )
  }

  routes.get(`${eventsHome}/:slug/annuleren`, (c) => {
    const { event } = c.var
    const refused = notNow(c, deps, 'call-off')
    if (refused) return refused
    return c.html(
      <ConfirmPage
        {...frameOf(c, deps)}
        event={event}
        title="Annuleert u deze activiteit?"
        text="We mailen iedereen die komt of op de hoogte wil blijven. Dit kan niet ongedaan gemaakt worden."
        action={`${eventHome(event)}/annuleren`}
        button="Annuleer de activiteit"
      />,
    )
  })
  routes.post(`${eventsHome}/:slug/annuleren`, async (c) => {
    const { event: before } = c.var
    const revisie = before.revisie + 1
    const after = { ...before, geannuleerd: true, revisie, gemeld: revisie }
    const refused = notNow(c, deps, 'call-off')
    if (refused) return refused
    if ((await events.change(before, after, undefined, auditBy(c, 'geannuleerd'))) === 'stored')
      await lists.follow(after, now, until())
    return c.redirect(eventHome(before), 303)
  })

  routes.post(`${eventsHome}/:slug/bijwerken`, async (c) => {
    await lists.follow(c.var.event, now, until())
    return c.redirect(eventHome(c.var.event), 303)
  })
  routes.post(`${eventsHome}/:slug/doorschuiven`, async (c) => {
    const refused = notNow(c, deps, 'promote')
    if (refused) return refused
    await promote(c.var.event)
    return c.redirect(eventHome(c.var.event), 303)
  })

  /** Gives seats that are free now to those who wait, in their order, as long as there is time. */
  async function promote(event: LoketEvent): Promise<void> {
    const end = until()
    while (now() < end && (await lookAgain(() => promoteFirst(event), inCrowd)) === 'stored');
  }

  /** Undefined when somebody else was first. */
  async function promoteFirst(event: LoketEvent): Promise<'stored' | 'nobody' | undefined> {
    const at = now()
    const free = event.capaciteit === undefined ? undefined : await seats.read(event.slug)
    const first = free && !isFull(free) ? await seats.first(event.slug) : undefined
    const promoted = first && may('promote', event, at) && (await promotionOf(invitees, event, first.invitee, at))
    if (!first || !promoted) return 'nobody'
    const seat = { kind: 'promote', place: first.place } as const
    const outcome = await invitees.answer({ event, ...promoted, seat, now: at })
    return outcome === 'stored' ? outcome : undefined
  }

  overviewRoutes(routes, deps)
  newsRoutes(routes, deps, tools)
  importRoutes(routes, deps, tools)
  inviteeRoutes(routes, deps, tools)
  personRoutes(routes, deps, tools)
  onBehalfRoutes(routes, deps, tools)
  mailingRoutes(routes, deps, tools)
  decideRoutes(routes, deps, tools)
  return routes
}

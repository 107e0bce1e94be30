/** Organisers and their invitees: invite, list, and the list back to a spreadsheet. */

import type { Hono } from 'hono'
import * as z from 'zod'
import { counted } from '../../../forms/kit/counted.ts'
import { type Invitee, lists as listKinds } from '../../../forms/kit/events/rsvp.ts'
import type { Cursor } from '../../shared/store/invitee-lists.ts'
import { joinsLine } from '../../shared/store/seats.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf, noteView } from '../act.ts'
import { inviteesCsv } from './csv.ts'
import { decidedInWords } from './decide-routes.tsx'
import { notNow } from './not-now.tsx'
import type { EventDeps } from './open-events.ts'
import { ListPage } from './pages.tsx'
import type { Organised, OrganiserTools } from './tools.ts'

const pageSize = 50

/** In an address: where a list goes on. */
const cursorText = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')
const cursorSchema = z.object({
  shard: z.number().int().min(0).max(7),
  key: z.record(z.string(), z.string()).optional(),
})
function readCursor(text: string | undefined): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString()))
  } catch {
    return { shard: 0 }
  }
}

export function inviteeRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy, until }: OrganiserTools): void {
  const { events, invitees, lists, seats, now } = deps
  const path = (rest: string) => `${eventsHome}/:slug/${rest}` as const

  const withAddresses = async (people: readonly Invitee[]) => {
    const addresses = await lists.addresses(
      people.map(({ id }) => id),
      now(),
    )
    return people.map((invitee) => ({ invitee, email: addresses.get(invitee.id) }))
  }

  /** Behind a link that is about one of them. */
  async function onlyOne(slug: string, id: string): Promise<Invitee[]> {
    const invitee = await invitees.read(id.slice(0, 100), now())
    return invitee?.activiteit === slug ? [invitee] : []
  }

  routes.get(path('genodigden'), async (c) => {
    const { event } = c.var
    const list = listKinds.find((kind) => kind === c.req.query('lijst'))
    const one = c.req.query('wie')
    const { found, next } = one
      ? { found: await onlyOne(event.slug, one), next: undefined }
      : await lists.page(event.slug, list, readCursor(c.req.query('na')), pageSize, now())
    const more =
      next &&
      `${eventHome(event)}/genodigden?${new URLSearchParams({ ...(list ? { lijst: list } : {}), na: cursorText(next) })}`
    const ids = found.map(({ id }) => id)
    await noteView(c, deps, 'genodigden', ids)
    const [people, returned] = await Promise.all([withAddresses(found), lists.returned(found)])
    const taken = event.capaciteit === undefined ? undefined : await seats.read(event.slug)
    const full = taken !== undefined && joinsLine(taken)
    const done = decidedInWords[c.req.query('klaar') ?? '']
    return c.html(
      <ListPage {...frameOf(c, deps)} {...{ event, list, people, returned, full, done }} next={more} now={now()} />,
    )
  })

  routes.post(path('uitnodigen'), async (c) => {
    const { event } = c.var
    const refused = notNow(c, deps, 'invite')
    if (refused) return refused
    await events.note(event.slug, auditBy(c, 'uitgenodigd'))
    const invited = await lists.invite(event, now, until())
    return c.redirect(`${eventHome(event)}?uitgenodigd=${invited}`, 303)
  })

  routes.post(path('export'), async (c) => {
    const { event } = c.var
    const people: { invitee: Invitee; email: string | undefined }[] = []
    for await (const page of lists.everybody(event.slug, now())) people.push(...(await withAddresses(page)))
    await events.note(event.slug, auditBy(c, `${counted(people.length, 'genodigde', 'genodigden')} gedownload`))
    // Everybody of the event: thousands of ids would not fit in a line.
    await noteView(c, deps, 'export', [event.slug])
    return c.body(inviteesCsv(people), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${event.slug}.csv"`,
    })
  })
}

/** Organisers and their invitees: the list, a search in it, inviting, and the list back to a spreadsheet. */

import type { Context, Hono } from 'hono'
import * as z from 'zod'
import { cleanText } from '../../../forms/kit/clean.ts'
import { counted } from '../../../forms/kit/counted.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { phaseOf } from '../../../forms/kit/events/phases.ts'
import { holdsWords } from '../../../forms/kit/events/presence.ts'
import { type Invitee, type InviteeList, lists as listKinds } from '../../../forms/kit/events/rsvp.ts'
import type { Cursor } from '../../shared/store/invitee-lists.ts'
import { readBody } from '../../shared/web/body.ts'
import { csvAnswer } from '../../shared/web/csv-answer.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf, noteView } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { inviteesCsv } from './csv.ts'
import { decidedInWords } from './decide-routes.tsx'
import { personPath, type Shown } from './invitee-row.tsx'
import { InviteesPage, type InviteesProps } from './invitees-page.tsx'
import { inviteeOn, isFullNow } from './look-up.ts'
import type { EventDeps } from './open-events.ts'
import { whoIsMissed } from './overview-routes.tsx'
import type { Organised, OrganiserTools } from './tools.ts'
import { type Counts, type Filter, notReached } from './words.ts'

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

/** Number of the first on a page. */
const firstIn = (text: string | undefined): number => (text && /^\d{1,5}$/.test(text) ? Number(text) : 1)

/** Letters one must type: less would find everybody. */
const leastSearched = 2

export function inviteeRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy }: OrganiserTools): void {
  const { assets, events, lists, inviteeFates, now } = deps
  const refusals = workRefusals(assets)
  const path = (rest: string) => `${eventsHome}/:slug/${rest}` as const

  const withAddresses = async (people: readonly Invitee[]) => {
    const addresses = await lists.addresses(
      people.map(({ id }) => id),
      now(),
    )
    return people.map((invitee) => ({ invitee, email: addresses.get(invitee.id) }))
  }

  /** Behind a link that is about one of them. */
  async function onlyOne(event: LoketEvent, id: string): Promise<{ found: Invitee[]; next: undefined }> {
    const invitee = await inviteeOn(deps, event, id)
    return { found: invitee ? [invitee] : [], next: undefined }
  }

  routes.get(path('genodigden'), async (c) => {
    const { event } = c.var
    const asked = c.req.query('lijst')
    const filter: Filter | undefined = asked === notReached ? asked : listKinds.find((kind) => kind === asked)
    const one = c.req.query('wie')
    const first = firstIn(c.req.query('vanaf'))
    const { found, next } = one
      ? await onlyOne(event, one)
      : filter === notReached
        ? await missedFrom(event.slug, first)
        : await pageOf(event.slug, filter, c.req.query('na'))
    const more =
      next &&
      `${eventHome(event)}/genodigden?${new URLSearchParams({
        ...(filter ? { lijst: filter } : {}),
        ...(next === 'more' ? {} : { na: next }),
        vanaf: String(first + found.length),
      })}`
    const done = decidedInWords[c.req.query('klaar') ?? '']
    return showList(c, found, { filter, first, next: more, done })
  })

  async function pageOf(slug: string, list: InviteeList | undefined, na: string | undefined) {
    const { found, next } = await lists.page(slug, list, readCursor(na), pageSize, now())
    return { found, next: next && cursorText(next) }
  }

  async function missedFrom(slug: string, first: number): Promise<{ found: Invitee[]; next: string | undefined }> {
    const { people } = await whoIsMissed(deps, slug)
    const found = people.slice(first - 1, first - 1 + pageSize)
    return { found, next: people.length >= first + pageSize ? 'more' : undefined }
  }

  routes.post(path('genodigden/zoek'), async (c) => {
    const body = await readBody(c)
    if (!body) return refusals.unreadable(c)
    const searched = cleanText(body.get('zoek')?.[0] ?? '').slice(0, 200)
    const found = searched.length < leastSearched ? [] : await search(c.var.event.slug, searched)
    const [only, other] = found
    if (only && !other) return c.redirect(personPath(c.var.event, only), 303)
    return showList(c, found, { filter: undefined, first: 1, next: undefined, done: undefined, searched })
  })

  /** By a part of a name, an organisation, a number or an address; the first that fit on one page. */
  async function search(slug: string, searched: string): Promise<Invitee[]> {
    const wanted = searched.toLowerCase()
    const found: Invitee[] = []
    for await (const page of lists.everybody(slug, now())) {
      for (const { invitee, email } of await withAddresses(page)) {
        const { naam, organisatie, phone, collegas = [] } = invitee
        const texts = [naam, organisatie, phone, email, ...collegas.map((one) => one.naam)]
        const isPart = texts.some((text) => text?.toLowerCase().includes(wanted))
        if (isPart || holdsWords(texts.join(' '), searched)) found.push(invitee)
        if (found.length === pageSize) return found
      }
    }
    return found
  }

  type ListAbout = Pick<InviteesProps, 'filter' | 'first' | 'next' | 'done' | 'searched'>

  async function showList(c: Context<Organised>, found: readonly Invitee[], about: ListAbout) {
    const { event } = c.var
    const at = now()
    const ids = found.map(({ id }) => id)
    await noteView(c, deps, 'genodigden', ids)
    const full = await isFullNow(deps, event)
    return c.html(
      <InviteesPage
        {...frameOf(c, deps)}
        {...{ event, full, ...about, now: at }}
        people={await shownOf(found)}
        phase={phaseOf(event, at, full)}
        counts={await countsOf(event)}
      />,
    )
  }

  async function shownOf(found: readonly Invitee[]): Promise<Shown[]> {
    const [people, told] = await Promise.all([withAddresses(found), inviteeFates.fates(found)])
    return people.map((one) => ({ ...one, told: told.get(one.invitee.id) }))
  }

  async function countsOf(event: LoketEvent): Promise<Counts> {
    const [{ counts }, missed] = await Promise.all([lists.count(event, now()), whoIsMissed(deps, event.slug)])
    return { ...counts, [notReached]: missed.count }
  }

  routes.post(path('export'), async (c) => {
    const { event } = c.var
    const people: { invitee: Invitee; email: string | undefined }[] = []
    for await (const page of lists.everybody(event.slug, now())) people.push(...(await withAddresses(page)))
    await events.note(event.slug, auditBy(c, `${counted(people.length, 'genodigde', 'genodigden')} gedownload`))
    // Everybody of the event: thousands of ids would not fit in a line.
    await noteView(c, deps, 'export', [event.slug])
    return csvAnswer(c, event.slug, inviteesCsv(event, people))
  })
}

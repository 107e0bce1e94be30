/** Organisers and their invitees: invite, list, write down, decide, export, and mail in fixed words. */

import type { Context, Hono } from 'hono'
import * as z from 'zod'
import { canInvite } from '../../../forms/event-form.ts'
import { rsvpQuestions } from '../../../forms/event-rsvp.ts'
import { counted } from '../../../forms/kit/counted.ts'
import { writtenStep } from '../../../forms/kit/events/answer-flow.ts'
import type { LoketEvent } from '../../../forms/kit/events/events.ts'
import { aboutInvitee, type Invitee, type InviteeList, lists as listKinds } from '../../../forms/kit/events/rsvp.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { filledIn } from '../../../forms/read-rsvp.ts'
import { addressOnEvent, newInvitee, storeAnswer } from '../../shared/answer-flow.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import { newId } from '../../shared/new-id.ts'
import type { Cursor } from '../../shared/store/invitee-lists.ts'
import { joinsLine } from '../../shared/store/seats.ts'
import { readBody } from '../../shared/web/body.ts'
import { eventHome, eventsHome } from '../../shared/work-paths.ts'
import { frameOf, noteView } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { inviteesCsv } from './csv.ts'
import { decidedInWords } from './decide-routes.tsx'
import { FormPage } from './form-page.tsx'
import { MailingPage, mailingKinds } from './mailing-page.tsx'
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
  const { assets, events, invitees, lists, seats, now } = deps
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
    if (!canInvite(event, now())) return c.redirect(eventHome(event), 303)
    await events.note(event.slug, auditBy(c, 'uitgenodigd'))
    const invited = await lists.invite(event, now, until())
    return c.redirect(`${eventHome(event)}?uitgenodigd=${invited}`, 303)
  })

  routes.get(path('namens'), (c) => showOnBehalf(c, new Map(), []))
  routes.post(path('namens'), async (c) => {
    const typed = await readBody(c)
    if (!typed) return refusals.unreadable(c)
    const { step, event } = await lookAgain(() => writeDown(c.var.event, typed), inCrowd)
    if (step.kind !== 'store') return showOnBehalf(c, typed, step.kind === 'show' ? step.errors : [over])
    await events.note(event.slug, auditBy(c, 'namens geantwoord'))
    return c.redirect(eventHome(event), 303)
  })

  /** Undefined when a neighbour was first. */
  async function writeDown(event: LoketEvent, typed: RawInput) {
    const at = now()
    const filled = filledIn(event, typed, at)
    const { given, email = '' } = filled
    const adres = addressOnEvent((await deps.secrets()).addressKey, event.slug, email)
    const known = given && (await invitees.find(event.slug, adres, at))
    const step = writtenStep({ ...filled, event, known, now: at })
    if (step.kind !== 'store') return { step, event }
    // Whom an organiser speaks with is no machine.
    const who = known ?? { id: newId(deps), adres, bron: 'namens' as const, email }
    const stored = await storeAnswer(deps, { event, who, given: step.given, now: at, options: { late: true } })
    return stored === 'changed' ? undefined : { step, event }
  }

  function showOnBehalf(c: Context<Organised>, typed: RawInput, errors: readonly FieldError[]) {
    const home = eventHome(c.var.event)
    return c.html(
      <FormPage
        {...frameOf(c, deps)}
        title="Antwoord noteren"
        intro="Voor iemand die belde. Die persoon krijgt een bevestiging met een eigen link."
        questions={rsvpQuestions(c.var.event)}
        action={`${home}/namens`}
        back={home}
        typed={typed}
        errors={errors}
        button="Noteer"
      />,
      errors.length > 0 ? 422 : 200,
    )
  }

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

  routes.get(path('bericht'), (c) => showMailing(c, undefined))
  routes.post(path('bericht/:soort/:wat{test|versturen}'), async (c) => {
    const { event, person } = c.var
    const { soort, wat }: Record<string, string> = c.req.param()
    const mailing = mailingKinds.find(({ id }) => id === soort)
    if (!mailing) return refusals.brokenLink(c, c.var.network)
    const mailOf = (invitee: Invitee) => ({
      mailId: `${mailing.id}-${brusselsDate(now())}`,
      notification: aboutInvitee(invitee, `activiteit-${mailing.id}`),
    })
    if (wat === 'test') {
      // An invitee of nobody's list: the links in a test lead nowhere, the words are the same.
      const self = newInvitee({ id: newId(deps), event, adres: '', bron: 'namens', now: now() })
      await invitees.mailTo(person.email, self.id, { ...mailOf(self), mailId: 'test' }, now())
      return showMailing(c, `We mailden een test naar ${person.email}. De persoonlijke links erin werken niet.`)
    }
    const done = await lists.tell(event, mailing.list, mailOf, now, until())
    await events.note(event.slug, auditBy(c, `bericht ${mailing.id}`))
    return showMailing(
      c,
      done ? 'De mails vertrekken nu, een voor een.' : 'Nog niet iedereen. Druk nog eens om verder te gaan.',
    )
  })

  async function showMailing(c: Context<Organised>, done: string | undefined) {
    const { event } = c.var
    const { counts }: { counts: Record<InviteeList, number> } = await lists.count(event, now())
    return c.html(<MailingPage {...frameOf(c, deps)} {...{ event, counts, done }} />)
  }
}

const over: FieldError = { name: 'antwoord', message: 'Deze activiteit is voorbij of gaat niet door' }

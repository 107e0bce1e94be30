/** The public side of events: the list, one event, its answer, and the answer that comes too late. */
import { isDeepStrictEqual } from 'node:util'
import { type Context, Hono } from 'hono'
import { rsvpPage, rsvpQuestions } from '../../../forms/event-rsvp.ts'
import { findNetwork } from '../../../forms/index.ts'
import { type Filled, type PublicStep, publicStep } from '../../../forms/kit/events/answer-flow.ts'
import type { Answer, LoketEvent } from '../../../forms/kit/events/events.ts'
import { may, phaseOf } from '../../../forms/kit/events/phases.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import { aboutInvitee, hasMail } from '../../../forms/kit/events/rsvp-mails.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldsOf } from '../../../forms/kit/questions/parse.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { filledIn } from '../../../forms/read-rsvp.ts'
import { contactOn, rsvpReference, storeAnswer } from '../../shared/answer-flow.ts'
import { linkToken, readLinkToken } from '../../shared/links.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import { newId } from '../../shared/new-id.ts'
import {
  eventCalendarRoute,
  eventPath,
  eventRoute,
  eventsPath,
  informedRoute,
  latePath,
  lateRoute,
  notedPath,
  notedRoute,
} from '../../shared/public-paths.ts'
import { createEventFigures } from '../../shared/store/event-figures.ts'
import { joinsLine } from '../../shared/store/seats.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { calendarAnswer } from '../../shared/web/calendar-answer.ts'
import type { PublicDeps } from '../deps.ts'
import { formToken } from '../link-tokens.ts'
import { InformedPage } from '../pages/event-after.tsx'
import { EventsPage } from '../pages/event-list.tsx'
import { eventOfNobody } from '../pages/event-of-nobody.tsx'
import { EventPage, LatePage } from '../pages/event-pages.tsx'
import { type Noted, NotedPage } from '../pages/event-ticket.tsx'
import { wantsRow, withNextRow } from '../pages/rows-shown.ts'
import { fullField } from '../pages/rsvp-form.tsx'
import { formTokenField, trapField } from '../pages/trap.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'
import { isTooFast, isTrapped } from '../suspect.ts'
import { openEvents } from './open-events.ts'

/** What a receipt says: its place here, from 1, is the version of its link, so a new one comes last. */
const noted: readonly Noted[] = [
  { antwoord: 'ja' },
  { antwoord: 'nee' },
  { antwoord: 'op_de_hoogte' },
  { late: true },
  { antwoord: 'ja', waits: true },
  { antwoord: 'ja', late: true },
  { antwoord: 'nee', late: true },
  { antwoord: 'op_de_hoogte', late: true },
  { antwoord: 'ja', byPhone: true },
  { antwoord: 'nee', byPhone: true },
  { antwoord: 'ja', waits: true, byPhone: true },
  { antwoord: 'ja', late: true, byPhone: true },
  { antwoord: 'nee', late: true, byPhone: true },
]

export function eventRoutes(shared: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const deps = { ...shared, ...shared.open(openEvents) }
  const { assets, events, invitees, seats } = deps
  const figures = deps.open(createEventFigures)

  routes.get(eventsPath, async (c) => {
    const now = deps.now()
    const shown = (await events.list()).filter(({ toegang }) => toegang === 'openbaar')
    const listed = await Promise.all(shown.map((event) => standingOf(event, now)))
    const isPast = ({ event }: { event: LoketEvent }) => event.einde <= now.toISOString()
    const coming = listed.filter((one) => !isPast(one))
    const past = listed.filter(isPast).reverse()
    return c.html(<EventsPage assets={assets} coming={coming} past={past} />)
  })

  routes.get(eventRoute, async (c) => {
    const found = await findEvent(c)
    if ('answer' in found) return found.answer
    return showEvent(c, found, { token: await formToken(deps) })
  })

  routes.post(eventRoute, (c) => answer(c, false))

  routes.get(eventCalendarRoute, async (c) => {
    const found = await findEvent(c)
    if ('answer' in found) return found.answer
    const { event } = found
    if (event.geannuleerd) return c.redirect(eventPath(event), 303)
    const { eventFile } = await import('../../../forms/kit/events/event-calendar.ts')
    return calendarAnswer(c, event.slug, eventFile({ ...found, page: deps.url + eventPath(event), now: deps.now() }))
  })

  routes.get(lateRoute, async (c) => {
    const found = await findEvent(c)
    if ('answer' in found) return found.answer
    const { event } = found
    if (phaseOf(event, deps.now()) !== 'gesloten' || event.toegang !== 'openbaar')
      return c.redirect(eventPath(event), 303)
    return showLate(c, found, { token: await formToken(deps) })
  })

  routes.post(lateRoute, (c) => answer(c, true))

  routes.get(informedRoute, async (c) => {
    const found = await findEvent(c)
    if ('answer' in found) return found.answer
    const { event } = found
    if (may('answer', event, deps.now()) || event.toegang !== 'openbaar') return c.redirect(eventPath(event), 303)
    return showInformed(c, found, { token: await formToken(deps) })
  })

  routes.get(notedRoute, async (c) => {
    const found = await findEvent(c)
    if ('answer' in found) return found.answer
    const { linkKeys } = await deps.secrets()
    const target = readLinkToken(linkKeys, 'genoteerd', c.req.param('token'))
    const what = noted[(target?.version ?? 0) - 1]
    const reference = target?.id.startsWith(`${found.event.slug}_`) && target.id.slice(found.event.slug.length + 1)
    if (!reference || !what) return plain.brokenLink(c)
    const about = { ...found, phase: phaseOf(found.event, deps.now()), reference }
    return c.html(<NotedPage assets={assets} {...about} noted={what} />)
  })

  async function answer(c: Context, tooLate: boolean): Promise<Response> {
    const sent = await readBody(c)
    return wantsRow(sent) ? oneMoreRow(c, sent, tooLate) : send(c, sent, tooLate)
  }

  async function send(c: Context, sent: RawInput | undefined, tooLate: boolean): Promise<Response> {
    // The clock is read when the whole form is in: what was opened before midnight and sent after it is late.
    const now = deps.now()
    let sentAt: number | undefined
    return lookAgain(async () => {
      const read = await understand(c, sent, now)
      if ('answer' in read) return read.answer
      sentAt ??= read.event.revisie
      const step = publicStep({ ...read, sentAt, tooLate, now })
      if (step.kind === 'link') await mailLink(step.known, read.suspect, now)
      else if (step.kind === 'store' && (await storeAnswer(deps, { ...read, ...step, now })) === 'changed')
        return undefined
      return respond(c, read, step, tooLate)
    }, inCrowd)
  }

  /** "Nog een collega": nothing is sent yet. */
  async function oneMoreRow(c: Context, sent: RawInput | undefined, tooLate: boolean): Promise<Response> {
    const read = await understand(c, sent, deps.now())
    if ('answer' in read) return read.answer
    const { token, typed } = read
    return (tooLate ? showLate : showEvent)(c, read, { token, typed: withNextRow(rsvpQuestions(read.event), typed) })
  }

  async function respond(c: Context, read: Understood, step: PublicStep, tooLate: boolean): Promise<Response> {
    const { event, typed, token, adres } = read
    switch (step.kind) {
      case 'astray':
        return c.redirect(eventPath(event), 303)
      case 'refuse':
        return showEvent(c, read, { token, typed, refused: true })
      case 'show': {
        const again = step.errors.length === 0 ? showEvent : pageOf(read, tooLate)
        return again(c, read, { token, typed, errors: step.errors })
      }
      case 'link':
      case 'store':
        return c.redirect(await receiptOf(event, adres, placeOf(read, step.given.antwoord, tooLate)), 303)
    }
  }

  /** Which page the answer came from. */
  function pageOf({ event, antwoord }: Understood, tooLate: boolean) {
    if (tooLate) return showLate
    return antwoord === 'op_de_hoogte' && !may('answer', event, deps.now()) ? showInformed : showEvent
  }

  /**
   * Somebody with this address answered already, or a machine, by all appearances, answers for an invitee: they get the
   * link to answer themselves, whoever asked gets a receipt. Once a day, however often it is asked: anybody can type their
   * address. For a machine the link waits until a person looked.
   */
  async function mailLink(known: Invitee, suspect: boolean, now: Date): Promise<void> {
    if (!hasMail(known)) return
    const notification = aboutInvitee(known, 'activiteit-link')
    const day = brusselsDate(now)
    const mail = suspect ? { mailId: `link-verdacht-${day}`, held: 'verdacht' as const } : { mailId: `link-${day}` }
    await invitees.mail(known.id, { ...mail, notification }, now)
  }

  /** Names the event too, so that a receipt of one is none of another. */
  async function receiptOf(event: LoketEvent, adres: string, place: number): Promise<string> {
    const target = { id: `${event.slug}_${rsvpReference(adres)}`, version: place + 1 }
    return notedPath(event, linkToken((await deps.secrets()).linkKeys, 'genoteerd', target))
  }

  /** A form that no page of ours handed out was not filled in by a person. */
  async function isSuspect(typed: RawInput, token: string, now: Date): Promise<boolean> {
    const opened = readLinkToken((await deps.secrets()).linkKeys, 'formulier', token)
    return isTrapped(typed) || !opened || isTooFast(new Date(opened.version), now)
  }

  async function findEvent(c: Context): Promise<{ answer: Response } | { event: LoketEvent; network: Network }> {
    const event = await events.read(c.req.param('slug') ?? '')
    const network = event && findNetwork(event.network)
    if (event && network) return { event, network }
    return { answer: await (event ? eventOfNobody(c, assets, event) : plain.brokenLink(c)) }
  }

  /** What was sent, and who it is about. */
  async function understand(c: Context, sent: RawInput | undefined, now: Date) {
    const found = await findEvent(c)
    if ('answer' in found) return found
    const fields = sent && fieldsOf(rsvpPage(found.event), sent, trapField, formTokenField, fullField)
    const typed = fields && pickFields(sent, fields)
    if (!typed) return { answer: await plain.unreadable(c) }
    const filled = filledIn(found.event, typed, now)
    const contact = contactOn((await deps.secrets()).addressKey, found.event.slug, filled)
    const { adres } = contact
    const known = filled.given && (await invitees.find(found.event.slug, adres, now))
    const who = known ?? { id: newId(deps), bron: 'publiek' as const, ...contact }
    const token = typed.get(formTokenField)?.[0] ?? ''
    return { ...found, ...filled, typed, token, adres, known, who, suspect: await isSuspect(typed, token, now) }
  }
  type Understood = Exclude<Awaited<ReturnType<typeof understand>>, { answer: Response }>

  interface Shown {
    token: string
    typed?: RawInput
    errors?: readonly FieldError[]
    refused?: boolean
  }

  async function showEvent(c: Context, found: { event: LoketEvent; network: Network }, shown: Shown) {
    const { event, network } = found
    const { token, typed = new Map(), errors = [], refused = false } = shown
    const next = event.nieuws?.next === undefined ? undefined : await events.read(event.nieuws.next)
    const standing = await standingOf(event, deps.now())
    const present = standing.phase === 'voorbij' ? (await figures.read(event.slug))?.present : undefined
    const about = { ...standing, next, present, network, token, typed, errors, refused }
    return c.html(<EventPage assets={assets} {...about} />, refused ? 409 : errors.length > 0 ? 422 : 200)
  }

  /** Seats only of what still takes answers. */
  async function standingOf(event: LoketEvent, now: Date) {
    const counted = event.capaciteit !== undefined && may('answer', event, now)
    const left = counted ? await seats.read(event.slug) : undefined
    return { event, now, phase: phaseOf(event, now, left && joinsLine(left)), seats: left }
  }

  function showInformed(c: Context, about: { event: LoketEvent; network: Network }, shown: Shown) {
    const page = <InformedPage assets={assets} {...about} {...shown} action={eventPath(about.event)} />
    return c.html(page, shown.errors?.length ? 422 : 200)
  }

  function showLate(c: Context, { event, network }: { event: LoketEvent; network: Network }, shown: Shown) {
    const { token, typed = new Map(), errors = [] } = shown
    const form = {
      action: latePath(event),
      questions: rsvpQuestions(event),
      token,
      typed,
      errors,
    }
    return c.html(<LatePage assets={assets} event={event} network={network} {...form} />, errors.length ? 422 : 200)
  }

  return routes
}

/** Which receipt says what was sent: whoever chose the waiting list was offered that. */
function placeOf({ typed, email }: Pick<Filled, 'email'> & { typed: RawInput }, antwoord: Answer, tooLate: boolean) {
  const late = tooLate && antwoord !== 'op_de_hoogte'
  const waits = !late && antwoord === 'ja' && typed.has(fullField)
  const what = { antwoord, late, waits, byPhone: email === undefined }
  return noted.findIndex(({ antwoord: said, late = false, waits = false, byPhone = false }) =>
    isDeepStrictEqual(what, { antwoord: said, late, waits, byPhone }),
  )
}

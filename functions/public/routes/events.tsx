/** The public side of events: the list, one event, its answer, and the answer that comes too late. */
import { type Context, Hono } from 'hono'
import { givenIn, rsvpPage, rsvpQuestions } from '../../../forms/event-rsvp.ts'
import { findNetwork } from '../../../forms/index.ts'
import { answers as answerKinds, type LoketEvent, phaseOf } from '../../../forms/kit/events/events.ts'
import {
  aboutInvitee,
  type Given,
  type Invitee,
  mailsOfAnswer,
  withLateAnswer,
} from '../../../forms/kit/events/rsvp.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import { linkToken, readLinkToken } from '../../shared/links.ts'
import { newId } from '../../shared/new-id.ts'
import { addressOnEvent, newInvitee, rsvpReference, storeAnswer } from '../../shared/rsvp.ts'
import { joinsLine } from '../../shared/store/seats.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import type { PublicDeps } from '../deps.ts'
import { formToken } from '../links.ts'
import { EventPage, EventsPage, LatePage, type Noted, NotedPage } from '../pages/event-pages.tsx'
import { formTokenField, trapField } from '../pages/trap.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'
import { isTooFast, isTrapped } from '../suspect.ts'

/** What a receipt says, as the version of its link. */
const noted: readonly Noted[] = [...answerKinds, 'te_laat']

/** Looks at an answer that neighbours write at the same moment: a whole hall may go for the last seat. */
const looks = 40

export function eventRoutes(deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const { assets, events, invitees, seats } = deps

  routes.get('/activiteiten', async (c) => {
    const now = deps.now()
    const listed = (await events.list())
      .filter(({ toegang }) => toegang === 'openbaar')
      .map((event) => ({ event, phase: phaseOf(event, now) }))
    const coming = listed.filter(({ phase }) => phase === 'open')
    const past = listed.filter(({ phase }) => phase !== 'open').reverse()
    return c.html(<EventsPage assets={assets} coming={coming} past={past} />)
  })

  routes.get('/activiteiten/:slug', async (c) => {
    const found = await findEvent(c)
    if ('answer' in found) return found.answer
    return showEvent(c, found, { token: await formToken(deps) })
  })

  routes.post('/activiteiten/:slug', async (c) => {
    const read = await readAnswer(c)
    if ('answer' in read) return read.answer
    const { event, network, typed, answers, errors, token, now } = read
    const phase = phaseOf(event, now)
    if (phase !== 'open' || event.toegang !== 'openbaar') return showEvent(c, read, { token, typed, refused: true })
    if (errors.length > 0) return showEvent(c, read, { token, typed, errors })

    const { given, email } = givenIn(answers)
    const { addressKey } = await deps.secrets()
    const adres = addressOnEvent(addressKey, event.slug, email)
    const verdacht = await isSuspect(typed, token, now)
    for (let look = 0; look < looks; look += 1) {
      const known = await invitees.find(event.slug, adres, now)
      if (known && (verdacht || known.antwoord || known.laat)) {
        await mailLink(known, verdacht, now)
        return c.redirect(await notedPath(event, adres, given.antwoord), 303)
      }
      const invitee = known ?? newInvitee({ id: newId(deps), event, adres, bron: 'publiek', verdacht, now })
      const isNew = known === undefined
      const outcome = await storeAnswer(deps, {
        event,
        invitee,
        isNew,
        ...(isNew ? { email } : {}),
        given,
        suspect: verdacht,
        now,
      })
      if (outcome === 'stored') return c.redirect(await notedPath(event, adres, given.antwoord), 303)
      // Moved or cancelled in between: what was decided may not hold any more.
      const again = await events.read(event.slug)
      if (again?.revisie !== event.revisie) return showEvent(c, { event: again ?? event, network }, { token, typed })
    }
    throw new Error('The answers changed at every look')
  })

  routes.get('/activiteiten/:slug/te-laat', async (c) => {
    const found = await findEvent(c)
    if ('answer' in found) return found.answer
    const { slug, toegang } = found.event
    if (phaseOf(found.event, deps.now()) !== 'gesloten' || toegang !== 'openbaar')
      return c.redirect(`/activiteiten/${slug}`, 303)
    return showLate(c, found, { token: await formToken(deps) })
  })

  routes.post('/activiteiten/:slug/te-laat', async (c) => {
    const read = await readAnswer(c)
    if ('answer' in read) return read.answer
    const { event, typed, answers, errors, token, now } = read
    const phase = phaseOf(event, now)
    if (phase === 'open') return c.redirect(`/activiteiten/${event.slug}`, 303)
    if (phase !== 'gesloten' || event.toegang !== 'openbaar') return showEvent(c, read, { token, typed, refused: true })
    if (errors.length > 0) return showLate(c, read, { token, typed, errors })

    const { given, email } = givenIn(answers)
    const adres = addressOnEvent((await deps.secrets()).addressKey, event.slug, email)
    const verdacht = await isSuspect(typed, token, now)
    for (let look = 0; look < looks; look += 1) {
      const known = await invitees.find(event.slug, adres, now)
      if (known && (verdacht || known.antwoord || known.laat)) await mailLink(known, verdacht, now)
      else if ((await storeLate(event, known, { given, email, adres, verdacht, now })) === 'changed') continue
      return c.redirect(await notedPath(event, adres, 'te_laat'), 303)
    }
    throw new Error('The answers changed at every look')
  })

  routes.get('/activiteiten/:slug/genoteerd/:token', async (c) => {
    const found = await findEvent(c)
    if ('answer' in found) return found.answer
    const { linkKeys } = await deps.secrets()
    const target = readLinkToken(linkKeys, 'genoteerd', c.req.param('token'))
    const what = noted[(target?.version ?? 0) - 1]
    const reference = target?.id.startsWith(`${found.event.slug}_`) && target.id.slice(found.event.slug.length + 1)
    if (!reference || !what) return plain.brokenLink(c)
    return c.html(<NotedPage assets={assets} {...found} reference={reference} noted={what} />)
  })

  interface LateAnswer {
    given: Given
    email: string
    adres: string
    verdacht: boolean
    now: Date
  }

  function storeLate(event: LoketEvent, known: Invitee | undefined, late: LateAnswer) {
    const { given, email, adres, verdacht, now } = late
    const invitee = known ?? newInvitee({ id: newId(deps), event, adres, bron: 'publiek', verdacht, now })
    const after = { ...withLateAnswer(event, invitee, given, now), verdacht }
    const mails = mailsOfAnswer(event, known, after, now)
    return invitees.answer({ event, before: known, after, mails, ...(known ? {} : { email }), now })
  }

  /**
   * Somebody with this address answered already, or a machine, by all appearances, answers for an invitee: they get the
   * link to answer themselves, whoever asked gets a receipt. Once a day, however often it is asked: anybody can type their
   * address. For a machine the link waits until a person looked.
   */
  async function mailLink(known: Invitee, verdacht: boolean, now: Date): Promise<void> {
    const notification = aboutInvitee(known, 'activiteit-link')
    const day = brusselsDate(now)
    const mail = verdacht ? { mailId: `link-verdacht-${day}`, held: 'verdacht' as const } : { mailId: `link-${day}` }
    await invitees.mail(known.id, { ...mail, notification }, now)
  }

  /** Names the event too, so that a receipt of one is none of another. */
  async function notedPath({ slug }: LoketEvent, adres: string, what: Noted): Promise<string> {
    const target = { id: `${slug}_${rsvpReference(adres)}`, version: noted.indexOf(what) + 1 }
    return `/activiteiten/${slug}/genoteerd/${linkToken((await deps.secrets()).linkKeys, 'genoteerd', target)}`
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
    return { answer: await (event ? plain.eventOfNobody(c, event) : plain.brokenLink(c)) }
  }

  /** The clock is read when the whole form is in: what was opened before midnight and sent after it is late. */
  async function readAnswer(c: Context) {
    const sent = await readBody(c)
    const now = deps.now()
    const found = await findEvent(c)
    if ('answer' in found) return found
    const page = rsvpPage(found.event)
    const beside: [string, boolean][] = [trapField, formTokenField].map((name) => [name, false])
    const typed = sent && pickFields(sent, new Map([...fieldsOf(page, sent), ...beside]))
    if (!typed) return { answer: await plain.unreadable(c) }
    const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now })
    return { ...found, typed, answers, errors, token: typed.get(formTokenField)?.[0] ?? '', now }
  }

  interface Shown {
    token: string
    typed?: RawInput
    errors?: readonly FieldError[]
    refused?: boolean
  }

  async function showEvent(c: Context, found: { event: LoketEvent; network: Network }, shown: Shown) {
    const { event, network } = found
    const { token, typed = new Map(), errors = [], refused = false } = shown
    const phase = phaseOf(event, deps.now())
    const taken = phase === 'open' && event.capaciteit !== undefined ? await seats.read(event.slug) : undefined
    const full = taken !== undefined && joinsLine(taken)
    const about = { event, network, phase, full, token, typed, errors, refused }
    return c.html(<EventPage assets={assets} {...about} />, refused ? 409 : errors.length > 0 ? 422 : 200)
  }

  function showLate(c: Context, { event, network }: { event: LoketEvent; network: Network }, shown: Shown) {
    const { token, typed = new Map(), errors = [] } = shown
    const form = {
      action: `/activiteiten/${event.slug}/te-laat`,
      questions: rsvpQuestions(event),
      token,
      typed,
      errors,
    }
    return c.html(<LatePage assets={assets} event={event} network={network} {...form} />, errors.length ? 422 : 200)
  }

  return routes
}

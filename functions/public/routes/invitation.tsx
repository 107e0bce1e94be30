/** Behind the links in mail: an invitee's own page, and the way out of all mail. A GET changes nothing. */
import { type Context, Hono } from 'hono'
import { rsvpPage, rsvpQuestions } from '../../../forms/event-rsvp.ts'
import { findNetwork } from '../../../forms/index.ts'
import { giveUpStep, type PersonalStep, personalStep } from '../../../forms/kit/events/answer-flow.ts'
import { type LoketEvent, showsOnlineLink } from '../../../forms/kit/events/events.ts'
import { may, phaseOf } from '../../../forms/kit/events/phases.ts'
import { type Invitee, isSeated, mayAnswer, type Said } from '../../../forms/kit/events/rsvp.ts'
import { tooFew } from '../../../forms/kit/events/seats.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldsOf } from '../../../forms/kit/questions/parse.ts'
import { cellName } from '../../../forms/kit/questions/questions.ts'
import { filledIn } from '../../../forms/read-rsvp.ts'
import { storeAnswer, unsubscribe } from '../../shared/answer-flow.ts'
import { type LinkTarget, linkToken, readLinkToken } from '../../shared/links.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import {
  attestRoute,
  eventPath,
  eventsPath,
  giveUpRoute,
  informedRouteOfInvitee,
  lateOfPersonal,
  lateRouteOfInvitee,
  ownCalendarRoute,
  personalPath,
  personalRoute,
} from '../../shared/public-paths.ts'
import { joinsLine } from '../../shared/store/seats.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { calendarAnswer } from '../../shared/web/calendar-answer.ts'
import { MessagePage } from '../../shared/web/message-page.tsx'
import type { PublicDeps } from '../deps.ts'
import { eventOfNobody } from '../pages/event-of-nobody.tsx'
import { InvitationPage, mayGiveUp } from '../pages/invitation-pages.tsx'
import { wantsRow, withNextRow } from '../pages/rows-shown.ts'
import type { PlainAnswers } from '../plain-answers.tsx'
import { openEvents } from './open-events.ts'

interface Invited {
  invitee: Invitee
  event: LoketEvent
  network: Network
  /** Of the personal page. */
  path: string
  /** What the link names. */
  target: LinkTarget
}

export function invitationRoutes(shared: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const deps = { ...shared, ...shared.open(openEvents) }
  const { assets, events, invitees, seats } = deps

  routes.get(personalRoute('uitnodiging'), async (c) => {
    const found = await findInvitee(c, 'uitnodiging')
    return 'answer' in found ? found.answer : show(c, found, {})
  })

  routes.post(personalRoute('uitnodiging'), (c) => answer(c, false))

  routes.get(lateRouteOfInvitee, async (c) => {
    const found = await findInvitee(c, 'uitnodiging')
    if ('answer' in found) return found.answer
    if (!may('answer-late', found.event, deps.now())) return c.redirect(found.path, 303)
    return showLate(c, found, formOf(found.invitee.laat ?? found.invitee), [])
  })

  routes.post(lateRouteOfInvitee, (c) => answer(c, true))

  routes.get(informedRouteOfInvitee, async (c) => {
    const found = await findInvitee(c, 'uitnodiging')
    if ('answer' in found) return found.answer
    const { event, invitee, path } = found
    if (!mayAnswer(event, invitee, 'op_de_hoogte', deps.now())) return c.redirect(path, 303)
    const { InformedPage } = await import('../pages/event-after.tsx')
    return c.html(<InformedPage assets={assets} {...found} action={path} />)
  })

  async function answer(c: Context, tooLate: boolean): Promise<Response> {
    const sent = await readBody(c)
    return wantsRow(sent) ? oneMoreRow(c, sent, tooLate) : send(c, sent, tooLate)
  }

  async function send(c: Context, sent: RawInput | undefined, tooLate: boolean): Promise<Response> {
    // The clock that decides is the one of when the whole form was in.
    const now = deps.now()
    return lookAgain(async () => {
      const read = await understand(c, sent, now)
      if ('answer' in read) return read.answer
      const { invitee } = read
      const step = personalStep({ ...read, known: invitee, tooLate, now })
      const answered =
        step.kind === 'store' ? await storeAnswer(deps, { ...read, who: asked(invitee), ...step, now }) : undefined
      if (typeof answered === 'object')
        return show(c, read, { typed: read.typed, errors: [tooFew(read.event, answered.short)] })
      return answered === 'changed' ? undefined : respond(c, read, step, tooLate)
    }, inCrowd)
  }

  /** "Nog een collega": nothing is sent yet. */
  async function oneMoreRow(c: Context, sent: RawInput | undefined, tooLate: boolean): Promise<Response> {
    const read = await understand(c, sent, deps.now())
    if ('answer' in read) return read.answer
    const typed = withNextRow(rsvpQuestions(read.event, { by: 'personal' }), read.typed)
    return tooLate ? showLate(c, read, typed, []) : show(c, read, { typed })
  }

  function respond(c: Context, read: Understood, step: PersonalStep, tooLate: boolean) {
    switch (step.kind) {
      case 'refuse':
        return show(c, read, { typed: read.typed, refused: true })
      case 'show':
        return tooLate
          ? showLate(c, read, read.typed, step.errors)
          : show(c, read, { typed: read.typed, errors: step.errors })
      case 'astray':
      case 'same':
      case 'store':
        return c.redirect(read.path, 303)
    }
  }

  routes.get(giveUpRoute, async (c) => {
    const found = await findInvitee(c, 'uitnodiging')
    if ('answer' in found) return found.answer
    const { event, invitee } = found
    if (!mayGiveUp(invitee, phaseOf(event, deps.now()))) return c.redirect(found.path, 303)
    const { GiveUpPage } = await import('../pages/invitation-ends.tsx')
    return c.html(<GiveUpPage assets={assets} {...found} seats={await seatsOf(event)} />)
  })

  routes.post(giveUpRoute, async (c) => {
    const sent = await readBody(c)
    const now = deps.now()
    return lookAgain(async () => {
      const found = await findInvitee(c, 'uitnodiging')
      if ('answer' in found) return found.answer
      const { event, invitee } = found
      const step = giveUpStep({ event, known: invitee, alone: sent?.get('voor')?.[0] === 'mij', now })
      if (step.kind === 'refuse') return show(c, found, { typed: new Map(), refused: true })
      const stored =
        step.kind === 'store' ? await storeAnswer(deps, { event, who: asked(invitee), ...step, now }) : 'stored'
      return stored === 'changed' ? undefined : c.redirect(found.path, 303)
    }, inCrowd)
  })

  routes.get(ownCalendarRoute, async (c) => {
    const found = await findInvitee(c, 'uitnodiging')
    if ('answer' in found) return found.answer
    const { event, invitee } = found
    if (!isSeated(invitee) || event.geannuleerd) return c.redirect(found.path, 303)
    const { eventFile } = await import('../../../forms/kit/events/event-calendar.ts')
    return calendarAnswer(c, event.slug, eventFile({ ...found, page: deps.url + eventPath(event), now: deps.now() }))
  })

  // Read at first use: few open it, and every personal link would load it.
  routes.get(attestRoute, async (c) => {
    const { answerAttest } = await import('./attest.tsx')
    return answerAttest(c, deps, await findInvitee(c, 'uitnodiging'))
  })

  const seatsOf = async (event: LoketEvent) =>
    event.capaciteit === undefined ? undefined : await seats.read(event.slug)

  routes.get(personalRoute('afmelden'), async (c) => {
    const found = await findInvitee(c, 'afmelden')
    if ('answer' in found) return found.answer
    const { UnsubscribePage } = await import('../pages/invitation-ends.tsx')
    return c.html(<UnsubscribePage assets={assets} {...found} path={c.req.path} done={found.invitee.afgemeld} />)
  })

  // Answered with the page itself: a mail program that posts here follows no redirects (RFC 8058 §3.1).
  routes.post(personalRoute('afmelden'), async (c) => {
    return lookAgain(async () => {
      const found = await findInvitee(c, 'afmelden')
      if ('answer' in found) return found.answer
      const { event, invitee } = found
      const done = invitee.afgemeld || (await unsubscribe(deps, event, invitee, deps.now())) === 'stored'
      const { UnsubscribePage } = await import('../pages/invitation-ends.tsx')
      return done ? c.html(<UnsubscribePage assets={assets} {...found} path={c.req.path} done />) : undefined
    }, inCrowd)
  })

  async function findInvitee(c: Context, purpose: 'uitnodiging' | 'afmelden'): Promise<{ answer: Response } | Invited> {
    const token = c.req.param('token') ?? ''
    const target = readLinkToken((await deps.secrets()).linkKeys, purpose, token)
    if (!target) return { answer: await plain.brokenLink(c) }
    const invitee = await invitees.read(target.id, deps.now())
    const event = invitee && (await events.read(invitee.activiteit))
    const network = event && findNetwork(event.network)
    if (!invitee || !event || invitee.linkVersion !== target.version) return { answer: await expired(c) }
    if (!network) return { answer: await eventOfNobody(c, assets, event) }
    return { invitee, event, network, path: personalPath('uitnodiging', token), target }
  }

  const expired = (c: Context) =>
    c.html(
      <MessagePage assets={assets} title="Deze link is verlopen.">
        <p class="lead">De activiteit is voorbij, of de gegevens zijn gewist.</p>
        <p>
          <a class="btn" href={eventsPath}>
            Naar de activiteiten
          </a>
        </p>
      </MessagePage>,
      410,
    )

  async function understand(c: Context, sent: RawInput | undefined, now: Date) {
    const found = await findInvitee(c, 'uitnodiging')
    if ('answer' in found) return found
    const page = rsvpPage(found.event, { by: 'personal' })
    const typed = sent && pickFields(sent, fieldsOf(page, sent))
    if (!typed) return { answer: await plain.unreadable(c) }
    return { ...found, ...filledIn(found.event, typed, now, { by: 'personal' }), typed }
  }
  type Understood = Exclude<Awaited<ReturnType<typeof understand>>, { answer: Response }>

  async function show(
    c: Context,
    found: Invited,
    { typed, errors = [], refused = false }: { typed?: RawInput; errors?: readonly FieldError[]; refused?: boolean },
  ) {
    const { event, invitee } = found
    const now = deps.now()
    const { linkKeys } = await deps.secrets()
    const left = may('answer', event, now) ? await seatsOf(event) : undefined
    const shown = {
      ...found,
      phase: phaseOf(event, now, left && joinsLine(left)),
      next: event.nieuws?.next === undefined ? undefined : await events.read(event.nieuws.next),
      now,
      unsubscribePath: personalPath('afmelden', linkToken(linkKeys, 'afmelden', found.target)),
      seats: left,
      position: invitee.wacht ? await seats.position(event.slug, invitee.wacht) : undefined,
      onlineLink: isSeated(invitee) && showsOnlineLink(event, now) ? await events.onlineLink(event.slug) : undefined,
      typed: typed ?? formOf(invitee),
      errors,
      refused,
    }
    return c.html(<InvitationPage assets={assets} {...shown} />, refused ? 409 : errors.length > 0 ? 422 : 200)
  }

  async function showLate(
    c: Context,
    { event, network, path }: Invited,
    typed: RawInput,
    errors: readonly FieldError[],
  ) {
    const questions = rsvpQuestions(event, { by: 'personal' })
    const about = { event, network, action: lateOfPersonal(path), questions, typed, errors }
    const { LatePage } = await import('../pages/event-pages.tsx')
    return c.html(<LatePage assets={assets} {...about} />, errors.length > 0 ? 422 : 200)
  }

  return routes
}

/** Whoever answers along their own link wants to hear what comes of it. */
const asked = (invitee: Invitee): Invitee => ({ ...invitee, afgemeld: false })

/** What this invitee said before, in a form. */
function formOf({ antwoord, naam, organisatie, functie, opmerking, casus, ...more }: Said): RawInput {
  const { collegas = [], aantal, eigen, sessies } = more
  const fields: Record<string, string | undefined> = {
    ...{ antwoord, naam, organisatie, functie, opmerking, casus: casus ? 'ja' : undefined },
    aantal: aantal === undefined ? undefined : String(aantal),
    ...Object.fromEntries(
      collegas.flatMap((one, row) => Object.entries(one).map(([cell, text]) => [cellName('collega', row, cell), text])),
    ),
    ...eigen,
  }
  const typed = Object.entries(fields).flatMap(([name, value]): [string, string[]][] =>
    value ? [[name, [value]]] : [],
  )
  return new Map([...typed, ['sessie', sessies ?? []]])
}

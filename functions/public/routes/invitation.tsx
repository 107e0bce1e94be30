/** Behind the links in mail: an invitee's own page, and the way out of all mail. A GET changes nothing. */
import { type Context, Hono } from 'hono'
import { givenIn, rsvpPage, rsvpQuestions } from '../../../forms/event-rsvp.ts'
import { findNetwork } from '../../../forms/index.ts'
import { answers as answerKinds, type LoketEvent, phaseOf, showsOnlineLink } from '../../../forms/kit/events/events.ts'
import {
  changes,
  changesLate,
  type Invitee,
  isSeated,
  mailsOfAnswer,
  mayAnswer,
  proven,
  type Said,
  withLateAnswer,
  wordsOf,
} from '../../../forms/kit/events/rsvp.ts'
import type { Network } from '../../../forms/kit/network.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import { readLinkToken } from '../../shared/links.ts'
import { storeAnswer, unsubscribe } from '../../shared/rsvp.ts'
import { joinsLine } from '../../shared/store/seats.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { MessagePage } from '../../shared/web/message-page.tsx'
import type { PublicDeps } from '../deps.ts'
import { LatePage } from '../pages/event-pages.tsx'
import { InvitationPage, UnsubscribePage } from '../pages/invitation-pages.tsx'
import type { PlainAnswers } from '../plain-answers.tsx'

interface Invited {
  invitee: Invitee
  event: LoketEvent
  network: Network
  /** Of the personal page. */
  path: string
}

/** Looks at an answer that neighbours write at the same moment: each may get the seat that was free a moment ago. */
const looks = 40

export function invitationRoutes(deps: PublicDeps, plain: PlainAnswers) {
  const routes = new Hono()
  const { assets, events, invitees, seats } = deps

  routes.get('/uitnodiging/:token', async (c) => {
    const found = await findInvitee(c, 'uitnodiging')
    return 'answer' in found ? found.answer : show(c, found, {})
  })

  routes.post('/uitnodiging/:token', async (c) => {
    const sent = await readBody(c)
    // The clock that decides is the one of when the whole form was in.
    const now = deps.now()
    for (let look = 0; look < looks; look += 1) {
      const read = await understand(c, sent, now)
      if ('answer' in read) return read.answer
      const { event, invitee, path, typed, answers, errors } = read
      const open = phaseOf(event, now) === 'open'
      const antwoord = answerKinds.find((kind) => kind === typed.get('antwoord')?.[0])
      if (!open && !(antwoord && mayAnswer(event, invitee, antwoord, now)))
        return show(c, read, { typed, refused: true })
      if (open && errors.length > 0) return show(c, read, { typed, errors })
      const given = open ? givenIn(answers).given : { ...wordsOf(invitee), antwoord: antwoord ?? 'nee' }
      const same = !changes(invitee, given)
      if (same || (await storeAnswer(deps, { event, invitee, isNew: false, given, now })) === 'stored')
        return c.redirect(path, 303)
    }
    throw new Error('The answer changed at every look')
  })

  routes.get('/uitnodiging/:token/te-laat', async (c) => {
    const found = await findInvitee(c, 'uitnodiging')
    if ('answer' in found) return found.answer
    if (phaseOf(found.event, deps.now()) !== 'gesloten') return c.redirect(found.path, 303)
    return showLate(c, found, formOf(found.invitee.laat ?? found.invitee), [])
  })

  routes.post('/uitnodiging/:token/te-laat', async (c) => {
    const sent = await readBody(c)
    const now = deps.now()
    for (let look = 0; look < looks; look += 1) {
      const read = await understand(c, sent, now)
      if ('answer' in read) return read.answer
      const { event, invitee, path, typed, answers, errors } = read
      if (phaseOf(event, now) !== 'gesloten') return c.redirect(path, 303)
      if (errors.length > 0) return showLate(c, read, typed, errors)
      const { given } = givenIn(answers)
      if (!changesLate(invitee, given)) return c.redirect(path, 303)
      const after = withLateAnswer(event, proven(invitee), given, now)
      const mails = mailsOfAnswer(event, invitee, after, now)
      if ((await invitees.answer({ event, before: invitee, after, mails, now })) === 'stored')
        return c.redirect(path, 303)
    }
    throw new Error('The answer changed at every look')
  })

  routes.get('/afmelden/:token', async (c) => {
    const found = await findInvitee(c, 'afmelden')
    if ('answer' in found) return found.answer
    return c.html(<UnsubscribePage assets={assets} {...found} path={c.req.path} done={found.invitee.afgemeld} />)
  })

  // Answered with the page itself: a mail program that posts here follows no redirects (RFC 8058 §3.1).
  routes.post('/afmelden/:token', async (c) => {
    for (let look = 0; look < looks; look += 1) {
      const found = await findInvitee(c, 'afmelden')
      if ('answer' in found) return found.answer
      const { event, invitee } = found
      const done = invitee.afgemeld || (await unsubscribe(deps, event, invitee, deps.now())) === 'stored'
      if (done) return c.html(<UnsubscribePage assets={assets} {...found} path={c.req.path} done />)
    }
    throw new Error('The answer changed at every look')
  })

  async function findInvitee(c: Context, purpose: 'uitnodiging' | 'afmelden'): Promise<{ answer: Response } | Invited> {
    const token = c.req.param('token') ?? ''
    const target = readLinkToken((await deps.secrets()).linkKeys, purpose, token)
    if (!target) return { answer: await plain.brokenLink(c) }
    const invitee = await invitees.read(target.id, deps.now())
    const event = invitee && (await events.read(invitee.activiteit))
    const network = event && findNetwork(event.network)
    if (!invitee || !event || invitee.linkVersion !== target.version) return { answer: await expired(c) }
    if (!network) return { answer: await plain.eventOfNobody(c, event) }
    return { invitee, event, network, path: `/uitnodiging/${token}` }
  }

  const expired = (c: Context) =>
    c.html(
      <MessagePage assets={assets} title="Deze link is verlopen.">
        <p class="lead">De activiteit is voorbij, of de gegevens zijn gewist.</p>
        <p>
          <a class="btn" href="/activiteiten">
            Naar de activiteiten
          </a>
        </p>
      </MessagePage>,
      410,
    )

  async function understand(c: Context, sent: RawInput | undefined, now: Date) {
    const found = await findInvitee(c, 'uitnodiging')
    if ('answer' in found) return found
    const page = rsvpPage(found.event, { personal: true })
    const typed = sent && pickFields(sent, fieldsOf(page, sent))
    if (!typed) return { answer: await plain.unreadable(c) }
    return { ...found, ...parsePage(page, typed, {}, { criteria: [], now }), typed }
  }

  async function show(
    c: Context,
    found: Invited,
    { typed, errors = [], refused = false }: { typed?: RawInput; errors?: readonly FieldError[]; refused?: boolean },
  ) {
    const { event, invitee } = found
    const now = deps.now()
    const phase = phaseOf(event, now)
    const taken = phase === 'open' && event.capaciteit !== undefined ? await seats.read(event.slug) : undefined
    const shown = {
      ...found,
      phase,
      full: taken !== undefined && joinsLine(taken),
      position: invitee.wacht ? await seats.position(event.slug, invitee.wacht) : undefined,
      onlineLink: isSeated(invitee) && showsOnlineLink(event, now) ? await events.onlineLink(event.slug) : undefined,
      typed: typed ?? formOf(invitee),
      errors,
      refused,
    }
    return c.html(<InvitationPage assets={assets} {...shown} />, refused ? 409 : errors.length > 0 ? 422 : 200)
  }

  function showLate(c: Context, { event, network, path }: Invited, typed: RawInput, errors: readonly FieldError[]) {
    const questions = rsvpQuestions(event, { personal: true })
    const about = { event, network, action: `${path}/te-laat`, questions, typed, errors }
    return c.html(<LatePage assets={assets} {...about} />, errors.length > 0 ? 422 : 200)
  }

  return routes
}

/** What this invitee said before, in a form. */
function formOf({ antwoord, naam, organisatie, functie, opmerking, casus }: Said): RawInput {
  const fields = { antwoord, naam, organisatie, functie, opmerking, casus: casus ? 'ja' : undefined }
  return new Map(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, [value]] as const] : [])))
}

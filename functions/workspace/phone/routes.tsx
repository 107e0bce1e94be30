/** The list of whoever answers the phone: who calls, who was not reached, what was said (docs/domain.md §5, helpdesk). */

import { type Context, Hono } from 'hono'
import { callForm } from '../../../forms/call-form.ts'
import type { Role } from '../../../forms/kit/content-schema.ts'
import { doneBy } from '../../../forms/kit/lifecycle/in-place.ts'
import { actsAtOnce } from '../../../forms/kit/lifecycle/undo.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { timeInWords } from '../../../forms/kit/time.ts'
import { newId } from '../../shared/new-id.ts'
import { readBody } from '../../shared/web/body.ts'
import { phonePath } from '../../shared/work-paths.ts'
import { frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { findInNetwork, type OpenFile } from '../dossier/access.ts'
import { undoOnList } from '../dossier/undo-elsewhere.tsx'
import { nameOf } from '../dossier/words.ts'
import { makeExplainedMove } from '../make-explained-move.ts'
import { onceIdIn } from '../once.ts'
import { readFilters } from '../queue/filters.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { workRefusals } from '../work-message.tsx'
import { noOffer, type SentCall } from './call-card.tsx'
import { callStep, sentIn } from './call-step.ts'
import { callMoves, callsOf } from './calls.ts'
import { logCallRoutes } from './log-call-routes.tsx'
import { PhonePage } from './phone-page.tsx'
import { suspectCalls } from './suspects.ts'
import { questionsOf, waitingIn } from './waiting.ts'

const callers: readonly Role[] = ['coordinator', 'bemiddelaar']

export function phoneRoutes({ deps, requirePerson }: PartDeps) {
  const { assets, dossierFiles, calling, logbook, now } = deps
  const routes = new Hono<SignedIn>()
  const { unreadable, brokenLink } = workRefusals(assets)
  // Before the calls: their address fits every word.
  routes.route('/', logCallRoutes({ deps, requirePerson }, callers))

  routes.get(phonePath, requirePerson(callers), (c) => show(c))

  routes.post(`${phonePath}/:reference`, requirePerson(callers), async (c) => {
    const { network } = c.var
    const body = await readBody(c)
    if (!body) return unreadable(c)
    const found = await findInNetwork(dossierFiles, network, c.req.param('reference'), now())
    return found ? act(c, found, body) : brokenLink(c, network)
  })

  function act(c: Context<SignedIn>, found: OpenFile, body: RawInput) {
    const { service, file } = found
    const [action] = body.get('actie') ?? []
    if (action !== 'ik_bel' && action !== 'niet_bereikt') return called(c, found, body)
    if (callMoves(service, file.dossier, c.var.person).length === 0) return tooLate(c, found, body)
    return action === 'ik_bel' ? calls(c, found) : notReached(c, found, body)
  }

  /** Theirs for half an hour; of two at once the second sees who was first. */
  async function calls(c: Context<SignedIn>, { file: { dossier } }: OpenFile) {
    const { who, since } = await calling.take(dossier.reference, c.var.person.id, now())
    if (who === c.var.person.id) return c.redirect(`${phonePath}?klaar=belt`, 303)
    const notice = `${nameOf(c.var.content, who)} belt al, sinds ${timeInWords(new Date(since))}.`
    return show(c, { status: 409, notice })
  }

  /** However often the button is sent, one press is one try. */
  async function notReached(c: Context<SignedIn>, { file: { dossier } }: OpenFile, body: RawInput) {
    const once = onceIdIn(body)
    if (!once) return unreadable(c)
    const { reference } = dossier
    const doer = doneBy(c.var.person, dossier)
    const line = { id: `${once}-niet_bereikt`, at: now().toISOString(), ...doer }
    const added = await logbook.add(reference, { ...line, kind: 'niet_bereikt' })
    if (added === 'full') return show(c, { status: 409, notice: fullInWords(reference) })
    await calling.end(reference, c.var.person.id)
    return c.redirect(`${phonePath}?klaar=niet_bereikt`, 303)
  }

  function called(c: Context<SignedIn>, found: OpenFile, body: RawInput) {
    const { service, file } = found
    const { dossier, history } = file
    const step = callStep({ service, dossier, history, person: c.var.person, body, now: now() })
    switch (step.kind) {
      case 'done':
        return c.redirect(`${phonePath}?klaar=1&dossier=${dossier.reference}`, 303)
      case 'late':
        return tooLate(c, found, body)
      case 'mend':
        return show(c, { status: 422, errors: step.errors, sent: sentIn(dossier.reference, body) })
      case 'make':
        return make(c, found, { ...step, body })
    }
  }

  async function make(c: Context<SignedIn>, found: OpenFile, { move, command, reason, body }: Making) {
    const { service, file } = found
    const { dossier } = file
    const { reference } = dossier
    const about = { service, content: c.var.content, dossier, command, reason }
    const made = await makeExplainedMove(deps, { ...about, undoable: !actsAtOnce(service, dossier, move) })
    switch (made.kind) {
      case 'moved':
        await calling.end(reference, c.var.person.id)
        return c.redirect(`${phonePath}?klaar=1&dossier=${reference}`, 303)
      case 'refused':
        return made.reason === 'aanbod'
          ? show(c, { status: 422, errors: [noOffer(reference)], sent: sentIn(reference, body) })
          : unreadable(c)
      case 'changed':
        return tooLate(c, found, body)
      case 'full':
        return show(c, { status: 409, notice: fullInWords(reference), sent: sentIn(reference, body) })
    }
  }

  /** Somebody was first; what was written is not lost. */
  async function tooLate(c: Context<SignedIn>, { file: { dossier } }: OpenFile, body: RawInput) {
    const sent = sentIn(dossier.reference, body)
    if (!sent.text) return c.redirect(`${phonePath}?veranderd=1`, 303)
    return show(c, { status: 409, notice: `${somebodyWasFirst} Kijk na wat er veranderde.`, sent })
  }

  async function show(c: Context<SignedIn>, { status = 200, errors = [], sent, ...about }: Shown = {}) {
    const { network, content, person } = c.var
    const { na } = readFilters(c.req.query(), c.var)
    const asked = na === undefined ? await waitingIn(deps, network, now()) : []
    const page = { na, ...(await callsOf(deps, c, na, asked)) }
    const [waiting, undo, suspects] = await Promise.all([
      questionsOf(deps, asked, { person, content, now: now() }),
      undoOnList(deps, c, 'calls'),
      na === undefined ? suspectCalls(deps, c.var) : { rows: [], unreadable: false },
    ])
    const notice = about.notice ?? noticeOf(c.req.query())
    const rest = { content, waiting, suspects, now: now(), once: newId(deps), notice, undo, errors, sent }
    return c.html(
      <PhonePage {...frameOf(c, deps)} {...page} {...rest} mayLog={callForm(network) !== undefined} />,
      status,
    )
  }

  return routes
}

type Making = Omit<Extract<ReturnType<typeof callStep>, { kind: 'make' }>, 'kind'> & { body: RawInput }

interface Shown {
  status?: 200 | 409 | 422
  errors?: readonly FieldError[]
  notice?: string
  /** What was sent and is not stored. */
  sent?: SentCall
}

const fullInWords = (reference: string): string =>
  `${reference}: er is geen plaats meer voor notities in dit dossier. Bel de beheerder van Loket.`

const somebodyWasFirst = 'Iemand was u voor.'

const done: Readonly<Record<string, string>> = {
  '1': 'Genoteerd: gebeld.',
  belt: 'Uw collega’s zien een half uur lang dat u belt.',
  niet_bereikt: 'Genoteerd: niet bereikt.',
}

const noticeOf = ({ klaar, veranderd }: Record<string, string>): string | undefined =>
  klaar !== undefined && Object.hasOwn(done, klaar) ? done[klaar] : veranderd ? somebodyWasFirst : undefined

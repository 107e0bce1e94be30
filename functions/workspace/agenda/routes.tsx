/** The agenda of a team's meeting: what is on it, and what the team decides, all in one pass. */
import { type Context, Hono } from 'hono'
import { networkForms } from '../../../forms/index.ts'
import type { RawInput } from '../../../forms/kit/answers.ts'
import { type Dossier, shownRevision } from '../../../forms/kit/dossier.ts'
import {
  discussedOn,
  isMeeting,
  type Meetings,
  meetingBefore,
  meetingFor,
  meetingFrom,
  meetingsHeld,
} from '../../../forms/kit/meetings.ts'
import { type FieldError, fieldsOf, parsePage } from '../../../forms/kit/parse.ts'
import { addDays, brusselsDate, dateInWords } from '../../../forms/kit/time.ts'
import { makeMove } from '../../shared/make-move.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { MessagePage } from '../../shared/web/message-page.tsx'
import { createRefusals } from '../../shared/web/refusals.tsx'
import type { PartDeps } from '../deps.ts'
import { commandOf, peopleFor } from '../dossier/asks.ts'
import { agendaPath, homePath } from '../paths.ts'
import { rowsOf } from '../queue/rows.ts'
import { frameOf } from '../request.ts'
import { sealedNote } from '../sealed-note.ts'
import type { SignedIn } from '../sign-in/session.ts'
import { AgendaPage } from './agenda-page.tsx'
import { type Card, cardOf, decisionOf, fieldOf, later } from './decisions.ts'

/** Cards on one page: what a team can discuss in a morning, and a form can send. */
const mostCards = 40

export function agendaRoutes({ deps, requirePerson }: PartDeps) {
  const { assets, queue, now } = deps
  const routes = new Hono<SignedIn>()
  const door = requirePerson(['coordinator'])
  const { unreadable } = createRefusals(assets)
  const path = `${agendaPath}/:date{\\d{4}-\\d{2}-\\d{2}}` as const

  routes.get(agendaPath, door, (c) => {
    const { teamoverleg } = c.var.network
    return teamoverleg ? show(c, teamoverleg, meetingFrom(teamoverleg, brusselsDate(now()))) : noMeeting(c)
  })

  routes.get(path, door, (c) => {
    const { teamoverleg } = c.var.network
    const date = c.req.param('date')
    return teamoverleg && isDay(date) && isMeeting(teamoverleg, date) ? show(c, teamoverleg, date) : noMeeting(c)
  })

  routes.post(path, door, async (c) => {
    const { network, person } = c.var
    const { teamoverleg } = network
    const date = c.req.param('date')
    if (!teamoverleg || !isDay(date) || !isMeeting(teamoverleg, date)) return noMeeting(c)
    const body = await readBody(c)
    const { cards } = await agendaOf(c, teamoverleg, date)
    const typed =
      body &&
      pickFields(
        body,
        new Map(
          cards.flatMap(({ page, dossier }) => [
            ...fieldsOf(page, body),
            [fieldOf(dossier.reference, 'revision'), false] as const,
          ]),
        ),
      )
    if (!typed) return unreadable(c)

    const decided = cards.flatMap((card) => {
      const { answers, errors } = parsePage(card.page, typed, {}, { criteria: [], now: now() })
      const decision = decisionOf(card, answers)
      return decision ? [{ card, ...decision, errors }] : []
    })
    const errors = decided.flatMap((one) => one.errors)
    if (errors.length > 0) return show(c, teamoverleg, date, typed, errors)

    // Decided by somebody else in the meantime: it is not on the agenda any more.
    const onAgenda = new Set(cards.map(({ dossier }) => fieldOf(dossier.reference, 'besluit')))
    const gone = [...body].filter(
      ([name, [value]]) => name.endsWith('.besluit') && value !== later && !onAgenda.has(name),
    )
    let [done, changed] = [0, gone.length]
    for (const { card, move, answers } of decided) {
      const { service, dossier } = card
      const { reference, revision } = dossier
      const isSame = shownRevision(dossier, typed.get(fieldOf(reference, 'revision'))?.[0]) === revision
      const { toelichting } = answers
      const made = isSame
        ? await makeMove(deps, {
            service,
            dossier,
            command: commandOf(move, person, answers),
            note:
              typeof toelichting === 'string'
                ? await sealedNote(deps, { dossier, who: person.id, text: toelichting, at: now(), action: move.action })
                : undefined,
          })
        : undefined
      if (made?.kind === 'moved') done += 1
      else changed += 1
    }
    return c.redirect(`${agendaPath}/${date}?bewaard=${done}&veranderd=${changed}`, 303)
  })

  /** What is discussed at this meeting; on the coming one also what earlier ones left undecided. */
  async function agendaOf(c: Context<SignedIn>, meetings: Meetings, date: string) {
    const { network, person } = c.var
    const at = now()
    const today = brusselsDate(at)
    const services = networkForms(network)
    const rows = services.flatMap(({ form }) =>
      form.verloop.states.filter(({ opAgenda }) => opAgenda).map(({ name }) => ({ form: form.slug, state: name })),
    )
    const select = { of: 'rows', rows } as const
    const { dossiers } = await queue.list({ network: network.slug, select, until: date, limit: mostCards * 2, now: at })
    const on = ({ nextOn }: Dossier) => nextOn !== undefined && discussedOn(meetings, nextOn, today) === date
    const found = dossiers.filter(on)
    const people = found.length > 0 ? await peopleFor(deps, { network }, {}) : []
    const cards = found.slice(0, mostCards).flatMap((dossier): Card[] => {
      const service = services.find(({ form }) => form.slug === dossier.form)
      return service ? [cardOf(service, dossier, person, people)] : []
    })
    return { cards, more: found.length > mostCards }
  }

  async function show(
    c: Context<SignedIn>,
    meetings: Meetings,
    date: string,
    typed: RawInput = new Map(),
    errors: readonly FieldError[] = [],
  ) {
    const { network, person, sessionId } = c.var
    const at = now()
    const { cards, more } = await agendaOf(c, meetings, date)
    const shown = cards.map(({ dossier }) => dossier)
    const { rows, ...rest } = await rowsOf(deps, shown, { network, person, sessionId, list: 'agenda', now: at })
    const items = cards.flatMap((card, index) => {
      const row = rows[index]
      const first = meetingFor(meetings, new Date(card.dossier.stateSince))
      return row ? [{ card, row, held: meetingsHeld(meetings, first, at) }] : []
    })
    const around = { before: meetingBefore(meetings, date), after: meetingFrom(meetings, addDays(date, 1)) }
    const page = { ...rest, meetings, date, around, items, more, typed, errors, notice: noticeOf(c.req.query()) }
    return c.html(<AgendaPage {...frameOf(c, deps)} {...page} />, errors.length > 0 ? 422 : 200)
  }

  const noMeeting = (c: Context<SignedIn>) => {
    const { network } = c.var
    const { teamoverleg } = network
    return c.html(
      <MessagePage assets={assets} network={network} title="Dan is er geen teamoverleg.">
        <p class="lead">
          {teamoverleg
            ? `Het volgende overleg is op ${dateInWords(meetingFrom(teamoverleg, brusselsDate(now())))}.`
            : 'Dit netwerk heeft geen teamoverleg.'}
        </p>
        <p>
          <a href={teamoverleg ? agendaPath : homePath}>{teamoverleg ? 'Open de agenda' : 'Naar de aanvragen'}</a>
        </p>
      </MessagePage>,
      404,
    )
  }

  return routes
}

const isDay = (text: string): boolean => !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text

function noticeOf({ bewaard = '', veranderd = '' }: Record<string, string>): string | undefined {
  const [done, changed] = [bewaard, veranderd].map((text) => (/^\d{1,2}$/.test(text) ? Number(text) : 0))
  const said = [
    ...(done ? [done === 1 ? '1 beslissing is bewaard.' : `${done} beslissingen zijn bewaard.`] : []),
    ...(changed
      ? [`${changed === 1 ? 'Eén dossier was' : `${changed} dossiers waren`} intussen veranderd: kijk na.`]
      : []),
  ]
  return said.join(' ') || undefined
}

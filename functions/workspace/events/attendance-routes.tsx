/** The page at the door: who is there, somebody who was not on the list, and the list on paper. */
import type { Context, Hono } from 'hono'
import { cleanedIn } from '../../../forms/kit/clean.ts'
import { counted } from '../../../forms/kit/counted.ts'
import { figuresOf, namesGone } from '../../../forms/kit/events/figures.ts'
import { phaseOf } from '../../../forms/kit/events/phases.ts'
import {
  type Attendee,
  atTheDoor,
  dayOf,
  headsOf,
  readRowId,
  soughtAmong,
  tickChanges,
  wrongAlong,
} from '../../../forms/kit/events/presence.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { timeInWords } from '../../../forms/kit/time.ts'
import { readWalkIn, type WalkIn } from '../../../forms/walk-in.ts'
import { readBody } from '../../shared/web/body.ts'
import { attendancePath, attendanceRoute } from '../../shared/work-paths.ts'
import { frameOf, noteView } from '../act.ts'
import { workRefusals } from '../work-message.tsx'
import { AttendancePage, alongMessage } from './attendance-page.tsx'
import { SignInListPage } from './attendance-sheet.tsx'
import { FiguresPage } from './figures-page.tsx'
import { notNow } from './not-now.tsx'
import type { EventDeps } from './open-events.ts'
import type { Organised, OrganiserTools } from './tools.ts'
import { type Welcomed, welcome } from './welcome.ts'

interface Kept {
  came: Welcomed | undefined
  people: readonly Invitee[]
}

/** People on one page: a form has at most five hundred fields (functions/shared/web/body.ts). */
const pieceSize = 150

export function attendanceRoutes(routes: Hono<Organised>, deps: EventDeps, { auditBy }: OrganiserTools): void {
  const { assets, attendance, events, figures, now } = deps
  const refusals = workRefusals(assets)

  routes.get(attendanceRoute, async (c) => notNow(c, deps, 'attendance') ?? (await gone(c, 200)) ?? show(c))

  routes.post(attendanceRoute, async (c) => {
    const typed = await readBody(c)
    if (!typed) return refusals.unreadable(c)
    const refused = notNow(c, deps, 'attendance', typed) ?? (await gone(c, 409))
    if (refused) return refused
    const act = typed.get('actie')?.[0]
    const { walkIn, errors } = readWalkIn(typed, act === 'inschrijven', now())
    const wrong = [...errors, ...wrongAlong(typed).map((name) => ({ name, message: alongMessage }))]
    if (wrong.length > 0) return act === 'tik' ? c.json({}, 422) : show(c, { typed, errors: wrong })
    return answerKept(c, typed, act, await keep(c, typed, walkIn))
  })

  /** To the script in numbers; to who seeks a name the list of who is called so; else the page again, by its own address. */
  function answerKept(c: Context<Organised>, typed: RawInput, act: string | undefined, { came, people }: Kept) {
    if (act === 'tik') {
      const { expected } = atTheDoor(c.var.event, people, dayIn(c).id)
      return c.json({ at: timeInWords(now()), ...headsOf(expected) })
    }
    const sought = act === 'zoek' ? cleanedIn(typed, 'zoek') : ''
    return sought ? show(c, { sought }) : c.redirect(backTo(c, came), 303)
  }

  routes.get(`${attendanceRoute}/lijst`, async (c) => {
    const refused = notNow(c, deps, 'attendance') ?? (await gone(c, 200))
    if (refused) return refused
    const { event } = c.var
    const day = dayOf(event, c.req.query('dag'), now())
    const { expected } = atTheDoor(event, await attendance.everybody(event.slug, now()), day.id)
    await noteView(c, deps, 'genodigden', idsOf(expected))
    return c.html(<SignInListPage {...frameOf(c, deps)} {...{ event, day, expected }} />)
  })

  /** Once the names are erased: what stays. */
  async function gone(c: Context<Organised>, status: 200 | 409) {
    const { event } = c.var
    if (!namesGone(event, now())) return undefined
    const stays = await figures.read(event.slug)
    return c.html(<FiguresPage {...frameOf(c, deps)} event={event} figures={stays} />, status)
  }

  const dayIn = (c: Context<Organised>) => dayOf(c.var.event, c.req.query('dag'), now())

  /** What changed on the page, and whoever was written in; then the numbers that stay. */
  async function keep(c: Context<Organised>, typed: RawInput, walkIn: WalkIn | undefined): Promise<Kept> {
    const { event } = c.var
    const day = dayIn(c)
    const changes = tickChanges(day.id, typed)
    await attendance.tick(event.slug, changes)
    const came = walkIn && (await welcome(deps, event, walkIn, day.id))
    if (changes.length > 0)
      await events.note(event.slug, auditBy(c, `aanwezigheid: ${counted(changes.length, 'wijziging', 'wijzigingen')}`))
    if (came) await events.note(event.slug, auditBy(c, 'aan de deur ingeschreven'))
    const at = now()
    const people = await attendance.everybody(event.slug, at)
    if (came || changes.length > 0) await figures.keep(event.slug, figuresOf(event, people, at))
    return { came, people }
  }

  const backTo = (c: Context<Organised>, came: Welcomed | undefined) => {
    const about = came ? { klaar: came.known ? 'stond' : 'erbij', wie: came.id } : { klaar: 'bewaard' }
    const piece = c.req.query('deel')
    const query = {
      dag: dayIn(c).id,
      ...(piece ? { deel: piece } : {}),
      om: timeInWords(now()).split(' ')[0] ?? '',
      ...about,
    }
    return `${attendancePath(c.var.event)}?${new URLSearchParams(query)}`
  }

  interface Shown {
    typed?: RawInput
    errors?: readonly FieldError[]
    sought?: string
  }

  async function show(c: Context<Organised>, { typed = new Map(), errors = [], sought = '' }: Shown = {}) {
    const { event } = c.var
    const day = dayIn(c)
    const door = atTheDoor(event, await attendance.everybody(event.slug, now()), day.id)
    const pieces = Math.max(1, Math.ceil(door.expected.length / pieceSize))
    const piece = Math.min(pieces, Math.max(1, Math.floor(Number(c.req.query('deel')) || 1)))
    const from = sought ? 0 : (piece - 1) * pieceSize
    const expected = soughtAmong(door.expected, sought).slice(from, from + pieceSize)
    const found = soughtAmong(door.others, sought)
    const others = found.slice(0, pieceSize)
    await noteView(c, deps, 'genodigden', idsOf([...expected, ...others]))
    return c.html(
      <AttendancePage
        {...frameOf(c, deps)}
        {...{ event, day, expected, others, pieces, piece, sought, typed, errors }}
        phase={phaseOf(event, now())}
        moreOthers={found.length - others.length}
        heads={headsOf(door.expected)}
        keptAt={typed.size > 0 ? undefined : keptAtIn(c.req.query('om'))}
        done={doneInWords(c.req.query(), [...door.expected, ...door.others])}
      />,
      errors.length > 0 ? 422 : 200,
    )
  }
}

const idsOf = (people: readonly Attendee[]): string[] => [...new Set(people.map(({ invitee }) => invitee.id))]

/** From the address: nothing else is repeated from there. */
const keptAtIn = (om: string | undefined): string | undefined =>
  om && /^\d{1,2}\.\d{2}$|^\d{1,2}$/.test(om) ? `${om} uur` : undefined

function doneInWords({ klaar, wie }: Record<string, string>, people: readonly Attendee[]): string | undefined {
  if (!wie || !readRowId(wie)) return undefined
  const one = people.find(({ id }) => id === wie)
  if (!one) return undefined
  const naam = one.naam ?? 'Die persoon'
  if (klaar === 'erbij') return `${naam} is ingeschreven, en aanwezig.`
  if (klaar !== 'stond') return undefined
  return `${naam} staat al op de lijst, en is nu aangevinkt. Is het iemand anders met dezelfde naam? Schrijf de organisatie erbij.`
}

/** Somebody at the table of an overleg: what is kept of them, taken along, and forgotten. */
import { type Context, Hono } from 'hono'
import { readParticipantId } from '../../../forms/kit/overleg/rounds.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { seatKey } from '../../shared/store/find-person.ts'
import { createPersonalData, type DataRequest } from '../../shared/store/personal-data.ts'
import { seatsPath } from '../../shared/work-paths.ts'
import { actOf, frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { NothingPage } from './kept-page.tsx'
import { exportOfSeat, forgetSeat, keptSeat } from './seat.ts'
import { ForgetSeatPage, ForgottenPage, SeatPage } from './seat-page.tsx'

type Ctx = Context<SignedIn>

export function seatRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const coordinator = requirePerson(['coordinator'])
  const path = `${seatsPath}/:seat` as const

  const nothing = (c: Ctx) => c.html(<NothingPage {...frameOf(c, deps)} />, 404)

  routes.get(path, coordinator, async (c) => {
    const kept = await keptIn(c, 'getoond')
    return kept ? c.html(<SeatPage {...frameOf(c, deps)} kept={kept} />) : nothing(c)
  })

  routes.post(`${path}/export`, coordinator, async (c) => {
    const kept = await keptIn(c, 'geexporteerd')
    if (!kept) return nothing(c)
    c.header('Content-Disposition', `attachment; filename="loket-aan-tafel-${kept.seat.reference}.json"`)
    const { network, content } = c.var
    const file = { netwerk: network.name, gemaaktOp: deps.now().toISOString() }
    return c.body(JSON.stringify({ ...file, overleggen: [exportOfSeat(kept, content, deps.now())] }, null, 2), 200, {
      'Content-Type': 'application/json; charset=UTF-8',
    })
  })

  routes.get(`${path}/wissen`, coordinator, async (c) => {
    const kept = await keptIn(c, 'getoond')
    if (!kept || kept.participant.wie === 'client') return nothing(c)
    return c.html(<ForgetSeatPage {...frameOf(c, deps)} kept={kept} />)
  })

  routes.post(`${path}/wissen`, coordinator, async (c) => {
    const seat = seatIn(c)
    const { network, content, person } = c.var
    // Somebody may change the table at the same moment: they are forgotten after that.
    const outcome = seat
      ? await lookAgain(async () => {
          const done = await forgetSeat(deps, { network, content, person, seat, about: actOf(c, deps) })
          return done === 'changed' ? undefined : done
        })
      : 'gone'
    if (!seat || outcome !== 'erased') return nothing(c)
    return c.html(<ForgottenPage {...frameOf(c, deps)} reference={seat.reference} />)
  })

  function seatIn(c: Ctx) {
    const of = readParticipantId(c.req.param('seat') ?? '')
    return of && { reference: of.reference, number: of.number, id: of.id }
  }

  /** Written down before anything is opened: beside the dossier, and as a request about this person. */
  async function keptIn(c: Ctx, what: DataRequest['what']) {
    const seat = seatIn(c)
    const { network } = c.var
    const dossier = seat && (await deps.dossiers.read(seat.reference, deps.now()))
    if (!seat || dossier?.network !== network.slug) return undefined
    if (c.req.method !== 'HEAD') {
      const { auditId: id, ...act } = actOf(c, deps)
      await deps.dossierFiles.noteConsultation({
        ...{ ...act, reference: seat.reference, session: c.var.sessionId, id },
        why: 'gegevens',
      })
      await deps.open(createPersonalData).note({ ...actOf(c, deps), what, subjects: [seatKey(seat)] })
    }
    return keptSeat(deps, network, seat)
  }

  return routes
}

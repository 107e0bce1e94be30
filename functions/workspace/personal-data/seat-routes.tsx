/** Somebody at the table of an overleg: what is kept of them, taken along, and forgotten. */
import { Hono } from 'hono'
import { readParticipantId } from '../../../forms/kit/overleg/rounds.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { seatKey } from '../../shared/store/find-person.ts'
import type { DataRequest } from '../../shared/store/personal-data.ts'
import { seatsPath } from '../../shared/work-paths.ts'
import { actOf, frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { createDataDesk, type DataContext } from './desk.ts'
import { NothingPage } from './kept-page.tsx'
import { exportOfSeat, keptSeat } from './seat.ts'
import { ForgetSeatPage, ForgottenPage, SeatPage } from './seat-page.tsx'

export function seatRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const coordinator = requirePerson(['coordinator'])
  const path = `${seatsPath}/:seat` as const
  const { note, noteOpened, dossierOf, download } = createDataDesk(deps)

  const nothing = (c: DataContext) => c.html(<NothingPage {...frameOf(c, deps)} />, 404)

  routes.get(path, coordinator, async (c) => {
    const kept = await keptIn(c, 'getoond')
    return kept ? c.html(<SeatPage {...frameOf(c, deps)} kept={kept} />) : nothing(c)
  })

  routes.post(`${path}/export`, coordinator, async (c) => {
    const kept = await keptIn(c, 'geexporteerd')
    if (!kept) return nothing(c)
    const overleggen = [exportOfSeat(kept, c.var.content, deps.now())]
    return download(c, `loket-aan-tafel-${kept.seat.reference}.json`, { overleggen })
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
          const { forgetSeat } = await import('./forget-seat.ts')
          const done = await forgetSeat(deps, { network, content, person, seat, about: actOf(c, deps) })
          return done === 'changed' ? undefined : done
        })
      : 'gone'
    if (!seat || outcome !== 'erased') return nothing(c)
    return c.html(<ForgottenPage {...frameOf(c, deps)} reference={seat.reference} />)
  })

  function seatIn(c: DataContext) {
    const of = readParticipantId(c.req.param('seat') ?? '')
    return of && { reference: of.reference, number: of.number, id: of.id }
  }

  /** Written down before anything is opened: beside the dossier, and as a request about this person. */
  async function keptIn(c: DataContext, what: DataRequest['what']) {
    const seat = seatIn(c)
    if (!seat || !(await dossierOf(c, seat.reference))) return undefined
    if (c.req.method !== 'HEAD') {
      await noteOpened(c, [seat.reference])
      await note(c, { what, subjects: [seatKey(seat)] })
    }
    return keptSeat(deps, c.var.network, seat)
  }

  return routes
}

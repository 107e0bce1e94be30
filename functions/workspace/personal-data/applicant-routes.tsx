/** What is kept of an applicant, by the HMAC of their address: listed, taken along, erased; each of them noted (docs/domain.md §7). */
import { Hono } from 'hono'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import { applicantOnEvent } from '../../shared/answer-flow.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import { type FoundSeat, seatKey } from '../../shared/store/find-person.ts'
import { createPersonalData } from '../../shared/store/personal-data.ts'
import { readBody } from '../../shared/web/body.ts'
import { applicantPath, applicantsPath } from '../../shared/work-paths.ts'
import { actOf, frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import { openEvents } from '../events/open-events.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { ApplicantPage, choicesIn, EraseManyPage, type Held, whatField } from './applicant-page.tsx'
import { type DataContext as Ctx, createDataDesk } from './desk.ts'
import { countLeftOut, exportOf, keptOf, ownOf } from './kept.ts'
import { exportOfAnswer, type KeptAnswer } from './kept-answer.ts'
import { copyIn, copyParam } from './lives-on.tsx'
import { exportOfSeat, keptSeat } from './seat.ts'

export function applicantRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const { secrets, now } = deps
  const answered = deps.open(openEvents)
  const { note, noteOpened, dossierOf, eraseDossier, download } = createDataDesk(deps)
  const coordinator = requirePerson(['coordinator'])
  const manyPath = `${applicantsPath}/:applicant{[A-Za-z0-9_-]{43}}` as const

  /** Before what is kept of an address is listed, on whatever page. */
  const noteFound = (c: Ctx, held: Held) =>
    note(c, { what: 'gezocht', subjects: choicesIn(held).map(({ value }) => value) })

  routes.get(manyPath, coordinator, async (c) => {
    const held = await heldIn(c)
    await noteFound(c, held)
    const erased = { alles: 'all', deels: 'some' } as const
    const outcome = c.req.query('gewist')
    return c.html(
      <ApplicantPage
        {...frameOf(c, deps)}
        held={held}
        erased={outcome === 'alles' || outcome === 'deels' ? erased[outcome] : undefined}
        copies={(c.req.queries('elders') ?? []).flatMap((param) => copyIn(param) ?? [])}
      />,
    )
  })

  routes.post(`${manyPath}/export`, coordinator, async (c) => {
    const held = await heldIn(c)
    const { dossiers: found, drafts, answers, seats } = held
    const { network, content } = c.var
    const references = found.map(({ reference }) => reference)
    const ids = choicesIn({ ...held, dossiers: [] }).map(({ value }) => value)
    await noteOpened(c, references)
    const all = await Promise.all(references.map((reference) => keptOf(deps, c.var, reference)))
    // An address is an applicant's: what else goes along, a person decides per dossier.
    const kept = all.flatMap((one) => (one ? [{ one, along: { passages: ownOf(one, 'aanvrager') } }] : []))
    const left = kept.reduce((sum, { one, along }) => sum + countLeftOut(one, along), 0)
    await note(c, { what: 'geexporteerd', subjects: [...references, ...ids], leftOut: left })
    return download(c, 'loket-persoonsgegevens.json', {
      dossiers: kept.map(({ one, along }) => exportOf(one, along)),
      concepten: drafts.map(({ email, ttl }) => ({ adres: email, bewaardTot: new Date(ttl * 1000).toISOString() })),
      activiteiten: await Promise.all(answers.map((answer) => exportedAnswer(answer, content))),
      aanTafel: (await Promise.all(seats.map((seat) => keptSeat(deps, network, seat)))).flatMap((seat) =>
        seat ? [exportOfSeat(seat, content, now())] : [],
      ),
    })
  })

  routes.get(`${manyPath}/wissen`, coordinator, async (c) => {
    const held = await heldIn(c)
    const chosen = choicesIn(held).map(({ value }) => value)
    await noteFound(c, held)
    if (chosen.length === 0) return c.redirect(applicantPath(held.applicant), 303)
    return c.html(<EraseManyPage {...frameOf(c, deps)} held={held} chosen={chosen} errors={[]} />)
  })

  routes.post(`${manyPath}/wissen`, coordinator, async (c) => {
    const body = await readBody(c)
    const held = await heldIn(c)
    const wanted = body?.get(whatField) ?? []
    if (wanted.length === 0) {
      await noteFound(c, held)
      const errors = [{ name: whatField, message: 'Kies minstens één' }]
      return c.html(<EraseManyPage {...frameOf(c, deps)} held={held} chosen={[]} errors={errors} />, 422)
    }
    let whole = true
    // What was gone already, by a first press of the button, asks nothing any more.
    const chosen = held.dossiers.filter(({ reference }) => wanted.includes(reference))
    for (const { reference } of chosen) await eraseDossier(c, reference)
    for (const { id } of held.drafts.filter(({ id }) => wanted.includes(id)))
      whole = (await deps.open(createPersonalData).eraseDraft(id, actOf(c, deps))) === 'erased' && whole
    for (const { invitee } of held.answers.filter(({ invitee }) => wanted.includes(invitee.id)))
      await eraseAnswer(c, invitee.id)
    for (const seat of held.seats.filter((one) => wanted.includes(seatKey(one)))) await forget(c, seat)
    const elsewhere = chosen.flatMap(({ movedTo }) => (movedTo ? [['elders', copyParam(movedTo)]] : []))
    const after = new URLSearchParams([['gewist', whole ? 'alles' : 'deels'], ...elsewhere])
    return c.redirect(`${applicantPath(held.applicant)}?${after}`, 303)
  })

  async function exportedAnswer(answer: KeptAnswer, content: NetworkContent) {
    const { id } = answer.invitee
    const address = (await answered.lists.addresses([id], now())).get(id)
    return exportOfAnswer(answer, { address, mails: await deps.dossierMails.list(id, now()), content, now: now() })
  }

  /** They, or who gets their seat, may change at the same moment. */
  const eraseAnswer = (c: Ctx, id: string) =>
    lookAgain(async () => {
      const invitee = await answered.invitees.read(id, now())
      const event = invitee && (await answered.events.read(invitee.activiteit))
      const { eraseInvitee } = await import('../../shared/erase-invitee.ts')
      return (
        !event ||
        (await eraseInvitee(
          { ...answered, personalData: deps.open(createPersonalData) },
          { event, invitee },
          actOf(c, deps),
        )) === 'erased' ||
        undefined
      )
    }, inCrowd)

  /** Somebody may change the table at the same moment: they are forgotten after that. */
  const forget = (c: Ctx, seat: FoundSeat) =>
    lookAgain(async () => {
      const { network, content, person } = c.var
      const about = actOf(c, deps)
      const { forgetSeat } = await import('./forget-seat.ts')
      return (await forgetSeat(deps, { network, content, person, seat, about })) !== 'changed' || undefined
    })

  /** By the address's HMAC per event: no index has an invitee's address. */
  async function answersOf(network: string, applicant: string): Promise<KeptAnswer[]> {
    const { addressKey } = await secrets()
    const own = (await answered.events.list()).filter((event) => event.network === network)
    const found = await Promise.all(
      own.map(async (event): Promise<KeptAnswer[]> => {
        const adres = applicantOnEvent(addressKey, event.slug, applicant)
        const invitee = await answered.invitees.find(event.slug, adres, now())
        return invitee ? [{ event, invitee }] : []
      }),
    )
    return found.flat()
  }

  async function heldIn(c: Ctx): Promise<Held> {
    const { slug } = c.var.network
    const applicant = c.req.param('applicant') ?? ''
    const found = await deps.open(createPersonalData).find(slug, applicant, now())
    const read = await Promise.all(found.references.map((reference) => dossierOf(c, reference)))
    return {
      applicant,
      // The index may name a dossier whose address was corrected a moment ago.
      dossiers: read.flatMap((dossier) => (dossier?.applicant === applicant ? [dossier] : [])),
      drafts: found.drafts,
      answers: await answersOf(slug, applicant),
      seats: found.seats,
    }
  }

  return routes
}

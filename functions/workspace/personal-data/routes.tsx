/** What is kept of one person: found, shown, taken along, erased; each of them noted (docs/domain.md §7). */
import { type Context, Hono } from 'hono'
import { serviceOf } from '../../../forms/index.ts'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import { toldOfErasure } from '../../../forms/kit/lifecycle/losers.ts'
import { promise } from '../../../forms/kit/post/mail.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import { applicantOnEvent } from '../../shared/answer-flow.ts'
import { eraseInvitee } from '../../shared/erase-invitee.ts'
import { inCrowd, lookAgain } from '../../shared/look-again.ts'
import { type FoundSeat, seatKey } from '../../shared/store/find-person.ts'
import type { DataRequest, Erasure } from '../../shared/store/personal-data.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import { createRefusals } from '../../shared/web/refusals.tsx'
import { applicantPath, dataPath, keptPath } from '../../shared/work-paths.ts'
import { actOf, frameOf } from '../act.ts'
import type { PartDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'
import { ApplicantPage, choicesIn, EraseManyPage, EraseOnePage, type Held, whatField } from './applicant-page.tsx'
import { ExportPage } from './export-page.tsx'
import { countLeftOut, exportOf, type Kept, keptOf, ownOf } from './kept.ts'
import { exportOfAnswer, type KeptAnswer } from './kept-answer.ts'
import { ErasedPage, KeptPage, NothingPage } from './kept-page.tsx'
import { copyIn, copyParam } from './lives-on.tsx'
import { exportFields, readExport } from './read-export.ts'
import { exportOfSeat, forgetSeat, keptSeat } from './seat.ts'
import { seatRoutes } from './seat-routes.tsx'

type Ctx = Context<SignedIn>

export function personalDataRoutes({ deps, requirePerson }: PartDeps) {
  const routes = new Hono<SignedIn>()
  const { assets, dossiers, secrets, now } = deps
  const plain = createRefusals(assets)
  const coordinator = requirePerson(['coordinator'])
  routes.route('/', seatRoutes({ deps, requirePerson }))
  const onePath = `${dataPath}/dossier/:reference` as const
  const manyPath = `${dataPath}/persoon/:applicant{[A-Za-z0-9_-]{43}}` as const

  const nothing = (c: Ctx) => c.html(<NothingPage {...frameOf(c, deps)} />, 404)

  const note = (c: Ctx, line: Omit<DataRequest, keyof Erasure>) =>
    deps.personalData.note({ ...actOf(c, deps), ...line })

  /** Before what is kept of an address is listed, on whatever page. */
  const noteFound = (c: Ctx, held: Held) =>
    note(c, { what: 'gezocht', subjects: choicesIn(held).map(({ value }) => value) })

  /** Beside each dossier, before its answers are opened: what cannot be written down is not shown. */
  async function noteOpened(c: Ctx, references: readonly string[]) {
    for (const reference of references) {
      const { auditId: id, ...act } = actOf(c, deps)
      await deps.dossierFiles.noteConsultation({ ...act, reference, session: c.var.sessionId, why: 'gegevens', id })
    }
  }

  routes.get(onePath, coordinator, async (c) => {
    const kept = await keptIn(c)
    if (!kept) return gone(c)
    return c.html(<KeptPage {...frameOf(c, deps)} kept={kept} />)
  })

  routes.get(`${onePath}/export`, coordinator, async (c) => {
    const kept = await keptIn(c)
    if (!kept) return gone(c)
    const asker = c.req.query('voor') === 'client' ? 'client' : 'aanvrager'
    return c.html(<ExportPage {...frameOf(c, deps)} {...{ kept, asker }} ticked={ownOf(kept, asker)} errors={[]} />)
  })

  routes.post(`${onePath}/export`, coordinator, async (c) => {
    const body = await readBody(c)
    const typed = body && pickFields(body, exportFields)
    if (!typed) return plain.unreadable(c)
    const read = readExport(typed)
    const kept = read.kind === 'wrong' ? await keptIn(c) : await openedIn(c)
    if (!kept) return gone(c)
    if (read.kind === 'wrong')
      return c.html(
        <ExportPage {...frameOf(c, deps)} kept={kept} asker="aanvrager" ticked={read.ticked} errors={read.errors} />,
        422,
      )
    const { reference } = kept.view.dossier
    const { along, named } = read
    const line = { leftOut: countLeftOut(kept, along), ...(named ? { named } : {}) }
    await note(c, { what: 'geexporteerd', subjects: [reference], ...line })
    return download(c, `loket-${reference}.json`, { dossiers: [exportOf(kept, along)], concepten: [] })
  })

  routes.get(`${onePath}/wissen`, coordinator, async (c) => {
    const dossier = await dossierIn(c)
    return dossier ? c.html(<EraseOnePage {...frameOf(c, deps)} dossier={dossier} />) : gone(c)
  })

  routes.post(`${onePath}/wissen`, coordinator, async (c) => {
    const reference = c.req.param('reference')
    const erased = await eraseDossier(c, reference)
    return erased ? c.redirect(keptPath(reference), 303) : gone(c)
  })

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
      whole = (await deps.personalData.eraseDraft(id, actOf(c, deps))) === 'erased' && whole
    for (const { invitee } of held.answers.filter(({ invitee }) => wanted.includes(invitee.id)))
      await eraseAnswer(c, invitee.id)
    for (const seat of held.seats.filter((one) => wanted.includes(seatKey(one)))) await forget(c, seat)
    const elsewhere = chosen.flatMap(({ movedTo }) => (movedTo ? [['elders', copyParam(movedTo)]] : []))
    const after = new URLSearchParams([['gewist', whole ? 'alles' : 'deels'], ...elsewhere])
    return c.redirect(`${applicantPath(held.applicant)}?${after}`, 303)
  })

  /** For a page that shows it. */
  async function keptIn(c: Ctx): Promise<Kept | undefined> {
    const kept = await openedIn(c)
    if (kept) await note(c, { what: 'getoond', subjects: [kept.view.dossier.reference] })
    return kept
  }

  /** The caller notes what becomes of it, before anybody sees it. */
  async function openedIn(c: Ctx): Promise<Kept | undefined> {
    const dossier = await dossierIn(c)
    if (!dossier) return undefined
    await noteOpened(c, [dossier.reference])
    return keptOf(deps, c.var, dossier.reference)
  }

  /** The open part, of the coordinator's own network. */
  async function dossierOf(c: Ctx, reference: string) {
    if (readReference(reference) !== reference) return undefined
    const dossier = await dossiers.read(reference, now())
    return dossier?.network === c.var.network.slug ? dossier : undefined
  }
  const dossierIn = (c: Ctx) => dossierOf(c, c.req.param('reference') ?? '')

  /** Erased, or never there; another network's is never there. */
  async function gone(c: Ctx) {
    const reference = c.req.param('reference') ?? ''
    const erasure =
      readReference(reference) === reference
        ? await deps.personalData.erasure(c.var.network.slug, reference, now())
        : undefined
    if (!erasure) return nothing(c)
    const { content } = c.var
    return c.html(<ErasedPage {...frameOf(c, deps)} {...{ content, reference, erasure }} />)
  }

  /** Somebody may move it at the same moment: then it is moved and after that erased. False when it is not there. */
  async function eraseDossier(c: Ctx, reference: string): Promise<boolean> {
    return lookAgain(async () => {
      const dossier = await dossierOf(c, reference)
      if (!dossier) return false
      const { content, person } = c.var
      const service = serviceOf(dossier)
      const told = promise(...(service ? toldOfErasure(service, content, dossier, person.id) : []))
      return (await deps.personalData.eraseDossier(dossier, actOf(c, deps), told)) === 'erased' || undefined
    })
  }

  async function exportedAnswer(answer: KeptAnswer, content: NetworkContent) {
    const { id } = answer.invitee
    const address = (await deps.lists.addresses([id], now())).get(id)
    return exportOfAnswer(answer, { address, mails: await deps.dossierMails.list(id, now()), content, now: now() })
  }

  /** They, or who gets their seat, may change at the same moment. */
  const eraseAnswer = (c: Ctx, id: string) =>
    lookAgain(async () => {
      const invitee = await deps.invitees.read(id, now())
      const event = invitee && (await deps.events.read(invitee.activiteit))
      return !event || (await eraseInvitee(deps, { event, invitee }, actOf(c, deps))) === 'erased' || undefined
    }, inCrowd)

  /** Somebody may change the table at the same moment: they are forgotten after that. */
  const forget = (c: Ctx, seat: FoundSeat) =>
    lookAgain(async () => {
      const { network, content, person } = c.var
      const about = actOf(c, deps)
      return (await forgetSeat(deps, { network, content, person, seat, about })) !== 'changed' || undefined
    })

  /** By the address's HMAC per event: no index has an invitee's address. */
  async function answersOf(network: string, applicant: string): Promise<KeptAnswer[]> {
    const { addressKey } = await secrets()
    const own = (await deps.events.list()).filter((event) => event.network === network)
    const found = await Promise.all(
      own.map(async (event): Promise<KeptAnswer[]> => {
        const adres = applicantOnEvent(addressKey, event.slug, applicant)
        const invitee = await deps.invitees.find(event.slug, adres, now())
        return invitee ? [{ event, invitee }] : []
      }),
    )
    return found.flat()
  }

  async function heldIn(c: Ctx): Promise<Held> {
    const { slug } = c.var.network
    const applicant = c.req.param('applicant') ?? ''
    const found = await deps.personalData.find(slug, applicant, now())
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

  function download(c: Ctx, name: string, data: Record<string, unknown>) {
    c.header('Content-Disposition', `attachment; filename="${name}"`)
    const { name: networkName } = c.var.network
    return c.body(JSON.stringify({ netwerk: networkName, gemaaktOp: now().toISOString(), ...data }, null, 2), 200, {
      'Content-Type': 'application/json; charset=UTF-8',
    })
  }

  return routes
}

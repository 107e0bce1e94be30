/** Moves a request that came to the wrong door to another form, perhaps of another network; the applicant is told. */
import { Hono } from 'hono'
import { destinationsOf } from '../../../forms/index.ts'
import type { Service } from '../../../forms/kit/form.ts'
import { mayMoveOn } from '../../../forms/kit/lifecycle/allowed.ts'
import { withPhone } from '../../../forms/kit/lifecycle/corrected.ts'
import { type Dossier, shownRevision } from '../../../forms/kit/lifecycle/dossier.ts'
import { doneBy } from '../../../forms/kit/lifecycle/in-place.ts'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { type Relocated, relocate } from '../../../forms/kit/lifecycle/relocate.ts'
import { daysOf } from '../../../forms/kit/network-days.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import type { SummaryLine } from '../../../forms/kit/questions/summary.ts'
import { makeReference } from '../../../forms/kit/reference.ts'
import { goesAlong } from '../../shared/goes-along.ts'
import { moveToStore } from '../../shared/make-move.ts'
import { takeIn } from '../../shared/take-in.ts'
import { dossierRoute } from '../../shared/work-paths.ts'
import { actsAtOnceWords } from '../at-once.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { openAnswers, openPhone } from '../open-answers.ts'
import { AlongNote, alongWords } from '../overleg/along-words.tsx'
import { sealedNote } from '../sealed-note.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import type { OpenFile } from './access.ts'
import { changedMeanwhile, noRoomForReason } from './ask-page.tsx'
import type { Again, AtDesk, Desk } from './desk.tsx'
import { destinationKey, relocateAction, relocateLabel, relocatePage } from './relocate-page.ts'
import { stopsInWords } from './tasks-stop.ts'

export function relocateRoutes(deps: WorkspaceDeps, desk: Desk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()
  const path = `${dossierRoute}/${relocateAction}` as const
  const door = requirePerson(['coordinator'])
  const { now } = deps

  routes.get(path, door, async (c) => {
    const found = await desk.find(c)
    if (!found) return desk.notFound(c)
    return refusal(c, found, new Map()) ?? ask(c, found, new Map())
  })

  routes.post(path, door, async (c) => {
    const sent = await desk.sent(c, ({ service }, body) => {
      const page = relocatePage(destinationsOf(service))
      return fieldsOf(page, body, 'revision')
    })
    return 'answer' in sent ? sent.answer : desk.again(c, sent, take)
  })

  /** Undefined when somebody was first, between our reading and writing; perhaps a second press of this button. */
  async function take(c: AtDesk, found: OpenFile, typed: RawInput): Promise<Response | undefined> {
    if (isDone(found, typed)) return desk.done(c, 'verplaatst')
    const refused = refusal(c, found, typed)
    if (refused) return refused
    const { dossier } = found.file
    const stale = shownRevision(dossier, typed.get('revision')?.[0]) !== dossier.revision
    const destinations = destinationsOf(found.service)
    const { answers, errors } = parsePage(relocatePage(destinations), typed, {}, { criteria: [], now: now() })
    const target = destinations.find((service) => destinationKey(service) === answers.naar)
    if (stale || errors.length > 0 || !target)
      return ask(c, found, typed, stale ? { notice: changedMeanwhile } : { errors })
    switch (await move(c, found, target, String(answers.toelichting))) {
      case 'moved':
        return desk.done(c, 'verplaatst')
      case 'full':
        return ask(c, found, typed, { errors: [noRoomForReason] })
      case 'changed':
        return undefined
    }
  }

  async function move(c: AtDesk, found: OpenFile, target: Service, reason: string) {
    const { service, file } = found
    const { dossier, sealed } = file
    const at = now()
    await desk.noteConsultation(c, found)
    const { reference: before } = dossier
    const typed = sealed === undefined ? {} : await openAnswers(deps, service, { reference: before, sealed })
    const all = withPhone(typed, await openPhone(deps, dossier))
    const email = await deps.addresses.read(dossier.reference, at)
    const reference = makeReference(target.form.prefix, deps.random(10))
    const { content, person: by } = c.var
    const targetDays = daysOf(target.network, await deps.contents.of(target.network))
    const moving = { service, content, dossier, answers: all, email, target, targetDays }
    return store(c, relocate({ ...moving, reference, by, now: at }), {
      ...{ service, before: dossier, target, reason, now: at },
    })
  }

  /** The old dossier ends and the new one begins, each with the reason: both, or neither. */
  async function store(c: AtDesk, { old, new: submission, answers, beside }: Relocated, about: Relocating) {
    const { service, before, target, reason, now: at } = about
    const doer = doneBy(c.var.person, before)
    const network = c.var.network.slug
    const { reference, applicant } = before
    const note = (dossier: Pick<Dossier, 'network' | 'reference'>, text: string) =>
      sealedNote(deps, { dossier, ...doer, network, text, at })
    const taken = await takeIn(deps, { service: target, submission, answers, applicant, now: at })
    const carried = [reason, ...beside.map(inWords)].join('\n')
    const moving = { service, before, decision: old, by: doer.who, now: at, days: c.var.days }
    const { decision, writes } = await goesAlong(deps, moving)
    return deps.dossiers.relocate(
      moveToStore(deps, {
        ...{ service, before, decision, now: at, note: await note(before, reason) },
        audit: { ...doer, what: 'verplaatst', related: taken.dossier.reference },
      }),
      {
        ...taken,
        audit: { ...doer, what: 'overgenomen', network, related: reference },
        note: await note(taken.dossier, carried),
      },
      writes,
    )
  }

  function refusal(c: AtDesk, found: OpenFile, typed: RawInput) {
    const { service, file } = found
    const { dossier } = file
    const destinations = destinationsOf(service)
    if (destinations.length > 0 && mayMoveOn(service, dossier, c.var.person)) return undefined
    const reason = dossier.suspect
      ? 'Kijk eerst na of dit een echte aanvraag is. Daarna kunt u ze verplaatsen.'
      : `Dit dossier is nu “${stateOf(service.form.lifecycle, dossier.state).label}”. “${relocateLabel}” kan dan niet.`
    return desk.refuse(c, found, { page: relocatePage(destinations), typed, reason })
  }

  async function ask(c: AtDesk, found: OpenFile, typed: RawInput, again: Again = {}) {
    const along = await alongWords(deps, found.service, found.file.dossier, 'moves on')
    const stops = stopsInWords(found.service, found.file.dossier, 'ends')
    return desk.ask(c, found, {
      ...{ page: relocatePage(destinationsOf(found.service)), typed, ...again },
      button: 'Verplaats',
      intro: (
        <>
          <p class="lead">
            Vraag het eerst aan de aanvrager. Alleen wat beide formulieren vragen, gaat mee. Daarna sluit dit dossier,
            en u kunt het niet heropenen. {actsAtOnceWords}{' '}
            {found.file.dossier.applicant
              ? 'De aanvrager krijgt een nieuwe bevestiging.'
              : 'Er is geen e-mailadres: het andere team belt de aanvrager.'}
          </p>
          {stops && <p data-taken-stoppen>{stops}</p>}
          <AlongNote along={along} />
        </>
      ),
    })
  }

  return routes
}

interface Relocating {
  service: Service
  before: Dossier
  target: Service
  /** As typed. */
  reason: string
  now: Date
}

/** The last thing that was done is this very move, from the page they look at. */
const isDone = ({ file: { dossier } }: OpenFile, typed: RawInput): boolean =>
  dossier.movedTo !== undefined &&
  typed.get('naar')?.[0] === `${dossier.movedTo.network}/${dossier.movedTo.form}` &&
  shownRevision(dossier, typed.get('revision')?.[0]) === dossier.revision - 1

const inWords = ({ label, text }: SummaryLine): string => `${label} ${text.join('; ')}`

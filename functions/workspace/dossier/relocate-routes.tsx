/** Moves a request that came to the wrong door to another form, perhaps of another network; the applicant is told. */
import { Hono } from 'hono'
import { destinationsOf } from '../../../forms/index.ts'
import type { Service } from '../../../forms/kit/form.ts'
import { type Dossier, shownRevision } from '../../../forms/kit/lifecycle/dossier.ts'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { mayMoveOn, relocate } from '../../../forms/kit/lifecycle/relocate.ts'
import type { Answers, RawInput } from '../../../forms/kit/questions/answers.ts'
import { fieldsOf, parsePage } from '../../../forms/kit/questions/parse.ts'
import type { SummaryLine } from '../../../forms/kit/questions/summary.ts'
import { makeReference } from '../../../forms/kit/reference.ts'
import { answersByTodaysNames } from '../../../forms/todays-names.ts'
import { pickFields, readBody } from '../../shared/web/body.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { dossierRoute } from '../paths.ts'
import { actOf, frameOf } from '../request.ts'
import { sealedNote } from '../sealed-note.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import { takeIn } from '../take-in.ts'
import type { OpenFile } from './access.ts'
import { changedMeanwhile, noRoomForReason } from './ask-page.tsx'
import type { Again, AtDesk, Desk } from './desk.tsx'
import { RefusedPage } from './messages.tsx'
import { destinationKey, relocateAction, relocateLabel, relocatePage } from './relocate-page.ts'

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
    const body = await readBody(c)
    if (!body) return desk.unreadable(c)
    const found = await desk.find(c)
    if (!found) return desk.notFound(c, body)
    const page = relocatePage(destinationsOf(found.service))
    const typed = pickFields(body, new Map([...fieldsOf(page, body), ['revision', false]]))
    if (!typed) return desk.unreadable(c)
    if (isDone(found, typed)) return desk.done(c, 'verplaatst')
    const refused = refusal(c, found, typed)
    if (refused) return refused
    const { dossier } = found.file
    if (shownRevision(dossier, typed.get('revision')?.[0]) !== dossier.revision)
      return ask(c, found, typed, { notice: changedMeanwhile })
    const { answers, errors } = parsePage(page, typed, {}, { criteria: [], now: now() })
    const target = destinationsOf(found.service).find((service) => destinationKey(service) === answers.naar)
    if (errors.length > 0 || !target) return ask(c, found, typed, { errors })

    switch (await move(c, found, target, String(answers.toelichting))) {
      case 'moved':
        return desk.done(c, 'verplaatst')
      case 'full':
        return ask(c, found, typed, { errors: [noRoomForReason] })
      case 'changed': {
        // Somebody was first, between our reading and writing; perhaps a second press of this button.
        const later = await desk.find(c)
        if (!later) return desk.notFound(c, body)
        if (isDone(later, typed)) return desk.done(c, 'verplaatst')
        return refusal(c, later, typed) ?? ask(c, later, typed, { notice: changedMeanwhile })
      }
    }
  })

  async function move(c: AtDesk, { service, file }: OpenFile, target: Service, reason: string) {
    const { dossier, sealed } = file
    const { network, who, auditId, now: at, auditDays } = actOf(c, deps)
    await desk.noteConsultation(c)
    const stored: Answers = sealed === undefined ? {} : await deps.unseal(dossier.reference, sealed)
    const all = answersByTodaysNames(service, stored)
    const email = await deps.addresses.read(dossier.reference, at)
    const reference = makeReference(target.form.prefix, deps.random(10))
    const moved = relocate({ service, dossier, answers: all, email, target, reference, now: at })
    const { old, answers } = moved
    const note = (of: Pick<Dossier, 'network' | 'reference'>, text: string) =>
      sealedNote(deps, { dossier: of, who, network, text, at })
    return deps.dossiers.relocate(
      {
        before: dossier,
        after: old.dossier,
        mails: old.mails,
        note: await note(dossier, reason),
        audit: { who, what: 'verplaatst', related: reference },
        auditId,
        now: at,
        auditDays,
      },
      {
        ...(await takeIn(deps, {
          service: target,
          submission: moved.new,
          answers,
          applicant: dossier.applicant,
          audit: { who, what: 'overgenomen', network, related: dossier.reference },
          now: at,
        })),
        note: await note(
          { network: target.network.slug, reference },
          [reason, ...moved.beside.map(inWords)].join('\n'),
        ),
      },
    )
  }

  function refusal(c: AtDesk, { service, file: { dossier } }: OpenFile, typed: RawInput) {
    const destinations = destinationsOf(service)
    if (destinations.length > 0 && mayMoveOn(service, dossier, c.var.person)) return undefined
    const reason = dossier.suspect
      ? 'Kijk eerst na of dit een echte aanvraag is. Daarna kunt u ze verplaatsen.'
      : `Dit dossier is nu “${stateOf(service.form.verloop, dossier.state).naam}”. “${relocateLabel}” kan dan niet.`
    const about = { reference: dossier.reference, page: relocatePage(destinations), typed, reason }
    return c.html(<RefusedPage {...frameOf(c, deps)} {...about} />, 409)
  }

  const ask = (c: AtDesk, found: OpenFile, typed: RawInput, again: Again = {}) =>
    desk.ask(c, found, {
      ...{ page: relocatePage(destinationsOf(found.service)), typed, ...again },
      button: 'Verplaats',
      intro: (
        <p class="lead">
          Vraag het eerst aan de aanvrager. Alleen wat beide formulieren vragen, gaat mee. Daarna sluit dit dossier, en
          u kunt het niet heropenen.{' '}
          {found.file.dossier.applicant
            ? 'De aanvrager krijgt een nieuwe bevestiging.'
            : 'Er is geen e-mailadres: het andere team belt de aanvrager.'}
        </p>
      ),
    })

  return routes
}

/** The last thing that was done is this very move, from the page they look at. */
const isDone = ({ file: { dossier } }: OpenFile, typed: RawInput): boolean =>
  dossier.movedTo !== undefined &&
  typed.get('naar')?.[0] === `${dossier.movedTo.network}/${dossier.movedTo.form}` &&
  shownRevision(dossier, typed.get('revision')?.[0]) === dossier.revision - 1

const inWords = ({ label, text }: SummaryLine): string => `${label} ${text.join('; ')}`

/** One dossier: who it is about, where it stands, what to do next; then everything that is known and was done. */
import type { FC } from 'hono/jsx'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { isClosed, type Lifecycle, type Move, stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { isLate, listedOn } from '../../../forms/kit/lifecycle/listed-day.ts'
import { nextInWords } from '../../../forms/kit/lifecycle/next-in-words.ts'
import { callInWords } from '../../../forms/kit/lifecycle/service-stops.ts'
import { wordsNow } from '../../../forms/kit/lifecycle/status.ts'
import { actsAtOnce } from '../../../forms/kit/lifecycle/undo.ts'
import { inList } from '../../../forms/kit/questions/summary.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { brusselsDate, dateInWords, dayInWords, timeInWords } from '../../../forms/kit/time.ts'
import { dossierPath } from '../../shared/work-paths.ts'
import { type WorkFrame, WorkPage } from '../frame.tsx'
import { AnswersPart, CriteriaPart } from './answers-part.tsx'
import { CallService } from './call-service.tsx'
import { ContactPart } from './contact-part.tsx'
import { HistoryPart } from './history-part.tsx'
import { InPlaceNote } from './in-place-note.tsx'
import { MailsPart } from './mails-part.tsx'
import { MarksPart } from './marks-part.tsx'
import { OpenQuestion } from './open-question.tsx'
import { OverlegPart, overlegStepOf } from './overleg-part.tsx'
import { PlanPart } from './plan-part.tsx'
import { planStepOf } from './plan-step.ts'
import { RelatedPart } from './related-part.tsx'
import { relocateLabel, relocatePath } from './relocate-page.ts'
import { TemplatePart } from './template-part.tsx'
import { UndoNote } from './undo-note.tsx'
import { UrgentCall } from './urgent-call.tsx'
import type { DossierView } from './view.ts'
import { nameOf, offerInWords } from './words.ts'

interface DossierPageProps extends WorkFrame {
  view: DossierView
  /** What was just done. */
  message?: string | undefined
  /** A fresh one-time id per form that adds something. */
  onceIds: { contact: string; note: string }
}

export const DossierPage: FC<DossierPageProps> = ({ view, message, onceIds, ...frame }) => {
  const { service, dossier } = view
  const { form } = service
  const step = overlegStepOf(view)
  const release = view.moves.find(({ forSuspect }) => forSuspect)
  const planStep = planStepOf(view)
  // What waits longest leads on: a plan comes of an overleg.
  const forward = [planStep, step].find((one) => one?.leadsOn)
  return (
    <WorkPage {...frame} title={`${dossier.reference} · ${form.name}`} here="aanvragen">
      {message && (
        <div class="done" role="status">
          <p>{message}</p>
        </div>
      )}
      {view.undo && <UndoNote {...{ service, reference: dossier.reference }} {...view.undo} />}
      <p class="eyebrow">{form.name}</p>
      <h1 class="reference" data-reference={dossier.reference}>
        {dossier.reference}
      </h1>
      <About view={view} />
      <Tags view={view} />
      <InPlaceNote person={frame.person} dossier={dossier} />
      <MarksPart view={view} release={release} />
      <UrgentCall view={view} />
      <CallClient view={view} />
      <CallService view={view} />
      <OpenQuestion view={view} />
      <Facts view={view} />
      <Actions view={view} step={forward} release={release} />
      {step && <OverlegPart view={view} step={step} />}
      {view.plan && <PlanPart view={view} shown={view.plan} step={planStep} />}
      {view.mayMoveOn && (
        <p>
          Hoort dit bij een ander team? <a href={relocatePath(dossier.reference)}>{relocateLabel}</a>
        </p>
      )}
      <nav class="jump" aria-label="Op deze pagina">
        {parts.map(([id, text]) => (
          <a href={`#${id}`}>{text}</a>
        ))}
      </nav>
      <div class="case">
        <div class="case-main" id="antwoorden">
          <AnswersPart view={view} />
        </div>
        <div class="case-side">
          <CriteriaPart view={view} />
          <ContactPart view={view} onceIds={onceIds} />
          <TemplatePart view={view} />
          <MailsPart view={view} />
          <RelatedPart view={view} />
          <HistoryPart view={view} />
        </div>
      </div>
    </WorkPage>
  )
}

const parts = [
  ['antwoorden', 'Antwoorden'],
  ['contact', 'Contact en notities'],
  ['mails', 'Mails'],
  ['verwant', 'Zelfde gezin'],
  ['geschiedenis', 'Geschiedenis'],
] as const

/** "Over D-2041, CAW Voorbeeld, 9300": what the list shows too. */
const About: FC<{ view: DossierView }> = ({ view: { service, answers } }) => {
  if (!answers) return null
  const questions = service.pages.flatMap((page) => page.questions)
  const listed = (column: string) => {
    const question = questions.find((one) => one.listed === column)
    return question && inList(question, answers)
  }
  const [about, ...rest] = ['over', 'organisatie', 'gemeente'].map(listed)
  return (
    <p class="lead">
      {about && (
        <>
          Over{' '}
          <b>
            <bdi>{about}</bdi>
          </b>
        </>
      )}
      {rest.filter(Boolean).map((text) => (
        <>
          {' · '}
          <bdi>{text}</bdi>
        </>
      ))}
    </p>
  )
}

const Tags: FC<{ view: DossierView }> = ({ view: { service, dossier, now } }) => {
  const { lifecycle } = service.form
  const { label, closed, verouderd } = stateOf(lifecycle, dossier.state)
  return (
    <p class="row tags" data-stand={dossier.state}>
      <span class={closed ? 'tag ok' : 'tag'}>{label}</span>
      {(verouderd || service.verouderd) && <span class="tag wait">verouderd</span>}
      {isLate(dossier, brusselsDate(now)) && <span class="tag late">te laat</span>}
      {dossier.outcome === 'twijfel' && <span class="tag wait">twijfel</span>}
      {dossier.suspect && <span class="tag late">verdacht: ingevuld door een machine?</span>}
    </p>
  )
}

/** The applicant's service left: nothing stops until the client was called. */
const CallClient: FC<{ view: DossierView }> = ({ view: { service, dossier } }) =>
  dossier.callClient === undefined ? null : (
    <div class="note" data-bel-de-client>
      <p>
        <b>{`${capitalised(callInWords(service.form))}.`}</b>
        {` De dienst van de aanvrager doet niet meer mee, sinds ${dateInWords(dossier.callClient)}. De ${service.form.noun} loopt door.`}
      </p>
    </div>
  )

const Facts: FC<{ view: DossierView }> = ({ view }) => {
  const { service, content, dossier, answers, now } = view
  const { network, form } = service
  const received = new Date(dossier.receivedAt)
  const on = listedOn(dossier)
  const next = [nextInWords(form, dossier, content), on && dateInWords(on)].filter(Boolean).join(', tegen ')
  const facts: [string, string | undefined][] = [
    ['Volgende stap', next || undefined],
    [
      'Bij wie',
      dossier.holder
        ? nameOf(content, dossier.holder)
        : isClosed(form.lifecycle, dossier.state)
          ? undefined
          : 'Nog niemand',
    ],
    ['Ontvangen', `${dayInWords(received)} om ${timeInWords(received)}`],
    ['Antwoord vóór', dateInWords(dossier.answerBefore)],
    ['Doorverwezen naar', dossier.referral && offerInWords(content, dossier.referral.aanbod)],
    [
      'Is de cliënt er geraakt?',
      dossier.referral &&
        (dossier.referral.arrived ? 'Ja' : `We vragen het op ${dateInWords(dossier.referral.checkOn)}`),
    ],
    ['Verplaatst naar', dossier.movedTo && `${dossier.movedTo.name}, ${dossier.movedTo.reference}`],
    ['De aanvrager leest', wordsNow(service, content, dossier, now).join(network.phone)],
    ['Wordt gewist op', dossier.ttl === undefined ? undefined : dayInWords(new Date(dossier.ttl * 1000))],
    ['Antwoorden', answers ? undefined : 'Gewist'],
  ]
  return (
    <dl class="case-facts">
      {facts.map(([name, text]) =>
        text === undefined ? null : (
          <div>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

interface ActionsProps {
  view: DossierView
  /** Where the overleg or the plan leads on. */
  step: { label: string; path: string } | undefined
  /** Of a suspect nothing goes on before this, and it stands in the head. */
  release: Move | undefined
}

/**
 * Every move of the table that this person can make now, the way forward first; one that asks something opens a small page.
 * Where no move leads on, the overleg or its plan does.
 */
const Actions: FC<ActionsProps> = ({ view: { service, dossier, moves: all }, step, release }) => {
  const moves = all.filter((move) => move !== release)
  const forward = release ? undefined : wayForward(service.form.lifecycle, dossier.state, moves)
  const inOrder = forward ? [forward, ...moves.filter((move) => move !== forward)] : moves
  return (
    <section class="actions" aria-labelledby="doen">
      <h2 id="doen">Wat doet u nu?</h2>
      {step && !forward && !release && (
        <p class="row">
          <a class="btn" href={step.path} data-next>
            {step.label}
          </a>
        </p>
      )}
      {moves.length === 0 ? (
        <p>Met dit dossier kunt u niets meer doen.</p>
      ) : (
        <div class="row">
          {inOrder.map((move) => (
            <Action
              dossier={dossier}
              move={move}
              asksFirst={(move.asks?.length ?? 0) > 0 || actsAtOnce(service, dossier, move)}
              look={move === forward ? 'btn' : 'btn plain'}
              next={move === forward || undefined}
            />
          ))}
        </div>
      )}
    </section>
  )
}

interface ActionProps {
  dossier: Dossier
  move: Move
  /** It opens a small page: it asks something, or cannot be taken back. */
  asksFirst: boolean
  look: string
  /** Set where it is what goes on. */
  next: true | undefined
}

const Action: FC<ActionProps> = ({ dossier, move: { action, label }, asksFirst, look, next }) => {
  const path = `${dossierPath(dossier.reference)}/${action}`
  return asksFirst ? (
    <a class={look} href={path} data-next={next}>
      {label}
    </a>
  ) : (
    <form method="post" action={path}>
      <input type="hidden" name="revision" value={String(dossier.revision)} />
      <input type="hidden" name="bij" value={dossier.holder ?? ''} />
      <button class={look} data-next={next}>
        {label}
      </button>
    </form>
  )
}

/** The step a form's road leads to from here: states are listed along it. A form nobody is assigned to ends with an answer. */
function wayForward({ states, assigned }: Lifecycle, state: string, moves: readonly Move[]): Move | undefined {
  const position = (name: string) => states.findIndex((one) => one.name === name)
  const leadsOn = ({ to }: Move) => {
    if (typeof to !== 'string') return ['resume', 'chosen'].includes(to.special)
    return position(to) > position(state) && !(assigned && states[position(to)]?.closed) && !states[position(to)]?.waits
  }
  const { forward } = stateOf({ states }, state)
  return moves.find(({ action }) => action === forward) ?? moves.find(leadsOn)
}

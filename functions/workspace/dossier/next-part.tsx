/** What to do now with a dossier: the next step filled, the likeliest others beside it, the rest folded, what erases apart. */
import type { FC } from 'hono/jsx'
import { type Lifecycle, type Move, stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { actsAtOnce } from '../../../forms/kit/lifecycle/undo.ts'
import { dossierPath, newCasusPath, paperPath } from '../../shared/work-paths.ts'
import { stepInWords } from '../where-it-stands.ts'
import { relocateLabel, relocatePath } from './relocate-page.ts'
import { stopsInWords } from './tasks-stop.ts'
import type { DossierView } from './view.ts'
import { introOf } from './words.ts'

interface NextPartProps {
  view: DossierView
  /** Where the overleg or the plan leads on. */
  step: { label: string; path: string } | undefined
  /** Of a suspect nothing goes on before this, and it stands in the head. */
  release: Move | undefined
}

/** Beside the next step: more of them is a choice that nobody makes at a glance. */
const mostBeside = 3

export const NextPart: FC<NextPartProps> = ({ view, step, release }) => {
  const { service, dossier } = view
  const moves = view.moves.filter((move) => move !== release)
  const forward = release ? undefined : wayForward(service.form.lifecycle, dossier.state, moves)
  const others = moves.filter((move) => move !== forward)
  const erasing = others.filter(({ erases }) => erases)
  const likely = others.filter((move) => !move.erases && isLikely(move, dossier.state))
  const beside = likely.slice(0, mostBeside)
  const rest = others.filter((move) => !move.erases && !beside.includes(move))
  return (
    <section class="lw-block lw-do" aria-labelledby="doen">
      <h2 id="doen" class="hidden-visually">
        Wat doet u nu?
      </h2>
      <NextInWords view={view} />
      {view.moves.length === 0 && <p>Met dit dossier kunt u niets meer doen.</p>}
      <div class="row">
        {forward && <Action view={view} move={forward} look="btn" next />}
        {step && !forward && !release && (
          <a class="btn" href={step.path} data-next>
            {step.label}
          </a>
        )}
        {beside.map((move) => (
          <Action view={view} move={move} look="btn plain" />
        ))}
        <details class="lw-meer">
          <summary>Meer</summary>
          <ul class="lw-plain">
            {rest.map((move) => (
              <li>
                <Action view={view} move={move} look={undefined} />
              </li>
            ))}
            <Elsewhere view={view} />
          </ul>
          {erasing.length > 0 && (
            <div class="lw-danger">
              {erasing.map((move) => (
                <div>
                  <Action view={view} move={move} look="btn warn slim" />
                  <span>{introOf(service, dossier, move)}</span>
                </div>
              ))}
            </div>
          )}
        </details>
      </div>
    </section>
  )
}

const NextInWords: FC<{ view: DossierView }> = ({ view: { service, content, dossier } }) => {
  const next = stepInWords(service.form, dossier, content)
  return next === undefined ? null : (
    <p>
      Volgende stap: <b>{next}</b>.
    </p>
  )
}

/** What can be done with it beside its moves. */
const Elsewhere: FC<{ view: DossierView }> = ({ view: { dossier, person, mayMoveOn, withdrawn } }) => (
  <>
    {mayMoveOn && (
      <li>
        <a href={relocatePath(dossier.reference)}>{relocateLabel}</a>
      </li>
    )}
    <li>
      <a href={`${dossierPath(dossier.reference)}/verwant`}>Verbind met een ander dossier van dit gezin</a>
    </li>
    {!withdrawn && (
      <li>
        <a href={paperPath(dossier.reference)}>Druk af</a>
      </li>
    )}
    {person.role === 'coordinator' && (
      <li>
        <a href={newCasusPath(dossier.reference)}>Schrijf een casus</a>
      </li>
    )}
  </>
)

interface ActionProps {
  view: DossierView
  move: Move
  /** Without one it is a link among links. */
  look: string | undefined
  /** It is what goes on. */
  next?: true
}

const Action: FC<ActionProps> = ({ view: { service, dossier }, move, look, next }) => {
  const { action, label, asks = [] } = move
  const path = `${dossierPath(dossier.reference)}/${action}`
  // It opens a small page: it asks something, cannot be taken back, or stops what people are to do.
  const stops = stopsInWords(service, dossier, move) !== undefined
  return asks.length > 0 || stops || actsAtOnce(service, dossier, move) ? (
    <a class={look} href={path} data-next={next}>
      {label}
    </a>
  ) : (
    <form method="post" action={path}>
      <input type="hidden" name="revision" value={String(dossier.revision)} />
      <input type="hidden" name="bij" value={dossier.holder ?? ''} />
      <button class={look ?? 'link'} data-next={next}>
        {label}
      </button>
    </form>
  )
}

/** It brings the dossier somewhere, or says that a call was made that it waits for. */
const isLikely = ({ to, givesBack, callsClient, callsService, arrived }: Move, state: string): boolean =>
  callsClient !== undefined ||
  callsService !== undefined ||
  arrived !== undefined ||
  (!givesBack && (typeof to === 'string' ? to !== state : to.special === 'resume'))

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

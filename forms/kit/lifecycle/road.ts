/**
 * A lifecycle for forms whose road is a row of steps: somebody gets the request, takes it from one step to the next, and
 * closes it. A form with a road of its own writes the table itself (forms/lco-lifecycle.ts, forms/ota-lifecycle.ts).
 */
import type { Role } from '../content-schema.ts'
import { capitalised } from '../text.ts'
import { assigning, commonMoves, commonStates, givingBack } from './common-moves.ts'
import type { Lifecycle, Move, State } from './lifecycle.ts'

/** One step after the request has somebody. */
interface Step extends Omit<State, 'label'> {
  /** On the button that goes there. */
  button: string
  /** Asks a date when going there, "Wanneer is het bezoek?", on which the step is done or looked at again. */
  dateQuestion?: string
}

interface Road {
  /** Who does it: "een ankerfiguur". */
  who: string
  role: Role
  /** What the applicant reads once somebody has it, and what that person does then. */
  assigned: Pick<State, 'statusText' | 'next'>
  steps: readonly Step[]
  inquiry: string
}

/** Working days within which whoever gets a request makes the first step. */
const firstStepDays = 5

export function road({ who, role, assigned, steps, inquiry }: Road): Lifecycle {
  const { ingediend, wacht, teAdviseren, afgesloten, advies, doorverwezen, verplaatst, ingetrokken } = commonStates
  const held: State = {
    ...{ name: 'toegewezen', label: 'toegewezen', within: firstStepDays, promises: true, ...assigned },
    counted: { as: capitalised(who) },
  }
  const states: readonly State[] = [
    ...[ingediend, wacht, teAdviseren, held],
    ...steps.map(({ button: _, dateQuestion: _2, ...state }) => ({ label: state.name.replaceAll('_', ' '), ...state })),
    ...[afgesloten, advies, doorverwezen, verplaatst, ingetrokken],
  ]
  const inHand = [held, ...steps].map(({ name }) => name)
  const hasSomebody = [teAdviseren.name, ...inHand]
  const byCoordinator = { ...assigning, by: ['coordinator'] } as const
  const moves: readonly Move[] = [
    { ...byCoordinator, label: `Wijs ${who} toe`, from: [ingediend.name], to: held.name },
    {
      ...byCoordinator,
      action: 'andere_persoon',
      label: 'Kies iemand anders',
      done: 'Aan iemand anders gegeven',
      from: hasSomebody,
      to: { special: 'same' },
    },
    ...steps.map(
      ({ name, button, dateQuestion }, index): Move => ({
        action: name,
        label: button,
        // A step with a date can get another one.
        from: inHand.slice(index, dateQuestion ? index + 2 : index + 1),
        to: name,
        by: ['coordinator', role],
        ...(dateQuestion ? { asks: ['datum'], words: { datum: { label: dateQuestion } } } : {}),
        // Without a date of its own, after a step with one: that has happened.
        ...(!dateQuestion && steps[index - 1]?.dateQuestion ? { afterItsDay: true } : {}),
        tells: ['aanvrager'],
      }),
    ),
    { ...givingBack, from: [...hasSomebody, wacht.name], to: ingediend.name, by: ['coordinator', role] },
    ...commonMoves(states, { advice: [ingediend.name, held.name, wacht.name], called: 'De cliënt' }),
  ]
  return { states, assigned: held.name, inquiry, moves }
}

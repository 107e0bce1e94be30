/**
 * A lifecycle for forms whose road is a row of steps: somebody gets the request, takes it from one step to the next, and
 * closes it. A form with a road of its own writes the table itself (forms/lco-verloop.ts, forms/ota-verloop.ts).
 */
import type { Role } from '../network.ts'
import { assigning, commonMoves, commonStates, givingBack } from './common-moves.ts'
import type { Lifecycle, Move, State } from './lifecycle.ts'

/** One step after the request has somebody. */
interface Step extends Omit<State, 'naam'> {
  /** On the button that goes there. */
  knop: string
  /** Asks a date when going there, "Wanneer is het bezoek?", on which the step is done or looked at again. */
  vraagDatum?: string
}

interface Road {
  /** Who does it: "een ankerfiguur". */
  wie: string
  rol: Role
  /** What the applicant reads once somebody has it, and what that person does then. */
  toegewezen: Pick<State, 'tekst' | 'volgende'>
  stappen: readonly Step[]
  navraag: string
}

/** Working days within which whoever gets a request makes the first step. */
const firstStepDays = 5

export function road({ wie, rol, toegewezen, stappen, navraag }: Road): Lifecycle {
  const { ingediend, wacht, afgesloten, advies, doorverwezen, verplaatst, ingetrokken } = commonStates
  const held: State = { name: 'toegewezen', naam: 'toegewezen', binnen: firstStepDays, ...toegewezen }
  const states: readonly State[] = [
    ...[ingediend, wacht, held],
    ...stappen.map(({ knop: _, vraagDatum: _2, ...state }) => ({ naam: state.name.replaceAll('_', ' '), ...state })),
    ...[afgesloten, advies, doorverwezen, verplaatst, ingetrokken],
  ]
  const inHand = [held, ...stappen].map(({ name }) => name)
  const byCoordinator = { ...assigning, by: ['coordinator'] } as const
  const moves: readonly Move[] = [
    { ...byCoordinator, label: `Wijs ${wie} toe`, from: [ingediend.name], to: held.name },
    {
      ...byCoordinator,
      action: 'andere_persoon',
      label: 'Kies iemand anders',
      gedaan: 'Aan iemand anders gegeven',
      from: inHand,
      to: { special: 'same' },
    },
    ...stappen.map(
      ({ name, knop, vraagDatum }, index): Move => ({
        action: name,
        label: knop,
        // A step with a date can get another one.
        from: inHand.slice(index, vraagDatum ? index + 2 : index + 1),
        to: name,
        by: ['coordinator', rol],
        ...(vraagDatum ? { asks: ['datum'], words: { datum: { label: vraagDatum } } } : {}),
        meldt: ['aanvrager'],
      }),
    ),
    { ...givingBack, from: [...inHand, wacht.name], to: ingediend.name, by: ['coordinator', rol] },
    ...commonMoves(states, { advies: [ingediend.name, held.name, wacht.name] }),
  ]
  return { states, toegewezen: held.name, navraag, moves }
}

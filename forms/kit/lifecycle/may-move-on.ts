/** Whether a request can go on as a dossier of another form, and what that is called: apart from moving it, which a page that offers it does not load. */
import type { Person } from '../content.ts'
import type { Service } from '../form.ts'
import type { Dossier } from './dossier.ts'
import { stateOf } from './lifecycle.ts'

/** Whether it can go on as a dossier of another form: while it is open, and a person or surely no machine sent it. */
export const mayMoveOn = ({ form }: Service, { state, suspect }: Dossier, by: Person): boolean =>
  by.role === 'coordinator' &&
  !suspect &&
  !stateOf(form.lifecycle, state).closed &&
  form.lifecycle.states.some(({ movedAway }) => movedAway)

/** "Vraag van LCO Aalst" */
export const destinationName = ({ form, network }: Service): string => `${form.name} van ${network.name}`

/** What stands in for a form that nobody knows any more: its dossiers are shown, and can be moved or closed. */
import type { Form } from '../form.ts'
import { commonMoves, commonStates } from './common-moves.ts'

const states = Object.values(commonStates)

export const oldForm = (slug: string): Form => ({
  slug,
  prefix: '',
  name: slug,
  noun: 'aanvraag',
  subject: 'hulp of advies',
  short: 'deze hulp',
  pages: [],
  lifecycle: { states, moves: commonMoves(states), inquiry: 'Is uw cliënt daar geraakt?' },
  discretion: 'Stuur geen gegevens over uw cliënt per mail.',
  stopping: 'Uw cliënt mag altijd stoppen. U hoeft geen reden te geven.',
  triage: 'Open de aanvraag, en verplaats ze of sluit ze af.',
  afterwards: [],
})

/** What stands in for a form that nobody knows any more: its dossiers are shown, and can be moved or closed. */
import type { Form } from '../form.ts'
import { commonMoves, commonStates } from './common-moves.ts'

const states = Object.values(commonStates)

export const oldForm = (slug: string): Form => ({
  slug,
  prefix: '',
  naam: slug,
  zelfstandigNaamwoord: 'aanvraag',
  onderwerp: 'hulp of advies',
  kort: 'deze hulp',
  pages: [],
  verloop: { states, moves: commonMoves(states), navraag: 'Is uw cliënt daar geraakt?' },
  discretie: 'Stuur geen gegevens over uw cliënt per mail.',
  stoppen: 'Uw cliënt mag altijd stoppen. U hoeft geen reden te geven.',
  triage: 'Open de aanvraag, en verplaats ze of sluit ze af.',
  hierna: [],
})

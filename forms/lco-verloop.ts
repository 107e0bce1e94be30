/** What happens to an LCO aanvraag: from the request to the meeting, the plan and its follow-up (docs/domain.md §4). */
import { assigning, commonMoves, commonStates, givingBack } from './kit/lifecycle/common-moves.ts'
import type { Lifecycle, State } from './kit/lifecycle/lifecycle.ts'

const { ingediend, wacht, advies, afgesloten, doorverwezen, verplaatst, ingetrokken } = commonStates

const toegewezen: State = {
  name: 'toegewezen',
  naam: 'toegewezen',
  tekst: '{behandelaar} volgt uw {aanvraag} op en belt u.',
  volgende: 'bel de aanvrager en plan het overleg',
  binnen: 2,
}
const gepland: State = {
  name: 'overleg_gepland',
  naam: 'overleg gepland',
  tekst: 'Het overleg is gepland op {datum}. {behandelaar} nodigt iedereen uit.',
  volgende: 'hou het overleg',
}
const gehouden: State = {
  name: 'overleg_gehouden',
  naam: 'overleg gehouden',
  tekst: 'Het overleg is gehouden. De casemanager schrijft het plan.',
  volgende: 'schrijf het plan',
  binnen: 5,
}
const opvolging: State = {
  name: 'in_opvolging',
  naam: 'in opvolging',
  tekst: 'Het plan loopt. De casemanager volgt de afspraken op.',
  volgende: 'evalueer het plan',
  herinnert: 'Vandaag, {datum}, is de evaluatie van dit plan afgesproken.',
}

const states: readonly State[] = [
  ingediend,
  wacht,
  toegewezen,
  gepland,
  gehouden,
  opvolging,
  afgesloten,
  advies,
  doorverwezen,
  verplaatst,
  ingetrokken,
]
const held = [toegewezen, gepland, gehouden, opvolging].map(({ name }) => name)

export const lcoVerloop: Lifecycle = {
  states,
  toegewezen: toegewezen.name,
  navraag: 'Is uw cliënt daar geraakt?',
  moves: [
    {
      ...assigning,
      label: 'Wijs een casemanager toe',
      from: [ingediend.name],
      to: toegewezen.name,
      by: ['coordinator'],
    },
    {
      // Waiting before anybody held it: whoever gets it calls the applicant.
      ...assigning,
      label: 'Wijs een casemanager toe',
      from: [wacht.name],
      to: toegewezen.name,
      by: ['coordinator'],
      houder: 'niemand',
    },
    {
      action: 'andere_casemanager',
      label: 'Kies een andere casemanager',
      gedaan: 'Aan iemand anders gegeven',
      from: [...held, wacht.name],
      to: { special: 'same' },
      by: ['coordinator'],
      houder: 'iemand',
      asks: ['persoon'],
      meldt: ['aanvrager', 'behandelaar'],
    },
    {
      action: 'overleg_plannen',
      label: 'Plan het overleg',
      gedaan: 'Overleg gepland',
      from: [toegewezen.name],
      to: gepland.name,
      by: ['coordinator', 'casemanager'],
      asks: ['datum'],
      words: { datum: { label: 'Wanneer is het overleg?' } },
      meldt: ['aanvrager'],
    },
    {
      action: 'overleg_verzetten',
      label: 'Verzet het overleg',
      gedaan: 'Overleg verzet',
      from: [gepland.name],
      to: { special: 'same' },
      by: ['coordinator', 'casemanager'],
      asks: ['datum'],
      words: { datum: { label: 'Wanneer is het overleg nu?' } },
      meldt: ['aanvrager'],
    },
    {
      action: 'overleg_afgelast',
      label: 'Het overleg gaat niet door',
      from: [gepland.name],
      to: toegewezen.name,
      by: ['coordinator', 'casemanager'],
      meldt: ['aanvrager'],
    },
    {
      action: 'overleg_gehouden',
      label: 'Het overleg is gehouden',
      from: [gepland.name],
      to: gehouden.name,
      by: ['coordinator', 'casemanager'],
    },
    {
      action: 'opvolgen',
      label: 'Het plan loopt',
      from: [gehouden.name, opvolging.name],
      to: opvolging.name,
      by: ['coordinator', 'casemanager'],
      asks: ['datum'],
      words: { datum: { label: 'Wanneer evalueert u het plan?' } },
    },
    {
      action: 'opnieuw_overleggen',
      label: 'Plan een nieuw overleg',
      gedaan: 'Een nieuw overleg gepland',
      from: [gehouden.name, opvolging.name],
      to: gepland.name,
      by: ['coordinator', 'casemanager'],
      asks: ['datum'],
      words: { datum: { label: 'Wanneer is het overleg?' } },
      meldt: ['aanvrager'],
    },
    {
      ...givingBack,
      from: [...held, wacht.name],
      to: ingediend.name,
      by: ['casemanager', 'coordinator'],
    },
    ...commonMoves(states, { advies: [ingediend.name, toegewezen.name, wacht.name] }),
  ],
}

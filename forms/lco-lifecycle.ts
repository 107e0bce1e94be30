/** What happens to an LCO aanvraag: from the request to the meeting, the plan and its follow-up (docs/domain.md §4). */
import { assigning, commonMoves, commonStates, givingBack } from './kit/lifecycle/common-moves.ts'
import type { Lifecycle, State } from './kit/lifecycle/lifecycle.ts'

const { ingediend, wacht, teAdviseren, advies, afgesloten, doorverwezen, verplaatst, ingetrokken } = commonStates

const toegewezen: State = {
  name: 'toegewezen',
  label: 'toegewezen',
  counted: { as: 'Casemanager en overleg' },
  statusText: '{behandelaar} volgt uw {aanvraag} op en belt u.',
  next: 'bel en plan het overleg',
  within: 2,
  promises: true,
}
const gepland: State = {
  name: 'overleg_gepland',
  label: 'overleg gepland',
  statusText: 'Het overleg is gepland op {datum}. Vragen? Bel {tel}.',
  next: 'hou het overleg',
}
const gehouden: State = {
  name: 'overleg_gehouden',
  label: 'overleg gehouden',
  statusText: 'Het overleg is gehouden. De casemanager schrijft het plan en bespreekt het met de cliënt.',
  next: 'schrijf het plan',
  within: 5,
  promises: true,
}
const opvolging: State = {
  name: 'in_opvolging',
  label: 'in opvolging',
  statusText: 'Het plan loopt. Hebt u zelf een afspraak? Die staat op de pagina in uw mail.',
  next: 'evalueer het plan',
  reminder: 'Vandaag, {datum}, is de evaluatie van dit plan afgesproken.',
}

const states: readonly State[] = [
  ingediend,
  wacht,
  teAdviseren,
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
const held = [teAdviseren, toegewezen, gepland, gehouden, opvolging].map(({ name }) => name)

export const lcoLifecycle: Lifecycle = {
  states,
  assigned: toegewezen.name,
  inquiry: 'Is uw cliënt daar geraakt?',
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
      held: 'by-nobody',
    },
    {
      action: 'andere_casemanager',
      label: 'Kies een andere casemanager',
      done: 'Aan iemand anders gegeven',
      from: [...held, wacht.name],
      to: { special: 'same' },
      by: ['coordinator'],
      held: 'by-somebody',
      asks: ['persoon'],
      tells: ['aanvrager', 'holder'],
    },
    {
      action: 'overleg_plannen',
      label: 'Plan het overleg',
      done: 'Overleg gepland',
      from: [toegewezen.name],
      to: gepland.name,
      by: ['coordinator', 'casemanager'],
      asks: ['datum'],
      words: { datum: { label: 'Wanneer is het overleg?' } },
      tells: ['aanvrager'],
    },
    {
      action: 'overleg_verzetten',
      label: 'Verzet het overleg',
      done: 'Overleg verzet',
      from: [gepland.name],
      to: { special: 'same' },
      by: ['coordinator', 'casemanager'],
      asks: ['datum'],
      words: { datum: { label: 'Wanneer is het overleg nu?' } },
      tells: ['aanvrager'],
    },
    {
      action: 'overleg_afgelast',
      label: 'Het overleg gaat niet door',
      from: [gepland.name],
      to: toegewezen.name,
      by: ['coordinator', 'casemanager'],
      tells: ['aanvrager'],
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
      done: 'Een nieuw overleg gepland',
      from: [gehouden.name, opvolging.name],
      to: gepland.name,
      by: ['coordinator', 'casemanager'],
      asks: ['datum'],
      words: { datum: { label: 'Wanneer is het overleg?' } },
      tells: ['aanvrager'],
    },
    {
      ...givingBack,
      from: [...held, wacht.name],
      to: ingediend.name,
      by: ['casemanager', 'coordinator'],
    },
    ...commonMoves(states, { advice: [ingediend.name, toegewezen.name, wacht.name], called: 'De cliënt' }),
  ],
}

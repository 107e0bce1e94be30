/** What happens to an OTA aanmelding: the phone, the team's meeting, and the road with a bemiddelaar (docs/domain.md §5). */
import type { Role } from './kit/content-schema.ts'
import { assigning, commonMoves, commonStates, givingBack, referredThemselves } from './kit/lifecycle/common-moves.ts'
import type { Lifecycle, Move, State } from './kit/lifecycle/lifecycle.ts'

const team: readonly Role[] = ['coordinator', 'bemiddelaar']
const { wacht, teAdviseren, advies, informatie, verplaatst, ingetrokken } = commonStates

const ingediend: State = {
  ...commonStates.ingediend,
  statusText: 'Wij bellen u terug ten laatste op {antwoordVoor}. Liever nu bellen? {tel}.',
  promise: 'Wij bellen u terug ten laatste op {antwoordVoor}.',
  afterwards: ['Hou uw telefoon bij de hand.', 'We denken mee, geven informatie of wijzen u de weg.'],
  next: 'bel terug',
}
const geagendeerd: State = {
  name: 'geagendeerd',
  label: 'geagendeerd',
  counted: { as: 'Nog op de agenda van het team' },
  statusText: 'Het team bespreekt uw vraag op {datum}.',
  promise: 'Het team bespreekt uw vraag op {datum}. U hoort van ons ten laatste op {antwoordVoor}.',
  next: 'bespreek op het teamoverleg',
  onAgenda: true,
}
const toegewezen: State = {
  name: 'toegewezen',
  label: 'toegewezen',
  counted: { as: 'Een bemiddelaar' },
  statusText: '{behandelaar} begeleidt uw vraag en belt u voor een eerste gesprek.',
  next: 'bel de aanmelder en zoek een moment',
  within: 5,
  promises: true,
}
const startMeeting: State = {
  name: 'start_overleg',
  label: 'start-overleg gepland',
  statusText: 'Het start-overleg met {behandelaar} is op {datum}.',
  next: 'hou het start-overleg',
  reminder: 'Vandaag, {datum}, is het start-overleg.',
}
const lopend: State = {
  name: 'lopend',
  label: 'lopend',
  statusText: '{behandelaar} begeleidt uw vraag.',
  next: 'bekijk hoe het loopt',
  reminder: 'Vandaag, {datum}, kijkt u hoe het traject loopt.',
}
const afgesloten: State = {
  ...commonStates.afgesloten,
  statusText: 'Deze {aanvraag} is afgesloten. Een nieuwe vraag? Bel {tel}.',
}

const states: readonly State[] = [
  ...[ingediend, geagendeerd, wacht, teAdviseren, toegewezen, startMeeting, lopend],
  ...[afgesloten, advies, informatie, referredThemselves, verplaatst, ingetrokken],
]

const held = [teAdviseren, toegewezen, startMeeting, lopend].map(({ name }) => name)

const road: readonly Move[] = [
  {
    ...assigning,
    label: 'Wijs een bemiddelaar toe',
    short: 'Bemiddelaar',
    from: [geagendeerd.name, ingediend.name],
    to: toegewezen.name,
    by: ['coordinator'],
    inTeamMeeting: true,
  },
  {
    action: 'volgende_keer',
    label: 'Volgende keer',
    done: 'Besproken, en naar het volgende overleg',
    from: [geagendeerd.name],
    to: { special: 'same' },
    by: ['coordinator'],
    inTeamMeeting: true,
    putsOff: true,
  },
  {
    // Urgent: the call comes before the meeting, and takes nothing from its agenda.
    action: 'dringend_gebeld',
    label: 'De aanmelder is gebeld',
    done: 'Gebeld, want het was dringend',
    from: [geagendeerd.name],
    to: { special: 'same' },
    by: team,
    unheld: true,
    callsBack: true,
  },
  {
    action: 'agenderen',
    label: 'Zet op de agenda van het team',
    done: 'Op de agenda van het team gezet',
    from: [ingediend.name],
    to: geagendeerd.name,
    by: team,
    unheld: true,
    tells: ['aanvrager'],
  },
  {
    action: 'andere_bemiddelaar',
    label: 'Kies een andere bemiddelaar',
    done: 'Aan een andere bemiddelaar gegeven',
    from: held,
    to: { special: 'same' },
    by: ['coordinator'],
    asks: ['persoon'],
    tells: ['aanvrager', 'holder'],
  },
  {
    action: 'start_plannen',
    label: 'Plan het start-overleg',
    done: 'Start-overleg gepland',
    from: [toegewezen.name],
    to: startMeeting.name,
    by: team,
    asks: ['datum'],
    words: { datum: { label: 'Wanneer is het start-overleg?' } },
    tells: ['aanvrager'],
  },
  {
    action: 'start_verzetten',
    label: 'Verzet het start-overleg',
    done: 'Start-overleg verzet',
    from: [startMeeting.name],
    to: { special: 'same' },
    by: team,
    asks: ['datum'],
    words: { datum: { label: 'Wanneer is het start-overleg nu?' } },
    tells: ['aanvrager'],
  },
  {
    action: 'start_afgelast',
    label: 'Het start-overleg gaat niet door',
    from: [startMeeting.name],
    to: toegewezen.name,
    by: team,
    tells: ['aanvrager'],
  },
  {
    action: 'start_gehouden',
    label: 'Het start-overleg is gehouden',
    from: [startMeeting.name],
    to: lopend.name,
    by: team,
    asks: ['datum', 'toelichting'],
    words: { datum: { label: 'Wanneer kijkt u hoe het loopt?' } },
    tells: ['aanvrager'],
  },
  {
    action: 'start_opnieuw',
    label: 'Plan een nieuw start-overleg',
    done: 'Een nieuw start-overleg gepland',
    from: [lopend.name],
    to: startMeeting.name,
    by: team,
    asks: ['datum'],
    words: { datum: { label: 'Wanneer is het start-overleg?' } },
    tells: ['aanvrager'],
  },
  {
    // Made by the plan: with the afspraken its evaluation is the next thing.
    action: 'afspraken_maken',
    label: 'Maak afspraken',
    done: 'Afspraken gemaakt',
    from: [lopend.name],
    to: { special: 'same' },
    by: team,
    asks: ['datum'],
    words: { datum: { label: 'Wanneer kijkt u hoe het loopt?' } },
  },
  {
    action: 'opvolgen',
    label: 'Hou bij hoe het loopt',
    done: 'Opgevolgd',
    from: [lopend.name],
    to: { special: 'same' },
    by: team,
    asks: ['datum', 'toelichting'],
    words: { datum: { label: 'Wanneer kijkt u opnieuw?' } },
  },
  {
    ...givingBack,
    label: 'Geef terug aan het team',
    done: 'Teruggegeven aan het team',
    from: [...held, wacht.name],
    to: geagendeerd.name,
    by: team,
  },
]

export const otaLifecycle: Lifecycle = {
  states,
  begin: {
    when: { question: 'soort', is: ['traject', 'intervisie', 'teamcoaching', 'vorming'] },
    state: geagendeerd.name,
  },
  assigned: toegewezen.name,
  inquiry: 'Bent u daar geholpen?',
  moves: [
    ...road,
    ...commonMoves(states, {
      advice: [geagendeerd.name, toegewezen.name, wacht.name],
      phone: { from: [ingediend.name], by: team },
      teamMeeting: true,
      explainsClosing: true,
      called: 'De aanmelder',
    }),
  ],
}

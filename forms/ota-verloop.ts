/** What happens to an OTA aanmelding: the phone, the team's meeting, and the road with a bemiddelaar (docs/domain.md §5). */
import { assigning, commonMoves, commonStates, givingBack } from './kit/lifecycle/common-moves.ts'
import type { Lifecycle, Move, State } from './kit/lifecycle/lifecycle.ts'
import type { Role } from './kit/network.ts'

const team: readonly Role[] = ['coordinator', 'bemiddelaar']
const { wacht, advies, informatie, doorverwezen, verplaatst, ingetrokken } = commonStates

const ingediend: State = {
  ...commonStates.ingediend,
  tekst: 'Wij bellen u terug vóór {antwoordVoor}. Liever nu bellen? {tel}.',
  belofte: 'Wij bellen u terug vóór {antwoordVoor}.',
  hierna: ['Hou uw telefoon bij de hand.', 'We denken mee, geven informatie of wijzen u de weg.'],
  volgende: 'bel terug',
}
const geagendeerd: State = {
  name: 'geagendeerd',
  naam: 'geagendeerd',
  tekst: 'Het team bespreekt uw vraag op {datum}.',
  belofte: 'Het team bespreekt uw vraag op {datum}. U hoort van ons vóór {antwoordVoor}.',
  volgende: 'bespreek op het teamoverleg',
  opAgenda: true,
}
const toegewezen: State = {
  name: 'toegewezen',
  naam: 'toegewezen',
  tekst: '{behandelaar} begeleidt uw vraag en belt u voor een eerste gesprek.',
  volgende: 'bel de aanmelder en plan het start-overleg',
  binnen: 5,
}
const startOverleg: State = {
  name: 'start_overleg',
  naam: 'start-overleg gepland',
  tekst: 'Het start-overleg met {behandelaar} is op {datum}.',
  volgende: 'hou het start-overleg',
  herinnert: 'Vandaag, {datum}, is het start-overleg.',
}
const lopend: State = {
  name: 'lopend',
  naam: 'lopend',
  tekst: '{behandelaar} begeleidt uw vraag.',
  volgende: 'bekijk hoe het loopt',
  herinnert: 'Vandaag, {datum}, kijkt u hoe het traject loopt.',
}
const afgesloten: State = {
  ...commonStates.afgesloten,
  tekst: 'Deze {aanvraag} is afgesloten. Een nieuwe vraag? Bel {tel}.',
}

const verwezen: State = { ...doorverwezen, tekst: 'Dit past beter: {aanbod}. Lukt het daar niet? Bel ons: {tel}.' }

const states: readonly State[] = [
  ...[ingediend, geagendeerd, wacht, toegewezen, startOverleg, lopend],
  ...[afgesloten, advies, informatie, verwezen, verplaatst, ingetrokken],
]

const held = [toegewezen, startOverleg, lopend].map(({ name }) => name)

const road: readonly Move[] = [
  {
    ...assigning,
    label: 'Wijs een bemiddelaar toe',
    from: [geagendeerd.name, ingediend.name],
    to: toegewezen.name,
    by: ['coordinator'],
    inOverleg: true,
  },
  {
    action: 'agenderen',
    label: 'Zet op de agenda van het team',
    gedaan: 'Op de agenda van het team gezet',
    from: [ingediend.name],
    to: geagendeerd.name,
    by: team,
    vrij: true,
    meldt: ['aanvrager'],
  },
  {
    action: 'andere_bemiddelaar',
    label: 'Kies een andere bemiddelaar',
    gedaan: 'Aan een andere bemiddelaar gegeven',
    from: held,
    to: { special: 'same' },
    by: ['coordinator'],
    asks: ['persoon'],
    meldt: ['aanvrager', 'behandelaar'],
  },
  {
    action: 'start_plannen',
    label: 'Plan het start-overleg',
    gedaan: 'Start-overleg gepland',
    from: [toegewezen.name],
    to: startOverleg.name,
    by: team,
    asks: ['datum'],
    words: { datum: { label: 'Wanneer is het start-overleg?' } },
    meldt: ['aanvrager'],
  },
  {
    action: 'start_verzetten',
    label: 'Verzet het start-overleg',
    gedaan: 'Start-overleg verzet',
    from: [startOverleg.name],
    to: { special: 'same' },
    by: team,
    asks: ['datum'],
    words: { datum: { label: 'Wanneer is het start-overleg nu?' } },
    meldt: ['aanvrager'],
  },
  {
    action: 'start_gehouden',
    label: 'Het start-overleg is gehouden',
    from: [startOverleg.name],
    to: lopend.name,
    by: team,
    asks: ['datum', 'toelichting'],
    words: { datum: { label: 'Wanneer kijkt u hoe het loopt?' } },
    meldt: ['aanvrager'],
  },
  {
    action: 'opvolgen',
    label: 'Hou bij hoe het loopt',
    gedaan: 'Opgevolgd',
    from: [lopend.name],
    to: { special: 'same' },
    by: team,
    asks: ['datum', 'toelichting'],
    words: { datum: { label: 'Wanneer kijkt u opnieuw?' } },
  },
  {
    ...givingBack,
    label: 'Geef terug aan het team',
    gedaan: 'Teruggegeven aan het team',
    from: [...held, wacht.name],
    to: geagendeerd.name,
    by: team,
  },
]

export const otaVerloop: Lifecycle = {
  states,
  begin: {
    when: { question: 'soort', is: ['traject', 'intervisie', 'teamcoaching', 'vorming'] },
    state: geagendeerd.name,
  },
  toegewezen: toegewezen.name,
  navraag: 'Bent u daar geholpen?',
  moves: [
    ...road,
    ...commonMoves(states, {
      advies: [geagendeerd.name, toegewezen.name, wacht.name],
      telefoon: { from: [ingediend.name], by: team },
      overleg: true,
      // How it ended, in the bemiddelaar's own words.
      sluitMet: ['toelichting'],
    }),
  ],
}

/** What whoever asked for an LCO sees ahead, and what they hand the client. */
import type { Ahead } from './kit/ahead.ts'

export const lcoAhead: Ahead = {
  roads: [
    [
      {
        step: 'De coördinator antwoordt',
        done: 'De coördinator wees een casemanager toe',
        text: 'U krijgt een casemanager, of een voorstel dat beter past.',
        states: ['ingediend'],
      },
      {
        step: 'De casemanager belt u',
        done: 'De casemanager belde u',
        text: 'Samen kiest u het moment van het overleg. De cliënt beslist mee.',
        states: ['toegewezen'],
        calls: true,
      },
      {
        step: 'Het overleg',
        text: 'De uitnodiging komt per mail. U antwoordt wanneer u kunt.',
        states: ['overleg_gepland'],
        day: 'on',
      },
      {
        step: 'Het plan',
        text: 'Wie doet wat, en tegen wanneer.',
        states: ['overleg_gehouden', 'in_opvolging'],
        day: 'since',
      },
      { step: 'We kijken samen of het lukte', states: [], day: 'evaluation' },
    ],
  ],
  whenStopped: 'Er komt geen overleg.',
  about: {
    ...{ your: 'uw cliënt', the: 'de cliënt', decides: true },
    leaflet: {
      title: 'Er is een overleg voor u gevraagd',
      asked: 'vroeg dit, samen met u. U ging akkoord.',
      next: ['Daarna belt een casemanager. Die leidt het overleg.', 'U kiest mee wanneer we samenzitten, en met wie.'],
      readBy: 'De coördinatoren van {netwerk}, uw casemanager, en wie hen vervangt.',
    },
  },
}

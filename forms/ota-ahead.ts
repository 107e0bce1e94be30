/** What whoever put a question to OTA sees ahead; and, of a traject, what they can hand the family it is about. */
import type { Ahead } from './kit/ahead.ts'

export const otaAhead: Ahead = {
  roads: [
    [
      {
        step: 'Wij bellen u terug',
        text: 'Hou uw telefoon bij de hand. We denken mee, geven informatie of wijzen u de weg.',
        states: ['ingediend'],
        calls: true,
      },
    ],
    [
      { step: 'Het team bespreekt uw vraag', done: 'Het team besprak uw vraag', states: ['geagendeerd'], day: 'on' },
      {
        step: 'U hoort van ons',
        done: 'U kreeg een bemiddelaar',
        text: 'U krijgt een bemiddelaar, een advies, of een voorstel dat beter past.',
        states: [],
        day: 'answer',
      },
      {
        step: 'De bemiddelaar belt u',
        done: 'De bemiddelaar belde u',
        text: 'Voor een eerste gesprek.',
        states: ['toegewezen'],
        calls: true,
      },
      {
        step: 'U spreekt de bemiddelaar',
        done: 'U sprak de bemiddelaar',
        text: 'U zegt wat u wilt bereiken. We nemen uw begeleiding niet over.',
        states: ['start_overleg'],
        day: 'on',
      },
      { step: 'De bemiddelaar begeleidt uw vraag', states: ['lopend'], day: 'since' },
    ],
  ],
  about: {
    when: { question: 'soort', is: 'traject' },
    ...{ your: 'het gezin', the: 'het gezin' },
    leaflet: {
      title: 'Er is raad gevraagd over de hulp aan u en uw gezin',
      asked: 'wil u en uw gezin goed helpen, en vroeg daarvoor raad aan ons team. We vragen daarbij geen namen.',
      next: ['Daarna denkt iemand van ons team mee. Wie u nu helpt, blijft u helpen.'],
      readBy: 'De coördinatoren en de bemiddelaars van ons team, en wie hen vervangt.',
      stopTitle: 'Wilt u dit niet?',
    },
  },
}

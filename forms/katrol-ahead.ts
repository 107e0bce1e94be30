/** What whoever brings a family to De Katrol sees ahead, and what they hand the parents. */
import type { Ahead } from './kit/ahead.ts'

export const katrolAhead: Ahead = {
  roads: [
    [
      {
        step: 'De coördinator antwoordt',
        done: 'De coördinator wees een ankerfiguur toe',
        text: 'Er komt een ankerfiguur, of een voorstel dat beter past.',
        states: ['ingediend'],
      },
      {
        step: 'De ankerfiguur gaat langs bij het gezin',
        done: 'De ankerfiguur ging langs bij het gezin',
        states: ['toegewezen'],
      },
      {
        step: 'Een student komt langs',
        done: 'Een student kwam langs',
        text: '2 keer per week, 10 tot 13 weken.',
        states: ['begeleiding'],
        day: 'until',
      },
      { step: 'De ankerfiguur blijft er voor het gezin', states: ['nazorg'], day: 'since' },
    ],
  ],
  whenStopped: 'Er komt geen student langs.',
  about: {
    ...{ your: 'het gezin', the: 'het gezin', decides: true },
    leaflet: {
      title: 'Er is studiehulp gevraagd voor uw kind',
      asked: 'vroeg dit, samen met u. U ging akkoord.',
      next: [
        'Daarna komt iemand van De Katrol bij u langs. Dat is uw vaste persoon.',
        'Een student helpt uw kind thuis: 2 keer per week, 10 tot 13 weken. U doet mee, en u kiest mee wanneer.',
      ],
      readBy: 'De coördinatoren van {netwerk}, uw vaste persoon van De Katrol, en wie hen vervangt.',
    },
  },
}

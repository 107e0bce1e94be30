/** What whoever asks for a visit to an 80-plusser sees ahead, and what they hand that person. */
import type { Ahead } from './kit/ahead.ts'

export const huisbezoekAhead: Ahead = {
  roads: [
    [
      {
        step: 'De coördinator antwoordt',
        done: 'De coördinator wees een bezoeker toe',
        text: 'Er komt een bezoeker, of een voorstel dat beter past.',
        states: ['ingediend'],
      },
      { step: 'De bezoeker maakt een afspraak', done: 'De bezoeker maakte een afspraak', states: ['toegewezen'] },
      {
        step: 'Het bezoek',
        text: 'Een gesprek over contacten, hulp aan huis en veilig wonen.',
        states: ['bezoek_gepland'],
        day: 'on',
      },
      { step: 'We ronden af', states: ['bezocht'] },
    ],
  ],
  whenStopped: 'Er komt geen bezoek.',
  about: {
    ...{ your: 'de persoon', the: 'de persoon', decides: true },
    leaflet: {
      title: 'Er is een bezoek voor u gevraagd',
      asked: 'vroeg dit, samen met u. U ging akkoord.',
      next: [
        'Daarna belt iemand u. U kiest mee wanneer die langskomt.',
        'Het is een gesprek: wie u ziet, wie u helpt, en hoe u veilig woont.',
      ],
      readBy: 'De coördinatoren van {netwerk}, wie bij u langskomt, en wie hen vervangt.',
    },
  },
}

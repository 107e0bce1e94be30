/** Huisbezoek 80+: a visit to who lives alone in a rural part of Zottegem (its presentation of 2013, docs/domain.md §2). */
import type { Form } from './kit/form.ts'
import { road } from './kit/lifecycle/road.ts'
import { aanduiding, askYesNo, choose, story, uwGegevens } from './kit/questions/common-pages.ts'
import { yesNoUnknown } from './kit/questions/questions.ts'

const noord = ['Elene', 'Grotenberge', 'Leeuwergem', 'Oombergen', 'Velzeke-Ruddershove', 'Zottegem']
const zuid = ['Erwetegem', 'Godveerdegem', 'Sint-Goriks-Oudenhove', 'Sint-Maria-Oudenhove', 'Strijpen']
const waar = [...noord, ...zuid, 'Elders']

export const huisbezoek80Plus: Form = {
  slug: 'huisbezoek-80-plus',
  prefix: 'HUB',
  name: 'Huisbezoek 80+',
  noun: 'aanvraag',
  subject: 'een huisbezoek',
  short: 'een huisbezoek',
  start: {
    title: 'Vraag een huisbezoek aan voor een 80-plusser',
    lead: 'Iemand komt langs voor een gesprek: over contacten, hulp aan huis en veilig wonen.',
    door: { title: 'Huisbezoek 80+', text: 'Een gesprek aan huis met wie alleen woont.', go: 'Vraag een bezoek aan' },
    atHand: 'Het akkoord van de oudere. Wat u al weet over contacten en hulp aan huis.',
    duration: 'ongeveer 5 minuten',
    readers: 'en wie langsgaat',
    mind: ['Vul geen volledige naam of rijksregisternummer van de oudere in.'],
    self: { question: 'Gaat het over uzelf?' },
  },
  pages: [
    {
      slug: 'criteria',
      title: 'Past een huisbezoek?',
      judges: true,
      questions: [
        askYesNo('tachtig', 'Is de persoon 80 jaar of ouder?'),
        askYesNo('alleenstaand', 'Woont de persoon alleen?'),
        choose('deelgemeente', 'In welke deelgemeente?', { trend: true, listed: 'gemeente' }, waar),
        choose('akkoord', 'Gaat de persoon akkoord met een bezoek?', {}, yesNoUnknown),
      ],
    },
    uwGegevens(),
    {
      slug: 'bezoek',
      title: 'Wat weet u al?',
      intro: 'Het bezoek gaat over deze vragen. Weet u iets niet? Laat het leeg.',
      questions: [
        aanduiding('oudere_aanduiding', 'de persoon'),
        story('contacten', 'Hoe zit het met de familiale en sociale contacten?'),
        story('diensten_aan_huis', 'Welke diensten komen aan huis?'),
        story('waarom_niet', 'Welke niet, en waarom niet?'),
        story('kent_diensten', 'Kent de persoon de bestaande diensten?'),
        story('wie_helpt', 'Wie steekt een handje toe?'),
        choose('gevallen', 'Viel de persoon het voorbije jaar?', { trend: true }, yesNoUnknown),
      ],
    },
  ],
  lifecycle: road({
    who: 'een bezoeker',
    role: 'casemanager',
    inquiry: 'Is de persoon daar geholpen?',
    assigned: { statusText: '{behandelaar} maakt een afspraak voor het bezoek.', next: 'maak een afspraak' },
    steps: [
      {
        name: 'bezoek_gepland',
        button: 'Plan het bezoek',
        dateQuestion: 'Wanneer is het bezoek?',
        statusText: '{behandelaar} gaat langs op {datum}.',
        next: 'ga langs',
        reminder: 'Vandaag, {datum}, is het huisbezoek.',
      },
      { name: 'bezocht', button: 'Het bezoek is gebeurd', statusText: 'Het bezoek is gebeurd.', next: 'sluit af' },
    ],
  }),
  discretion: 'Stuur geen gegevens over de oudere per mail.',
  stopping: 'De persoon mag altijd van gedacht veranderen. U hoeft geen reden te geven.',
  triage: 'Wijs een bezoeker toe, vraag uitleg of verwijs door.',
  afterwards: ['Iemand maakt een afspraak en gaat langs.'],
}

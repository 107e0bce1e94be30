/** Huisbezoek 80+: a visit to who lives alone in a rural part of Zottegem (its presentation of 2013, docs/domain.md §2). */
import type { Form } from './kit/form.ts'
import { road } from './kit/lifecycle/road.ts'
import { aanduiding, askYesNo, atHome, choose, inPlace, story, uwGegevens } from './kit/questions/common-pages.ts'
import { yesNoUnknown } from './kit/questions/questions.ts'

const noord = ['Elene', 'Grotenberge', 'Leeuwergem', 'Oombergen', 'Velzeke-Ruddershove', 'Zottegem']
const zuid = ['Erwetegem', 'Godveerdegem', 'Sint-Goriks-Oudenhove', 'Sint-Maria-Oudenhove', 'Strijpen']
const waar = [...inPlace('9620', [...noord, ...zuid]), 'Elders']

export const huisbezoek80Plus: Form = {
  slug: 'huisbezoek-80-plus',
  prefix: 'HUB',
  name: 'Huisbezoek 80+',
  noun: 'aanvraag',
  subject: 'een huisbezoek',
  short: 'een huisbezoek',
  about: 'de persoon',
  start: {
    title: 'Vraag een huisbezoek aan voor een 80-plusser',
    lead: 'Iemand komt langs voor een gesprek: over contacten, hulp aan huis en veilig wonen.',
    door: { title: 'Huisbezoek 80+', text: 'Een gesprek aan huis met wie alleen woont.', go: 'Vraag een bezoek aan' },
    atHand: 'Het akkoord van de oudere, en het adres. Wat u al weet over contacten en hulp aan huis.',
    duration: 'ongeveer 5 minuten',
    readers: 'de bezoeker',
    self: 'Gaat het over uzelf?',
    mind: ['Vul geen volledige naam of rijksregisternummer van de oudere in.'],
  },
  pages: [
    {
      slug: 'criteria',
      title: 'Past een huisbezoek?',
      judges: true,
      questions: [
        askYesNo('tachtig', 'Is de persoon 80 jaar of ouder?', { error: 'Kies of de persoon 80 jaar of ouder is' }),
        askYesNo('alleenstaand', 'Woont de persoon alleen?', { error: 'Kies of de persoon alleen woont' }),
        choose(
          'deelgemeente',
          'In welke deelgemeente woont de persoon?',
          { error: 'Kies de deelgemeente', trend: true, listed: 'gemeente' },
          waar,
        ),
        choose(
          'akkoord',
          'Is de persoon akkoord met een bezoek?',
          { error: 'Kies of de persoon akkoord is' },
          yesNoUnknown,
        ),
      ],
    },
    uwGegevens(),
    {
      slug: 'bezoek',
      title: 'Wat weet u al?',
      intro: 'Het bezoek gaat over deze vragen. Weet u iets niet? Laat het leeg.',
      questions: [
        aanduiding('oudere_aanduiding', 'de persoon'),
        ...atHome('de persoon'),
        story('contacten', 'Wie ziet of hoort de persoon? Familie, vrienden, buren?'),
        story('diensten_aan_huis', 'Welke diensten komen aan huis?'),
        story('waarom_niet', 'Welke diensten wil de persoon niet? Waarom?'),
        story('kent_diensten', 'Welke diensten kent de persoon?'),
        story('wie_helpt', 'Wie steekt een handje toe?'),
        choose(
          'gevallen',
          'Viel de persoon het voorbije jaar?',
          { error: 'Kies of de persoon viel', trend: true },
          yesNoUnknown,
        ),
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

/** De Katrol: study support at home for a young child (its presentation of 2013, docs/domain.md §2). */
import type { Form } from './kit/form.ts'
import { road } from './kit/lifecycle/road.ts'
import { aanduiding, askYesNo, choose, line, story, uwGegevens } from './kit/questions/common-pages.ts'

const diensten = ['School', 'CLB', 'Inburgering', 'Sociale dienst', 'Andere']
const klassen = ['3de kleuterklas', '1ste leerjaar', '2de leerjaar', 'Een andere klas']

export const katrolToeleiding: Form = {
  slug: 'de-katrol',
  prefix: 'KAT',
  naam: 'Toeleiding De Katrol',
  zelfstandigNaamwoord: 'aanvraag',
  onderwerp: 'studieondersteuning aan huis',
  kort: 'De Katrol',
  start: {
    title: 'Breng een gezin bij De Katrol',
    lead: 'Een student helpt het kind thuis met studeren: 2 keer per week, 10 tot 13 weken. De ouders doen mee.',
    deur: { title: 'De Katrol', text: 'Studiehulp aan huis voor jonge kinderen.', go: 'Breng een gezin aan' },
    houKlaar: 'Het akkoord van het gezin, en de klas van het kind.',
    duur: 'ongeveer 5 minuten',
    lezers: 'en de ankerfiguur',
    letOp: ['Vul geen volledige naam of rijksregisternummer van het kind in.'],
  },
  pages: [
    {
      slug: 'criteria',
      title: 'Past De Katrol bij dit gezin?',
      judges: true,
      questions: [
        choose('toeleider', 'Vanuit welke dienst brengt u het gezin aan?', { trend: true }, diensten),
        choose('klas', 'In welke klas zit het kind?', { trend: true }, klassen),
        askYesNo('akkoord_gezin', 'Gaat het gezin akkoord dat u het aanbrengt?'),
      ],
    },
    uwGegevens(),
    {
      slug: 'gezin',
      title: 'Het kind en het gezin',
      questions: [
        aanduiding('kind_aanduiding', 'het kind'),
        line('thuistaal', 'Welke taal spreekt het gezin thuis?'),
        story('nood', 'Waar heeft het kind hulp bij nodig?', { error: 'Vul in waar het kind hulp bij nodig heeft' }),
        story('ouders', 'Wat willen de ouders zelf?', { hint: 'Zij worden mee versterkt.' }),
        line('momenten', 'Wanneer kan een student langskomen?', { hint: 'Twee keer per week.' }),
      ],
    },
  ],
  verloop: road({
    wie: 'een ankerfiguur',
    rol: 'casemanager',
    navraag: 'Is het gezin daar geraakt?',
    toegewezen: { tekst: '{behandelaar} gaat als ankerfiguur bij het gezin langs.', volgende: 'ga langs' },
    stappen: [
      {
        name: 'begeleiding',
        knop: 'De begeleiding begint',
        vraagDatum: 'Wanneer eindigt de begeleiding? (na 10 tot 13 weken)',
        tekst: 'Een student komt 2 keer per week langs, tot {datum}.',
        volgende: 'rond af met het gezin',
        herinnert: 'Vandaag, {datum}, eindigt de begeleiding van 10 tot 13 weken.',
      },
      {
        name: 'nazorg',
        knop: 'Begin de nazorg',
        vraagDatum: 'Wanneer gaat u nog eens langs?',
        tekst: '{behandelaar} blijft er voor het gezin, ook na de begeleiding.',
        volgende: 'ga nog eens langs',
        herinnert: 'Vandaag, {datum}, gaat u nog eens langs: nazorg.',
      },
    ],
  }),
  discretie: 'Stuur geen gegevens over het gezin per mail.',
  stoppen: 'Het gezin mag altijd stoppen. U hoeft geen reden te geven.',
  triage: 'Wijs een ankerfiguur toe, vraag uitleg of verwijs door.',
  hierna: ['Een ankerfiguur gaat langs bij het gezin.', 'Daarna komt een student 2 keer per week.'],
}

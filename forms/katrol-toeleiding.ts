/** De Katrol: study support at home for a young child (its presentation of 2013, docs/domain.md §2). */
import type { Form } from './kit/form.ts'
import { road } from './kit/lifecycle/road.ts'
import { aanduiding, askYesNo, atHome, choose, line, story, uwGegevens } from './kit/questions/common-pages.ts'

const diensten = ['School', 'CLB', 'Inburgering', 'Sociale dienst', 'Andere']
const klassen = ['3de kleuterklas', '1ste leerjaar', '2de leerjaar', 'Een andere klas']

export const katrolToeleiding: Form = {
  slug: 'de-katrol',
  prefix: 'KAT',
  name: 'Toeleiding De Katrol',
  noun: 'aanvraag',
  subject: 'studieondersteuning aan huis',
  short: 'De Katrol',
  about: 'het gezin',
  start: {
    title: 'Vraag studiehulp aan huis bij De Katrol',
    lead: 'Een student helpt het kind thuis met studeren: minstens 2 keer per week, 10 tot 13 weken lang. De ouders doen mee.',
    door: { title: 'De Katrol', text: 'Studiehulp aan huis voor jonge kinderen.', go: 'Vraag studiehulp aan' },
    atHand: 'Het akkoord van het gezin, het adres, en de klas van het kind.',
    duration: 'ongeveer 5 minuten',
    readers: 'de ankerfiguur',
    self: 'Bent u zelf ouder?',
    mind: ['Vul geen volledige naam of rijksregisternummer van het kind in.'],
  },
  pages: [
    {
      slug: 'criteria',
      title: 'Past De Katrol bij dit gezin?',
      judges: true,
      questions: [
        choose('toeleider', 'Voor welke dienst werkt u?', { error: 'Kies uw dienst', trend: true }, diensten),
        choose('klas', 'In welke klas zit het kind?', { error: 'Kies de klas van het kind', trend: true }, klassen),
        askYesNo('akkoord_gezin', 'Is het gezin akkoord met deze aanvraag?', { error: 'Kies of het gezin akkoord is' }),
      ],
    },
    uwGegevens(),
    {
      slug: 'gezin',
      title: 'Het kind en het gezin',
      questions: [
        aanduiding('kind_aanduiding', 'het kind'),
        ...atHome('het gezin'),
        line('thuistaal', 'Welke taal spreekt het gezin thuis?'),
        story('nood', 'Waar heeft het kind hulp bij nodig?', { error: 'Vul in waar het kind hulp bij nodig heeft' }),
        story('ouders', 'Wat willen de ouders zelf?', { hint: 'De student helpt ook de ouders.' }),
        line('momenten', 'Wanneer kan een student langskomen?', { hint: 'Twee keer per week.' }),
      ],
    },
  ],
  lifecycle: road({
    who: 'een ankerfiguur',
    role: 'casemanager',
    inquiry: 'Is het gezin daar geraakt?',
    assigned: { statusText: '{behandelaar} is de ankerfiguur en gaat bij het gezin langs.', next: 'ga langs' },
    steps: [
      {
        name: 'begeleiding',
        button: 'De begeleiding begint',
        dateQuestion: 'Wanneer eindigt de begeleiding? (na 10 tot 13 weken)',
        statusText: 'Een student komt 2 keer per week langs, tot {datum}.',
        next: 'rond af met het gezin',
        reminder: 'Vandaag, {datum}, eindigt de begeleiding van 10 tot 13 weken.',
      },
      {
        name: 'nazorg',
        button: 'Begin de nazorg',
        dateQuestion: 'Wanneer gaat u nog eens langs?',
        statusText: '{behandelaar} blijft er voor het gezin, ook na de begeleiding.',
        next: 'ga nog eens langs',
        reminder: 'Vandaag, {datum}, gaat u nog eens langs: nazorg.',
      },
    ],
  }),
  foremost: ['nood', 'ouders'],
  discretion: 'Stuur geen gegevens over het gezin per mail.',
  stopping: 'Het gezin mag altijd stoppen. U hoeft geen reden te geven.',
  triage: 'Wijs een ankerfiguur toe, vraag uitleg of verwijs door.',
  afterwards: ['Een ankerfiguur gaat langs bij het gezin.', 'Daarna komt een student 2 keer per week.'],
}

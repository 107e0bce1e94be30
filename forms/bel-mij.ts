/**
 * "Laat ons u bellen": the road of whoever asks for themselves. A number and a name, and how to call safely; all the rest is said on
 * the phone (docs/domain.md §5, docs/decisions/031). What is chosen of the voicemail and of who else answers is read by whoever calls,
 * and nothing chosen is the most careful answer. No browser remembers a field for who uses the device next: the number and the name
 * may be somebody else's.
 */
import type { Form } from './kit/form.ts'
import { choose, line, phone, story } from './kit/questions/common-pages.ts'
import { belMijLifecycle } from './vraag.ts'

export const belMij: Form = {
  slug: 'bel-mij',
  prefix: 'VRG',
  name: 'Bel mij',
  noun: 'vraag',
  subject: 'de coördinator',
  short: 'een gesprek',
  forClients: true,
  pages: [
    {
      slug: 'bel-mij',
      title: 'Laat ons u bellen',
      readAs: 'Wie we bellen, en hoe',
      intro: 'Hebt u hulp nodig, of hebt u een vraag? Laat uw nummer achter. Wij bellen u.',
      questions: [
        {
          ...phone,
          autocomplete: 'off',
          label: 'Op welk nummer mogen we bellen?',
          readAs: 'Telefoonnummer',
          hint: 'Het nummer van iemand die u vertrouwt, mag ook.',
          error: 'Vul het nummer in waarop we mogen bellen',
        },
        line('naam', 'Hoe mogen we u noemen?', {
          readAs: 'Naam',
          hint: 'Een voornaam is genoeg. Een andere naam mag ook.',
          error: 'Vul in hoe we u mogen noemen',
          ...{ autocomplete: 'off', listed: 'over', applicant: 'name' },
        }),
        {
          kind: 'choices',
          name: 'wanneer',
          label: 'Wanneer mogen we bellen?',
          readAs: 'Wanneer bellen',
          hint: 'U mag meer dan één vak kiezen.',
          error: 'Kies een van deze antwoorden',
          options: [
            { value: 'voormiddag', label: 'van 9 tot 12 uur' },
            { value: 'namiddag', label: 'van 13 tot 16 uur' },
          ],
          ...{ optional: true, safety: true },
        },
        line('wanneer_anders', 'Of zeg zelf wanneer we mogen bellen', {
          readAs: 'In eigen woorden',
          hint: 'Bijvoorbeeld: woensdag, als de kinderen op school zijn.',
          ...{ autocomplete: 'off', safety: true },
        }),
        choose(
          'inspreken',
          'Als u niet opneemt, mogen we dan iets inspreken?',
          {
            readAs: 'Iets inspreken',
            hint: 'Kiest u niets? Dan spreken we niets in.',
            error: 'Kies een van deze antwoorden',
            ...{ optional: true, otherwise: 'nee', safety: true },
          },
          [
            { value: 'ja', label: 'Ja, zeg wie u bent', readAs: 'Spreek gerust iets in, en zeg wie u bent.' },
            {
              value: 'neutraal',
              label: 'Ja, maar zeg alleen dat ik mag terugbellen',
              readAs: 'Spreek alleen in dat deze persoon mag terugbellen. Zeg niet wie u bent.',
            },
            {
              value: 'nee',
              label: 'Nee, spreek niets in en stuur geen bericht',
              readAs: 'Stuur geen bericht. Spreek niets in.',
            },
          ],
        ),
        choose(
          'ander',
          'Wat zeggen we als iemand anders opneemt?',
          {
            readAs: 'Als iemand anders opneemt',
            hint: 'Kiest u niets? Dan zeggen we niets over u.',
            error: 'Kies een van deze antwoorden',
            ...{ optional: true, otherwise: 'nee', safety: true },
          },
          [
            {
              value: 'mag',
              label: 'Vraag gerust naar mij',
              readAs: 'Neemt iemand anders op? Vraag gerust naar deze persoon.',
            },
            {
              value: 'nee',
              label: 'Zeg niets over mij. Bel later opnieuw',
              readAs: 'Zeg niets over deze persoon als iemand anders opneemt.',
            },
          ],
        ),
        story('vraag', 'Waarover gaat het?', {
          readAs: 'De vraag',
          hint: 'U mag het ook aan de telefoon vertellen.',
          autocomplete: 'off',
        }),
        line('taal', 'Welke taal praat u het liefst?', {
          readAs: 'Taal',
          hint: 'Dan zoeken we iemand die mee vertaalt.',
          ...{ autocomplete: 'off', safety: true },
        }),
      ],
    },
  ],
  lifecycle: belMijLifecycle,
  foremost: ['vraag'],
  discretion: 'Wilt u liever op een ander nummer gebeld worden? Zeg het ons dan.',
  stopping: 'Dan bellen we u niet. U hoeft niet te zeggen waarom.',
  triage: 'Lees in het dossier hoe u deze persoon veilig belt. Bel dan zelf.',
  afterwards: [
    'We bellen het nummer dat u gaf, en noemen u bij de naam die u gaf.',
    'Neemt u niet op, of neemt iemand anders op? Dan doen we wat u koos. Koos u niets? Dan spreken we niets in, en zeggen we niets over u.',
  ],
}

/**
 * A vraag: one question to the coordinator, from a professional, for instance one whose request does not fit (docs/domain.md §3.2).
 * The refused answers do not travel with it. Who asks for themselves has a road of their own: bel-mij.ts.
 */
import type { Form } from './kit/form.ts'
import { emailError } from './kit/questions/common-pages.ts'
import { vraagLifecycle } from './vraag-lifecycle.ts'

export const vraag: Form = {
  slug: 'vraag',
  prefix: 'VRG',
  name: 'Vraag',
  noun: 'vraag',
  subject: 'de coördinator',
  short: 'een antwoord',
  pages: [
    {
      slug: 'vraag',
      title: 'Stel uw vraag aan de coördinator',
      readAs: 'De vraag',
      questions: [
        {
          kind: 'longText',
          name: 'vraag',
          label: 'Wat is uw vraag?',
          readAs: 'De vraag',
          hint: 'Een paar zinnen zijn genoeg. Schrijf geen volledige namen van cliënten.',
          error: 'Vul uw vraag in',
        },
        {
          ...{ kind: 'text', name: 'naam', label: 'Uw naam', readAs: 'Naam', error: 'Vul uw naam in' },
          ...{ autocomplete: 'name', listed: 'over', applicant: 'name' },
        },
        {
          kind: 'text',
          name: 'organisatie',
          label: 'Organisatie',
          hint: 'Werkt u niet voor een organisatie? Laat dit leeg.',
          error: '',
          optional: true,
          autocomplete: 'organization',
          listed: 'organisatie',
        },
        {
          kind: 'email',
          name: 'email',
          label: 'E-mailadres',
          hint: 'Dan krijgt u een bevestiging. Geen e-mail? Laat dit leeg, wij bellen u.',
          error: emailError,
          optional: true,
          autocomplete: 'email',
        },
        {
          kind: 'phone',
          name: 'telefoon',
          label: 'Telefoonnummer',
          error: 'Vul een telefoonnummer in waarop we u bereiken',
          autocomplete: 'tel',
          listed: 'telefoon',
        },
      ],
    },
  ],
  lifecycle: vraagLifecycle,
  foremost: ['vraag'],
  discretion: 'Stuur geen persoonlijke gegevens per mail.',
  stopping: 'U mag uw vraag altijd intrekken. U hoeft geen reden te geven.',
  triage: 'Beantwoord de vraag of verwijs door.',
  afterwards: ['Wij bellen of mailen u.'],
  afterwardsWithoutMail: ['Wij bellen u.'],
}

/**
 * A vraag: one question to the coordinator, from a client, or from somebody whose request does not fit
 * (docs/domain.md §3.2). The refused answers do not travel with it.
 */
import type { Behind, Door, Form } from './kit/form.ts'
import { commonMoves, commonStates, referredThemselves } from './kit/lifecycle/common-moves.ts'
import type { Lifecycle, State } from './kit/lifecycle/lifecycle.ts'
import { emailError } from './kit/questions/common-pages.ts'

const { ingediend, wacht, verplaatst, ingetrokken } = commonStates

const states: readonly State[] = [
  ingediend,
  wacht,
  {
    name: 'beantwoord',
    label: 'beantwoord',
    statusText: 'Uw vraag is beantwoord. Nog een vraag? Bel {tel}.',
    closed: true,
  },
  referredThemselves,
  verplaatst,
  ingetrokken,
]

/** Answered by phone by whoever reads it: nobody holds a question (docs/domain.md §5). */
const lifecycle: Lifecycle = {
  states,
  inquiry: 'Bent u daar geholpen?',
  moves: [
    {
      action: 'beantwoorden',
      label: 'De vraag is beantwoord',
      from: [ingediend.name, wacht.name],
      to: 'beantwoord',
      by: ['coordinator'],
      asks: ['toelichting'],
      optional: ['toelichting'],
      words: { toelichting: { label: 'Wat was uw antwoord?' } },
    },
    ...commonMoves(states),
  ],
}

/** Beside the doors of the network's other forms. */
export const vraagDoor: Door & { behind: Behind } = {
  title: 'Een vraag aan de coördinator',
  text: 'Twijfelt u, of zoekt u raad? De coördinator belt of mailt u. Ongeveer 2 minuten.',
  go: 'Stel uw vraag aan de coördinator',
  behind: 'speech',
}

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
          hint: 'Bent u zelf cliënt? Laat dit leeg.',
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
  lifecycle,
  foremost: ['vraag'],
  discretion: 'Stuur geen persoonlijke gegevens per mail.',
  stopping: 'U mag uw vraag altijd intrekken. U hoeft geen reden te geven.',
  triage: 'Beantwoord de vraag of verwijs door.',
  afterwards: ['Wij bellen of mailen u.'],
}

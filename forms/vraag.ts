/**
 * A vraag: one question to the coordinator, from a professional, for instance one whose request does not fit (docs/domain.md §3.2).
 * The refused answers do not travel with it. Who asks for themselves has a road of their own: bel-mij.ts.
 */
import type { Behind, Door, Form } from './kit/form.ts'
import { commonMoves, commonStates, referredThemselves } from './kit/lifecycle/common-moves.ts'
import type { Lifecycle, State } from './kit/lifecycle/lifecycle.ts'
import { emailError } from './kit/questions/common-pages.ts'

const { wacht } = commonStates

/** The words in which a question and a call that somebody asks for differ: the latter has nothing of the trade. */
interface Words {
  ingediend: State
  /** What whoever asked reads once it is answered. */
  answered: string
  /** The button that says so, and what it asks. */
  answer: { label: string; note: string }
  verplaatst: State
  ingetrokken: State
}

/** Answered by phone by whoever reads it, or referred: nobody holds it (docs/domain.md §5). */
function lifecycleOf({ ingediend, answered, answer, verplaatst, ingetrokken }: Words): Lifecycle {
  const states: readonly State[] = [
    ingediend,
    wacht,
    { name: 'beantwoord', label: 'beantwoord', statusText: answered, closed: true, counted: { as: 'Beantwoord' } },
    referredThemselves,
    verplaatst,
    ingetrokken,
  ]
  return {
    states,
    inquiry: 'Bent u daar geholpen?',
    moves: [
      {
        action: 'beantwoorden',
        label: answer.label,
        from: [ingediend.name, wacht.name],
        to: 'beantwoord',
        by: ['coordinator'],
        asks: ['toelichting'],
        optional: ['toelichting'],
        words: { toelichting: { label: answer.note } },
      },
      ...commonMoves(states),
    ],
  }
}

const lifecycle = lifecycleOf({
  ...commonStates,
  answered: 'Uw vraag is beantwoord. Nog een vraag? Bel {tel}.',
  answer: { label: 'De vraag is beantwoord', note: 'Wat was uw antwoord?' },
})

/** Of who asks for themselves (bel-mij.ts). */
export const belMijLifecycle = lifecycleOf({
  ingediend: {
    ...commonStates.ingediend,
    statusText: 'We bellen u ten laatste op {antwoordVoor}.',
    promise: 'We bellen u ten laatste op {antwoordVoor}.',
    next: 'lees hoe u veilig belt, en bel',
  },
  answered: 'We belden u. Hebt u nog een vraag? Bel {tel}.',
  answer: { label: 'We spraken deze persoon', note: 'Wat spraken jullie af?' },
  verplaatst: {
    ...commonStates.verplaatst,
    statusText: 'We gaven uw vraag door aan collega’s. Zij bellen u. Duurt dat te lang? Bel {tel}.',
  },
  ingetrokken: {
    ...commonStates.ingetrokken,
    statusText: 'Uw vraag is gestopt: we bellen u niet. We wissen binnen 24 uur wat u invulde.',
  },
})

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
  lifecycle,
  foremost: ['vraag'],
  discretion: 'Stuur geen persoonlijke gegevens per mail.',
  stopping: 'U mag uw vraag altijd intrekken. U hoeft geen reden te geven.',
  triage: 'Beantwoord de vraag of verwijs door.',
  afterwards: ['Wij bellen of mailen u.'],
}

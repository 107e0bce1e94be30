/** What whoever asked a question sees ahead: it is short, and about themselves. */
import type { Ahead } from './kit/ahead.ts'

export const vraagAhead: Ahead = {
  roads: [
    [
      {
        step: 'De coördinator antwoordt',
        text: 'Wij bellen of mailen u.',
        textWithoutMail: 'Wij bellen u.',
        states: ['ingediend'],
        calls: true,
      },
    ],
  ],
  besides: { beantwoord: 'Uw vraag is beantwoord' },
}

/** The words of mail about a form that is half filled in. */
import type { Form } from '../forms/kit/form.ts'
import type { Network } from '../forms/kit/network.ts'
import { momentInWords } from '../forms/kit/time.ts'
import type { Fact, WordsOf } from './content.ts'

export const draftWords: WordsOf<'verder' | 'verloopt'> = {
  verder: (notification, { network, form, link }) => {
    const noun = form.noun
    const until = untilOf(notification.expiresAt)
    return {
      subject: `Ga verder met uw ${noun}`,
      preview: `Dat kan tot ${until}.`,
      heading: `Ga verder met uw ${noun}`,
      paragraphs: [`Uw ${noun} is nog niet verstuurd. U kunt verdergaan tot ${until}. Daarna wissen we uw antwoorden.`],
      facts: draftFacts(form, until),
      next: [],
      button: { label: 'Ga verder', href: link },
      closing: draftClosing(network),
    }
  },

  verloopt: (notification, { network, form, link }) => {
    const noun = form.noun
    const until = untilOf(notification.expiresAt)
    return {
      subject: `We wissen uw ${noun} binnenkort`,
      preview: `Verdergaan kan tot ${until}.`,
      heading: `We wissen uw ${noun} binnenkort`,
      paragraphs: [
        `Uw ${noun} is nog niet verstuurd. U kunt verdergaan tot ${until}.`,
        'Daarna wissen we uw antwoorden, om de cliënt te beschermen.',
      ],
      facts: draftFacts(form, until),
      next: [],
      button: { label: 'Ga verder', href: link },
      closing: draftClosing(network),
    }
  },
}

/** To the minute: "tot en met" a day would promise hours in which the answers are gone already. */
const untilOf = (instant: string): string => momentInWords(new Date(instant))

const draftFacts = (form: Form, until: string): Fact[] => [
  ['Formulier', form.name],
  ['Verdergaan kan tot', until],
]

const draftClosing = ({ phone }: Network) => [
  'Wie deze link heeft, kan uw antwoorden lezen. Stuur hem niet door.',
  'Niet door u gevraagd? Dan hoeft u niets te doen.',
  `Hulp nodig? Bel ${phone}.`,
]

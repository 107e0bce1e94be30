/** The words of mail about how whoever asked is reached: to the new address, and to the one that counted until now. */

import { momentInWords } from '../forms/kit/time.ts'
import type { WordsOf } from './content.ts'
import { dossierFacts } from './facts.ts'

const notYou = (phone: string): string => `Was u dit niet? Bel ${phone}.`

export const reachWords: WordsOf<'adres-bevestigen' | 'gegevens'> = {
  'adres-bevestigen': ({ reference, expiresAt }, { network, form, link }) => {
    return {
      subject: `Bevestig uw adres · ${reference}`,
      preview: 'Dit adres telt pas als u het bevestigt.',
      heading: 'Bevestig uw adres',
      paragraphs: [
        'Dag,',
        `Iemand vroeg om mails over een ${form.noun} voortaan naar dit adres te sturen. Dat doen we pas als u het hier bevestigt.`,
      ],
      facts: dossierFacts(reference, form),
      next: [
        `Bevestig het ten laatste op ${momentInWords(new Date(expiresAt))}.`,
        'Zegt dit u niets? Dan hoeft u niets te doen.',
      ],
      button: { label: 'Bevestig dit adres', href: link },
      closing: [`${form.discretion} Bel ${network.phone}.`],
    }
  },

  gegevens: ({ reference, what }, { network, form, link }) => {
    const says = changes[what]
    return {
      subject: `${says.heading} · ${reference}`,
      preview: 'Was u dit niet? Bel ons.',
      heading: says.heading,
      paragraphs: ['Dag,', says.text.replace('{aanvraag}', form.noun)],
      facts: dossierFacts(reference, form),
      next: ['Was u dit zelf? Dan hoeft u niets te doen.', notYou(network.phone)],
      ...(says.opens ? { button: { label: `Volg uw ${form.noun}`, href: link } } : {}),
      closing: [`${form.discretion} Bel ${network.phone}.`],
    }
  },
}

const changes = {
  'adres-gevraagd': {
    heading: 'Iemand gaf een ander adres op',
    text: 'Iemand vroeg om mails over uw {aanvraag} voortaan naar een ander adres te sturen. Dat doen we pas als het daar bevestigd is. Tot dan mailen we u hier.',
    opens: true,
  },
  nummer: {
    heading: 'Iemand gaf een ander nummer op',
    text: 'Iemand gaf voor uw {aanvraag} een ander telefoonnummer op. We bellen voortaan dat nummer.',
    opens: true,
  },
  // Their link opens nothing any more.
  adres: {
    heading: 'We mailen voortaan naar een ander adres',
    text: 'Voor uw {aanvraag} is een ander adres bevestigd. We mailen voortaan daarheen. De links in onze vroegere mails werken niet meer.',
    opens: false,
  },
} as const

/** The words of mail about events (docs/words.md): what the public page shows, and nothing anybody typed in an answer. */
import type { EventNotificationKind } from '../forms/kit/events/event-notifications.ts'
import { deadlineInWords, eventDay, eventHours, eventStart, type LoketEvent } from '../forms/kit/events/events.ts'
import { mailings } from '../forms/kit/events/mailings.ts'
import type { EventContext, Fact, Words, WordsOf } from './content.ts'

type Told = Pick<Words, 'heading' | 'paragraphs'> &
  Partial<Pick<Words, 'next' | 'closing'>> & { subject: string; preview?: string; button?: string }

const told: Record<EventNotificationKind, (event: LoketEvent) => Told> = {
  'activiteit-uitnodiging': (event) => ({
    subject: 'Uitnodiging',
    heading: 'U bent uitgenodigd',
    preview: `${eventDay(event)}, ${eventHours(event)}.`,
    paragraphs: [`U bent uitgenodigd: ${event.titel}.`, `Laat iets weten tot en met ${deadlineInWords(event)}.`],
    button: 'Geef uw antwoord',
    closing: ['Deze link is van u alleen. Stuur hem niet door.'],
  }),

  'activiteit-ja': (event) => ({
    subject: 'U neemt deel',
    heading: 'U neemt deel',
    paragraphs: ['Dag,', 'We noteerden dat u deelneemt. In deze mail zit een bestand voor uw agenda.'],
    next: [
      ...(event.online
        ? ['De link om online deel te nemen staat op uw persoonlijke pagina, vanaf de dag ervoor.']
        : []),
      `Wijzigen kan tot en met ${deadlineInWords(event)}. Kunt u later toch niet komen? Meld het tot het begint.`,
    ],
  }),

  'activiteit-nee': (event) => ({
    subject: 'U kunt er niet bij zijn',
    heading: 'U kunt er niet bij zijn',
    paragraphs: ['Dag,', 'We noteerden dat u er niet bij kunt zijn. Dank u om het te laten weten.'],
    next: [`Wijzigen kan tot en met ${deadlineInWords(event)}.`],
  }),

  'activiteit-op-de-hoogte': (event) => ({
    subject: 'We houden u op de hoogte',
    heading: 'We houden u op de hoogte',
    paragraphs: ['Dag,', 'We noteerden dat u er niet bij kunt zijn. We mailen u als er nieuws is.'],
    next: [`Wijzigen kan tot en met ${deadlineInWords(event)}.`],
  }),

  'activiteit-wachtlijst': () => ({
    subject: 'U staat op de wachtlijst',
    heading: 'U staat op de wachtlijst',
    paragraphs: ['Dag,', 'Het is volzet. U staat op de wachtlijst. Kom nog niet.'],
    next: ['Komt er een plaats vrij, dan mailen we u.', 'Op uw persoonlijke pagina ziet u op welke plaats u staat.'],
    button: 'Bekijk uw plaats op de wachtlijst',
  }),

  'activiteit-te-laat': (event) => ({
    subject: 'Genoteerd als te laat',
    heading: 'Genoteerd als te laat',
    paragraphs: [
      'Dag,',
      `U kon antwoorden tot en met ${deadlineInWords(event)}. We noteerden uw antwoord als te laat.`,
    ],
    next: ['De organisator beslist.', 'Kom pas als u een bevestiging krijgt.'],
    button: 'Bekijk uw antwoord',
  }),

  'activiteit-link': () => ({
    subject: 'Uw persoonlijke link',
    heading: 'Uw persoonlijke link',
    paragraphs: [
      'Dag,',
      'Iemand vulde het formulier in met uw e-mailadres. Uw eerste antwoord telt. Er is niets gewijzigd.',
    ],
    button: 'Bekijk of wijzig uw antwoord',
    closing: ['Was u dit niet? Dan hoeft u niets te doen.'],
  }),

  'activiteit-herinnering': (event) => ({
    subject: 'Laat u nog iets weten?',
    heading: 'Laat u nog iets weten?',
    paragraphs: [
      'We hebben nog geen antwoord van u.',
      `Dat kan tot en met ${deadlineInWords(event)}. Nee is ook een goed antwoord.`,
    ],
    button: 'Geef uw antwoord',
  }),

  'activiteit-morgen': (event) => ({
    subject: 'Morgen',
    heading: `Tot morgen om ${eventStart(event)}`,
    paragraphs: [`Morgen is het zover: ${event.titel}.`],
    button: 'Bekijk hoe u deelneemt',
    closing: ['Kunt u niet? Laat het weten. Dan kan iemand anders uw plaats krijgen.'],
  }),

  'activiteit-plaats': () => ({
    subject: 'U hebt een plaats',
    heading: 'U hebt een plaats',
    paragraphs: ['Dag,', 'Er kwam een plaats vrij. U kunt deelnemen. In deze mail zit een bestand voor uw agenda.'],
    closing: ['Past het niet meer? Laat het weten. Dan kan iemand anders uw plaats krijgen.'],
  }),

  'activiteit-verplaatst': () => ({
    subject: 'Gewijzigd',
    heading: 'Er is iets gewijzigd',
    paragraphs: ['Dag,', 'De organisator wijzigde deze activiteit. Hieronder leest u wat nu geldt.'],
    closing: ['Past het niet meer? Laat het weten.'],
  }),

  'activiteit-geannuleerd': () => ({
    subject: 'Gaat niet door',
    heading: 'Deze activiteit gaat niet door',
    paragraphs: ['Dag,', 'De organisator annuleerde deze activiteit. U hoeft niets te doen.'],
    button: 'Bekijk de activiteit',
  }),

  'activiteit-praktisch': () => ({
    subject: 'Praktisch',
    heading: mailings.praktisch.heading,
    paragraphs: ['Dag,', ...mailings.praktisch.paragraphs],
    button: 'Bekijk hoe u deelneemt',
    closing: ['Kunt u niet? Laat het weten. Dan kan iemand anders uw plaats krijgen.'],
  }),

  'activiteit-vervolg': () => ({
    subject: 'Nieuws',
    heading: mailings.vervolg.heading,
    paragraphs: ['Dag,', ...mailings.vervolg.paragraphs],
    button: 'Bekijk de activiteit',
  }),
}

const wordsFor =
  (kind: EventNotificationKind) =>
  (_notification: unknown, { event: about, link, network }: EventContext): Words => {
    const { event, page, unsubscribe } = about
    const { subject, heading, paragraphs, preview, next = [], closing = [], button } = told[kind](event)
    return {
      subject: `${subject}${subject.endsWith('?') ? '' : ':'} ${event.titel}`,
      preview: preview ?? event.titel,
      heading,
      paragraphs,
      facts: eventFacts(event),
      next,
      button: { label: button ?? 'Bekijk of wijzig uw antwoord', href: link },
      closing: [...closing, `Vragen? Bel ${network.phone}.`],
      links: [
        { label: 'Voor een collega: de publieke pagina', href: page },
        { label: 'Geen mails meer over deze activiteit', href: unsubscribe },
      ],
    }
  }

const eventFacts = (event: LoketEvent): Fact[] => [
  ['Wat', event.titel],
  ['Wanneer', `${eventDay(event)}, ${eventHours(event)}`],
  ['Waar', event.plaats],
]

const kinds = Object.keys(told) as EventNotificationKind[]

/** Each with its own words, in one frame. */
export const eventWords = Object.fromEntries(
  kinds.map((kind) => [kind, wordsFor(kind)]),
) as WordsOf<EventNotificationKind>

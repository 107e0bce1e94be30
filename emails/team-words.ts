/** The words of mail to the people of a network, about what waits for them. */
import type { ReminderFill } from '../forms/kit/lifecycle/lifecycle.ts'
import { callWhen } from '../forms/kit/lifecycle/urgent.ts'
import { mostNamed } from '../forms/kit/team-meeting/agenda.ts'
import { fillIn } from '../forms/kit/text.ts'
import { addSeconds, brusselsDate, dateInWords, dayInWords, timeInWords } from '../forms/kit/time.ts'
import type { AnyContext, Fact, NotificationOf, WordsOf } from './content.ts'
import { dossierFacts, erased, receivedFacts } from './facts.ts'
import { isOver } from './moment.ts'
import { recipients, taskWords } from './staff-words.ts'

type Kind =
  | 'overgedragen'
  | 'dagoverzicht'
  | 'triage'
  | 'triage-overzicht'
  | 'triage-ingetrokken'
  | 'taak'
  | 'agenda'
  | 'ongeopend'
  | 'niet-aangekomen'

export const teamWords: WordsOf<Kind> = {
  triage: (notification, context) => {
    const { form, link } = context
    const noun = form.noun
    const { answerBefore } = notification
    const late = isOver(answerBefore, context)
    const call = callFirst(notification, context)
    return {
      subject: `Nieuwe ${noun} · ${notification.reference}`,
      preview: call
        ? `${call}.`
        : late
          ? 'Het antwoord is te laat.'
          : `Antwoord ten laatste op ${dateInWords(answerBefore)}.`,
      heading: call ?? `Nieuwe ${noun}`,
      paragraphs: [`Er is een nieuwe ${noun} voor ${form.subject}.`],
      facts: receivedFacts(notification, context),
      next: call
        ? [`${call}: dit kan niet wachten op het team. Op de telefoonlijst ziet u wie al belt.`]
        : [form.triage],
      button: { label: `Open de ${noun}`, href: link },
      closing: ['Stuur geen gegevens over cliënten per mail.'],
    }
  },

  dagoverzicht: (notification, { network, link, counts, settings }) => ({
    subject: 'Uw overzicht van vandaag',
    preview: 'Zoveel wacht er vandaag.',
    heading: `Uw overzicht van ${dateInWords(notification.on)}`,
    paragraphs: [`Dit wacht vandaag bij ${network.name}.`],
    facts: counts.map(({ label, count, most }): Fact => [label, most ? `${count} of meer` : String(count)]),
    next: [],
    button: { label: 'Open de werkruimte', href: link },
    closing: ['Stuur geen gegevens over cliënten per mail.'],
    links: [
      ...counts.map(({ link: label, href }) => ({ label, href })),
      { label: 'Zet dit overzicht af', href: settings, quiet: true },
    ],
  }),

  'triage-overzicht': (notification, { network, link, held }) => {
    const since = new Date(notification.since)
    const hour = `${dayInWords(since)}, van ${timeInWords(since)} tot ${timeInWords(addSeconds(since, 3600))}`
    return {
      subject: `Veel nieuwe aanvragen · ${network.name}`,
      preview: 'Ze staan allemaal in de werkruimte.',
      heading: 'Veel nieuwe aanvragen',
      paragraphs: [
        'Er kwamen in één uur zoveel aanvragen of vragen binnen, dat we ze niet allemaal apart mailen.',
        'Er is niets verloren. Ze staan allemaal in de werkruimte.',
      ],
      facts: [
        ['Wanneer', hour],
        ['Niet apart gemaild', String(held)],
      ],
      next: ['Kijk of het echte aanvragen zijn, en beantwoord ze zoals altijd.'],
      button: { label: 'Open de werkruimte', href: link },
      closing: ['Stuur geen gegevens over cliënten per mail.'],
    }
  },

  'triage-ingetrokken': (notification, context) => {
    const { form, link } = context
    const noun = form.noun
    return {
      subject: `Gestopte ${noun} · ${notification.reference}`,
      preview: 'U hoeft niet meer te antwoorden.',
      heading: `Gestopte ${noun}`,
      paragraphs: [`De aanvrager stopte deze ${noun} voor ${form.subject}.`],
      facts: dossierFacts(notification.reference, form),
      next: ['U hoeft niet meer te antwoorden.', erased(context)],
      button: { label: `Open de ${noun}`, href: link },
      closing: ['Stuur geen gegevens over cliënten per mail.'],
    }
  },

  taak: (notification, context) => {
    const { form, link } = context
    const { heading, text, next, button = 'Open het dossier' } = taskWords(notification, context)
    const on = notification.on ? dateInWords(notification.on) : ''
    const fill = (text: string) => fillIn<ReminderFill>(text, { aanvraag: form.noun, datum: on })
    return {
      subject: `${fill(heading)} · ${notification.reference}`,
      preview: fill(text),
      heading: fill(heading),
      paragraphs: [fill(text)],
      facts: dossierFacts(notification.reference, form),
      next: next.map(fill),
      button: { label: button, href: link },
      closing: ['Stuur geen gegevens over cliënten per mail.'],
    }
  },

  overgedragen: ({ references, count }, { network, link }) => ({
    subject: `Dossiers zijn niet meer bij u · ${network.name}`,
    preview: 'U hoeft er niets meer voor te doen.',
    heading: 'Dossiers zijn niet meer bij u',
    paragraphs: [
      'Een coördinator gaf deze dossiers aan iemand anders, of terug. U hoeft er niets meer voor te doen.',
      ...(count > references.length ? [`Het zijn er ${count}. De eerste ${references.length} staan hieronder.`] : []),
    ],
    facts: references.map((reference): Fact => ['Referentie', reference]),
    next: ['Wat nog bij u is, staat in Mijn week. Klopt het niet? Bel de coördinator.'],
    button: { label: 'Open mijn week', href: link },
    closing: ['Stuur geen gegevens over cliënten per mail.'],
  }),

  agenda: (notification, { link, references }) => {
    const day = dateInWords(notification.on)
    return {
      subject: 'Agenda van het team',
      preview: `${references.length < mostNamed ? references.length : `${mostNamed} of meer`} op de agenda.`,
      heading: `Agenda van ${day}`,
      paragraphs: ['Dit bespreekt het team. Wat vorige keer bleef liggen, staat erbij.'],
      facts: references.slice(0, mostNamed).map((reference, index): Fact => [String(index + 1), reference]),
      next: ['Beslis op het overleg over elke vraag: wie ze krijgt, een advies of een doorverwijzing.'],
      button: { label: 'Open de agenda', href: link },
      closing: ['Stuur geen gegevens over cliënten per mail.'],
    }
  },

  ongeopend: (notification, context) => {
    const { form, link } = context
    const noun = form.noun
    return {
      subject: `Nog niet geopend · ${notification.reference}`,
      preview: `Deze ${noun} wacht al minstens twee werkdagen.`,
      heading: `Een ${noun} is nog niet geopend`,
      paragraphs: [
        `Deze ${noun} wacht al minstens twee werkdagen. Niemand opende ze. U krijgt deze mail als plaatsvervanger.`,
      ],
      facts: receivedFacts(notification, context),
      next: [form.triage],
      button: { label: `Open de ${noun}`, href: link },
      closing: ['Stuur geen gegevens over cliënten per mail.'],
    }
  },

  'niet-aangekomen': (notification, { network, link }) => {
    const { aan, fate, reference } = notification
    const whose = recipients[aan]
    const unwanted = fate === 'klacht'
    const heading = unwanted ? 'Een mail werd als ongewenst gemeld' : 'Een mail is niet aangekomen'
    return {
      subject: `${unwanted ? 'Ongewenst' : 'Niet aangekomen'} · ${reference ?? network.name}`,
      preview: unwanted ? `Een mail ${whose.to} werd als ongewenst gemeld.` : `Een mail ${whose.to} kwam terug.`,
      heading,
      paragraphs: [
        unwanted
          ? `Een mail ${whose.to} van ${network.name} werd als ongewenst gemeld. De volgende mails komen daar misschien niet meer aan.`
          : `Een mail ${whose.to} van ${network.name} kwam terug. ${whose.missed}`,
      ],
      facts: [reference ? ['Referentie', reference] : ['Netwerk', network.name]],
      next: [whose.next],
      button: { label: reference ? 'Open het dossier' : 'Open de werkruimte', href: link },
      closing: ['Stuur geen gegevens over cliënten per mail.'],
    }
  },
}

/** Of somebody who says that it is urgent: when to call. */
function callFirst({ callBy }: NotificationOf<'triage'>, context: AnyContext): string | undefined {
  if (callBy === undefined) return undefined
  return isOver(callBy, context) ? 'Bel meteen' : callWhen(callBy, brusselsDate(context.now))
}

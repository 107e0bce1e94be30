/** The words of every kind of mail (docs/words.md). A kind without words fails to compile. */
import type { Form } from '../forms/kit/form.ts'
import { firstState, type ReminderFill, stateOf } from '../forms/kit/lifecycle/lifecycle.ts'
import { promiseWords, statusWords } from '../forms/kit/lifecycle/status.ts'
import { type Network, offerOf } from '../forms/kit/network.ts'
import type { Notification, NotificationKind } from '../forms/kit/post/notifications.ts'
import { mostNamed } from '../forms/kit/team-meeting/agenda.ts'
import { fillIn } from '../forms/kit/text.ts'
import { addSeconds, dateInWords, dayInWords, timeInWords } from '../forms/kit/time.ts'
import { accountWords } from './account-words.ts'
import type { Fact, MailContent, MailContext, Words } from './content.ts'
import { eventWords } from './event-kinds.ts'
import { recipients, taskWords } from './staff-words.ts'

type ByKind = { [Kind in NotificationKind]: Extract<Notification, { kind: Kind }> }

/** A notification that names a form is never put in words without it (functions/mailer/deliver.ts). */
type ContextOf<Kind extends NotificationKind> = ByKind[Kind] extends { form: string }
  ? MailContext & { form: Form }
  : MailContext

const words: { [Kind in NotificationKind]: (notification: ByKind[Kind], context: ContextOf<Kind>) => Words } = {
  ontvangen: (notification, { network, form, link }) => {
    const noun = form.zelfstandigNaamwoord
    const { date, hour } = momentOf(notification.receivedAt)
    const state = notification.state ?? firstState(form.verloop, {}).name
    const promise = promiseWords({ network, form }, { ...notification, state }) ?? ''
    return {
      subject: `Uw ${noun} is ontvangen · ${notification.reference}`,
      preview: promise,
      heading: `Uw ${noun} is ontvangen`,
      paragraphs: ['Dag,', `We kregen uw ${noun} voor ${form.onderwerp} op ${date} om ${hour}. ${promise}`],
      facts: receivedFacts(notification, form),
      next: stateOf(form.verloop, state).hierna ?? form.hierna,
      button: { label: `Volg uw ${noun}`, href: link },
      closing: [`${form.discretie} Bel ${network.telefoon}.`],
    }
  },

  triage: (notification, { form, link }) => {
    const noun = form.zelfstandigNaamwoord
    const answerBefore = dateInWords(notification.answerBefore)
    return {
      subject: `Nieuwe ${noun} · ${notification.reference}`,
      preview: `Antwoord vóór ${answerBefore}.`,
      heading: `Nieuwe ${noun}`,
      paragraphs: [`Er is een nieuwe ${noun} voor ${form.onderwerp}.`],
      facts: receivedFacts(notification, form),
      next: [form.triage],
      button: { label: `Open de ${noun}`, href: link },
      closing: ['Stuur geen gegevens over cliënten per mail.'],
    }
  },

  'triage-overzicht': (notification, { network, link, held }) => {
    const since = new Date(notification.since)
    const hour = `${dayInWords(since)}, van ${timeInWords(since)} tot ${timeInWords(addSeconds(since, 3600))}`
    return {
      subject: `Veel nieuwe aanvragen · ${network.naam}`,
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

  ingetrokken: (notification, { network, form, link }) => {
    const noun = form.zelfstandigNaamwoord
    return {
      subject: `Uw ${noun} is gestopt · ${notification.reference}`,
      preview: erased(network),
      heading: `Uw ${noun} is gestopt`,
      paragraphs: ['Dag,', `U stopte uw ${noun} voor ${form.onderwerp}. U hoeft geen reden te geven.`],
      facts: dossierFacts(notification.reference, form),
      next: [erased(network)],
      button: { label: `Bekijk uw ${noun}`, href: link },
      closing: [`Niet door u gestopt, of toch nog hulp nodig? Bel ${network.telefoon}.`, form.discretie],
    }
  },

  'triage-ingetrokken': (notification, { network, form, link }) => {
    const noun = form.zelfstandigNaamwoord
    return {
      subject: `Gestopte ${noun} · ${notification.reference}`,
      preview: 'U hoeft niet meer te antwoorden.',
      heading: `Gestopte ${noun}`,
      paragraphs: [`De aanvrager stopte deze ${noun} voor ${form.onderwerp}.`],
      facts: dossierFacts(notification.reference, form),
      next: ['U hoeft niet meer te antwoorden.', erased(network)],
      button: { label: `Open de ${noun}`, href: link },
      closing: ['Stuur geen gegevens over cliënten per mail.'],
    }
  },

  stand: (notification, { network, form, link }) => {
    const noun = form.zelfstandigNaamwoord
    return {
      subject: `Nieuws over uw ${noun} · ${notification.reference}`,
      preview: `Er veranderde iets aan uw ${noun}.`,
      heading: `Nieuws over uw ${noun}`,
      paragraphs: ['Dag,', statusWords({ network, form }, notification).join(network.telefoon)],
      facts: dossierFacts(notification.reference, form),
      next: [],
      button: { label: `Volg uw ${noun}`, href: link },
      closing: [`${form.discretie} Bel ${network.telefoon}.`],
    }
  },

  navraag: (notification, { network, form, link }) => ({
    subject: `${form.verloop.navraag} · ${notification.reference}`,
    preview: 'Eén klik is genoeg.',
    heading: form.verloop.navraag,
    paragraphs: [
      'Dag,',
      `Twee weken geleden verwezen we uw ${form.zelfstandigNaamwoord} door naar ${offerName(network, notification.offer)}. ${form.verloop.navraag}`,
    ],
    facts: dossierFacts(notification.reference, form),
    next: ['Ja? Dan hoeft u verder niets te doen.', 'Nee? Dan zoeken we samen verder.'],
    button: { label: 'Geef uw antwoord', href: link },
    closing: [`${form.discretie} Bel ${network.telefoon}.`],
  }),

  taak: (notification, { form, link }) => {
    const { heading, text, next } = taskWords(notification, form)
    const on = notification.on ? dateInWords(notification.on) : ''
    const fill = (text: string) => fillIn<ReminderFill>(text, { aanvraag: form.zelfstandigNaamwoord, datum: on })
    return {
      subject: `${fill(heading)} · ${notification.reference}`,
      preview: fill(text),
      heading: fill(heading),
      paragraphs: [fill(text)],
      facts: dossierFacts(notification.reference, form),
      next: next.map(fill),
      button: { label: 'Open het dossier', href: link },
      closing: ['Stuur geen gegevens over cliënten per mail.'],
    }
  },

  agenda: (notification, { link, references = [] }) => {
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

  ongeopend: (notification, { form, link }) => {
    const noun = form.zelfstandigNaamwoord
    return {
      subject: `Nog niet geopend · ${notification.reference}`,
      preview: `Deze ${noun} wacht al twee werkdagen.`,
      heading: `Een ${noun} is nog niet geopend`,
      paragraphs: [`Deze ${noun} wacht al twee werkdagen. Niemand opende ze. U krijgt deze mail als plaatsvervanger.`],
      facts: receivedFacts(notification, form),
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
      subject: `${unwanted ? 'Ongewenst' : 'Niet aangekomen'} · ${reference ?? network.naam}`,
      preview: unwanted ? `Een mail ${whose.to} werd als ongewenst gemeld.` : `Een mail ${whose.to} kwam terug.`,
      heading,
      paragraphs: [
        unwanted
          ? `Een mail ${whose.to} van ${network.naam} werd als ongewenst gemeld. De volgende mails komen daar misschien niet meer aan.`
          : `Een mail ${whose.to} van ${network.naam} kwam terug. ${whose.missed}`,
      ],
      facts: [reference ? ['Referentie', reference] : ['Netwerk', network.naam]],
      next: [whose.next],
      button: { label: reference ? 'Open het dossier' : 'Open de werkruimte', href: link },
      closing: ['Stuur geen gegevens over cliënten per mail.'],
    }
  },

  toegang: (_, { network, link }) => ({
    subject: `Uw toegang tot de werkruimte · ${network.naam}`,
    preview: 'Meld aan met het account van uw organisatie.',
    heading: 'Welkom in de werkruimte',
    paragraphs: [
      'Dag,',
      `De coördinator van ${network.naam} nodigt u uit om in Loket te werken. De uitnodiging werkt zeven dagen, en één keer.`,
    ],
    facts: [['Netwerk', network.naam]],
    next: ['Meld aan met het account van uw organisatie.', 'Bevestig daarna dat u het bent.'],
    button: { label: 'Neem de uitnodiging aan', href: link },
    closing: ['Deze link is van u alleen. Stuur hem niet door.', `Niet verwacht? Bel ${network.telefoon}.`],
  }),

  verder: (notification, { network, form, link }) => {
    const noun = form.zelfstandigNaamwoord
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
    const noun = form.zelfstandigNaamwoord
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

  ...accountWords,
  ...eventWords,
}

const offerName = (network: Network, key: string | undefined): string =>
  (key && offerOf(network, key)?.naam) || 'een ander aanbod'

export const wordsOf = <Kind extends NotificationKind>(
  kind: Kind,
  notification: ByKind[Kind],
  context: ContextOf<Kind>,
): MailContent => ({ ...words[kind](notification, context), network: context.network })

function momentOf(instant: string) {
  const moment = new Date(instant)
  return { date: dayInWords(moment), hour: timeInWords(moment) }
}

/** To the minute: "tot en met" a day would promise hours in which the answers are gone already. */
function untilOf(instant: string): string {
  const { date, hour } = momentOf(instant)
  return `${date} om ${hour}`
}

const dossierFacts = (reference: string, form: Form): Fact[] => [
  ['Referentie', reference],
  ['Formulier', form.naam],
]

function receivedFacts(notification: ByKind['ontvangen' | 'triage' | 'ongeopend'], form: Form): Fact[] {
  const { date, hour } = momentOf(notification.receivedAt)
  return [
    ...dossierFacts(notification.reference, form),
    ['Ontvangen', `${date} om ${hour}`],
    ['Antwoord vóór', dateInWords(notification.answerBefore)],
  ]
}

const draftFacts = (form: Form, until: string): Fact[] => [
  ['Formulier', form.naam],
  ['Verdergaan kan tot', until],
]

const erased = ({ bewaartermijnen }: Network) =>
  `We wissen de antwoorden binnen ${bewaartermijnen.withdrawnAnswers * 24} uur.`

const draftClosing = ({ telefoon }: Network) => [
  'Wie deze link heeft, kan uw antwoorden lezen. Stuur hem niet door.',
  'Niet door u gevraagd? Dan hoeft u niets te doen.',
  `Liever hulp? Bel ${telefoon}.`,
]

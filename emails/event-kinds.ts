/** The words of mail about events (docs/words.md): what the public page shows, and nothing anybody typed in an answer. */
import { attestMail, attestUntil } from '../forms/kit/events/attest.ts'
import type { EventNotification, EventNotificationKind } from '../forms/kit/events/event-notifications.ts'
import {
  closesAt,
  deadlineInWords,
  eventDay,
  eventStart,
  eventWhen,
  type LoketEvent,
  sessionsOf,
  showsOnlineLink,
} from '../forms/kit/events/events.ts'
import { invitationWords, mailings } from '../forms/kit/events/mailings.ts'
import { mayIn, type Phase, phaseOf, takesAnswers } from '../forms/kit/events/phases.ts'
import { addDays, brusselsDate } from '../forms/kit/time.ts'
import type { EventContext, Fact, Words, WordsOf } from './content.ts'

type Told = Pick<Words, 'heading' | 'paragraphs'> &
  Partial<Pick<Words, 'facts' | 'next' | 'closing'>> & { subject: string; preview?: string; button?: string }

interface Telling {
  event: LoketEvent
  /** Where the event stands when the mail leaves: nothing is promised that is over by then. */
  phase: Phase
  /** Only who answered cannot come. */
  othersCome: boolean
  /** How many come with one answer. */
  party: number
  /** Something of it goes in a calendar, or out of one. */
  inCalendar: EventNotification['agenda']
  now: Date
}

const told: Record<EventNotificationKind, (telling: Telling) => Told> = {
  'activiteit-uitnodiging': ({ event }) => ({
    subject: 'Uitnodiging',
    ...invitationWords(event),
    preview: `U bent uitgenodigd. Laat iets weten ${untilWhen(event)}.`,
    facts: [answerBy(event)],
    closing: ['Deze link is van u alleen. Stuur hem niet door.'],
  }),

  'activiteit-ja': (telling) => ({
    subject: 'U neemt deel',
    heading: 'U neemt deel',
    paragraphs: ['Dag,', comingWords(telling), ...fileWords(telling)],
    next: [...onlineWords(telling), ...changeWords(telling), ...cannotComeWords(telling)],
  }),

  'activiteit-nee': (telling) => ({
    subject: 'U kunt er niet bij zijn',
    heading: 'U kunt er niet bij zijn',
    paragraphs: [
      'Dag,',
      'We noteerden dat u er niet bij kunt zijn. Dank u om het te laten weten.',
      ...(telling.othersCome ? ['Wie u opgaf, komt wel.'] : []),
      ...fileWords(telling),
    ],
    next: changeWords(telling),
  }),

  'activiteit-op-de-hoogte': (telling) => ({
    subject: 'We houden u op de hoogte',
    heading: 'We houden u op de hoogte',
    paragraphs: ['Dag,', ...informedWords(telling), ...fileWords(telling)],
    next: changeWords(telling),
  }),

  'activiteit-wachtlijst': () => ({
    subject: 'U staat op de wachtlijst',
    heading: 'U staat op de wachtlijst',
    paragraphs: ['Dag,', 'Het is volzet. U staat op de wachtlijst. Kom nog niet.'],
    next: ['Komt er een plaats vrij, dan mailen we u.', 'Op uw persoonlijke pagina ziet u op welke plaats u staat.'],
    button: 'Bekijk uw plaats op de wachtlijst',
  }),

  'activiteit-te-laat': ({ event }) => ({
    subject: 'Genoteerd als te laat',
    heading: 'Genoteerd als te laat',
    paragraphs: ['Dag,', `U kon antwoorden ${untilWhen(event)}. We noteerden uw antwoord als te laat.`],
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
    closing: ['Was u dit niet? Dan hoeft u niets te doen.'],
  }),

  'activiteit-agenda': (telling) => ({
    subject: 'Er is niets gewijzigd',
    heading: 'Er is niets gewijzigd',
    paragraphs: [
      'Dag,',
      'We kregen een antwoord uit uw agenda dat we niet kunnen noteren, zoals “misschien” of een ander moment. Uw antwoord bij ons blijft wat het was.',
    ],
    next: changeWords(telling),
  }),

  'activiteit-herinnering': ({ event }) => ({
    subject: 'Laat u nog iets weten?',
    heading: 'Laat u nog iets weten?',
    preview: `Dat kan ${untilWhen(event)}.`,
    paragraphs: ['We hebben nog geen antwoord van u.'],
    facts: [answerBy(event)],
    button: 'Geef uw antwoord',
  }),

  'activiteit-morgen': ({ event, now }) => ({
    subject: 'Morgen',
    heading: `Tot morgen om ${eventStart(tomorrowOf(event, now))}`,
    paragraphs: [`Morgen is het zover: ${event.titel}.`],
    button: 'Bekijk hoe u deelneemt',
    closing: [`Kunt u niet? ${tellWords(event)}`],
  }),

  'activiteit-plaats': (telling) => ({
    subject: 'U hebt een plaats',
    heading: 'U hebt een plaats',
    paragraphs: ['Dag,', 'Er kwam een plaats vrij. U kunt deelnemen.', ...fileWords(telling)],
    closing: [`Past het niet meer? ${tellWords(telling.event)}`],
  }),

  'activiteit-verplaatst': (telling) => ({
    subject: 'Gewijzigd',
    heading: 'Er is iets gewijzigd',
    paragraphs: [
      'Dag,',
      'De organisator wijzigde deze activiteit. Hieronder leest u wat nu geldt.',
      ...fileWords(telling),
    ],
    closing: ['Past het niet meer? Laat het weten.'],
  }),

  'activiteit-geannuleerd': (telling) => ({
    subject: 'Gaat niet door',
    heading: 'Deze activiteit gaat niet door',
    paragraphs: ['Dag,', 'U hoeft niets te doen.', ...fileWords(telling)],
    button: 'Bekijk de activiteit',
  }),

  'activiteit-praktisch': ({ event }) => ({
    subject: 'Praktisch',
    ...greeted(mailings.praktisch),
    closing: [`Kunt u niet? ${tellWords(event)}`],
  }),

  'activiteit-vervolg': () => ({
    subject: 'Nieuws',
    ...greeted(mailings.vervolg),
  }),

  'activiteit-attest': ({ event }) => ({
    subject: 'Uw attest',
    ...greeted(attestMail),
    closing: [attestMail.closing(attestUntil(event))],
  }),
}

/** As the organiser saw it before it was sent. */
const greeted = ({
  heading,
  paragraphs,
  button,
}: {
  heading: string
  paragraphs: readonly string[]
  button: string
}) => ({
  heading,
  paragraphs: ['Dag,', ...paragraphs],
  button,
})

const comingWords = ({ party }: Telling): string =>
  party > 1 ? `We noteerden dat u met ${party} komt.` : 'We noteerden dat u deelneemt.'

/** Before the start it is an answer too; once it began, or is called off, only the news is left. */
const informedWords = ({ phase }: Telling): string[] => [
  ...(mayIn('write-down', phase) ? ['We noteerden dat u er niet bij kunt zijn.'] : []),
  'We mailen u als er nieuws is.',
]

/** Why somebody gets this. */
const whyWords = (kind: EventNotificationKind, { organisator }: LoketEvent): string =>
  kind === 'activiteit-uitnodiging' || kind === 'activiteit-herinnering'
    ? `U krijgt deze mail omdat ${organisator} u uitnodigt.`
    : 'U krijgt deze mail omdat u of uw dienst antwoordde op een uitnodiging, of er een kreeg.'

/** The day of it that is tomorrow. */
const tomorrowOf = (event: LoketEvent, now: Date): { start: string } =>
  sessionsOf(event).find(({ start }) => brusselsDate(new Date(start)) === addDays(brusselsDate(now), 1)) ?? event

const closesWithStart = (event: LoketEvent): boolean => closesAt(event) >= new Date(event.start)

/** Up to and including a day; on the day of the event itself it closes with the start, not at midnight (`closesAt`). */
const untilWhen = (event: LoketEvent): string =>
  closesWithStart(event) ? `tot ${eventDay(event)}, ${eventStart(event)}` : `tot en met ${deadlineInWords(event)}`

const answerBy = (event: LoketEvent): Fact => ['Antwoord', `${untilWhen(event)}. Nee is ook een goed antwoord.`]

function fileWords({ inCalendar }: Telling): string[] {
  if (inCalendar === 'REQUEST')
    return ['In deze mail zit een bestand voor uw agenda. Drukt u daar op Nee, dan weten wij dat u niet komt.']
  return inCalendar === 'CANCEL' ? ['Het bestand in deze mail haalt de activiteit uit uw agenda.'] : []
}

function onlineWords({ event, phase, now }: Telling): string[] {
  if (!event.online || !['open', 'gesloten'].includes(phase)) return []
  const since = showsOnlineLink(event, now) ? '' : ', vanaf de dag ervoor'
  return [`De link om online deel te nemen staat op uw persoonlijke pagina${since}.`]
}

const changeWords = ({ event, phase }: Telling): string[] =>
  takesAnswers(phase) ? [`Wijzigen kan ${untilWhen(event)}.`] : []

function cannotComeWords({ event, phase }: Telling): string[] {
  if (takesAnswers(phase) && !closesWithStart(event))
    return ['Kunt u later toch niet komen? Laat het weten. Dat kan tot het begin.']
  return phase === 'gesloten' ? ['Kunt u toch niet komen? Laat het weten. Dat kan tot het begin.'] : []
}

/** A seat that comes free is of use to somebody only where seats are counted. */
const tellWords = ({ capaciteit }: LoketEvent): string =>
  `Laat het weten.${capaciteit === undefined ? '' : ' Dan kan iemand anders uw plaats krijgen.'}`

const wordsFor =
  (kind: EventNotificationKind) =>
  ({ agenda, party = 1, othersCome }: EventNotification, { event: about, link, network, now }: EventContext): Words => {
    const { event, page, unsubscribe } = about
    const phase = phaseOf(event, now)
    const words = told[kind]({ event, phase, party, othersCome: othersCome === true, inCalendar: agenda, now })
    const { subject, heading, paragraphs, preview, facts = [], next = [], closing = [], button } = words
    return {
      subject: `${subject}${subject.endsWith('?') ? '' : ':'} ${event.titel}`,
      preview: preview ?? event.titel,
      heading,
      paragraphs,
      facts: [...eventFacts(event), ...facts],
      next,
      button: {
        label: button ?? (takesAnswers(phase) ? 'Bekijk of wijzig uw antwoord' : 'Bekijk uw antwoord'),
        href: link,
      },
      closing: [...closing, `Vragen? Bel ${network.phone}.`, whyWords(kind, event)],
      links: [
        {
          label: isForColleagues(event, phase) ? 'Voor een collega: de publieke pagina' : 'De publieke pagina',
          href: page,
        },
        { label: 'Geen mails meer over deze activiteit', href: unsubscribe, quiet: true },
      ],
    }
  }

/** Somebody else can answer on the public page. */
const isForColleagues = ({ toegang }: LoketEvent, phase: Phase): boolean =>
  toegang === 'openbaar' && takesAnswers(phase)

const eventFacts = (event: LoketEvent): Fact[] => [
  ['Wat', event.titel],
  ['Wanneer', eventWhen(event)],
  ['Waar', event.plaats],
]

const kinds = Object.keys(told) as EventNotificationKind[]

/** Each with its own words, in one frame. */
export const eventWords = Object.fromEntries(
  kinds.map((kind) => [kind, wordsFor(kind)]),
) as WordsOf<EventNotificationKind>

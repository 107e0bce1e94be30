/** What somebody of the network is told, by the reason; a reason without words fails to compile. */
import type { Form } from '../forms/kit/form.ts'
import { stateOf } from '../forms/kit/lifecycle/lifecycle.ts'
import { callInWords } from '../forms/kit/lifecycle/service-stops.ts'
import type { Notification } from '../forms/kit/post/notifications.ts'
import { capitalised } from '../forms/kit/text.ts'
import { brusselsDate } from '../forms/kit/time.ts'
import type { FormContext } from './content.ts'

type Returned = Extract<Notification, { kind: 'niet-aangekomen' }>
type Task = Extract<Notification, { kind: 'taak' }>

/** Whose mail came back, what they do not know now, and what to do about it. The address itself is in the werkruimte. */
export const recipients: Record<Returned['aan'], { to: string; missed: string; next: string }> = {
  aanvrager: {
    to: 'aan de aanvrager',
    missed: 'De aanvrager weet dus nog niet wat erin stond.',
    next: 'Bel de aanvrager, of verbeter het adres in het dossier en verstuur de mail opnieuw.',
  },
  triage: {
    to: 'aan de coördinatoren',
    missed: 'Zij weten dus nog niet wat erin stond.',
    next: 'Bekijk wat er wacht, bel de coördinatoren en laat hun adres nakijken.',
  },
  medewerker: {
    to: 'aan een medewerker',
    missed: 'Die weet dus nog niet wat erin stond.',
    next: 'Bel die medewerker en laat het adres nakijken.',
  },
  postbus: {
    to: 'aan een nieuwe postbus van het netwerk',
    missed: 'Die postbus telt dus nog niet: de mails komen aan waar ze aankwamen.',
    next: 'Kijk het adres na bij Beheer, Netwerk, en vul het opnieuw in.',
  },
  coordinator: {
    to: 'aan een coördinator',
    missed: 'Die weet dus nog niet wat erin stond.',
    next: 'Bekijk wat er blijft liggen, bel de coördinator en laat het adres nakijken.',
  },
  plaatsvervanger: {
    to: 'aan de plaatsvervanger',
    missed: 'Die weet dus nog niet wat erin stond.',
    next: 'Bekijk wat er wacht, bel de plaatsvervanger en laat het adres nakijken.',
  },
}

interface TaskWords {
  heading: string
  text: string
  next: readonly string[]
  /** Absent: it opens the dossier. */
  button?: string
}

/** Why somebody of the network is written to: what is up, and what to do next. */
const tasks: Record<Task['why'], TaskWords> = {
  toegewezen: {
    heading: 'Een dossier voor u',
    text: 'U kreeg een {aanvraag} toegewezen.',
    next: ['Open het dossier en bel de aanvrager.'],
  },
  terug: {
    heading: 'Een dossier kwam terug',
    text: 'Een {aanvraag} werd teruggegeven. De reden staat in het dossier.',
    next: ['Wijs iemand anders toe, of kies een andere weg.'],
  },
  datum: {
    heading: 'Vandaag te doen',
    text: 'Vandaag, {datum}, is de volgende stap van dit dossier afgesproken.',
    next: ['Open het dossier en kijk wat er nodig is.'],
  },
  voorbij: {
    heading: 'De dag is voorbij',
    text: 'De volgende stap van deze {aanvraag} moest ten laatste op {datum}. Die stap is nog niet gezet.',
    next: ['Doe de stap, of kies een nieuwe dag.', 'Lukt het u niet? Laat het de coördinator weten.'],
  },
  'blijft-liggen': {
    heading: 'Een dossier blijft liggen',
    text: 'De volgende stap van deze {aanvraag} moest ten laatste op {datum}. Die stap is nog niet gezet.',
    next: ['Bel wie het dossier heeft, of geef het aan iemand anders.', 'Gebeurt er niets meer? Sluit het dan af.'],
  },
  nakijken: {
    heading: 'Kijk een verdachte aanvraag na',
    text: 'Deze {aanvraag} lijkt door een machine ingevuld. Niemand keek ze na.',
    next: ['Is ze echt? Zeg dat in het dossier: dan vertrekken de mails. Is ze niet echt? Sluit ze dan af.'],
  },
  'te-laat': {
    heading: 'Een antwoord is te laat',
    text: 'De aanvrager kreeg nog geen antwoord op deze {aanvraag}. We beloofden dat ten laatste op {datum}. U krijgt deze mail als plaatsvervanger.',
    next: ['Open het dossier en beslis, of bel de aanvrager.'],
  },
  stil: {
    heading: 'Dit dossier is lang stil',
    text: 'In dit dossier gebeurde zes maanden niets.',
    next: ['Sluit het af, of hou het open. Dat kan met één klik.'],
  },
  wissen: {
    heading: 'Een dossier wordt binnenkort gewist',
    text: 'Dit dossier wordt gewist op {datum}. Bewaar in uw eigen dossier wat u nog nodig hebt.',
    next: ['Hebt u het nog nodig? Open het dossier voor die dag.'],
  },
  'plan-wissen': {
    heading: 'Dit plan wordt gewist',
    text: 'Dit plan wordt gewist op {datum}. Bewaar het in uw eigen dossier.',
    next: ['Druk het af, of haal het op als bestand.'],
    button: 'Open het plan',
  },
  'niet-geraakt': {
    heading: 'Een doorverwijzing lukte niet',
    text: 'De cliënt raakte niet bij het aanbod. Het dossier is weer open.',
    next: ['Bel de aanvrager en zoek samen verder.'],
  },
  heropend: {
    heading: 'Een dossier is weer open',
    text: 'Een {aanvraag} werd heropend.',
    next: ['Open het dossier en kijk wat er nodig is.'],
  },
  'dienst-stopt': {
    heading: 'Bel de cliënt',
    text: 'De dienst van de aanvrager doet niet meer mee. De {aanvraag} loopt door.',
    next: [
      'Bel de cliënt. Noteer in het dossier dat u belde.',
      'Wil de cliënt stoppen? Dat mag altijd. Trek in voor de aanvrager.',
    ],
  },
  'bel-dienst': {
    heading: 'Bel een dienst',
    text: 'Een {aanvraag} werd doorverwezen. U belt die dienst, samen met de aanvrager.',
    next: ['Open het dossier. Daar staat welke dienst het is. Noteer daar ook dat u belde.'],
  },
  kwijt: {
    heading: 'Een dossier is niet meer bij u',
    text: 'Iemand gaf dit dossier aan een ander, of terug. U hoeft er niets meer voor te doen.',
    next: ['Klopt dat niet? Bel de coördinator.'],
    button: 'Open mijn week',
  },
  afgelopen: {
    heading: 'Een dossier is afgelopen',
    text: 'Iemand anders sloot dit dossier af, verwees het door of verplaatste het, of de cliënt stopt. U hoeft er niets meer voor te doen.',
    next: ['Open het dossier om te zien wat er gebeurde.'],
  },
  'bel-niet': {
    heading: 'U hoeft niet meer te bellen',
    text: 'U zou voor dit dossier een dienst bellen. Dat hoeft niet meer: iemand deed het al of doet het, of het is niet meer nodig.',
    next: ['Klopt dat niet? Bel de coördinator.'],
    button: 'Open mijn week',
  },
  gewist: {
    heading: 'Een dossier is gewist',
    text: 'Dit dossier was bij u. Iemand vroeg om het te wissen. U hoeft er niets meer voor te doen.',
    next: ['Klopt dat niet? Bel de coördinator.'],
    button: 'Open mijn week',
  },
  toegevoegd: {
    heading: 'De aanvrager voegde iets toe',
    text: 'De aanvrager van deze {aanvraag} schreef er iets bij, of verbeterde zijn gegevens.',
    next: ['Lees het in de tijdlijn van het dossier. Hebt u een vraag? Bel de aanvrager.'],
  },
}

/** Where no client is at the table, whoever asked is called. */
const withoutClient: TaskWords = {
  heading: 'Bel de aanmelder',
  text: 'De dienst van de aanmelder doet niet meer mee. De {aanvraag} loopt door.',
  next: ['Bel de aanmelder. Noteer in het dossier dat u belde.'],
}

function callWords(call: NonNullable<Task['call']>, form: Form): string {
  if (call === 'urgent') return 'Bel meteen: het was dringend.'
  if (call === 'service') return 'Bel de dienst, samen met de aanvrager.'
  return `${capitalised(callInWords(form))}.`
}

/** It was referred, and is closed but for the call. */
const uncalled = ['Vraag wie zou bellen, of laat iemand anders bellen.']
/** Nobody has it: there is nobody to call. */
const unheld = ['Niemand heeft dit dossier. Geef het aan iemand.', 'Gebeurt er niets meer? Sluit het dan af.']

/** Of what had no day. */
const undated = 'In dit dossier gebeurde al een tijd niets.'

/** It was for another day than the one on which the mail leaves. */
const dayWas: Pick<TaskWords, 'heading' | 'text'> = {
  heading: 'Nog te doen',
  text: 'De volgende stap van dit dossier was afgesproken op {datum}.',
}

/** When the day of a state has come, or passed, its form says what for. */
export function taskWords(task: Task, { form, now }: FormContext): TaskWords {
  const { why, state, on, call } = task
  const words = tasks[why]
  if (why === 'dienst-stopt' && form.overleg?.withClient === false) return withoutClient
  const { reminder, next } = state ? stateOf(form.lifecycle, state) : {}
  const todo = call ? [callWords(call, form)] : next ? [`${capitalised(next)}.`] : []
  if (why === 'voorbij') return { ...words, text: on ? words.text : undated, next: [...todo, ...words.next] }
  if (why === 'blijft-liggen') {
    const passOn = call === 'service' ? uncalled : task.person ? words.next : unheld
    return { ...words, text: on ? words.text : undated, next: [...todo, ...passOn] }
  }
  if (why !== 'datum') return words
  if (on !== undefined && on !== brusselsDate(now)) return { ...words, ...dayWas, next: next ? todo : words.next }
  return reminder ? { ...words, text: reminder, next: next ? todo : words.next } : words
}

/**
 * What an organiser is asked of an event, in four groups. Names of fields are fixed: `titel`, `ondertitel`, `soort`, `voor_wie`,
 * `omschrijving`; `datum`, `van`, `tot`, `vorm`, `plaats`, `link`, and of each further day `dagen[i].id/.datum/.van/.tot`
 * (event-days.ts), `per_sessie`; `capaciteit`, `deadline`, `toegang`; `vraag` (ticks), of each question of their own
 * `eigen[i].id/.vraag/.soort/.keuzes` (event-own-questions.ts), `vraagt_organisatie`, `extra_herinnering`, `uitnodiger`,
 * `reden`. `casussen` is what `vraag` = `casus` was called before.
 */
import { type ChoiceQuestion, mostOfLongText, type TextQuestion, yearsAhead } from './kit/questions/questions.ts'
import { readLink } from './kit/read-link.ts'

/** Of one line, in characters. */
const oneLine = 200

const text = (name: string, label: string, error: string, more: Partial<TextQuestion> = {}): TextQuestion => ({
  kind: 'text',
  name,
  label,
  error,
  max: oneLine,
  ...more,
})

const tick = (name: string, label: string, value: string, option: string): ChoiceQuestion => ({
  kind: 'choices',
  name,
  label,
  error: 'Vink dit aan of laat het leeg',
  optional: true,
  options: [{ value, label: option }],
})

const soort: ChoiceQuestion = {
  kind: 'choice',
  name: 'soort',
  label: 'Soort',
  error: 'Kies een soort',
  options: [
    { value: 'vorming', label: 'Vorming' },
    { value: 'infosessie', label: 'Infosessie' },
    { value: 'overleg', label: 'Overleg' },
  ],
}

export const whatQuestions = [
  text('titel', 'Titel', 'Vul een titel in'),
  text('ondertitel', 'Ondertitel', '', { optional: true }),
  soort,
  text('voor_wie', 'Voor wie?', 'Vul in voor wie het is'),
  text('omschrijving', 'Omschrijving', 'Vul een omschrijving in', {
    kind: 'longText',
    max: mostOfLongText,
    hint: 'Laat een lege regel tussen twee alinea’s.',
  }),
] as const

/** The three fields of one day; `''` for the first, `dagen[0].` for the one after it. */
export const dayQuestions = (before: string) =>
  [
    text(`${before}datum`, 'Datum', 'Vul een datum in die bestaat, bijvoorbeeld 8/6/2027', {
      kind: 'date',
      between: { years: yearsAhead },
    }),
    text(`${before}van`, 'Van', 'Vul een uur in, bijvoorbeeld 9.00'),
    text(`${before}tot`, 'Tot', 'Vul een uur in, bijvoorbeeld 12.00'),
  ] as const

/** Only where there are several days. */
export const perSessie: ChoiceQuestion = tick(
  'per_sessie',
  'Mag iemand dagen kiezen?',
  'ja',
  'Ja, mensen kiezen zelf op welke dagen ze komen',
)

export const vorm: ChoiceQuestion = {
  kind: 'choice',
  name: 'vorm',
  label: 'Hoe?',
  error: 'Kies hoe mensen deelnemen',
  options: [
    { value: 'fysiek', label: 'Op een plaats' },
    { value: 'online', label: 'Online' },
    { value: 'hybride', label: 'Allebei' },
  ],
}

export const plaats = text('plaats', 'Plaats en adres', 'Vul een plaats in', {
  hint: 'Iedereen ziet dit. Is het alleen online? Dan mag dit leeg blijven.',
})
/** Nobody goes anywhere. */
export const plaatsOnline: TextQuestion = { ...plaats, optional: true }

export const link = text('link', 'Link om online mee te doen', 'Vul een adres in dat met https:// begint', {
  read: readLink,
  optional: true,
  max: 500,
  hint: 'Alleen wie komt, ziet hem, vanaf de dag ervoor. Hij staat nooit in een mail.',
})

export const seatQuestions = [
  text('capaciteit', 'Aantal plaatsen', 'Vul een aantal in, bijvoorbeeld 12', {
    optional: true,
    hint: 'Laat leeg als iedereen welkom is.',
  }),
  text('deadline', 'Antwoorden kan tot en met', 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027', {
    kind: 'date',
    between: { years: yearsAhead },
    hint: 'Tot 23.59 uur. Op de dag zelf: tot het begint.',
  }),
  {
    kind: 'choice',
    name: 'toegang',
    label: 'Wie mag antwoorden?',
    error: 'Kies wie mag antwoorden',
    options: [
      { value: 'openbaar', label: 'Iedereen, via de publieke pagina' },
      { value: 'op_uitnodiging', label: 'Alleen wie een uitnodiging kreeg' },
    ],
  } as ChoiceQuestion,
] as const

export const askQuestion: ChoiceQuestion = {
  kind: 'choices',
  name: 'vraag',
  label: 'Wat vraagt u nog?',
  hint: 'Wat iemand nodig heeft om deel te nemen, vragen we altijd.',
  error: 'Kies uit wat hier staat',
  optional: true,
  options: [
    { value: 'maaltijd', label: 'Wat iemand eet' },
    { value: 'tolk', label: 'Of iemand een tolk nodig heeft' },
    { value: 'casus', label: 'Wie een anonieme casus inbrengt' },
    { value: 'aantal', label: 'Met hoeveel iemand komt' },
  ],
}

/** One row of the organiser's own questions, at most three: `eigen[0].`, … */
export const ownQuestionFields = (before: string) =>
  [
    text(`${before}vraag`, 'Uw vraag', 'Schrijf de vraag', {
      max: 120,
      hint: 'Vraag geen gegevens over cliënten.',
    }),
    {
      kind: 'choice',
      name: `${before}soort`,
      label: 'Hoe antwoorden mensen?',
      error: 'Kies hoe mensen antwoorden',
      options: [
        { value: 'tekst', label: 'Met een zin' },
        { value: 'keuze', label: 'Met één keuze' },
        { value: 'getal', label: 'Met een getal' },
      ],
    } as ChoiceQuestion,
    text(`${before}keuzes`, 'De keuzes, één per regel', '', {
      kind: 'longText',
      optional: true,
      max: 400,
      hint: 'Alleen bij “Met één keuze”.',
    }),
  ] as const

export const mailQuestions = [
  text('uitnodiger', 'Wie nodigt uit?', '', {
    optional: true,
    max: 100,
    hint: 'Deze naam staat in de uitnodiging.',
  }),
  text('reden', 'U nodigt hen uit, omdat …', '', {
    optional: true,
    hint: 'Maak de zin af, bijvoorbeeld: u begeleidt jongeren die hun gezin terugzien. Geen gegevens over cliënten.',
  }),
  tick(
    'extra_herinnering',
    'Herinneren wie niet antwoordde',
    'ja',
    'Ook de dag voor de deadline, niet alleen drie dagen ervoor',
  ),
] as const

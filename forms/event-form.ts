/**
 * What an organiser fills in to make or change an event. Times are Brussels clock times on one day; one that does not exist
 * or comes twice is refused with the reason (docs/promises.md, "Bad input").
 */
import { cleanText } from './kit/clean.ts'
import type { LoketEvent } from './kit/events/events.ts'
import { localInstant, readHour } from './kit/local-time.ts'
import type { Answers, RawInput } from './kit/questions/answers.ts'
import type { FieldError } from './kit/questions/page.ts'
import { parsePage } from './kit/questions/parse.ts'
import { type Question, type TextQuestion, yearsAhead } from './kit/questions/questions.ts'
import { withoutAccents } from './kit/text.ts'
import { brusselsDate, brusselsLocal, dateInWords } from './kit/time.ts'

const text = (name: string, label: string, error: string, more: Partial<TextQuestion> = {}): Question => ({
  kind: 'text',
  name,
  label,
  error,
  ...more,
})

const tick = (name: string, label: string): Question => ({
  kind: 'choices',
  name,
  label,
  error: 'Vink dit aan of laat het leeg',
  optional: true,
  options: [{ value: 'ja', label: 'Ja' }],
})

export const eventQuestions: readonly Question[] = [
  text('titel', 'Titel', 'Vul een titel in'),
  text('ondertitel', 'Ondertitel', '', { optional: true }),
  {
    kind: 'choice',
    name: 'soort',
    label: 'Soort',
    error: 'Kies een soort',
    options: [
      { value: 'vorming', label: 'Vorming' },
      { value: 'infosessie', label: 'Infosessie' },
      { value: 'overleg', label: 'Overleg' },
    ],
  },
  text('omschrijving', 'Omschrijving', 'Vul een omschrijving in', {
    kind: 'longText',
    hint: 'Laat een lege regel tussen twee alinea’s.',
  }),
  text('voor_wie', 'Voor wie?', 'Vul in voor wie het is'),
  text('datum', 'Datum', 'Vul een datum in die bestaat, bijvoorbeeld 8/6/2027', {
    kind: 'date',
    between: { years: yearsAhead },
  }),
  text('van', 'Van', 'Vul een uur in, bijvoorbeeld 9.00', { hint: 'Bijvoorbeeld 9.00' }),
  text('tot', 'Tot', 'Vul een uur in, bijvoorbeeld 12.00'),
  text('plaats', 'Plaats', 'Vul een plaats in', { hint: 'Een adres, of “Online”.' }),
  text('link', 'Link om online deel te nemen', 'Vul een adres in dat met https:// begint', {
    optional: true,
    max: 500,
    hint: 'Alleen wie komt, ziet hem, vanaf de dag ervoor. Hij staat nooit in een mail.',
  }),
  text('deadline', 'Antwoorden kan tot en met', 'Vul een datum in die bestaat, bijvoorbeeld 21/5/2027', {
    kind: 'date',
    between: { years: yearsAhead },
  }),
  text('capaciteit', 'Aantal plaatsen', 'Vul een aantal in, bijvoorbeeld 12', {
    optional: true,
    hint: 'Laat leeg als iedereen welkom is.',
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
  },
  tick('casussen', 'Vragen wie een anonieme casus inbrengt?'),
  tick('extra_herinnering', 'Ook een herinnering de dag voor de deadline?'),
]

interface Context {
  network: string
  slug: string
  organisator: string
  /** The event as it is, when it is changed. */
  before?: LoketEvent
  now: Date
}

export type ReadEvent =
  | { kind: 'event'; event: LoketEvent; link: string | undefined }
  | { kind: 'errors'; errors: readonly FieldError[] }

export function readEvent(raw: RawInput, context: Context): ReadEvent {
  const { before, now } = context
  const page = { slug: '', title: '', questions: eventQuestions }
  const { answers, errors: found } = parsePage(page, raw, {}, { criteria: [], now })
  const errors = [...found]
  const value = (name: string) => String(answers[name] ?? '')
  const wrong = (name: string, message: string) => {
    if (!errors.some((error) => error.name === name)) errors.push({ name, message })
  }
  const instantOf = (name: 'van' | 'tot'): Date | undefined => {
    if (!answers.datum || !answers[name]) return undefined
    const result = readTime(value('datum'), value(name))
    if (typeof result !== 'string') return result
    wrong(name, result)
    return undefined
  }
  const [start, einde] = [instantOf('van'), instantOf('tot')]
  if (start && einde && einde <= start) wrong('tot', 'Kies een einduur na het begin')
  if (start && start <= now) wrong('datum', 'Kies een datum in de toekomst')
  if (answers.deadline && answers.datum && value('deadline') > value('datum'))
    wrong('deadline', 'Kies een deadline op of vóór de dag zelf')
  if (answers.deadline && value('deadline') < brusselsDate(now) && value('deadline') !== before?.deadline)
    wrong('deadline', 'Kies een deadline vanaf vandaag')
  const capaciteit = readCapacity(answers, before, wrong)
  if (answers.link && !/^https:\/\/[^\s]+$/.test(value('link')))
    wrong('link', 'Vul een adres in dat met https:// begint')
  if (errors.length > 0 || !start || !einde) return { kind: 'errors', errors }

  const event: LoketEvent = {
    slug: context.slug,
    network: context.network,
    titel: value('titel'),
    ...(answers.ondertitel ? { ondertitel: value('ondertitel') } : {}),
    soort: answers.soort as LoketEvent['soort'],
    omschrijving: value('omschrijving')
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim()),
    voorWie: value('voor_wie'),
    start: start.toISOString(),
    einde: einde.toISOString(),
    plaats: value('plaats'),
    online: answers.link !== undefined || /^online$/i.test(value('plaats')),
    deadline: value('deadline'),
    ...(capaciteit === undefined ? {} : { capaciteit }),
    toegang: answers.toegang as LoketEvent['toegang'],
    organisator: before?.organisator ?? context.organisator,
    casussen: ticked(answers, 'casussen'),
    perSessie: false,
    vragen: [],
    metHoeveel: false,
    vraagtOrganisatie: true,
    extraHerinnering: ticked(answers, 'extra_herinnering'),
    geannuleerd: false,
    revisie: (before?.revisie ?? -1) + 1,
    gemeld: before?.gemeld ?? 0,
  }
  const moved =
    before && (before.start !== event.start || before.einde !== event.einde || before.plaats !== event.plaats)
  return {
    kind: 'event',
    event: moved ? { ...event, gemeld: event.revisie } : event,
    link: answers.link ? value('link') : undefined,
  }
}

const ticked = (answers: Answers, name: string): boolean => Array.isArray(answers[name]) && answers[name].length > 0

function readCapacity(
  answers: Answers,
  before: LoketEvent | undefined,
  wrong: (name: string, message: string) => void,
) {
  const typed = answers.capaciteit
  if (before && (typed === undefined) !== (before.capaciteit === undefined)) {
    wrong(
      'capaciteit',
      before.capaciteit === undefined
        ? 'Deze activiteit heeft geen vast aantal plaatsen; dat kan achteraf niet'
        : 'Vul een aantal in, bijvoorbeeld 12',
    )
    return undefined
  }
  if (typed === undefined) return undefined
  if (!/^[1-9]\d{0,4}$/.test(String(typed))) wrong('capaciteit', 'Vul een aantal in, bijvoorbeeld 12')
  return Number(typed)
}

/** The instant of a clock time on a day, or why there is none. */
function readTime(date: string, typed: string): Date | string {
  const hour = readHour(typed)
  if (!hour) return 'Vul een uur in, bijvoorbeeld 9.00'
  const local = localInstant(date, hour)
  const shown = `${hour.replace(/^0/, '').replace(':', '.')} uur`
  switch (local.kind) {
    case 'once':
      return local.instant
    case 'never':
      return `Op ${dateInWords(date)} bestaat ${shown} niet: de klok springt dan van 2 naar 3 uur. Kies een ander uur.`
    case 'twice':
      return `Op ${dateInWords(date)} komt ${shown} twee keer: de klok gaat dan van 3 terug naar 2 uur. Kies een ander uur.`
  }
}

/** An event as its form shows it. */
export function eventFields(event: LoketEvent, link: string | undefined): RawInput {
  const local = (instant: string) => brusselsLocal(new Date(instant))
  const day = (date: string) => date.split('-').map(Number).reverse().join('/')
  const clock = (instant: string) => local(instant).slice(11, 16).replace(':', '.').replace(/^0/, '')
  const fields: Record<string, string | undefined> = {
    titel: event.titel,
    ondertitel: event.ondertitel,
    soort: event.soort,
    omschrijving: event.omschrijving.join('\n\n'),
    voor_wie: event.voorWie,
    datum: day(local(event.start).slice(0, 10)),
    van: clock(event.start),
    tot: clock(event.einde),
    plaats: event.plaats,
    link,
    deadline: day(event.deadline),
    capaciteit: event.capaciteit === undefined ? undefined : String(event.capaciteit),
    toegang: event.toegang,
    casussen: event.casussen ? 'ja' : undefined,
    extra_herinnering: event.extraHerinnering ? 'ja' : undefined,
  }
  return new Map(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, [value]] as const] : [])))
}

/** What of a typed form is not as the event is now: for who saves after somebody else did. */
export function differences(typed: RawInput, event: LoketEvent, link: string | undefined): FieldError[] {
  const stored = eventFields(event, link)
  return eventQuestions.flatMap(({ name, label, ...question }) => {
    const wordsOf = (raw: RawInput) => {
      const value = cleanText(raw.get(name)?.[0] ?? '')
      const options = 'options' in question ? question.options : []
      return options.find((option) => option.value === value)?.label ?? value
    }
    const [mine, theirs] = [wordsOf(typed), wordsOf(stored)]
    return mine === theirs ? [] : [{ name, message: `${label}: bewaard is nu ${theirs ? `“${theirs}”` : 'niets'}` }]
  })
}

/** Last part of an address, from a title. */
export const slugOf = (titel: string): string =>
  withoutAccents(titel)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-$/, '') || 'activiteit'

/** The page that makes an event stands where an event with this title would. */
export const isReserved = (slug: string): boolean => slug === 'nieuw'

/**
 * What an organiser fills in to make or change an event: read as a whole, and shown again. What is asked: event-form-questions.ts;
 * what one group needs beside it: event-days.ts, event-place.ts, event-capacity.ts, event-own-questions.ts.
 */
import { readCapacity } from './event-capacity.ts'
import { filledDays, readDays } from './event-days.ts'
import {
  askQuestion,
  dayQuestions,
  link,
  mailQuestions,
  perSessie,
  plaats,
  plaatsOnline,
  seatQuestions,
  vorm,
  whatQuestions,
} from './event-form-questions.ts'
import { questionFields, readOwnQuestions, ticked, withKinds, withTicks } from './event-own-questions.ts'
import { placeOf, placeProblems, withVorm } from './event-place.ts'
import { cleanedIn } from './kit/clean.ts'
import { formOf, type LoketEvent, sessionsOf } from './kit/events/events.ts'
import type { Answers, RawInput } from './kit/questions/answers.ts'
import type { FieldError } from './kit/questions/page.ts'
import { parsePage } from './kit/questions/parse.ts'
import type { Question } from './kit/questions/questions.ts'
import { bytesIn } from './kit/shorten.ts'
import { withoutAccents } from './kit/text.ts'
import { brusselsDate } from './kit/time.ts'

interface Context {
  network: string
  slug: string
  organisator: string
  /** Who makes it: told how the answers stand, and named in the invitation unless they say otherwise. */
  person: { id: string; name: string }
  /** The event as it is, when it is changed. */
  before?: LoketEvent
  now: Date
}

/** `link`: null takes away the one there is; undefined where it was not asked. */
export type ReadEvent =
  | { kind: 'event'; event: LoketEvent; link: string | null | undefined }
  | { kind: 'errors'; errors: readonly FieldError[] }

type Wrong = (name: string, message: string) => void

/** All that a form with these fields asks, in the order of the page. */
export function questionsFor(raw: RawInput): readonly Question[] {
  const place = cleanedIn(raw, 'vorm') === 'online' ? plaatsOnline : plaats
  return [
    ...whatQuestions,
    ...filledDays(raw).flatMap(dayQuestions),
    perSessie,
    ...[vorm, place, link],
    ...seatQuestions,
    askQuestion,
    ...questionFields(raw),
    ...mailQuestions,
  ]
}

/** What older forms and programs leave out, filled in. */
export const completed = (raw: RawInput): RawInput => withKinds(withTicks(withVorm(raw)))

export function readEvent(sent: RawInput, context: Context): ReadEvent {
  const { before, now } = context
  const raw = completed(sent)
  const questions = questionsFor(raw)
  const { answers, errors: found } = parsePage({ slug: '', title: '', questions }, raw, {}, { criteria: [], now })
  const errors = [...found]
  const wrong: Wrong = (name, message) => {
    if (!errors.some((error) => error.name === name)) errors.push({ name, message })
  }
  placeProblems(raw, answers, (name, message) => {
    // What was found of that field, such as a number in a link, says less.
    errors.splice(0, errors.length, ...errors.filter((error) => error.name !== name))
    wrong(name, message)
  })
  const days = readDays(answers, { raw, now, event: before, wrong })
  checkDeadline(answers, context, raw, wrong)
  const capaciteit = capacityOf(answers, wrong)
  const vragen = readOwnQuestions(raw, answers, before?.vragen ?? [], wrong)
  if (errors.length > 0 || !days) return { kind: 'errors', errors: inOrder(errors, questions) }

  const event: LoketEvent = {
    ...notAsked(before),
    ...wordsOf(answers),
    ...days,
    ...placeOf(answers),
    ...(capaciteit === undefined ? {} : { capaciteit }),
    ...mailWords(sent, answers, context),
    slug: context.slug,
    network: context.network,
    toegang: answers.toegang as LoketEvent['toegang'],
    organisator: before?.organisator ?? context.organisator,
    deadline: String(answers.deadline),
    casussen: ticked(answers, 'casus'),
    perSessie: days.sessies !== undefined && isTicked(answers, 'per_sessie'),
    vragen,
    metHoeveel: ticked(answers, 'aantal'),
    vraagtOrganisatie: asksOrganisation(sent, before),
    extraHerinnering: isTicked(answers, 'extra_herinnering'),
    geannuleerd: false,
    revisie: (before?.revisie ?? -1) + 1,
    gemeld: before?.gemeld ?? 0,
  }
  const large = tooLarge(event, before)
  if (large) return { kind: 'errors', errors: [large] }
  const told = before && isMoved(before, event) ? { ...event, gemeld: event.revisie } : event
  return { kind: 'event', event: told, link: linkOf(sent, answers) }
}

/** What stands in the event and in no field of this form, such as its news; what a field may empty is not among it. */
function notAsked(before: Partial<LoketEvent> = {}): Partial<LoketEvent> {
  const { ondertitel: _1, sessies: _2, capaciteit: _3, invitedBy: _4, reason: _5, ...kept } = before
  return kept
}

const isTicked = (answers: Answers, name: string): boolean => Array.isArray(answers[name]) && answers[name].length > 0

function checkDeadline(answers: Answers, { before, now }: Context, raw: RawInput, wrong: Wrong): void {
  const deadline = String(answers.deadline ?? '')
  const dates = filledDays(raw).flatMap((day) => (answers[`${day}datum`] ? [String(answers[`${day}datum`])] : []))
  const [first = deadline] = dates.sort()
  if (deadline > first) wrong('deadline', 'Kies een deadline op of vóór de dag zelf')
  else if (deadline && deadline < brusselsDate(now) && deadline !== before?.deadline)
    wrong('deadline', 'Kies een deadline vanaf vandaag')
}

function capacityOf(answers: Answers, wrong: Wrong): number | undefined {
  if (answers.capaciteit === undefined) return undefined
  const read = readCapacity(String(answers.capaciteit))
  if ('seats' in read) return read.seats
  wrong('capaciteit', read.problem)
  return undefined
}

function wordsOf(answers: Answers): Pick<LoketEvent, 'titel' | 'ondertitel' | 'soort' | 'omschrijving' | 'voorWie'> {
  const value = (name: string) => String(answers[name] ?? '')
  return {
    titel: value('titel'),
    ...(answers.ondertitel ? { ondertitel: value('ondertitel') } : {}),
    soort: answers.soort as LoketEvent['soort'],
    omschrijving: paragraphsIn(value('omschrijving')),
    voorWie: value('voor_wie'),
  }
}

/** Between empty lines. */
export const paragraphsIn = (text: string): string[] => text.split(/\n\s*\n/).map((paragraph) => paragraph.trim())

/** Who invites and why. What a form does not ask stays, and of a new event is the person who makes it. */
function mailWords(
  sent: RawInput,
  answers: Answers,
  { before, person }: Context,
): Pick<LoketEvent, 'invitedBy' | 'reason' | 'organiser'> {
  const or = (name: string, otherwise: string | undefined) => (sent.has(name) ? answers[name] : otherwise)
  const invitedBy = or('uitnodiger', before ? before.invitedBy : person.name)
  const reason = or('reden', before?.reason)
  const organiser = before ? before.organiser : person.id
  return {
    ...(invitedBy ? { invitedBy: String(invitedBy) } : {}),
    ...(reason ? { reason: withoutBecause(String(reason)) } : {}),
    ...(organiser ? { organiser } : {}),
  }
}

/** The sentence has its "omdat", and its full stop. */
const withoutBecause = (reason: string): string => reason.replace(/^(?:[.…]+ ?)?(?:omdat )?/i, '').replace(/\.+$/, '')

/** A tick that is on by default: who does not ask it, leaves it. */
export const organisationField = 'vraagt_organisatie'

function asksOrganisation(sent: RawInput, before: LoketEvent | undefined): boolean {
  const said = sent.get(organisationField)
  return said ? said.includes('ja') : (before?.vraagtOrganisatie ?? true)
}

const linkOf = (sent: RawInput, answers: Answers): string | null | undefined =>
  answers.link ? String(answers.link) : sent.has('link') ? null : undefined

/** When or where it takes place is another: who comes is told. */
export function isMoved(before: LoketEvent, after: LoketEvent): boolean {
  const whenWhere = (event: LoketEvent) =>
    JSON.stringify([event.plaats, formOf(event), ...sessionsOf(event).map(({ start, einde }) => [start, einde])])
  return whenWhere(before) !== whenWhere(after)
}

/**
 * Bytes of UTF-8 of all that is public of an event: a list reads the whole item (docs/decisions/003). What is left of 4 KB is for
 * the keys and for the news that comes later.
 */
export const mostEventBytes = 3200

/** What was as large before may stay: nobody has to shorten a text to move an event. */
export function tooLarge(event: LoketEvent, before: LoketEvent | undefined): FieldError | undefined {
  const bytes = sizeOf(event)
  if (bytes <= Math.max(mostEventBytes, before ? sizeOf(before) : 0)) return undefined
  const { titel, ondertitel = '', voorWie, plaats } = event
  const texts = { omschrijving: event.omschrijving.join('\n\n'), titel, ondertitel, voor_wie: voorWie, plaats }
  const [name = ''] = Object.entries(texts).sort(([, a], [, b]) => bytesIn(b) - bytesIn(a))[0] ?? []
  return { name, message: `Alles samen is te lang. Kort deze tekst in met ongeveer ${bytes - mostEventBytes} tekens.` }
}

const sizeOf = ({ nieuws: _, ...event }: LoketEvent): number => bytesIn(JSON.stringify(event))

/** As a person goes through the page. */
function inOrder(errors: readonly FieldError[], questions: readonly Question[]): FieldError[] {
  const at = ({ name }: FieldError) => questions.findIndex((question) => question.name === name)
  return [...errors].sort((a, b) => at(a) - at(b))
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

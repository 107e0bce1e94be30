/**
 * What the casemanager notes of what somebody said on the phone: one form for the whole table (docs/overleg.md §3, §4). The page
 * says beside each person what it showed, so that only what was changed on it counts: an answer that came along a link meanwhile
 * stays.
 */
import type { RawInput } from '../questions/answers.ts'
import type { FieldError } from '../questions/page.ts'
import type { GivenAnswers } from './answer.ts'
import type { OverlegNow } from './decide.ts'
import { type Seated, seated } from './overleg.ts'
import { comesTo, type SaidToMoment, saidBy, saidToMoment } from './said.ts'
import { cellOf } from './tally.ts'

export interface Noted {
  who: Seated
  given: GivenAnswers
}

export interface ReadNoted {
  /** Who said something else than is known. */
  noted: readonly Noted[]
  errors: readonly FieldError[]
  /** Answers that somebody else changed too since the page was made. */
  conflicts: readonly FieldError[]
  /** The fields that were changed on the page, as typed. */
  typed: RawInput
}

export const answerField = (participant: string, moment: string): string => `antwoord.${participant}.${moment}`
export const comesField = (participant: string): string => `komt.${participant}`
/** Hidden: what the page showed of this participant. */
export const shownField = (participant: string): string => `was.${participant}`
const noteFields = /^(antwoord|komt|was)\./

/** Every field of answers that was sent, known or not: one that is not known is told of. */
export const noteFieldsIn = (raw: RawInput): readonly (readonly [string, boolean])[] =>
  [...raw.keys()].filter((name) => noteFields.test(name)).map((name) => [name, false])

/** Whether the client can, of a moment that was unticked for them, is changed with the moments. */
export const isVetoed = ({ wie }: Pick<Seated, 'wie'>, { suitsClient }: { suitsClient: boolean }): boolean =>
  wie === 'client' && !suitsClient

/** By field, what is known now. */
export function knownAnswers(current: OverlegNow): ReadonlyMap<string, string> {
  const { overleg, said } = current
  const people = seated(overleg)
  if (overleg.state === 'vastgelegd')
    return new Map(people.map(({ id }) => [comesField(id), comesTo(saidBy(said, id), overleg.fixed?.number) ?? '']))
  return new Map(
    people.flatMap((who) =>
      overleg.moments.map((moment) => [answerField(who.id, moment.id), cellOf(current, who, moment)] as const),
    ),
  )
}

/** What the hidden field of this participant holds: `m1=kan m2=bel_mij`, or `komt=ja`. */
export const shownOf = (known: ReadonlyMap<string, string>, participant: string): string =>
  [...known]
    .filter(([field, answer]) => answer !== '' && participantOf(field) === participant)
    .map(([field, answer]) => `${keyOf(field)}=${answer}`)
    .join(' ')

const participantOf = (field: string): string => field.split('.')[1] ?? ''
const keyOf = (field: string): string => field.split('.')[2] ?? 'komt'

const changedToo = 'Dit antwoord is intussen veranderd. Kijk het na en bewaar opnieuw'
const unknown = 'Dit moment of deze persoon staat er niet (meer) bij. Kijk de lijst na'

export function readNoted(raw: RawInput, current: OverlegNow): ReadNoted {
  const known = knownAnswers(current)
  const errors: FieldError[] = []
  const conflicts: FieldError[] = []
  const kept: [field: string, answer: string][] = []
  const typed = new Map<string, readonly string[]>()
  for (const [field, [answer = '']] of raw) {
    if (!/^(antwoord|komt)\./.test(field) || answer === '') continue
    const now = known.get(field)
    const shown = shownIn(raw, field)
    if (now === answer || shown === answer) continue
    typed.set(field, [answer])
    const message = now === undefined ? unknown : problemOf(current, field, answer)
    if (message) errors.push({ name: now === undefined ? 'noteren' : field, message })
    else if (shown !== undefined && shown !== now) conflicts.push({ name: field, message: changedToo })
    else kept.push([field, answer])
  }
  const noted = seated(current.overleg).flatMap((who): Noted[] => {
    const own = kept.filter(([field]) => participantOf(field) === who.id)
    return own.length > 0 ? [{ who, given: givenOf(own) }] : []
  })
  return { noted, errors: [...new Map(errors.map((one) => [one.name, one])).values()], conflicts, typed }
}

/** Undefined when the page did not say. */
function shownIn(raw: RawInput, field: string): string | undefined {
  const [text] = raw.get(shownField(participantOf(field))) ?? []
  if (text === undefined) return undefined
  const pair = text.split(' ').find((one) => one.startsWith(`${keyOf(field)}=`))
  return pair?.slice(keyOf(field).length + 1) ?? ''
}

function problemOf({ overleg }: OverlegNow, field: string, answer: string): string | undefined {
  if (field.startsWith('komt.')) return answer === 'ja' || answer === 'nee' ? undefined : 'Kies komt of komt niet'
  if (!(saidToMoment as readonly string[]).includes(answer)) return 'Kies kan, kan niet of bel mij'
  const who = overleg.participants[participantOf(field)]
  const moment = overleg.moments.find(({ id }) => id === keyOf(field))
  return who && moment && isVetoed(who, moment)
    ? 'Dit moment past niet voor de cliënt. Past het toch? Duid het aan bij de momenten'
    : undefined
}

function givenOf(fields: readonly (readonly [field: string, answer: string])[]): GivenAnswers {
  const [, comes] = fields.find(([field]) => field.startsWith('komt.')) ?? []
  const moments = fields.filter(([field]) => field.startsWith('antwoord.'))
  return {
    ...(moments.length > 0
      ? { moments: Object.fromEntries(moments.map(([field, answer]) => [keyOf(field), answer as SaidToMoment])) }
      : {}),
    ...(comes === 'ja' || comes === 'nee' ? { comes } : {}),
  }
}

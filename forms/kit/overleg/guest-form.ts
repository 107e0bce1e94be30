/** What a participant sends from their own page, understood: when they can, whether they come, and what they type of themselves. */

import { cleanedIn } from '../clean.ts'
import type { RawInput } from '../questions/answers.ts'
import type { FieldError } from '../questions/page.ts'
import { readPhone } from '../read-phone.ts'
import { isBlank, textProblem } from '../text.ts'
import type { GivenAnswers } from './answer.ts'
import { type GuestNow, guestView, isReachable } from './guest.ts'
import type { Moment } from './overleg.ts'
import type { OwnWords } from './own-words.ts'
import { type SaidToMoment, saidBy, saidToMoment } from './said.ts'

/** Characters of their own file number. */
const mostOfNumber = 50

/** Field of the answer to a moment. */
export const answerField = (moment: string): string => `antwoord.${moment}`
const answerShape = /^antwoord\.([a-z0-9]{1,20})$/

/** Every field the pages can send, each at most once; a moment that was taken away may still be answered. */
export const guestFields = (raw: RawInput): ReadonlyMap<string, boolean> =>
  new Map(
    [
      ...[...raw.keys()].filter((name) => answerShape.test(name)),
      ...['telefoon', 'eigen_nummer', 'actie', 'komt', 'nummer'],
    ].map((name) => [name, false]),
  )

export type ReadGuest =
  | { kind: 'wrong'; errors: readonly FieldError[] }
  /** `fixed`: a moment was chosen since; `moved`: another one since; `over`: nothing of it can be answered any more. */
  | { kind: 'refused'; reason: 'fixed' | 'moved' | 'over' }
  /** `own`: to be sealed, when it is other than what was kept. */
  | { kind: 'given'; given: GivenAnswers; own?: OwnWords }

export function readGuest(current: GuestNow, typed: RawInput, now: Date): ReadGuest {
  const view = guestView(current, now)
  const isOfMoments = [...typed.keys()].some((name) => answerShape.test(name)) || typed.has('telefoon')
  const declines = cleanedIn(typed, 'actie') === 'doet_niet_mee'
  switch (view.kind) {
    case 'asked':
      if (declines) return { kind: 'given', given: { declines: true } }
      return typed.has('komt') ? { kind: 'refused', reason: 'over' } : readMoments(current, view.moments, typed)
    case 'fixed':
      return isOfMoments || declines ? { kind: 'refused', reason: 'fixed' } : readComing(current, view, typed)
    case 'none_left':
      // Who does not take part need not say when.
      return declines ? { kind: 'given', given: { declines: true } } : { kind: 'refused', reason: 'over' }
    case 'ended':
    case 'held':
    case 'cancelled':
      return { kind: 'refused', reason: 'over' }
  }
}

function readMoments(current: GuestNow, moments: readonly Moment[], typed: RawInput): ReadGuest {
  const before = saidBy(current.said, current.who.id).moments
  const sent = [...typed.keys()].flatMap((name) => {
    const [, id] = answerShape.exec(name) ?? []
    const answer = saidToMoment.find((one) => one === cleanedIn(typed, name))
    return id && answer ? [[id, answer] as const] : []
  })
  const isOpen = (id: string) => moments.some((moment) => moment.id === id)
  const given = sent.filter(([id]) => isOpen(id))
  const errors: FieldError[] = []
  const first = answerField(moments[0]?.id ?? '')
  // One that was answered before and is over now came along by itself.
  if (sent.some(([id, answer]) => !isOpen(id) && before[id]?.answer !== answer))
    errors.push({ name: first, message: gone })
  else if (given.length === 0) errors.push({ name: first, message: 'Duid minstens één moment aan' })
  const own = readOwn(
    current,
    typed,
    errors,
    given.some(([, answer]) => answer === 'bel_mij'),
  )
  if (errors.length > 0) return { kind: 'wrong', errors }
  return { kind: 'given', given: { moments: Object.fromEntries<SaidToMoment>(given) }, ...own }
}

const gone =
  'Een moment dat u aanduidde, is intussen weg of voorbij. Kijk de momenten na, en verstuur uw antwoorden opnieuw'

function readComing(
  current: GuestNow,
  { fixed, open }: Extract<ReturnType<typeof guestView>, { kind: 'fixed' }>,
  typed: RawInput,
): ReadGuest {
  const errors: FieldError[] = []
  const own = readOwn(current, typed, errors, false)
  const comes = (['ja', 'nee'] as const).find((one) => one === cleanedIn(typed, 'komt'))
  if (comes && typed.has('nummer') && cleanedIn(typed, 'nummer') !== String(fixed.number))
    return { kind: 'refused', reason: 'moved' }
  if (comes && !open) return { kind: 'refused', reason: 'over' }
  if (errors.length > 0) return { kind: 'wrong', errors }
  return { kind: 'given', given: comes ? { comes } : {}, ...own }
}

const noPhone = 'Vul een telefoonnummer in waarop we u bereiken'

/** Their number and their own file number; nothing when neither changed. `called`: they asked to be called. */
function readOwn(current: GuestNow, typed: RawInput, errors: FieldError[], called: boolean): { own?: OwnWords } {
  const { own } = current
  const fileNumber = typed.has('eigen_nummer') ? cleanedIn(typed, 'eigen_nummer') : own.fileNumber
  const problem = textProblem(fileNumber, mostOfNumber)
  if (problem) errors.push({ name: 'eigen_nummer', message: problem })
  const number = cleanedIn(typed, 'telefoon')
  const read = called && !isBlank(number) ? readPhone(number, noPhone) : { value: own.phone }
  const phone = 'value' in read ? read.value : ''
  if ('problem' in read) errors.push({ name: 'telefoon', message: read.problem })
  else if (called && phone === '' && !isReachable(current)) errors.push({ name: 'telefoon', message: noPhone })
  const same = phone === own.phone && fileNumber === own.fileNumber
  return same || errors.length > 0 ? {} : { own: { phone, fileNumber } }
}

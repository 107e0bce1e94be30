/** What a participant answers: along their own link, or noted by the casemanager on the phone (docs/overleg.md §3, §4). */
import { type Mail, type MailPlan, promise } from '../post/mail.ts'
import { isPast, upcoming } from './moments.ts'
import type { Overleg, Seated } from './overleg.ts'
import { mailSubjectOf, toHolder } from './rounds.ts'
import { comesTo, type Said, type SaidToMoment } from './said.ts'

export interface GivenAnswers {
  /** By moment; one that is absent stays as it was. */
  moments?: Readonly<Record<string, SaidToMoment>>
  comes?: 'ja' | 'nee'
  declines?: boolean
  /** Sealed anew when a number was typed. */
  sealed?: string
}

export type AnswerDecision =
  | { kind: 'answered'; said: Said; mails: MailPlan }
  /** Nothing would be different. */
  | { kind: 'same' }
  /** `fixed`: a moment was chosen since; `over`: it cannot be answered any more; `gone`: this moment was taken away. */
  | { kind: 'refused'; reason: 'fixed' | 'over' | 'gone' }

interface Answering {
  overleg: Overleg
  who: Seated
  before: Said
  given: GivenAnswers
  /** Id of the person of the network who notes it; absent for the participant's own. */
  by?: string
  now: Date
}

export function answer({ overleg, who, before, given, by, now }: Answering): AnswerDecision {
  const { moments, comes, declines, sealed } = given
  const asks = moments !== undefined || declines === true
  if (asks && overleg.state !== 'gepolst' && !(overleg.state === 'voorbereiden' && by))
    return { kind: 'refused', reason: overleg.state === 'vastgelegd' ? 'fixed' : 'over' }
  if (asks && !by && upcoming(overleg.moments, now).length === 0) return { kind: 'refused', reason: 'over' }
  if (comes && (overleg.state !== 'vastgelegd' || !overleg.fixed || isPast(overleg.fixed, now)))
    return { kind: 'refused', reason: 'over' }
  const known = new Set(overleg.moments.map(({ id }) => id))
  if (Object.keys(moments ?? {}).some((id) => !known.has(id))) return { kind: 'refused', reason: 'gone' }
  const at = now.toISOString()
  const noted = by ? { by } : {}
  const answers = Object.entries(moments ?? {})
    .filter(([id, said]) => before.moments[id]?.answer !== said)
    .map(([id, said]) => [id, { answer: said, at, ...noted }] as const)
  const number = overleg.fixed?.number
  const coming = comes && comes !== comesTo(before, number) ? { [String(number)]: { answer: comes, at, ...noted } } : {}
  const { declinedAt, ...rest } = before
  // Who answers after all takes part.
  const out = declines ? (declinedAt ?? at) : answers.length > 0 ? undefined : declinedAt
  const said: Said = {
    ...rest,
    revision: before.revision + 1,
    moments: { ...before.moments, ...Object.fromEntries(answers) },
    comes: { ...before.comes, ...coming },
    ...(out ? { declinedAt: out } : {}),
    ...(sealed ? { sealed } : {}),
  }
  if (answers.length === 0 && Object.keys(coming).length === 0 && out === declinedAt && !sealed) return { kind: 'same' }
  return {
    kind: 'answered',
    said,
    mails: promise(...mailsOf({ overleg, who, said, by, dropsOut: coming[String(number)]?.answer === 'nee' })),
  }
}

interface Telling {
  overleg: Overleg
  who: Seated
  said: Said
  by: string | undefined
  dropsOut: boolean
}

/** Each change is mailed to whose link it is; who cannot come is told of at once, unless the casemanager notes it. */
function mailsOf({ overleg, who, said, by, dropsOut }: Telling): Mail[] {
  const { network, form, reference, number: nr, revision, fixed } = overleg
  const own: Mail = {
    subject: mailSubjectOf(overleg, who.id, who.linkVersion),
    mailId: `overleg-antwoord-${said.revision}`,
    notification: {
      kind: 'overleg-antwoord',
      to: 'deelnemer',
      ...{ network, form, reference, overleg: nr, participant: who.id, linkVersion: who.linkVersion, revision },
      ...(overleg.holder === undefined ? {} : { holder: overleg.holder }),
      ...(fixed ? { moment: { start: fixed.start, end: fixed.end, number: fixed.number } } : {}),
    },
  }
  const task = toHolder(overleg, 'komt_niet')
  return [
    ...(!by && who.bereik === 'mail' ? [own] : []),
    ...(!by && dropsOut ? [{ ...task, mailId: `${task.mailId}-${who.id}-${said.revision}` }] : []),
  ]
}

/** Where a request stands, in the words of its form: on the status page, and in mails, which may say less (docs/words.md). */
import { type NetworkContent, offerOf, personOf } from '../content.ts'
import type { Service } from '../form.ts'
import { daysOf, type NetworkDays } from '../network-days.ts'
import type { OverlegMark } from '../overleg/mark.ts'
import { meetingsOf } from '../team-meeting/agenda.ts'
import { discussedOn } from '../team-meeting/meetings.ts'
import { fillIn } from '../text.ts'
import { brusselsDate, dateInWords } from '../time.ts'
import type { Dossier } from './dossier.ts'
import { type PromiseFill, type StatusFill, stateOf } from './lifecycle.ts'
import { passedOnAt } from './promised-day.ts'
import { dueCall } from './service-call.ts'

/** What the words depend on; nothing of the answers. */
export interface Standing {
  state: string
  answerBefore: string
  /** Id of the person who holds it. */
  holder?: string | undefined
  /** Key of the offer it was referred to. */
  offer?: string | undefined
  /** Whether the call to that service is to be made, or was; absent when nobody has it as a task. */
  call?: 'due' | 'done' | undefined
  /** Brussels date of the meeting or evaluation. */
  on?: string | undefined
  /** The form it was moved to, in words. */
  movedTo?: string | undefined
  /** Where the overleg stands. */
  overleg?: OverlegMark | undefined
}

export const standingOf = ({ state, answerBefore, holder, referral, nextOn, movedTo, overleg }: Dossier): Standing => ({
  state,
  answerBefore,
  ...(holder ? { holder } : {}),
  ...(referral ? { offer: referral.aanbod } : {}),
  ...callOf(referral),
  ...(nextOn ? { on: nextOn } : {}),
  ...(movedTo ? { movedTo: movedTo.name } : {}),
  ...(overleg ? { overleg } : {}),
})

/** Said only while somebody has the call as a task, and once it was made. */
const callOf = (referral: Dossier['referral']): Pick<Standing, 'call'> =>
  dueCall(referral) ? { call: 'due' } : referral?.call?.done ? { call: 'done' } : {}

/** The same, seen from today: what a meeting left undecided is discussed at the next one. */
export function standingOn({ form }: Service, days: NetworkDays, dossier: Dossier, today: string): Standing {
  const standing = standingOf(dossier)
  const discussed = stateOf(form.lifecycle, dossier.state).onAgenda && standing.on
  return discussed ? { ...standing, on: discussedOn(meetingsOf(days), discussed, today) } : standing
}

/** The Brussels date that the words of a state promise; undefined where they promise none, or its overleg says where it stands. */
export function promisedTo({ form }: Pick<Service, 'form'>, dossier: Dossier): string | undefined {
  const { promise, promises } = stateOf(form.lifecycle, dossier.state)
  // Where a dossier begins: somebody waits for a first answer.
  if (promise !== undefined) return dossier.answerBefore
  return promises && !overlegWords(form, standingOf(dossier)) ? dossier.nextOn : undefined
}

/** A day that was promised is over; the day itself is in time. */
export function isLate(service: Service, dossier: Dossier, now: Date): boolean {
  const promised = promisedTo(service, dossier)
  return promised !== undefined && brusselsDate(now) > promised
}

/** What the status page may say of a promise: passed on only once the coordinator was written to (follow-up.ts plans the mail). */
function lateness(service: Service, days: NetworkDays, dossier: Dossier, now: Date) {
  if (!isLate(service, dossier, now)) return 'in-time'
  return !dossier.suspect && now >= passedOnAt(service.network, days, dossier) ? 'passed-on' : 'late'
}

/** The words, in pieces: between two of them comes the network's phone number. */
export const statusWords = ({ form }: Pick<Service, 'form'>, content: NetworkContent, standing: Standing): string[] =>
  filledIn(form, content, standing, overlegWords(form, standing) ?? stateOf(form.lifecycle, standing.state).statusText)

const onYourPage = 'Er veranderde iets aan uw {aanvraag}. Op uw pagina leest u hoe het er nu mee staat.'

/**
 * The same in a mail: it names no service, which would tell what the trouble is, and no day that is over when it leaves (`today`):
 * that can be days after it was decided.
 */
export function mailWords(
  { form }: Pick<Service, 'form'>,
  content: NetworkContent,
  standing: Standing,
  today: string,
): string[] {
  const { mailText, statusText } = stateOf(form.lifecycle, standing.state)
  const says = overlegWords(form, standing) ?? mailText ?? statusText
  return filledIn(form, content, standing, namesPast(says, standing, today) ? onYourPage : says)
}

/** Words say a day that is over. */
const namesPast = (says: string, { answerBefore, on }: Standing, today: string): boolean =>
  (says.includes(`{${'antwoordVoor' satisfies PromiseFill}}`) && answerBefore < today) ||
  (says.includes(`{${'datum' satisfies PromiseFill}}`) && on !== undefined && on < today)

function filledIn(form: Service['form'], content: NetworkContent, standing: Standing, text: string): string[] {
  const { holder, offer, call, movedTo } = standing
  const fills: Record<StatusFill, string> = {
    ...promiseFillsOf(form, standing),
    behandelaar: personOf(content, holder)?.name ?? 'Een medewerker',
    aanbod: (offer && offerOf(content, offer)?.name) || 'een ander aanbod',
    samen: (call && stateOf(form.lifecycle, standing.state).together?.[call]) ?? '',
    bestemming: movedTo ?? 'een ander formulier',
  }
  return text.split('{tel}').map((piece) => fillIn<StatusFill>(piece, fills))
}

/** Between the states of a dossier the overleg says where it stands; once it was held, the state does. */
function overlegWords({ overleg: has, lifecycle }: Service['form'], { state, overleg }: Standing): string | undefined {
  if (!has || !overleg) return undefined
  const planned = lifecycle.moves.find(({ action }) => action === has.moves.fix)?.to
  const { state: stands, applicantInvited, moved } = overleg
  if (state === planned && stands === 'vastgelegd') {
    if (moved) return has.standings[applicantInvited ? 'verplaatst' : 'verplaatst_zonder']
    return has.standings[applicantInvited ? 'vastgelegd' : 'vastgelegd_zonder']
  }
  if (state !== lifecycle.assigned || stands === 'vastgelegd' || stands === 'gehouden') return undefined
  return has.standings[stands]
}

/** What whoever asked reads now: where it stands, or that what was promised is late; in pieces, as above. */
export function wordsNow(service: Service, content: NetworkContent, dossier: Dossier, now: Date): string[] {
  const days = daysOf(service.network, content)
  const late = lateness(service, days, dossier, now)
  if (late === 'in-time') return statusWords(service, content, standingOn(service, days, dossier, brusselsDate(now)))
  const passedOn = late === 'passed-on' ? ' Wij gaven dit door.' : ''
  return [`Dit duurt langer dan beloofd. Het spijt ons.${passedOn} Bel gerust: `, '.']
}

/**
 * The same in two parts, for a page that says what matters most in large letters: one sentence of ours, whatever the names in it, and
 * the rest; of what is late both sentences.
 */
export function wordsInTwo(service: Service, content: NetworkContent, dossier: Dossier, now: Date) {
  if (isLate(service, dossier, now)) {
    const [says = '', ...rest] = wordsNow(service, content, dossier, now)
    const [first, end] = cutAfter(says, 2)
    return { first: [first], rest: [end, ...rest] }
  }
  const { form } = service
  const standing = standingOn(service, daysOf(service.network, content), dossier, brusselsDate(now))
  const text = overlegWords(form, standing) ?? stateOf(form.lifecycle, standing.state).statusText
  const [first, rest] = cutAfter(text, 1)
  const pieces = (part: string) => (part === '' ? [] : filledIn(form, content, standing, part))
  return { first: pieces(first), rest: pieces(rest) }
}

/** So many sentences, and what comes after them. */
function cutAfter(text: string, sentences: number): [first: string, rest: string] {
  const parts = text.split(/(?<=[.?]) /)
  return [parts.slice(0, sentences).join(' '), parts.slice(sentences).join(' ')]
}

/** The Brussels date by which whoever asked gets the first answer, while they wait for it; with `now`, while it is not late. */
export function firstPromise({ form }: Pick<Service, 'form'>, dossier: Dossier, now?: Date): string | undefined {
  const waits = stateOf(form.lifecycle, dossier.state).promise !== undefined
  return waits && (!now || brusselsDate(now) <= dossier.answerBefore) ? dossier.answerBefore : undefined
}

/** What was promised at the beginning; undefined once the dossier has gone on. */
export function promiseWords({ form }: Pick<Service, 'form'>, standing: Standing): string | undefined {
  const { promise } = stateOf(form.lifecycle, standing.state)
  return promise && fillIn<PromiseFill>(promise, promiseFillsOf(form, standing))
}

/** The same in a mail that leaves today: of what is over nothing; undefined also once nothing of it can still be kept. */
export function promiseInMail(service: Pick<Service, 'form'>, standing: Standing, today: string): string | undefined {
  if (standing.answerBefore < today) return undefined
  const { promise } = stateOf(service.form.lifecycle, standing.state)
  if (promise === undefined || !namesPast(promise, standing, today)) return promiseWords(service, standing)
  return `U hoort van ons ten laatste op ${dateInWords(standing.answerBefore)}.`
}

const promiseFillsOf = (form: Service['form'], { answerBefore, on }: Standing): Record<PromiseFill, string> => ({
  aanvraag: form.noun,
  antwoordVoor: dateInWords(answerBefore),
  datum: on ? dateInWords(on) : 'een dag die we nog laten weten',
})

/** Mail about an overleg: what is read when it leaves, and whether it still goes out then (docs/overleg.md §3, §4). */
import type { NotificationOf, OverlegMail, OverlegMailKind } from '../../emails/content.ts'
import { words } from '../../emails/kinds.ts'
import { fixedOn } from '../../forms/kit/overleg/decide.ts'
import { guestOf } from '../../forms/kit/overleg/guest.ts'
import { isPast, upcoming } from '../../forms/kit/overleg/moments.ts'
import type { Overleg, Participant } from '../../forms/kit/overleg/overleg.ts'
import { comesTo, nothingSaid, saidAnything, saidBy } from '../../forms/kit/overleg/said.ts'
import { brusselsDate } from '../../forms/kit/time.ts'
import type { OutboxItem } from '../shared/store/outbox-item.ts'
import { staff, typed } from './audience.ts'
import { overlegEntry } from './calendar-entries.ts'
import { addressCameBack, type Due, itsForm, kind, type See, type Sources, type Use } from './kind.ts'

type ToParticipant = NotificationOf<Exclude<OverlegMailKind, 'overleg-taak'>>
type DueToParticipant = OutboxItem & { notification: ToParticipant }

/** The open part of it, and what this one participant said: nothing sealed is opened here. */
async function itsOverleg(mail: DueToParticipant, { overlegs, now }: Sources) {
  const { reference, overleg: number, participant } = mail.notification
  const kept = await overlegs.readFor(reference, number, participant, now)
  const who = kept?.overleg.participants[participant]
  const said = kept ? saidBy(kept.said, participant) : nothingSaid(participant)
  const about: OverlegMail = { ...(kept ? { overleg: kept.overleg } : {}), ...(who ? { who } : {}), said, now }
  return { ...itsForm(mail), about }
}

/** The same, without anybody of the table. */
async function heldOverleg(mail: Due<'overleg-taak'>, { overlegs, now }: Sources) {
  const { reference, overleg: number } = mail.notification
  const kept = await overlegs.readFor(reference, number, 'niemand', now)
  const about: OverlegMail = { ...(kept ? { overleg: kept.overleg } : {}), said: nothingSaid('niemand'), now }
  return { ...itsForm(mail), about }
}

type Seeing = { about: OverlegMail }
/** Whether it is of use, while it is there and the reader still has this link. */
type Judge = (now: Now) => Use | Promise<Use>
interface Now extends OverlegMail {
  overleg: Overleg
  mail: DueToParticipant
  sources: Sources
}

/**
 * `toAnybody`: also to who left the table since, or has another link. To all others only along a link that opens: for whoever has
 * another name since the mail was decided, it waits for the client's word (docs/overleg.md §2).
 */
const useful =
  (judge: Judge, toAnybody = false) =>
  async (mail: DueToParticipant, { about }: Seeing, sources: Sources): Promise<Use> => {
    const { overleg, who } = about
    if (!overleg || !who) return 'needless'
    const { participant, linkVersion } = mail.notification
    const opens = toAnybody || guestOf(overleg, participant, linkVersion) !== undefined
    if (!opens && !waitsForAgreement(who, linkVersion)) return 'needless'
    const use = await judge({ ...about, overleg, mail, sources })
    return use === 'yes' && !opens ? 'waits' : use
  }

const waitsForAgreement = ({ leftAt, linkVersion, agreedOn, wie }: Participant, version: number): boolean =>
  leftAt === undefined && linkVersion === version && agreedOn === undefined && wie !== 'client'

/** While the moments are asked, of who takes part. */
const asked: Judge = ({ overleg, said, now }) => {
  if (overleg.state !== 'gepolst' || said.declinedAt !== undefined) return 'needless'
  return upcoming(overleg.moments, now).length > 0 ? 'yes' : 'late'
}

/** Of who is silent, and whose address takes mail. */
const silent: Judge = async (now) => {
  if (saidAnything(now.said, now.overleg.moments) || (await addressCameBack(now.mail, now.sources))) return 'needless'
  return asked(now)
}

/** While this very moment stands, until it begins. */
const fixed: Judge = ({ overleg: { state, fixed: now }, mail, sources }) => {
  if (state !== 'vastgelegd' || !now || now.number !== mail.notification.moment?.number) return 'needless'
  return isPast(now, sources.now) ? 'late' : 'yes'
}

/** "Morgen" is wrong from the day itself on, and says nothing to who does not come, or takes no part. */
const dayBefore: Judge = async (now) => {
  const use = await fixed(now)
  if (use !== 'yes') return use
  const comes = comesTo(now.said, now.mail.notification.moment?.number)
  const staysAway = comes === 'nee' || (comes === undefined && now.said.declinedAt !== undefined)
  if (staysAway || (await addressCameBack(now.mail, now.sources))) return 'needless'
  return brusselsDate(now.now) < (fixedOn(now.overleg) ?? '') ? 'yes' : 'late'
}

/** So that nobody answers for somebody else unseen; once it moved, the answer counts no more and the mail about that says so. */
const answered: Judge = ({ overleg, mail: { notification } }) =>
  notification.moment === undefined || notification.moment.number === overleg.fixed?.number ? 'yes' : 'needless'

/** Until the hour at which they would have come. */
const notComing: Judge = ({ mail: { notification }, now }) =>
  notification.moment && isPast(notification.moment, now) ? 'late' : 'yes'

const calledOff: Judge = (now) => (now.overleg.state === 'afgelast' ? notComing(now) : 'needless')

function ofUseToHolder({ notification }: Due<'overleg-taak'>, { about: { overleg, now } }: Seeing): Use {
  if (!overleg) return 'needless'
  const { state, moments } = overleg
  switch (notification.why) {
    case 'niet_bereikt':
      return 'yes'
    case 'komt_niet':
      return state === 'vastgelegd' ? 'yes' : 'needless'
    case 'momenten_voorbij':
      return state === 'gepolst' && upcoming(moments, now).length === 0 ? 'yes' : 'needless'
    case 'gehouden':
      return state === 'vastgelegd' && fixedOn(overleg) === notification.on ? 'yes' : 'needless'
  }
}

const toParticipant = { audience: typed, look: itsOverleg, entry: overlegEntry }

export const overlegKinds: { [Kind in OverlegMailKind]: See<Kind> } = {
  'overleg-momenten': kind<'overleg-momenten'>({
    ...toParticipant,
    stillUseful: useful(asked),
    words: words['overleg-momenten'],
  }),
  'overleg-erbij': kind<'overleg-erbij'>({
    ...toParticipant,
    stillUseful: useful(asked),
    words: words['overleg-erbij'],
  }),
  'overleg-herinnering': kind<'overleg-herinnering'>({
    ...toParticipant,
    stillUseful: useful(silent),
    words: words['overleg-herinnering'],
  }),
  'overleg-antwoord': kind<'overleg-antwoord'>({
    ...toParticipant,
    stillUseful: useful(answered),
    words: words['overleg-antwoord'],
  }),
  'overleg-uitnodiging': kind<'overleg-uitnodiging'>({
    ...toParticipant,
    stillUseful: useful(fixed),
    words: words['overleg-uitnodiging'],
  }),
  'overleg-verplaatst': kind<'overleg-verplaatst'>({
    ...toParticipant,
    stillUseful: useful(fixed),
    words: words['overleg-verplaatst'],
  }),
  'overleg-afgelast': kind<'overleg-afgelast'>({
    ...toParticipant,
    stillUseful: useful(calledOff, true),
    words: words['overleg-afgelast'],
  }),
  'overleg-niet-komen': kind<'overleg-niet-komen'>({
    ...toParticipant,
    stillUseful: useful(notComing, true),
    words: words['overleg-niet-komen'],
  }),
  'overleg-morgen': kind<'overleg-morgen'>({
    ...toParticipant,
    stillUseful: useful(dayBefore),
    words: words['overleg-morgen'],
  }),
  'overleg-taak': kind<'overleg-taak'>({
    audience: staff,
    look: heldOverleg,
    stillUseful: ofUseToHolder,
    words: words['overleg-taak'],
  }),
}

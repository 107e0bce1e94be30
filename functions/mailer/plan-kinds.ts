/** Mail about a plan van aanpak: what is read when it leaves, and whether it still goes out then (docs/overleg.md §9, §10). */
import type { NotificationOf, PlanMail, PlanMailKind } from '../../emails/content.ts'
import { words } from '../../emails/kinds.ts'
import { isInterpreter, type Overleg, type Participant } from '../../forms/kit/overleg/overleg.ts'
import type { ActionPlan } from '../../forms/kit/plan/action-plan.ts'
import { isReminded, saysBefore } from '../../forms/kit/plan/plan-rounds.ts'
import { planSaidOf } from '../../forms/kit/plan/plan-said.ts'
import { hasPart, planGuestOf, runningOf } from '../../forms/kit/plan/who-sees.ts'
import { brusselsDate } from '../../forms/kit/time.ts'
import type { OutboxItem } from '../shared/store/outbox-item.ts'
import { staff, typed } from './audience.ts'
import { addressCameBack, type Due, itsForm, kind, type See, type Sources, type Use } from './kind.ts'

type ToParticipant = NotificationOf<Exclude<PlanMailKind, 'plan-taak'>>
type DueToParticipant = OutboxItem & { notification: ToParticipant }

/** `number`: of the overleg at whose table they are looked up. Nothing sealed is opened here. */
async function seenBy(mail: DueToParticipant, sources: Sources, number: (plan: ActionPlan) => string) {
  const { actionPlans, overlegs, now } = sources
  const { reference, participant } = mail.notification
  const kept = await actionPlans.readFor(reference, participant, now)
  const table = kept && (await overlegs.readFor(reference, number(kept.plan), participant, now))
  const who = table?.overleg.participants[participant]
  const about: PlanMail = {
    ...(kept ? { plan: kept.plan } : {}),
    ...(table ? { overleg: table.overleg } : {}),
    ...(who ? { who } : {}),
    said: planSaidOf(kept?.said ?? new Map(), participant),
    now,
  }
  return { ...itsForm(mail), about }
}

/** At the table that holds now. */
const itsPlan = (mail: DueToParticipant, sources: Sources) => seenBy(mail, sources, ({ overleg }) => overleg)

/** At the table they left: at the next one they may never have sat. */
const itsLastTable = (mail: DueToParticipant, sources: Sources) =>
  seenBy(mail, sources, () => mail.notification.overleg)

/** The plan alone. */
async function heldPlan(mail: Due<'plan-taak'>, { actionPlans, now }: Sources) {
  const kept = await actionPlans.readFor(mail.notification.reference, 'niemand', now)
  const about: PlanMail = { ...(kept ? { plan: kept.plan } : {}), said: planSaidOf(new Map(), 'niemand'), now }
  return { ...itsForm(mail), about }
}

type Seeing = { about: PlanMail }
/** Whether it is of use, while the reader still has this link. */
type Judge = (now: Now) => Use | Promise<Use>
interface Now extends PlanMail {
  plan: ActionPlan
  overleg: Overleg
  mail: DueToParticipant
  sources: Sources
}

/** Only along a link that opens: for whoever has another name since the mail was decided, it waits for the client's word. */
const useful =
  (judge: Judge) =>
  async (mail: DueToParticipant, { about }: Seeing, sources: Sources): Promise<Use> => {
    const { plan, overleg, who } = about
    if (!plan || !overleg || !who) return 'needless'
    const { participant, linkVersion } = mail.notification
    const opens = planGuestOf(overleg, participant, linkVersion) !== undefined
    if (!opens && !waitsForAgreement(who, linkVersion)) return 'needless'
    const use = await judge({ ...about, plan, overleg, mail, sources })
    return use === 'yes' && !opens ? 'waits' : use
  }

const waitsForAgreement = (who: Participant, version: number): boolean =>
  who.leftAt === undefined &&
  who.linkVersion === version &&
  who.renamed === true &&
  who.wie !== 'client' &&
  !isInterpreter(who)

const whileTrue = (isTrue: boolean): Use => (isTrue ? 'yes' : 'needless')

/** While there is something for them in what runs. */
const agreed: Judge = ({ plan, said: { participant } }) => {
  const running = runningOf(plan)
  return whileTrue(running !== undefined && hasPart(running, participant))
}

/** The last change that they hear of: a mail about the version after it says this too. Also to whom nothing is left to do. */
const changed: Judge = ({ plan, mail: { notification } }) =>
  whileTrue(runningOf(plan) !== undefined && plan.told[notification.participant] === notification.version)

/** What they do by that day is open, and they said nothing of it. Once it passed, the mail of the day after says so. */
const due: Judge = async ({ plan, said, now, mail, sources }) => {
  const { on = '' } = mail.notification
  if (!isReminded(plan, said, on) || (await addressCameBack(mail, sources))) return 'needless'
  return saysBefore(mail.mailId) && brusselsDate(now) > on ? 'late' : 'yes'
}

const stopped: Judge = ({ plan }) => whileTrue(plan.state === 'gestopt')

/** To who left: their link opens nothing, and that is what it says. */
const ofUseToWhoLeft = (_: DueToParticipant, { about: { plan, overleg } }: Seeing): Use =>
  whileTrue(plan !== undefined && overleg !== undefined)

/** Nobody looked back meanwhile: then there is another day, or it waits for the next overleg. */
function ofUseToStaff({ notification: { on } }: Due<'plan-taak'>, { about: { plan } }: Seeing): Use {
  const running = plan && runningOf(plan)
  return whileTrue(running?.evaluationOn === on && plan?.waitsForOverleg === undefined)
}

const toParticipant = { audience: typed, look: itsPlan }

export const planKinds: { [Kind in PlanMailKind]: See<Kind> } = {
  'plan-klaar': kind<'plan-klaar'>({ ...toParticipant, stillUseful: useful(agreed), words: words['plan-klaar'] }),
  'plan-veranderd': kind<'plan-veranderd'>({
    ...toParticipant,
    stillUseful: useful(changed),
    words: words['plan-veranderd'],
  }),
  'plan-afspraak': kind<'plan-afspraak'>({ ...toParticipant, stillUseful: useful(due), words: words['plan-afspraak'] }),
  'plan-gestopt': kind<'plan-gestopt'>({
    ...toParticipant,
    stillUseful: useful(stopped),
    words: words['plan-gestopt'],
  }),
  'plan-niet-meer': kind<'plan-niet-meer'>({
    ...{ audience: typed, look: itsLastTable },
    stillUseful: ofUseToWhoLeft,
    words: words['plan-niet-meer'],
  }),
  'plan-taak': kind<'plan-taak'>({
    ...{ audience: staff, look: heldPlan },
    stillUseful: ofUseToStaff,
    words: words['plan-taak'],
  }),
}

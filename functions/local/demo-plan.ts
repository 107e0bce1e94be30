/**
 * A request of Aalst whose plan runs, to try the plan, its pages and the evaluation with on this machine (docs/local.md): three guests,
 * five afspraken, one of them late, one that does not work out, and an evaluation in two weeks. Everybody in it is invented. Nothing of
 * it is mailed, now or later, until somebody acts on it.
 */
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import type { Decision } from '../../forms/kit/lifecycle/move.ts'
import { fix, hold, type OverlegNow } from '../../forms/kit/overleg/decide.ts'
import { ofDossier } from '../../forms/kit/overleg/of-dossier.ts'
import { type Seated, seated } from '../../forms/kit/overleg/overleg.ts'
import { begunPlan } from '../../forms/kit/plan/action-plan.ts'
import { freeze } from '../../forms/kit/plan/freeze.ts'
import { planOfDossier } from '../../forms/kit/plan/of-plan.ts'
import type { PlanDecided, PlanDecision, PlanNow } from '../../forms/kit/plan/plan-decision.ts'
import { planSaidOf, type Stand } from '../../forms/kit/plan/plan-said.ts'
import { noGoalTexts, noPlanTexts, planSealedFor, sealablePlan } from '../../forms/kit/plan/plan-texts.ts'
import { press } from '../../forms/kit/plan/press.ts'
import { type PlanInput, writePlan } from '../../forms/kit/plan/write-plan.ts'
import { promise } from '../../forms/kit/post/mail.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { addDays, brusselsDate, brusselsInstant } from '../../forms/kit/time.ts'
import { belgianDays } from '../../forms/kit/working-days.ts'
import type { ActionPlans } from '../shared/store/action-plans.ts'
import { assigned, type Demo, type DemoDeps, keep, made, nowOf, seatedFor, spanOn, usualAnswers } from './demo-case.ts'

type Deps = DemoDeps & { actionPlans: Pick<ActionPlans, 'store' | 'answer'> }

/** What was asked for: a mother with two children, and a house that is damp. */
const answers: Answers = {
  ...usualAnswers,
  levensdomeinen: ['wonen_energie', 'gezondheid'],
  naam: 'Amina Voorbeeld',
  organisatie: 'OCMW Aalst',
  email: 'amina@ocmw-aalst.example',
  telefoon: '+3253000041',
  client_aanduiding: 'K.L.',
  deelname_client: 'ja',
  veilig_contact: 'Bel op donderdag, tussen 10 en 12 uur.',
  vraag_client: 'Een droog huis, en iemand die mee belt.',
  zelf: 'De brieven bijhouden.',
  omgeving: 'De buurvrouw haalt de kinderen van school.',
  'loopt_goed.gezondheid': 'De huisarts kent het gezin goed.',
  'loopt_minder_goed.wonen_energie': 'Er is vocht in twee kamers.',
  doel: 'Een huis waar de kinderen niet ziek van worden.',
  betrokkenen: [
    { dienst: 'OCMW Aalst', contactpersoon: 'Amina Voorbeeld', email: 'amina@ocmw-aalst.example', rol: 'Begeleiding' },
    { dienst: 'Wonen De Poort', contactpersoon: 'Tom Claes', email: 'tom@wonen-depoort.example', rol: 'Huur' },
    { dienst: 'Thuiszorg De Linde', contactpersoon: 'Ria Goos', rol: 'Poetshulp' },
  ],
  momenten: 'In de voormiddag.',
}

/** The client by letter, one by phone, and three guests on mail. */
const rows = [
  { wie: 'client', bereik: 'brief' },
  {
    ...{ wie: 'spilfiguur', naam: 'Amina Voorbeeld', dienst: 'OCMW Aalst', bereik: 'mail' },
    ...{ email: 'amina@ocmw-aalst.example', telefoon: '053 00 00 41', beroepsgeheim: 'ja' },
  },
  {
    ...{ wie: 'dienst', naam: 'Tom Claes', dienst: 'Wonen De Poort', bereik: 'mail' },
    ...{ email: 'tom@wonen-depoort.example', telefoon: '053 00 00 42', beroepsgeheim: 'nee' },
  },
  {
    ...{ wie: 'naaste', naam: 'Rita Voorbeeld', bereik: 'mail' },
    ...{ email: 'rita@mail.example', telefoon: '053 00 00 43', beroepsgeheim: 'nee' },
  },
  {
    ...{ wie: 'dienst', naam: 'Ria Goos', dienst: 'Thuiszorg De Linde', bereik: 'telefoon' },
    ...{ telefoon: '053 00 00 44', beroepsgeheim: 'ja' },
  },
]

/** Working days before today on which it was asked for, and held; and after today, when it is evaluated. */
const days = { submitted: 35, held: 20, evaluated: 10 } as const
const hours = ['10:00', '11:30'] as const

const goals: PlanInput['goals'] = [
  {
    ...{ domein: 'wonen_energie', wanneer: 'eerst' },
    texts: {
      ...noGoalTexts,
      minder_goed: 'Er is vocht in twee kamers.',
      doel: 'Een droge kamer voor de kinderen.',
    },
  },
  {
    ...{ domein: 'gezondheid', wanneer: 'later' },
    texts: { ...noGoalTexts, goed: 'De huisarts kent het gezin goed.', doel: 'Weer eens goed slapen.' },
  },
]

/** By row of the table; `tegen`: days from today. */
const afspraken = [
  { wie: 0, wat: 'Elke week de brieven in één map steken' },
  { wie: 1, met: 0, wat: 'Samen met u de huisbaas bellen over het vocht', tegen: -6 },
  { wie: 2, wat: 'Komen kijken naar het vocht in de kinderkamers', tegen: -3 },
  { wie: 3, wat: 'De kinderen van school halen op dinsdag en vrijdag' },
  { wie: 4, met: 3, wat: 'Een poetshulp zoeken voor één voormiddag per week', tegen: 5 },
] as const

/** What guests said since: by row, of which afspraak, and how many days ago. */
const said: readonly (readonly [row: number, afspraak: string, says: Stand, daysAgo: number])[] = [
  [1, 'a2', 'lukt_niet', 4],
  [3, 'a4', 'gedaan', 2],
]

/** One request with its plan, agreed and running. */
export async function seedPlan(deps: Deps, now: Date): Promise<void> {
  const about = { word: 'plan', answers, rows }
  const today = brusselsDate(now)
  const day = belgianDays.before(today, days.held)
  const asked = brusselsInstant(`${belgianDays.before(today, days.submitted)}T10:00`)
  const heldAt = brusselsInstant(`${day}T11:00`)
  const demo = assigned(deps, about, asked)
  const { current, reachedAt } = seatedFor(demo, about, [spanOn(day, hours)], asked)
  const { table, dossier } = held(demo, current, { asked, heldAt, day })
  const plan = agreed({ ...demo, dossier }, table, today, heldAt)
  await keep(
    deps,
    demo,
    { answers, dossier: plan.dossier, current: table, reachedAt, what: 'overleg gehouden' },
    heldAt,
  )
  await keepPlan(deps, demo, plan.decided, heldAt)
  await keepSaid(deps, table, plan.decided, now)
}

/** Everybody came. */
function held(demo: Demo, current: OverlegNow, { asked, heldAt, day }: { asked: Date; heldAt: Date; day: string }) {
  const practical = { vorm: 'fysiek', tolk: 'niet_nodig', place: 'Welzijnshuis, lokaal 2', onlineLink: '' } as const
  const fixed = made(
    fix(current, current.overleg.moments[0]?.id ?? '', practical, { by: demo.by.id, now: asked, days: demo.days }),
  )
  const present = Object.fromEntries(seated(fixed.overleg).map(({ id }) => [id, 'aanwezig' as const]))
  const minutes = { present, decisions: 'Het vocht gaat voor. De rest komt later.', keyPerson: idAt(fixed.overleg, 1) }
  const over = made(hold(nowOf(fixed), minutes, { by: demo.by.id, now: heldAt, days: demo.days }))
  const planned = moved(ofDossier(fixed, { ...demo, now: asked, answers: { date: day } }))
  const dossier = moved(ofDossier(over, { ...demo, dossier: planned, now: heldAt, answers: { explained: true } }))
  return { table: nowOf(over), dossier }
}

/** Written at the table and agreed with the client at once. */
function agreed(demo: Demo, table: OverlegNow, today: string, now: Date) {
  const { overleg, details } = table
  const { reference, network, form, number } = overleg
  const begun: PlanNow = {
    ...{ overleg, details, said: new Map(), texts: noPlanTexts },
    plan: begunPlan({ reference, network, form, overleg: number, holder: demo.by.id, goals: [] }),
  }
  const act = { by: demo.by.id, now, days: demo.days }
  const evaluationOn = demo.days.add(today, days.evaluated)
  const rowsOfPlan = afspraken.map(({ wie, wat, ...one }) => ({
    ...{ wie: idAt(overleg, wie), wat, waarom: 'wonen_energie' },
    ...('met' in one ? { met: idAt(overleg, one.met) } : {}),
    ...('tegen' in one ? { tegen: addDays(today, one.tegen) } : {}),
  }))
  const written = decided(writePlan(begun, { goals, afspraken: rowsOfPlan, evaluationOn }, act))
  const discussed = { client: idAt(overleg, 0), on: brusselsDate(now), how: 'zelf' as const }
  const agreement = { agreed: [discussed], disagreed: {}, whole: [idAt(overleg, 1)], reasons: [] }
  const frozen = decided(freeze({ ...begun, ...written }, agreement, true, act))
  return { decided: frozen, dossier: moved(planOfDossier(frozen, { ...demo, now })) }
}

async function keepPlan({ seal, actionPlans }: Deps, { by, service }: Demo, frozen: PlanDecided, now: Date) {
  const { plan, texts, version, what } = frozen
  const sealed = (words: typeof texts, number?: string) =>
    seal(plan.network, planSealedFor(plan, number), sealablePlan(words))
  const kept = version && {
    version: version.version,
    sealed: await sealed(version.texts, version.version.number),
  }
  const audited = { auditId: 'demo-plan', now, auditDays: service.network.retention.audit }
  const toStore = { before: 0, plan, sealed: await sealed(texts), version: kept, mails: promise(), now }
  await actionPlans.store(toStore, audited, { who: by.id, what })
}

async function keepSaid({ actionPlans }: Deps, { overleg }: OverlegNow, { plan }: PlanDecided, now: Date) {
  for (const [row, afspraak, says, daysAgo] of said) {
    const { id, linkVersion } = seatAt(overleg, row)
    const at = brusselsInstant(`${addDays(brusselsDate(now), -daysAgo)}T09:30`)
    const decision = press(plan, planSaidOf(new Map(), id), afspraak, says, at)
    if (decision.kind !== 'said') throw new Error(`The demo guest cannot say: ${decision.kind}`)
    await actionPlans.answer({ plan, said: decision.said, linkVersion, now: at })
  }
}

function seatAt(overleg: OverlegNow['overleg'], row: number): Seated {
  const found = seated(overleg)[row]
  if (!found) throw new Error('The demo table has no such row')
  return found
}
const idAt = (overleg: OverlegNow['overleg'], row: number): string => seatAt(overleg, row).id

function moved(of: { decision: Decision } | undefined): Dossier {
  if (of?.decision.kind !== 'moved') throw new Error('The demo dossier cannot go on')
  return of.decision.dossier
}

function decided(decision: PlanDecision): PlanDecided {
  if (decision.kind === 'refused') throw new Error(`The demo plan cannot be made: ${decision.reason}`)
  return decision
}

/**
 * How the requests of Aalst to try Loket with come to be (demo-overleg.ts, demo-plan.ts): by the same decisions as in the werkruimte,
 * stored as they would be, and nothing of it mailed.
 */
import { findService } from '../../forms/index.ts'
import type { NetworkContent, Person } from '../../forms/kit/content.ts'
import type { Service } from '../../forms/kit/form.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { decide } from '../../forms/kit/lifecycle/move.ts'
import { type Submission, submit } from '../../forms/kit/lifecycle/submit.ts'
import { daysOf, type NetworkDays } from '../../forms/kit/network-days.ts'
import { type OverlegNow, saveMoments } from '../../forms/kit/overleg/decide.ts'
import type { Decided, OverlegDecision, ReachedAt } from '../../forms/kit/overleg/decision.ts'
import { noDetails, sealable } from '../../forms/kit/overleg/details.ts'
import type { Span } from '../../forms/kit/overleg/moments.ts'
import { newOverleg } from '../../forms/kit/overleg/of-dossier.ts'
import { saveTable } from '../../forms/kit/overleg/save-table.ts'
import { readTable } from '../../forms/kit/overleg/table.ts'
import { promise } from '../../forms/kit/post/mail.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { makeReference } from '../../forms/kit/reference.ts'
import { brusselsDate, brusselsInstant } from '../../forms/kit/time.ts'
import type { Seal } from '../shared/seal.ts'
import { addressHmac } from '../shared/secrets.ts'
import type { Dossiers } from '../shared/store/dossiers.ts'
import { type Overlegs, sealedFor } from '../shared/store/overlegs.ts'
import { takeIn } from '../shared/take-in.ts'
import { demoContentOf } from './demo-content.ts'

export interface DemoDeps {
  dossiers: Pick<Dossiers, 'file'>
  overlegs: Pick<Overlegs, 'store' | 'putAddresses'>
  seal: Seal
  addressKey: string
  random: (bytes: number) => Uint8Array
}

/** A request, and who sits at its table. */
export interface DemoCase {
  /** A word that no other has: of its ids, and where it came from. */
  word: string
  answers: Answers
  /** Rows of the page of the table. */
  rows: readonly Readonly<Record<string, string>>[]
}

/** What both were asked about alike: a family in Aalst with three services around it, that is there itself. */
export const usualAnswers: Answers = {
  aanvrager: 'hulpverlener',
  meerderjarig: 'ja',
  postcode: '9300',
  ocmw_client: 'ja',
  verblijf: 'ja',
  aantal_diensten: 3,
  functie: 'Maatschappelijk werker',
  gezinssamenstelling: '1 volwassene, 2 kinderen',
  tolk: 'nee',
  toestemming_gegevens: 'ja',
  toestemming_hoe: 'mondeling',
  vertrouwensfiguur: 'geen',
  spilfiguur: '0',
  toestemming_tafel: 'ja',
  vorm: 'fysiek',
}

export interface Demo {
  service: Service
  content: NetworkContent
  days: NetworkDays
  /** Who holds it. */
  by: Person
  submission: Submission
  /** Assigned and opened. */
  dossier: Dossier
}

const missing = (what: string): never => {
  throw new Error(`The demo cannot be made: ${what}`)
}

/** A request that came in at that moment, and was assigned then. */
export function assigned({ random }: Pick<DemoDeps, 'random'>, { word, answers }: DemoCase, now: Date): Demo {
  const service = findService('aalst', 'lco-aanvraag') ?? missing('Aalst has no LCO')
  const content = demoContentOf(service.network) ?? missing('Aalst has no content')
  const ofRole = (role: Person['role']) =>
    content.people.find((person) => person.role === role) ?? missing(`Aalst has no ${role}`)
  const by = ofRole('casemanager')
  const days = daysOf(service.network, content)
  const submission = submit({
    ...{ service, days, answers, now, suspect: false, origin: word },
    judgement: { outcome: 'voldoet', unmet: [], doubtful: [] },
    reference: makeReference(service.form.prefix, random(10)),
  })
  const to = { action: 'toewijzen', by: ofRole('coordinator'), person: by.id }
  const decision = decide(service, content, submission.dossier, to, now)
  if (decision.kind === 'refused') return missing(decision.reason)
  return { service, content, days, by, submission, dossier: { ...decision.dossier, openedAt: now.toISOString() } }
}

/** Its table, agreed to that day, with the moments that were discussed. */
export function seatedFor(
  { service, days, dossier, by }: Demo,
  { word, answers, rows }: DemoCase,
  spans: readonly Span[],
  now: Date,
): { current: OverlegNow; reachedAt: readonly ReachedAt[] } {
  const overleg = newOverleg(service, dossier) ?? missing('no overleg')
  const today = brusselsDate(now)
  const act = { by: by.id, now, days }
  const asTyped = { now, receivedAt: dossier.receivedAt, withClient: true, standing: [] }
  const { input } = readTable(tableAsTyped(rows, today), asTyped)
  const table = saveTable(
    { overleg, details: noDetails, addresses: new Map(), declined: [] },
    { ...act, input, withClient: true, applicant: String(answers.email), newId: idsFrom(word) },
  )
  const moments = spans.map((span, at) => ({ at, ...span, suitsClient: true }))
  const kept = made(saveMoments(nowOf(table), { rows: moments, discussedOn: today, clientDeclines: false }, act))
  return { current: nowOf(kept), reachedAt: table.reachedAt ?? [] }
}

/** Brussels local time, from and until. */
export function spanOn(day: string, [from, until]: readonly [from: string, until: string]): Span {
  const [start, end] = [from, until].map((hour) => brusselsInstant(`${day}T${hour}`).toISOString())
  return { start: start ?? '', end: end ?? '' }
}

/** The dossier as it stands now, with its overleg and where its people are reached. */
export async function keep(
  deps: DemoDeps,
  { service, submission, by }: Demo,
  kept: { answers: Answers; dossier: Dossier; current: OverlegNow; reachedAt: readonly ReachedAt[]; what: string },
  now: Date,
): Promise<void> {
  const { answers, dossier, what, reachedAt } = kept
  const { overleg, details } = kept.current
  const hmacOf = (email: string) => addressHmac(deps.addressKey, email)
  const taken = await takeIn(deps, {
    ...{ service, answers, now: new Date(dossier.receivedAt) },
    submission: { ...submission, dossier, mails: promise() },
    applicant: hmacOf(String(answers.email)),
  })
  await deps.dossiers.file({ ...taken, audit: { who: 'aanvrager', what: 'ingediend' } })
  await deps.overlegs.putAddresses(overleg, reachedAt, { hmacOf, now })
  const sealed = await deps.seal(overleg.network, sealedFor(overleg), sealable(details))
  const audited = { auditId: 'demo', now, auditDays: service.network.retention.audit }
  const toStore = { before: 0, overleg, sealed, mails: promise(), now }
  await deps.overlegs.store(toStore, audited, { who: by.id, what })
}

export const nowOf = ({ overleg, details }: Pick<Decided, 'overleg' | 'details'>): OverlegNow => ({
  overleg,
  details,
  said: new Map(),
})

export const made = (decision: OverlegDecision): Decided =>
  decision.kind === 'refused' ? missing(decision.reason) : decision

const tableAsTyped = (rows: DemoCase['rows'], today: string) =>
  new Map(
    [
      ...Object.entries({ vrij_spreken: 'nee', besproken_op: today, hoe_besproken: 'met_steun' }),
      ...rows.flatMap((row, at) =>
        Object.entries(row).map(([column, value]) => [`deelnemers[${at}].${column}`, value] as const),
      ),
    ].map(([name, value]) => [name, [value]]),
  )

/** `demo1`, `demo2` … */
function idsFrom(word: string): () => string {
  let given = 0
  return () => {
    given += 1
    return `${word}${given}`
  }
}

/**
 * A request of Aalst half-way its overleg, to try the table, the moments and the letter with on this machine (docs/local.md). Everybody
 * in it is invented. Made by the same decisions as in the werkruimte; nothing of it is mailed, now or later, until somebody acts on it.
 */

import { findService } from '../../forms/index.ts'
import type { NetworkContent, Person } from '../../forms/kit/content.ts'
import type { Service } from '../../forms/kit/form.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { decide } from '../../forms/kit/lifecycle/move.ts'
import { type Submission, submit } from '../../forms/kit/lifecycle/submit.ts'
import { answer } from '../../forms/kit/overleg/answer.ts'
import { ask, type OverlegNow, saveMoments } from '../../forms/kit/overleg/decide.ts'
import type { Decided, OverlegDecision, ReachedAt } from '../../forms/kit/overleg/decision.ts'
import { noDetails, sealable } from '../../forms/kit/overleg/details.ts'
import { newOverleg, withMark } from '../../forms/kit/overleg/of-dossier.ts'
import { type Overleg, seated } from '../../forms/kit/overleg/overleg.ts'
import type { SaidToMoment } from '../../forms/kit/overleg/said.ts'
import { nothingSaid } from '../../forms/kit/overleg/said.ts'
import { saveTable } from '../../forms/kit/overleg/save-table.ts'
import { readTable } from '../../forms/kit/overleg/table.ts'
import { promise } from '../../forms/kit/post/mail.ts'
import type { Answers } from '../../forms/kit/questions/answers.ts'
import { makeReference } from '../../forms/kit/reference.ts'
import { addWorkingDays, brusselsDate, brusselsInstant } from '../../forms/kit/time.ts'
import type { Seal } from '../shared/seal.ts'
import { addressHmac } from '../shared/secrets.ts'
import type { Dossiers } from '../shared/store/dossiers.ts'
import { type Overlegs, sealedFor } from '../shared/store/overlegs.ts'
import { takeIn } from '../shared/take-in.ts'
import { demoContentOf } from './demo-content.ts'

interface Deps {
  dossiers: Pick<Dossiers, 'file'>
  overlegs: Pick<Overlegs, 'store' | 'putAddresses' | 'answer'>
  seal: Seal
  addressKey: string
  random: (bytes: number) => Uint8Array
}

/** What was asked for: a family with three services around it. */
const answers: Answers = {
  aanvrager: 'hulpverlener',
  meerderjarig: 'ja',
  postcode: '9300',
  ocmw_client: 'ja',
  verblijf: 'ja',
  aantal_diensten: 3,
  levensdomeinen: ['inkomen_schulden', 'wonen_energie'],
  naam: 'Noor Voorbeeld',
  functie: 'Maatschappelijk werker',
  organisatie: 'CAW De Pont',
  email: 'noor@caw-depont.example',
  telefoon: '+32478123456',
  client_aanduiding: 'A.B.',
  gezinssamenstelling: '1 volwassene, 2 kinderen',
  tolk: 'nee',
  deelname_client: 'ja_met_steun',
  veilig_contact: 'Schrijf niet naar huis. Bel alleen tussen 9 en 15 uur.',
  toestemming_gegevens: 'ja',
  toestemming_hoe: 'mondeling',
  vraag_client: 'Rust in huis, en weten wie ik kan bellen.',
  zelf: 'De papieren samen leggen.',
  'loopt_goed.wonen_energie': 'De buurvrouw springt bij.',
  'loopt_minder_goed.inkomen_schulden': 'Er komen brieven van een deurwaarder.',
  doel: 'Eén plan, en weten wie wat doet.',
  betrokkenen: [
    { dienst: 'CAW De Pont', contactpersoon: 'Noor Voorbeeld', email: 'noor@caw-depont.example', rol: 'Begeleiding' },
    { dienst: 'Wonen De Poort', contactpersoon: 'Jan Cools', email: 'jan@wonen-depoort.example', rol: 'Huur' },
    { dienst: 'Thuiszorg De Linde', contactpersoon: 'Els Maes', rol: 'Poetshulp' },
  ],
  vertrouwensfiguur: 'geen',
  spilfiguur: '0',
  toestemming_tafel: 'ja',
  vorm: 'fysiek',
  momenten: 'Dinsdag of donderdag, in de namiddag.',
}

/** Rows of the page of the table: the client by letter, one by phone. */
const rows = [
  { wie: 'client', bereik: 'brief' },
  {
    ...{ wie: 'spilfiguur', naam: 'Noor Voorbeeld', dienst: 'CAW De Pont', bereik: 'mail' },
    ...{ email: 'noor@caw-depont.example', beroepsgeheim: 'ja' },
  },
  {
    ...{ wie: 'dienst', naam: 'Jan Cools', dienst: 'Wonen De Poort', bereik: 'mail' },
    ...{ email: 'jan@wonen-depoort.example', telefoon: '053 00 00 22', beroepsgeheim: 'nee' },
  },
  {
    ...{ wie: 'dienst', naam: 'Els Maes', dienst: 'Thuiszorg De Linde', bereik: 'telefoon' },
    ...{ telefoon: '053 00 00 21', beroepsgeheim: 'weet_niet' },
  },
]

/** What was answered, by row and moment; who is absent said nothing yet. */
const said: Readonly<Record<number, Readonly<Record<string, SaidToMoment>>>> = {
  1: { m1: 'kan', m2: 'kan', m3: 'kan_niet' },
  2: { m1: 'kan_niet', m2: 'kan', m3: 'bel_mij' },
}

/** Working days from today on which it is proposed, and when; Brussels. */
const proposed = [
  [6, '14:00', '15:30'],
  [8, '10:00', '11:30'],
  [9, '14:00', '15:30'],
] as const

/** One request with its overleg, asked and partly answered. */
export async function seedOverleg(deps: Deps, now: Date): Promise<void> {
  const service = findService('aalst', 'lco-aanvraag')
  const content = service && demoContentOf(service.network)
  const [by, coordinator] = ['casemanager', 'coordinator'].map((role) =>
    content?.people.find((person) => person.role === role),
  )
  if (!service || !content || !by || !coordinator) throw new Error('Aalst has no LCO, or nobody to lead one')
  const submission = submitted(deps, service, now)
  const dossier = assigned(service, content, submission.dossier, { to: by, by: coordinator, now })
  const { current, reachedAt } = asked(service, dossier, { by: by.id, now })
  const { overleg, details } = current
  const taken = await takeIn(deps, {
    ...{ service, answers, now },
    submission: { ...submission, dossier: withMark(service, dossier, overleg, now), mails: promise() },
    applicant: hmacWith(deps)(String(answers.email)),
  })
  await deps.dossiers.file({ ...taken, audit: { who: 'aanvrager', what: 'ingediend' } })
  await deps.overlegs.putAddresses(overleg, reachedAt, { hmacOf: hmacWith(deps), now })
  const sealed = await deps.seal(overleg.network, sealedFor(overleg), sealable(details))
  const audited = { auditId: 'demo', now, auditDays: service.network.retention.audit }
  await deps.overlegs.store({ before: 0, overleg, sealed, mails: promise(), now }, audited, {
    who: by.id,
    what: 'momenten gevraagd',
  })
  await Promise.all(seated(overleg).map(({ id }, at) => keepAnswer(deps, { overleg, id, given: said[at], now })))
}

const hmacWith =
  ({ addressKey }: Pick<Deps, 'addressKey'>) =>
  (email: string): string =>
    addressHmac(addressKey, email)

const submitted = ({ random }: Deps, service: Service, now: Date): Submission =>
  submit({
    ...{ service, answers, now, suspect: false, origin: 'demo-overleg' },
    judgement: { outcome: 'voldoet', unmet: [], doubtful: [] },
    reference: makeReference(service.form.prefix, random(10)),
  })

interface Assigning {
  to: Person
  by: Person
  now: Date
}

function assigned(service: Service, content: NetworkContent, dossier: Dossier, { to, by, now }: Assigning): Dossier {
  const decision = decide(service, content, dossier, { action: 'toewijzen', by, person: to.id }, now)
  if (decision.kind === 'refused') throw new Error(`The demo dossier cannot be assigned: ${decision.reason}`)
  return { ...decision.dossier, openedAt: now.toISOString() }
}

/** The overleg as it is once the table is agreed to and the moments are asked. */
function asked(service: Service, dossier: Dossier, act: { by: string; now: Date }) {
  const overleg = newOverleg(service, dossier)
  if (!overleg) throw new Error('The demo form has no overleg')
  const { now } = act
  const today = brusselsDate(now)
  const { input } = readTable(tableAsTyped(today), {
    now,
    receivedAt: dossier.receivedAt,
    withClient: true,
    standing: [],
  })
  const table = saveTable(
    { overleg, details: noDetails, addresses: new Map(), declined: [] },
    { ...act, input, withClient: true, applicant: String(answers.email), newId: idsFrom('demo') },
  )
  const moments = proposed.map(([days, from, until], at) => {
    const day = addWorkingDays(today, days)
    const [start, end] = [from, until].map((hour) => brusselsInstant(`${day}T${hour}`).toISOString())
    return { at, start: start ?? '', end: end ?? '', suitsClient: true }
  })
  const kept = made(saveMoments(nowOf(table), { rows: moments, discussedOn: today, clientDeclines: false }, act))
  return { current: nowOf(made(ask(nowOf(kept), act))), reachedAt: table.reachedAt ?? ([] as readonly ReachedAt[]) }
}

const nowOf = ({ overleg, details }: Pick<Decided, 'overleg' | 'details'>): OverlegNow => ({
  overleg,
  details,
  said: new Map(),
})

function made(decision: OverlegDecision): Decided {
  if (decision.kind === 'refused') throw new Error(`The demo overleg cannot be made: ${decision.reason}`)
  return decision
}

const tableAsTyped = (today: string) =>
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

interface Keeping {
  overleg: Overleg
  id: string
  given: Readonly<Record<string, SaidToMoment>> | undefined
  now: Date
}

async function keepAnswer({ overlegs }: Deps, { overleg, id, given, now }: Keeping): Promise<void> {
  const who = seated(overleg).find((one) => one.id === id)
  if (!who || !given) return
  const decision = answer({ overleg, who, before: nothingSaid(id), given: { moments: given }, now })
  if (decision.kind !== 'answered') return
  const about = { overleg, participant: id, linkVersion: who.linkVersion, now }
  await overlegs.answer({ ...about, said: decision.said, mails: promise(), while: 'gepolst' })
}

/** Overlegs for tests of what is around them: made by the kit and stored as the werkruimte does, without its pages. */

import { serviceOf } from '../../forms/index.ts'
import { answer, type GivenAnswers } from '../../forms/kit/overleg/answer.ts'
import { ask, fix, saveMoments } from '../../forms/kit/overleg/decide.ts'
import type { Act, OverlegDecision } from '../../forms/kit/overleg/decision.ts'
import { type Overleg, seated } from '../../forms/kit/overleg/overleg.ts'
import { saidBy } from '../../forms/kit/overleg/said.ts'
import { saveTable } from '../../forms/kit/overleg/save-table.ts'
import type { TableRow } from '../../forms/kit/overleg/table.ts'
import { type OpenOverleg, openOverleg } from '../../functions/workspace/overleg/open.ts'
import { storeDecision } from '../../functions/workspace/overleg/store-decision.ts'
import { demoContent, demoPerson } from '../support/content.ts'
import { type Filed, fileRequest, place } from '../support/dossier.ts'
import { aanvraag } from '../support/lco.ts'
import type { TestWorkspace } from '../support/workspace.ts'

/** A Monday, ten in the morning in Brussels: no Belgian holiday in the two weeks after it. */
export const monday = new Date('2026-11-23T09:00:00Z')
export const holder = 'casemanager-aalst'
export const weekPath = '/werkruimte/week'

type Row = Partial<TableRow> & Pick<TableRow, 'wie'>

const asRow = (row: Row, index: number): TableRow => ({
  at: index,
  naam: '',
  dienst: '',
  email: '',
  telefoon: '',
  beroepsgeheim: 'ja',
  leaves: false,
  incomplete: false,
  ...row,
})

/** The client on paper, the applicant and a service by mail, a centre by phone. */
export const people: readonly Row[] = [
  { wie: 'client', bereik: 'brief' },
  { wie: 'dienst', naam: 'Noor Voorbeeld', dienst: 'CAW Voorbeeld', bereik: 'mail', email: aanvraag.gegevens.email },
  { wie: 'spilfiguur', naam: 'Sam Spil', dienst: 'OCMW Voorbeeld', bereik: 'mail', email: 'sam@ocmw.example' },
  { wie: 'dienst', naam: 'Bo Beller', dienst: 'CLB Voorbeeld', bereik: 'telefoon', telefoon: '+3253111111' },
]
export const ids = { client: 'p1', applicant: 'p2', keyPerson: 'p3', byPhone: 'p4' } as const

/** A request that somebody holds. */
export async function held(work: TestWorkspace): Promise<Filed> {
  const filed = await fileRequest(work, { fast: true })
  await place(work, filed.reference, { state: 'toegewezen', holder, nextOn: '2026-11-25' })
  return filed
}

export async function found(work: TestWorkspace, reference: string): Promise<OpenOverleg> {
  const file = await work.deps.dossierFiles.read(reference, work.clock.now)
  const service = file && serviceOf(file.dossier)
  const open = file && service && (await openOverleg(work.deps, { file, service }))
  if (!open) throw new Error(`No overleg of ${reference}`)
  return open
}

export async function decide(
  work: TestWorkspace,
  reference: string,
  decision: (now: OpenOverleg, act: Act) => OverlegDecision,
): Promise<Overleg> {
  const now = work.clock.now
  const open = await found(work, reference)
  const decided = decision(open, { by: holder, now })
  if (decided.kind === 'refused') throw new Error(decided.reason)
  const stored = await storeDecision(work.deps, {
    ...{ found: open, content: demoContent('aalst'), decided, now },
    person: demoPerson(holder),
  })
  if (stored !== 'stored') throw new Error(stored)
  return decided.overleg
}

/** `agreed: false`: the client was not asked yet. */
export const seat = (work: TestWorkspace, reference: string, rows: readonly Row[] = people, agreed = true) => {
  let made = 0
  return decide(work, reference, (open, act) =>
    saveTable(
      { ...open, declined: [], addresses: new Map([...open.reach].map(([id, { email }]) => [id, email])) },
      {
        ...act,
        input: {
          rows: rows.map(asRow),
          speaksFreely: 'nee',
          ...(agreed ? { consent: { on: '2026-11-23', how: 'zelf' as const } } : {}),
        },
        withClient: true,
        applicant: aanvraag.gegevens.email,
        newId: () => {
          made += 1
          return `p${Object.keys(open.overleg.participants).length + made}`
        },
      },
    ),
  )
}

/** Two moments in the week after, of two hours each. */
const moments = [
  { start: '2026-12-01T13:00:00.000Z', end: '2026-12-01T15:00:00.000Z' },
  { start: '2026-12-03T08:00:00.000Z', end: '2026-12-03T10:00:00.000Z' },
] as const

export async function asked(work: TestWorkspace, reference: string): Promise<Overleg> {
  await decide(work, reference, (open, act) =>
    saveMoments(
      open,
      {
        rows: moments.map((span, at) => ({ at, ...span, suitsClient: true })),
        discussedOn: '2026-11-23',
        clientDeclines: false,
      },
      act,
    ),
  )
  return decide(work, reference, ask)
}

export const fixed = (work: TestWorkspace, reference: string, place = 'Zaal 1'): Promise<Overleg> =>
  decide(work, reference, (open, act) =>
    fix(open, 'm1', { vorm: 'fysiek', tolk: 'aangevraagd', place, onlineLink: '' }, act),
  )

/** Somebody answers along their link. */
export async function say(work: TestWorkspace, reference: string, participant: string, given: GivenAnswers) {
  const { overleg, said } = await found(work, reference)
  const who = seated(overleg).find(({ id }) => id === participant)
  if (!who) throw new Error(participant)
  const now = work.clock.now
  const decided = answer({ overleg, who, before: saidBy(said, participant), given, now })
  if (decided.kind !== 'answered') throw new Error(decided.kind)
  const { linkVersion } = who
  const about = {
    overleg,
    participant,
    said: decided.said,
    mails: decided.mails,
    while: overleg.state,
    linkVersion,
    now,
  }
  return work.deps.overlegs.answer(about)
}

/** Everything stored of the overlegs of a dossier, wherever it is. */
export async function itemsOfTables(work: TestWorkspace, reference: string) {
  return (await work.items('loket')).filter(
    ({ pk }) => pk === `TAFEL#${reference}` || String(pk).startsWith(`OUTBOX#${reference}_`),
  )
}

/** The mails about an overleg that leave at once: `overleg-momenten` of a round. */
export async function roundsOf(work: TestWorkspace, reference: string, number = '01'): Promise<string[]> {
  return (await work.items('loket'))
    .filter(({ pk, sk }) => pk === `OUTBOX#${reference}_${number}` && String(sk).startsWith('MAIL#'))
    .map(({ mailId }) => String(mailId))
}

/**
 * An overleg as the store keeps it, made by the kit's own decisions and without the pages of staff: for what is tested of it along
 * the link of a guest, in a mail, or in a list.
 */

import { findNetwork } from '../../forms/index.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { ask, cancel, fix, hold, moveTo, type Practical, saveMoments } from '../../forms/kit/overleg/decide.ts'
import type { Act, OverlegDecision } from '../../forms/kit/overleg/decision.ts'
import { fullNameOf } from '../../forms/kit/overleg/details.ts'
import type { MomentsInput, Span } from '../../forms/kit/overleg/moments.ts'
import { participantId } from '../../forms/kit/overleg/rounds.ts'
import { saveTable } from '../../forms/kit/overleg/save-table.ts'
import type { TableInput, TableRow } from '../../forms/kit/overleg/table.ts'
import { brusselsDate } from '../../forms/kit/time.ts'
import { linkToken } from '../../functions/shared/links.ts'
import { personalPath } from '../../functions/shared/public-paths.ts'
import { findInNetwork } from '../../functions/workspace/dossier/access.ts'
import { type OpenOverleg, openOverleg } from '../../functions/workspace/overleg/open.ts'
import { storeDecision } from '../../functions/workspace/overleg/store-decision.ts'
import { demoContent, demoPerson } from './content.ts'
import { place } from './place-dossiers.ts'
import { refOf, type TestWorkspace } from './workspace.ts'

/** A row of the table; what is not said is a service on mail, bound by professional secrecy. */
export type TestRow = Partial<TableRow> & { naam?: string; dienst?: string }

/** The client, who is reached by letter; and two services and somebody they trust, on mail. */
export const usualTable: readonly TestRow[] = [
  { wie: 'client', bereik: 'brief' },
  { wie: 'spilfiguur', dienst: 'OCMW Voorbeeld', naam: 'Sam Voorbeeld', email: 'sam@ocmw.example' },
  { dienst: 'CAW Voorbeeld', naam: 'Noor Voorbeeld', email: 'noor@caw.example', telefoon: '+32478123456' },
  { wie: 'vertrouwensfiguur', naam: 'Buur Voorbeeld', email: 'buur@mail.example', beroepsgeheim: 'nee' },
]

/** Three moments, of which the client cannot make the last; Brussels 9.30, 13 and 14 o'clock in December 2026. */
export const usualMoments: readonly (Span & { suitsClient?: boolean })[] = [
  { start: '2026-12-07T08:30:00.000Z', end: '2026-12-07T10:00:00.000Z' },
  { start: '2026-12-08T12:00:00.000Z', end: '2026-12-08T13:30:00.000Z' },
  { start: '2026-12-09T13:00:00.000Z', end: '2026-12-09T14:30:00.000Z', suitsClient: false },
]

const usualPractical: Practical = {
  vorm: 'hybride',
  tolk: 'niet_nodig',
  place: 'Welzijnshuis, lokaal 2\nVoorbeeldlaan 10, 9300 Aalst',
  onlineLink: 'https://beeld.example/zaal',
}

export type TestOverleg = Awaited<ReturnType<typeof startOverleg>>

interface Options {
  /** Who acts, by name; holds the dossier. */
  by?: string
  /** Of the dossier; by default one of LCO Aalst that is assigned. */
  dossier?: Partial<Dossier>
  table?: readonly TestRow[]
}

/** A dossier with an overleg whose table is agreed to. */
export async function startOverleg(work: TestWorkspace, options: Options = {}) {
  const { by = 'Casemanager Aalst', table = usualTable } = options
  const { network, person: holder } = refOf(by)
  const dossier = await place(work, { network, state: 'toegewezen', holder, ...options.dossier })
  const overleg = await overlegOf(work, dossier.reference, by)
  await overleg.table(table)
  return overleg
}

/** The overleg of a dossier that is there already, the first one or the next. */
async function overlegOf(work: TestWorkspace, reference: string, by = 'Casemanager Aalst') {
  const { network, person: personId } = refOf(by)
  let made = 0

  async function now(): Promise<OpenOverleg> {
    const own = findNetwork(network)
    const file = own && (await findInNetwork(work.deps.dossierFiles, own, reference, work.clock.now))
    const found = file && (await openOverleg(work.deps, file))
    if (!found) throw new Error(`There is no overleg of ${reference}`)
    return found
  }

  /** Decides on what there is now, and stores it as the pages of staff do. */
  async function act(decide: (found: OpenOverleg, act: Act) => OverlegDecision): Promise<OpenOverleg> {
    const found = await now()
    const content = demoContent(network)
    const person = demoPerson(personId)
    const decided = decide(found, { by: person.id, now: work.clock.now })
    if (decided.kind === 'refused') throw new Error(`Refused: ${decided.reason}`)
    const stored = await storeDecision(work.deps, { found, content, decided, person, now: work.clock.now })
    if (stored !== 'stored') throw new Error(`Not stored: ${stored}`)
    return now()
  }

  /** The id of somebody at the table, by a piece of their name or their dienst; also of who left. */
  async function idOf(called: string): Promise<string> {
    const { overleg, details } = await now()
    const id = Object.keys(overleg.participants).find((one) => fullNameOf(details, one).includes(called))
    if (!id) throw new Error(`Nobody is called ${called}`)
    return id
  }

  const today = () => brusselsDate(work.clock.now)
  const changeTable = (change: (rows: TableRow[]) => readonly TestRow[], agreed = true) =>
    act((found, { by: who, now: at }) => {
      const input: TableInput = {
        rows: change(rowsOf(found)).map(rowAt),
        ...(agreed ? { consent: { on: today(), how: 'zelf' as const } } : {}),
        speaksFreely: 'nee',
      }
      const addresses = new Map([...found.reach].map(([id, { email }]) => [id, email]))
      const withClient = found.service.form.overleg?.withClient ?? false
      const newId = () => {
        made += 1
        return `p${made}`
      }
      return saveTable(
        { ...found, addresses, declined: [] },
        { input, withClient, applicant: undefined, newId, by: who, now: at },
      )
    })

  return {
    reference,
    now,
    act,
    idOf,
    /** These people, agreed to by the client; whoever sits there already stays. */
    table: (rows: readonly TestRow[]) => changeTable((before) => [...before, ...rows]),
    changeTable,
    /** Taken off the table. */
    async leaves(called: string) {
      const id = await idOf(called)
      return changeTable((rows) => rows.map((row) => (row.id === id ? { ...row, leaves: true } : row)))
    },
    async readdress(called: string, email: string) {
      const id = await idOf(called)
      return changeTable((rows) => rows.map((row) => (row.id === id ? { ...row, email } : row)))
    },
    moments: (spans = usualMoments, change: Partial<MomentsInput> = {}) =>
      act((found, at) => {
        const rows = spans.map((span, index) => ({ at: index, suitsClient: true, ...idIn(found, span), ...span }))
        return saveMoments(found, { rows, discussedOn: today(), clientDeclines: false, ...change }, at)
      }),
    ask: () => act((found, at) => ask(found, at)),
    fix: (moment = 'm1', practical: Partial<Practical> = {}) =>
      act((found, at) => fix(found, moment, { ...usualPractical, ...practical }, at)),
    moveTo: (span: Span) => act((found, at) => moveTo(found, { ...span, suitsClient: true }, at)),
    cancel: (reason = '') => act((found, at) => cancel(found, reason, at)),
    hold: () => act((found, at) => hold(found, { present: {}, decisions: '' }, at)),
    /** The path of somebody's own page, along the link as it is now. */
    async link(called: string): Promise<string> {
      const id = await idOf(called)
      const { overleg } = await now()
      const version = overleg.participants[id]?.linkVersion ?? 0
      const token = linkToken(work.secrets.linkKeys, 'overleg', { id: participantId(overleg, id), version })
      return personalPath('overleg', token)
    },
  }
}

const idIn = ({ overleg }: OpenOverleg, { start, end }: Span) => {
  const known = overleg.moments.find((one) => one.start === start && one.end === end)
  return known ? { id: known.id } : {}
}

/** The rows of the page of the table, as they are kept. */
const rowsOf = ({ overleg, details, reach }: OpenOverleg): TableRow[] =>
  Object.entries(overleg.participants)
    .filter(([, { leftAt }]) => leftAt === undefined)
    .sort(([, one], [, other]) => one.place - other.place)
    .map(([id, { wie, bereik, beroepsgeheim }]) =>
      rowAt({
        id,
        wie,
        ...(bereik ? { bereik } : {}),
        beroepsgeheim,
        ...details.names[id],
        email: reach.get(id)?.email ?? '',
      }),
    )

const rowAt = (row: TestRow, at = 0): TableRow => ({
  wie: 'dienst',
  naam: '',
  dienst: '',
  bereik: 'mail',
  email: '',
  telefoon: '',
  beroepsgeheim: 'ja',
  leaves: false,
  incomplete: false,
  ...row,
  at,
})

/**
 * The one way to bring an overleg to a state in a test: decided by the kit and stored as the werkruimte does, without its pages.
 * Who sits at the table is in `overleg-tables.ts`, what left for them in `overleg-mails.ts`, the fields of its page in `table.ts`.
 */

import { serviceOf } from '../../forms/index.ts'
import type { Command } from '../../forms/kit/lifecycle/asks.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import type { GivenAnswers } from '../../forms/kit/overleg/answer.ts'
import {
  arrange,
  ask,
  cancel,
  fix,
  hold,
  letterDelivered,
  type Minutes,
  moveTo,
  type Practical,
  saveMoments,
} from '../../forms/kit/overleg/decide.ts'
import type { Act, OverlegDecision } from '../../forms/kit/overleg/decision.ts'
import { fullNameOf } from '../../forms/kit/overleg/details.ts'
import type { Span } from '../../forms/kit/overleg/moments.ts'
import type { MomentsInput } from '../../forms/kit/overleg/read-moments.ts'
import { participantId } from '../../forms/kit/overleg/rounds.ts'
import { declinedIn } from '../../forms/kit/overleg/said.ts'
import { saveTable } from '../../forms/kit/overleg/save-table.ts'
import type { TableInput, TableRow } from '../../forms/kit/overleg/table.ts'
import { brusselsDate } from '../../forms/kit/time.ts'
import { linkToken } from '../../functions/shared/links.ts'
import { personalPath } from '../../functions/shared/public-paths.ts'
import { nextOverleg, type OpenOverleg, openOverleg } from '../../functions/workspace/overleg/open.ts'
import { storeDecision } from '../../functions/workspace/overleg/store-decision.ts'
import { demoContent, demoPerson } from './content.ts'
import { fileHeld } from './dossier.ts'
import { openDays } from './open-days.ts'
import { mailsAbout } from './overleg-mails.ts'
import {
  idsOfApplicant,
  rowAt,
  rowsOf,
  type TestRow,
  tableOfApplicant,
  tableOfFive,
  twoMoments,
  usualMoments,
  usualTable,
} from './overleg-tables.ts'
import { place } from './place-dossiers.ts'
import { storeAnswer } from './store-answer.ts'
import { refOf, type TestWorkspace } from './workspace.ts'

const usualPractical: Practical = {
  vorm: 'hybride',
  tolk: 'niet_nodig',
  place: 'Welzijnshuis, lokaal 2\nVoorbeeldlaan 10, 9300 Aalst',
  onlineLink: 'https://beeld.example/zaal',
}

export type TestOverleg = ReturnType<typeof overlegOf>

/** How a table is kept. */
interface Keeping {
  /** Whether the client agreed to it, today; they did. */
  agreed?: boolean
  /** Whether the client can speak freely; they can. */
  speaksFreely?: TableInput['speaksFreely']
  /** Of who joins; otherwise `p0`, `p1` … in the order they sit. */
  newId?: () => string
  /** It is the table of the next overleg, with who sat at the last one. */
  next?: true
}

interface Options extends Keeping {
  /** A dossier that somebody holds already. */
  at?: { reference: string }
  /** Without one: who holds the new one, by name, and what it is; otherwise one of LCO Aalst that is assigned, without answers. */
  by?: string
  dossier?: Partial<Dossier>
  table?: readonly TestRow[]
}

/** An overleg whose table is kept. */
export async function startOverleg(work: TestWorkspace, options: Options = {}): Promise<TestOverleg> {
  const { at, by = 'Casemanager Aalst', dossier, table = usualTable, ...keeping } = options
  const { network, person: holder } = refOf(by)
  const { reference } = at ?? (await place(work, { network, state: 'toegewezen', holder, ...dossier }))
  const overleg = overlegOf(work, reference)
  await overleg.table(table, keeping)
  return overleg
}

/** The same of a request as an applicant files it, with answers that the pages of the overleg show. */
export const startFiled = async (work: TestWorkspace, options: Omit<Options, 'at' | 'by' | 'dossier'> = {}) =>
  startOverleg(work, { at: await fileHeld(work), table: tableOfFive, ...options })

/** Asked, answered and fixed, with the applicant at the table: something of everything that is kept. */
export async function holdEverything(overleg: TestOverleg): Promise<void> {
  await overleg.table(tableOfApplicant)
  await overleg.asked(twoMoments)
  await overleg.says(idsOfApplicant.keyPerson, { moments: { m1: 'kan', m2: 'kan_niet' } })
  await overleg.fix('m1', { vorm: 'fysiek', tolk: 'aangevraagd', place: 'Zaal 1', onlineLink: '' })
}

/** The overleg of a dossier that is there already, whatever its state; whoever holds that dossier decides. */
export function overlegOf(work: TestWorkspace, reference: string) {
  const today = () => brusselsDate(work.clock.now)

  /** As a page of the werkruimte opens it. */
  async function now(): Promise<OpenOverleg> {
    const file = await work.deps.dossierFiles.read(reference, work.clock.now)
    const service = file && serviceOf(file.dossier)
    const found = file && service && (await openOverleg(work.deps, { file, service }))
    if (!found) throw new Error(`There is no overleg of ${reference}`)
    return found
  }

  /**
   * Decides on what there is now, and stores it as the pages of staff do. `answers`: what the dossier's move asks beside it; `next`: on
   * the one after it, once it is over.
   */
  async function act(
    decide: (found: OpenOverleg, act: Act) => OverlegDecision,
    { next = false, ...answers }: Pick<Command, 'date' | 'explained'> & { next?: boolean | undefined } = {},
  ): Promise<OpenOverleg> {
    const last = await now()
    const found = next ? await nextOverleg(last) : last
    if (!found) throw new Error('The last overleg is not over')
    const content = demoContent(found.service.network.slug)
    const person = demoPerson(found.file.dossier.holder ?? '')
    const decided = decide(found, { by: person.id, now: work.clock.now, days: openDays() })
    if (decided.kind === 'refused') throw new Error(`Refused: ${decided.reason}`)
    const stored = await storeDecision(work.deps, { found, content, decided, person, now: work.clock.now, answers })
    if (stored !== 'stored') throw new Error(`Not stored: ${stored}`)
    return now()
  }

  /** Whose id it is; otherwise of the first in that seat, or with that in their name or dienst. Also of who left. */
  async function idOf(called: string): Promise<string> {
    const { overleg, details } = await now()
    const all = Object.entries(overleg.participants)
    const found =
      all.find(([id, { wie }]) => id === called || wie === called) ??
      all.find(([id]) => fullNameOf(details, id).includes(called))
    if (!found) throw new Error(`Nobody is called ${called}`)
    return found[0]
  }

  /** The page of the table, kept with these rows. */
  async function changeTable(change: (rows: TableRow[]) => readonly TestRow[], keeping: Keeping = {}) {
    const { file } = await now()
    const { email: applicant } =
      file.sealed === undefined ? {} : await work.deps.unseal(file.dossier.reference, file.sealed)
    const { agreed = true, speaksFreely = 'nee' } = keeping
    return act(
      (found, { by, now: at }) => {
        const { overleg, said, reach, lastReach = [], service } = found
        const addresses = new Map([...reach].map(([id, { email }]) => [id, email]))
        const earlier = new Map([...lastReach].map(([id, { email }]) => [id, email]))
        const withClient = service.form.overleg?.withClient ?? false
        const consent = agreed && withClient ? { consent: { on: today(), how: 'zelf' as const } } : {}
        let count = Object.keys(overleg.participants).length
        return saveTable(
          { ...found, addresses, earlier, declined: declinedIn(said) },
          {
            ...{
              by,
              now: at,
              days: openDays(),
              withClient,
              applicant: typeof applicant === 'string' ? applicant : undefined,
            },
            input: {
              rows: change(rowsOf(found, (id) => addresses.get(id) ?? earlier.get(id))).map(rowAt),
              speaksFreely,
              ...consent,
            },
            newId: keeping.newId ?? (() => `p${count++}`),
          },
        )
      },
      { next: keeping.next },
    )
  }

  /** One row of it, changed. */
  async function changeRow(called: string, change: TestRow) {
    const id = await idOf(called)
    return changeTable((rows) => rows.map((row) => (row.id === id ? { ...row, ...change } : row)))
  }

  const moments = (spans = usualMoments, change: Partial<MomentsInput> = {}) =>
    act((found, at) => {
      const rows = spans.map((span, index) => ({ at: index, suitsClient: true, ...span }))
      return saveMoments(found, { rows, discussedOn: today(), clientDeclines: false, ...change }, at)
    })

  const askAll = () => act((found, at) => ask(found, at))

  return {
    reference,
    /** Of the overleg in the werkruimte. */
    path: `/werkruimte/dossier/${reference}/overleg`,
    now,
    act,
    idOf,
    /** These people too; whoever sits there already stays. */
    table: (rows: readonly TestRow[], keeping?: Keeping) => changeTable((before) => [...before, ...rows], keeping),
    changeTable,
    /** Taken off the table. */
    leaves: (called: string) => changeRow(called, { leaves: true }),
    readdress: (called: string, email: string) => changeRow(called, { email }),
    /** Discussed with the client today. */
    moments,
    ask: askAll,
    /** Those moments, asked of the table. */
    async asked(spans = usualMoments): Promise<void> {
      await moments(spans)
      await askAll()
    },
    fix: (moment = 'm1', practical: Partial<Practical> = {}) =>
      act((found, at) => fix(found, moment, { ...usualPractical, ...practical }, at)),
    arrange: (practical: Partial<Practical> = {}) =>
      act((found, at) => arrange(found, { ...usualPractical, ...practical }, at)),
    /** Handed to them today. */
    async deliver(called: string) {
      const id = await idOf(called)
      return act((found, at) => letterDelivered(found, id, { on: today(), how: 'gegeven' }, at))
    },
    moveTo: (span: Span) => act((found, at) => moveTo(found, { ...span, suitsClient: true }, at)),
    cancel: (reason = '') => act((found, at) => cancel(found, reason, at)),
    hold: (minutes: Partial<Minutes> = {}, answers: Pick<Command, 'date' | 'explained'> = {}) =>
      act((found, at) => hold(found, { present: {}, decisions: '', ...minutes }, at), answers),
    /** Along their link, or as somebody of the network with this id notes it. */
    async says(called: string, given: GivenAnswers, by?: string): Promise<void> {
      const { overlegs } = work.deps
      await storeAnswer({ ...(await now()), overlegs, now: work.clock.now }, await idOf(called), given, by)
    },
    /** Mails about it that left or leave at once, by name: a round is one of them, however large the table. */
    sent: async (): Promise<string[]> =>
      (await mailsAbout(work, reference))
        .filter(({ waits }) => !waits)
        .map(({ mail }) => mail)
        .sort(),
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

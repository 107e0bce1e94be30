/** An overleg for tests of what comes after it: decided by the kit and stored as the app does, without the pages that lead there. */

import { findNetwork } from '../../forms/index.ts'
import { type OverlegNow, saveMoments } from '../../forms/kit/overleg/decide.ts'
import type { Act, OverlegDecision } from '../../forms/kit/overleg/decision.ts'
import { saveTable } from '../../forms/kit/overleg/save-table.ts'
import { readTable } from '../../forms/kit/overleg/table.ts'
import { brusselsDate, brusselsInstant } from '../../forms/kit/time.ts'
import { findInNetwork } from '../../functions/workspace/dossier/access.ts'
import { type OpenOverleg, openOverleg } from '../../functions/workspace/overleg/open.ts'
import { storeDecision } from '../../functions/workspace/overleg/store-decision.ts'
import { demoContent, demoPerson } from '../support/content.ts'
import { fileRequest, place } from '../support/dossier.ts'
import type { TestWorkspace } from '../support/workspace.ts'

/** A row of the page of the table; what is absent is an ordinary service on paper, bound by secrecy. */
export type Row = Partial<Record<'wie' | 'naam' | 'dienst' | 'bereik' | 'email' | 'telefoon' | 'beroepsgeheim', string>>

export interface AtTable {
  reference: string
  /** Of the overleg in the werkruimte. */
  path: string
  /** As it is stored now. */
  open(): Promise<OpenOverleg>
  /** One decision of Casemanager Aalst, as it stands then. */
  act(decide: (now: OverlegNow, act: Act) => OverlegDecision): Promise<void>
}

/** A request of Aalst with this table, agreed to by the client today, and these moments (Brussels, "2026-12-15T14:00"). */
export async function sitAtTable(
  work: TestWorkspace,
  rows: readonly Row[],
  { moments, vrij_spreken = 'nee' }: { moments: readonly string[]; vrij_spreken?: string },
): Promise<AtTable> {
  const { reference, path } = await fileRequest(work)
  await place(work, reference, { state: 'toegewezen', holder: 'casemanager-aalst' })
  const network = findNetwork('aalst')
  const content = demoContent('aalst')
  const person = demoPerson('casemanager-aalst')
  if (!network) throw new Error('No casemanager in Aalst')

  async function open(): Promise<OpenOverleg> {
    const file = await findInNetwork(work.deps.dossierFiles, network as NonNullable<typeof network>, reference, now())
    const found = file && (await openOverleg(work.deps, file))
    if (!found) throw new Error(`No overleg of ${reference}`)
    return found
  }
  const now = () => work.clock.now
  const act: AtTable['act'] = async (decide) => {
    const found = await open()
    const decided = decide(found, { by: 'casemanager-aalst', now: now() })
    if (decided.kind === 'refused') throw new Error(decided.reason)
    const stored = await storeDecision(work.deps, { found, content, decided, person, now: now() })
    if (stored !== 'stored') throw new Error(stored)
  }

  const { file } = await open()
  const typed = Object.entries({ vrij_spreken, besproken_op: brusselsDate(now()), hoe_besproken: 'zelf' })
  const cells = rows.flatMap((row, at) =>
    Object.entries({ wie: 'dienst', bereik: 'brief', beroepsgeheim: 'ja', ...row }).map(
      ([column, value]) => [`deelnemers[${at}].${column}`, value] as const,
    ),
  )
  const raw = new Map([...typed, ...cells].map(([name, value]) => [name, [value]]))
  const { input, errors, gaps } = readTable(raw, {
    now: now(),
    receivedAt: file.dossier.receivedAt,
    withClient: true,
    standing: [],
  })
  if (errors.length + gaps.length > 0) throw new Error(JSON.stringify([errors, gaps]))
  let made = 0
  await act((current, about) =>
    saveTable(
      { ...current, addresses: new Map(), declined: [] },
      {
        ...about,
        input,
        withClient: true,
        applicant: undefined,
        newId: () => {
          made += 1
          return `p${made}`
        },
      },
    ),
  )
  await act((current, about) =>
    saveMoments(
      current,
      {
        rows: moments.map((local, at) => ({ at, ...spanAt(local), suitsClient: true })),
        discussedOn: brusselsDate(now()),
        clientDeclines: false,
      },
      about,
    ),
  )
  return { reference, path: `${path}/overleg`, open, act }
}

/** Ninety minutes from a Brussels local time. */
export function spanAt(local: string) {
  const start = brusselsInstant(local)
  return { start: start.toISOString(), end: new Date(start.getTime() + 90 * 60_000).toISOString() }
}

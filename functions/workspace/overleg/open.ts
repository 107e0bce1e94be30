/** The overleg of a dossier as a page of the werkruimte needs it: opened, with what was said, and where mail to each goes. */
import type { OverlegNow } from '../../../forms/kit/overleg/decide.ts'
import { noDetails, readDetails } from '../../../forms/kit/overleg/details.ts'
import { newOverleg } from '../../../forms/kit/overleg/of-dossier.ts'
import { isOpenOverleg } from '../../../forms/kit/overleg/overleg.ts'
import { type KeptOverleg, type Reach, sealedFor } from '../../shared/store/overlegs.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { OpenFile } from '../dossier/access.ts'

export interface OpenOverleg extends OverlegNow, OpenFile {
  /** Where mail goes, by participant. */
  reach: ReadonlyMap<string, Reach>
  /** Where it went for the last overleg: to fill in the table of the next one. */
  lastReach?: ReadonlyMap<string, Reach>
}

type Deps = Pick<WorkspaceDeps, 'overlegs' | 'unseal' | 'now'>

/** The last one of the dossier as it stands, or one that is not stored yet; undefined where its form has none. */
export async function openOverleg(deps: Deps, found: OpenFile): Promise<OpenOverleg | undefined> {
  const { dossier } = found.file
  const last = dossier.overleg && (await deps.overlegs.read(dossier.reference, dossier.overleg.number, deps.now()))
  if (last) return opened(deps, found, last)
  const overleg = newOverleg(found.service, dossier)
  return overleg && { ...found, overleg, details: noDetails, said: new Map(), reach: new Map() }
}

/** The next one, after one that is over: with the names of who sat at the last table. */
export async function nextOverleg(found: OpenOverleg): Promise<OpenOverleg | undefined> {
  if (isOpenOverleg(found.overleg)) return undefined
  const overleg = newOverleg(found.service, found.file.dossier, found.overleg)
  const { names, speaksFreely } = found.details
  if (!overleg) return undefined
  // Who left the last table is not at this one: their name stays where they sat.
  const carried = Object.fromEntries(Object.entries(names).filter(([id]) => Object.hasOwn(overleg.participants, id)))
  const details = { ...noDetails, names: carried, ...(speaksFreely ? { speaksFreely } : {}) }
  return { ...found, overleg, details, said: new Map(), reach: new Map(), lastReach: found.reach }
}

async function opened(deps: Deps, found: OpenFile, { overleg, sealed, said }: KeptOverleg): Promise<OpenOverleg> {
  const [details, reach] = await Promise.all([
    sealed === undefined ? noDetails : deps.unseal(sealedFor(overleg), sealed).then(readDetails),
    deps.overlegs.addressesOf(overleg, deps.now()),
  ])
  return { ...found, overleg, details, said, reach }
}

/** Participants whose mail came back. */
export const unreachedIn = ({ reach }: Pick<OpenOverleg, 'reach'>): ReadonlySet<string> =>
  new Set([...reach].flatMap(([id, { cameBackAt }]) => (cameBackAt === undefined ? [] : [id])))

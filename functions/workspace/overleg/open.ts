/** The overleg of a dossier as a page of the werkruimte needs it: opened, with what was said, and where mail to each goes. */
import type { OverlegNow } from '../../../forms/kit/overleg/decide.ts'
import { type Details, noDetails, readDetails, withNumbers } from '../../../forms/kit/overleg/details.ts'
import { newOverleg } from '../../../forms/kit/overleg/of-dossier.ts'
import { isOpenOverleg, type Overleg, seated } from '../../../forms/kit/overleg/overleg.ts'
import { ownWordsSealedFor, readOwnWords } from '../../../forms/kit/overleg/own-words.ts'
import { type Said, type SaidBy, saidBy } from '../../../forms/kit/overleg/said.ts'
import { type KeptOverleg, type Reach, sealedFor } from '../../shared/store/overlegs.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { OpenFile } from '../dossier/access.ts'

export interface OpenOverleg extends OverlegNow, OpenFile {
  /** Where mail goes, by participant. */
  reach: ReadonlyMap<string, Reach>
  /** The number on which somebody asked to be called, by participant; E.164. Never part of what is kept of the table. */
  gaveNumber?: ReadonlyMap<string, string>
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
  const [details, reach, gaveNumber] = await Promise.all([
    sealed === undefined ? noDetails : deps.unseal(sealedFor(overleg), sealed).then(readDetails),
    deps.overlegs.addressesOf(overleg, deps.now()),
    numbersGiven(deps, overleg, said),
  ])
  return { ...found, overleg, details, said, reach, gaveNumber }
}

/** Of who gave one along their link; what else they typed there is theirs alone. */
async function numbersGiven({ unseal }: Pick<Deps, 'unseal'>, overleg: Overleg, said: SaidBy) {
  const open = isOpenOverleg(overleg) ? seated(overleg).filter(({ id }) => asksToBeCalled(saidBy(said, id))) : []
  const given = await Promise.all(
    open.map(async ({ id }): Promise<[string, string]> => {
      const { sealed } = saidBy(said, id)
      return [id, sealed ? readOwnWords(await unseal(ownWordsSealedFor(overleg, id), sealed)).phone : '']
    }),
  )
  return new Map(given.filter(([, phone]) => phone !== ''))
}

const asksToBeCalled = ({ moments, declinedAt }: Said): boolean =>
  declinedAt !== undefined || Object.values(moments).some(({ answer }) => answer === 'bel_mij')

/** The same with the numbers to call at: the one that somebody gave themselves comes first. To show, never to store. */
export const toCall = ({ details, gaveNumber = new Map() }: Pick<OpenOverleg, 'details' | 'gaveNumber'>): Details =>
  withNumbers(details, gaveNumber)

/** Participants whose mail came back. */
export const unreachedIn = ({ reach }: Pick<OpenOverleg, 'reach'>): ReadonlySet<string> =>
  new Set([...reach].flatMap(([id, { cameBackAt }]) => (cameBackAt === undefined ? [] : [id])))

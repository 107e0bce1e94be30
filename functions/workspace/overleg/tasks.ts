/**
 * What must still be done for the overlegs of some dossiers, in words and with the place to do it: lines of "Mijn week". Nothing of it
 * is kept (forms/kit/overleg/tasks.ts). Per dossier with an open overleg two reads, and one opened seal where a name is shown.
 */

import { serviceOf } from '../../../forms/index.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { callInWords } from '../../../forms/kit/lifecycle/service-stops.ts'
import { type Details, noDetails, readDetails } from '../../../forms/kit/overleg/details.ts'
import { momentDay, upcoming } from '../../../forms/kit/overleg/moments.ts'
import { theOverleg } from '../../../forms/kit/overleg/noun.ts'
import { isOpenOverleg, type Overleg, type Seated } from '../../../forms/kit/overleg/overleg.ts'
import type { SaidBy } from '../../../forms/kit/overleg/said.ts'
import { type OverlegTask, tasksOf } from '../../../forms/kit/overleg/tasks.ts'
import { capitalised } from '../../../forms/kit/text.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import type { At } from '../../../forms/kit/working-days.ts'
import { newIncident } from '../../shared/new-id.ts'
import { type KeptOverleg, sealedFor } from '../../shared/store/overlegs.ts'
import { dossierPath, type OverlegPage, overlegPath } from '../../shared/work-paths.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { calledOf } from './words.ts'

/** One line. */
export interface TaskLine {
  reference: string
  /** Brussels date by which. */
  on: string
  /** "Bel CLB Voorbeeld" */
  text: string
  /** Where it is done. */
  path: string
}

/** A dossier whose overleg, or whose client, asks something; and where its overleg stands. */
export interface DossierTasks {
  dossier: Dossier
  /** Absent when no overleg is open. */
  kept?: KeptOverleg
  tasks: readonly OverlegTask[]
}

type Deps = Pick<WorkspaceDeps, 'overlegs' | 'unseal' | 'logFailure' | 'random'>

/** Whether there can be anything: told by the dossier itself, so that no other is looked at. */
const mayAsk = ({ overleg, callClient, ttl }: Dossier): boolean =>
  ttl === undefined && (callClient !== undefined || (overleg !== undefined && isOpenOverleg(overleg)))

/** Reads what is asked, all at once; nothing that people typed is opened. */
export function readTasks(deps: Deps, dossiers: readonly Dossier[], { now, days }: At): Promise<DossierTasks[]> {
  return Promise.all(
    dossiers.filter(mayAsk).map(async (dossier): Promise<DossierTasks> => {
      const { overleg: mark, reference } = dossier
      const kept = mark && isOpenOverleg(mark) ? await deps.overlegs.read(reference, mark.number, now) : undefined
      if (!kept) return { dossier, tasks: [] }
      const reach = await deps.overlegs.addressesOf(kept.overleg, now)
      const back = new Set([...reach].flatMap(([id, { cameBackAt }]) => (cameBackAt === undefined ? [] : [id])))
      return { dossier, kept, tasks: tasksOf({ ...kept, details: noDetails }, back, { now, days }) }
    }),
  )
}

/** The lines, with names: the view must be noted before. A name that cannot be opened is not shown. */
export async function linesOf(deps: Deps, { dossier, kept, tasks }: DossierTasks): Promise<TaskLine[]> {
  const { reference, callClient } = dossier
  const service = serviceOf(dossier)
  const call: TaskLine[] =
    callClient && service
      ? [
          {
            reference,
            on: callClient,
            text: `${capitalised(callInWords(service.form))}: de dienst van de aanvrager doet niet meer mee`,
            path: dossierPath(reference),
          },
        ]
      : []
  if (!kept) return call
  const details = tasks.some((task) => 'participant' in task) ? await openDetails(deps, kept) : noDetails
  const withClient = service?.form.overleg?.withClient !== false
  return [...call, ...tasks.map((task) => lineOf(task, { ...kept, withClient, details }))]
}

/** Without a key nobody has a name. */
export async function openDetails(
  deps: Pick<Deps, 'unseal' | 'logFailure' | 'random'>,
  { overleg, sealed }: KeptOverleg,
): Promise<Details> {
  if (sealed === undefined) return noDetails
  try {
    return readDetails(await deps.unseal(sealedFor(overleg), sealed))
  } catch (error) {
    deps.logFailure(newIncident(deps), error)
    return noDetails
  }
}

interface About {
  withClient: boolean
  overleg: Overleg
  said: SaidBy
  details: Details
}

function lineOf(task: OverlegTask, shown: About): TaskLine {
  const { overleg, details } = shown
  const { reference } = overleg
  const about = (text: string, page?: OverlegPage, fragment = ''): TaskLine => ({
    reference,
    on: task.on,
    text,
    path: `${overlegPath(reference, page)}${fragment}`,
  })
  switch (task.kind) {
    case 'moments_past':
      return about('De momenten zijn voorbij: stel nieuwe voor', 'momenten')
    case 'interpreter':
      return about(again(overleg) ? 'Regel opnieuw de tolk' : 'Regel de tolk', 'praktisch')
    case 'place':
      return about(again(overleg) ? 'Regel opnieuw de plaats' : 'Regel de plaats', 'praktisch')
    case 'held':
      return about(`Is ${theOverleg(overleg)} gehouden?`, 'verslag')
    case 'consent':
      return about('Vraag de cliënt of de tafel goed is', 'tafel')
    default: {
      const { participant } = task
      return about(personInWords(task, calledOf(details, participant), shown), pageOf(task), `#${participant.id}`)
    }
  }
}

type OfPerson = Extract<OverlegTask, { participant: Seated }>

const pageOf = ({ kind }: OfPerson): OverlegPage | undefined =>
  kind === 'unreached' ? 'tafel' : kind === 'letter' ? 'brief' : kind === 'drop_out' ? 'verzetten' : undefined

/** "Bel CLB Voorbeeld: vroeg om te bellen" */
function personInWords({ kind, participant }: OfPerson, name: string, { withClient, said, overleg }: About): string {
  switch (kind) {
    case 'call': {
      const answers = said.get(participant.id)?.moments ?? {}
      const asks = overleg.moments.find(({ id }) => answers[id]?.answer === 'bel_mij')
      return asks ? `Bel ${name}: vroeg om te bellen over ${momentDay(asks)}` : `Bel ${name}: wanneer past het?`
    }
    case 'call_invited':
      return `Bel ${name}: nodig uit`
    case 'unreached':
      return `Niet bereikt: ${name}. Bel, of verbeter het adres`
    case 'declined':
      // Who leaves read that they are called; the client decides what that changes.
      return `Bel ${name}${withClient ? ' en de cliënt' : ''}: doet niet meer mee`
    case 'drop_out':
      return `${capitalised(name)} kan toch niet komen. Verplaatsen?`
    case 'letter':
      return again(overleg)
        ? `Bezorg opnieuw de brief${forWhom(participant, name)}`
        : `Bezorg de brief${forWhom(participant, name)}`
  }
}

const forWhom = ({ wie }: Seated, name: string): string => (wie === 'client' ? '' : ` voor ${name}`)

/** It moved: what was arranged is arranged anew. */
const again = ({ fixed }: Overleg): boolean => fixed?.before !== undefined

/** What the dossier itself asks while its overleg is open: its own words would say it twice, or too early. */
export interface OwnStep {
  /** Absent: the lines of the overleg say it all. */
  text?: string
  on?: string
  path: string
}

/** Undefined where the dossier's own step stands as it is. */
export function ownStep({ dossier, kept, tasks }: DossierTasks, now: Date): OwnStep | undefined {
  const service = serviceOf(dossier)
  const has = service?.form.overleg
  if (!kept || !service || !has) return undefined
  const { overleg } = kept
  const path = overlegPath(overleg.reference)
  const { lifecycle } = service.form
  const planned = lifecycle.moves.find(({ action }) => action === has.moves.fix)?.to
  if (dossier.state === planned && overleg.state === 'vastgelegd')
    return tasks.some(({ kind }) => kind === 'held') ? { path } : undefined
  if (dossier.state !== lifecycle.assigned) return undefined
  if (overleg.state === 'voorbereiden')
    return tasks.length > 0
      ? { path }
      : { text: `bereid ${theOverleg(overleg)} voor`, path, ...(dossier.nextOn ? { on: dossier.nextOn } : {}) }
  if (overleg.state !== 'gepolst') return undefined
  // Until the first moment that is still to come somebody can choose; after the last one a line of the overleg says so.
  const [first] = upcoming(overleg.moments, now)
  return first ? { text: 'leg een moment vast', on: brusselsDate(new Date(first.start)), path } : { path }
}

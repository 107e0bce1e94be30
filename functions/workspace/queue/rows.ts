/** A dossier as one line of a list: the few answers that say which one it is, and what must happen when. */

import * as z from 'zod'
import { serviceOf } from '../../../forms/index.ts'
import type { AtWork } from '../../../forms/kit/absence.ts'
import { phoneInWords } from '../../../forms/kit/contact.ts'
import type { NetworkContent } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import { refusalOf } from '../../../forms/kit/lifecycle/allowed.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { handing } from '../../../forms/kit/lifecycle/handing.ts'
import { colleagueIn } from '../../../forms/kit/lifecycle/in-place.ts'
import { stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { isLate, listedOn } from '../../../forms/kit/lifecycle/listed-day.ts'
import { nextInWords } from '../../../forms/kit/lifecycle/next-in-words.ts'
import { inHandsOf } from '../../../forms/kit/lifecycle/service-call.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { brusselsDate, daysBetween } from '../../../forms/kit/time.ts'
import { newIncident } from '../../shared/new-id.ts'
import type { ListView } from '../../shared/store/consultations.ts'
import { noteView } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { nameOf } from '../dossier/words.ts'
import { openPhone } from '../open-answers.ts'
import { type Tone, toneOf } from '../state-tone.ts'
import { type Mend, mendOf } from './mark.tsx'

export interface QueueRow {
  reference: string
  /** Name of the form. */
  form: string
  /** Whom it is about and who asked, in the words of whoever filled it in; absent when they cannot be read. */
  over?: string | undefined
  organisatie?: string | undefined
  gemeente?: string | undefined
  /** Of whoever asked, to call; absent when they left none, or before 0.2.0. */
  telefoon?: string | undefined
  /** How to call that number safely. */
  veilig?: string | undefined
  /** The state, "overleg gepland". */
  stand: string
  tone: Tone
  closed: boolean
  /** Nobody of the network opened it. */
  unread: boolean
  /** Of a form or in a state of an older version. */
  old: boolean
  suspect: boolean
  /** What somebody who may presses to say that a suspect is real, and the page it was made from. */
  release?: { label: string; action: string; revision: number; holder: string } | undefined
  /** Who may can give it to somebody from the list, as it is on this page. */
  assign?: Given | undefined
  doubtful: boolean
  /** Our mail does not reach somebody of it: where that is mended. */
  mend?: Mend | undefined
  /** What somebody does next, and by which Brussels date. */
  step?: string | undefined
  on?: string | undefined
  late: boolean
  /** It must happen today: still in time. */
  isDue: boolean
  holder?: string | undefined
  /** Of the colleague whose place the reader takes: their name, and their last day away. */
  standsIn?: { name: string; until: string } | undefined
  /** How long it has been in this state, "3 dagen", "vandaag"; absent when nobody waits. */
  waits?: string | undefined
}

/** What was on the page when somebody ticks it. */
interface Given {
  /** Of the move that gives it. */
  action: string
  revision: number
  /** Id; empty when nobody had it. */
  holder: string
}

export interface Rows {
  rows: QueueRow[]
  /** Some answers could not be opened: the lines are there without them. */
  unreadable: boolean
}

/** Columns of a list; a form may leave one out. */
const listedSchema = z.object({
  over: z.string().optional(),
  organisatie: z.string().optional(),
  gemeente: z.string().optional(),
  telefoon: z.string().optional(),
  /** Of whoever asks for themselves: how to call them safely. */
  veilig: z.string().optional(),
})
type Listed = z.infer<typeof listedSchema>

type Deps = Pick<WorkspaceDeps, 'unseal' | 'consultations' | 'random' | 'logFailure'>
interface View {
  network: Network
  content: NetworkContent
  person: AtWork
  sessionId: string
  list: ListView['list']
  now: Date
}

/** The lines, with the view written down first. */
export async function rowsOf(
  deps: Deps,
  dossiers: readonly Dossier[],
  { network, content, person, sessionId, list, now }: View,
) {
  const seen = { var: { network, person, sessionId } }
  const references = dossiers.map(({ reference }) => reference)
  await noteView(seen, { ...deps, now: () => now }, list, references, dossiers)
  const problems: unknown[] = []
  const today = brusselsDate(now)
  const rows = await Promise.all(
    dossiers.map(async (dossier) => rowOf(dossier, { content, person, today }, await open(deps, dossier, problems))),
  )
  // One line for the page, not one for each: when the key cannot be reached, none of them opens.
  if (problems.length > 0) deps.logFailure(newIncident(deps), problems[0])
  return { rows, unreadable: problems.length > 0 } satisfies Rows
}

async function open({ unseal }: Deps, dossier: Dossier, problems: unknown[]): Promise<Listed> {
  const { reference, listed } = dossier
  if (!listed) return {}
  try {
    const [columns, phone] = await Promise.all([unseal(reference, listed), openPhone({ unseal }, dossier)])
    return { ...listedSchema.parse(columns), ...(phone === undefined ? {} : { telefoon: phoneInWords(phone) }) }
  } catch (error) {
    problems.push(error)
    return {}
  }
}

interface Looking extends Pick<View, 'content' | 'person'> {
  today: string
}

function rowOf(dossier: Dossier, { content, person, today }: Looking, listed: Listed): QueueRow {
  const { reference, outcome, suspect, stateSince } = dossier
  const on = listedOn(dossier)
  const whose = inHandsOf(dossier)
  const service = serviceOf(dossier)
  const colleague = colleagueIn(person, dossier)
  if (!service) throw new Error(`No form ${dossier.form} in ${dossier.network}`)
  const { lifecycle } = service.form
  const state = stateOf(lifecycle, dossier.state)
  const { label, closed, verouderd } = state
  return {
    reference,
    form: service.form.name,
    ...listed,
    stand: label,
    tone: toneOf(lifecycle, state),
    closed: closed === true,
    unread: !closed && dossier.openedAt === undefined,
    old: (verouderd ?? service.verouderd) === true,
    suspect,
    release: releaseOf(service, dossier, person),
    assign: assignOf(service, dossier, person),
    doubtful: outcome === 'twijfel',
    mend: mendOf(lifecycle, dossier),
    // A referral that arrived has no date any more, and nothing to ask.
    ...(!closed || on ? { step: nextInWords(service.form, dossier, content), on } : {}),
    late: isLate(dossier, today),
    isDue: on === today,
    ...(whose ? { holder: nameOf(content, whose) } : {}),
    ...(colleague ? { standsIn: { name: colleague.person.name, until: colleague.until } } : {}),
    ...(closed ? {} : { waits: waitInWords(brusselsDate(new Date(stateSince)), today) }),
  }
}

function releaseOf({ form }: Service, dossier: Dossier, person: AtWork): QueueRow['release'] {
  const move = form.lifecycle.moves.find((one) => one.forSuspect && !refusalOf(one, dossier, person))
  return move && { label: move.label, action: move.action, revision: dossier.revision, holder: dossier.holder ?? '' }
}

/** A coordinator alone hands out work. */
function assignOf({ form }: Service, dossier: Dossier, person: AtWork): Given | undefined {
  const move = person.role === 'coordinator' ? handing({ form }, dossier, person) : undefined
  return move && { action: move.action, revision: dossier.revision, holder: dossier.holder ?? '' }
}

/** Days since a Brussels date. */
function waitInWords(since: string, today: string): string {
  if (since >= today) return 'vandaag'
  const days = daysBetween(since, today)
  return days === 1 ? '1 dag' : `${days} dagen`
}

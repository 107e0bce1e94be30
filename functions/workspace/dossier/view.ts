/** Brings together what the page of one dossier shows: opened answers and notes, mails, and the rest of the family. */
import { destinationsOf } from '../../../forms/index.ts'
import type { AtWork } from '../../../forms/kit/absence.ts'
import { type Head, headOf } from '../../../forms/kit/at-a-glance.ts'
import type { NetworkContent, Person } from '../../../forms/kit/content.ts'
import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { isClosed, type Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { movesFor } from '../../../forms/kit/lifecycle/move.ts'
import { mayMoveOn } from '../../../forms/kit/lifecycle/relocate.ts'
import { isOpenOverleg, type Overleg } from '../../../forms/kit/overleg/overleg.ts'
import type { Answers } from '../../../forms/kit/questions/answers.ts'
import type { KeptLine } from '../../shared/store/audit.ts'
import type { KeptConsultation } from '../../shared/store/dossier-file.ts'
import type { OutboxItem } from '../../shared/store/outbox-item.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { openAnswers } from '../open-answers.ts'
import { type PlanAtAGlance, planAtAGlance } from '../plan/at-a-glance.ts'
import { mayOpen, type OpenFile } from './access.ts'
import { type AlikeDossier, alikeOf, historyFor, suggestedTo } from './alike.ts'
import { type OpenLine, openLine } from './open-line.ts'
import { type OpenedTask, openTask } from './open-task.ts'
import { type Undoable, undoNow } from './undo-now.ts'
import { isWithdrawn } from './withdrawn.ts'
import { type Doers, elsewhereOf } from './words.ts'

export interface RelatedDossier {
  reference: string
  state: string
  form: string
  holder?: string | undefined
  mayOpen: boolean
}

export interface DossierView {
  service: Service
  /** Of the dossier's network. */
  content: NetworkContent
  /** Of the networks that somebody else who acted on it works for, by slug. */
  elsewhere: Doers['elsewhere']
  dossier: Dossier
  /** Who looks. */
  person: Person
  /** Absent once erased. */
  answers?: Answers
  /** Of the answers, while they are there. */
  head?: Head
  /** The client stopped: what stands there is about to be erased. */
  withdrawn: boolean
  /** Who looked, oldest first, as far as whoever looks now may know. */
  consultations: readonly KeptConsultation[]
  lines: readonly OpenLine[]
  /** Its own tasks, those that are done or stopped too. */
  tasks: readonly OpenedTask[]
  history: readonly KeptLine[]
  mails: readonly OutboxItem[]
  /** Where mail to the applicant goes now. */
  address?: string | undefined
  related: readonly RelatedDossier[]
  /** Others that can be of the same family: on its page alone, and for a coordinator. */
  alike: readonly AlikeDossier[]
  moves: readonly Move[]
  /** The overleg that is under way: its open part. */
  overleg?: Overleg | undefined
  /** Absent where the form has none. */
  plan?: PlanAtAGlance | undefined
  /** Whether this person may move it to another form. */
  mayMoveOn: boolean
  /** The move that this person can still take back. */
  undo?: Undoable | undefined
  now: Date
}

type Deps = Pick<WorkspaceDeps, 'unseal' | 'dossierMails' | 'dossiers' | 'contents' | 'overlegs' | 'actionPlans'>

/** Who looks. */
interface Looking {
  person: Person
  content: NetworkContent
}

/** `suggests`: for the page of a dossier alone, which others can be of the same family. Who looked is read beside it. */
export async function viewOf(
  deps: Deps,
  { service, file }: OpenFile,
  { person, content }: Looking,
  now: Date,
  { suggests = false }: { suggests?: boolean } = {},
): Promise<DossierView> {
  const { dossier, sealed, lines, tasks } = file
  const { reference } = dossier
  const history = historyFor(person, file)
  const suggested = suggests ? suggestedTo(person, file) : []
  const [answers, openLines, openTasks, { mails, address }, others, elsewhere, overleg, plan] = await Promise.all([
    sealed === undefined ? undefined : openAnswers(deps, service, { reference, sealed }),
    Promise.all(lines.map((line) => openLine(deps, reference, line))),
    Promise.all(tasks.map((task) => openTask(deps, reference, task))),
    deps.dossierMails.withAddress(reference, now),
    deps.dossiers.readAll([...dossier.related, ...suggested.map((other) => other.reference)], now),
    elsewhereOf(deps, service.network, [...lines, ...history]),
    dossier.overleg && isOpenOverleg(dossier.overleg)
      ? deps.overlegs.readOpen(reference, dossier.overleg.number, now)
      : undefined,
    planAtAGlance(deps, service, dossier, now),
  ])
  return {
    service,
    content,
    elsewhere,
    dossier,
    person,
    ...(answers ? { answers, head: headOf(service, answers) } : {}),
    withdrawn: isWithdrawn({ service, file }),
    consultations: [],
    lines: openLines,
    tasks: openTasks,
    history,
    mails,
    address,
    // One that is erased by now is not there.
    related: dossier.related.flatMap((one) => named(others, one).map((other) => relatedOf(other, person))),
    alike: suggested.flatMap((one) => named(others, one.reference).flatMap((other) => alikeOf(one, dossier, other))),
    moves: movesFor(service, dossier, person),
    overleg,
    plan,
    mayMoveOn: mayMoveOn(service, dossier, person) && destinationsOf(service).length > 0,
    undo: undoNow(file, mails, person, now),
    now,
  }
}

const named = (dossiers: readonly Dossier[], one: string) => dossiers.filter(({ reference }) => reference === one)

const relatedOf = (dossier: Dossier, person: AtWork): RelatedDossier => {
  const { reference, state, form, holder } = dossier
  return { reference, state, form, holder, mayOpen: mayOpen(person, dossier) }
}

/** Nothing is to be done for what is closed. */
export const mayHaveTasks = ({ service, dossier }: DossierView): boolean =>
  !isClosed(service.form.lifecycle, dossier.state)

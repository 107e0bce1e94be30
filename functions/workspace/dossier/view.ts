/** Brings together what the page of one dossier shows: opened answers and notes, mails, and the rest of the family. */
import { destinationsOf } from '../../../forms/index.ts'
import type { AtWork } from '../../../forms/kit/absence.ts'
import { type Head, headOf } from '../../../forms/kit/at-a-glance.ts'
import type { Person } from '../../../forms/kit/content.ts'
import { mayMoveOn } from '../../../forms/kit/lifecycle/allowed.ts'
import { withPhone } from '../../../forms/kit/lifecycle/corrected.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import type { Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { movesFor } from '../../../forms/kit/lifecycle/move.ts'
import { isOpenOverleg, type Overleg } from '../../../forms/kit/overleg/overleg.ts'
import type { KeptConsultation } from '../../shared/store/dossier-file.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { type PlanAtAGlance, planAtAGlance } from '../plan/at-a-glance.ts'
import { mayOpen, type OpenFile } from './access.ts'
import { type AlikeDossier, alikeOf, suggestedTo } from './alike.ts'
import { type Looking, type OpenedDeps, type OpenedDossier, openedOf } from './opened.ts'
import { type Undoable, undoNow } from './undo-now.ts'
import { isWithdrawn } from './withdrawn.ts'

export interface RelatedDossier {
  reference: string
  state: string
  form: string
  holder?: string | undefined
  mayOpen: boolean
}

export interface DossierView extends OpenedDossier {
  /** Who looks. */
  person: Person
  /** Of the answers, while they are there. */
  head?: Head
  /** The client stopped: what stands there is about to be erased. */
  withdrawn: boolean
  /** Who looked, oldest first, as far as whoever looks now may know. */
  consultations: readonly KeptConsultation[]
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
}

type Deps = OpenedDeps & Pick<WorkspaceDeps, 'dossiers' | 'overlegs' | 'actionPlans'>

/** `suggests`: for the page of a dossier alone, which others can be of the same family. Who looked is read beside it. */
export async function viewOf(
  deps: Deps,
  found: OpenFile,
  looking: Looking,
  now: Date,
  { suggests = false }: { suggests?: boolean } = {},
): Promise<DossierView> {
  const { service, file } = found
  const { person } = looking
  const { dossier } = file
  const { reference } = dossier
  const suggested = suggests ? suggestedTo(person, file) : []
  const [opened, others, overleg, plan] = await Promise.all([
    openedOf(deps, found, looking, now),
    deps.dossiers.readAll([...dossier.related, ...suggested.map((other) => other.reference)], now),
    dossier.overleg && isOpenOverleg(dossier.overleg)
      ? deps.overlegs.readOpen(reference, dossier.overleg.number, now)
      : undefined,
    planAtAGlance(deps, service, dossier, now),
  ])
  return {
    ...opened,
    person,
    ...(opened.answers ? { head: headOf(service, withPhone(opened.answers, opened.phone)) } : {}),
    withdrawn: isWithdrawn(found),
    consultations: [],
    // One that is erased by now is not there.
    related: dossier.related.flatMap((one) => named(others, one).map((other) => relatedOf(other, person))),
    alike: suggested.flatMap((one) => named(others, one.reference).flatMap((other) => alikeOf(one, dossier, other))),
    moves: movesFor(service, dossier, person),
    overleg,
    plan,
    mayMoveOn: mayMoveOn(service, dossier, person) && destinationsOf(service).length > 0,
    undo: undoNow(file, opened.mails, person, now),
  }
}

const named = (dossiers: readonly Dossier[], one: string) => dossiers.filter(({ reference }) => reference === one)

const relatedOf = (dossier: Dossier, person: AtWork): RelatedDossier => {
  const { reference, state, form, holder } = dossier
  return { reference, state, form, holder, mayOpen: mayOpen(person, dossier) }
}

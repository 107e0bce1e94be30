/** Gives requests to somebody: each its own move, which can be taken back like any other; one does not wait for another. */
import type { Person } from '../../../forms/kit/content.ts'
import { commandOf } from '../../../forms/kit/lifecycle/asks.ts'
import { handingStep } from '../../../forms/kit/lifecycle/handing-step.ts'
import type { Move } from '../../../forms/kit/lifecycle/lifecycle.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import type { FieldError } from '../../../forms/kit/questions/page.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import { pickFields } from '../../shared/web/body.ts'
import { actOn } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import { findInNetwork, mayOpen, type OpenFile } from '../dossier/access.ts'
import { openServices, ownServiceAmong } from '../dossier/own-service.ts'
import { nameOf } from '../dossier/words.ts'
import { makeExplainedMove } from '../make-explained-move.ts'
import { assignField, personField } from './assign-form.tsx'
import { type Looking, pageSize } from './list-view.ts'

/** One that was ticked, as the page had it. */
interface Ticked {
  reference: string
  revision: string | undefined
  holder: string | undefined
}

export interface ReadAssign {
  typed: RawInput
  ticked: Ticked[]
  /** As sent. */
  to: string
}

/** Undefined when it cannot come from one of our pages. */
export function readAssign(body: RawInput): ReadAssign | undefined {
  const rows = [...body.keys()].filter((name) => {
    const [reference = '', own = ''] = name.split('.')
    return ['kies', 'revision', 'bij'].includes(own) && readReference(reference) === reference
  })
  const typed = pickFields(body, new Map([...rows, personField].map((name) => [name, false])))
  if (!typed) return undefined
  const field = (name: string) => typed.get(name)?.[0]
  const ticked = rows
    .filter((name) => name.endsWith('.kies') && field(name) === 'ja')
    .map((name): Ticked => {
      const [reference = ''] = name.split('.')
      const [revision, holder] = (['revision', 'bij'] as const).map((own) => field(assignField(reference, own)))
      return { reference, revision, holder }
    })
  if (ticked.length > pageSize) return undefined
  return { typed, ticked, to: field(personField) ?? '' }
}

/** References of what they have now, and what is in the way of the rest. */
export async function assignAll(deps: WorkspaceDeps, looking: Looking, ticked: readonly Ticked[], to: Person) {
  const done: string[] = []
  const errors: FieldError[] = []
  for (const one of ticked) {
    const message = await assign(deps, looking, one, to)
    if (message === undefined) done.push(one.reference)
    else errors.push({ name: assignField(one.reference, 'kies'), message: `${one.reference}: ${message}` })
  }
  return { done, errors }
}

/** Undefined once they have it. */
async function assign(deps: WorkspaceDeps, looking: Looking, ticked: Ticked, to: Person): Promise<string | undefined> {
  const { network, content, person } = looking
  const found = await findInNetwork(deps.dossierFiles, network, ticked.reference, deps.now())
  if (!found || !mayOpen(person, found.file.dossier)) return 'staat niet meer in de lijst'
  const { service, file } = found
  const step = handingStep({ ...file, service, person, sent: ticked, to: to.id })
  switch (step.kind) {
    case 'done':
      return undefined
    case 'changed':
      return step.takenBy === undefined ? changedMeanwhile : `al genomen door ${nameOf(content, step.takenBy)}`
    case 'theirs':
      return `ligt al bij ${to.name}`
    case 'impossible':
      return 'dit kan niet vanuit de lijst. Open het dossier'
    case 'make':
      return (await isInvolved(deps, looking, found, to))
        ? `${to.name} werkt misschien bij een dienst die betrokken is. Open het dossier en wijs het daar toe`
        : make(deps, looking, found, { move: step.move, to })
  }
}

const changedMeanwhile = 'is intussen veranderd. Kijk het na en probeer opnieuw'

/** Their own service is at the table: on its own page that is asked about. The answers are opened, so that is written down before. */
async function isInvolved(deps: WorkspaceDeps, looking: Looking, { service, file }: OpenFile, to: Person) {
  const { dossier, sealed } = file
  if (sealed === undefined) return false
  const { reference } = dossier
  const act = actOn({ var: looking }, deps, dossier)
  await deps.dossierFiles.noteConsultation({ ...act, reference, session: looking.sessionId })
  return ownServiceAmong(to, await openServices(deps, service, { reference, sealed }), looking.content) !== undefined
}

async function make(
  deps: WorkspaceDeps,
  { content, person }: Looking,
  { service, file: { dossier } }: OpenFile,
  { move, to }: { move: Move; to: Person },
): Promise<string | undefined> {
  const command = commandOf(move, person, { persoon: to.id })
  const made = await makeExplainedMove(deps, {
    ...{ service, content, dossier, command },
    reason: undefined,
    undoable: true,
  })
  switch (made.kind) {
    case 'moved':
      return undefined
    case 'changed':
      return changedMeanwhile
    case 'full':
    case 'refused':
      return 'dit kan niet vanuit de lijst. Open het dossier'
  }
}

/** Makes a move of a dossier for somebody of the network: with the reason they typed, and what it does to an open overleg. */
import type { AtWork } from '../../forms/kit/absence.ts'
import type { NetworkContent } from '../../forms/kit/content.ts'
import type { Service } from '../../forms/kit/form.ts'
import type { Command } from '../../forms/kit/lifecycle/asks.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { doneBy } from '../../forms/kit/lifecycle/in-place.ts'
import { daysOf } from '../../forms/kit/network-days.ts'
import { goesAlong } from '../shared/goes-along.ts'
import { type Meeting, makeMove } from '../shared/make-move.ts'
import type { WorkspaceDeps } from './deps.ts'
import { sealedNote } from './sealed-note.ts'

type Deps = Pick<WorkspaceDeps, 'dossiers' | 'overlegs' | 'actionPlans' | 'seal' | 'now' | 'random'>

/** Whether it is explained follows from the reason. */
type UnexplainedCommand = Omit<Command, 'by' | 'explained'> & { by: AtWork }

interface Explained {
  service: Service
  content: NetworkContent
  dossier: Dossier
  command: UnexplainedCommand
  /** As typed; undefined when nothing was. */
  reason: string | undefined
  /** Made by hand, one at a time, and it reaches no further than the dossier: it can be taken back for a while. */
  undoable?: boolean
  /** The meeting whose team decided it: its record is written along. */
  meeting?: Meeting
}

export async function makeExplainedMove(deps: Deps, explained: Explained) {
  const { service, content, dossier, command, reason, undoable, meeting } = explained
  const { by, action } = command
  return makeMove(deps, {
    service,
    content,
    dossier,
    undoable,
    meeting,
    command: { ...command, explained: reason !== undefined },
    along: (decision, at) =>
      goesAlong(deps, {
        ...{ service, before: dossier, decision, by: by.id },
        ...{ now: at, days: daysOf(service.network, content) },
      }),
    note:
      reason === undefined
        ? undefined
        : await sealedNote(deps, {
            dossier,
            ...doneBy(by, dossier),
            text: reason,
            at: deps.now(),
            action,
          }),
  })
}

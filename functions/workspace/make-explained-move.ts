/** Makes a move of a dossier for somebody of the network: with the reason they typed, and what it does to an open overleg. */
import { type AtWork, actingFor } from '../../forms/kit/absence.ts'
import type { NetworkContent } from '../../forms/kit/content.ts'
import type { Service } from '../../forms/kit/form.ts'
import type { Command } from '../../forms/kit/lifecycle/asks.ts'
import type { Dossier } from '../../forms/kit/lifecycle/dossier.ts'
import { goesAlong } from '../shared/goes-along.ts'
import { makeMove } from '../shared/make-move.ts'
import type { TransactItems } from '../shared/store/transact.ts'
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
  /** What else is written with it, of the dossier as it is then: the record of a meeting. */
  beside?: (after: Dossier, now: Date) => TransactItems
}

export async function makeExplainedMove(deps: Deps, { service, content, dossier, command, reason, beside }: Explained) {
  const { by, action } = command
  return makeMove(deps, {
    service,
    content,
    dossier,
    command: { ...command, explained: reason !== undefined },
    along: async (decided, at) => {
      const moving = { service, content, before: dossier, decision: decided, by: by.id, now: at }
      const { decision, writes } = await goesAlong(deps, moving)
      return { decision, writes: [...writes, ...(beside?.(decision.dossier, at) ?? [])] }
    },
    note:
      reason === undefined
        ? undefined
        : await sealedNote(deps, {
            dossier,
            who: by.id,
            ...actingFor(by, dossier),
            text: reason,
            at: deps.now(),
            action,
          }),
  })
}

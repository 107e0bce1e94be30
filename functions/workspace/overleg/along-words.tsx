/** On the page of a move: what it does to the overleg that is going on, and what will leave (forms/kit/overleg/along.ts). */
import type { FC } from 'hono/jsx'
import type { Service } from '../../../forms/kit/form.ts'
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { type Move, stateOf } from '../../../forms/kit/lifecycle/lifecycle.ts'
import { mailedWhenOff } from '../../../forms/kit/overleg/along.ts'
import { isOpenOverleg, type Overleg, seated } from '../../../forms/kit/overleg/overleg.ts'
import type { WorkspaceDeps } from '../deps.ts'

export type AlongWords = { kind: 'ends'; overleg: Overleg } | { kind: 'goes-along'; overleg: Overleg }

type Deps = Pick<WorkspaceDeps, 'overlegs' | 'now'>

/** Undefined where no overleg is open, or the move leaves it alone. One read, of ids only. */
export async function alongWords(deps: Deps, service: Service, dossier: Dossier, move: Move | 'moves on') {
  const { overleg: mark, reference } = dossier
  const kind = mark && isOpenOverleg(mark) ? kindOf(service, move) : undefined
  const kept = kind && mark && (await deps.overlegs.read(reference, mark.number, deps.now()))
  return kind && kept ? { kind, overleg: kept.overleg } : undefined
}

function kindOf({ form }: Service, move: Move | 'moves on'): AlongWords['kind'] | undefined {
  if (move === 'moves on') return 'ends'
  const { to, asks, givesBack } = move
  if (typeof to === 'string' && stateOf(form.lifecycle, to).closed) return 'ends'
  return givesBack || asks?.includes('persoon') ? 'goes-along' : undefined
}

export const AlongNote: FC<{ along: AlongWords | undefined }> = ({ along }) => {
  if (!along) return null
  const { kind, overleg } = along
  const mails = mailedWhenOff(overleg)
  const text =
    kind === 'goes-along'
      ? `Er loopt een ${overleg.noun}. Dat gaat mee. Er vertrekt geen mail naar wie aan tafel zit.`
      : [
          `Er loopt een ${overleg.noun}. Dat gaat dan niet door.`,
          mails === 0
            ? 'Er vertrekt geen mail naar wie aan tafel zit.'
            : `${mails === 1 ? '1 mens aan tafel krijgt' : `${mails} mensen aan tafel krijgen`} een mail.`,
          seated(overleg).length > mails && 'Bel zelf wie geen mail krijgt.',
        ]
          .filter(Boolean)
          .join(' ')
  return (
    <div class="note" data-overleg-stopt={kind === 'ends' ? mails : undefined}>
      <p>{text}</p>
    </div>
  )
}

/** Above the list, after several requests went to somebody: which, to whom, and how one is taken back. */
import type { Child } from 'hono/jsx'
import { type NetworkContent, personOf } from '../../../forms/kit/content.ts'
import { undoMinutes } from '../../../forms/kit/lifecycle/undo.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import { dossierPath } from '../../shared/work-paths.ts'
import { pageSize } from './list-view.ts'

/** What the address of the list says of it. */
export const assignedQuery = (references: readonly string[], to: string): [string, string][] => [
  ['klaar', 'toegewezen'],
  ['aan', to],
  ['dossiers', references.join('.')],
]

/** Null when the address says nothing of the kind. */
export function assignedOnList(content: NetworkContent, query: Record<string, string>): Child {
  const { klaar, aan = '', dossiers = '' } = query
  const references = dossiers
    .split('.')
    .filter((one) => readReference(one) === one)
    .slice(0, pageSize)
  if (klaar !== 'toegewezen' || references.length === 0) return null
  return <AssignedNote references={references} name={personOf(content, aan)?.name ?? 'een collega'} />
}

export const AssignedNote = ({ references, name }: { references: readonly string[]; name: string }) => (
  <div class="done" role="status">
    <p>
      <b>{`${references.length === 1 ? '1 aanvraag ging' : `${references.length} aanvragen gingen`} naar ${name}. `}</b>
      {`De mails vertrekken over ${undoMinutes} minuten. Tot dan kunt u het ongedaan maken: open het dossier.`}
    </p>
    <p class="lw-line">
      {references.map((reference) => (
        <a class="reference" href={dossierPath(reference)}>
          {reference}
        </a>
      ))}
    </p>
  </div>
)

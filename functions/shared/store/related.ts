/** "Zelfde gezin": two dossiers of one network that name each other. Both change together, or neither. */
import type { Dossier } from '../../../forms/kit/lifecycle/dossier.ts'
import { type Audited, dossierAudit } from './audit.ts'
import { changedDossier } from './dossier-item.ts'
import type { Connection } from './dynamo.ts'
import { sidesOf } from './family-item.ts'
import { transact } from './transact.ts'

interface Change extends Audited {
  /** Id of a person of the network. */
  who: string
}

/** More than any family has; a dossier stays small. */
const mostRelated = 20

export function createRelated({ dynamo, tables }: Connection) {
  /** `changed` when somebody else changed one of the two since it was read: nothing is written. */
  async function store(
    pair: readonly [Dossier, Dossier],
    what: 'verwant' | 'niet verwant',
    { who, ...audited }: Change,
  ): Promise<'stored' | 'changed'> {
    const [one, other] = pair
    const change = (before: Dossier, { reference }: Dossier) => {
      const without = before.related.filter((related) => related !== reference)
      const after: Dossier = {
        ...before,
        related: what === 'verwant' ? [...without, reference] : without,
        revision: before.revision + 1,
      }
      return [
        changedDossier(tables.loket, before, after),
        dossierAudit(tables.loket, before.reference, audited, { who, what, related: reference }),
      ]
    }
    // What somebody says by hand counts, also above what was said of the suggestion before.
    const suggested = what === 'verwant' ? sidesOf(one.reference, other.reference) : []
    const refused = await transact(dynamo, [
      ...change(one, other),
      ...change(other, one),
      ...suggested.map((Key) => ({ Delete: { TableName: tables.loket, Key } })),
    ])
    return refused ? 'changed' : 'stored'
  }

  return {
    /** `not-these`: a dossier with itself, or of another network; `full`: one of them has too many. */
    async link(one: Dossier, other: Dossier, change: Change): Promise<'stored' | 'changed' | 'not-these' | 'full'> {
      if (one.reference === other.reference || one.network !== other.network) return 'not-these'
      if (one.related.includes(other.reference)) return 'stored'
      if ([one, other].some(({ related }) => related.length >= mostRelated)) return 'full'
      return store([one, other], 'verwant', change)
    },

    async unlink(one: Dossier, other: Dossier, change: Change): Promise<'stored' | 'changed'> {
      return one.related.includes(other.reference) ? store([one, other], 'niet verwant', change) : 'stored'
    },
  }
}

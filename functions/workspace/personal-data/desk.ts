/** What the pages of what is kept share: what is noted of each request, a dossier of the own network, its erasure, and the file. */
import type { Context } from 'hono'
import { serviceOf } from '../../../forms/index.ts'
import { toldOfErasure } from '../../../forms/kit/lifecycle/losers.ts'
import { promise } from '../../../forms/kit/post/mail.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import { lookAgain } from '../../shared/look-again.ts'
import { createPersonalData, type DataRequest, type Erasure } from '../../shared/store/personal-data.ts'
import { actOf } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { SignedIn } from '../sign-in/door.ts'

export type DataContext = Context<SignedIn>
type Ctx = DataContext

export function createDataDesk(deps: WorkspaceDeps) {
  const { dossiers, now } = deps

  /** The open part, of the coordinator's own network. */
  async function dossierOf(c: Ctx, reference: string) {
    if (readReference(reference) !== reference) return undefined
    const dossier = await dossiers.read(reference, now())
    return dossier?.network === c.var.network.slug ? dossier : undefined
  }

  return {
    dossierOf,

    note: (c: Ctx, line: Omit<DataRequest, keyof Erasure>) =>
      deps.open(createPersonalData).note({ ...actOf(c, deps), ...line }),

    /** Beside each dossier, before its answers are opened: what cannot be written down is not shown. */
    async noteOpened(c: Ctx, references: readonly string[]) {
      for (const reference of references) {
        const about = { reference, session: c.var.sessionId, why: 'gegevens' } as const
        await deps.dossierFiles.noteConsultation({ ...actOf(c, deps), ...about })
      }
    },

    /** Somebody may move it at the same moment: then it is moved and after that erased. False when it is not there. */
    async eraseDossier(c: Ctx, reference: string): Promise<boolean> {
      return lookAgain(async () => {
        const dossier = await dossierOf(c, reference)
        if (!dossier) return false
        const { content, person } = c.var
        const service = serviceOf(dossier)
        const told = promise(...(service ? toldOfErasure(service, content, dossier, person.id) : []))
        return (
          (await deps.open(createPersonalData).eraseDossier(dossier, actOf(c, deps), told)) === 'erased' || undefined
        )
      })
    },

    download(c: Ctx, name: string, data: Record<string, unknown>) {
      c.header('Content-Disposition', `attachment; filename="${name}"`)
      const { name: networkName } = c.var.network
      return c.body(JSON.stringify({ netwerk: networkName, gemaaktOp: now().toISOString(), ...data }, null, 2), 200, {
        'Content-Type': 'application/json; charset=UTF-8',
      })
    },
  }
}

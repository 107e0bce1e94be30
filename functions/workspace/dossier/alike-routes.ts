/** "Niet hetzelfde": a suggestion of the same family that a coordinator dismisses, for everybody. */
import { Hono } from 'hono'
import { dossierRoute } from '../../shared/work-paths.ts'
import { actOn } from '../act.ts'
import type { WorkspaceDeps } from '../deps.ts'
import type { RequirePerson, SignedIn } from '../sign-in/door.ts'
import type { Desk } from './desk.tsx'
import { otherDossier } from './small-pages.ts'

const fields = new Map([[otherDossier.name, false]])

export function alikeRoutes(deps: WorkspaceDeps, desk: Desk, requirePerson: RequirePerson) {
  const routes = new Hono<SignedIn>()

  routes.post(`${dossierRoute}/ander-gezin`, requirePerson(['coordinator']), async (c) => {
    const sent = await desk.sent(c, () => fields)
    if ('answer' in sent) return sent.answer
    const { dossier, alike } = sent.found.file
    const reference = sent.typed.get(otherDossier.name)?.[0]
    const named = alike.find((one) => one.reference === reference)
    if (!named) return desk.notFound(c)
    const other = named.dismissed ? undefined : await deps.dossiers.read(named.reference, deps.now())
    const family = await deps.openFamily()
    if (other) await family.dismiss(dossier, other, actOn(c, deps, dossier))
    // Dismissed before, or erased meanwhile: it is not suggested either way.
    return desk.done(c, 'ander-gezin')
  })

  return routes
}

/** A function loads the part that an address belongs to (docs/decisions/005): so each address must be in that part. */
import { expect, it } from 'vitest'
import { createGuestApp } from '../../functions/guest/app.ts'
import { parts as guestParts } from '../../functions/guest/parts.ts'
import { createApp } from '../../functions/public/app.ts'
import { parts as publicParts } from '../../functions/public/parts.ts'
import { isGuestPath } from '../../functions/shared/public-paths.ts'
import { inParts, type Part, partAt } from '../../functions/shared/web/in-parts.ts'
import { createWorkspace } from '../../functions/workspace/app.ts'
import { parts as workspaceParts } from '../../functions/workspace/parts.ts'
import { routesOf, startTestLoket } from '../support/app.ts'
import { startTestWorkspace } from '../support/workspace.ts'

/** Routes that another part would be loaded for. */
async function astray<Routes>(parts: readonly Part<Routes>[], routesIn: (loaded: Routes) => readonly string[]) {
  const found = await Promise.all(
    parts.map(async (part) => {
      const routes = routesIn(await part.load())
      expect(routes.length, part.at.join()).toBeGreaterThan(0)
      return routes.filter((route) => partAt(parts, route.slice(route.indexOf(' ') + 1)) !== part)
    }),
  )
  return found.flat()
}

it('elk adres van de publieke pagina’s is van het deel dat ervoor geladen wordt', async () => {
  const { publicDeps: deps } = await startTestLoket()
  expect(await astray(publicParts, (routes) => routesOf(createApp(deps, routes)))).toEqual([])
})

it('elk adres van gasten ook, en het is van hun functie', async () => {
  const { guestDeps: deps, guestRoutes } = await startTestLoket()
  expect(await astray(guestParts, (routes) => routesOf(createGuestApp(deps, routes)))).toEqual([])
  const paths = guestRoutes.map((route) => route.slice(route.indexOf(' ') + 1))
  expect(paths.filter((path) => !isGuestPath(path))).toEqual([])
})

it('elk adres van de werkruimte ook; aanmelden kan in elk deel', async () => {
  const { deps } = await startTestWorkspace()
  const always = routesOf(createWorkspace(deps, []))
  const own = (routes: Parameters<typeof createWorkspace>[1]) =>
    routesOf(createWorkspace(deps, routes)).filter((route) => !always.includes(route))
  expect(await astray(workspaceParts, own)).toEqual([])
})

it('een adres dat meer delen raken, is van het deel met het langste begin', () => {
  const part = (...at: string[]) => ({ at, load: async () => at })
  const [home, dossier, events] = [part('/w'), part('/w/dossier'), part('/w/activiteiten', '/w/act')]
  const parts = [home, dossier, events]
  expect(partAt(parts, '/w/dossier/LCO-1')).toBe(dossier)
  expect(partAt(parts, '/w/dossiers')).toBe(home)
  expect(partAt(parts, '/w/act')).toBe(events)
  expect(partAt(parts, '/elders')).toBe(home)
})

it('een deel wordt één keer geladen, ook voor wie tegelijk komt', async () => {
  const { publicDeps: deps } = await startTestLoket()
  let loads = 0
  const front = inParts(
    publicParts.map((part) => ({
      ...part,
      load: () => {
        loads += 1
        return part.load()
      },
    })),
    (routes) => createApp(deps, routes),
  )
  const ask = () => front.fetch(new Request('https://loket.example/activiteiten'))
  const answers = await Promise.all([ask(), ask(), ask()])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(loads).toBe(1)
})

/** What whoever asked does from the page of their request: stop it, leave it to the client, or say whether the client got there. */
import { type Context, Hono } from 'hono'
import { lookAgain } from '../../shared/look-again.ts'
import { makeMove } from '../../shared/make-move.ts'
import { personalRoute } from '../../shared/public-paths.ts'
import { createDossiers } from '../../shared/store/dossiers.ts'
import { readBody } from '../../shared/web/body.ts'
import type { PublicRoutes } from '../app.ts'
import { findDossier as behindLink } from '../find-dossier.ts'
import { wayOut } from '../leaving.ts'
import { LeavePage, WithdrawPage } from '../pages/leave-pages.tsx'

/** "Is uw cliënt daar geraakt?" */
const arrivalMoves: ReadonlyMap<string, string> = new Map([
  ['ja', 'aangekomen'],
  ['nog_niet', 'nog_niet'],
  ['nee', 'niet_aangekomen'],
])

export const leavingRoutes: PublicRoutes = (deps, plain) => {
  const routes = new Hono()
  const { assets, contents } = deps
  const findDossier = (c: Context) => behindLink(c, deps, plain, 'status')

  routes.get(`${personalRoute('status')}/stoppen`, async (c) => {
    const found = await findDossier(c)
    if ('answer' in found) return found.answer
    const path = c.req.path.replace(/\/stoppen$/, '')
    return wayOut(found.service, found.dossier)?.tail === 'stoppen'
      ? c.html(<WithdrawPage assets={assets} {...found} path={path} />)
      : c.redirect(path, 303)
  })

  routes.post(`${personalRoute('status')}/stoppen`, (c) => act(c, 'intrekken', /\/stoppen$/))

  routes.get(`${personalRoute('status')}/niet-meer-mee`, async (c) => {
    const found = await findDossier(c)
    if ('answer' in found) return found.answer
    const path = c.req.path.replace(/\/niet-meer-mee$/, '')
    if (wayOut(found.service, found.dossier)?.tail !== 'niet-meer-mee') return c.redirect(path, 303)
    const content = await contents.of(found.service.network)
    return c.html(<LeavePage {...{ assets, content }} {...found} path={path} />)
  })

  routes.post(`${personalRoute('status')}/niet-meer-mee`, (c) => act(c, 'dienst_stopt', /\/niet-meer-mee$/))

  routes.post(`${personalRoute('status')}/geraakt`, async (c) => {
    const body = await readBody(c)
    const [answer] = body?.get('antwoord') ?? []
    const action = answer === undefined ? undefined : arrivalMoves.get(answer)
    if (!action) return plain.unreadable(c)
    return act(c, action, /\/geraakt$/)
  })

  /** A move by the applicant; answered or closed already: the status page tells which. */
  async function act(c: Context, action: string, tail: RegExp) {
    // A coordinator may move the dossier at the same moment.
    return lookAgain(async () => {
      const found = await findDossier(c)
      if ('answer' in found) return found.answer
      const content = await contents.of(found.service.network)
      const made = await makeMove(
        { ...deps, dossiers: deps.open(createDossiers) },
        { ...found, content, command: { action, by: 'aanvrager' } },
      )
      return made.kind === 'changed' ? undefined : c.redirect(c.req.path.replace(tail, ''), 303)
    })
  }

  return routes
}

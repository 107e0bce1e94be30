/** The door of the werkruimte: who may open a page, and what is noted of who may not. */

import type { Context, MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { type AtWork, replacedBy } from '../../../forms/kit/absence.ts'
import { holdersOf, type NetworkContent } from '../../../forms/kit/content.ts'
import type { Role } from '../../../forms/kit/content-schema.ts'
import type { Network } from '../../../forms/kit/network.ts'
import { daysOf, type NetworkDays } from '../../../forms/kit/network-days.ts'
import type { RawInput } from '../../../forms/kit/questions/answers.ts'
import { readReference } from '../../../forms/kit/reference.ts'
import { brusselsDate } from '../../../forms/kit/time.ts'
import type { Session } from '../../shared/store/sessions.ts'
import type { TrailLine } from '../../shared/store/trail.ts'
import { readBody, textsIn } from '../../shared/web/body.ts'
import { limitBody, limitBytes, smallBody } from '../../shared/web/guard.ts'
import type { ListShown } from '../keep-list.ts'
import { workRefusals } from '../work-message.tsx'
import { createDoorPages } from './door-pages.tsx'
import { returnPath, signInPath } from './return-path.ts'
import { createBrowserSession, type Member, memberOf, type SessionDeps } from './session.ts'

/** What a page behind the door knows of who opened it. */
export interface SignedIn {
  Variables: {
    /** With the colleagues whose place they take today. */
    person: AtWork
    network: Network
    /** Its people, mailboxes and aanbod, as this process knows them now. */
    content: NetworkContent
    /** Its working days and its meetings, by that content. */
    days: NetworkDays
    /** Names the session in an audit line; opens nothing. */
    sessionId: string
  } & ListShown['Variables']
}

/** Opens a page to whoever is signed in, or to some roles only. */
export type RequirePerson = (roles?: readonly Role[]) => MiddlewareHandler<SignedIn>

/**
 * Who knocks is known before a byte of what they bring is read: first the session and the role, then the body.
 * `largerBody`: see `limitBody`.
 */
export function createDoor(deps: SessionDeps, largerBody?: (path: string) => number | undefined): RequirePerson {
  const { url, assets, contents, absences, now } = deps
  const browser = createBrowserSession(deps)
  const pages = createDoorPages(assets)
  const limited = limitBody(workRefusals(assets).tooLarge, largerBody)

  /** What was typed is given back with the refusal; without it when it is more than a form holds. */
  const refuse = (c: Context, answer: (typed: RawInput | undefined) => Response | Promise<Response>) =>
    limitBytes(() => answer(undefined), smallBody)(c, async () => {
      c.res = await answer(await readBody(c))
    })

  /** A page comes back after signing in; a form is shown again with all that was typed, to be sent again. */
  async function askToSignIn(c: Context) {
    const { pathname, search } = new URL(c.req.url)
    if (c.req.method !== 'POST') return c.redirect(signInPath(returnPath(pathname + search, url)), 303)
    if (!(await browser.hadSession(c))) return pages.first(c)
    return refuse(c, (typed) => (typed ? pages.ended(c, pathname + search, typed) : pages.first(c)))
  }

  /** Read at each request: who is named stand-in, or is one no longer, sees so on the next page. An organiser takes no such place. */
  async function atWork({ network, content, person }: Member): Promise<AtWork> {
    if (!holdersOf(content).includes(person)) return person
    const standsInFor = replacedBy(content, await absences.list(network.slug), person.id, brusselsDate(now()))
    return standsInFor.length > 0 ? { ...person, standsInFor } : person
  }

  return (roles) =>
    createMiddleware<SignedIn>(async (c, next) => {
      const session = await browser.current(c)
      if (!session) return askToSignIn(c)
      const member = await memberOf({ contents }, session.who)
      if (!member || (roles && !roles.includes(member.person.role))) {
        await browser.note(session, refusalOf(c, session, 403))
        return refuse(c, (typed) =>
          member ? pages.notForYou(c, member, textsIn(typed)) : pages.outsider(c, textsIn(typed)),
        )
      }
      c.set('person', await atWork(member))
      c.set('network', member.network)
      c.set('content', member.content)
      c.set('days', daysOf(member.network, member.content))
      c.set('sessionId', session.id)
      const answer = await limited(c, next)
      // Another role's, another's dossier, another network's: whatever the page says, and before it is shown.
      if (isRefusal(c.res.status)) await browser.note(session, refusalOf(c, session, c.res.status))
      return answer
    })
}

/** 404 is also the answer to what never was: from outside nobody can tell, and who tries many leaves many lines. */
const isRefusal = (status: number): boolean => status === 403 || status === 404

const refusalOf = (c: Context, { id }: Session, status: number): TrailLine => ({
  what: 'geweigerd',
  session: id,
  status,
  // The first that is no middleware answers; what fits less well comes after it.
  route: `${c.req.method} ${matchedRoutes(c).find(({ method }) => method !== 'ALL')?.path}`,
  reference: readReference(c.req.param('reference') ?? ''),
})

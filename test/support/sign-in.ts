/** Sign-in as it runs on one machine: the real local provider over HTTP, real tables, a few pages behind the door. */

import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { networks } from '../../forms/index.ts'
import { once } from '../../forms/kit/once.ts'
import { demoPeople } from '../../functions/local/demo-people.ts'
import { findFreePort } from '../../functions/local/free-port.ts'
import { startServer } from '../../functions/local/server.ts'
import { startSignIn } from '../../functions/local/sign-in.ts'
import type { Secrets } from '../../functions/shared/secrets.ts'
import { createAbsences } from '../../functions/shared/store/absences.ts'
import type { Connection } from '../../functions/shared/store/dynamo.ts'
import { createIdentities } from '../../functions/shared/store/identities.ts'
import type { PersonRef } from '../../functions/shared/store/keys.ts'
import { opens } from '../../functions/shared/store/open.ts'
import { createSessions } from '../../functions/shared/store/sessions.ts'
import { createTrail } from '../../functions/shared/store/trail.ts'
import { headers, limitBody, ownFormsOnly } from '../../functions/shared/web/guard.ts'
import { callbackPath } from '../../functions/shared/work-paths.ts'
import type { SignedIn } from '../../functions/workspace/sign-in/door.ts'
import { createDoor } from '../../functions/workspace/sign-in/door.ts'
import { invitationPath } from '../../functions/workspace/sign-in/invitation-path.ts'
import { createOidc, type OidcSettings } from '../../functions/workspace/sign-in/oidc.ts'
import { type SignInDeps, signInRoutes } from '../../functions/workspace/sign-in/routes.tsx'
import { demoContents } from './content.ts'
import { startDynamo } from './dynamodb.ts'
import { createVisitor, type Fields, locationOf, type Visitor, wordsIn } from './visitor.ts'

export type DemoPerson = (typeof demoPeople)[number]

export interface Arrival {
  /** Of the page at the end. */
  path: string
  status: number
  html: string
  /** Every address on the way. */
  way: string[]
}

export type SignInTest = Awaited<ReturnType<typeof startSignInTest>>

/** They have no account yet: whom a test invites is not bound at the start. */
const invited = ['casemanager-aalst-2', 'coordinator-limburg', 'coordinator-zottegem']
const withoutInvited: typeof demoContents = {
  ...demoContents,
  of: async (network) => {
    const { people, ...content } = await demoContents.of(network)
    return { ...content, people: people.filter(({ id }) => !invited.includes(id)) }
  },
}

/** Loket's clock starts in 2021, so that nothing works by accident of both clocks showing the same. */
export async function startSignInTest(
  now = new Date('2021-05-03T08:00:00Z'),
  changes: Pick<Partial<OidcSettings>, 'secondFactor'> = {},
) {
  const { connection } = await startDynamo()
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  const clock = { now }
  const { settings: usual, handle } = await startSignIn({
    url,
    callbackPath,
    connection,
    networks,
    contents: withoutInvited,
    people: demoPeople,
  })
  const settings: OidcSettings = { ...usual, ...changes }
  const { app, deps, trouble } = workspaceOn(connection, { url, settings, now: () => clock.now })
  const server = await startServer(port, Promise.resolve({ loket: app, local: new Hono(), oidc: handle }))

  /** Goes where a browser is sent, page after page. */
  async function follow(visitor: Visitor, first: Response): Promise<Arrival> {
    const way: string[] = []
    let response = first
    while (response.headers.has('location')) {
      way.push(locationOf(response))
      response = await visitor.get(way.at(-1) ?? '')
    }
    return { path: way.at(-1) ?? '', status: response.status, html: await response.text(), way }
  }
  const open = async (visitor: Visitor, path: string) => follow(visitor, await visitor.get(path))

  /** Presses a button of the provider's page. */
  const choose = async (
    { path }: Pick<Arrival, 'path'>,
    visitor: Visitor,
    person: DemoPerson | '',
    beside: Fields = {},
  ) => visitor.post(path, { persoon: person, ...beside })

  return {
    url,
    deps,
    settings,
    connection,
    clock,
    trouble,
    follow,
    open,
    choose,
    later: (seconds: number) => {
      clock.now = new Date(clock.now.getTime() + seconds * 1000)
    },
    /** A browser, with its cookies in sight. */
    browser: (cookies = new Map<string, string>()) => createVisitor(url, fetch, cookies),
    /** From an address of the werkruimte through the provider, and back. */
    signIn: async (visitor: Visitor, person: DemoPerson, path = '/werkruimte/aanmelden') =>
      follow(visitor, await choose(await open(visitor, path), visitor, person)),
    /** The same up to the last step: the address the provider sends the browser to. */
    signInButForTheCallback: async (visitor: Visitor, person: DemoPerson, path = '/werkruimte/aanmelden') => {
      const resume = await choose(await open(visitor, path), visitor, person)
      return locationOf(await visitor.get(locationOf(resume)))
    },
    /** A coordinator invites; gives the link's path. */
    invite: async (whom: PersonRef): Promise<string> => {
      const id = randomBytes(16).toString('base64url')
      const about = { invitedBy: 'coordinator-aalst', auditId: id, now: clock.now, auditDays: 365 }
      const outcome = await deps.open(createIdentities).invite({ id, ...whom, ...about })
      if (outcome !== 'invited') throw new Error(outcome)
      return invitationPath(deps.secrets, id)
    },
    stop: server.stop,
  }
}

interface WorkspaceOptions {
  url: string
  settings: OidcSettings
  now: () => Date
}

/** The sub-app behind the guard, with pages for everybody, for coordinators, and a form. */
export function workspaceOn(
  connection: Connection,
  { url, settings, now }: WorkspaceOptions,
  changes: Partial<SignInDeps> = {},
) {
  const asset = { path: '/assets/x', type: 'text/plain', body: new Uint8Array() }
  const assets = {
    css: asset,
    public: asset,
    overleg: asset,
    figures: asset,
    staff: asset,
    font: asset,
    script: asset,
    formScript: asset,
    listScript: asset,
    ticksScript: asset,
    icon: asset,
  }
  const secrets: Secrets = { linkKeys: { current: '1', keys: { '1': 'bGluaw==' } }, addressKey: 'YWRkcmVzcw==' }
  const trouble: string[] = []
  const deps: SignInDeps = {
    url,
    sessions: createSessions(connection),
    // Nobody fills in a form here.
    open: opens({ ...connection, tables: { ...connection.tables, drafts: '' } }),
    contents: demoContents,
    absences: createAbsences(connection),
    trail: createTrail(connection),
    openOidc: once(async () => createOidc(settings)),
    secrets: async () => secrets,
    now,
    random: randomBytes,
    assets,
    logTrouble: (kind, code) => trouble.push(`${kind} ${code}`),
    ...changes,
  }
  const requirePerson = createDoor(deps)
  const routes = signInRoutes({ deps, requirePerson })
  const app = new Hono<SignedIn>()
  app.use(
    headers,
    limitBody((c) => c.text('', 413)),
  )
  app.use(ownFormsOnly(url, { foreign: (c) => c.text('', 403), wrongType: (c) => c.text('', 415) }))
  app.route('/', routes)
  app.get('/werkruimte', requirePerson(), (c) => c.text(`${c.var.person.name} · ${c.var.network.slug}`))
  app.get('/werkruimte/dossier/:reference', requirePerson(), (c) => c.text(`dossier ${c.req.param('reference')}`))
  app.get('/werkruimte/beheer/mensen', requirePerson(['coordinator']), (c) => c.text('mensen'))
  app.get('/werkruimte/schrijf', requirePerson(), (c) => c.html(writePage))
  app.post('/werkruimte/notitie', requirePerson(), async (c) => c.json(Object.fromEntries(await c.req.formData())))
  return { app, deps, trouble }
}

const writePage = `<!doctype html><form method="post" action="/werkruimte/notitie">
<label>Tekst <textarea name="tekst"></textarea></label><button name="actie" value="bewaar">Bewaar</button></form>`

/** What the page says, without marks. */
export const words = ({ html }: Pick<Arrival, 'html'>): string => wordsIn(html)

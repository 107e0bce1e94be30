/** The werkruimte: where coordinators act on what arrives. Today its door; the queue and the dossiers come next. */
import type { FC } from 'hono/jsx'
import { Layout, Phone } from '../shared/web/layout.tsx'
import { MessagePage } from '../shared/web/message-page.tsx'
import { createWebApp, type WebDeps } from '../shared/web/web-app.ts'
import type { OrganiserDeps } from './events/deps.ts'
import { eventRoutes } from './events/routes.tsx'
import type { PageParts } from './sign-in/pages.tsx'
import { createSignIn, type SignInDeps } from './sign-in/routes.tsx'

export type WorkspaceDeps = WebDeps & Omit<SignInDeps, 'pages'> & OrganiserDeps

export function createWorkspace(deps: WorkspaceDeps) {
  const app = createWebApp(deps, { largerBody: importSize })
  const { assets } = deps
  const Message: PageParts['Message'] = (props) => <MessagePage assets={assets} {...props} />
  const { routes, requirePerson } = createSignIn({ ...deps, pages: { Message, Phone } })
  app.route('/', routes)
  app.route('/', eventRoutes(deps, requirePerson))

  app.get('/werkruimte/*', requirePerson(), (c) => {
    const { person, network } = c.var
    return c.html(
      <Layout assets={assets} network={network} title="Werkruimte">
        <h1>{`Dag ${person.naam}`}</h1>
        <p class="lead">{`U bent aangemeld voor ${network.naam}.`}</p>
        <p>
          De lijst met aanvragen en de dossiers openen hier binnenkort. Elke aanvraag staat al veilig en verzegeld
          opgeslagen.
        </p>
        {['organisator', 'coordinator'].includes(person.rol) && (
          <p>
            <a href="/werkruimte/activiteiten">Activiteiten</a>
          </p>
        )}
        <SignOut />
      </Layout>,
    )
  })
  return app
}

/** Ten thousand invitees, pasted; in bytes. */
const importSize = (path: string) => (path.endsWith('/importeren') ? 3 * 1024 * 1024 : undefined)

const SignOut: FC = () => (
  <form method="post" action="/werkruimte/afmelden">
    <button class="btn plain">Meld af</button>
  </form>
)

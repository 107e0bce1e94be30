/**
 * Pages that are the same for everybody and change only with a new version: made at the first request, kept, and cached by browsers
 * and the edge. Whoever runs the app asks here first, before the app itself is loaded or a request is taken apart
 * (docs/decisions/005).
 */
import { receivingNetworks, services } from '../../forms/index.ts'
import type { Service } from '../../forms/kit/form.ts'
import { requirementOf } from '../../forms/kit/questions/criteria.ts'
import { aanbodPath, networkPath, servicePath } from '../shared/public-paths.ts'
import type { Assets } from '../shared/web/assets.ts'
import { securityHeaders } from '../shared/web/headers.ts'
import { AanbodHomePage } from './pages/aanbod-home-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { NetworkPage } from './pages/network-page.tsx'
import { StartPage } from './pages/start-pages.tsx'

interface Page {
  path: string
  page: () => { toString(): string }
  /** Tells apart what a page says on one date and on another; each is made once. */
  edition?: () => string
}

export interface Published {
  /** The page at this path. Whoever asks has no question behind it (`?q=`): that is for the app. */
  at(path: string): Answer | undefined
}

interface Answer {
  html: string
  headers: Readonly<Record<string, string>>
}

const answer = (html: string): Answer => ({
  html,
  headers: {
    ...securityHeaders,
    'content-type': 'text/html; charset=UTF-8',
    'content-length': String(Buffer.byteLength(html)),
    // Seconds the edge may give, and a browser may show, a page that changes only with a new version.
    'cache-control': 'public, max-age=300',
  },
})

export function createPublished({ assets, now }: { assets: Assets; now: () => Date }): Published {
  const pages = new Map(pagesOf(assets, now).map((page) => [page.path, page]))
  const made = new Map<string, Answer>()
  return {
    at: (path) => {
      const asked = pages.get(path)
      if (!asked) return undefined
      const edition = `${path}\n${asked.edition?.() ?? ''}`
      const page = made.get(edition) ?? answer(asked.page().toString())
      made.set(edition, page)
      return page
    },
  }
}

const pagesOf = (assets: Assets, now: () => Date): Page[] => [
  { path: '/', page: () => <HomePage assets={assets} /> },
  ...receivingNetworks.map((network) => ({
    path: networkPath(network),
    page: () => <NetworkPage assets={assets} network={network} />,
  })),
  ...services.map((service) => startPage(service, assets, now)),
  { path: aanbodPath(), page: () => <AanbodHomePage assets={assets} /> },
]

function startPage(service: Service, assets: Assets, now: () => Date): Page {
  const requirements = () => service.settings.criteria.map((criterion) => requirementOf(criterion, now()))
  return {
    path: servicePath(service),
    page: () => <StartPage assets={assets} service={service} requirements={requirements()} />,
    edition: () => requirements().join('\n'),
  }
}

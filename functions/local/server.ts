/** The one HTTP server of the local runner: Loket's app, and the local-only routes beside it. */
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Published } from '../public/published.tsx'
import { startProblem } from './start-problem.ts'

/** What answers a request: a Hono app, or something like it. */
export interface App {
  fetch(request: Request, env: object): Response | Promise<Response>
}

export interface Apps {
  loket: App
  /** Pages that are the same for everybody, asked first; none in a test that needs no such thing. */
  published?: Pick<Published, 'at'>
  local: App
  /** The local OpenID provider; answers under `oidcPath`. */
  oidc?: RequestListener
}

export interface LocalServer {
  /** No new requests; what is being answered gets two seconds. */
  stop(): Promise<void>
}

const host = '127.0.0.1'
/** Where the local OpenID provider answers. */
export const oidcPath = '/_local/oidc'
const finishMs = 2_000

/**
 * Takes the port at once, so that a busy one is told before anything else starts; requests wait until the apps are
 * there.
 */
export async function startServer(port: number, apps: Promise<Apps>): Promise<LocalServer> {
  const byNumber = `http://${host}:${port}`
  const answer = getRequestListener(async (request, env) => {
    const { loket, local } = await apps
    const { url } = request
    if (isLocalOnly(url)) return local.fetch(request, env)
    // The Origin check knows one address, the one in the links.
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isRead && url.startsWith(byNumber)) return redirect(url.replace(byNumber, `http://localhost:${port}`))
    return loket.fetch(request, env)
  })
  const ownName = `localhost:${port}`
  const server = createServer(async (request, response) => {
    const { url = '', method, headers } = request
    const { published, oidc } = await apps
    const page = method === 'GET' && headers.host === ownName ? published?.at(url) : undefined
    if (page) {
      response.writeHead(200, page.headers).end(page.html)
      return
    }
    if (!url.startsWith(`${oidcPath}/`)) return answer(request, response)
    // Only by the name it calls itself: a page elsewhere must not reach it through its own name for this machine.
    return oidc && headers.host === ownName ? oidc(request, response) : answer(request, response)
  })
  await listen(server, port)
  return {
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      // A connection that was busy just now stays open for a next request, unless somebody closes it.
      const idle = setInterval(() => server.closeIdleConnections(), 20)
      const cut = setTimeout(() => server.closeAllConnections(), finishMs)
      await closed
      clearInterval(idle)
      clearTimeout(cut)
    },
  }
}

/** By text: this is asked of every request. */
const isLocalOnly = (url: string): boolean => /^http:\/\/[^/]*\/_local(?:[/?]|$)/.test(url)

const redirect = (location: string) => new Response(null, { status: 302, headers: { location } })

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error)
      const reason = error.code === 'EACCES' ? 'may not be used by you' : 'is in use'
      return reject(startProblem(`Port ${port} ${reason}. Stop what uses it, or set PORT to another number.`))
    })
    server.listen(port, host)
  })
}

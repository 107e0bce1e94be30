/** One id for a request, from the form that is posted to every mail it causes, and one line in the log for what it stored. */
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import * as z from 'zod'
import { inRequest } from '../request.ts'

export interface Written {
  requestId: string
  /** As the app names it: patterns, nothing of the address itself. */
  route: string
  /** Of the dossier; absent when it is about none. */
  reference: string | undefined
}

interface Deps {
  random: (bytes: number) => Uint8Array
  logWritten: (written: Written) => void
}

/** What the HTTP API passes on; its id is in the access log too (infra/web-stack.ts). */
const gatewaySchema = z.object({ requestContext: z.object({ requestId: z.string().optional() }).optional() }).optional()

/** The gateway's id; without a gateway one that is made here. */
export const oneId = ({ random, logWritten }: Deps) =>
  createMiddleware((c, next) => {
    const requestId =
      gatewaySchema.parse(c.env)?.requestContext?.requestId ?? Buffer.from(random(9)).toString('base64url')
    return inRequest(requestId, async ({ written }) => {
      await next()
      // A GET stores nothing but who looked.
      if (c.req.method !== 'POST') return
      for (const reference of written) logWritten({ requestId, route: routePath(c, -1), reference })
    })
  })

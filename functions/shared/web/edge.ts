/** In the cloud only CloudFront may speak to us: it brings a secret along, and behind it are the firewall and the cache. */
import { createHash } from 'node:crypto'
import { createMiddleware } from 'hono/factory'

/** Set by infra/edge-stack.ts. */
const edgeHeader = 'x-loket-edge'

/**
 * Refuses whoever came another way. `accepted`: hashes (SHA-256, base64url) of the secrets that open, two of them so that one
 * can be changed while the other is in use; compared as hashes, which tells a listener nothing. None on one's own machine.
 */
export const onlyFromEdge = (accepted: readonly string[]) =>
  createMiddleware(async (c, next) => {
    if (accepted.length === 0 || accepted.includes(hash(c.req.header(edgeHeader) ?? ''))) return next()
    return c.text('', 403)
  })

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')

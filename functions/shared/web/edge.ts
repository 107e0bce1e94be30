/**
 * In the cloud only CloudFront may speak to us: it brings a secret along, and behind it are the firewall and the cache. Without
 * zod or Hono, so that a page that is the same for everybody is answered before either is loaded (docs/decisions/005).
 */
import type { MiddlewareHandler } from 'hono'
import { hashOf } from '../hash.ts'

/** Set by infra/edge-stack.ts. */
export const edgeHeader = 'x-loket-edge'

/**
 * Hashes (SHA-256, base64url) of the secrets that open, separated by commas: two of them, so that one can be changed while the
 * other is in use. At least one: a function that faces the internet without any would let everybody in past the firewall.
 */
export function readEdgeKeys(env: NodeJS.ProcessEnv = process.env): readonly string[] {
  const keys = (env.EDGE_KEYS ?? '').split(',').filter(Boolean)
  if (keys.length === 0) throw new Error('Settings are wrong: EDGE_KEYS is empty')
  return keys
}

/** Whether CloudFront sent this. Compared as hashes, which tells a listener nothing. None are asked on one's own machine. */
export const isFromEdge = (accepted: readonly string[], secret = ''): boolean =>
  accepted.length === 0 || accepted.includes(hashOf(secret))

/** Refuses whoever came another way. */
export const onlyFromEdge =
  (accepted: readonly string[]): MiddlewareHandler =>
  async (c, next) =>
    isFromEdge(accepted, c.req.header(edgeHeader)) ? next() : c.text('', 403)

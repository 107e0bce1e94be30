import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port that was free on every interface a moment ago. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (!address || typeof address === 'string') throw new Error('A TCP server has no port')
  return address.port
}

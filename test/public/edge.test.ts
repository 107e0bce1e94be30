import { createHash, randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { loadAssets } from '../../functions/shared/web/assets.ts'
import { onlyFromEdge, readEdgeKeys } from '../../functions/shared/web/edge.ts'
import { createWebApp } from '../../functions/shared/web/web-app.ts'
import { assetFiles, testUrl } from '../support/app.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
const ask = async (accepted: string[], header?: string) => {
  const app = new Hono().use(onlyFromEdge(accepted)).get('/', (c) => c.text('in'))
  return (await app.request('/', header === undefined ? {} : { headers: { 'x-loket-edge': header } })).status
}

describe('only CloudFront gets in', () => {
  const accepted = [hash('now'), hash('next')]

  it.each([
    ['the secret in use', 'now', 200],
    ['the next one, before CloudFront sends it', 'next', 200],
    ['a guess', 'guess', 403],
    ['a hash, which is no secret', hash('now'), 403],
    ['nothing', undefined, 403],
    ['an empty one', '', 403],
  ])('%s', async (_, header, status) => {
    expect(await ask(accepted, header)).toBe(status)
  })

  it('a refusal is kept nowhere: who does bring the secret asks the same address', async () => {
    const assets = loadAssets(assetFiles, [])
    const app = createWebApp({
      url: testUrl,
      assets,
      random: randomBytes,
      edgeKeys: accepted,
      logFailure: () => {},
      logWritten: () => {},
    })
    const { status, headers } = await app.request('/')
    expect([status, headers.get('cache-control')]).toEqual([403, 'no-store'])
  })

  it('lets everybody in where nothing is in front', async () => {
    expect(await ask([])).toBe(200)
  })

  it('stops the function at its start when nobody has to come through CloudFront', () => {
    expect(readEdgeKeys({ EDGE_KEYS: 'one,two' })).toEqual(['one', 'two'])
    for (const EDGE_KEYS of [undefined, '', ',']) expect(() => readEdgeKeys({ EDGE_KEYS })).toThrow('EDGE_KEYS')
  })
})

/**
 * The Lambda `public`. Pages that are the same for everybody are answered here; the app, with zod, Hono and the SDK, is loaded
 * when somebody asks for anything else (docs/decisions/005).
 */
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import type { LambdaContext, LambdaEvent } from 'hono/aws-lambda'
import { networks } from '../../forms/index.ts'
import { once } from '../../forms/kit/once.ts'
import { bundledAssets, loadAssets } from '../shared/web/assets.ts'
import { edgeHeader, isFromEdge, readEdgeKeys } from '../shared/web/edge.ts'
import { publishedPaths } from './published-paths.ts'

const logger = new Logger({ serviceName: 'public' })
const now = () => new Date()
const edgeKeys = readEdgeKeys()
const assets = loadAssets(bundledAssets(import.meta.url), networks)
const published = once(async () => (await import('./published.tsx')).createPublished({ assets, now }))
const app = once(async () => (await import('./compose.ts')).composeApp({ assets, edgeKeys, logger, now }))

/** What the HTTP API hands over: payload format 2.0. */
type HttpEvent = Extract<LambdaEvent, { rawPath: string }>

async function answer(event: HttpEvent, context: LambdaContext) {
  const { rawPath, rawQueryString, headers, requestContext } = event
  // What is asked behind a question mark, a search in the aanbod, only the app reads.
  const asksPage = requestContext.http.method === 'GET' && rawQueryString === '' && publishedPaths.includes(rawPath)
  // Asked last: it hashes, and for any other address the app asks it itself.
  if (asksPage && isFromEdge(edgeKeys, headers[edgeHeader])) {
    const page = (await published()).at(rawPath)
    if (page) return { statusCode: 200, headers: page.headers, body: page.html }
  }
  const handle = await app()
  return handle(event, context)
}

export const handler = middy(answer).use(injectLambdaContext(logger))

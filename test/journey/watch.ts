/** Watches what a browser does behind the page: what it fetches, and what it complains about. */
import type { Page } from 'playwright-core'

/** One line per thing that should not happen on a page of ours; grows while the page is used. */
export function watch(page: Page, origin: string): string[] {
  const problems: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) problems.push(`a request to ${request.url()}`)
  })
  page.on('requestfailed', (request) => problems.push(`${request.url()} failed: ${request.failure()?.errorText}`))
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      problems.push(`${response.url()} answered ${response.status()}`)
  })
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`))
  page.on('console', (message) => {
    // Chromium also writes down that a page came with 404 or 422: those are answers, not errors of the page.
    const isStatus = message.text().startsWith('Failed to load resource: the server responded with a status of 4')
    if (['error', 'warning'].includes(message.type()) && !(isStatus && message.location().url === page.url()))
      problems.push(`console: ${message.text()}`)
  })
  return problems
}

/**
 * The list as somebody left it stays one press away while they work on what they opened from it: what it was asked goes along in the
 * address of each page, form and redirect of a dossier, so that two tabs have each their own, nothing is kept, and no page need know.
 */
import { createMiddleware } from 'hono/factory'
import { assignPath, dossiersPath, homePath, listQuery, searchPath } from '../shared/work-paths.ts'

/** In an address: the query of that list. Words that were sought never stand in one. */
export const listField = 'lijst'

/** All that a list is asked in its address, and nothing but what its own links are made of; what it means is for the list to say. */
const asked: ReadonlySet<string> = new Set(listQuery)
const meant = /^[\w#!-]{1,100}$/

/** A query and no more: it leads to the list whatever somebody made of it. Empty when it asks nothing. */
export function listIn(query: string | undefined): string {
  const pairs = [...new URLSearchParams(query)].filter(([name, value]) => asked.has(name) && meant.test(value))
  return new URLSearchParams(pairs).toString()
}

/** Addresses it goes along to: of dossiers, and of what one does from a list. */
const along = new RegExp(`^(?:${dossiersPath}/[^?#]+|${searchPath}|${assignPath})(?=[?#]|$)`)
/** The list itself, as a page beside it names it. */
const back = new RegExp(`^${homePath}(?=[?]klaar=|$)`)

/** An address of ours with the list in it, or leading back to it; any other as it is. */
export function withList(address: string, list: string, leadsBack: boolean): string {
  const query =
    leadsBack && back.test(address) ? list : along.test(address) && `${new URLSearchParams({ [listField]: list })}`
  if (!query || address.includes(`${listField}=`)) return address
  const [, path, own = '', part = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address) ?? []
  return `${path}?${query}${own.replace('?', '&')}${part}`
}

/** In our own pages an address stands between double quotes, and nothing that was typed holds one. */
const addresses = /( (?:href|action)=")([^"]+)/g
/** The fields of such a form take the place of what stands in its address. */
const asking = /<form [^>]*method="get"[^>]*>/g

/** What stands around a page that is such a list: its own query. */
export interface ListShown {
  Variables: { list?: string }
}

export const keepList = createMiddleware<ListShown>(async (c, next) => {
  await next()
  const shown = c.get('list')
  const list = listIn(shown ?? c.req.query(listField))
  if (!list) return
  const { headers } = c.res
  const to = headers.get('location')
  if (to) headers.set('location', withList(to, list, true))
  if (!headers.get('content-type')?.startsWith('text/html')) return
  const escaped = (text: string) => text.replaceAll('&', '&amp;')
  const kept = (address: string) => escaped(withList(address.replaceAll('&amp;', '&'), list, shown === undefined))
  const html = (await c.res.text())
    .replace(addresses, (_, begin, address) => begin + kept(address))
    .replace(asking, (form) => `${form}<input type="hidden" name="${listField}" value="${escaped(list)}"/>`)
  c.res = new Response(html, c.res)
})

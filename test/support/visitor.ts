/** A person with a browser, without the browser: keeps cookies, posts forms as a browser does, follows when asked. */

export type Fields = Readonly<Record<string, string | readonly string[]>>

export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Posts like a form of our own page; a redirect is answered, not followed. */
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Response>
  /** Any other request from this browser. */
  send(path: string, init: RequestInit): Promise<Response>
  /** Another tab of the same browser, at another Loket on the same tables. */
  tabAt(other: { visitor(cookies?: Map<string, string>): Visitor }): Visitor
}

export type Fetch = (request: Request) => Response | Promise<Response>

export function createVisitor(url: string, fetch: Fetch, cookies = new Map<string, string>()): Visitor {
  const send: Visitor['send'] = async (path, init) => {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(new Request(new URL(path, url), { redirect: 'manual', ...init, headers }))
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    return response
  }

  return {
    send,
    tabAt: (other) => other.visitor(cookies),
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields = {}, headers = {}) => {
      const body = formBody(fields)
      const own = { origin: new URL(url).origin, 'content-length': String(Buffer.byteLength(body.toString())) }
      return send(path, { method: 'POST', headers: { ...own, ...headers }, body })
    },
  }
}

export function formBody(fields: Fields): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return body
}

/** Where a redirect goes, as a path. */
export function locationOf(response: Response): string {
  const location = response.headers.get('location')
  if (!location) throw new Error(`No redirect but ${response.status}`)
  const url = new URL(location, 'http://localhost')
  return url.pathname + url.search
}

/** The fields of a page's form as a browser shows them: line ends are one character. */
export function fieldsIn(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  const controls = html.matchAll(
    /<input ([^>]*)>|<textarea ([^>]*)>\n?([^<]*)<\/textarea>|<select ([^>]*)>([\s\S]*?)<\/select>/g,
  )
  for (const [, input, textarea, text = '', select, options = ''] of controls) {
    const given = input ?? textarea ?? select ?? ''
    const attribute = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(given)?.[1]
    if (select !== undefined) {
      // What a browser sends: the option that is selected, or the first.
      const [, chosen = ''] =
        /<option value="([^"]*)" selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options) ?? []
      fields[decode(attribute('name') ?? '')] = [decode(chosen)]
      continue
    }
    const choice = /type="(radio|checkbox)"/.test(input ?? '')
    if (choice && !/ checked/.test(input ?? '')) continue
    const name = decode(attribute('name') ?? '')
    fields[name] = [...(fields[name] ?? []), decode(input === undefined ? text : (attribute('value') ?? ''))]
  }
  return fields
}

/** What is a page's own, between what every page begins and ends with. */
export const mainOf = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))

/** A page, with what a person reads of what is its own. */
export async function readPage(visitor: Visitor, path: string) {
  const response = await visitor.get(path)
  const html = await response.text()
  return { status: response.status, html, words: wordsIn(mainOf(html)) }
}

/** Posts the fields of the page at `address` with these in their place; which button, only when it is among these. */
export async function sendPage(visitor: Visitor, path: string, fields: Fields, address = path): Promise<Response> {
  const { html } = await readPage(visitor, address)
  const { actie: _, kies: __, ...shown } = fieldsIn(mainOf(html))
  return visitor.post(path, { ...shown, ...fields })
}

/** What a person reads, without the marks around it. */
export const wordsIn = (html: string): string => decode(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '))

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
const decode = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => characters[name] ?? '')

/** What the werkruimte costs whoever has no session: one small page, whatever they send, and nothing of it is read. */
import { beforeAll, describe, expect, it } from 'vitest'
import { routesOf } from '../support/app.ts'
import { createVisitor, fieldsIn, formBody, type Visitor, wordsIn } from '../support/visitor.ts'
import { startTestWorkspace, type TestWorkspace } from '../support/workspace.ts'

let work: TestWorkspace
let app: TestWorkspace['app']
let posts: string[]
beforeAll(async () => {
  work = await startTestWorkspace()
  app = work.app
  posts = routesOf(app)
    .filter((route) => route.startsWith('POST '))
    .map((route) => route.slice('POST '.length).replace(/:\w+(\{[^/]*\})?/g, (_, pattern = '') => example(pattern)))
})

/** Something that a pattern of a path takes. */
const example = (pattern: string): string =>
  pattern.includes('43') ? 'A'.repeat(43) : pattern.includes('d{4}') ? '2026-11-24' : /\w+/.exec(pattern)?.[0] || 'x'

const canary = 'Kanarie in de mijn'
const small = 10 * 1024
const formType = 'application/x-www-form-urlencoded'

/** A body that counts how much of it was read, as a server streams it. */
function counted(bytes: number) {
  const read = { bytes: 0 }
  const chunk = new TextEncoder().encode(`a=${canary.replaceAll(' ', '+')}&`.repeat(200))
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (read.bytes >= bytes) return controller.close()
        read.bytes += chunk.length
        controller.enqueue(chunk)
      },
    },
    { highWaterMark: 0 },
  )
  return { read, body }
}

/** Node asks for `duplex` where a body is a stream; the types of the web do not know it. */
const streamed = (path: string, body: ReadableStream, headers: Record<string, string>) =>
  new Request(`${work.url}${path}`, {
    method: 'POST',
    headers: { origin: work.url, 'content-type': formType, ...headers },
    body,
    duplex: 'half',
  } as RequestInit)

/** Signs in, so far as its browser knows, and stays away for longer than a session lasts. */
async function left(name: string): Promise<{ visitor: Visitor; cookies: Map<string, string> }> {
  const { name: cookie, value } = await work.cookieOf(name)
  const cookies = new Map([[cookie, value]])
  const visitor = createVisitor(work.url, (request) => app.fetch(request), cookies)
  expect((await visitor.get('/werkruimte')).status).toBe(200)
  work.clock.later(31 * 60)
  return { visitor, cookies }
}

describe('who never was here', () => {
  it.each<[string, Record<string, string>]>([
    ['without a cookie', {}],
    ['with cookies of their own making', { cookie: forged() }],
  ])('%s: one small page on every route, and no byte is read', async (_, headers) => {
    expect(posts.length).toBeGreaterThan(25)
    for (const path of posts) {
      for (const length of [500, 64 * 1024, 3 * 1024 * 1024]) {
        const { body, read } = counted(length)
        const response = await app.fetch(streamed(path, body, { ...headers, 'content-length': String(length) }))
        const page = await response.text()
        const what = [path, length, response.status]
        expect([what, read.bytes]).toEqual([what, 0])
        expect(page.length, path).toBeLessThan(small)
        expect(page).not.toContain(canary)
        expect([303, 401, 404, 410]).toContain(response.status)
      }
    }
  })

  it('without a length either', async () => {
    for (const path of ['/werkruimte/zoek', '/werkruimte/activiteiten/x/importeren']) {
      const { body, read } = counted(3 * 1024 * 1024)
      const response = await app.fetch(streamed(path, body, {}))
      expect([response.status, read.bytes]).toEqual([401, 0])
      expect(wordsIn(await response.text())).toContain('U bent niet aangemeld. Er is niets bewaard.')
    }
  })
})

describe('who had a session of ours', () => {
  const typed = { notitie: canary, domein: ['wonen', 'gezin'] }

  it.each(['/werkruimte/zoek', '/werkruimte/activiteiten/x/importeren', '/werkruimte/dossier/LCO-1/notitie?van=x'])(
    '%s: the text comes back',
    async (path) => {
      const { visitor } = await left('Coördinator Aalst')
      const response = await visitor.post(path, typed)
      expect(response.status).toBe(401)
      const page = await response.text()
      expect(fieldsIn(page)).toEqual({ notitie: [canary], domein: ['wonen', 'gezin'] })
      expect(page).toContain(`method="post" action="${path}"`)
    },
  )

  it.each<[string, (visitor: Visitor, cookies: Map<string, string>) => unknown]>([
    ['signed out in another tab', (visitor) => visitor.post('/werkruimte/afmelden')],
    ['and lost the session itself', (_, cookies) => cookies.delete('__Host-loket-werk')],
    ['whose sessions were ended', () => work.deps.sessions.endAll({ network: 'aalst', person: 'coordinator-aalst' })],
  ])('%s: the same', async (_, happens) => {
    const { visitor, cookies } = await left('Coördinator Aalst')
    await happens(visitor, cookies)
    expect(fieldsIn(await (await visitor.post('/werkruimte/zoek', typed)).text()).notitie).toEqual([canary])
  })

  it.each<[fields: number, bytes: number, back: boolean]>([
    [500, 5_000, true],
    [501, 5_000, false],
    [1, 64 * 1024, true],
    [1, 64 * 1024 + 1, false],
    [1, 3 * 1024 * 1024, false],
  ])('%i fields, %i bytes: comes back is %s', async (fields, bytes, back) => {
    const names = Array.from({ length: fields }, (_, index) => `v${index}=`)
    const start = names.join('&')
    const body = start + 'x'.repeat(bytes - start.length)
    for (const path of ['/werkruimte/zoek', '/werkruimte/activiteiten/x/importeren']) {
      for (const told of [{}, { 'content-length': String(bytes) }]) {
        const { visitor } = await left('Coördinator Aalst')
        const headers = { origin: work.url, 'content-type': formType, ...told }
        const response = await visitor.send(path, { method: 'POST', body, headers })
        const page = await response.text()
        expect([path, told, response.status]).toEqual([path, told, 401])
        expect(Object.keys(fieldsIn(page)).length).toBe(back ? fields : 0)
        if (!back) expect(page.length).toBeLessThan(small)
      }
    }
  })

  it('a mark that is changed by one character is none', async () => {
    const { visitor, cookies } = await left('Coördinator Aalst')
    const mark = cookies.get('__Host-loket-was-hier') ?? ''
    expect(mark).not.toBe('')
    for (const [at, letter] of [...mark].entries()) {
      cookies.set('__Host-loket-was-hier', mark.slice(0, at) + (letter === 'A' ? 'B' : 'A') + mark.slice(at + 1))
      const page = await (await visitor.post('/werkruimte/zoek', typed)).text()
      expect(page).not.toContain(canary)
    }
  })
})

describe('who is signed in', () => {
  const list = `naam;e-mail\r\n${'Noor Voorbeeld;noor@caw.example\r\n'.repeat(4000)}`

  it('another role hears so before its 120 KB are read, and gets back what fits', async () => {
    const visitor = await work.as('Casemanager Aalst')
    const path = '/werkruimte/activiteiten/x/importeren'
    expect((await visitor.post(path, { csv: list })).status).toBe(403)
    const short = await visitor.post(path, { csv: `naam\r\n${canary}` })
    expect([short.status, await short.text()]).toEqual([403, expect.stringContaining(canary)])
  })

  it('an organiser pastes 3 MB, and not a byte more', async () => {
    const visitor = await work.as('Organisator')
    const most = 3 * 1024 * 1024
    for (const [bytes, status] of [
      [most, 404],
      [most + 1, 413],
    ] as const) {
      const headers = { origin: work.url, 'content-type': formType, 'content-length': String(bytes) }
      const body = String(formBody({ csv: '' })).padEnd(bytes, 'x')
      const response = await visitor.send('/werkruimte/activiteiten/x/importeren', { method: 'POST', body, headers })
      expect([bytes, response.status]).toEqual([bytes, status])
      expect((await visitor.send('/werkruimte/activiteiten/nieuw', { method: 'POST', body, headers })).status).toBe(413)
    }
  })
})

/** Right in shape, signed by nobody of us. */
function forged(): string {
  const mac = 'A'.repeat(43)
  return [
    `__Host-loket-werk=${mac}`,
    `__Host-loket-afgemeld=${mac}`,
    `__Host-loket-was-hier=${mac}.1606122000000.1.${mac}`,
    `loket-was-hier=${mac}.1606122000000.1.${mac}`,
  ].join('; ')
}

/** The code as it is deployed: bundled by the real options, then loaded by Node. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { networks } from '../../forms/index.ts'
import { demoContentOf } from '../../functions/local/demo-content.ts'
import { pageFiles } from '../../infra/page-files.ts'
import { stages } from '../../infra/stages.ts'
import { kinds, loads } from '../support/loads.ts'
import { deployed, synthesise } from './synth.ts'

const { outdir, everywhere } = synthesise(stages.dev, { bundle: true })

const functions = everywhere('AWS::Lambda::Function').map(({ path, asset, properties }) => ({
  name: path.split('/').slice(1, -1).join('/'),
  folder: join(outdir, asset),
  environment: properties.Environment?.Variables ?? {},
}))
/** Every file of code, the parts that are read at first use too. */
const parts = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => join(folder, file))
const folderOf = (shown: string) => functions.find(({ name }) => name === shown)?.folder ?? ''
const kilobytes = (folder: string) => parts(folder).reduce((sum, file) => sum + statSync(file).size, 0) / 1000

/** docs/promises.md, "Speed"; the others are as large as the SDK client they need. Of a function in parts counts what one request loads. */
const budgets: Record<string, number> = { Mailer: 1200, Clockwork: 600, Feedback: 500, Inbound: 1000 }
const inParts = ['Public', 'Workspace', 'Guest']

describe('what one request makes a function load', () => {
  const found = loads()
  it.each(Object.entries(kinds))('%s', (name, { most }) => {
    expect(found[name]?.kilobytes).toBeLessThanOrEqual(most.kilobytes)
    expect(found[name]?.modules).toBeLessThanOrEqual(most.modules)
  })

  it('a part of staff loads no other part', () => {
    expect(found['the queue']?.kilobytes).toBeLessThan(kilobytes(folderOf('Workspace')) - 100)
  })
})

/** Everybody of the demo by id and name, every address and number, the website of an offer. */
const ofDemo = networks.flatMap((network) => {
  const { people, mailboxes, aanbod } = demoContentOf(network)
  const known = people.flatMap(({ id, name, email, phone }) => (id === 'organisator' ? [] : [id, name, email, phone]))
  const offers = Object.values(aanbod).flatMap(({ phone = '', website = '' }) => [phone, website])
  const invented = [...known, ...Object.values(mailboxes), ...offers]
  return invented.filter((text) => text !== '' && text !== network.phone)
})

it('knows the demo (or the rule below proves nothing)', () => {
  expect(ofDemo.length).toBeGreaterThan(80)
  expect(ofDemo).toEqual(expect.arrayContaining(['Coördinator Aalst', 'aanvragen@lco-aalst.example', '053 00 00 11']))
})

it('gives every function its own code', () => {
  const code = functions.map(({ folder }) => readFileSync(join(folder, 'index.mjs'), 'utf8'))
  expect(new Set(code).size).toBe(functions.length)
})

describe.each(functions)('$name', ({ name, folder, environment }) => {
  const bundle = join(folder, 'index.mjs')

  if (!inParts.includes(name))
    it('stays within its budget', () => {
      expect(kilobytes(folder)).toBeLessThanOrEqual(budgets[name] ?? 200)
    })

  it('loads in Node and exports a handler', () => {
    const settled = Object.entries(environment).map(([key, value]) => [key, deployed(value)])
    const script = `const { handler } = await import(${JSON.stringify(bundle)}); console.log(typeof handler)`
    const answer = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { AWS_REGION: 'eu-west-1', ...Object.fromEntries(settled) },
      encoding: 'utf8',
    })
    expect(answer.trim()).toBe('function')
  })

  it('holds nothing that is local only', () => {
    for (const file of parts(folder))
      expect(readFileSync(file, 'utf8')).not.toMatch(/_local\/|oidc-provider|LOKET_DATA|LOKET_NOW|DynamoDBLocal/)
  })

  it('holds nobody and no mailbox of the demo', () => {
    for (const file of parts(folder)) {
      const code = readFileSync(file, 'utf8')
      expect(ofDemo.filter((text) => code.includes(text))).toEqual([])
    }
  })
})

it.each(inParts)('lays the style sheet, font, script and icon beside %s', (shown) => {
  const folder = folderOf(shown)
  for (const [target, source] of Object.entries(pageFiles)) {
    expect(readFileSync(join(folder, target))).toEqual(readFileSync(source))
  }
})

it('asks no schema for its JSON Schema: what makes one is left out (docs/decisions/005)', () => {
  const sources = ['functions', 'forms', 'emails'].flatMap((folder) =>
    globSync(`${folder}/**/*.{ts,tsx}`, { cwd: join(import.meta.dirname, '../..') }),
  )
  expect(sources.length).toBeGreaterThan(500)
  const asking = sources.filter((file) =>
    readFileSync(join(import.meta.dirname, '../..', file), 'utf8').includes('toJSONSchema'),
  )
  expect(asking).toEqual([])
})

describe('Public, asked for the first time', () => {
  const { folder = '', environment = {} } = functions.find(({ name }) => name === 'Public') ?? {}
  const settled = Object.entries(environment).map(([key, value]) => [key, deployed(value)])
  const secret = 'from the edge'
  const env = {
    AWS_REGION: 'eu-west-1',
    ...Object.fromEntries(settled),
    LOKET_URL: 'https://loket.example',
    SEAL_KEYS: '{}',
    EDGE_KEYS: createHash('sha256').update(secret).digest('base64url'),
  }
  /** Status of the first answer of a new process. */
  function ask(code: string, event: { method: string; path: string; query?: string; secret?: string }): string {
    const http = {
      version: '2.0',
      rawPath: event.path,
      rawQueryString: event.query ?? '',
      headers: { 'x-loket-edge': event.secret ?? secret },
      requestContext: { domainName: 'api.example', http: { method: event.method, path: event.path } },
      isBase64Encoded: false,
    }
    const script = `
      const { handler } = await import(${JSON.stringify(join(code, 'index.mjs'))})
      const answer = await handler(${JSON.stringify(http)}, {}).catch(({ code }) => ({ statusCode: code }))
      console.log(answer.statusCode)`
    const node = ['--input-type=module', '--eval', script]
    return execFileSync(process.execPath, node, { env, encoding: 'utf8' }).trim().split('\n').at(-1) ?? ''
  }
  const start = { method: 'GET', path: '/aalst/lco-aanvraag' }

  it('shows a start page without loading the app (docs/decisions/005)', () => {
    const lean = mkdtempSync(join(tmpdir(), 'loket-lean-'))
    cpSync(folder, lean, { recursive: true })
    for (const part of readdirSync(lean).filter((name) => /^(compose|aws-sdk|jwe|secrets)/.test(name)))
      rmSync(join(lean, part))
    expect(ask(lean, start)).toBe('200')
    expect(ask(lean, { method: 'GET', path: '/aalst' })).toBe('200')
    expect(ask(lean, { method: 'GET', path: '/no-such-page' })).toBe('ERR_MODULE_NOT_FOUND')
    // The kept page is not the answer to a search.
    expect(ask(lean, { method: 'GET', path: '/aanbod' })).toBe('200')
    expect(ask(lean, { method: 'GET', path: '/aanbod', query: 'q=schulden' })).toBe('ERR_MODULE_NOT_FOUND')
    rmSync(lean, { recursive: true })
  })

  it.each([
    ['a start page', start, '200'],
    ['a start page, around CloudFront', { ...start, secret: 'guessed' }, '403'],
    ['HEAD', { ...start, method: 'HEAD' }, '200'],
    ['another method', { ...start, method: 'PUT' }, '405'],
    ['a page that is not there', { method: 'GET', path: '/no-such-page' }, '404'],
  ])('%s', (_, event, status) => {
    expect(ask(folder, event)).toBe(status)
  })
})

/** The command against a `npm start` that runs: its link works, for every network, and so does that of whoever is let in after. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receivingNetworks } from '../../forms/index.ts'
import { findFreePort } from '../../functions/local/free-port.ts'
import { type RunningLoket, startLoket } from '../support/loket.ts'
import { createVisitor, fieldsIn, locationOf, mainOf, type Visitor, wordsIn } from '../support/visitor.ts'

/** A year of its own: what the command makes is of Loket's clock. */
const now = '2028-03-06T09:00:00.000Z'
let loket: RunningLoket
beforeAll(async () => {
  loket = await startLoket({ now })
})
afterAll(() => loket.stop())

async function run(args: readonly string[], env: Record<string, string>): Promise<{ code: number; text: string }> {
  const command = ['--import', 'tsx', 'infra/operate/first-coordinator.ts', '-c', 'stage=local', ...args]
  const cwd = join(import.meta.dirname, '../..')
  const { PORT: _p, LOKET_DATA: _d, ...others } = process.env
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd, env: { ...others, ...env } }, (error, out, err) =>
      resolve({ code: error ? 1 : 0, text: out + err }),
    )
  })
}
const here = () => ({ PORT: String(loket.port) })
const pathIn = (text: string): string => /http:\/\/localhost:\d+(\/werkruimte\/toegang\/\S+)/.exec(text)?.[1] ?? ''
const visitor = (): Visitor => createVisitor(loket.url, (request) => fetch(request))

async function follow(browser: Visitor, first: Response): Promise<{ path: string; status: number; html: string }> {
  let [response, path] = [first, '']
  while (response.headers.has('location')) {
    path = locationOf(response)
    response = await browser.get(path)
  }
  return { path, status: response.status, html: await response.text() }
}

/** Opens the link, signs in with that button, says who it is: gives the werkruimte. */
async function comeIn(browser: Visitor, link: string, name: string) {
  const welcome = await (await browser.get(link)).text()
  const signIn = /href="(\/werkruimte\/aanmelden[^"]*)"/.exec(welcome)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const choose = await follow(browser, await browser.get(signIn))
  expect(choose.html).toContain(`>Meld aan als ${name}</button>`)
  const confirm = await follow(browser, await browser.post(choose.path, { persoon: name }))
  expect(confirm.path).toBe(link)
  return follow(browser, await browser.post(link, fieldsIn(mainOf(confirm.html))))
}

describe('npm run first-coordinator -- -c stage=local', () => {
  it.each(receivingNetworks.map(({ slug, name }) => [slug, name] as const))(
    'makes a coordinator of %s, whose link works',
    async (slug, name) => {
      const made = await run([slug, `An van ${slug}`, `an@${slug}.example`, '053 72 31 11', 'CAW'], here())
      expect(made).toMatchObject({ code: 0, text: expect.stringContaining(`Open it, and choose "Meld aan als An van`) })
      const browser = visitor()
      const work = await comeIn(browser, pathIn(made.text), `An van ${slug}`)
      expect([work.path, work.status]).toEqual(['/werkruimte', 200])
      const people = await (await browser.get('/werkruimte/beheer/mensen')).text()
      expect(people).toContain(`An van ${slug}`)
      const again = await run([slug, 'Bo', `bo@${slug}.example`, '053 72 31 11', 'CAW'], here())
      expect(again).toMatchObject({
        code: 1,
        text: expect.stringContaining(`${name} has a coordinator with an account`),
      })
    },
  )

  it('she lets in a casemanager, who signs in with a button of their own', async () => {
    const coordinator = visitor()
    await comeInAgain(coordinator, 'An van limburg')
    const page = await (await coordinator.get('/werkruimte/beheer/mensen/nieuw')).text()
    const typed = {
      naam: 'Nele Claes',
      rol: 'casemanager',
      dienst: 'OCMW',
      email: 'nele@ocmw.example',
      telefoon: '011223344',
    }
    const added = await coordinator.post('/werkruimte/beheer/mensen/nieuw', { ...fieldsIn(mainOf(page)), ...typed })
    const invited = await follow(coordinator, added)
    const nele = visitor()
    const work = await comeIn(nele, pathIn(wordsIn(invited.html).replaceAll('&#x2F;', '/')), 'Nele Claes')
    expect([work.path, work.status]).toEqual(['/werkruimte', 200])
    expect(await (await fetch(`${loket.url}/_local/`)).text()).toContain('<li>Nele Claes</li>')
  })

  it.each(['Coördinator Zottegem', 'Ankerfiguur Zottegem', 'Coördinator Limburg', 'Coördinator Bierbeek'])(
    '%s of the demo works in the werkruimte',
    async (name) => {
      const work = await comeInAgain(visitor(), name)
      expect([work.path, work.status]).toEqual(['/werkruimte', 200])
      expect(wordsIn(work.html)).toContain(name)
    },
  )

  it('finds Loket by the folder of its data too', async () => {
    const made = await run(['aalst', 'els'], { LOKET_DATA: loket.dataFolder })
    expect(made.text).toContain('LCO Aalst has no person "els". It has:')
  })

  it('says so when nothing runs, in another folder or at another port', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'loket-none-'))
    const port = await findFreePort()
    for (const env of [{ PORT: String(port) }, { LOKET_DATA: empty, PORT: String(port) }]) {
      const { code, text } = await run(['aalst', 'els'], env)
      expect([code, text]).toEqual([
        1,
        expect.stringContaining(`No Loket answers at http://localhost:${port}. Run npm start`),
      ])
    }
    await rm(empty, { recursive: true })
  })

  it.each([[[]], [['aalst']], [['aalst', 'els', 'agian']], [['aalst', 'Els', 'els@caw.be', '053 72 31 11']]])(
    'says how it is used: %j',
    async (words) => {
      expect(await run(words, here())).toMatchObject({
        code: 1,
        text: expect.stringContaining('Usage, the first time'),
      })
    },
  )
})

async function comeInAgain(browser: Visitor, name: string) {
  const choose = await follow(browser, await browser.get('/werkruimte/aanmelden'))
  return follow(browser, await browser.post(choose.path, { persoon: name }))
}

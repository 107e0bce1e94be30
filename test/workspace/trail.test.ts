/** Who came in, went out, was refused or looked: a line with ids only, kept a year, before anything is shown (docs/operate.md, "The trail"). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subjectOf } from '../../functions/local/accounts.ts'
import { identityId } from '../../functions/shared/store/identities.ts'
import type { PersonRef } from '../../functions/shared/store/keys.ts'
import { invite, putEvent } from '../support/events.ts'
import { place } from '../support/place-dossiers.ts'
import { type SignInTest, startSignInTest } from '../support/sign-in.ts'
import { locationOf } from '../support/visitor.ts'
import { startTestWorkspace } from '../support/workspace.ts'

const year = 365 * 86_400

/** The lines of one partition, oldest first. */
async function linesOf({ connection }: Pick<SignInTest, 'connection'>, { network, person }: PersonRef) {
  const { client, QueryCommand } = await connection.dynamo()
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: connection.tables.loket,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': `PERSOON#${network}#${person}`, ':prefix': 'SPOOR#' },
      ConsistentRead: true,
    }),
  )
  return Items
}

describe('aan de deur', () => {
  let loket: SignInTest
  beforeAll(async () => {
    loket = await startSignInTest()
  })
  afterAll(() => loket.stop())

  const organisator = { network: 'aalst', person: 'organisator' }
  const outsider = () => ({ network: '-', person: identityId(loket.settings.issuer, subjectOf('Buitenstaander')) })
  const keysOf = async (who: PersonRef) => new Set((await linesOf(loket, who)).map(({ sk }) => sk))
  /** What came after that, by kind (many have one moment), without what differs at each run. */
  async function since(who: PersonRef, before = new Set<unknown>()) {
    const lines = (await linesOf(loket, who)).filter(({ sk }) => !before.has(sk))
    return lines
      .map(({ pk: _, sk: __, at: ___, ttl: ____, ...line }) => (line.session ? { ...line, session } : line))
      .sort((one, other) => String(one.what).localeCompare(other.what))
  }
  const session = 'een sessie'

  it('aanmelden en afmelden: dezelfde sessie, een jaar bewaard, geen naam of adres', async () => {
    const visitor = loket.browser()
    await loket.signIn(visitor, 'Organisator')
    loket.later(60)
    await visitor.post('/werkruimte/afmelden')
    // A second press, and a page after that: nothing ends any more.
    await visitor.post('/werkruimte/afmelden')
    await visitor.get('/werkruimte')
    const lines = await linesOf(loket, organisator)
    expect(lines.map(({ what }) => what)).toEqual(['aangemeld', 'afgemeld'])
    expect(new Set(lines.map((line) => line.session)).size).toBe(1)
    expect(lines[0]?.session).toMatch(/^[\w-]{43}$/)
    for (const { at, ttl } of lines) expect(ttl).toBe(Date.parse(at) / 1000 + year)
    expect(JSON.stringify(lines)).not.toMatch(/@|Organisator/)
  })

  it.each([
    ['een half uur niets doen', () => loket.later(30 * 60), undefined],
    ['een nieuwe aanmelding', () => {}, 'Organisator'],
  ] as const)('het einde door %s: één keer, ook als velen tegelijk komen', async (_, pass, again) => {
    loket.later(1)
    const cookies = new Map<string, string>()
    const visitor = loket.browser(cookies)
    await loket.signIn(visitor, 'Organisator')
    const before = await keysOf(organisator)
    pass()
    if (again) await loket.signIn(visitor, again, '/werkruimte/aanmelden')
    else await Promise.all(Array.from({ length: 5 }, () => visitor.get('/werkruimte')))
    const over = { what: 'sessie voorbij', session }
    expect(await since(organisator, before)).toEqual(again ? [{ what: 'aangemeld', session }, over] : [over])
  })

  it('een andere rol: 403, met de weg en zonder wat er in het adres stond', async () => {
    const visitor = loket.browser()
    await loket.signIn(visitor, 'Organisator')
    const before = await keysOf(organisator)
    expect((await visitor.get('/werkruimte/beheer/mensen?zoek=Kanarie')).status).toBe(403)
    const route = 'GET /werkruimte/beheer/mensen'
    expect(await since(organisator, before)).toEqual([{ what: 'geweigerd', status: 403, route, session }])
  })

  it('wie bij geen netwerk hoort: in en geweigerd, onder het account', async () => {
    const visitor = loket.browser()
    await loket.signIn(visitor, 'Buitenstaander')
    const route = 'GET /werkruimte'
    expect(await since(outsider())).toEqual([
      { what: 'aangemeld', session },
      { what: 'geweigerd', status: 403, route, session },
    ])
  })

  it('geen tweede stap: een regel bij wie het was', async () => {
    const visitor = loket.browser()
    const before = await keysOf(organisator)
    const page = await loket.open(visitor, '/werkruimte/aanmelden')
    await loket.follow(visitor, await loket.choose(page, visitor, 'Organisator', { zonder_tweede_factor: 'ja' }))
    expect(await since(organisator, before)).toEqual([{ what: 'niet binnengelaten', code: 'second_factor_missing' }])
  })

  it('wie niemand is, schrijft een regel in het log en niets in de tabel, hoe vaak ook', async () => {
    const items = async () => {
      const { client } = await loket.connection.dynamo()
      const { paginateScan } = await import('@aws-sdk/lib-dynamodb')
      const found: unknown[] = []
      for await (const { Items = [] } of paginateScan({ client }, { TableName: loket.connection.tables.loket }))
        found.push(...Items)
      return found
    }
    const [before, told] = [await items(), loket.trouble.length]
    for (let time = 0; time < 20; time += 1) {
      const cookies = new Map([['loket-werk', String(time).padStart(43, 'E')]])
      const stranger = loket.browser(cookies)
      expect((await stranger.get(`/werkruimte/terug?code=x&state=${time}`)).status).toBe(400)
      expect((await stranger.get('/werkruimte')).status).toBe(303)
    }
    expect(await items()).toEqual(before)
    expect(loket.trouble.slice(told)).toEqual(Array(20).fill('invalid state_unknown'))
  })

  it('wat niet opgeschreven kan worden, opent niets', async () => {
    const { trail } = loket.deps
    const { note } = trail
    const visitor = loket.browser()
    const callback = await loket.signInButForTheCallback(visitor, 'Organisator')
    trail.note = () => Promise.reject(new Error('The table is down'))
    const answer = await visitor.get(callback)
    trail.note = note
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([500, []])
    expect((await visitor.get('/werkruimte')).status).toBe(303)
  })
})

describe('in de werkruimte', () => {
  it('een dossier van een collega: de referentie staat erbij', async () => {
    const loket = await startTestWorkspace()
    const { reference } = await place(loket, { state: 'toegewezen', holder: 'casemanager-aalst-2' })
    const casemanager = await loket.as('Casemanager Aalst')
    for (const part of [reference, 'Kanarie-Janssens'])
      expect((await casemanager.get(`/werkruimte/dossier/${part}`)).status).toBe(404)
    const lines = await linesOf(loket, { network: 'aalst', person: 'casemanager-aalst' })
    expect(lines.map((line) => line.reference).sort()).toEqual([reference, undefined].sort())
    expect(JSON.stringify(lines)).not.toContain('Kanarie')
  })

  it('ontkoppeld: elke sessie die daardoor eindigt, en door wie', async () => {
    const loket = await startTestWorkspace()
    const [one, two] = [await loket.as('Casemanager Aalst'), await loket.as('Casemanager Aalst')]
    await (await loket.as('Coördinator Aalst')).post('/werkruimte/beheer/mensen/casemanager-aalst/ontkoppelen')
    const lines = await linesOf(loket, { network: 'aalst', person: 'casemanager-aalst' })
    expect(lines.map(({ what, by }) => [what, by])).toEqual(Array(2).fill(['sessie voorbij', 'coordinator-aalst']))
    expect(new Set(lines.map(({ session }) => session)).size).toBe(2)
    for (const browser of [one, two]) expect((await browser.get('/werkruimte/ik')).status).toBe(303)
    expect(await linesOf(loket, { network: 'aalst', person: 'casemanager-aalst' })).toHaveLength(2)
  })

  it('genodigden: wie getoond wordt, bij de lijst, bij één persoon en bij het bestand', async () => {
    const loket = await startTestWorkspace()
    const event = await putEvent(loket.connection, {
      ...{ start: '2027-06-08T07:00:00.000Z', einde: '2027-06-08T10:00:00.000Z', deadline: '2027-05-21' },
    })
    const people = [await invite(loket, event, 'een@caw.example'), await invite(loket, event, 'twee@caw.example')]
    const [id = '', other = ''] = people.map((person) => person.id)
    const organiser = await loket.as('Organisator')
    const home = `/werkruimte/activiteiten/${event.slug}`
    for (const path of ['genodigden', `genodigden?wie=${id}`, 'genodigden?lijst=ja'])
      await organiser.get(`${home}/${path}`)
    await organiser.post(`${home}/export`)
    const lines = (await loket.items('loket')).filter(({ sk }) => String(sk).startsWith('LIJST#'))
    expect(lines.map(({ pk, list, references }) => [pk, list, [...(references as string[])].sort()])).toEqual(
      expect.arrayContaining([
        ['PERSOON#aalst#organisator', 'genodigden', [id, other].sort()],
        ['PERSOON#aalst#organisator', 'genodigden', [id]],
        ['PERSOON#aalst#organisator', 'export', [event.slug]],
      ]),
    )
    // An empty list shows nobody.
    expect(lines).toHaveLength(3)
    expect(JSON.stringify(lines)).not.toContain('@')
  })

  it('een uitnodiging die nog werkt, toont het adres van wie ze krijgt', async () => {
    const loket = await startTestWorkspace()
    const coordinator = await loket.as('Coördinator Aalst')
    const invited = locationOf(await coordinator.post('/werkruimte/beheer/mensen/casemanager-aalst-2/uitnodigen'))
    expect(await (await coordinator.get(invited)).text()).toContain('casemanager2@lco-aalst.example')
    const lines = (await loket.items('loket')).filter(({ sk }) => String(sk).startsWith('LIJST#'))
    expect(lines).toMatchObject([{ list: 'mensen', references: ['casemanager-aalst-2'] }])
  })

  it.each([
    ['/werkruimte/beheer/mensen', 'Coördinator Aalst'],
    ['/werkruimte/beheer/mensen/casemanager-aalst', 'Coördinator Aalst'],
    ['/werkruimte/activiteiten/:slug/genodigden', 'Organisator'],
  ] as const)('%s toont niets als niet opgeschreven kan worden wie het zag', async (path, name) => {
    const loket = await startTestWorkspace()
    const event = await putEvent(loket.connection, {
      ...{ start: '2027-06-08T07:00:00.000Z', einde: '2027-06-08T10:00:00.000Z', deadline: '2027-05-21' },
    })
    await invite(loket, event, 'een@caw.example')
    loket.deps.consultations.saw = () => Promise.reject(new Error('The table is down'))
    const page = await (await loket.as(name)).get(path.replace(':slug', event.slug))
    expect([page.status, await page.text()]).toEqual([503, expect.not.stringContaining('.example')])
  })
})

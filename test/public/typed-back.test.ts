/** What we do not take, we give back: any answer to a form of ours that does not store it (docs/decisions/027-typed-text.md). */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { loketOn, startTestLoket, type TestLoket } from '../support/app.ts'
import { begin, fillIn } from '../support/lco.ts'
import type { Visitor } from '../support/visitor.ts'

let connection: Connection<Tables>
beforeAll(async () => {
  connection = (await startTestLoket()).connection
})

/** A sentence, a name, an address and a number: what somebody would have to type again. */
const typed = {
  vraag_client: 'Ik wil één persoon die ik mag bellen.',
  doel: 'Rust',
  'loopt_goed.gezondheid': 'noor@caw.example',
  zelf: '0478 12 34 56',
}
const words = Object.values(typed)

interface At {
  loket: TestLoket
  visitor: Visitor
  draft: string
}
async function filled(): Promise<At> {
  const loket = loketOn(connection, new Date('2026-11-23T09:00:00Z'))
  const visitor = loket.visitor()
  const draft = await begin(visitor)
  await fillIn(visitor, draft, { until: 'situatie' })
  return { loket, visitor, draft }
}
function multipart(): FormData {
  const data = new FormData()
  for (const [name, text] of Object.entries(typed)) data.append(name, text)
  return data
}

const ways: readonly [string, number, string, (at: At) => Promise<Response>][] = [
  [
    'op een ander toestel geopend',
    404,
    'op een ander toestel geopend',
    async ({ loket, draft }) => {
      const other = loket.visitor()
      await begin(other)
      return other.post(`${draft}/situatie`, typed)
    },
  ],
  [
    'zonder cookie',
    404,
    'Uw browser stuurde geen cookie mee',
    ({ loket, draft }) => loket.visitor().post(`${draft}/situatie`, typed),
  ],
  [
    'gewist in een ander tabblad',
    404,
    'Wat hier stond, is gewist',
    async ({ visitor, draft }) => {
      await visitor.post(`${draft}/wissen`)
      return visitor.post(`${draft}/situatie`, typed)
    },
  ],
  ['op een adres dat niet bestaat', 404, 'Deze link werkt niet.', ({ visitor }) => visitor.post('/nergens', typed)],
  [
    'al verzonden',
    409,
    'Al verzonden.',
    async ({ visitor, draft }) => {
      await fillIn(visitor, draft)
      await visitor.post(`${draft}/controle`)
      return visitor.post(`${draft}/situatie`, typed)
    },
  ],
  [
    'niet te lezen: een veld twee keer',
    400,
    'We konden dit formulier niet lezen.',
    ({ visitor, draft }) => visitor.post(`${draft}/situatie`, { ...typed, omgeving: ['een', 'twee'] }),
  ],
  [
    'te groot',
    413,
    'Dit is te veel tekst in één keer.',
    ({ visitor, draft }) => visitor.post(`${draft}/situatie`, { ...typed, omgeving: 'x'.repeat(70_000) }),
  ],
  ['op een pagina die niets aanneemt', 405, 'Dat kan hier niet.', ({ visitor }) => visitor.post('/privacy', typed)],
]

describe('wat iemand typte, staat in het antwoord', () => {
  it.each(ways)('%s: %i', async (_, status, reason, send) => {
    const response = await send(await filled())
    const html = await response.text()
    expect(response.status).toBe(status)
    expect(html).toContain(reason)
    for (const word of words) expect(html).toContain(word)
    // Codes and what is hidden are no words of theirs.
    expect(html).not.toContain('>\nja</textarea>')
  })

  it('als een ander soort formulier verstuurd', async () => {
    const { loket, visitor, draft } = await filled()
    const { url } = loket.publicDeps
    const body = new Request(`${url}/`, { method: 'POST', body: multipart() })
    const bytes = await body.arrayBuffer()
    const headers = {
      ...{ origin: url, 'content-type': body.headers.get('content-type') ?? '' },
      'content-length': String(bytes.byteLength),
    }
    const response = await visitor.send(`${draft}/situatie`, { method: 'POST', headers, body: bytes })
    const html = await response.text()
    expect(response.status).toBe(415)
    for (const word of words) expect(html).toContain(word)
  })

  it('als wij het waren', async () => {
    const { loket, visitor, draft } = await filled()
    const { open } = loket.publicDeps
    loket.publicDeps.open = () => {
      throw new Error('no table')
    }
    const response = await visitor.post(`${draft}/situatie`, typed)
    loket.publicDeps.open = open
    const html = await response.text()
    expect(response.status).toBe(503)
    for (const word of words) expect(html).toContain(word)
  })
})

describe('van een andere website komt niets op een pagina van ons', () => {
  const foreign = { origin: 'https://elders.example' }

  it.each(['/nergens', '/privacy', `/afmelden/${'x'.repeat(300)}`, '/afmelden/x', '/x'.repeat(200)])(
    '%s',
    async (path) => {
      const { visitor } = await filled()
      const html = await (await visitor.post(path, typed, foreign)).text()
      for (const word of words) expect(html).not.toContain(word)
    },
  )
})

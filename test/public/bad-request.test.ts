/**
 * What no browser of ours would send: answered in words with the right status, and nothing changes (docs/promises.md, "Bad
 * input": H).
 */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { startTestLoket, type TestLoket, testUrl } from '../support/app.ts'
import { aanvraag, begin, errorsIn, file, fillIn, lcoStart, openVraag, vraagPath } from '../support/lco.ts'
import { type Fields, fieldsIn, formBody, locationOf, type Visitor, wordsIn } from '../support/visitor.ts'

let loket: TestLoket
let visitor: Visitor
let draft: string
let status: string
let before: string
/** Every address that takes a form. */
let doors: string[]
/** Those that read what is in it. */
let readers: string[]

beforeAll(async () => {
  loket = await startTestLoket()
  visitor = loket.visitor()
  const receipt = await (await visitor.get(await file(visitor))).text()
  status = /href="(\/status\/[^"]+)"/.exec(receipt)?.[1] ?? ''
  draft = await begin(visitor)
  await fillIn(visitor, draft)
  readers = [...Object.keys(aanvraag), 'controle', 'later'].map((page) => `${draft}/${page}`).concat(vraagPath)
  doors = [...readers, lcoStart, `${draft}/wissen`, `${status}/stoppen`, '/verder/x']
})
const stored = async () => JSON.stringify([await loket.items('drafts'), await loket.items('loket')])
beforeEach(async () => {
  before = await stored()
})

const send = (path: string, type: string | undefined, body: BodyInit | null, method = 'POST') =>
  visitor.send(path, { method, body, headers: { origin: testUrl, ...(type ? { 'content-type': type } : {}) } })
const sendForm = (path: string, body: string) => send(path, 'application/x-www-form-urlencoded', body)
const unreadable = 'We konden dit formulier niet lezen. Er is niets verstuurd.'

describe('een ander soort bericht', () => {
  it.each<[string | undefined, BodyInit | null]>([
    ['application/json', JSON.stringify(aanvraag.gegevens)],
    ['text/plain', 'naam=Noor'],
    ['multipart/form-data', 'naam=Noor'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="naam"\r\n\r\nNoor\r\n--x--'],
    ['application/x-www-form-urlencoded-not', 'naam=Noor'],
    ['text/html, application/x-www-form-urlencoded', 'naam=Noor'],
    ['', 'naam=Noor'],
    [undefined, null],
  ])('%s krijgt 415', async (type, body) => {
    for (const door of doors) {
      const response = await send(door, type, body)
      expect([door, response.status]).toEqual([door, 415])
      expect(wordsIn(await response.text())).toContain(unreadable)
    }
    expect(await stored()).toBe(before)
  })

  it('een gewoon formulier met een tekenset erbij kan wel', async () => {
    const type = 'Application/X-WWW-Form-Urlencoded; charset=UTF-8'
    expect((await send(`${draft}/gegevens`, type, String(formBody(aanvraag.gegevens)))).status).toBe(303)
  })
})

describe('een ingepakt bericht', () => {
  it.each(['gzip', 'GZIP', 'br', 'deflate', 'zstd', 'gzip, identity', 'x'])('%s krijgt 415', async (encoding) => {
    const packed = await new Response(
      new Blob([String(formBody(aanvraag.gegevens))]).stream().pipeThrough(new CompressionStream('gzip')),
    ).bytes()
    for (const door of [...doors, '/afmelden/x']) {
      const headers = {
        origin: testUrl,
        'content-type': 'application/x-www-form-urlencoded',
        'content-encoding': encoding,
      }
      const response = await visitor.send(door, { method: 'POST', body: packed, headers })
      expect([door, response.status]).toEqual([door, 415])
      expect(wordsIn(await response.text())).toContain(unreadable)
    }
    expect(await stored()).toBe(before)
  })

  it('wie zegt dat het niet ingepakt is, heeft gelijk', async () => {
    const response = await visitor.post(`${draft}/gegevens`, aanvraag.gegevens, { 'content-encoding': 'identity' })
    expect(response.status).toBe(303)
  })
})

describe('een browser die niet zegt van welke pagina een formulier komt', () => {
  it.each<[origin: string | undefined, site: string | undefined, status: number]>([
    ['null', 'same-origin', 303],
    [undefined, 'same-origin', 303],
    ['null', 'same-site', 403],
    ['null', 'cross-site', 403],
    ['null', 'none', 403],
    ['null', undefined, 403],
    ['NULL', 'same-origin', 403],
    ['', 'same-origin', 403],
    ['https://evil.example', 'same-origin', 403],
  ])('Origin %s, Sec-Fetch-Site %s: %i', async (origin, site, status) => {
    const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' })
    if (origin !== undefined) headers.set('origin', origin)
    if (site !== undefined) headers.set('sec-fetch-site', site)
    const body = String(formBody(aanvraag.gegevens))
    const response = await visitor.send(`${draft}/gegevens`, { method: 'POST', body, headers })
    expect(response.status).toBe(status)
    if (status === 403) expect(await response.text()).not.toContain('Noor')
  })
})

describe('te veel', () => {
  it('70 KB: 413, met het telefoonnummer', async () => {
    for (const door of doors) {
      const response = await sendForm(door, `naam=${'x'.repeat(70 * 1024)}`)
      expect([door, response.status]).toEqual([door, 413])
      const page = await response.text()
      expect(wordsIn(page)).toContain('Er is niets verstuurd.')
      expect(page).toMatch(/href="tel:\+32\d{8}"/)
    }
    expect(await stored()).toBe(before)
  })

  // As a browser sends it: a letter of Arabic is six bytes, one of Chinese nine, an emoji twelve, a line end six.
  it.each(['x', '%D8%B9', '%e4%b8%ad', '%F0%9F%99%82', '%0D%0A', '%27'])(
    '65.536 tekens %s mogen, één meer niet, zolang ze bij het bewaren passen',
    async (sign) => {
      const fields = String(formBody({ ...aanvraag.praktisch, opmerkingen: '' })).replace('opmerkingen=', '')
      const signs = decodeURIComponent(sign).length
      const padded = (more: number) => {
        const room = 64 * 1024 - decodeURIComponent(fields).length - 'niets='.length + more
        return `${fields}niets=${'x'.repeat(room % signs)}${sign.repeat(Math.floor(room / signs))}`
      }
      const fits = padded(0).length <= 3 * 88 * 1024
      expect((await sendForm(`${draft}/praktisch`, padded(0))).status).toBe(fits ? 303 : 413)
      expect((await sendForm(`${draft}/praktisch`, padded(1))).status).toBe(413)
    },
  )

  it('drie Arabische teksten van 4.200 tekens, elk toegelaten, mogen samen', async () => {
    const text = 'مركز الرعاية '.repeat(350).slice(0, 4_200).trim()
    const response = await visitor.post(`${draft}/situatie`, {
      ...aanvraag.situatie,
      vraag_client: text,
      zelf: text,
      doel: text,
    })
    expect([response.status, locationOf(response)]).toEqual([303, `${draft}/controle`])
    await fillIn(visitor, draft)
  })

  it('ook als de browser niet zegt hoeveel er komt', async () => {
    const body = `niets=${'x'.repeat(70 * 1024)}`
    const headers = {
      origin: testUrl,
      'content-type': 'application/x-www-form-urlencoded',
      'transfer-encoding': 'chunked',
    }
    expect((await visitor.send(`${draft}/praktisch`, { method: 'POST', body, headers })).status).toBe(413)
  })

  it('8.000 velden: 400', async () => {
    const many = Array.from({ length: 8000 }, (_, index) => `v${index}=`).join('&')
    for (const door of readers) {
      const response = await sendForm(door, many)
      expect([door, response.status]).toEqual([door, 400])
      expect(wordsIn(await response.text())).toContain(unreadable)
    }
    expect(await stored()).toBe(before)
  })

  it.each<[page: string, twice: string]>([
    ['criteria', 'postcode=9300&postcode=1000'],
    ['criteria', 'meerderjarig=ja&meerderjarig=nee'],
    ['gegevens', 'email=a%40b.be&email=c%40d.be'],
    ['situatie', 'loopt_goed.gezondheid=a&loopt_goed.gezondheid=b'],
    ['tafel', 'betrokkenen[0].dienst=a&betrokkenen%5B0%5D.dienst=b'],
    ['praktisch', 'actie=later&actie=volgende'],
    ['praktisch', `${trapField}=&${trapField}=x`],
    ['later', 'email=noor%40caw.example&email=sam%40ocmw.example'],
    ['controle', `${trapField}=&${trapField}=x`],
  ])('op %s twee keer hetzelfde: %s', async (page, twice) => {
    const fields = String(formBody(aanvraag[page as keyof typeof aanvraag] ?? {}))
    const response = await sendForm(`${draft}/${page}`, `${fields}&${twice}`)
    expect(response.status).toBe(400)
    expect(wordsIn(await response.text())).toContain(unreadable)
    expect(await stored()).toBe(before)
  })

  it.each(['naam=Sam', 'email=sam%40ocmw.example', 'formulier=x', `${trapField}=&${trapField}=x`])(
    'bij een vraag twee keer hetzelfde: %s',
    async (twice) => {
      const response = await sendForm(vraagPath, `${formBody(await openVraag(visitor))}&${twice}`)
      expect(response.status).toBe(400)
      expect(await stored()).toBe(before)
    },
  )
})

describe('gebroken tekens', () => {
  it.each(['%FF', '%E0%A4%A', '%', '%C3%28', '%ED%A0%80', 'a%00b', '%zz%'])('%s wordt teruggevraagd', async (typed) => {
    const fields: Fields = { ...aanvraag.gegevens, naam: '' }
    const response = await sendForm(`${draft}/gegevens`, `${formBody(fields)}`.replace('naam=', `naam=${typed}`))
    const page = await response.text()
    const refused = /^Teken \d+( \(na “.+”\))? kunnen we niet lezen\. Wis het en typ het opnieuw\.$/
    expect([response.status, errorsIn(page)]).toEqual([422, [expect.stringMatching(refused)]])
    expect(fieldsIn(page)).toMatchObject({ functie: [fields.functie], email: [fields.email] })
    expect(await stored()).toBe(before)
  })

  it('bytes die geen tekst zijn', async () => {
    const bytes = Buffer.concat([Buffer.from('naam='), Buffer.from([0xff, 0xc3, 0x28, 0x00])])
    for (const door of readers.filter((path) => !path.endsWith('/controle'))) {
      const response = await send(door, 'application/x-www-form-urlencoded', new Uint8Array(bytes))
      expect([door, response.status]).toEqual([door, 422])
    }
    expect(await stored()).toBe(before)
  })

  it.each([
    '/status/%',
    '/status/%FF',
    '/ontvangen/%00',
    '/verder/%E0%A4%A',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/__proto__',
    '/aalst/__proto__',
    '/aalst/constructor/vraag',
    `${lcoStart}/d/%E0%A4%A/criteria`,
    `${lcoStart}/d/__proto__/criteria`,
    `${lcoStart}/d/00000000-0000-0000-0000-000000000000%00/criteria`,
    `/status/${'x'.repeat(8000)}`,
  ])('adres %s: 404', async (path) => {
    const response = await visitor.get(path)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Deze link werkt niet.')
  })
})

describe('een ander werkwoord', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('%s krijgt 405, met wat wel mag', async (method) => {
    for (const path of [...doors, '/', '/privacy', status]) {
      const response = await send(path, undefined, null, method)
      const allowed = doors.includes(path) ? 'GET, HEAD, POST' : 'GET, HEAD'
      expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, allowed])
    }
    expect(await stored()).toBe(before)
  })

  it('een POST op een pagina die alleen gelezen wordt ook', async () => {
    for (const path of ['/', '/privacy', status, `${lcoStart}/gewist`, `${draft}/uitkomst`]) {
      expect([path, (await visitor.post(path)).headers.get('allow')]).toEqual([path, 'GET, HEAD'])
    }
  })

  it('HEAD is een GET zonder inhoud, en verandert niets', async () => {
    for (const path of ['/', lcoStart, status, `${status}/stoppen`, ...readers, `${draft}/wissen`]) {
      const [head, get] = [await send(path, undefined, null, 'HEAD'), await visitor.get(path)]
      expect([path, head.status, await head.text()]).toEqual([path, 200, ''])
      expect([...head.headers.keys()]).toEqual([...get.headers.keys()])
    }
    expect(await stored()).toBe(before)
  })

  it('een GET op het adres waar een formulier begint, gaat naar de startpagina', async () => {
    const response = await visitor.get(`${lcoStart}/d`)
    expect([response.status, locationOf(response)]).toEqual([303, lcoStart])
  })
})

it('niets van dit alles was een storing', () => {
  expect(loket.failures).toEqual([])
})

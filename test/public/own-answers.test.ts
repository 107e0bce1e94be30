/** A copy of one's own answers: a day long, in the browser that sent them, and for nobody else (docs/decisions/033). */
import { createDecipheriv, hkdfSync } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { copyKey } from '../../functions/shared/own-copy.ts'
import { createIncoming } from '../../functions/shared/store/incoming.ts'
import { createPersonalData } from '../../functions/shared/store/personal-data.ts'
import { removeExpired } from '../../functions/shared/store/remove-expired.ts'
import { loketOn, startTestLoket, type TestLoket, testSealKeys } from '../support/app.ts'
import { aanvraag, begin, file, fillIn, openVraag, referenceIn, vraagPath } from '../support/lco.ts'
import { locationOf, readPage, type Visitor } from '../support/visitor.ts'

const canary = 'Kanarie zingt om vijf uur.'
const day = 24 * 3600

let loket: TestLoket
let cookies: Map<string, string>
let visitor: Visitor
let receipt: string
beforeAll(async () => {
  loket = await startTestLoket()
  cookies = new Map()
  visitor = loket.visitor(cookies)
  receipt = await sent(visitor)
})

/** Sends a request as a person would, not at once. */
async function sent(by: Visitor): Promise<string> {
  const draft = await begin(by)
  await fillIn(by, draft, { changes: { situatie: { ...aanvraag.situatie, doel: canary } } })
  loket.clock.later(60)
  return locationOf(await by.post(`${draft}/controle`))
}

const answersAt = (by: Visitor, of = receipt) => readPage(by, `${of}/antwoorden`)

describe('in de browser die verstuurde', () => {
  it('staat alles er, om te lezen en te drukken; niemand bewaart de bladzijde', async () => {
    const response = await visitor.get(`${receipt}/antwoorden`)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { words } = await answersAt(visitor)
    for (const text of [canary, 'Tigrinya', '0478 12 34 56', 'OCMW Voorbeeld', 'Mentale en fysieke gezondheid'])
      if (text !== 'Mentale en fysieke gezondheid') expect(words).toContain(text)
    expect(words).toContain('Er staan gegevens van een cliënt op. Laat het blad niet liggen.')
    expect(words).toContain('Tot dinsdag 24 november 2026, 10.01 uur kunt u dit in deze browser zien.')
  })

  it('tot op de seconde een dag lang; daarna zegt de bladzijde waarom', async () => {
    const at = (seconds: number) => visitor.tabAt(loketOn(loket.connection, new Date(sentAt() + seconds * 1000)))
    expect((await answersAt(at(day - 1))).status).toBe(200)
    const over = await answersAt(at(day + 1))
    expect(over.status).toBe(410)
    expect(over.words).toContain('De 24 uur zijn voorbij.')
    expect(over.words).not.toContain(canary)
  })

  it('een GET op het adres waar gewist wordt, wist niets', async () => {
    const asked = await visitor.get(`${receipt}/antwoorden/wissen`)
    expect([asked.status, locationOf(asked)]).toEqual([303, `${receipt}/antwoorden`])
    expect((await answersAt(visitor)).status).toBe(200)
  })
})

const sentAt = () => new Date('2026-11-23T09:01:00Z').getTime()

describe('voor wie die browser niet heeft', () => {
  it('een andere browser, met of zonder eigen aanvraag: de ware reden', async () => {
    const stranger = loket.visitor()
    await begin(stranger)
    for (const other of [loket.visitor(), stranger]) {
      const page = await answersAt(other)
      expect(page.status).toBe(404)
      expect(page.words).toContain('Dit kan alleen in de browser waarin u verstuurde.')
      expect(page.words).not.toContain(canary)
      expect((await other.post(`${receipt}/antwoorden/wissen`)).status).toBe(404)
    }
    expect((await answersAt(visitor)).status).toBe(200)
  })

  it('een andere aanvraag van dezelfde browser opent met een andere sleutel', async () => {
    const second = await sent(visitor)
    expect((await answersAt(visitor, second)).status).toBe(200)
    const of = (origin: string) => copyKey(String(cookies.get('__Host-loket')), { origin, reference: 'LCO-1' })
    expect(of('a')).not.toEqual(of('b'))
  })

  it('een letter van de link anders: ze werkt niet', async () => {
    expect(
      (
        await answersAt(
          visitor,
          receipt.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
        )
      ).status,
    ).toBe(404)
  })
})

describe('wie alles heeft behalve die cookie', () => {
  const copies = async () => (await loket.items('drafts')).filter(({ id }) => String(id).startsWith('antwoorden#'))

  /** Opens a copy with a key; undefined when it does not fit. */
  function opened(sealed: string, key: Uint8Array): string | undefined {
    const [header = '', , iv = '', text = '', tag = ''] = sealed.split('.')
    const bytes = (part: string) => Buffer.from(part, 'base64url')
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes(iv)).setAAD(Buffer.from(header))
      decipher.setAuthTag(bytes(tag))
      return inflateRawSync(Buffer.concat([decipher.update(bytes(text)), decipher.final()])).toString()
    } catch {
      return undefined
    }
  }

  it('opent niets: niet met een tabel, een geheim of een sleutel van ons; met de cookie wel', async () => {
    const dump = [...(await loket.items('drafts')), ...(await loket.items('loket'))]
    const texts = [dump, loket.secrets, testSealKeys, loket.publicDeps.url]
      .flatMap((one) => JSON.stringify(one).match(/[^"\\]{8,}/g) ?? [])
      .concat('')
    const [copy] = await copies()
    const origin = String(copy?.id).slice('antwoorden#'.length)
    const sealed = String(copy?.sealed)
    const keysOf = (text: string) => [
      copyKey(text, { origin, reference: '' }),
      ...[Buffer.from(text), Buffer.from(text, 'base64')].map(
        (bytes) => new Uint8Array(hkdfSync('sha256', bytes, '', `loket antwoorden ${origin}`, 32)),
      ),
    ]
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.flatMap(keysOf).filter((key) => opened(sealed, key) !== undefined)).toEqual([])
    const own = copyKey(String(cookies.get('__Host-loket')), { origin, reference: '' })
    expect(opened(sealed, own)).toContain(canary)
  })

  it('geen kanarie in een tabel, een adres of het logboek; het geheim zelf evenmin', async () => {
    const secret = String(cookies.get('__Host-loket'))
    const kept = JSON.stringify([...(await loket.items('loket')), ...(await copies()), loket.log, loket.addresses])
    for (const text of [canary, secret, 'Tigrinya']) expect(kept).not.toContain(text)
  })

  it('wie aan de kopie raakte, of ze verwisselde: onze fout, en geen letter', async () => {
    const own = loket.visitor(cookies)
    const { client, PutCommand } = await loket.connection.dynamo()
    const [one, other] = await copies()
    const swap = { ...one, sealed: other?.sealed }
    await client.send(new PutCommand({ TableName: loket.connection.tables.drafts, Item: swap }))
    const statuses = await Promise.all(
      [receipt, ...(await receiptsBeside())].map(async (of) => (await answersAt(own, of)).status),
    )
    expect(statuses).toContain(503)
    await client.send(new PutCommand({ TableName: loket.connection.tables.drafts, Item: one }))
  })

  const receiptsBeside = async () => [
    ...new Set(loket.addresses.map((path) => /\/ontvangen\/[^/]+$/.exec(path)?.[0] ?? '').filter(Boolean)),
  ]
})

describe('het einde van de kopie', () => {
  it('wissen: daarna staat er niets, ook niet voor de eigen browser; twee keer mag', async () => {
    const own = await sent(visitor)
    const { html } = await answersAt(visitor, own)
    expect(html).toContain(`action="${own}/antwoorden/wissen"`)
    for (const _ of [1, 2]) {
      const wiped = await visitor.post(`${own}/antwoorden/wissen`)
      expect([303, 410]).toContain(wiped.status)
    }
    const page = await answersAt(visitor, own)
    expect(page.status).toBe(410)
    expect(page.words).toContain('Deze kopie is gewist.')
    expect((await visitor.get(own)).status).toBe(200)
  })

  it('een formulier van een andere site wist niets', async () => {
    const foreign = await visitor.post(`${receipt}/antwoorden/wissen`, {}, { origin: 'https://elders.example' })
    expect(foreign.status).toBe(403)
    expect((await answersAt(visitor)).status).toBe(200)
  })

  it('verlopen is echt weg: de kopie verdwijnt, het bewijs blijft', async () => {
    const later = new Date(loket.clock.now.getTime() + (day + 1) * 1000)
    await removeExpired(loket.connection, 'drafts', later)
    const left = await loket.items('drafts')
    expect(left.filter(({ id }) => String(id).startsWith('antwoorden#'))).toEqual([])
    expect(left.some(({ sent }) => sent !== undefined)).toBe(true)
  })

  it('wie vraagt om gewist te worden: de kopie gaat mee', async () => {
    const own = await sent(visitor)
    const reference = referenceIn((await readPage(visitor, own)).html) ?? ''
    const dossier = await createIncoming(loket.connection).read(reference, loket.clock.now)
    if (!dossier) throw new Error('No dossier')
    const about = { network: 'aalst', who: 'p', auditId: 'a', now: loket.clock.now, auditDays: 365 }
    expect(await createPersonalData(loket.connection).eraseDossier(dossier, about)).toBe('erased')
    const ids = (await loket.items('drafts')).map(({ id }) => String(id))
    expect(ids.filter((id) => id.includes(dossier.origin))).toEqual([])
    expect((await answersAt(visitor, own)).status).toBe(410)
  })

  it('intrekken wist ze niet vroeger: ze heeft haar eigen einde, binnen de 24 uur die we beloven', async () => {
    const own = await sent(visitor)
    const [, status = ''] = /href="(\/status\/[^"]+)"/.exec((await readPage(visitor, own)).html) ?? []
    expect((await visitor.post(`${status}/stoppen`)).status).toBe(303)
    expect((await answersAt(visitor, own)).status).toBe(200)
  })
})

it('een vraag heeft geen kopie, en zegt dat', async () => {
  const asked = locationOf(await visitor.post(vraagPath, await openVraag(visitor)))
  const page = await answersAt(visitor, asked)
  expect(page.status).toBe(404)
  expect(page.words).toContain('Hiervan is er geen kopie.')
})

it('twee keer tegelijk verzenden: één kopie', async () => {
  const before = (await loket.items('drafts')).filter(({ id }) => String(id).startsWith('antwoorden#')).length
  const draft = await begin(visitor)
  await fillIn(visitor, draft)
  loket.clock.later(60)
  const both = await Promise.all([1, 2].map(() => visitor.post(`${draft}/controle`)))
  expect(new Set(both.map(locationOf)).size).toBe(1)
  const after = (await loket.items('drafts')).filter(({ id }) => String(id).startsWith('antwoorden#')).length
  expect(after).toBe(before + 1)
  expect(await file(visitor)).toContain('/ontvangen/')
})

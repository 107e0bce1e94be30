/** One submit is one record, whatever the clicks, the engine and the network do (docs/promises.md, "Nothing lost"). */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { loketOn, startTestLoket, type TestLoket } from '../support/app.ts'
import { belMijPath, openBelMij } from '../support/bel-mij.ts'
import { freshTables } from '../support/dynamodb.ts'
import { begin, fillIn, openVraag, referenceIn, vraagPath } from '../support/lco.ts'
import { mailsAmong } from '../support/mails.ts'
import { roundsOf } from '../support/rounds.ts'
import { type Fields, locationOf, type Visitor } from '../support/visitor.ts'
import { atTheEdge, type Intercept, transactionConflict } from './sdk-edge.ts'

const rounds = roundsOf(5, 50)
const clicks = 100
/** Milliseconds: a hundred transactions on one item, on an engine that other tests use too. */
const perRound = 90_000
const now = new Date('2026-11-23T09:00:00Z')

let connection: Connection<Tables>
let loket: TestLoket
let visitor: Visitor
beforeAll(async () => {
  connection = (await startTestLoket()).connection
  loket = loketOn(connection, now)
  visitor = loket.visitor()
})

/** Something ready to be sent: its address and what goes in. */
interface Ready {
  path: string
  fields: Fields
}
/** Sent so fast that a machine seems to have done it: its confirmation, the triage mail, and a look at it later. */
const withAddress = { MAIL: 3, ADRES: 1 }
/** Whoever asks to be called gets no mail, and leaves no address. */
const withoutAddress = { MAIL: 2, ADRES: 0 }
const ways: [what: string, leaves: typeof withAddress, prepare: (visitor: Visitor) => Promise<Ready>][] = [
  [
    'een aanvraag',
    withAddress,
    async (visitor) => {
      const draft = await begin(visitor)
      await fillIn(visitor, draft)
      return { path: `${draft}/controle`, fields: {} }
    },
  ],
  ['een vraag', withAddress, async (visitor) => ({ path: vraagPath, fields: await openVraag(visitor) })],
  ['iemand om te bellen', withoutAddress, async (visitor) => ({ path: belMijPath, fields: await openBelMij(visitor) })],
]

/** How many of each kind of item there are. */
async function tally(of = loket): Promise<Record<string, number>> {
  const counts: Record<string, number> = { DOSSIER: 0, ANTWOORDEN: 0, AUDIT: 0, MAIL: 0, ADRES: 0 }
  const items = await of.items('loket')
  const others = items.filter(({ sk }) => sk !== 'PLAN' && !String(sk).startsWith('MAIL#'))
  for (const { sk } of [...others, ...mailsAmong(items)]) {
    const kind = String(sk).split('#')[0] ?? ''
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
const plusOne = (
  leaves: typeof withAddress,
  { DOSSIER = 0, ANTWOORDEN = 0, AUDIT = 0, MAIL = 0, ADRES = 0 }: Record<string, number>,
) => ({
  DOSSIER: DOSSIER + 1,
  ANTWOORDEN: ANTWOORDEN + 1,
  AUDIT: AUDIT + 1,
  MAIL: MAIL + leaves.MAIL,
  ADRES: ADRES + leaves.ADRES,
})

const press = (tab: Visitor, { path, fields }: Ready) => tab.post(path, fields)
const tabAt = (intercept: Intercept): Visitor => visitor.tabAt(loketOn(atTheEdge(connection, intercept), now))

async function expectReceipt(answer: Response): Promise<string> {
  expect(answer.status).toBe(303)
  const receipt = locationOf(answer)
  expect(referenceIn(await (await visitor.get(receipt)).text())).toMatch(/^(LCO|VRG)-/)
  return receipt
}

describe.each(ways)('%s', (_, leaves, prepare) => {
  const oneMore = (before: Record<string, number>) => plusOne(leaves, before)
  it(
    `${clicks} keer tegelijk verzonden, ${rounds} keer opnieuw: telkens één, met hetzelfde ontvangstbewijs`,
    async () => {
      for (let round = 0; round < rounds; round += 1) {
        const ready = await prepare(visitor)
        const before = await tally()
        const answers = await Promise.all(Array.from({ length: clicks }, () => press(visitor, ready)))
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
        const receipts = new Set(answers.map(locationOf))
        expect([...receipts]).toEqual([await expectReceipt(await press(visitor, ready))])
        expect(await tally()).toEqual(oneMore(before))
      }
    },
    rounds * perRound,
  )

  it(
    'de proef zelf kan mislukken: zonder de voorwaarde op de grafsteen zijn het er meer',
    async () => {
      // On tables of its own: what it leaves behind is in nobody's way.
      const tables = await freshTables()
      const edge = atTheEdge(tables, ({ input }, send) => {
        for (const { Put } of input.TransactItems ?? []) {
          if (Put?.TableName !== tables.tables.drafts) continue
          delete Put.ConditionExpression
          delete Put.ExpressionAttributeValues
        }
        return send()
      })
      const careless = loketOn(edge, now)
      const person = careless.visitor()
      const ready = await prepare(person)
      const answers = await Promise.all(Array.from({ length: clicks }, () => press(person, ready)))
      expect(Number((await tally(careless)).DOSSIER)).toBeGreaterThan(1)
      expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBeGreaterThan(1)
    },
    perRound,
  )

  it.each([1, 2, 5])('de motor weigert %i keer omdat hij bezig is: toch één', async (times) => {
    let refusals = 0
    const tab = tabAt(({ command }, send) => {
      if (command !== 'TransactWriteCommand' || refusals === times) return send()
      refusals += 1
      throw transactionConflict()
    })
    const ready = await prepare(visitor)
    const before = await tally()
    const receipt = await expectReceipt(await press(tab, ready))
    expect(locationOf(await press(visitor, ready))).toBe(receipt)
    expect([refusals, await tally()]).toEqual([times, oneMore(before)])
  })

  it('de motor weigert elke eerste poging van twintig klikken tegelijk: toch één', async () => {
    let tries = 0
    const tab = tabAt(({ command }, send) => {
      if (command !== 'TransactWriteCommand') return send()
      tries += 1
      if (tries <= 20) throw transactionConflict()
      return send()
    })
    const ready = await prepare(visitor)
    const before = await tally()
    const answers = await Promise.all(Array.from({ length: 20 }, () => press(tab, ready)))
    expect(new Set(answers.map(locationOf)).size).toBe(1)
    expect(await tally()).toEqual(oneMore(before))
  })

  it('het antwoord van de motor gaat verloren: bewaard is bewaard, met hetzelfde ontvangstbewijs', async () => {
    const tab = tabAt(async ({ command }, send) => {
      const answer = await send()
      if (command === 'TransactWriteCommand') throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' })
      return answer
    })
    const ready = await prepare(visitor)
    const before = await tally()
    const receipt = await expectReceipt(await press(tab, ready))
    expect(locationOf(await press(tab, ready))).toBe(receipt)
    expect(await tally()).toEqual(oneMore(before))
  })

  it('de motor valt weg net na het bewaren: opnieuw proberen geeft hetzelfde ontvangstbewijs', async () => {
    let gone = false
    const tab = tabAt(async ({ command }, send) => {
      if (gone) throw new Error('connect ECONNREFUSED')
      const answer = await send()
      gone = command === 'TransactWriteCommand'
      if (gone) throw new Error('socket hang up')
      return answer
    })
    const ready = await prepare(visitor)
    const before = await tally()
    const first = await press(tab, ready)
    expect([first.status, first.headers.get('location')]).toEqual([503, null])
    expect(await first.text()).not.toMatch(/data-reference|niet verstuurd/)
    const receipt = await expectReceipt(await press(visitor, ready))
    expect(locationOf(await press(visitor, ready))).toBe(receipt)
    expect(await tally()).toEqual(oneMore(before))
  })

  it.each(['GetCommand', 'TransactWriteCommand'])(
    'DynamoDB is weg (%s): 503, niets bevestigd, alles blijft',
    async (broken) => {
      const tab = tabAt(({ command }, send) => {
        if (command === broken) throw Object.assign(new Error('down'), { name: 'InternalServerError' })
        return send()
      })
      const ready = await prepare(visitor)
      const [before, drafts] = [await tally(), await loket.items('drafts')]
      const answer = await press(tab, ready)
      expect([answer.status, answer.headers.get('location')]).toEqual([503, null])
      expect(await answer.text()).not.toContain('data-reference')
      expect([await tally(), await loket.items('drafts')]).toEqual([before, drafts])
      await expectReceipt(await press(visitor, ready))
      expect(await tally()).toEqual(oneMore(before))
    },
  )

  it('kost één GetItem en één TransactWriteItems; een herhaling één GetItem', async () => {
    const commands: string[] = []
    const tab = tabAt(({ command }, send) => {
      commands.push(command)
      return send()
    })
    const ready = await prepare(visitor)
    await press(tab, ready)
    expect(commands).toEqual(['GetCommand', 'TransactWriteCommand'])
    await press(tab, ready)
    expect(commands).toEqual(['GetCommand', 'TransactWriteCommand', 'GetCommand'])
  })
})

describe('een vraag die al verzonden is', () => {
  it('en dan veranderd wordt, is niet opnieuw verzonden, en dat staat er', async () => {
    const fields = await openVraag(visitor)
    const receipt = locationOf(await visitor.post(vraagPath, fields))
    const before = await tally()
    const answer = await visitor.post(vraagPath, { ...fields, vraag: 'Iets heel anders.' })
    const page = await answer.text()
    expect([answer.status, await tally()]).toEqual([409, before])
    expect(page).toContain('Al verzonden. Nieuwe vraag starten?')
    expect(page).toContain(`href="${receipt}"`)
    expect(page).toContain(`href="${vraagPath}"`)
  })

  it('geeft ook na een dag hetzelfde ontvangstbewijs; een oud formulier wordt eerst nagekeken', async () => {
    const [sent, old] = [await openVraag(visitor), await openVraag(visitor)]
    const receipt = locationOf(await visitor.post(vraagPath, sent))
    const tomorrow = loketOn(connection, new Date('2026-11-24T09:00:01Z')).visitor()
    expect(locationOf(await tomorrow.post(vraagPath, sent))).toBe(receipt)
    const before = await tally()
    const answer = await tomorrow.post(vraagPath, old)
    expect([answer.status, await tally()]).toEqual([422, before])
    expect(await answer.text()).toContain('Het formulier stond lang open. Kijk uw antwoorden na en verzend ze opnieuw.')
  })
})

/** Seats: never one too many, a waiting list in order, and a freed seat for the first in line (docs/domain.md §6). */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { toDecide } from '../../forms/kit/events/rsvp-decide.ts'
import { trapField } from '../../functions/public/pages/trap.tsx'
import { storeAnswer } from '../../functions/shared/answer-flow.ts'
import type { Connection, Tables } from '../../functions/shared/store/dynamo.ts'
import { createInvitees } from '../../functions/shared/store/invitees.ts'
import { createSeats } from '../../functions/shared/store/seat-hands.ts'
import { createSeatReader } from '../../functions/shared/store/seats.ts'
import { loketOn, startTestLoket, type TestLoket } from '../support/app.ts'
import {
  answer,
  inviteeOf,
  kindsOf,
  mailsOf,
  openForm,
  pathOf,
  personalPath,
  putEvent,
  respond,
} from '../support/events.ts'
import { roundsOf } from '../support/rounds.ts'
import { locationOf, wordsIn } from '../support/visitor.ts'

const april = new Date('2021-04-23T08:00:00Z')
let loket: TestLoket
let event: LoketEvent

beforeAll(async () => {
  loket = await startTestLoket(april)
})
beforeEach(() => {
  loket.clock.now = april
})

const withSeats = async (capaciteit: number) => {
  event = await putEvent(loket.connection, { capaciteit })
}
const person = (number: number) => `p${number}@dienst.example`
const comes = (number: number, changes = {}) => respond(loket, event, { email: person(number), ...changes })
const read = async (path: string) => wordsIn(await (await loket.visitor().get(path)).text())
const pageOf = async (number: number) => read(await personalPath(loket, event, person(number)))
const change = async (number: number, antwoord: string) => {
  const { email: _known, ...own } = answer
  return loket.visitor().post(await personalPath(loket, event, person(number)), { ...own, antwoord })
}
const mailsTo = async (number: number) => {
  const id = (await inviteeOf(loket, event, person(number)))?.id
  return kindsOf((await mailsOf(loket, event)).filter(({ subject }) => subject === id))
}
const seats = () => createSeatReader(loket.connection).read(event.slug)

describe('een activiteit met plaatsen', () => {
  it('volzet: dat staat op de pagina, en wie nog ja zegt, staat op de wachtlijst', async () => {
    await withSeats(1)
    await comes(1)
    expect(await read(pathOf(event))).toContain('Volzet. Op de wachtlijst?')
    expect(await read(pathOf(event))).toContain('Plaatsen volzet, met wachtlijst')
    await comes(2)
    await comes(3)
    expect(await pageOf(1)).toContain('U neemt deel')
    expect(await pageOf(2)).toContain('U staat op plaats 1 van de wachtlijst. Kom nog niet.')
    expect(await pageOf(3)).toContain('U staat op plaats 2 van de wachtlijst.')
    expect(await pageOf(2)).not.toContain('Ik neem deel')
    expect(await mailsTo(2)).toEqual(['wachtlijst'])
  })

  it('het ontvangstbewijs belooft niemand een plaats', async () => {
    await withSeats(1)
    const receipt = await read(locationOf(await comes(1)))
    expect(receipt).toContain('Daar staat of u een plaats hebt')
    expect(receipt).toContain('Hebt u een plaats? Dan zit er een bestand voor uw agenda bij.')
    expect(receipt).not.toMatch(/Zet in mijn agenda|zeker bewaard|alles volzet/)
  })

  it('een plaats die vrijkomt, gaat naar wie eerst wachtte, met een mail', async () => {
    await withSeats(1)
    for (const number of [1, 2, 3]) await comes(number)
    await change(1, 'nee')
    expect(await pageOf(2)).toContain('U neemt deel')
    expect(await pageOf(3)).toContain('U staat op plaats 1 van de wachtlijst.')
    expect(await mailsTo(2)).toEqual(['morgen', 'plaats', 'wachtlijst'])
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 1 })
  })

  it('ook na de deadline, tot de start; daarna niet meer', async () => {
    await withSeats(1)
    for (const number of [1, 2, 3]) await comes(number)
    loket.clock.now = new Date(Date.parse(event.start) - 1)
    await change(1, 'nee')
    expect(await mailsTo(2)).toEqual(['plaats', 'wachtlijst'])
    loket.clock.now = new Date(event.start)
    expect((await change(2, 'nee')).status).toBe(409)
    expect(await mailsTo(3)).toEqual(['wachtlijst'])
  })

  it('wie de wachtlijst verlaat, neemt niemands plaats in', async () => {
    await withSeats(1)
    for (const number of [1, 2, 3]) await comes(number)
    await change(2, 'op_de_hoogte')
    await change(1, 'nee')
    expect(await pageOf(3)).toContain('U neemt deel')
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
  })

  it('zonder wachtenden komt de plaats weer vrij voor iedereen', async () => {
    await withSeats(1)
    await comes(1)
    await change(1, 'nee')
    await comes(2)
    expect(await pageOf(2)).toContain('U neemt deel')
  })

  it('het ontvangstbewijs zegt niets over wie al een plaats had', async () => {
    await withSeats(1)
    const first = (await comes(1)).headers.get('location')
    expect((await comes(1, { naam: 'Iemand Anders' })).headers.get('location')).toBe(first)
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 0 })
  })
})

describe('200 mensen tegelijk voor één plaats', () => {
  /** Everybody has the form open and presses the button in the same second. */
  async function rush(at: TestLoket): Promise<{ seated: number; waiting: number }> {
    const hidden = await openForm(at, at.visitor(), pathOf(event))
    const all = Array.from({ length: 200 }, (_, number) =>
      at.visitor().post(pathOf(event), { ...hidden, ...answer, email: person(number) }),
    )
    expect(new Set((await Promise.all(all)).map(({ status }) => status))).toEqual(new Set([303]))
    const people = (await at.items('loket')).filter(
      ({ activiteit, sk }) => activiteit === event.slug && sk === 'GENODIGDE',
    )
    return {
      seated: people.filter(({ antwoord, wacht }) => antwoord === 'ja' && !wacht).length,
      waiting: people.filter(({ wacht }) => wacht).length,
    }
  }

  it.each(Array.from({ length: roundsOf(5, 100) }, (_, index) => index + 1))(
    'één krijgt ze, 199 wachten (keer %i)',
    async () => {
      await withSeats(1)
      expect(await rush(loket)).toEqual({ seated: 1, waiting: 199 })
      expect(await seats()).toMatchObject({ bezet: 1, wachtend: 199 })
    },
    90_000,
  )

  it('zonder de voorwaarde zijn het er meer: de proef merkt het', async () => {
    await withSeats(1)
    const careless = loketOn(withoutSeatCondition(loket.connection), april)
    expect((await rush(careless)).seated).toBeGreaterThan(1)
  }, 90_000)

  it('20 mensen die tegelijk hun plaats teruggeven: elke plaats gaat naar één ander', async () => {
    await withSeats(20)
    for (let number = 0; number < 45; number += 1) await comes(number)
    await Promise.all(Array.from({ length: 20 }, (_, number) => change(number, 'nee')))
    expect(await seats()).toMatchObject({ bezet: 20, wachtend: 5 })
    const promoted = await Promise.all(Array.from({ length: 25 }, (_, number) => mailsTo(20 + number)))
    expect(promoted.map((kinds) => kinds.filter((kind) => kind === 'plaats').length)).toEqual([
      ...Array(20).fill(1),
      ...Array(5).fill(0),
    ])
  }, 90_000)
})

describe('machines en mensen tegelijk', () => {
  /** Thirty machines and ten people go for ten seats in the same second; what makes a machine is the trap. */
  async function rush(trap: Record<string, string>) {
    await withSeats(10)
    const hidden = await openForm(loket, loket.visitor(), pathOf(event))
    const send = (email: string, more = {}) =>
      loket.visitor().post(pathOf(event), { ...hidden, ...answer, email, ...more })
    const machines = Array.from({ length: 30 }, (_, number) => send(`m${number}@spam.example`, trap))
    const people = Array.from({ length: 10 }, (_, number) => send(person(number)))
    const answers = await Promise.all([...machines, ...people])
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    const mails = await Promise.all(Array.from({ length: 10 }, (_, number) => mailsTo(number)))
    return { seated: mails.filter((kinds) => kinds.includes('ja')).length, seats: await seats() }
  }

  it('de mensen krijgen alle plaatsen', async () => {
    const { seated, seats } = await rush({ [trapField]: 'https://spam.example' })
    expect(seated).toBe(10)
    expect(seats).toMatchObject({ bezet: 10, wachtend: 0 })
  }, 90_000)

  it('zonder de val nemen ze plaatsen in: de proef merkt het', async () => {
    const { seated, seats } = await rush({})
    expect(seated).toBeLessThan(10)
    expect(seats).toMatchObject({ bezet: 10, wachtend: 30 })
  }, 90_000)

  it('tegelijk toegelaten op de laatste plaats: één krijgt ze', async () => {
    await withSeats(1)
    const emails = Array.from({ length: 8 }, (_, number) => `m${number}@spam.example`)
    for (const email of emails) await comes(0, { email, [trapField]: 'x' })
    const now = loket.clock.now
    const letIn = async (email: string): Promise<void> => {
      const invitee = await inviteeOf(loket, event, email)
      const given = invitee && toDecide(invitee)
      if (!given) return
      const late = { event, who: invitee, given, now, options: { late: true } }
      const store = { invitees: createInvitees(loket.connection), seats: createSeats(loket.connection) }
      if ((await storeAnswer(store, late)) === 'changed') return letIn(email)
    }
    await Promise.all(emails.map(letIn))
    expect(await seats()).toMatchObject({ bezet: 1, wachtend: 7 })
  }, 90_000)
})

/** The same store, with the one condition that keeps a seat for one person left out. */
function withoutSeatCondition(connection: Connection<Tables>): Connection<Tables> {
  return {
    ...connection,
    dynamo: async () => {
      const dynamo = await connection.dynamo()
      const { client } = dynamo
      const send = (command: { input: { TransactItems?: { Update?: Record<string, unknown> }[] } }) => {
        for (const { Update } of command.input.TransactItems ?? []) {
          const { pk } = (Update?.Key ?? {}) as { pk?: string }
          if (Update && pk?.startsWith('PLAATSEN#'))
            Update.ConditionExpression = `(${Update.ConditionExpression}) OR tot > :now`
        }
        return client.send(command as never)
      }
      return { ...dynamo, client: Object.assign(Object.create(client), { send }) }
    },
  }
}

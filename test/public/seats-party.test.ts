/** Several people in one answer, and another number of seats: whatever happens, the count is of the people who sit and who wait. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LoketEvent } from '../../forms/kit/events/events.ts'
import { startTestLoket, type TestLoket } from '../support/app.ts'
import { answer, inviteeOf, kindsOf, mailsOf, pathOf, personalPath, putEvent, respond } from '../support/events.ts'
import { asksFor, putRight, say, setCapacity, truthOf } from '../support/seats.ts'
import { wordsIn } from '../support/visitor.ts'

const april = new Date('2021-04-23T08:00:00Z')
let loket: TestLoket
let event: LoketEvent

beforeAll(async () => {
  loket = await startTestLoket(april)
})
beforeEach(() => {
  loket.clock.now = april
})

const withSeats = async (capaciteit: number | undefined) => {
  event = await putEvent(loket.connection, capaciteit === undefined ? {} : { capaciteit })
}
const person = (number: number) => `p${number}@dienst.example`
/** As many people as the party has; a later call changes the answer. */
const comes = (number: number, aantal = 1) => {
  loket.clock.later(1)
  return say(loket, event, person(number), { aantal })
}
const leaves = (number: number) => say(loket, event, person(number), { antwoord: 'nee' })
const pageOf = async (number: number) =>
  wordsIn(await (await loket.visitor().get(await personalPath(loket, event, person(number)))).text())
const publicPage = async () => wordsIn(await (await loket.visitor().get(pathOf(event))).text())
const mailsTo = async (number: number) => {
  const id = (await inviteeOf(loket, event, person(number)))?.id
  return kindsOf((await mailsOf(loket, event)).filter(({ subject }) => subject === id))
}
const counts = async (bezet: number, wachtend: number) => {
  const truth = await truthOf(loket, event)
  expect(truth).toMatchObject({ bezet, wachtend, counted: { bezet, wachtend }, lost: 0, ghosts: 0, twice: 0 })
}
const sits = async (number: number) => expect(await pageOf(number)).toMatch(/U (neemt deel|komt)/)
const isWaiting = async (number: number, place: number) =>
  expect(await pageOf(number)).toContain(`U staat op plaats ${place} van de wachtlijst`)

describe('met meer dan één', () => {
  it('met drie op de laatste twee plaatsen: op de wachtlijst, en de pagina zegt het', async () => {
    await withSeats(4)
    await comes(1, 2)
    expect(await comes(2, 3)).toBe('stored')
    await isWaiting(2, 1)
    expect(await publicPage()).toContain('wachtlijst')
    await counts(2, 3)
    expect(await mailsTo(2)).toEqual(['wachtlijst'])
  })

  it('wie vooraan met drie wacht, houdt wie na hem komt op de wachtlijst, tot er drie plaatsen zijn', async () => {
    await withSeats(4)
    await comes(1, 2)
    await comes(2, 3)
    await comes(3)
    await isWaiting(3, 2)
    await comes(1, 1)
    await sits(2)
    await isWaiting(3, 1)
    await counts(4, 1)
    expect(await mailsTo(2)).toEqual(['morgen', 'plaats', 'wachtlijst'])
  })

  it('wie vooraan stond en weggaat, maakt plaats voor wie daarachter wacht', async () => {
    await withSeats(4)
    await comes(1, 2)
    await comes(2, 3)
    await comes(3, 2)
    await leaves(2)
    await sits(3)
    await counts(4, 0)
  })

  it('wie er meer vraagt dan er in totaal zijn, houdt niemand tegen', async () => {
    await withSeats(2)
    await comes(1, 2)
    await comes(2, 3)
    await comes(3, 2)
    await leaves(1)
    await sits(3)
    await isWaiting(2, 1)
    await counts(2, 3)
    await setCapacity(loket, event, 5)
    await putRight(loket, event)
    await sits(2)
    await counts(5, 0)
  })

  it('van drie naar twee: die plaats gaat naar wie wacht', async () => {
    await withSeats(3)
    await comes(1, 3)
    await respond(loket, event, { email: person(2) })
    await isWaiting(2, 1)
    await comes(1, 2)
    await sits(2)
    await counts(3, 0)
  })

  it('van twee naar drie: als er nog een plaats is, en niemand wacht', async () => {
    await withSeats(3)
    await comes(1, 2)
    expect(await comes(1, 3)).toBe('stored')
    await counts(3, 0)
  })

  it.each([
    ['er is er nog een', 4, 2, 4, 2, 1],
    ['er is er geen meer', 3, 3, 4, 2, 0],
  ])('van twee naar meer: %s, dus alles blijft zoals het was', async (_, capaciteit, first, _wants, more, short) => {
    await withSeats(capaciteit)
    await comes(1, first)
    if (first === 2) await comes(2, 1)
    const before = await inviteeOf(loket, event, person(1))
    expect(await comes(1, first + more)).toEqual({ short })
    expect(await inviteeOf(loket, event, person(1))).toEqual(before)
    await counts(3, 0)
  })

  it('een vrije plaats is van wie wacht, ook als wie al een plaats heeft er een bij wil', async () => {
    await withSeats(4)
    await comes(1, 2)
    await comes(2, 3)
    expect(await comes(1, 3)).toEqual({ short: 0 })
    await counts(2, 3)
  })

  it('wie wacht, houdt de plaats in de rij met meer of minder mensen', async () => {
    await withSeats(3)
    await comes(1, 1)
    await comes(2, 3)
    await comes(3)
    await comes(2, 4)
    await isWaiting(2, 1)
    await counts(1, 5)
    await comes(2, 2)
    await sits(2)
    await counts(3, 1)
  })

  it('wie nee zegt via de eigen link, geeft alle plaatsen terug', async () => {
    await withSeats(3)
    await comes(1, 3)
    for (const number of [2, 3, 4, 5]) await comes(number)
    const { email: _known, ...own } = answer
    const gone = await loket.visitor().post(await personalPath(loket, event, person(1)), { ...own, antwoord: 'nee' })
    expect(gone.status).toBe(303)
    for (const number of [2, 3, 4]) await sits(number)
    await isWaiting(5, 1)
    await counts(3, 1)
  })
})

describe('een ander aantal plaatsen', () => {
  it('verhoogd en verlaagd: niemand krijgt een plaats die er niet is', async () => {
    await withSeats(2)
    for (const number of [1, 2, 3, 4, 5, 6]) await comes(number)
    await setCapacity(loket, event, 4)
    await putRight(loket, event)
    await setCapacity(loket, event, 2)
    await putRight(loket, event)
    await counts(4, 2)
    for (const number of [1, 2]) {
      await leaves(number)
      await isWaiting(5, 1)
    }
    await counts(2, 2)
    await leaves(3)
    await sits(5)
    await counts(2, 1)
    expect(await mailsTo(6)).toEqual(['wachtlijst'])
  })

  it('achteraf, als er al vijf ja zijn: die tellen eerst, en houden hun plaats', async () => {
    await withSeats(undefined)
    for (const number of [1, 2, 3, 4, 5]) await respond(loket, event, { email: person(number) })
    await setCapacity(loket, event, 6)
    // Nobody knows yet how many there are.
    await respond(loket, event, { email: person(6) })
    await respond(loket, event, { email: person(7) })
    await isWaiting(6, 1)
    await putRight(loket, event)
    for (const number of [1, 5, 6]) await sits(number)
    await isWaiting(7, 1)
    await counts(6, 1)
    await leaves(1)
    await sits(7)
    await counts(6, 0)
  })

  it('achteraf, minder dan er al komen: niemand verliest een plaats, en niemand komt erbij', async () => {
    await withSeats(undefined)
    for (const number of [1, 2, 3]) await comes(number)
    expect(await asksFor(loket, event, 2)).toMatch(/^3 plaatsen zijn al bezet/)
    expect(await asksFor(loket, event, 3)).toBeUndefined()
    await setCapacity(loket, event, 2)
    await putRight(loket, event)
    await comes(4)
    await leaves(1)
    await isWaiting(4, 1)
    await counts(2, 1)
    await leaves(2)
    await sits(4)
    await counts(2, 0)
  })

  it('wie nee zegt, of met minder komt, voor hij geteld is', async () => {
    await withSeats(undefined)
    await comes(1, 2)
    await comes(2, 3)
    await setCapacity(loket, event, 4)
    await leaves(1)
    await comes(2, 2)
    await putRight(loket, event)
    await counts(2, 0)
    await comes(1, 2)
    await counts(4, 0)
  })

  it('weggenomen met drie op de wachtlijst: iedereen krijgt een plaats, in volgorde, en telt nog mee', async () => {
    await withSeats(1)
    for (const number of [1, 2, 3, 4]) await comes(number)
    expect(await asksFor(loket, event, undefined)).toMatch(/^3 mensen wachten/)
    await setCapacity(loket, event, undefined)
    await putRight(loket, event)
    for (const number of [2, 3, 4]) {
      await sits(number)
      expect(await mailsTo(number)).toEqual(['morgen', 'plaats', 'wachtlijst'])
    }
    await comes(5, 3)
    await counts(7, 0)
    expect(await publicPage()).not.toContain('wachtlijst')
    await setCapacity(loket, event, 8)
    await putRight(loket, event)
    await comes(6, 2)
    await isWaiting(6, 1)
    await counts(7, 2)
  })
})

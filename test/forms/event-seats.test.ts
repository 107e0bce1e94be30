/** What another number of seats means, in words; and whose seats are in the count. */
import { describe, expect, it } from 'vitest'
import type { Invitee } from '../../forms/kit/events/rsvp.ts'
import {
  asCounted,
  countsSeats,
  isUncounted,
  peopleAmong,
  seatsSinceOf,
  tooFew,
  withCount,
} from '../../forms/kit/events/seats.ts'

it.each([
  [0, 'Er is geen plaats meer vrij.'],
  [1, 'Er is nog maar 1 plaats vrij.'],
  [2, 'Er zijn nog maar 2 plaatsen vrij.'],
])('te weinig: nog %i', (free, words) => {
  const message = `${words} Uw antwoord blijft zoals het was.`
  expect(tooFew({ metHoeveel: true }, free)).toEqual({ name: 'aantal', message })
  expect(tooFew({ metHoeveel: false }, free)).toEqual({ name: 'collega', message })
})

describe('sinds wanneer geteld wordt', () => {
  it.each([
    ['nooit een aantal', {}, { revisie: 3 }, undefined],
    ['een aantal van in het begin', { capaciteit: 4 }, { capaciteit: 5, revisie: 3 }, 0],
    ['dat wegvalt', { capaciteit: 4 }, { revisie: 3 }, 0],
    ['een aantal achteraf', {}, { capaciteit: 5, revisie: 3 }, 3],
    ['dat verandert', { capaciteit: 5, seatsSince: 3 }, { capaciteit: 6, revisie: 4 }, 3],
    ['dat wegvalt, en terugkomt', { seatsSince: 3 }, { capaciteit: 6, revisie: 9 }, 3],
  ])('%s', (_, before, after, since) => {
    expect(seatsSinceOf(before, after)).toBe(since)
  })

  it.each([
    [{}, false],
    [{ capaciteit: 4 }, true],
    [{ seatsSince: 0 }, true],
    [{ seatsSince: 3 }, true],
  ])('%o: antwoorden tellen %s', (event, counts) => {
    expect(countsSeats(event)).toBe(counts)
  })
})

const invitee = { antwoord: 'ja', casus: false, verdacht: false, revisie: 1 } as Invitee

describe('wie geteld is', () => {
  it.each([
    ['geteld van in het begin', { seatsSince: 0 }, invitee, false],
    ['nog niet geteld', { seatsSince: 3 }, invitee, true],
    ['geteld', { seatsSince: 3 }, withCount(invitee), false],
    ['wacht', { seatsSince: 3 }, { ...invitee, wacht: 'p' }, false],
    ['zei nee', { seatsSince: 3 }, { ...invitee, antwoord: 'nee' as const }, false],
    ['lijkt een machine', { seatsSince: 3 }, { ...invitee, verdacht: true }, false],
  ])('%s', (_, event, who, uncounted) => {
    expect(isUncounted(event, who)).toBe(uncounted)
    expect(isUncounted(event, { ...who, ...asCounted(event) })).toBe(false)
  })

  it('mensen, geen antwoorden: met drie telt voor drie, wat oud is voor één', () => {
    const people = [
      invitee,
      { ...invitee, aantal: 3 },
      { ...invitee, collegas: [{ naam: 'Sam' }] },
      { ...invitee, wacht: 'p', aantal: 2 },
      { ...invitee, verdacht: true, aantal: 9 },
      { ...invitee, antwoord: 'nee' as const, aantal: 9 },
    ]
    expect(peopleAmong(people)).toEqual({ bezet: 6, wachtend: 2 })
  })
})

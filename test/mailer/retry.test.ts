import { describe, expect, it } from 'vitest'
import { addSeconds } from '../../forms/kit/time.ts'
import { nextTry } from '../../functions/mailer/retry.ts'

const planned = new Date('2021-05-20T10:00:00.000Z')
const hour = 3600

describe('hoelang een mail wacht op een nieuwe poging', () => {
  it.each([
    { age: 0, wait: 30, why: 'pas gemaakt' },
    { age: 15 * 60, wait: 30, why: 'een kwartier oud' },
    { age: hour, wait: 120, why: 'een dertigste van zijn leeftijd' },
    { age: 6 * hour, wait: 720, why: 'na 6 uur hoogstens 12 minuten' },
    { age: 30 * hour, wait: hour, why: 'nooit meer dan een uur' },
    { age: 71 * hour, wait: hour, why: 'de laatste poging is op 72 uur' },
    { age: 71.5 * hour, wait: hour / 2, why: 'ook als dat vroeger is dan een uur' },
  ])('$age s oud: $wait s ($why)', ({ age, wait }) => {
    const now = addSeconds(planned, age)
    expect(nextTry(planned, now)).toEqual(addSeconds(now, wait))
  })

  it('geeft op vanaf 72 uur', () => {
    expect(nextTry(planned, addSeconds(planned, 72 * hour))).toBeUndefined()
    expect(nextTry(planned, addSeconds(planned, 100 * hour))).toBeUndefined()
  })
})

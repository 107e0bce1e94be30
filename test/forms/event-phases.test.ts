/** What may be done with an event in each phase, to the millisecond (docs/domain.md §6): every action in every phase. */
import { describe, expect, it } from 'vitest'
import { closesAt, type LoketEvent } from '../../forms/kit/events/events.ts'
import {
  type EventAction,
  eventActions,
  isOver,
  may,
  mayIn,
  type Phase,
  phaseOf,
  phases,
} from '../../forms/kit/events/phases.ts'
import { sampleEvent } from '../emails/samples.ts'

const event = (changes: Partial<LoketEvent> = {}): LoketEvent => ({ ...sampleEvent, ...changes })
const shifted = (instant: string, ms: number) => new Date(Date.parse(instant) + ms)

/** A letter for each phase in which it is allowed: open, volzet, gesloten, bezig, voorbij, afgelast. */
const table: Record<EventAction, string> = {
  answer: 'ov',
  'answer-late': 'g',
  'give-up': 'ovg',
  'stay-informed': 'ovgbpa',
  calendar: 'ovgb',
  'take-part-online': 'ovgb',
  invite: 'ov',
  'write-down': 'ovg',
  'let-in': 'ovg',
  promote: 'ovg',
  edit: 'ovg',
  'edit-link': 'ovgb',
  'call-off': 'ovg',
  resend: 'ovgb',
  news: 'bp',
  'mail-practical': 'ovg',
  'mail-news': 'ovgbp',
  'invite-on': 'pa',
  attendance: 'ovgbp',
  attest: 'bp',
}
const letters: Record<Phase, string> = {
  open: 'o',
  volzet: 'v',
  gesloten: 'g',
  bezig: 'b',
  voorbij: 'p',
  afgelast: 'a',
}

describe('elke handeling in elke fase', () => {
  it.each(eventActions.flatMap((action) => phases.map((phase) => [action, phase] as const)))(
    '%s: %s',
    (action, phase) => {
      expect(mayIn(action, phase)).toBe(table[action].includes(letters[phase]))
    },
  )
})

describe('op de grens zelf begint de volgende fase', () => {
  const { start, einde } = event()
  const closes = closesAt(event()).toISOString()
  const boundaries: [string, string, Phase, Phase][] = [
    ['de deadline', closes, 'open', 'gesloten'],
    ['het begin', start, 'gesloten', 'bezig'],
    ['het einde', einde, 'bezig', 'voorbij'],
  ]
  it.each(boundaries)('%s', (_, instant, last, next) => {
    for (const [ms, phase] of [
      [-1, last],
      [0, next],
      [1, next],
    ] as const) {
      const now = shifted(instant, ms)
      expect(phaseOf(event(), now)).toBe(phase)
      for (const action of eventActions)
        expect([action, may(action, event(), now)]).toEqual([action, mayIn(action, phase)])
      expect(isOver(event(), now)).toBe(phase === 'bezig' || phase === 'voorbij')
    }
  })

  it('volzet is alleen zo zolang er antwoorden tellen', () => {
    const at = (ms: number) => phaseOf(event(), shifted(closes, ms), true)
    expect([at(-1), at(0)]).toEqual(['volzet', 'gesloten'])
  })

  it('afgelast blijft afgelast, wanneer ook', () => {
    for (const instant of [closes, start, einde])
      for (const ms of [-1, 0, 1])
        expect(phaseOf(event({ geannuleerd: true }), shifted(instant, ms), true)).toBe('afgelast')
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock } from '../../functions/local/clock.ts'
import { startHeartbeat } from '../../functions/local/heartbeat.ts'
import { createTimeMachine, type TimedWork } from '../../functions/local/time-machine.ts'

const at = (time: string): Date => new Date(`2021-05-01T${time}.000Z`)

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('clock', () => {
  it('shows the real time until it is told another', () => {
    expect(createClock().now()).toEqual(new Date('2026-11-21T12:00:00Z'))
  })

  it('starts where it is told, runs on, and can be set, also back', () => {
    const clock = createClock(at('08:00:00'))
    vi.advanceTimersByTime(1_500)
    expect(clock.now()).toEqual(new Date('2021-05-01T08:00:01.500Z'))
    clock.set(at('07:00:00'))
    vi.advanceTimersByTime(1_000)
    expect(clock.now()).toEqual(at('07:00:01'))
  })
})

/** Work that waits in memory; what a sweep does, and when, is written down. */
function fakeWork(clock: { now(): Date }, waiting: Record<string, Date>, onSweep: (name: string) => void = () => {}) {
  const done: string[] = []
  const removed: Date[] = []
  const work: TimedWork = {
    nextDue: async (until) =>
      Object.values(waiting)
        .filter((due) => due <= until)
        .sort((a, b) => a.getTime() - b.getTime())[0],
    sweep: async () => {
      for (const [name, due] of Object.entries(waiting)) {
        if (due > clock.now()) continue
        delete waiting[name]
        done.push(`${name} ${clock.now().toISOString().slice(11, 16)}`)
        onSweep(name)
      }
    },
    removeExpired: async (now) => {
      removed.push(now)
    },
  }
  return { work, done, removed }
}

describe('time machine', () => {
  it('passes every due instant in order, with that instant as now', async () => {
    const clock = createClock(at('08:00:00'))
    const waiting = { last: at('11:00:00'), first: at('09:00:00'), overdue: at('07:00:00'), beyond: at('12:00:01') }
    const { work, done, removed } = fakeWork(clock, waiting)
    await createTimeMachine(clock, work).travel(at('12:00:00'))
    expect(done).toEqual(['overdue 08:00', 'first 09:00', 'last 11:00'])
    expect(clock.now()).toEqual(at('12:00:00'))
    expect(removed).toEqual([at('12:00:00')])
  })

  it('does what the work itself puts ahead, such as a retry', async () => {
    const clock = createClock(at('08:00:00'))
    const waiting: Record<string, Date> = { mail: at('09:00:00') }
    const { work, done } = fakeWork(clock, waiting, (name) => {
      if (name === 'mail') waiting.retry = at('09:30:00')
    })
    await createTimeMachine(clock, work).travel(at('09:30:00'))
    expect(done).toEqual(['mail 09:00', 'retry 09:30'])
  })

  it('goes back after doing what is due now, and leaves the rest', async () => {
    const clock = createClock(at('08:00:00'))
    const { work, done } = fakeWork(clock, { now: at('08:00:00'), later: at('09:00:00') })
    await createTimeMachine(clock, work).travel(at('06:00:00'))
    expect(done).toEqual(['now 08:00'])
    expect(clock.now()).toEqual(at('06:00:00'))
  })

  it('does one thing at a time, in the order asked, and goes on after an error', async () => {
    const clock = createClock(at('08:00:00'))
    const { work, done } = fakeWork(clock, { mail: at('09:00:00') })
    const machine = createTimeMachine(clock, work)
    const { promise, resolve } = Promise.withResolvers<void>()
    const sending = machine.inTurn(async () => {
      await promise
      done.push('sent')
      throw new Error('SES is down')
    })
    const travelling = machine.travel(at('10:00:00'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(done).toEqual([])
    resolve()
    await expect(sending).rejects.toThrow('SES is down')
    await travelling
    expect(done).toEqual(['sent', 'mail 09:00'])
  })

  it('stops halfway when Loket stops', async () => {
    const clock = createClock(at('08:00:00'))
    const { work, done } = fakeWork(clock, { first: at('09:00:00'), second: at('10:00:00') }, () => machine.stop())
    const machine = createTimeMachine(clock, work)
    await expect(machine.travel(at('11:00:00'))).rejects.toThrow('Loket stops')
    expect(done).toEqual(['first 09:00'])
  })

  it('gives up on work that stays due for ever', async () => {
    const clock = createClock(at('08:00:00'))
    const stuck: TimedWork = {
      nextDue: async () => at('08:30:00'),
      sweep: async () => {},
      removeExpired: async () => {},
    }
    const travelling = createTimeMachine(clock, stuck).travel(at('09:00:00'))
    const refused = expect(travelling).rejects.toThrow('Something stays due at 2021-05-01T08:30:00.000Z')
    await vi.advanceTimersByTimeAsync(130_000)
    await refused
  })
})

describe('heartbeat', () => {
  it('sweeps each second and cleans now and then, whatever goes wrong, until it is stopped', async () => {
    const calls: string[] = []
    const errors: unknown[] = []
    const heart = startHeartbeat({
      machine: {
        sweep: async () => {
          calls.push('sweep')
          if (calls.length === 2) throw new Error('the store is away')
        },
        removeExpired: async () => {
          calls.push('clean')
        },
      },
      onError: (error) => errors.push(error),
      cleanEvery: 3,
    })
    await vi.advanceTimersByTimeAsync(4_100)
    expect(calls).toEqual(['clean', 'sweep', 'sweep', 'sweep', 'clean', 'sweep'])
    expect(errors).toHaveLength(1)
    await heart.stop()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(calls).toHaveLength(6)
  })
})

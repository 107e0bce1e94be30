/**
 * Time for the local runner: all work that time or the stream sets in motion, one piece after the other, and a
 * journey to another instant that passes every due instant in order. So a demo replays weeks in seconds, and a
 * reminder still comes before its deadline.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from './clock.ts'

/** What time sets in motion. */
export interface TimedWork {
  /** The earliest instant up to and including `until` at which something waits. */
  nextDue(until: Date): Promise<Date | undefined>
  /** Does what is due now; resolves when it is done. */
  sweep(): Promise<unknown>
  /** Deletes what has expired by then. */
  removeExpired(now: Date): Promise<void>
}

export interface TimeMachine {
  /** To an instant, by way of everything that falls due before it. Going back does what is due now and sets the clock. */
  travel(to: Date): Promise<void>
  /** Does what is due now. */
  sweep(): Promise<void>
  /** Deletes what has expired now. */
  removeExpired(): Promise<void>
  /** Other work that must not meet a clock that moves: a mail that is being sent holds a lease by that clock. */
  inTurn(work: () => Promise<unknown>): Promise<void>
  /** Ends a journey at the next step: Loket stops. What is due stays due. */
  stop(): void
}

/** Something that stays due this long while it is swept again and again will not end: a bug, not slow work. */
const stuckMs = 120_000

export function createTimeMachine(clock: Clock, work: TimedWork): TimeMachine {
  const stopping = new AbortController()
  let last = Promise.resolve()
  function inTurn(piece: () => Promise<unknown>): Promise<void> {
    const turn = last.then(async () => {
      await piece()
    })
    last = turn.catch(() => {})
    return turn
  }
  return {
    travel: (to) => inTurn(() => travel(clock, work, to, stopping.signal)),
    sweep: () => inTurn(work.sweep),
    removeExpired: () => inTurn(() => work.removeExpired(clock.now())),
    inTurn,
    stop: () => stopping.abort(new Error('Loket stops')),
  }
}

async function travel(clock: Clock, work: TimedWork, to: Date, signal: AbortSignal): Promise<void> {
  const from = clock.now()
  await passThrough(clock, work, to < from ? from : to, signal)
  await work.removeExpired(to)
  clock.set(to)
}

async function passThrough(clock: Clock, work: TimedWork, until: Date, signal: AbortSignal): Promise<void> {
  let instant = 0
  let since = 0
  for (let due = await work.nextDue(until); due; due = await work.nextDue(until)) {
    signal.throwIfAborted()
    if (due.getTime() !== instant) {
      instant = due.getTime()
      since = performance.now()
    } else {
      if (performance.now() - since > stuckMs) throw new Error(`Something stays due at ${due.toISOString()}`)
      await work.removeExpired(clock.now()) // what expired before it was done is never done
      await wait(20) // a long queue is swept in parts, paced mail waits for its second
    }
    if (due > clock.now()) clock.set(due)
    await work.sweep()
  }
}

/** The heart of the local runner: what a schedule does in the cloud, each second. */
import type { TimeMachine } from './time-machine.ts'

export interface HeartbeatOptions {
  machine: Pick<TimeMachine, 'sweep' | 'removeExpired'>
  onError(error: unknown): void
  everyMs?: number
  /** Expired items are deleted at the first beat and then once in so many. */
  cleanEvery?: number
}

export interface Heartbeat {
  /** Resolves when the beat under way has ended. */
  stop(): Promise<void>
}

/** Beats until it is stopped; a slow beat delays the next one. */
export function startHeartbeat({ machine, onError, everyMs = 1_000, cleanEvery = 30 }: HeartbeatOptions): Heartbeat {
  let beats = 0
  let stopped = false
  let running = Promise.resolve()
  let timer = setTimeout(next, everyMs)

  function next() {
    running = beat().then(() => {
      if (!stopped) timer = setTimeout(next, everyMs)
    })
  }

  async function beat() {
    try {
      if (beats % cleanEvery === 0) await machine.removeExpired()
      beats += 1
      await machine.sweep()
    } catch (error) {
      onError(error)
    }
  }

  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

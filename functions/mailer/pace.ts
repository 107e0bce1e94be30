/**
 * Mails to many, at a pace below what SES allows. Sending time is handed out by the store, so any number of mailers together
 * stay below the rate; a mail that cannot be taken (sent, taken back) uses none. A mailer that dies leaves the rest due.
 */
import type { MailKey, Outbox } from '../shared/store/outbox.ts'
import type { Deliver } from './deliver.ts'

interface PaceDeps {
  deliver: Deliver
  outbox: Pick<Outbox, 'reserve'>
  perSecond: number
  now: () => Date
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<unknown>
}

/** Mails under way at once: SES takes longer to answer than the time between two mails. */
const atOnce = 8

/** Milliseconds after which no new mail is taken: the mailer itself may run five minutes. */
const workFor = 4 * 60_000

export function createPacedDeliver({ deliver, outbox, perSecond, now, wait }: PaceDeps): Deliver {
  /** A turn at a time, a second's worth of time asked for at once. */
  function createTurns() {
    const chunk = Math.max(1, Math.floor(perSecond))
    let start = 0
    let used = chunk
    let last = Promise.resolve()
    const next = async () => {
      if (used === chunk) {
        start = (await outbox.reserve(chunk, perSecond, now)).getTime()
        used = 0
      }
      const at = start + (used * 1000) / perSecond
      used += 1
      const early = at - now().getTime()
      if (early > 0) await wait(early)
    }
    return () => {
      // One that failed is tried again later; the others still get their turn.
      last = last.catch(() => {}).then(next)
      return last
    }
  }

  return async (keys) => {
    const until = now().getTime() + workFor
    const waiting = [...keys]
    const failed: MailKey[] = []
    const turn = createTurns()
    const work = async () => {
      for (let key = waiting.shift(); key; key = waiting.shift()) {
        if (now().getTime() > until) return
        failed.push(...(await deliver([key], turn)))
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    return failed
  }
}

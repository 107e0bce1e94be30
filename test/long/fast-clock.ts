/** One clock for several processes, faster than life, so that retries and leases do not take all day. */

/** Seconds of Loket's clock in one real second. */
export const speed = 20

/** `start`: the real moment, in epoch milliseconds, at which the clock began to run. */
export const fastClock = (start: number) => (): Date => new Date(start + (Date.now() - start) * speed)

/** Keys for this proof only. */
export const secrets = {
  linkKeys: { current: '1', keys: { '1': Buffer.alloc(32, 1).toString('base64') } },
  addressKey: Buffer.alloc(32, 2).toString('base64'),
}

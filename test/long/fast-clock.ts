/** One clock for several processes, faster than life, so that retries and leases do not take all day. */

/** `start`: the real moment, in epoch milliseconds, at which it began to run; `speed`: its seconds in one real second. */
export const fastClock = (start: number, speed: number) => (): Date => new Date(start + (Date.now() - start) * speed)

/** Keys for this proof only. */
export const secrets = {
  linkKeys: { current: '1', keys: { '1': Buffer.alloc(32, 1).toString('base64') } },
  addressKey: Buffer.alloc(32, 2).toString('base64'),
}

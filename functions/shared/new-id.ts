/** A fresh id of 128 random bits, URL-safe. */
export const newId = ({ random }: { random: (bytes: number) => Uint8Array }): string =>
  Buffer.from(random(16)).toString('base64url')

/** A short code of a failure: in the log, and on a page where somebody can read it out. */
export const newIncident = ({ random }: { random: (bytes: number) => Uint8Array }): string =>
  Buffer.from(random(4)).toString('hex')

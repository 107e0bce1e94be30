/** A fresh id of 128 random bits, URL-safe. */
export const newId = ({ random }: { random: (bytes: number) => Uint8Array }): string =>
  Buffer.from(random(16)).toString('base64url')

/** The id of somebody who comes: says nothing of who it is, as ids stand in addresses and log lines. */
export const newPersonId = ({ random }: { random: (bytes: number) => Uint8Array }): string =>
  `p${Buffer.from(random(6)).toString('hex')}`

/** A short code of a failure: in the log, and on a page where somebody can read it out. */
export const newIncident = ({ random }: { random: (bytes: number) => Uint8Array }): string =>
  Buffer.from(random(4)).toString('hex')

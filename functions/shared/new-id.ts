/** A fresh id of 128 random bits, URL-safe. */
export const newId = ({ random }: { random: (bytes: number) => Uint8Array }): string =>
  Buffer.from(random(16)).toString('base64url')

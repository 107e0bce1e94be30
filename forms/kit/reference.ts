/** References identify, they authorise nothing (domain.md §3.7). */

/** Crockford's base32 alphabet: no I, L, O or U, so that a reference survives a phone call. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `LCO-7K3M-9QX2-4T`: a prefix and ten random characters. `bytes`: at least ten random bytes. */
export function makeReference(prefix: string, bytes: Uint8Array): string {
  const letters = [...bytes.subarray(0, 10)].map((byte) => alphabet[byte % 32]).join('')
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

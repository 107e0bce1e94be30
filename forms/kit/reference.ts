/** References identify, they authorise nothing (docs/domain.md §3.7). */

/** Crockford's base32 alphabet: no I, L, O or U, so that a reference survives a phone call. */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `LCO-7K3M-9QX2-4T`: a prefix and ten random characters. `bytes`: at least ten random bytes. */
export function makeReference(prefix: string, bytes: Uint8Array): string {
  const letters = [...bytes.subarray(0, 10)].map((byte) => alphabet[byte % 32]).join('')
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/** More code units than anybody types for one. */
const longestTyped = 200

/**
 * A reference as somebody types it or reads it out: any case, with or without dashes and spaces; a letter that the
 * alphabet leaves out is read as the digit it looks like. Undefined when it cannot be one.
 */
export function readReference(typed: string): string | undefined {
  if (typed.length > longestTyped) return undefined
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  const [, prefix, rest = ''] = /^([A-Z]{3})([0-9A-TV-Z]{10})$/.exec(letters) ?? []
  const code = rest.replace(/[IL]/g, '1').replace(/O/g, '0')
  return prefix && `${prefix}-${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

/** What one looks like, in letters of no form. */
export const exampleReference = 'ABC-7K3M-9QX2-4T'

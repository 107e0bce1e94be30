/** E-mail addresses and phone numbers: accepted as people write them, kept in one spelling. */

// Local part: RFC 5322 dot-atom, at most 64 characters; domain: letters, digits, hyphens, at least one dot.
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const domainName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/** Octets of an address on its way (RFC 5321 §4.5.3.1.3, erratum 1690). */
const longestAddress = 254

/** Exactly one address, its domain in the ASCII form mail servers use; undefined when it is not one. */
export function normalizeEmail(text: string): string | undefined {
  // Before anything is understood of it: a parser of names need not be ready for a name of 64 KB.
  if (text.length > longestAddress) return undefined
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  const domain = asciiDomain(text.slice(at + 1))
  if (at < 1 || local.length > 64 || !domain || !localPart.test(local) || !domainName.test(domain)) return undefined
  const address = `${local}@${domain}`
  return address.length <= longestAddress ? address : undefined
}

/** `bücher.be` → `xn--bcher-kva.be` (IDNA), by the platform's own URL parser. */
function asciiDomain(domain: string): string | undefined {
  if (!/^[^\s\p{Cc}\p{Cf}/?#:@\\%[\]<>]+$/u.test(domain)) return undefined
  // One parse: another one that says beforehand whether it will succeed may think otherwise.
  return URL.parse(`http://${domain}`)?.hostname
}

/**
 * A phone number in E.164; undefined when nobody could be reached on it. Belgian numbers as people write them
 * (`0478/12.34.56`, `+32 (0)478 …`), others with their country code. A test compares it with libphonenumber,
 * which would be a fifth of the bundle (docs/decisions/006).
 */
export function normalizePhone(text: string): string | undefined {
  if (!/^[+(]?[\d\s./()\u00a0-]+$/.test(text)) return undefined
  const number = text
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+')
    .replace(/^\+320/, '+32')
    .replace(/^0/, '+32')
  if (!/^\+[1-9]\d{7,14}$/.test(number)) return undefined
  // Belgian mobile numbers (045x–049x) have nine digits after the country code, all others eight.
  return number.startsWith('+32') && !/^\+32(4[5-9]\d{7}|(?!4[5-9])\d{8})$/.test(number) ? undefined : number
}

/** A short number that is dialled as it is (106, 1712), from Belgium only. */
const shortNumber = /^1\d{2,3}$/

/** What a page can show as a number: one that somebody is reached on. */
export const isDialled = (number: string): boolean => shortNumber.test(number) || normalizePhone(number) !== undefined

/** To tap on. */
export const phoneHref = (number: string): string => `tel:${normalizePhone(number) ?? number.replace(/\D/g, '')}`

/** As a Belgian reads it: `0478 12 34 56`; other countries as they are. */
export function phoneInWords(e164: string): string {
  const [, national] = /^\+32(\d{8,9})$/.exec(e164) ?? []
  if (!national) return e164
  if (national.length === 9) return `0${national.replace(/(\d{3})(\d{2})(\d{2})(\d{2})/, '$1 $2 $3 $4')}`
  return /^[2349]/.test(national)
    ? `0${national.replace(/(\d)(\d{3})(\d{2})(\d{2})/, '$1 $2 $3 $4')}`
    : `0${national.replace(/(\d{2})(\d{2})(\d{2})(\d{2})/, '$1 $2 $3 $4')}`
}

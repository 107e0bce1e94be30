/**
 * How to reach somebody, so that they recognise it and nobody else learns it: a typing error shows, the address and the number do not.
 * Made once, when it is typed: `public` cannot read back what was kept (docs/decisions/007).
 */
import { phoneInWords } from './contact.ts'

/** `z…t@dienst.be`; of one or two letters before the `@` only the first, or none. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at)
  const [first = '', last = ''] = [local.at(0), local.at(-1)]
  const shown = local.length > 2 ? `${first}…${last}` : local.length > 1 ? `${first}…` : '…'
  return `${shown}${email.slice(at)}`
}

/** `0478 ·· ·· 41`, of a number in E.164; of another country its first three signs and its last two digits. */
export function maskedPhone(e164: string): string {
  const [first = '', ...rest] = phoneInWords(e164).split(' ')
  const last = rest.pop()
  if (last === undefined) return `${e164.slice(0, 3)} ·· ·· ${e164.slice(-2)}`
  return [first, ...rest.map((digits) => '·'.repeat(digits.length)), last].join(' ')
}

/** Both, as a dossier keeps them. */
export const maskedReach = ({ email, phone }: { email?: string | undefined; phone?: string | undefined }) => ({
  ...(email === undefined ? {} : { email: maskedEmail(email) }),
  ...(phone === undefined ? {} : { phone: maskedPhone(phone) }),
})

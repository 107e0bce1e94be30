/** What its owner knows again and nobody else learns: of an address or a number, enough to see a typing error. */
import { phoneInWords } from './contact.ts'

/**
 * `zoe.kaat@caw.example` becomes `z…t@caw.example`: the first letter and the last, whatever lies between. Of two letters the last goes, of
 * one letter both. What stands after a `+` is a label of its owner's: that there is one is said. The domain stays, as mail is sent to it.
 */
export function maskedEmail(address: string): string {
  const at = address.lastIndexOf('@')
  const [name = '', ...label] = address.slice(0, at).split('+')
  const first = name.length > 1 ? name.charAt(0) : ''
  const last = name.length > 2 ? name.charAt(name.length - 1) : ''
  return `${first}…${last}${label.length > 0 ? '+…' : ''}${address.slice(at)}`
}

/** `+32478123441` becomes `0478 ·· ·· 41`: what a Belgian says first, and the last two. Of another country: the code and the last two. */
export function maskedPhone(e164: string): string {
  const [first = '', ...groups] = phoneInWords(e164).split(' ')
  if (groups.length === 0) return `${e164.slice(0, 3)} ${'·'.repeat(Math.max(0, e164.length - 5))} ${e164.slice(-2)}`
  return [first, ...groups.slice(0, -1).map((group) => '·'.repeat(group.length)), groups.at(-1)].join(' ')
}

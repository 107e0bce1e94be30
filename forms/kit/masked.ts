/**
 * How to reach somebody, so that they recognise it and nobody else learns it: a typing error shows, the address and the number do not.
 * Made once, when it is typed: `public` cannot read back what was kept (docs/decisions/007).
 */
import { phoneInWords } from './contact.ts'

/**
 * `zoe.kaat@dienst.be` becomes `z…t@dienst.be`: the first letter and the last, whatever lies between. Of two letters the last goes, of
 * one letter both. What stands after a `+` is a label of its owner's: that there is one is said. The domain stays, as mail is sent to it.
 */
export const maskedEmail = (address: string): string =>
  address.replace(/^([^+@]*)(\+[^@]*)?/, (_, name: string, label: string | undefined) => {
    const ends = [name.slice(0, name.length > 1 ? 1 : 0), name.slice(name.length > 2 ? -1 : name.length)]
    return ends.join('…') + (label ? '+…' : '')
  })

/** `+32478123441` becomes `0478 ·· ·· 41`: what a Belgian says first, and the last two. Of another country: the code and the last two. */
export function maskedPhone(e164: string): string {
  const [first = '', ...groups] = phoneInWords(e164).split(' ')
  if (groups.length === 0) return `${e164.slice(0, 3)} ${'·'.repeat(Math.max(0, e164.length - 5))} ${e164.slice(-2)}`
  return [first, ...groups.slice(0, -1).map((group) => '·'.repeat(group.length)), groups.at(-1)].join(' ')
}

/** Both, as a dossier keeps them. */
export const maskedReach = ({ email, phone }: { email?: string | undefined; phone?: string | undefined }) => ({
  ...(email === undefined ? {} : { email: maskedEmail(email) }),
  ...(phone === undefined ? {} : { phone: maskedPhone(phone) }),
})

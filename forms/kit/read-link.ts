/** A web address as people paste it out of an invitation. */
import { cleanCode, type Read } from './clean.ts'

/** What a mail puts around it. */
const around = /^[<("']+|[>)"',.;]+$/g
/** Without its beginning, as a mail or a poster has it: a host, a slash and more. */
const withoutScheme = /^(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i

/** `error`: what is wrong when it is none. Only addresses that nobody on the way can read. */
export function readLink(typed: string, error: string, most: number): Read<string> {
  const text = cleanCode(typed).replace(around, '')
  const link = withoutScheme.test(text) ? `https://${text}` : text
  const url = !/\s/.test(link) && URL.canParse(link) ? new URL(link) : undefined
  if (url?.protocol !== 'https:' || url.username || !url.hostname.includes('.')) return { problem: error }
  return link.length > most
    ? { problem: `Dit adres is te lang. U kunt hier hoogstens ${most} tekens schrijven.` }
    : { value: link }
}

/** A web address as people paste it out of an invitation. */
import { cleanCode, type Read } from './clean.ts'
import { mostOf, type TextQuestion } from './questions/questions.ts'

/** What a mail puts around it. */
const around = /^[<("']+|[>)"',.;]+$/g
/** Without its beginning, as a mail or a poster has it: a host, a slash and more. */
const withoutScheme = /^(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i

/** Only addresses of which nobody on the way can read what is sent. */
export function readLink(typed: string, question: TextQuestion): Read<string> {
  const [{ error }, most] = [question, mostOf(question)]
  const text = cleanCode(typed).replace(around, '')
  const link = withoutScheme.test(text) ? `https://${text}` : text
  const url = !/\s/.test(link) && URL.canParse(link) ? new URL(link) : undefined
  if (url?.protocol !== 'https:' || url.username || !url.hostname.includes('.')) return { problem: error }
  return link.length > most
    ? { problem: `Dit adres is te lang. U kunt hier hoogstens ${most} tekens schrijven.` }
    : { value: link }
}

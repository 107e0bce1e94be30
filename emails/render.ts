/** Makes a mail: subject, HTML and text, from the same words. */
import type { Network } from '../forms/kit/network.ts'
import { htmlOf } from './card.tsx'
import type { Words } from './content.ts'
import { textOf } from './text.ts'

export interface Mail {
  subject: string
  html: string
  text: string
}

export async function mailOf(words: Words, network: Network): Promise<Mail> {
  const content = { ...words, network }
  return { subject: content.subject, html: await htmlOf(content), text: textOf(content) }
}

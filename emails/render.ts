/** Turns a notification into a mail: subject, HTML and text, made from the same words. */
import type { KnownNotification } from '../forms/kit/post/notifications.ts'
import { htmlOf } from './card.tsx'
import type { MailContext } from './content.ts'
import { wordsOf } from './kinds.ts'
import { textOf } from './text.ts'

export interface Mail {
  subject: string
  html: string
  text: string
}

export async function render(notification: KnownNotification, context: MailContext): Promise<Mail> {
  const content = wordsOf(notification.kind, notification, context)
  return { subject: content.subject, html: await htmlOf(content), text: textOf(content) }
}

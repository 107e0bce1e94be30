/** The one link of a mail. Derived when the mail is made: nothing that opens a page is kept in the outbox. */
import type { Notification } from '../../forms/kit/notifications.ts'
import { type LinkKeys, linkToken } from '../shared/links.ts'

interface LinkSettings {
  /** Where people reach Loket, without a slash at the end. */
  baseUrl: string
  linkKeys: LinkKeys
}

export function linkFor(notification: Notification, { baseUrl, linkKeys }: LinkSettings): string {
  switch (notification.kind) {
    case 'ontvangen':
    case 'ingetrokken':
    case 'stand':
    case 'navraag': {
      const { reference: id, linkVersion: version } = notification
      return `${baseUrl}/status/${linkToken(linkKeys, 'status', { id, version })}`
    }
    case 'triage':
    case 'triage-ingetrokken':
    case 'taak':
    case 'ongeopend':
      return `${baseUrl}/werkruimte/dossier/${notification.reference}`
    case 'toegang':
      return `${baseUrl}/werkruimte/toegang/${linkToken(linkKeys, 'toegang', { id: notification.invitation, version: 1 })}`
    case 'niet-aangekomen':
      return `${baseUrl}/werkruimte${notification.reference ? `/dossier/${notification.reference}` : ''}`
    case 'agenda':
      return `${baseUrl}/werkruimte/agenda/${notification.on}`
    case 'triage-overzicht':
      return `${baseUrl}/werkruimte`
    case 'verder':
    case 'verloopt': {
      const { draft: id, linkVersion: version } = notification
      return `${baseUrl}/verder/${linkToken(linkKeys, 'verder', { id, version })}`
    }
  }
}

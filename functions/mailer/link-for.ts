/** The one link of a mail. Derived when the mail is made: nothing that opens a page is kept in the outbox. */
import { type EventNotification, isEventNotification } from '../../forms/kit/events/event-notifications.ts'
import type { KnownNotification } from '../../forms/kit/post/notifications.ts'
import { type LinkKeys, linkToken } from '../shared/links.ts'

interface LinkSettings {
  /** Where people reach Loket, without a slash at the end. */
  baseUrl: string
  linkKeys: LinkKeys
}

export function linkFor(notification: KnownNotification, { baseUrl, linkKeys }: LinkSettings): string {
  if (isEventNotification(notification)) return eventLinksFor(notification, { baseUrl, linkKeys }).personal
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
    case 'gekoppeld-uitnodiger':
      return `${baseUrl}/werkruimte/mensen/${notification.wie}`
    case 'gekoppeld':
    case 'triage-overzicht':
      return `${baseUrl}/werkruimte`
    case 'verder':
    case 'verloopt': {
      const { draft: id, linkVersion: version } = notification
      return `${baseUrl}/verder/${linkToken(linkKeys, 'verder', { id, version })}`
    }
  }
}

/** Where mail about an event leads: the invitee's own page, everybody's, and out of all mail. */
export function eventLinksFor(
  { activiteit, genodigde: id, linkVersion: version }: EventNotification,
  { baseUrl, linkKeys }: LinkSettings,
) {
  return {
    personal: `${baseUrl}/uitnodiging/${linkToken(linkKeys, 'uitnodiging', { id, version })}`,
    page: `${baseUrl}/activiteiten/${activiteit}`,
    unsubscribe: `${baseUrl}/afmelden/${linkToken(linkKeys, 'afmelden', { id, version })}`,
  }
}

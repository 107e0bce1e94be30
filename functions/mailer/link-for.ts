/** The one link of a mail. Derived when the mail is made: nothing that opens a page is kept in the outbox. */

import type { OrganiserNotification } from '../../forms/kit/events/event-notifications.ts'
import { type EventNotification, isEventNotification } from '../../forms/kit/events/event-notifications.ts'
import { participantId } from '../../forms/kit/overleg/rounds.ts'
import type { MailedNotification } from '../../forms/kit/post/notifications.ts'
import { type LinkKeys, linkToken } from '../shared/links.ts'
import { attestPath, eventPath, personalPath } from '../shared/public-paths.ts'
import {
  dossierPath,
  eventHome,
  homePath,
  invitedPath,
  mailboxId,
  mailboxPath,
  meetingPath,
  networkPath,
  overlegPath,
  personPath,
  planPath,
  weekPath,
} from '../shared/work-paths.ts'

interface LinkSettings {
  /** Where people reach Loket, without a slash at the end. */
  baseUrl: string
  linkKeys: LinkKeys
}

export function linkFor(notification: MailedNotification, { baseUrl, linkKeys }: LinkSettings): string {
  if (isEventNotification(notification)) {
    const { personal } = eventLinksFor(notification, { baseUrl, linkKeys })
    return notification.kind === 'activiteit-attest' ? attestPath(personal) : personal
  }
  switch (notification.kind) {
    case 'ontvangen':
    case 'ingetrokken':
    case 'stand':
    case 'navraag':
    case 'gegevens':
    case 'bericht': {
      const { reference: id, linkVersion: version } = notification
      return baseUrl + personalPath('status', linkToken(linkKeys, 'status', { id, version }))
    }
    case 'adres-bevestigen': {
      const { reference: id, asked: version } = notification
      return baseUrl + personalPath('adres', linkToken(linkKeys, 'adres', { id, version }))
    }
    case 'triage':
    case 'triage-ingetrokken':
    case 'ongeopend':
      return baseUrl + dossierPath(notification.reference)
    case 'taak': {
      const { reference, why } = notification
      // What is somebody else's by now, or erased, opens no more.
      if (why === 'kwijt' || why === 'bel-niet' || why === 'gewist') return baseUrl + weekPath
      return baseUrl + (why === 'plan-wissen' ? planPath(reference) : dossierPath(reference))
    }
    case 'overgedragen':
      return baseUrl + weekPath
    case 'toegang':
      return baseUrl + invitedPath(linkToken(linkKeys, 'toegang', { id: notification.invitation, version: 1 }))
    case 'niet-aangekomen':
      if (notification.aan === 'postbus') return baseUrl + networkPath
      return baseUrl + (notification.reference ? dossierPath(notification.reference) : homePath)
    case 'organisator':
      return baseUrl + organiserPath(notification)
    case 'postbus-bevestigen': {
      const { network, mailbox, asked: version } = notification
      return baseUrl + mailboxPath(linkToken(linkKeys, 'postbus', { id: mailboxId(network, mailbox), version }))
    }
    case 'postbus-verandert':
      return baseUrl + networkPath
    case 'agenda':
      return baseUrl + meetingPath(notification.on)
    case 'gekoppeld-uitnodiger':
      return baseUrl + personPath(notification.wie)
    case 'gekoppeld':
    case 'triage-overzicht':
    case 'dagoverzicht':
      return baseUrl + homePath
    case 'verder':
    case 'verloopt': {
      const { draft: id, linkVersion: version } = notification
      return baseUrl + personalPath('verder', linkToken(linkKeys, 'verder', { id, version }))
    }
    case 'overleg-taak':
      return baseUrl + overlegPath(notification.reference)
    case 'overleg-momenten':
    case 'overleg-erbij':
    case 'overleg-herinnering':
    case 'overleg-antwoord':
    case 'overleg-uitnodiging':
    case 'overleg-verplaatst':
    case 'overleg-afgelast':
    case 'overleg-morgen':
    // It opens nothing any more, and that mail does not show it.
    case 'overleg-niet-komen':
      return baseUrl + participantPath(notification, 'overleg', linkKeys)
    case 'plan-taak': {
      const { reference, why } = notification
      return baseUrl + (why === 'evaluatie' ? planPath(reference, 'evaluatie') : dossierPath(reference))
    }
    case 'plan-klaar':
    case 'plan-veranderd':
    case 'plan-afspraak':
    case 'plan-gestopt':
    // Nor does this one.
    case 'plan-niet-meer':
      return baseUrl + participantPath(notification, 'plan', linkKeys)
  }
}

/** The page on which the organiser does what the mail asks. */
function organiserPath({ event: slug, why }: OrganiserNotification): string {
  const home = eventHome({ slug })
  if (why === 'te-laat') return `${home}/genodigden?lijst=laat`
  if (why === 'niet-aangekomen') return `${home}/genodigden?lijst=niet-aangekomen`
  return why === 'morgen' ? `${home}/aanwezigheid` : home
}

/** The own page of somebody at the table. */
function participantPath(
  { reference, overleg: number, participant, linkVersion: version }: MailedNotification & { to: 'deelnemer' },
  purpose: 'overleg' | 'plan',
  linkKeys: LinkKeys,
): string {
  const id = participantId({ reference, number }, participant)
  return personalPath(purpose, linkToken(linkKeys, purpose, { id, version }))
}

/** Where mail about an event leads: the invitee's own page, everybody's, and out of all mail. */
export function eventLinksFor(
  { activiteit, genodigde: id, linkVersion: version }: EventNotification,
  { baseUrl, linkKeys }: LinkSettings,
) {
  return {
    personal: baseUrl + personalPath('uitnodiging', linkToken(linkKeys, 'uitnodiging', { id, version })),
    page: baseUrl + eventPath({ slug: activiteit }),
    unsubscribe: baseUrl + personalPath('afmelden', linkToken(linkKeys, 'afmelden', { id, version })),
  }
}

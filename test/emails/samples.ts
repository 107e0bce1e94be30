/** One notification of every kind, around the seed's dates. */
import { type Notification, type NotificationKind, notificationSchema } from '../../forms/kit/notifications.ts'

export const link = 'https://loket.example/status/LCO-7K3M-9QX2-4T.1.k1.abc'

export function sampleOf(kind: NotificationKind, form = 'lco-aanvraag'): Notification {
  const reference = form === 'vraag' ? 'VRG-7K3M-9QX2-4T' : 'LCO-7K3M-9QX2-4T'
  const dossier = { network: 'aalst', form, reference, linkVersion: 1 }
  const received = { ...dossier, receivedAt: '2021-05-20T12:05:00.000Z', answerBefore: '2021-05-28' }
  const draft = { network: 'aalst', form, draft: 'concept1', linkVersion: 1, expiresAt: '2021-06-03T22:20:00.000Z' }
  const standing = {
    state: form === 'vraag' ? 'doorverwezen' : 'toegewezen',
    answerBefore: '2021-05-28',
    holder: 'casemanager-aalst',
    offer: 'caw',
    on: '2021-06-04',
  }
  switch (kind) {
    case 'ontvangen':
      return { kind, to: 'aanvrager', ...received }
    case 'triage':
      return { kind, to: 'triage', ...received }
    case 'triage-overzicht':
      return { kind, to: 'triage', network: 'aalst', form, since: '2021-05-20T12:00:00.000Z' }
    case 'ingetrokken':
      return { kind, to: 'aanvrager', ...dossier }
    case 'triage-ingetrokken':
      return { kind, to: 'triage', ...dossier }
    case 'stand':
    case 'navraag':
      return { kind, to: 'aanvrager', ...dossier, ...standing }
    case 'taak':
      return { kind, to: 'medewerker', person: 'casemanager-aalst', ...dossier, why: 'toegewezen' }
    case 'ongeopend':
      return { kind, to: 'plaatsvervanger', ...received }
    case 'agenda':
      return { kind, to: 'triage', network: 'aalst', on: '2021-05-25' }
    case 'niet-aangekomen':
      return { kind, to: 'triage', network: 'aalst', reference, aan: 'aanvrager', fate: 'niet_aangekomen' }
    case 'toegang':
      return { kind, to: 'medewerker', network: 'aalst', person: 'casemanager-aalst-2', invitation: 'uitnodiging1' }
    case 'verder':
    case 'verloopt':
      return { kind, to: 'aanvrager', ...draft }
  }
}

/** Every kind there is. */
export const kinds = notificationSchema.options.map(({ shape }) => shape.kind.value)

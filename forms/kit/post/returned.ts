/** Who must hear that a mail did not arrive, or was called unwanted by who got it (docs/promises.md, "Nothing lost"). */
import { isBeside } from '../lifecycle/not-reached.ts'
import { whoHolds } from './mail.ts'
import type { Notification } from './notifications.ts'

/** The notification a mail that came back comes to; undefined when marking it is all that can be done. */
export function returnedTo(mail: Notification, fate: 'niet_aangekomen' | 'klacht'): Notification | undefined {
  // What it was about is not known any more: it stands in the list of mails that need a person.
  if (mail.kind === 'verouderd') return undefined
  // A draft has no dossier: whoever asked for the link sees on their own screen that no mail came.
  if ('draft' in mail) return undefined
  // Nor of an address that does not count yet, or not any more.
  if (isBeside(mail)) return undefined
  // An organiser sees in the list who has no answer; an invitation that came back asks nothing of the coordinators.
  if (mail.to === 'genodigde') return undefined
  // A round is sent to nobody itself.
  if (mail.to === 'deelnemers') return undefined
  if (mail.to === 'deelnemer') return notReached(mail, fate)
  const whose = mail.to
  // Each mail about a mail is about somebody nearer to the counter, so this ends: applicant → staff → deputy.
  if (mail.kind === 'niet-aangekomen' && mail.aan !== 'aanvrager') return undefined
  const about = {
    kind: 'niet-aangekomen' as const,
    network: mail.network,
    ...('reference' in mail && mail.reference ? { reference: mail.reference } : {}),
    aan: whose,
    fate,
  }
  switch (whose) {
    case 'aanvrager': {
      const holder = 'holder' in mail ? mail.holder : undefined
      return { ...about, ...whoHolds(holder) }
    }
    // The one that counts until then is perhaps replaced because it does not work.
    case 'postbus':
      return mail.kind === 'postbus-bevestigen' ? { ...about, to: 'medewerker', person: mail.by } : undefined
    case 'triage':
    case 'medewerker':
    case 'coordinator':
      return { ...about, to: 'plaatsvervanger' }
    case 'plaatsvervanger':
      return { ...about, to: 'triage' }
  }
}

/** Who holds the overleg calls them, or mends the address (docs/overleg.md §3). */
function notReached(
  { network, form, reference, overleg, holder }: Notification & { to: 'deelnemer' },
  fate: 'niet_aangekomen' | 'klacht',
): Notification {
  const unwanted = fate === 'klacht' ? { unwanted: true as const } : {}
  return {
    kind: 'overleg-taak',
    ...whoHolds(holder),
    network,
    form,
    reference,
    overleg,
    why: 'niet_bereikt',
    ...unwanted,
  }
}

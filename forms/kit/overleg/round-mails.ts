/** The mails that one round becomes: to each participant one, along the link they had when it was decided (docs/overleg.md §1). */
import type { Mail } from '../post/mail.ts'
import type { KnownNotification } from '../post/notifications.ts'
import { mailSubjectOf } from './rounds.ts'

type Round = KnownNotification & { kind: 'overleg-ronde' }

/**
 * `mailId`: of the round. Its end says what it is about, and so do the ids of its mails: taken apart again, or planned anew and
 * taken apart, they are the same mails.
 */
export function roundMails(mailId: string, round: Round): (Mail & { subject: string })[] {
  const { network, form, reference, overleg, mail, holder, revision, moment, version, on, aan } = round
  const about = mailId.slice(`ronde-${mail}-`.length)
  return aan.map(({ participant, linkVersion, inCalendar }) => ({
    subject: mailSubjectOf({ reference, number: overleg }, participant, linkVersion),
    mailId: `${mail}-${participant}-${about}`,
    notification: {
      kind: mail,
      to: 'deelnemer',
      ...{ network, form, reference, overleg, participant, linkVersion, revision },
      ...(holder === undefined ? {} : { holder }),
      ...(moment === undefined ? {} : { moment }),
      ...(inCalendar === undefined ? {} : { inCalendar }),
      ...(version === undefined ? {} : { version }),
      ...(on === undefined ? {} : { on }),
    },
  }))
}

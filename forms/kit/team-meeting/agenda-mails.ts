/** To whom the agenda of a meeting goes: everybody who sits there, each their own mail (docs/domain.md §5). */
import type { NetworkContent, Person } from '../content.ts'
import type { Role } from '../content-schema.ts'
import type { Mail } from '../post/mail.ts'
import type { Notification } from '../post/notifications.ts'
import { agendaSubject } from './agenda.ts'

const team: readonly Role[] = ['coordinator', 'bemiddelaar']

/** Who sits there and can be mailed. */
export const teamOf = ({ people }: Pick<NetworkContent, 'people'>): readonly Person[] =>
  people.filter(({ role, email }) => team.includes(role) && email.trim() !== '')

/** To whoever of the team has an address and is there that day. Made again they are the same mails. */
export const teamMails = (
  { network, on }: Extract<Notification, { kind: 'agenda' }>,
  content: Pick<NetworkContent, 'people'>,
  isAway: (person: string) => boolean,
): (Mail & { subject: string })[] =>
  teamOf(content)
    .filter(({ id }) => !isAway(id))
    .map(({ id }) => ({
      subject: agendaSubject(network),
      mailId: `${on}-${id}`,
      notification: { kind: 'agenda', to: 'medewerker', person: id, network, on },
    }))

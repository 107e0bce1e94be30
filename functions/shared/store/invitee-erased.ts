/** What an invitee leaves behind, for the transaction that forgets them (personal-data.ts). */
import { organiserSubject } from '../../../forms/kit/events/organiser-mails.ts'
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import { addressKey, addressTakenKey, inviteeKey, returnedKey, waitingKey } from './keys.ts'
import { type SeatChange, seatItems } from './seats.ts'
import type { TransactItems } from './transact.ts'

/** Somebody who is forgotten, and what they give back. */
export interface Leaving {
  invitee: Invitee
  seat?: SeatChange | undefined
}

/** On condition that nobody changed any of it since it was read. */
export function inviteeErased(TableName: string, { invitee, seat }: Leaving, now: Date): TransactItems {
  const { id, activiteit, adres, revisie, wacht } = invitee
  const gone = [addressKey(id), addressTakenKey(activiteit, adres), returnedKey(organiserSubject(activiteit), id)]
  return [
    {
      Delete: {
        TableName,
        Key: inviteeKey(id),
        ConditionExpression: 'revisie = :revisie',
        ExpressionAttributeValues: { ':revisie': revisie },
      },
    },
    // When nothing changes hands any more, the line would still name them.
    ...[...gone, ...(wacht && !seat ? [waitingKey(activiteit, wacht)] : [])].map((Key) => ({
      Delete: { TableName, Key },
    })),
    ...(seat ? seatItems(TableName, activiteit, seat, now) : []),
  ]
}

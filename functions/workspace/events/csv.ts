/** The list of invitees back to a spreadsheet; what comes in is forms/kit/events/list/. */
import { comingDays, type LoketEvent, sessionDay } from '../../../forms/kit/events/events.ts'
import { type Invitee, partyOf } from '../../../forms/kit/events/rsvp.ts'
import { brusselsLocal } from '../../../forms/kit/time.ts'
import { toCsv } from '../../shared/to-csv.ts'

const inWords: Record<string, string> = { ja: 'Ja', nee: 'Nee', op_de_hoogte: 'Op de hoogte' }

const header = ['Naam', 'Organisatie', 'Functie', 'E-mail', 'Antwoord', 'Wachtlijst', 'Te laat', 'Casus', 'Opmerking']

/** What only some events ask; what was there before keeps its column. */
const headerOf = ({ perSessie, vragen }: LoketEvent): string[] => [
  ...['Verdacht', 'Geantwoord op', 'Telefoon', 'Komt met', 'Met hoeveel', 'Was er'],
  ...(perSessie ? ['Dagen'] : []),
  ...vragen.map(({ vraag }) => vraag),
]

/** Who was invited and what they said, for a spreadsheet. */
export function inviteesCsv(
  event: LoketEvent,
  people: readonly { invitee: Invitee; email: string | undefined }[],
): string {
  const rows = people.map(({ invitee, email }) =>
    [
      invitee.naam,
      invitee.organisatie,
      invitee.functie,
      email,
      invitee.antwoord ? inWords[invitee.antwoord] : 'Geen antwoord',
      invitee.wacht ? 'Ja' : 'Nee',
      invitee.laat ? inWords[invitee.laat.antwoord] : '',
      invitee.casus ? 'Ja' : 'Nee',
      invitee.opmerking,
      invitee.verdacht ? 'Ja' : 'Nee',
      invitee.answeredAt ? brusselsLocal(new Date(invitee.answeredAt)).replace('T', ' ') : '',
      invitee.phone,
      invitee.collegas?.map(({ naam }) => naam).join(', '),
      String(partyOf(invitee)),
      invitee.aanwezig?.length ? 'Ja' : 'Nee',
      ...(event.perSessie ? [daysOf(event, invitee).join('; ')] : []),
      ...event.vragen.map(({ id }) => invitee.eigen?.[id]),
    ].map((cell) => cell ?? ''),
  )
  return toCsv([[...header, ...headerOf(event)], ...rows])
}

/** The days somebody chose, in words. */
export const daysOf = (event: LoketEvent, { sessies = [] }: Invitee): string[] =>
  comingDays(event, sessies).map(sessionDay)

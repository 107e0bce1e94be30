/** The list of invitees back to a spreadsheet; what comes in is forms/kit/events/list/. */
import type { Invitee } from '../../../forms/kit/events/rsvp.ts'
import { brusselsLocal } from '../../../forms/kit/time.ts'
import { toCsv } from '../to-csv.ts'

const inWords: Record<string, string> = { ja: 'Ja', nee: 'Nee', op_de_hoogte: 'Op de hoogte' }

const header = ['Naam', 'Organisatie', 'Functie', 'E-mail', 'Antwoord', 'Wachtlijst', 'Te laat', 'Casus', 'Opmerking']

/** Who was invited and what they said, for a spreadsheet. */
export function inviteesCsv(people: readonly { invitee: Invitee; email: string | undefined }[]): string {
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
    ].map((cell) => cell ?? ''),
  )
  return toCsv([[...header, 'Verdacht', 'Geantwoord op'], ...rows])
}

/** An organiser's lists in words. */
import type { InviteeList } from '../../../forms/kit/events/rsvp.ts'

export const listNames: Record<InviteeList, string> = {
  nieuw: 'Nog niet uitgenodigd',
  open: 'Geen antwoord',
  ja: 'Neemt deel',
  wacht: 'Op de wachtlijst',
  nee: 'Kan niet',
  op_de_hoogte: 'Op de hoogte houden',
  laat: 'Te laat, te beslissen',
  verdacht: 'Verdacht, na te kijken',
}

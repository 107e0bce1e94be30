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

/** A list of the page of invitees: the eight, and who was not reached, whatever they answered. */
export const notReached = 'niet-aangekomen'
export type Filter = InviteeList | typeof notReached

/** In the order of what cannot wait, as a number stands before it; and as the tag of one person. */
export const filters: readonly { filter: Filter; title: string; inCount: string; tag: string; tone: string }[] = [
  { filter: 'ja', title: listNames.ja, inCount: 'neemt deel', tag: 'komt', tone: 'tag ok' },
  {
    filter: 'wacht',
    title: listNames.wacht,
    inCount: 'op de wachtlijst',
    tag: 'wacht op een plaats',
    tone: 'tag wait',
  },
  { filter: 'laat', title: listNames.laat, inCount: 'te laat', tag: 'te laat', tone: 'tag late' },
  { filter: notReached, title: 'Niet aangekomen', inCount: 'niet aangekomen', tag: '', tone: '' },
  {
    filter: 'verdacht',
    title: listNames.verdacht,
    inCount: 'verdacht, na te kijken',
    tag: 'verdacht',
    tone: 'tag late',
  },
  { filter: 'op_de_hoogte', title: listNames.op_de_hoogte, inCount: 'op de hoogte', tag: 'op de hoogte', tone: 'tag' },
  { filter: 'nee', title: listNames.nee, inCount: 'kan niet', tag: 'kan niet', tone: 'tag shut' },
  { filter: 'open', title: listNames.open, inCount: 'zonder antwoord', tag: 'geen antwoord', tone: 'tag shut' },
  {
    filter: 'nieuw',
    title: listNames.nieuw,
    inCount: 'nog niet uitgenodigd',
    tag: 'niet uitgenodigd',
    tone: 'tag shut',
  },
]

export type Counts = Record<Filter, number>

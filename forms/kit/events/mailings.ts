/** What an organiser mails to many, in fixed words: the page shows them before, the mail says them (emails/event-kinds.ts). */
import { eventDay, type LoketEvent } from './events.ts'

export const mailings = {
  praktisch: {
    heading: 'Binnenkort is het zover',
    paragraphs: ['Hieronder vindt u nog eens alles wat u moet weten.'],
    button: 'Bekijk hoe u deelneemt',
  },
  vervolg: {
    heading: 'Er is nieuws over deze activiteit',
    paragraphs: ['U vroeg om op de hoogte te blijven. Op de pagina van de activiteit leest u het nieuws.'],
    button: 'Bekijk de activiteit',
  },
} as const

/** The invitation: who invites and why, where the event says so. */
export const invitationWords = (event: LoketEvent) => ({
  heading: `Komt u op ${eventDay(event)}?`,
  paragraphs: [inviterWords(event)],
  button: 'Geef uw antwoord',
})

/** "Hanne Goossens van Stad Aalst nodigt u uit, omdat u met deze gezinnen werkt." */
const inviterWords = ({ invitedBy, organisator, reason }: LoketEvent): string =>
  `${invitedBy ? `${invitedBy} van ${organisator}` : organisator} nodigt u uit${reason ? `, omdat ${reason}` : ''}.`

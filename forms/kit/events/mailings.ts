/** What an organiser mails to many, in fixed words: the page shows them before, the mail says them (emails/event-kinds.ts). */
export const mailings = {
  praktisch: {
    heading: 'Binnenkort is het zover',
    paragraphs: ['Hieronder vindt u nog eens alles wat u moet weten.'],
  },
  vervolg: {
    heading: 'Er is nieuws over deze activiteit',
    paragraphs: ['U vroeg om op de hoogte te blijven. Op de pagina van de activiteit leest u het nieuws.'],
  },
} as const

/** The words of mail about an account that was bound: an invitation can be forwarded, and then somebody must notice. */
import { accountInWords } from '../forms/kit/account.ts'
import type { Notification } from '../forms/kit/post/notifications.ts'
import { dayInWords, timeInWords } from '../forms/kit/time.ts'
import type { Fact, MailContext, Words } from './content.ts'

type Bound = Extract<Notification, { kind: 'gekoppeld' | 'gekoppeld-uitnodiger' }>
type Put = { [Kind in Bound['kind']]: (notification: Extract<Bound, { kind: Kind }>, context: MailContext) => Words }

export const accountWords: Put = {
  gekoppeld: (notification, { network, link }) => ({
    subject: `Uw account is gekoppeld · ${network.naam}`,
    preview: 'Was u dit niet? Bel ons meteen.',
    heading: 'Uw account is gekoppeld',
    paragraphs: [
      'Dag,',
      'Uw uitnodiging voor de werkruimte is aangenomen. Wie met dit account aanmeldt, werkt er op uw naam.',
    ],
    facts: factsOf(notification, network.naam),
    next: [
      'Was u dit? Dan hoeft u niets te doen.',
      `Was u dit niet? Bel meteen ${network.telefoon}. De coördinator koppelt het account los.`,
    ],
    button: { label: 'Open de werkruimte', href: link },
    closing: ['Welk account het is, ziet de coördinator bij Mensen.'],
  }),

  'gekoppeld-uitnodiger': (notification, { network, link }) => {
    const whose = network.mensen.find(({ id }) => id === notification.wie)?.naam ?? 'een medewerker'
    return {
      subject: `Een account is gekoppeld · ${network.naam}`,
      preview: 'Kijk na of het het juiste account is.',
      heading: `Het account van ${whose} is gekoppeld`,
      paragraphs: [
        'Dag,',
        `Uw uitnodiging voor ${whose} is aangenomen. Wie met dit account aanmeldt, werkt op naam van ${whose}.`,
      ],
      facts: [['Voor', whose], ...factsOf(notification, network.naam)],
      next: [
        'Kijk bij Mensen welk account het is.',
        `Is het niet van ${whose}? Kies daar “Koppel los”, en nodig opnieuw uit.`,
      ],
      button: { label: 'Bekijk het account', href: link },
      closing: ['Een uitnodiging kan doorgestuurd zijn. Daarom mailen we u dit.'],
    }
  },
}

function factsOf({ boundAt, account }: Bound, network: string): Fact[] {
  const moment = new Date(boundAt)
  return [
    ['Netwerk', network],
    ['Gekoppeld', `${dayInWords(moment)} om ${timeInWords(moment)}`],
    ['Soort account', accountInWords[account]],
  ]
}

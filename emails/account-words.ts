/** The words of mail about accounts. An invitation can be forwarded: then somebody must notice that it was bound. */
import { accountInWords, invitationSeconds } from '../forms/kit/account.ts'
import { personOf } from '../forms/kit/content.ts'
import type { Notification } from '../forms/kit/post/notifications.ts'
import { addSeconds, momentInWords } from '../forms/kit/time.ts'
import type { Fact, WordsOf } from './content.ts'

type Bound = Extract<Notification, { kind: 'gekoppeld' | 'gekoppeld-uitnodiger' }>

export const accountWords: WordsOf<'toegang' | Bound['kind']> = {
  toegang: (_, { network, link, decidedAt }) => ({
    subject: `Uw toegang tot de werkruimte · ${network.name}`,
    preview: 'Meld aan met het account van uw organisatie.',
    heading: 'Welkom in de werkruimte',
    paragraphs: [
      'Dag,',
      `De coördinator van ${network.name} nodigt u uit om in Loket te werken. De uitnodiging werkt één keer.`,
    ],
    facts: [
      ['Netwerk', network.name],
      ['Werkt tot', momentInWords(addSeconds(decidedAt, invitationSeconds))],
    ],
    next: ['Meld aan met het account van uw organisatie.', 'Bevestig daarna dat u het bent.'],
    button: { label: 'Neem de uitnodiging aan', href: link },
    closing: ['Deze link is van u alleen. Stuur hem niet door.', `Niet verwacht? Bel ${network.phone}.`],
  }),

  gekoppeld: (notification, { network, link }) => ({
    subject: `Uw account is gekoppeld · ${network.name}`,
    preview: 'Was u dit niet? Bel ons meteen.',
    heading: 'Uw account is gekoppeld',
    paragraphs: [
      'Dag,',
      'Uw uitnodiging voor de werkruimte is aangenomen. Wie met dit account aanmeldt, werkt er op uw naam.',
    ],
    facts: factsOf(notification, network.name),
    next: [
      'Was u dit? Dan hoeft u niets te doen.',
      `Was u dit niet? Bel meteen ${network.phone}. De coördinator koppelt het account los.`,
    ],
    button: { label: 'Open de werkruimte', href: link },
    closing: ['Welk account het is, ziet de coördinator bij Mensen.'],
  }),

  'gekoppeld-uitnodiger': (notification, { network, content, link }) => {
    const whose = personOf(content, notification.wie)?.name ?? 'een medewerker'
    return {
      subject: `Een account is gekoppeld · ${network.name}`,
      preview: 'Kijk na of het het juiste account is.',
      heading: `Het account van ${whose} is gekoppeld`,
      paragraphs: [
        'Dag,',
        `Uw uitnodiging voor ${whose} is aangenomen. Wie met dit account aanmeldt, werkt op naam van ${whose}.`,
      ],
      facts: [['Voor', whose], ...factsOf(notification, network.name)],
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
  return [
    ['Netwerk', network],
    ['Gekoppeld', momentInWords(new Date(boundAt))],
    ['Soort account', accountInWords[account]],
  ]
}

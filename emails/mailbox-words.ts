/** The words of mail about a mailbox that somebody changes. */
import { personOf } from '../forms/kit/content.ts'
import { mailboxInWords } from '../forms/kit/manage/in-words.ts'
import { confirmedBefore } from '../forms/kit/manage/mailboxes-page.ts'
import type { MailboxNotification } from '../forms/kit/post/mailbox-notifications.ts'
import { momentInWords } from '../forms/kit/time.ts'
import type { WordsOf } from './content.ts'

export const mailboxWords: WordsOf<MailboxNotification['kind']> = {
  'postbus-bevestigen': ({ mailbox, asked }, { network, link }) => ({
    subject: `Wordt deze postbus gelezen? · ${network.name}`,
    preview: 'Druk op de knop als dit klopt.',
    heading: 'Wordt deze postbus gelezen?',
    paragraphs: [
      'Dag,',
      `${network.name} wil mails van Loket op dit adres krijgen. Dat begint pas als u het hier bevestigt.`,
    ],
    facts: [
      ['Netwerk', network.name],
      ['Waarvoor', mailboxInWords[mailbox]],
      ['Bevestigen kan tot', momentInWords(confirmedBefore({ askedAt: new Date(asked).toISOString() }))],
    ],
    next: ['Klopt het? Druk op de knop.', 'Klopt het niet? Dan hoeft u niets te doen.'],
    button: { label: 'Bevestig deze postbus', href: link },
    closing: [`Vragen? Bel ${network.phone}.`],
  }),

  'postbus-verandert': ({ mailbox, by }, { network, content, link }) => ({
    subject: `Deze postbus wordt vervangen · ${network.name}`,
    preview: 'Wist u dit niet? Bel ons.',
    heading: 'Deze postbus wordt vervangen',
    paragraphs: [
      'Dag,',
      `${personOf(content, by)?.name ?? 'Een coördinator'} vroeg een ander adres in de plaats van dit. Zodra dat bevestigd is, komen de mails daar aan.`,
    ],
    facts: [
      ['Netwerk', network.name],
      ['Waarvoor', mailboxInWords[mailbox]],
    ],
    next: ['Wist u dit? Dan hoeft u niets te doen.', `Wist u dit niet? Bel ${network.phone}.`],
    button: { label: 'Bekijk de postbussen', href: link },
    closing: ['Tot dan komen de mails hier aan.'],
  }),
}

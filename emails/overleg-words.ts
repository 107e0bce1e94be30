/**
 * The words of mail to who sits at the table of an overleg. They open it where others may look on: nothing of the client, the place,
 * the online link, who else comes or what anybody said (docs/overleg.md §4).
 */
import { isPast, upcoming } from '../forms/kit/overleg/moments.ts'
import { comesTo } from '../forms/kit/overleg/said.ts'
import type { NotificationOf, OverlegContext, OverlegMail, OverlegMailKind, Words, WordsOf } from './content.ts'
import { type Contact, called, contactOf, hourOf, isNeutral, isOfClient } from './overleg-facts.ts'
import { guestMail, type Told } from './table-mail.ts'

type Kind = Exclude<OverlegMailKind, 'overleg-taak'>

interface Telling {
  notification: NotificationOf<Kind>
  context: OverlegContext
  contact: Contact
  is: ReturnType<typeof called>
}

interface ToldOfHour extends Told {
  /** It says the hour. */
  hour?: true
}

const file = 'In deze mail zit een bestand voor uw agenda.'
const tellNo = 'Nee is ook een goed antwoord.'

const told: Record<Kind, (telling: Telling) => ToldOfHour> = {
  'overleg-momenten': (telling) => ({
    subject: 'Wanneer kunt u?',
    paragraphs: [`U bent gevraagd voor ${whatFor(telling)}`, 'Duid aan wanneer u kunt. Dat duurt een minuut.'],
    button: 'Zeg wanneer u kunt',
  }),

  'overleg-erbij': () => ({
    subject: 'Nieuwe momenten',
    paragraphs: ['Er kwamen momenten bij. Wat u al antwoordde, blijft.'],
    button: 'Zeg wanneer u kunt',
  }),

  'overleg-herinnering': () => ({
    subject: 'Laat u nog iets weten?',
    paragraphs: [`We hebben nog geen antwoord van u. ${tellNo}`],
    button: 'Zeg wanneer u kunt',
  }),

  'overleg-antwoord': ({ notification, context: { about }, contact }) => ({
    subject: 'Uw antwoord is bewaard',
    paragraphs: [
      `We bewaarden uw antwoord.${canChange(notification, about) ? ' U kunt het nog wijzigen.' : ''}`,
      `Was u dit niet? Bel ${contact.name}, ${contact.phone}.`,
    ],
    button: 'Bekijk uw antwoord',
  }),

  'overleg-uitnodiging': ({ context: { about }, is }) => ({
    subject: `Uitnodiging voor ${is.a}`,
    paragraphs: [
      `${is.The} ligt vast. Komt u?`,
      `${about.overleg?.hasPlace ? 'De plaats staat op uw pagina.' : 'Waar en hoe leest u op uw pagina.'} ${file}`,
    ],
    button: 'Bekijk en antwoord',
    hour: true,
  }),

  'overleg-verplaatst': ({ is }) => ({
    subject: `${is.The} is verplaatst`,
    paragraphs: ['De nieuwe datum staat hieronder en op uw pagina.', 'Uw vorige antwoord telt niet meer. Komt u?'],
    button: 'Bekijk en antwoord',
    hour: true,
  }),

  'overleg-afgelast': ({ notification, is }) => ({
    subject: `${is.The} gaat niet door`,
    paragraphs: [
      `U hoeft niets te doen.${notification.inCalendar === undefined ? '' : ` Het bestand in deze mail haalt ${is.it} uit uw agenda.`}`,
    ],
    button: 'Bekijk de pagina',
  }),

  'overleg-niet-komen': ({ is }) => ({
    subject: 'U hoeft niet te komen',
    paragraphs: [`Wij vroegen u voor ${is.a}. U hoeft niet te komen, en niets meer te doen.`, 'Dank u voor uw tijd.'],
  }),

  'overleg-morgen': ({ notification, context: { about }, is }) => ({
    subject: `Morgen is ${is.the}`,
    hour: true,
    ...(comesTo(about.said, notification.moment?.number) === 'ja'
      ? {
          paragraphs: [
            notification.moment ? `Tot morgen om ${hourOf(notification.moment)}.` : 'Tot morgen.',
            'Waar en hoe staat op uw pagina. Kunt u toch niet? Laat het weten.',
          ],
          button: 'Bekijk waar en hoe',
        }
      : { paragraphs: [`We weten nog niet of u komt. ${tellNo}`], button: 'Laat het weten' }),
  }),
}

/** What somebody is asked for; to who is close to the client no more than that. */
function whatFor({ context: { form, about }, is }: Telling): string {
  if (!isOfClient(form) || isNeutral(about.who)) return `${is.a}.`
  return `${form.subject}. De cliënt weet dit en gaat akkoord.`
}

/** What was said of the moments stands once one is fixed; whether somebody comes, can change until it begins. */
function canChange({ moment }: Telling['notification'], { overleg, now }: OverlegMail): boolean {
  if (overleg?.state === 'gepolst') return upcoming(overleg.moments, now).length > 0
  return overleg?.state === 'vastgelegd' && moment !== undefined && !isPast(moment, now)
}

const wordsFor =
  (kind: Kind) =>
  (notification: NotificationOf<Kind>, context: OverlegContext): Words => {
    const { about, form, link, network, content } = context
    const { overleg: held, who } = about
    const contact = contactOf({ held, who }, network, content)
    const { hour, ...words } = told[kind]({ notification, context, contact, is: called(about) })
    const { reference, moment } = notification
    return guestMail(words, { reference, contact, form, link, moment: hour && moment })
  }

const kinds = Object.keys(told) as Kind[]

/** Each with its own words, in one frame. */
export const overlegWords = Object.fromEntries(kinds.map((kind) => [kind, wordsFor(kind)])) as WordsOf<Kind>

/**
 * The words of mail about a plan to who sits at its table. They open it where others may look on: nothing of the client, of what was
 * agreed, of who does what, and no typed word; the day of an afspraak of theirs at most (docs/overleg.md §9, §10).
 */
import { ownAfspraken, seesWhole } from '../forms/kit/plan/who-sees.ts'
import { addDays, brusselsDate, dateInWords } from '../forms/kit/time.ts'
import type { NotificationOf, PlanContext, PlanMailKind, Words, WordsOf } from './content.ts'
import { contactOf, isNeutral, isOfClient } from './overleg-facts.ts'
import { guestMail, type Told } from './table-mail.ts'

type Kind = Exclude<PlanMailKind, 'plan-taak'>

interface Telling {
  notification: NotificationOf<Kind>
  /** Brussels date on which it leaves. */
  today: string
  /** What is read on their page. */
  does: boolean
  readsAll: boolean
  /** The mail may say that there is a client: not to who is close to them, and not where none sits at the table. */
  ofClient: boolean
}

const told: Record<Kind, (telling: Telling) => Told> = {
  'plan-klaar': (telling) => ({
    subject: 'Het plan staat klaar',
    paragraphs: [
      `${telling.ofClient ? 'De cliënt ging akkoord met het plan.' : 'Het plan ligt vast.'} ${telling.does ? 'Op uw pagina staat wat u doet.' : 'Op uw pagina leest u het plan.'}`,
      'Geen account nodig.',
    ],
    button: buttonFor(telling),
  }),

  'plan-veranderd': (telling) => ({
    subject: 'Het plan is veranderd',
    paragraphs: [
      `${telling.ofClient ? 'De cliënt ging akkoord met een nieuwe versie.' : 'Er is een nieuwe versie.'} Op uw pagina staat wat er voor u verandert.`,
    ],
    button: buttonFor(telling),
  }),

  'plan-afspraak': ({ notification: { on = '' }, today }) => ({
    subject: 'U hebt een afspraak',
    ...(today > on
      ? {
          paragraphs: [
            `${dayBefore(on, today)} liep een afspraak van u af.`,
            'Hoe is het? Nee is ook een goed antwoord.',
          ],
          button: 'Laat het weten',
        }
      : {
          paragraphs: [
            `Op ${dateInWords(on)} loopt een afspraak van u af.`,
            'Gedaan? Duid het aan. Lukt het niet? Zeg het, dan bellen we u.',
          ],
          button: 'Bekijk uw afspraken',
        }),
  }),

  'plan-gestopt': (telling) => ({
    subject: 'Het plan is gestopt',
    paragraphs: [`De afspraken stoppen. ${ownHelp(telling)}`, 'Dank u voor wat u deed.'],
    button: 'Bekijk de pagina',
  }),

  'plan-niet-meer': (telling) => ({
    subject: 'U hoeft niets meer te doen',
    paragraphs: telling.does
      ? [`Uw afspraken in het plan stoppen. ${ownHelp(telling)}`, 'Dank u voor wat u deed.']
      : ['U leest het plan niet meer mee. Uw link werkt niet meer.', 'Dank u voor uw tijd.'],
  }),
}

const buttonFor = ({ does, readsAll }: Telling): string => (readsAll && !does ? 'Lees het plan' : 'Bekijk uw afspraken')

/** What somebody does of their own accord is no part of a plan. */
const ownHelp = ({ ofClient }: Telling): string =>
  ofClient ? 'Uw eigen hulp aan de cliënt loopt door.' : 'Uw eigen hulp loopt door.'

/** It leaves a day later when no mail could leave before. */
const dayBefore = (on: string, today: string): string =>
  addDays(on, 1) === today ? `Gisteren, ${dateInWords(on)},` : `Op ${dateInWords(on)}`

const wordsFor =
  (kind: Kind) =>
  (notification: NotificationOf<Kind>, { about, form, link, network, content }: PlanContext): Words => {
    const { plan, who, now } = about
    const running = plan?.running
    const { participant, reference } = notification
    const words = told[kind]({
      notification,
      today: brusselsDate(now),
      does: running !== undefined && ownAfspraken(running, participant).length > 0,
      readsAll: running !== undefined && seesWhole(running, participant),
      ofClient: isOfClient(form) && !isNeutral(who),
    })
    return guestMail(words, { reference, contact: contactOf({ held: plan, who }, network, content), form, link })
  }

const kinds = Object.keys(told) as Kind[]

/** Each with its own words, in one frame. */
export const planWords = Object.fromEntries(kinds.map((kind) => [kind, wordsFor(kind)])) as WordsOf<Kind>

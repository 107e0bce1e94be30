/** The words of mail about an overleg to who holds it, by the reason; a reason without words fails to compile. */
import { addDays, brusselsDate, dateInWords } from '../forms/kit/time.ts'
import type { NotificationOf, OverlegMail, WordsOf } from './content.ts'
import { called } from './overleg-facts.ts'
import { staffMail, type Told } from './table-mail.ts'

type Task = NotificationOf<'overleg-taak'>

const tasks: Record<Task['why'], (task: Task, about: OverlegMail) => Told> = {
  niet_bereikt: ({ unwanted }) => ({
    subject: 'Niet bereikt',
    paragraphs: unwanted
      ? [
          'Een mail aan iemand van de tafel werd als ongewenst gemeld. De volgende mails komen daar misschien niet meer aan.',
          'Bel, of verbeter het adres. De oude link werkt dan niet meer.',
        ]
      : [
          'Een mail aan iemand van de tafel kwam terug. Die weet dus nog niets.',
          'Bel, of verbeter het adres. De oude link werkt dan niet meer.',
        ],
  }),

  komt_niet: (_, about) => ({
    subject: 'Iemand kan niet komen',
    paragraphs: [`Iemand van de tafel komt niet. Kijk of ${called(about).the} kan doorgaan.`],
  }),

  momenten_voorbij: () => ({
    subject: 'De momenten zijn voorbij',
    paragraphs: ['Er ligt nog niets vast. Stel nieuwe momenten voor.'],
  }),

  gehouden: ({ on }, about) => {
    const { the, it } = called(about)
    return {
      subject: `Is ${the} gehouden?`,
      paragraphs: [`${dayBefore(on, about)} was ${the}. Zeg of ${it} er kwam. Schrijf dan het verslag.`],
      button: 'Zeg hoe het ging',
    }
  },
}

/** The next working day after a Friday is no day after. */
const dayBefore = (on: string | undefined, { now }: OverlegMail): string =>
  on === undefined || addDays(on, 1) === brusselsDate(now) ? 'Gisteren' : `Op ${dateInWords(on)}`

export const overlegTaskWords: WordsOf<'overleg-taak'> = {
  'overleg-taak': (notification, { about, link }) => {
    const button = `Open ${called(about).the}`
    return staffMail({ button, ...tasks[notification.why](notification, about) }, notification.reference, link)
  },
}

/** The words of mail about a plan to who holds it, or stands in, by the reason; a reason without words fails to compile. */
import { brusselsDate, dateInWords } from '../forms/kit/time.ts'
import type { NotificationOf, WordsOf } from './content.ts'
import { type Contact, contactOf, noRole } from './overleg-facts.ts'
import { staffMail, type Told } from './table-mail.ts'

type Task = NotificationOf<'plan-taak'>

interface Telling {
  /** In words, and whether that is today, in Brussels. */
  day: string
  isToday: boolean
  /** Who holds it, or nobody. */
  holder: Contact | undefined
}

const tasks: Record<Task['why'], (telling: Telling) => Told> = {
  evaluatie: ({ day, isToday }) => ({
    // A day later it would say something that is not so.
    subject: isToday ? 'Evaluatie vandaag' : 'Evaluatie van het plan',
    paragraphs: [
      `${isToday ? 'Vandaag kijkt u samen naar het plan.' : `De evaluatie van dit plan was op ${day}.`} Begin met wat gelukt is.`,
    ],
    button: 'Open de evaluatie',
  }),

  evaluatie_gemist: ({ day, holder }) => ({
    subject: 'Evaluatie niet gebeurd',
    paragraphs: [
      `De evaluatie van een plan moest op ${day}. U krijgt deze mail als plaatsvervanger.`,
      holder ? `Bel ${inWords(holder)}, of doe ze zelf.` : 'Doe ze zelf, of wijs het dossier toe.',
    ],
    button: 'Open het dossier',
  }),
}

/** Without a role that people know: by name. */
const inWords = ({ label, name }: Contact): string => (label === noRole ? name : `de ${label.toLowerCase()}`)

export const planTaskWords: WordsOf<'plan-taak'> = {
  'plan-taak': ({ why, on, reference }, { about: { plan, now }, link, network, content }) => {
    const contact = plan?.holder === undefined ? undefined : contactOf({ held: plan }, network, content)
    const telling = { day: dateInWords(on), isToday: brusselsDate(now) === on, holder: contact }
    return staffMail(tasks[why](telling), reference, link, why === 'evaluatie_gemist' ? contact : undefined)
  },
}

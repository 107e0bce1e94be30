/**
 * What whoever asked adds once it is sent (docs/domain.md §4). It is read by who may open the dossier and by nobody else, and makes
 * no reminder wait: whoever waits for us does not wait longer by writing.
 */
import { type MailPlan, promise, whoHolds } from '../post/mail.ts'
import type { Page } from '../questions/page.ts'
import type { TextQuestion } from '../questions/questions.ts'
import { addSeconds } from '../time.ts'
import type { Dossier } from './dossier.ts'
import { aboutOf } from './to-applicant.ts'

/** To one dossier: more than that is a conversation. */
export const mostAdditions = 20

const addition: TextQuestion = {
  kind: 'longText',
  name: 'toevoeging',
  label: 'Wat wilt u nog meegeven?',
  hint: 'Bijvoorbeeld een telefoonnummer dat u vergat. Tot 1.000 tekens. Geen volledige naam en geen rijksregisternummer.',
  error: 'Schrijf wat u nog wilt meegeven',
  max: 1000,
}

export const additionPage = {
  slug: 'toevoegen',
  title: 'Voeg iets toe',
  questions: [addition],
} as const satisfies Page

/** Once it is closed or stopped, nobody looks for what comes after. */
export const mayAdd = ({ ttl }: Pick<Dossier, 'ttl'>): boolean => ttl === undefined

/** Seconds: of what is added in one clock hour, one mail tells. */
const hour = 3600

/**
 * Whoever has it hears of it, else triage: once an hour at most, at the end of the hour, so that ten of them are one mail. It is put
 * once, by whoever is first. Who loses the dossier meanwhile is not told; who gets it sees it there (forms/kit/post/over.ts).
 */
export function additionMails(dossier: Dossier, now: Date): MailPlan {
  const { reference } = dossier
  const since = new Date(Math.floor(now.getTime() / (hour * 1000)) * hour * 1000)
  return promise({
    subject: reference,
    mailId: `toegevoegd-${since.toISOString().slice(0, 13)}`,
    notification: { kind: 'taak', ...whoHolds(dossier.holder), ...aboutOf(dossier), why: 'toegevoegd' },
    dueAt: addSeconds(since, hour),
    undoable: true,
  })
}

/** The words of every kind of mail (docs/words.md). A kind without words fails to compile. */
import type { MailedKind } from '../forms/kit/post/notifications.ts'
import { accountWords } from './account-words.ts'
import { applicantWords } from './applicant-words.ts'
import type { WordsOf } from './content.ts'
import { draftWords } from './draft-words.ts'
import { eventWords } from './event-kinds.ts'
import { mailboxWords } from './mailbox-words.ts'
import { organiserWords } from './organiser-words.ts'
import { overlegTaskWords } from './overleg-task-words.ts'
import { overlegWords } from './overleg-words.ts'
import { planTaskWords } from './plan-task-words.ts'
import { planWords } from './plan-words.ts'
import { reachWords } from './reach-words.ts'
import { teamWords } from './team-words.ts'

export const words: WordsOf<MailedKind> = {
  ...applicantWords,
  ...teamWords,
  ...draftWords,
  ...reachWords,
  ...accountWords,
  ...mailboxWords,
  ...eventWords,
  ...organiserWords,
  ...overlegWords,
  ...overlegTaskWords,
  ...planWords,
  ...planTaskWords,
}

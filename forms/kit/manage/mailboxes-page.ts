/** The mailboxes of a network, as a coordinator types them: one that changes counts once it is confirmed there. */
import type { Person } from '../content.ts'
import { type AwaitedMailbox, type MailboxName, mailboxNames, type StoredContent } from '../content-schema.ts'
import type { MailPlan } from '../post/mail.ts'
import { promise } from '../post/mail.ts'
import type { Answers, RawInput } from '../questions/answers.ts'
import type { Page } from '../questions/page.ts'
import { addSeconds, secondsPerDay } from '../time.ts'
import type { Wanted } from './entries.ts'
import { mailboxInWords } from './in-words.ts'

/** Days in which a new address can be confirmed. */
const confirmDays = 14

const hints: Readonly<Record<MailboxName, string>> = {
  triage: 'Hier komt een mail bij elke nieuwe aanvraag. Kies een postbus die elke werkdag gelezen wordt.',
  deputy: 'Hier gaat de mail heen als niemand een aanvraag opent, of als een mail niet aankomt.',
  reply: 'Hier komen antwoorden van mensen op onze mails aan.',
}

export const mailboxesPage: Page = {
  slug: 'postbussen',
  title: 'Postbussen',
  questions: mailboxNames.map((name) => ({
    kind: 'email',
    name,
    label: mailboxInWords[name],
    hint: hints[name],
    error: 'Vul één e-mailadres in, bijvoorbeeld onthaal@gemeente.be',
  })),
  rules: [
    {
      about: 'deputy',
      check: ({ triage, deputy }) =>
        triage !== undefined && triage === deputy
          ? {
              name: 'deputy',
              message: 'Kies een andere postbus dan die voor nieuwe aanvragen. Ze is er voor als die niet werkt',
            }
          : undefined,
    },
  ],
}

/** Filled in with what counts now. */
export const typedMailboxes = ({ mailboxes }: Pick<StoredContent, 'mailboxes'>): RawInput =>
  new Map(mailboxNames.map((name) => [name, [mailboxes[name] ?? '']]))

/** Not confirmed yet, and still to confirm. */
export const isAwaited = (asked: AwaitedMailbox | undefined, now: Date): asked is AwaitedMailbox =>
  asked !== undefined && asked.confirmedAt === undefined && now < confirmedBefore(asked)

export const confirmedBefore = ({ askedAt }: Pick<AwaitedMailbox, 'askedAt'>): Date =>
  addSeconds(new Date(askedAt), confirmDays * secondsPerDay)

/** All mail about the mailboxes of a network. */
export const mailsAboutMailboxes = (network: string): string => `POSTBUS-${network}`
/** Id of the mail to an address that was asked for at that moment. */
export const confirmMailId = (name: MailboxName, askedAt: string): string => `bevestig-${name}-${Date.parse(askedAt)}`

interface Asked {
  network: string
  by: Pick<Person, 'id'>
  now: Date
}

export interface MailboxChange {
  wanted: Wanted[]
  mails: MailPlan
}

/** What was typed comes to addresses to confirm, or back to the one that counts; with a mail to the new one and to the old. */
export function askMailboxes(
  { mailboxes, awaited }: Pick<StoredContent, 'mailboxes' | 'awaited'>,
  answers: Answers,
  { network, by, now }: Asked,
): MailboxChange {
  const askedAt = now.toISOString()
  const changed = mailboxNames.filter((name) => String(answers[name]) !== mailboxes[name])
  const kept = mailboxNames.filter((name) => !changed.includes(name) && isAwaited(awaited[name], now))
  const asked = changed.filter((name) => !(isAwaited(awaited[name], now) && awaited[name]?.address === answers[name]))
  const about = { network, to: 'postbus', by: by.id, asked: now.getTime() } as const
  return {
    wanted: [
      ...kept.map((key): Wanted => ({ of: 'awaited', key })),
      ...asked.map((key): Wanted => {
        const previous = mailboxes[key]
        const to = { address: String(answers[key]), ...(previous ? { previous } : {}), by: by.id, askedAt }
        return { of: 'awaited', key, to }
      }),
    ],
    mails: promise(
      ...asked.flatMap((mailbox) => [
        {
          mailId: confirmMailId(mailbox, askedAt),
          notification: { kind: 'postbus-bevestigen' as const, mailbox, ...about },
        },
        ...(mailboxes[mailbox]
          ? [
              {
                mailId: `verandert-${mailbox}-${now.getTime()}`,
                notification: { kind: 'postbus-verandert' as const, mailbox, ...about },
              },
            ]
          : []),
      ]),
    ),
  }
}

/** What confirming comes to; undefined when something else was asked since, it is over, or confirmed already. */
export function confirmMailbox(
  { awaited }: Pick<StoredContent, 'awaited'>,
  { name, asked, now }: { name: MailboxName; asked: number; now: Date },
): Wanted[] | undefined {
  const one = awaited[name]
  if (!isAwaited(one, now) || Date.parse(one.askedAt) !== asked) return undefined
  return [
    { of: 'mailboxes', key: name, to: one.address },
    { of: 'awaited', key: name, to: { ...one, confirmedAt: now.toISOString() } },
  ]
}

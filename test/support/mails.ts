/** Mails as they are stored: some are items, what waits for later is in the plan of its subject. */
import { planSchema } from '../../functions/shared/store/mail-plan.ts'

type Item = Record<string, unknown>

/** Every mail among these items that left, leaves or waits, as if each were an item. */
export const mailsAmong = (items: readonly Item[]): Item[] =>
  items.flatMap((item): Item[] => {
    if (item.sk !== 'PLAN') return String(item.sk).startsWith('MAIL#') ? [item] : []
    const { mails, made } = planSchema.parse(item)
    return mails.slice(made).map(({ dueAt, ...mail }) => ({
      ...{
        subject: item.subject,
        pk: item.pk,
        sk: `MAIL#${mail.mailId}`,
        status: 'wacht',
        plannedAt: dueAt,
        dueAt,
        due: mail.bulk ? 'bulk' : 'due',
      },
      ...mail,
    }))
  })

/** Those among them of this kind. */
export const mailsOfKind = (items: readonly Item[], kind: string): Item[] =>
  mailsAmong(items).filter(({ notification }) => (notification as { kind: string }).kind === kind)

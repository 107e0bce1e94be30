/**
 * Whom our mail about a dossier does not reach. A mark of the dossier says only whose mail came back, so that a list shows it
 * without reading more; it stays until somebody mends it, and one mark stands for all mails that came back of one person.
 */
import type { Notification } from '../post/notifications.ts'
import type { Dossier } from './dossier.ts'
import { type Lifecycle, stateOf } from './lifecycle.ts'

/** Somebody our mail does not reach. */
export type Unreached =
  | { who: 'aanvrager' }
  /** Somebody at the table: of one overleg, the next, or the plan that came of it. */
  | { who: 'deelnemer'; participant: string }
  /** Who holds the dossier. */
  | { who: 'medewerker'; person: string }

const between = '#'

export const applicantMark = 'aanvrager'
export const participantMark = (participant: string): string => ['deelnemer', participant].join(between)
export const personMark = (person: string): string => ['medewerker', person].join(between)

/** It went to an address that does not count yet, or does not any more: that it came back says nothing of who asked. */
export const isBeside = (mail: Notification): boolean =>
  mail.kind === 'adres-bevestigen' || (mail.kind === 'gegevens' && mail.what === 'adres')

/** The mark of a mail that came back, and the dossier it is of; undefined where it is about none, or to a mailbox of the network. */
export function unreachedMark(mail: Notification): { reference: string; mark: string } | undefined {
  if (mail.kind === 'verouderd' || !('reference' in mail) || !mail.reference || isBeside(mail)) return undefined
  const { reference } = mail
  switch (mail.to) {
    case 'aanvrager':
      return { reference, mark: applicantMark }
    case 'deelnemer':
      return { reference, mark: participantMark(mail.participant) }
    case 'medewerker':
      return mail.person === undefined ? undefined : { reference, mark: personMark(mail.person) }
    default:
      return undefined
  }
}

/** Of whom it still matters: who no longer holds the dossier is not waited for, and after a withdrawal nobody is mailed. */
export function unreachedOf(
  lifecycle: Lifecycle,
  { notReached = [], holder, state }: Pick<Dossier, 'notReached' | 'holder' | 'state'>,
): readonly Unreached[] {
  if (stateOf(lifecycle, state).withdrawn) return []
  return [...notReached].sort().flatMap((mark): Unreached[] => {
    const [who, of] = mark.split(between)
    if (mark === applicantMark) return [{ who: 'aanvrager' }]
    if (who === 'deelnemer' && of) return [{ who, participant: of }]
    return who === 'medewerker' && of && of === holder ? [{ who, person: of }] : []
  })
}

/** The same dossier, when these are mended. */
export function mended(dossier: Dossier, marks: readonly string[]): Dossier {
  const { notReached = [], ...rest } = dossier
  const left = notReached.filter((mark) => !marks.includes(mark))
  return left.length > 0 ? { ...rest, notReached: left } : rest
}

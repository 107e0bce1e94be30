/**
 * How whoever asked is reached, as they correct it themselves (docs/domain.md §4). Their page shows it masked (masked.ts): `public`
 * cannot read it, and whoever has the link need not know it. A new address counts once it is confirmed there; a new number at once.
 */
import { type Mail, type MailPlan, promise } from '../post/mail.ts'
import { emailError, phone } from '../questions/common-pages.ts'
import type { Page } from '../questions/page.ts'
import type { TextQuestion } from '../questions/questions.ts'
import { addSeconds, secondsPerDay } from '../time.ts'
import { additionMails } from './additions.ts'
import type { Dossier } from './dossier.ts'
import { aboutOf, toApplicant } from './to-applicant.ts'

/** Days for which a new address can be confirmed. */
const confirmDays = 3
/** Changes asked of one request within that time: each is a mail to an address that somebody typed. */
export const mostReachChanges = 5

export const confirmUntil = (asked: Date): Date => addSeconds(asked, confirmDays * secondsPerDay)

/** As long as something is still mailed or called about it. */
export const mayCorrectReach = ({ ttl, referral, movedTo }: Dossier): boolean =>
  ttl === undefined || (referral !== undefined && !referral.arrived && movedTo === undefined)

/** Dossiers of before 0.2.0 have none. */
const unknown = { email: 'het adres dat u gaf', phone: 'het nummer dat u gaf' }
export const reachInWords = ({ reach, applicant }: Pick<Dossier, 'reach' | 'applicant'>) => ({
  email: reach?.email ?? (applicant === undefined ? 'geen e-mailadres' : unknown.email),
  phone: reach?.phone ?? unknown.phone,
})

/** What is left empty stays as it is. */
export function reachPage(
  dossier: Pick<Dossier, 'reach' | 'applicant'>,
): Page & { questions: readonly TextQuestion[] } {
  const now = reachInWords(dossier)
  return {
    slug: 'gegevens',
    title: 'Verbeter uw gegevens',
    questions: [
      {
        ...{ kind: 'email', name: 'email', label: 'Nieuw e-mailadres', optional: true, error: emailError },
        hint: `Nu: ${now.email}. Een nieuw adres telt zodra u het daar bevestigt. Het oude krijgt een bericht.`,
        autocomplete: 'email',
      },
      {
        ...{ kind: 'phone', name: 'telefoon', label: 'Nieuw telefoonnummer', optional: true, error: phone.error },
        hint: `Nu: ${now.phone}. Een nieuw nummer telt meteen.`,
        autocomplete: 'tel',
      },
    ],
  }
}

interface NewReach {
  email?: string | undefined
  phone?: { masked: string; sealed: string } | undefined
}

interface Asked {
  /** Changed only by a new number. */
  dossier: Dossier
  mails: MailPlan
}

/** What a change comes to: a mail to the new address, and to the one that counts now of whatever changes; whoever has it hears of a number. */
export function askReach(before: Dossier, { email, phone: number }: NewReach, now: Date): Asked {
  const revision = before.revision + (number ? 1 : 0)
  const { reach, ...rest } = before
  const dossier = number
    ? { ...rest, revision, phone: number.sealed, reach: { ...reach, phone: number.masked } }
    : before
  const at = now.getTime()
  const about = aboutOf(before)
  const held = before.suspect ? { held: 'verdacht' as const } : {}
  const confirm: Mail = {
    mailId: `adres-bevestigen-${at}`,
    notification: {
      ...{ kind: 'adres-bevestigen', to: 'aanvrager', ...about },
      ...{ asked: at, expiresAt: confirmUntil(now).toISOString() },
    },
    ...held,
  }
  return {
    dossier,
    mails: promise(
      ...(email === undefined ? [] : [confirm, ...told(before, 'adres-gevraagd', at)]),
      ...(number ? [...told(before, 'nummer', at), ...additionMails(before, now).put] : []),
    ),
  }
}

/** To the address that counts now: whoever has the link can ask this, and it need not be they. */
const told = (dossier: Dossier, what: 'adres-gevraagd' | 'nummer', at: number): Mail[] =>
  toApplicant(dossier, { kind: 'gegevens', to: 'aanvrager', ...aboutOf(dossier), what }).map((mail) => ({
    ...mail,
    mailId: `gegevens-${what}-${at}`,
  }))

/** Once it counts: to the address that counted until then, and to whoever has the dossier. `mails`: what the new address gets. */
export const readdressedByThemselves = (before: Dossier, after: Dossier, mails: MailPlan, now: Date): MailPlan =>
  promise(
    ...mails.put,
    ...(before.applicant === undefined
      ? []
      : toApplicant(after, { kind: 'gegevens', to: 'aanvrager', ...aboutOf(after), what: 'adres' })),
    ...additionMails(before, now).put,
  )

/** The account somebody signs in with, as its provider tells of it: to show to a coordinator, never to recognise anybody by. */
import * as z from 'zod'
import { secondsPerDay } from './time.ts'

/** Seconds an invitation to bind one can be accepted. */
export const invitationSeconds = 7 * secondsPerDay

export const accountSchema = z.object({
  /** Who vouches for it, as it names itself: an address. */
  issuer: z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
})
export type Account = z.infer<typeof accountSchema>

/** What a mail may say of it. */
export const accountKinds = ['microsoft', 'loket', 'ander'] as const
export type AccountKind = (typeof accountKinds)[number]

export const accountInWords = {
  microsoft: 'een account bij Microsoft',
  loket: 'een account van Loket',
  ander: 'een account van een aanmelddienst',
} as const satisfies Record<AccountKind, string>

/** By the issuer; unknown of who signed in before it was kept. */
export function kindOfAccount(account: Account | undefined): AccountKind {
  const host = account && URL.parse(account.issuer)?.hostname
  if (host === 'login.microsoftonline.com') return 'microsoft'
  return host && /^cognito-idp\.[\w-]+\.amazonaws\.com$/.test(host) ? 'loket' : 'ander'
}

/** What a dossier knows of its overleg: apart from the overleg itself, which a request that is sent never loads. */
import * as z from 'zod'

/** In the order of the road; `afgelast` from any of the first three. */
export const overlegStates = ['voorbereiden', 'gepolst', 'vastgelegd', 'gehouden', 'afgelast'] as const

/** Where it stands, for the dossier: what a status page and a list say of it. */
export const markSchema = z.object({
  number: z.string(),
  state: z.enum(overlegStates),
  /** The applicant's service gets the invitation. */
  applicantInvited: z.boolean(),
  /** It moved since it was fixed. */
  moved: z.boolean(),
})
export type OverlegMark = z.infer<typeof markSchema>

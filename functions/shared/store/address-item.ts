/** The item of the address that all mail about one subject goes to. */
import * as z from 'zod'

export const addressSchema = z.object({
  email: z.string().optional(),
  /** The links that count for it, where whoever asked gave it themselves: what waits may name older ones. */
  linkVersion: z.number().optional(),
})

/** The address in whose place another came with links of this version: an attribute of its own, until one mail told so there. */
export const formerName = (linkVersion: number): string => `was${linkVersion}`

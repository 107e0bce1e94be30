/** The item of the address that all mail about one subject goes to. */
import * as z from 'zod'

export const addressSchema = z.object({ email: z.string().optional() })

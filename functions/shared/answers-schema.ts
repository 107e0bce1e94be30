/** Answers as they come out of a seal. */
import * as z from 'zod'
import type { Answers } from '../../forms/kit/questions/answers.ts'

const row = z.record(z.string(), z.string())
export const answersSchema: z.ZodType<Answers> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.array(z.string()), z.array(row)]),
)

/**
 * Whether two dossiers can be of one family (docs/decisions/024): they designate the client in the same way, and when that are initials
 * there is something more. Who asked tells nothing alone: a school asks for many families. For a suggestion: a person decides.
 */
import * as z from 'zod'
import type { Likeness } from './likeness.ts'

/** What tells, as it is or hidden: all that counts is what is equal. */
export const familyFactsSchema = z.object({
  /** How the client is designated, whatever stands between its letters and digits. */
  designation: z.string(),
  /** So long that nobody else has it by chance. */
  enough: z.boolean(),
  /** The words of the applicant's organisation. */
  organisation: z.array(z.string()),
  /** Of these, those that say which one it is. */
  telling: z.array(z.string()),
  phone: z.string().optional(),
  email: z.string().optional(),
})
export type FamilyFacts = z.infer<typeof familyFactsSchema>

/** What the two have in common; undefined when that is too little. */
export function familyLikeness(one: FamilyFacts, other: FamilyFacts): Likeness[] | undefined {
  if (one.designation !== other.designation) return undefined
  const more: Likeness[] = []
  if (isSameOrganisation(one, other)) more.push('organisation')
  if (one.phone !== undefined && one.phone === other.phone) more.push('phone')
  if (one.email !== undefined && one.email === other.email) more.push('email')
  return one.enough || more.length > 0 ? ['designation', ...more] : undefined
}

/** All words of the one are words of the other, and among them is one that says more than "OCMW" or "school". */
const isSameOrganisation = (one: FamilyFacts, other: FamilyFacts): boolean =>
  isWithin(one, other.organisation) || isWithin(other, one.organisation)

const isWithin = ({ organisation, telling }: FamilyFacts, words: readonly string[]): boolean =>
  telling.length > 0 && organisation.every((word) => words.includes(word))

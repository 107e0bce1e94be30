/**
 * What a participant typed about themselves along their link: sealed, beside what they said (said.ts). Their number is for who calls
 * them back; their own file number is for their own eyes only (docs/overleg.md §4).
 */
import * as z from 'zod'
import type { Answers } from '../questions/answers.ts'
import type { Overleg } from './overleg.ts'
import { participantId } from './rounds.ts'

export interface OwnWords {
  /** E.164; empty when none was typed. */
  phone: string
  /** As their own service files it. */
  fileNumber: string
}

export const noOwnWords: OwnWords = { phone: '', fileNumber: '' }

/** What they are sealed for, and opened with: no two participants can be swapped, nor with the details of the overleg. */
export const ownWordsSealedFor = (overleg: Pick<Overleg, 'reference' | 'number'>, participant: string): string =>
  participantId(overleg, participant)

export const sealableOwnWords = ({ phone, fileNumber }: OwnWords): Answers => ({
  telefoon: phone,
  eigen_nummer: fileNumber,
})

const keptSchema = z.object({ telefoon: z.string().default(''), eigen_nummer: z.string().default('') })

export function readOwnWords(opened: Answers): OwnWords {
  const { telefoon, eigen_nummer } = keptSchema.parse(opened)
  return { phone: telefoon, fileNumber: eigen_nummer }
}

/** Hidden field of a button whose second press is the first again. */
import type { RawInput } from '../../forms/kit/questions/answers.ts'

export const onceField = 'eenmalig'
export const onceIdIn = (typed: RawInput): string | undefined =>
  typed.get(onceField)?.find((once) => /^[\w-]{22}$/.test(once))

/** What to look at before a sheet is printed: words that are hard to read, and what of the plan is not on it. */

import { type HardWord, hardWordsIn } from './hard-words.ts'
import type { ShownPlan } from './shown-plan.ts'

export type SheetDoubt =
  /** Afspraken count from 1, as they stand in the plan. */
  | (HardWord & { kind: 'hard_word'; afspraak: number; id: string })
  /** In what the client wants, or in what goes well. */
  | (HardWord & { kind: 'hard_word'; domein: string; column: 'doel' | 'goed' })
  /** Nobody does it yet, so it stands under nobody. */
  | { kind: 'without_person'; afspraak: number; id: string }

export function doubtsAbout({ goals, afspraken, texts }: ShownPlan): SheetDoubt[] {
  const ofGoals = goals.flatMap(({ domein, wanneer }) =>
    (['doel', 'goed'] as const).flatMap((column): SheetDoubt[] => {
      const isPrinted =
        column === 'goed' ||
        (wanneer !== undefined && wanneer !== 'niet') ||
        afspraken.some((one) => one.waarom === domein)
      const words = isPrinted ? hardWordsIn(texts.goals[domein]?.[column] ?? '') : []
      return words.map((hard) => ({ kind: 'hard_word', domein, column, ...hard }))
    }),
  )
  const ofAfspraken = afspraken.flatMap(({ id, wie }, at): SheetDoubt[] => [
    ...hardWordsIn(texts.afspraken[id] ?? '').map((hard) => ({
      kind: 'hard_word' as const,
      afspraak: at + 1,
      id,
      ...hard,
    })),
    ...(wie === undefined ? [{ kind: 'without_person' as const, afspraak: at + 1, id }] : []),
  ])
  return [...ofGoals, ...ofAfspraken]
}

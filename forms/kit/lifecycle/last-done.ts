/** The last thing that was done to a dossier: who presses twice, or takes it back, means that one. */

/** What was done to a dossier, as it is kept. */
export interface DoneLine {
  /** ISO UTC. */
  at: string
  who: string
  what: string
  person?: string | undefined
  offer?: string | undefined
  mail?: string | undefined
  template?: string | undefined
  on?: string | undefined
}

/** When something was last done; who sent a mail again changed nothing of the dossier. ISO UTC; undefined before the first. */
export const lastDoneAt = (history: readonly DoneLine[]): string | undefined =>
  history.findLast(({ mail }) => mail === undefined)?.at

const compared = ['who', 'what', 'person', 'offer', 'template', 'on'] as const

/** Whether the last thing that was done is this. */
export function isLastDone(history: readonly DoneLine[], done: Omit<DoneLine, 'at' | 'mail'>): boolean {
  const latest = lastDoneAt(history)
  return history.some((line) => line.at === latest && compared.every((name) => line[name] === done[name]))
}
